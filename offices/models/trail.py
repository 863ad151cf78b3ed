"""The trail of what people did, and the names that it tells. How an event is written is in audit.py."""

from typing import Any, ClassVar

from django.db import models


class AuditEvent(models.Model):
    """Who did what to which thing, as values that outlive the thing.

    Rows are added by audit.py and never change: triggers refuse UPDATE and DELETE. Names of persons are not in
    them: ``object_label`` is empty where the thing is told by one, and values refer to AuditName.
    """

    OFFICE_PATH: ClassVar[str] = ""

    at = models.DateTimeField("waktu", auto_now_add=True, db_index=True)
    office_code = models.CharField("kode satuan kerja", max_length=32, blank=True, db_index=True)
    actor_id = models.BigIntegerField("pelaku", null=True)
    action = models.CharField("tindakan", max_length=60)
    object_kind = models.CharField("jenis objek", max_length=60, blank=True)
    object_id = models.CharField("id objek", max_length=60, blank=True)
    object_label = models.CharField("objek", max_length=300, blank=True)
    before: Any = models.JSONField("sebelum", null=True)
    after: Any = models.JSONField("sesudah", null=True)

    class Meta:
        verbose_name = "riwayat perubahan"
        verbose_name_plural = "riwayat perubahan"
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["office_code", "at", "id"], name="event_by_office_and_time"),
            models.Index(fields=["object_kind", "object_id", "at", "id"], name="event_by_object_and_time"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.object_label}"


class AuditName(models.Model):
    """A name that the trail tells, beside its rows, so that it can be erased without touching one.

    ``key``: of a thing its kind and id (``user:7``), of a value what the row refers to. ``person_id``: whose name
    it is, where that is known.
    """

    OFFICE_PATH: ClassVar[str] = ""

    key = models.CharField("kunci", max_length=130, unique=True)
    person_id = models.BigIntegerField("orang", null=True, db_index=True)
    text = models.TextField("nama")

    class Meta:
        verbose_name = "nama dalam riwayat"
        verbose_name_plural = "nama dalam riwayat"

    def __str__(self) -> str:
        return self.text
