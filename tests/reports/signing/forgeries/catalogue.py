"""Optional content, name tree, actions, structure: what the catalogue says of the whole file."""

from tests.reports.signing.forgeries.covers import COVERS, PAINT
from tests.reports.signing.forgeries.draft import Draft


def _catalogue(cover="proofs", **entries):
    def forge(original):
        draft = Draft(original)
        draft.edit(original.root, **entries)
        return COVERS[cover](original, draft.written())

    return forge


def _optional(original, *, shown, cover="bare"):
    """The page's contents in a group that is off, or a new group that is on."""
    draft = Draft(original)
    group = draft.add(b"<< /Type /OCG /Name (Isi) >>")
    state = b"/ON [%d 0 R]" if shown else b"/OFF [%d 0 R]"
    draft.edit(original.root, OCProperties=b"<< /OCGs [%d 0 R] /D << /Order [] %s >> >>" % (group, state % group))
    begin = draft.stream(b"/OC /Isi BDC " + (PAINT + b" EMC" if shown else b""))
    end = draft.stream(b"" if shown else b"EMC " + PAINT)
    resources = draft.entry(original.pages[1], "Resources")
    draft.edit(
        original.pages[1],
        Contents=b"[%d 0 R %d 0 R %d 0 R]" % (begin, original.contents[1], end),
        Resources=b"<< /Properties << /Isi %d 0 R >> >>" % group if not shown else resources,
    )
    return COVERS[cover](original, draft.written())


def _names(body):
    return _catalogue(Names=body)


def _page(original, **entries):
    draft = Draft(original)
    draft.edit(original.pages[0], **entries)
    return COVERS["proofs"](original, draft.written())


def _structure(original):
    draft = Draft(original)
    draft.edit(int(draft.entry(original.root, "StructTreeRoot").split()[0]), RoleMap=b"<< /P /Artifact >>")
    return draft.written()


SCRIPT = b"<< /S /JavaScript /JS (this.getField) >>"
FAMILIES = {
    "optional content": {
        "content_off": lambda original: _optional(original, shown=False),
        "content_off_proofs": lambda original: _optional(original, shown=False, cover="proofs"),
        "content_on": lambda original: _optional(original, shown=True),
        "properties_alone": _catalogue(OCProperties=b"<< /OCGs [] /D << /BaseState /OFF >> >>"),
    },
    "name tree and actions": {
        "destinations": _names(b"<< /Dests << /Names [(tanda-tangan) [7 0 R /XYZ 0 0 0]] >> >>"),
        "scripts": _names(b"<< /JavaScript << /Names [(a) %s] >> >>" % SCRIPT),
        "attachments": _names(b"<< /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) >>] >> >>"),
        "appearances": _names(b"<< /AP << /Names [(a) 6 0 R] >> >>"),
        "names_gone": _catalogue(Names=None),
        "open_action": _catalogue(OpenAction=SCRIPT),
        "open_elsewhere": _catalogue(OpenAction=b"[7 0 R /XYZ 0 0 9]"),
        "actions": _catalogue(AA=b"<< /WS %s >>" % SCRIPT),
        "outlines_gone": _catalogue(Outlines=None),
        "page_labels": _catalogue(PageLabels=b"<< /Nums [0 << /S /r >>] >>"),
        "viewer": _catalogue(ViewerPreferences=b"<< /HideToolbar true >>"),
        "page_mode": _catalogue(PageMode=b"/FullScreen"),
        "base_address": _catalogue(URI=b"<< /Base (https://contoh.com/) >>"),
        "page_action": lambda original: _page(original, AA=b"<< /O %s >>" % SCRIPT),
        "page_duration": lambda original: _page(original, Dur=b"1"),
        "extensions_with_more": _catalogue(Extensions=b"<< /ADBE << /BaseVersion /1.7 /Font 6 0 R >> >>"),
        "permissions": _catalogue(Perms=b"<< /UR3 6 0 R >>"),
        "older_version": _catalogue(Version=b"/0.9"),
    },
    "structure": {
        "tree_gone": _catalogue(StructTreeRoot=None),
        "not_marked": _catalogue(MarkInfo=b"<< /Marked false >>"),
        "language": _catalogue(Lang=b"(en)"),
        "other_tree": _structure,
        "output_intent": _catalogue(OutputIntents=b"[]"),
    },
}
