"""The store of proofs as a place to hide things in."""

from tests.reports.signing.forgeries.covers import PAINT
from tests.reports.signing.forgeries.draft import Draft, stream


def _store(make, **options):
    def forge(original):
        draft = Draft(original)
        body = make(original, draft)
        draft.edit(original.root, DSS=body if isinstance(body, bytes) else b"%d 0 R" % body)
        return draft.written(**options)

    return forge


def _certificate(original, draft):
    from cryptography.hazmat.primitives.serialization import Encoding

    return draft.stream(original.authority.root.public_bytes(Encoding.DER))


def _content_as_certificate(original, draft):
    return draft.add(b"<< /Certs [%d 0 R] >>" % draft.stream(PAINT))


def _page_content_rewritten(original, draft):
    draft.put(original.contents[1], stream(PAINT))
    return draft.add(b"<< /Certs [%d 0 R] >>" % original.contents[1])


def _certificate_as_page_content(original, draft):
    """A true certificate in the place of a page's content: the page is empty."""
    certificate = _certificate(original, draft)
    draft.put(original.contents[1], draft.objects.pop(certificate))
    return draft.add(b"<< /Certs [%d 0 R] >>" % original.contents[1])


def _bytes_behind_certificate(original, draft):
    from cryptography.hazmat.primitives.serialization import Encoding

    der = original.authority.root.public_bytes(Encoding.DER)
    return draft.add(b"<< /Certs [%d 0 R] >>" % draft.stream(der + PAINT))


def _drawn_certificate(original, draft):
    number = _certificate(original, draft)
    body = draft.objects[number].replace(b"<< ", b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ", 1)
    draft.put(number, body)
    return draft.add(b"<< /Certs [%d 0 R] >>" % number)


def _objects_in_certificate(original, draft):
    """Octets that look like an object, within true DER."""
    hidden = b"\n%d 0 obj\n<< /Length 0 >>\nendobj\n" % original.contents[1]
    der = b"\x30" + bytes([len(hidden) + 2]) + b"\x04" + bytes([len(hidden)]) + hidden
    return draft.add(b"<< /Certs [%d 0 R] >>" % draft.stream(der))


def _filtered_twice(original, draft):
    import zlib

    data = zlib.compress(zlib.compress(b"\x30\x00"))
    return draft.add(b"<< /Certs [%d 0 R] >>" % draft.stream(data, b"/Filter [/FlateDecode /FlateDecode]"))


def _elsewhere(original, draft):
    """A certificate whose bytes are in another file."""
    return draft.add(b"<< /Certs [%d 0 R] >>" % draft.stream(b"\x30\x00", b"/F (lain.der)"))


def _more_in_store(_original, draft):
    return draft.add(b"<< /Certs [] /Pages 6 0 R >>")


def _store_in_the_place_of_a_page(original, draft):
    draft.put(original.pages[1], b"<< /Type /DSS >>")
    return original.pages[1]


def _action_in_related(original, draft):
    return draft.add(b"<< /VRI << /%s << /S /JavaScript /JS (1) >> >> >>" % (b"A" * 40))


def _with_page(original, draft):
    draft.edit(original.pages[1], Rotate=b"90")
    return draft.add(b"<< /Certs [%d 0 R] >>" % _certificate(original, draft))


def _with_annotation(original, draft):
    draft.edit(original.pages[1], Annots=b"[<< /Type /Annot /Subtype /Square /Rect [9 9 99 99] /C [1 0 0] >>]")
    return draft.add(b"<< /Certs [%d 0 R] >>" % _certificate(original, draft))


def _twice_named(_original, _draft):
    return b"<< /Certs [] /Certs [] >>"


FORGERIES = {
    make.__name__.strip("_"): _store(make)
    for make in (
        _content_as_certificate,
        _page_content_rewritten,
        _certificate_as_page_content,
        _bytes_behind_certificate,
        _drawn_certificate,
        _objects_in_certificate,
        _filtered_twice,
        _elsewhere,
        _more_in_store,
        _store_in_the_place_of_a_page,
        _action_in_related,
        _with_page,
        _with_annotation,
        _twice_named,
    )
}
