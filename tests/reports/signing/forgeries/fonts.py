"""Fonts: the same codes on the page, and other glyphs, widths or meanings for them."""

from tests.reports.signing.forgeries.covers import COVERS
from tests.reports.signing.forgeries.draft import Draft


def _font(cover="bare", **entries):
    def forge(original):
        draft = Draft(original)
        for number in original.fonts:
            draft.edit(number, **entries)
        return COVERS[cover](original, draft.written())

    return forge


def _descendant(**entries):
    def forge(original):
        draft = Draft(original)
        for number in original.fonts:
            descendants = draft.entry(number, "DescendantFonts").strip(b"[] ")
            draft.edit(int(descendants.split()[0]), **entries)
        return draft.written()

    return forge


def _swapped(original, cover):
    """The first font stands where the others should."""
    draft = Draft(original)
    for number in original.fonts[1:]:
        draft.put(number, draft.edited(original.fonts[0]))
    draft.put(original.fonts[0], draft.edited(original.fonts[-1]))
    return COVERS[cover](original, draft.written())


def _helvetica(original, cover):
    draft = Draft(original)
    for number in original.fonts:
        draft.put(number, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    return COVERS[cover](original, draft.written())


def _other_programs(original):
    """The program of the font is void."""
    draft = Draft(original)
    for number in original.fonts:
        descendant = int(draft.entry(number, "DescendantFonts").strip(b"[] ").split()[0])
        descriptor = int(draft.entry(descendant, "FontDescriptor").split()[0])
        draft.edit(descriptor, FontFile2=None, FontFile3=None)
    return draft.written()


FORGERIES = {
    "glyphs_by_map": _descendant(CIDToGIDMap=b"null", DW=b"200", W=b"[]"),
    "widths": _descendant(DW=b"900", W=b"[]"),
    "encoding": _font(Encoding=b"/Identity-V"),
    "meaning": _font(ToUnicode=None),
    "meaning_proofs": _font("proofs", ToUnicode=None),
    "swapped": lambda original: _swapped(original, "bare"),
    "swapped_proofs": lambda original: _swapped(original, "proofs"),
    "swapped_stranger": lambda original: _swapped(original, "stranger"),
    "helvetica": lambda original: _helvetica(original, "bare"),
    "helvetica_timestamp": lambda original: _helvetica(original, "timestamp"),
    "no_program": _other_programs,
}
