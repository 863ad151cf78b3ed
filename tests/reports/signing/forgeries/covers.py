"""What a forger lays over a change so that it looks like something honest."""

import io

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.reports.signing.authority import NOW
from tests.reports.signing.foreign import asn1, library_signer, signed_by, with_proofs

PAINT = b"1 0 0 rg 20 300 200 200 re f"
BLUE = b"0 0 1 rg 20 300 200 200 re f"


def proofs(original, pdf):
    return with_proofs(pdf, [original.authority.root])


def strangers_signature(original, pdf):
    return signed_by(pdf, *original.stranger)


def stamper_of(original):
    key, own = original.stamper
    signer = library_signer(key, own)
    return DummyTimeStamper(
        asn1(own), signer.signing_key, certs_to_embed=SimpleCertificateStore.from_certs([asn1(own)]), fixed_dt=NOW
    )


def stamped(original, pdf, *, field=None):
    """A document timestamp."""
    stamper = stamper_of(original)
    target = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    signers.PdfTimeStamper(stamper, field_name=field).timestamp_pdf(writer, "sha256", None, output=target)
    return target.getvalue()


def empty_field(_original, pdf):
    target = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    fields.append_signature_field(writer, fields.SigFieldSpec("Kosong"))
    writer.write(target)
    return target.getvalue()


def blanks(_original, pdf):
    return pdf + b"\r\n"


def nothing(_original, pdf):
    return pdf


COVERS = {
    "bare": nothing,
    "proofs": proofs,
    "stranger": strangers_signature,
    "timestamp": stamped,
    "blanks": blanks,
    "proofs_and_timestamp": lambda original, pdf: stamped(original, proofs(original, pdf)),
}
