"""What a person is told of the own account."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from offices.models.people import User


class NoticeKind(models.TextChoices):
    """What can be done to an account; the sentences are in notices/words.py."""

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


class Notice(models.Model):
    """What was done to an account, for its person: values, never sentences.

    ``actor`` is empty where the operator of the server did it. ``understood_at`` is empty as long as it is shown
    on every page; the row stays in the list of the account afterwards. ``mail_due_at`` is set while a letter waits.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="notices")
    kind = models.CharField("kejadian", max_length=20, choices=NoticeKind)
    at = models.DateTimeField("waktu", default=timezone.now)
    actor = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")
    told: Any = models.JSONField("rincian", default=dict)
    understood_at = models.DateTimeField("dibaca pada", null=True, blank=True)
    mail_due_at = models.DateTimeField("disurelkan mulai", null=True, blank=True, db_index=True)
    mailed_at = models.DateTimeField("disurelkan pada", null=True, blank=True)

    class Meta:
        verbose_name = "pemberitahuan akun"
        verbose_name_plural = "pemberitahuan akun"
        ordering = ["-at", "-id"]
        constraints = [models.CheckConstraint(condition=Q(kind__in=NoticeKind.values), name="notice_kind_known")]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_kind_display()}"
