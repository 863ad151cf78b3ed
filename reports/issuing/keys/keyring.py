"""A signatory's own key: kept as it came, locked by a passphrase that is tried once and kept nowhere."""

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from offices.audit import record
from offices.declining import Declined
from offices.models import NoticeKind, Office, Role, User
from offices.notices.telling import notify
from reports.issuing.keeping import digest_of_bytes
from reports.issuing.signing_here import check_key_allowed, check_second_factor, opened
from reports.models import SigningKey
from reports.signing.keys.opening import certificate_of

_NO_PASSPHRASE = "Kunci ini tidak dilindungi frasa sandi. Ekspor ulang dengan frasa sandi, lalu unggah lagi."  # noqa: S105


@sensitive_variables("passphrase")
def keep_key(user: User, container: bytes, passphrase: str, wanted: str = "") -> SigningKey:
    """Keep a key in place of an earlier one; ``wanted``: the fingerprint of the one to take of several.

    Raises Declined where it is not usable or not protected, ChoiceNeeded where several are.
    """
    check_second_factor(user)
    if not passphrase:
        raise Declined(_NO_PASSPHRASE)
    certificate = certificate_of(opened(container, passphrase, wanted))
    check_key_allowed(certificate)
    digest = digest_of_bytes(container)
    fields = {
        "container": container,
        "sha256": digest,
        "fingerprint": certificate.fingerprint,
        "certificate": certificate.as_json(),
        "is_demo": certificate.is_demo,
    }
    with transaction.atomic():
        key, _is_new = SigningKey.objects.update_or_create(defaults=fields, user=user)
        told = {"signer": certificate.holder, "issuer": certificate.issuer, "sha256": digest}
        record(user, "signing_key.keep", key, office_of(user), after=told)
        notify(user, NoticeKind.KEY_KEPT, user, holder=certificate.holder)
    return key


def forget_key(user: User) -> None:
    """Remove a person's key; raises Declined where there is none."""
    with transaction.atomic():
        key = SigningKey.objects.select_for_update().filter(user=user).first()
        if key is None:
            raise Declined("Tidak ada kunci tanda tangan yang dapat dihapus.")
        record(user, "signing_key.forget", key, office_of(user), before={"sha256": key.sha256})
        key.delete()
        notify(user, NoticeKind.KEY_FORGOTTEN, user)


def office_of(user: User) -> Office | None:
    """In whose trail a person's key is told: the office that they sign for, else any of theirs."""
    offices = Office.objects.filter(memberships__user=user)
    return offices.filter(memberships__role=Role.SECRETARY).first() or offices.first()
