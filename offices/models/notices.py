"""What a person is told: of the own account, and of the work that waits for them or came to its end."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from offices.models.people import User


class NoticeKind(models.TextChoices):
    """What can be done to an account, then what can happen to one's work; the sentences are in notices/words.py."""

    PASSWORD_RESET = "password_reset"  # noqa: S105 (a name, as the next)
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    ROLES_CHANGED = "roles_changed"
    EMAIL_CHANGED = "email_changed"
    DISABLED = "disabled"
    ENABLED = "enabled"
    FACTOR_ON = "factor_on"
    FACTOR_OFF = "factor_off"
    FACTOR_REMOVED = "factor_removed"
    RECOVERY_CODES = "recovery_codes"
    KEY_KEPT = "key_kept"
    KEY_FORGOTTEN = "key_forgotten"
    KEY_CONFIRMED = "key_confirmed"
    SESSION_ENDED = "session_ended"
    SIGNER_GRANTED = "signer_granted"
    REPORT_ISSUED = "report_issued"
    RETURNED = "returned"
    WAITS = "waits"
    TO_SIGN = "to_sign"
    SIGNED = "signed"
    LOOK_LAID = "look_laid"
    WEEKLY = "weekly"
    RESET_ASKED = "reset_asked"
    INVITED = "invited"


WORK = (NoticeKind.RETURNED, NoticeKind.WAITS, NoticeKind.TO_SIGN, NoticeKind.SIGNED, NoticeKind.LOOK_LAID)
"""What is told of one's work: it waits under the bell, not on every page as what was done to the account."""
LINKS = (NoticeKind.RESET_ASKED, NoticeKind.INVITED)
"""What carries a link by which one comes to a password of one's own; the link is made when the letter is."""
BY_MAIL_ALONE = (NoticeKind.WEEKLY, *LINKS)
SWITCHABLE = (*WORK, NoticeKind.WEEKLY)
"""What a person may wish not to get by mail."""


class Notice(models.Model):
    """What was done to an account or to somebody's work, for its person: values, never sentences.

    ``actor`` is empty where the operator of the server did it. ``understood_at`` is empty as long as it is unread;
    the row stays in the list afterwards. ``place``: the path where the work is. ``mail_due_at`` is set while a letter
    waits. ``key``: what a person is told once only.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="notices")
    kind = models.CharField("kejadian", max_length=20, choices=NoticeKind)
    at = models.DateTimeField("waktu", default=timezone.now)
    actor = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    told: Any = models.JSONField("rincian", default=dict)
    place = models.CharField("tempat", max_length=200, blank=True)
    understood_at = models.DateTimeField("dibaca pada", null=True, blank=True)
    key = models.CharField("kunci", max_length=40, blank=True)
    mail_due_at = models.DateTimeField("disurelkan mulai", null=True, blank=True, db_index=True)
    mailed_at = models.DateTimeField("disurelkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "pemberitahuan akun"
        verbose_name_plural = "pemberitahuan akun"
        ordering = ["-at", "-id"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_kind_known"),
            models.UniqueConstraint(fields=["user", "key"], condition=~Q(key=""), name="notice_key_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"


class UnwantedMail(models.Model):
    """A kind of notice that a person does not want by mail."""

    OFFICE_PATH: ClassVar[str] = ""

    user = models.ForeignKey(User, models.CASCADE, related_name="unwanted_mail")
    kind = models.CharField("kejadian", max_length=20, choices=NoticeKind)

    class Meta:
        verbose_name = "surel yang tidak dikehendaki"
        verbose_name_plural = "surel yang tidak dikehendaki"
        constraints = [
            models.UniqueConstraint(fields=["user", "kind"], name="unwanted_mail_once"),
            models.CheckConstraint(condition=Q(kind__in=SWITCHABLE), name="unwanted_mail_can_be_switched"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"
