"""A certificate of an unknown issuer, on a file that was signed elsewhere, counts once a second person knows it."""

from django.db import transaction

from offices.account.second_factor import is_demonstration
from offices.audit import record
from offices.declining import Declined
from offices.models import Office, User
from reports.issuing.keys.confirming import confirmers, is_alone, is_confirmed, told_of, unconfirmed, who_may
from reports.models import OutsideCertificate, Report, State
from reports.signing.keys.certificate import Certificate


def check_known_here(certificate: Certificate, user: User, office: Office) -> None:
    """Raise Declined, and let the certificate wait for its confirmation, unless it is known in this office."""
    standing = Report.objects.filter(state__in=(State.SIGNED, State.SUPERSEDED), followup__survey__office=office)
    has_signed = standing.filter(signed_by=user, signer__fingerprint=certificate.fingerprint).exists()
    if is_demonstration(user) or is_alone(user, office) or has_signed:
        return
    waiting = _waiting(certificate, user, office)
    if is_confirmed(waiting, office):
        return
    who = who_may(confirmers(user, office), office)
    raise Declined(
        f"{unconfirmed(waiting, office)} Sertifikat atas nama {certificate.holder} ini diterbitkan oleh "
        f"{certificate.issuer}, yang tidak terdaftar di portal ini; sidik jarinya {certificate.fingerprint}. Berkasnya "
        f"tidak disimpan: unggah lagi berkas yang sama setelah dikonfirmasi. {who}"
    )


def _waiting(certificate: Certificate, user: User, office: Office) -> OutsideCertificate:
    with transaction.atomic():
        row, is_new = OutsideCertificate.objects.get_or_create(
            user=user,
            office=office,
            fingerprint=certificate.fingerprint,
            defaults={"certificate": certificate.as_json()},
        )
        if is_new:
            record(user, "signing_key.ask", row, office, after=told_of(row))
    return row
