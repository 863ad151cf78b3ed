"""Who, other than the person, set a password, and when: one place, through which every way of resetting goes."""

from django.utils import timezone

from offices.models import NoticeKind, ResetWay, User
from offices.notices.telling import notify


def password_was_reset(user: User, by: User | None, way: ResetWay) -> None:
    """Note a reset; to be called by every way that sets a password for somebody, in the same transaction.

    Mail and an identity provider count: who holds the mailbox or the provider's account is not proven to be the person.
    """
    user.password_reset_at = timezone.now()
    user.password_reset_by = by
    user.password_reset_way = way
    user.save(update_fields=["password_reset_at", "password_reset_by", "password_reset_way"])
    if way != ResetWay.NEW:
        notify(user, NoticeKind.PASSWORD_RESET, by, way=way.value)
