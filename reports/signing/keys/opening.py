"""A signatory's key: the PKCS#12 container opened by its passphrase, and refused where it may not sign reports.

Neither the passphrase nor the key is ever part of a message, a representation or a log line.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.views.decorators.debug import sensitive_variables

from offices.fence import UnfinishedError, fenced
from reports.signing.keys.certificate import Certificate, described, restored
from reports.signing.keys.container import NOT_A_CONTAINER, opened
from reports.signing.keys.fitness import unfitness

MOST_BYTES = 100_000
SECONDS = 10
_UNFINISHED = "Berkas kunci ini tidak dapat dibuka dalam waktu yang wajar. Ekspor ulang dengan pengaturan biasa."


class WrongPassphrase(ValueError):
    """The passphrase does not open the container."""

    def __init__(self) -> None:
        super().__init__("Frasa sandi salah. Kunci tidak dapat dibuka; silakan coba lagi.")


class UnusableKey(ValueError):
    """The container holds no key with which a report may be signed; the message says why."""


class SeveralKeys(UnusableKey):
    """More than one key could sign; ``choices`` are their certificates."""

    def __init__(self, choices: Sequence[Certificate]) -> None:
        super().__init__("Berkas ini memuat beberapa kunci yang dapat dipakai. Pilih salah satu:")
        self.choices = tuple(choices)


@dataclass(frozen=True, slots=True)
class LocalKey:
    """A key that is open in memory, its certificate, and those that lead to the issuer."""

    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = field(repr=False)


def certificate_of(key: LocalKey) -> Certificate:
    """What the key's certificate says."""
    return described(key.certificate)


@sensitive_variables()
def open_key(container: bytes, passphrase: str, *, at: datetime | None = None, wanted: str = "") -> LocalKey:
    """The key in a PKCS#12 container, fit to sign at the moment ``at`` (aware; now).

    ``wanted``: the fingerprint of its certificate, where several are fit. The container is opened behind the fence.
    Raises WrongPassphrase, SeveralKeys or UnusableKey, each with a sentence for the signatory.
    """
    if len(container) > MOST_BYTES:
        raise UnusableKey(NOT_A_CONTAINER)
    moment = at or datetime.now(UTC)
    try:
        answer = fenced(lambda: opened(container, passphrase, moment, wanted), SECONDS)
    except UnfinishedError:
        raise UnusableKey(_UNFINISHED) from None
    if isinstance(answer, bytes):
        return _from_pem(answer)
    raise _refusal(answer)


@sensitive_variables()
def _from_pem(bundle: bytes) -> LocalKey:
    own, *chain = x509.load_pem_x509_certificates(bundle)
    key = load_pem_private_key(bundle, None)
    assert isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey)  # noqa: S101 (its certificate is fit)
    return LocalKey(key, own, tuple(chain))


def _refusal(answer: dict[str, Any]) -> ValueError:
    if answer.get("wrong"):
        return WrongPassphrase()
    if several := answer.get("several"):
        return SeveralKeys([restored(facts) for facts in several])
    return UnusableKey(answer["refused"])


def refuse_unfit(certificate: x509.Certificate, at: datetime) -> None:
    """Raise UnusableKey where a certificate is not one with which a person signs at that moment."""
    if reason := unfitness(certificate, at):
        raise UnusableKey(reason)
