"""The end of a person's names, as the law on personal data may ask: in trail and account, never of an event."""

from collections.abc import Iterable

from allauth.account.models import EmailAddress
from django.db import transaction
from django.db.models import Q

from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent, AuditName, CalendarKey, Office, User
from offices.recording.names import ERASED


def erase_names(person: int, further: Iterable[str] = ()) -> int:
    """Erase what names a person (the key of an account, which may be gone) and return how many names that were.

    Values that belong to no account (who signs for an office, whose certificate) go where they are written as one of
    the person's names or as one of ``further``. Raises Declined while the account is active.
    """
    user = User.objects.filter(pk=person).first()
    if user is not None and user.is_active:
        raise Declined("Akun ini masih aktif. Nonaktifkan dahulu, lalu hapus namanya.")
    with transaction.atomic():
        own = AuditName.objects.filter(person_id=person)
        spellings = {*own.exclude(key__contains=":").values_list("text", flat=True), *further}
        if user is not None:
            spellings |= {user.name, user.nip}
        free = AuditName.objects.filter(person_id=None, text__in=spellings - {""})
        doomed = [*own.values_list("pk", flat=True), *free.values_list("pk", flat=True)]
        if user is None and not doomed:
            raise Declined("Tidak ada nama yang tersimpan untuk nomor ini.")
        if user is not None:
            _make_nameless(user)
        # The offices in whose trail the person is; if there is none, the trail of no office.
        events = AuditEvent.objects.filter(Q(actor_id=person) | Q(object_kind="user", object_id=str(person)))
        codes = events.order_by().values("office_code")
        for office in Office.objects.filter(code__in=codes).order_by("code") or (None,):
            record(None, "person.erase_names", user or User(pk=person), office, after={"names": len(doomed)})
        AuditName.objects.filter(Q(pk__in=doomed) | Q(key=f"user:{person}")).delete()
    return len(doomed)


def _make_nameless(user: User) -> None:
    """The account stays for what refers to it, and is nobody's: no name, no address, no password."""
    user.name, user.username = ERASED, f"nama-dihapus-{user.pk}"
    user.nip = user.email = user.job_title = ""
    user.set_unusable_password()
    user.save()
    EmailAddress.objects.filter(user=user).delete()
    user.notices.all().delete()
    CalendarKey.objects.filter(user=user).delete()
