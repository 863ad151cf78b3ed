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


def signed_by(
    pdf, key, own, field="TandaTanganLain", *, existing=False, before=lambda writer: None, digest="sha256", **options
):
    """A signature as another program makes it: in a field of its own, or in the one that is there.

    ``before`` may change something else in the same update; ``options`` are the library's own: ``certify``,
    ``docmdp_permissions``, and ``stamper``, ``style``, ``place`` for what is not said in the signature itself.
    """
    stamper, style, place = (options.pop(name, None) for name in ("stamper", "style", "place"))
    wish = signers.PdfSignatureMetadata(
        field_name=field, md_algorithm=digest, subfilter=SigSeedSubFilter.PADES, **options
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    before(writer)
    signer = signers.PdfSigner(
        wish, library_signer(key, own), timestamper=stamper, stamp_style=style, new_field_spec=place
    )
    return signer.sign_pdf(writer, existing_fields_only=existing).getvalue()


def with_proofs(pdf, certificates):
    """The certificates laid beside the signatures, as long-term validation wants it."""
    target = io.BytesIO(pdf)
    DocumentSecurityStore.add_dss(target, None, certs=[asn1(each) for each in certificates])
    return target.getvalue()


def with_other_words(pdf):
    """An update that draws something on the first page."""
    writer, target = IncrementalPdfFileWriter(io.BytesIO(pdf)), io.BytesIO()
    draw_over(writer)
    writer.write(target)
    return target.getvalue()


def draw_over(writer):
    """Other contents of the first page."""
    page = writer.root["/Pages"]["/Kids"][0]
    drawn = writer.add_object(generic.StreamObject(stream_data=b"0 0 500 500 re f"))
    page[generic.pdf_name("/Contents")] = generic.ArrayObject([drawn])
    writer.update_container(page)


def note(writer, kind="/FreeText"):
    """A remark on the first page that is no signature field."""
    page = writer.root["/Pages"]["/Kids"].raw_get(0)
    entries = {"/Type": "/Annot", "/Subtype": kind}
    remark = generic.DictionaryObject({generic.pdf_name(k): generic.pdf_name(v) for k, v in entries.items()})
    remark[generic.pdf_name("/Rect")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 500)))
    writer.register_annotation(page, writer.add_object(remark))


def move_field(writer):
    """The signature field, somewhere else and large."""
    field = writer.root["/AcroForm"]["/Fields"][0]
    field[generic.pdf_name("/Rect")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 500, 500)))
    writer.update_container(field)


def text_field(writer):
    """A field of the form that is no signature."""
    field = generic.DictionaryObject({generic.pdf_name("/FT"): generic.pdf_name("/Tx")})
    form = writer.root["/AcroForm"]
    form["/Fields"].append(writer.add_object(field))
    writer.update_container(form["/Fields"])


def other_language(writer):
    """The catalogue says something else."""
    writer.root[generic.pdf_name("/Lang")] = generic.TextStringObject("en")
    writer.update_root()


def turn_page(writer):
    """The first page turned by a quarter."""
    page = writer.root["/Pages"]["/Kids"][0]
    page[generic.pdf_name("/Rotate")] = generic.NumberObject(90)
    writer.update_container(page)
