"""A document timestamp that an update adds is a proof: its token is whole, and stamps the very bytes that it covers.

Whether anybody trusts its issuer is not asked. Nothing in it may speak of the report.
"""

import hashlib
import re
from typing import Any

from asn1crypto import cms, parser, tsp, x509
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from reports.signing.judging.values import UnclearError

_STAMP = {"Type", "Filter", "SubFilter", "Contents", "ByteRange", "M", "V", "Prop_Build"}
_MOMENT = re.compile(rb"D:\d{4,14}(?:[+\-Z][\d']{0,6})?")
_DIGESTS = ("sha256", "sha384", "sha512")
_LABELS = (b"", b"Timestamp")  # what pyHanko calls each field of a timestamp


def check_label(field: dict[str, Any]) -> None:
    """Programs read out what a field is called: no sentence may stand there."""
    if field.get("TU", b"") not in _LABELS:
        raise UnclearError("a field that says something")


def check_stamp(content: dict[str, Any], covered: bytes) -> None:
    """The dictionary of a document timestamp; ``covered``: the bytes of its ByteRange."""
    if not content.keys() <= _STAMP or not isinstance(content.get("Filter", ""), str):
        raise UnclearError("a timestamp that says something")
    if not isinstance(content.get("V", 0), int) or not isinstance(content.get("Prop_Build", {}), dict):
        raise UnclearError("a timestamp that says something")
    if "M" in content and not (isinstance(content["M"], bytes) and _MOMENT.fullmatch(content["M"])):
        raise UnclearError("a timestamp of no moment")
    try:
        holds = _holds(content["Contents"], covered)
    except Exception as error:  # whatever a library raises over it
        raise UnclearError("no token") from error
    if not holds:
        raise UnclearError("a token of something else")


def _holds(value: bytes, covered: bytes) -> bool:
    """Whether it is one token and zeros behind it, signed with a certificate within, about these bytes."""
    length = parser.peek(value)
    if value[length:].strip(b"\0"):
        return False
    signed = cms.ContentInfo.load(value[:length], strict=True)["content"]
    packed = signed["encap_content_info"]["content"]
    imprint = tsp.TSTInfo.load(packed.contents, strict=True)["message_imprint"]
    algorithm = imprint["hash_algorithm"]["algorithm"].native
    if algorithm not in _DIGESTS or imprint["hashed_message"].native != hashlib.new(algorithm, covered).digest():
        return False
    (signer,) = signed["signer_infos"]
    digest = hashlib.new(signer["digest_algorithm"]["algorithm"].native, packed.contents).digest()
    own = _certificate_of(signer, [each.chosen for each in signed["certificates"] if each.name == "certificate"])
    return all(validate_sig_integrity(signer, own, "tst_info", digest))


def _certificate_of(signer: cms.SignerInfo, given: list[x509.Certificate]) -> x509.Certificate:
    named = signer["sid"].chosen
    for each in given:
        if signer["sid"].name == "subject_key_identifier":
            if each.key_identifier == named.native:
                return each
        elif (each.issuer, each.serial_number) == (named["issuer"], named["serial_number"].native):
            return each
    raise UnclearError("a token without its certificate")
