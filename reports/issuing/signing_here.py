"""Signing in the portal with the signatory's own key. The passphrase lives in memory for this one call."""

import logging
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables

from offices.account.second_factor import protects_keys_of
from offices.declining import Declined
from offices.models import User
from reports.issuing.keeping import digest_of_bytes, read
from reports.issuing.keys.confirming import check_confirmed, vouch_for_own
from reports.issuing.prepared_facts import PreparedFacts, prepared_facts
from reports.issuing.sealing import Signed, check_prepared, fresh, seal
from reports.models import Report, SigningKey, SigningWay
from reports.printing.conformance import faults_of
from reports.signing.keys.certificate import Certificate
from reports.signing.keys.opening import LocalKey, SeveralKeys, UnusableKey, WrongPassphrase, certificate_of, open_key
from reports.signing.trust import trusted_roots
from reports.signing.verify import SignatureFacts, inspect

MOST_BYTES = 200 * 2**20
"""Of our own files, which may be larger than what a stranger may have checked."""
log = logging.getLogger(__name__)
READ_AND_AGREED = (
    "Saya telah membaca laporan versi {version}, menyetujui isinya, dan membubuhkan tanda tangan elektronik saya "
    "sendiri."
)
DEMO_REFUSED = "Kunci contoh hanya dapat dipakai pada portal percobaan. Unggah kunci milik Anda sendiri."
NO_SECOND_FACTOR = (
    "Kunci tanda tangan hanya dapat disimpan dan dipakai di portal bila verifikasi dua langkah akun Anda aktif. "
    "Aktifkan dahulu melalui Akun saya."
)
_UNVERIFIED = "Tanda tangan yang dihasilkan tidak lolos verifikasi, sehingga tidak disimpan. Coba lagi."


@dataclass(frozen=True, slots=True)
class Will:
    """What the signatory declared. ``agreed``: has read this version; ``other_holder``: knows of another name.

    ``own_key``: says that the key is theirs, where the office has no second person.
    """

    agreed: bool
    other_holder: bool = False
    own_key: bool = False


class ChoiceNeeded(Declined):
    """A container holds several keys that may sign; ``choices`` are their certificates."""

    def __init__(self, several: SeveralKeys) -> None:
        names = (f"{choice.holder} (sidik jari {choice.fingerprint})" for choice in several.choices)
        super().__init__(f"{several} {'; '.join(names)}.")
        self.choices = several.choices


@sensitive_variables("passphrase")
def sign_here(report: Report, user: User, passphrase: str, will: Will) -> Report:
    """Sign a prepared version with the key that the user uploaded; see sign_with for what may refuse it."""
    stored = SigningKey.objects.filter(user=user).first()
    check_second_factor(user)
    if stored is None:
        raise Declined("Anda belum mengunggah kunci tanda tangan. Unggah dahulu pada halaman Kunci.")
    office = report.followup.survey.office
    check_confirmed(stored, office, ticked=will.own_key)
    key = opened(bytes(stored.container), passphrase, stored.fingerprint)
    vouch_for_own(stored, office)
    return sign_with(report, user, key, will)


@sensitive_variables("passphrase")
def opened(container: bytes, passphrase: str, wanted: str = "") -> LocalKey:
    """The key in a container; raises Declined with the sentence for the signatory."""
    try:
        return open_key(container, passphrase, wanted=wanted)
    except SeveralKeys as several:
        raise ChoiceNeeded(several) from None
    except (WrongPassphrase, UnusableKey) as error:
        raise Declined(str(error)) from None


def sign_with(report: Report, user: User, key: LocalKey, will: Will) -> Report:
    """Sign a prepared version with an open key, check the result, and keep it.

    Raises Declined, and nothing is half signed: the version waits as before.
    """
    waiting = fresh(report)
    check_prepared(waiting, SigningWay.HERE)
    facts = prepared_facts(waiting)
    certificate = certificate_of(key)
    if not will.agreed:
        raise Declined(f"Centang pernyataan bahwa Anda telah membaca dan menyetujui versi {waiting.version}.")
    if not facts.names(certificate) and not will.other_holder:
        raise Declined(
            f"Sertifikat ini atas nama {certificate.holder}, sedangkan penanda tangan laporan ini "
            f"{facts.signatory}. Centang pernyataan tentang perbedaan nama bila memang demikian."
        )
    check_key_allowed(certificate)
    check_mark(certificate, facts)
    prepared = read(waiting.prepared_file, waiting.prepared_sha256)
    now = timezone.now().replace(microsecond=0)
    content = _signed(prepared, key, facts, now)
    return seal(waiting, user, _as_signed(content, _proven(prepared, content), certificate, now))


def check_second_factor(user: User) -> None:
    """Raise Declined where a password alone, which others may have set, would open the way to a key."""
    if not protects_keys_of(user):
        raise Declined(NO_SECOND_FACTOR)


def check_key_allowed(certificate: Certificate) -> None:
    """Raise Declined for a demonstration key on a real server."""
    if certificate.is_demo and not settings.DEBUG:
        raise Declined(DEMO_REFUSED)


def check_mark(certificate: Certificate, facts: PreparedFacts) -> None:
    """What every page says of the key was drawn when the file was made, and must be true; else Declined."""
    if facts.demo != certificate.is_demo:
        raise Declined(
            "Berkas ini disiapkan untuk jenis kunci lain: tanda CONTOH pada halamannya tidak sesuai dengan kunci Anda. "
            "Kembalikan menjadi draf, lalu siapkan lagi."
        )


def _signed(prepared: bytes, key: LocalKey, facts: PreparedFacts, now: datetime) -> bytes:
    from reports.signing.sign import SigningFailed, sign  # a second of imports

    reason = f"Penandatanganan {facts.subject}"
    try:
        return sign(prepared, key, at=now, reason=reason, location=facts.place, timestamp_url=settings.TIMESTAMP_URL)
    except (SigningFailed, UnusableKey) as error:
        raise Declined(str(error)) from error


def _proven(prepared: bytes, content: bytes) -> SignatureFacts:
    """The one signature of the file, which holds in a file that is still what it claims to be."""
    inspection = inspect(content, trusted_roots(), most_bytes=MOST_BYTES)
    faults = faults_of(content)
    whole = inspection.holds and content.startswith(prepared) and not faults
    if len(inspection.signatures) == 1 and whole:
        return inspection.signatures[0]
    log.error("a signature did not pass: %s %s", inspection, "; ".join(faults))
    raise Declined(_UNVERIFIED)


def _as_signed(content: bytes, facts: SignatureFacts, certificate: Certificate, now: datetime) -> Signed:
    digest = digest_of_bytes(content)
    stamped = facts.timestamped_at
    moments = {"signed_at": now.isoformat(), "timestamped_at": stamped.isoformat() if stamped else None}
    signer = certificate.as_json() | {"signer": certificate.holder, "trusted": facts.trusted} | moments
    return Signed(
        content=content,
        kind="ttd",
        column="signed_file",
        fields={"signed_sha256": digest, "signed_at": now, "signer": signer},
        told={"signer": certificate.holder, "issuer": certificate.issuer, "sha256": digest},
        action="report.sign",
    )
