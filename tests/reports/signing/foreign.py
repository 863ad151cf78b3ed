"""What others may do to a signed file, made with the library's own tools rather than the portal's."""

import io

from asn1crypto import keys as asn1_keys
from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore


def library_signer(key, own, others=()):
    known = SimpleCertificateStore()
    known.register_multiple(asn1(other) for other in others)
    content = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return signers.SimpleSigner(asn1(own), asn1_keys.PrivateKeyInfo.load(content), known)


def asn1(certificate):
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))


def signed_by(pdf, key, own, field="TandaTanganLain", existing=False):
    """A signature as another program makes it: in a field of its own, or in the one that is there."""
    wish = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    target = signers.sign_pdf(writer, wish, library_signer(key, own), existing_fields_only=existing)
    return target.getvalue()


def with_proofs(pdf, certificates):
    """The certificates laid beside the signatures, as long-term validation wants it."""
    target = io.BytesIO(pdf)
    DocumentSecurityStore.add_dss(target, None, certs=[asn1(each) for each in certificates])
    return target.getvalue()


def with_other_words(pdf):
    """An update that draws something on the first page."""
    writer, target = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    page = writer.root["/Pages"]["/Kids"][0]
    drawn = writer.add_object(generic.StreamObject(stream_data=b"0 0 500 500 re f"))
    page[generic.pdf_name("/Contents")] = generic.ArrayObject([drawn])
    writer.update_container(page)
    writer.write(target)
    return target.getvalue()
