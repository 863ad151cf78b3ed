"""What honest programs add to a signed file; nothing of it may turn a verdict."""

from tests.reports.signing.forgeries.covers import empty_field, proofs, stamped
from tests.reports.signing.forgeries.draft import Draft


def _by_hand(original):
    """Proofs as another program writes them: VRI, deflated lists, a version of the format, its own name."""
    import zlib

    from cryptography.hazmat.primitives.serialization import Encoding

    draft = Draft(original)
    der = zlib.compress(original.authority.root.public_bytes(Encoding.DER))
    certificate = draft.stream(der, b"/Filter /FlateDecode")
    certificates = draft.add(b"[ %d 0 R ]" % certificate)
    related = draft.add(b"<< /%s << /Cert [%d 0 R] /TU (D:20260109030000Z) >> >>" % (b"AB" * 20, certificate))
    store = draft.add(b"<< /Type /DSS /Certs %d 0 R /VRI %d 0 R >>" % (certificates, related))
    draft.edit(
        original.root,
        DSS=b"%d 0 R" % store,
        Version=b"/2.0",
        Extensions=b"<< /ADBE << /BaseVersion /1.7 /ExtensionLevel 5 >> >>",
    )
    draft.edit(original.info, ModDate=b"(D:20260110030000Z)", Producer=b"(Program lain)")
    return draft.written(end=b"%Program-lain-7.1\n")


def rounds(original, count=3):
    """Proofs and timestamps, year after year."""
    pdf = original.pdf
    for number in range(count):
        pdf = stamped(original, proofs(original, pdf), field=f"Waktu{number}")
    return pdf


FILES = {
    "signed": lambda original: original.pdf,
    "proofs": lambda original: proofs(original, original.pdf),
    "timestamp": lambda original: stamped(original, original.pdf),
    "timestamp_then_proofs": lambda original: proofs(original, stamped(original, original.pdf)),
    "proofs_then_timestamp": lambda original: stamped(original, proofs(original, original.pdf)),
    "rounds": rounds,
    "empty_field": lambda original: empty_field(original, original.pdf),
    "line_end": lambda original: original.pdf + b"\r\n",
    "proofs_and_line_end": lambda original: proofs(original, original.pdf) + b"\n",
    "line_end_and_proofs": lambda original: proofs(original, original.pdf + b"\n"),
    "by_hand": _by_hand,
}
