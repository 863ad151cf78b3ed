"""What the file says of itself: title, author, XMP; with proofs as cover."""

from tests.reports.signing.forgeries.covers import COVERS
from tests.reports.signing.forgeries.draft import Draft, stream

XMP = (
    b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Laporan lain</rdf:li>'
    b'</rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


def _information(cover="proofs", **entries):
    def forge(original):
        draft = Draft(original)
        draft.edit(original.info, **entries)
        return COVERS[cover](original, draft.written())

    return forge


def _xmp(content, *, title=None, cover="proofs", head=b"/Type /Metadata /Subtype /XML"):
    def forge(original):
        draft = Draft(original)
        draft.put(original.xmp, stream(content, head))
        if title:
            draft.edit(original.info, Title=title)
        return COVERS[cover](original, draft.written())

    return forge


FORGERIES = {
    "title": _information(Title=b"(Laporan lain)"),
    "title_bare": _information("bare", Title=b"(Laporan lain)"),
    "author": _information(Author=b"(Budi)"),
    "keywords": _information(Keywords=b"(batal)"),
    "created": _information(CreationDate=b"(D:20200101000000Z)"),
    "no_title": _information(Title=None),
    "own_entry": _information(Disahkan=b"(ya)"),
    "leads_elsewhere": _information("bare", Title=b"6 0 R"),
    "replaced_xmp": _xmp(XMP),
    "replaced_xmp_and_title": _xmp(XMP, title=b"(Laporan lain)"),
    "replaced_xmp_bare": _xmp(XMP, cover="bare"),
    "xmp_of_nonsense": _xmp(b"bukan xml", cover="bare"),
    "xmp_with_entities": _xmp(b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', cover="bare"),
    "xmp_of_another_kind": _xmp(XMP, cover="bare", head=b"/Type /XObject /Subtype /Form /BBox [0 0 1 1]"),
    "title_stranger": _information("stranger", Title=b"(Laporan lain)"),
    "title_timestamp": _information("timestamp", Title=b"(Laporan lain)"),
}
