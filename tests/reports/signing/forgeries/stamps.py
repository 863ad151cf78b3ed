"""Document timestamps that stamp something else, hide something, or speak of the report."""

import asyncio
import hashlib

from tests.reports.signing.forgeries.covers import stamper_of
from tests.reports.signing.forgeries.draft import Draft

_ROOM = 20_000  # hexadecimal digits
_GAP = b"<" + b"0" * _ROOM + b">"
_RANGE = b"/ByteRange [0 1111111111 1111111111 1111111111]"


def _token(original, digest):
    return asyncio.run(stamper_of(original).async_timestamp(digest, "sha256")).dump()


def _sealed(original, pdf, *, token=_token, behind=b""):
    """The token into its gap; what it covers is said first."""
    at = pdf.rindex(_GAP)
    end = at + len(_GAP)
    covered = b"/ByteRange [0 %d %d %d]" % (at, end, len(pdf) - end)
    pdf = pdf.replace(_RANGE, covered.ljust(len(_RANGE)))
    digest = hashlib.sha256(pdf[:at] + pdf[end:]).digest()
    digits = (token(original, digest) + behind).hex().encode().ljust(_ROOM, b"0")
    return pdf[:at] + b"<" + digits + b">" + pdf[end:]


def _stamp(entries=b"", field=b"/TU (Timestamp)", **sealing):
    def forge(original):
        draft = Draft(original)
        value = draft.add(
            b"<< /Type /DocTimeStamp /Filter /Adobe.PPKLite /SubFilter /ETSI.RFC3161 /Contents %s %s %s >>"
            % (_GAP, _RANGE, entries)
        )
        holder = draft.add(
            b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Waktu) /F 132 /Rect [0 0 0 0] %s /V %d 0 R >>"
            % (field, value)
        )
        draft.edit(original.form, Fields=b"[%d 0 R %d 0 R]" % (original.field, holder))
        return _sealed(original, draft.written(), **sealing)

    return forge


def _turned(original, digest):
    """A token whose signature does not hold: its last byte is turned."""
    token = _token(original, digest)
    return token[:-1] + bytes([token[-1] ^ 1])


def _speaking_empty_field(original):
    draft = Draft(original)
    field = draft.add(
        b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Kosong) /F 132 /Rect [0 0 0 0] /TU (Dokumen ini DICABUT) >>"
    )
    draft.edit(original.form, Fields=b"[%d 0 R %d 0 R]" % (original.field, field))
    return draft.written()


FORGERIES = {
    "of_another_digest": _stamp(token=lambda original, _digest: _token(original, bytes(32))),
    "no_token": _stamp(token=lambda _original, _digest: b"\x30\x03\x02\x01\x05"),
    "empty": _stamp(token=lambda _original, _digest: b""),
    "signature_turned": _stamp(token=_turned),
    "ones_behind_the_token": _stamp(behind=b"\xff" * 100),
    "object_behind_the_token": _stamp(behind=b"\n6 0 obj\n<< >>\nendobj\n"),
    "reason": _stamp(b"/Reason (PALSU)"),
    "name": _stamp(b"/Name (Budi)"),
    "location": _stamp(b"/Location (PALSU)"),
    "contact": _stamp(b"/ContactInfo (PALSU)"),
    "moment_in_words": _stamp(b"/M (DICABUT)"),
    "certificate_in_words": _stamp(b"/Cert (PALSU)"),
    "field_in_words": _stamp(field=b"/TU (Dokumen ini DICABUT)"),
    "empty_field_in_words": _speaking_empty_field,
}
HONEST = {
    "plain": _stamp(),
    "unnamed": _stamp(field=b""),
    "moment": _stamp(b"/M (D:20260109100000+07'00')"),
    "made_by": _stamp(b"/Prop_Build << /App << /Name /Contoh >> >>"),
}
