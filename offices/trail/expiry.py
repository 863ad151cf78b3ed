"""The end of old events: deleted by the owner of the database alone, with the names that nothing tells any more."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate

from offices.audit import record
from offices.declining import Declined
from offices.models import AuditEvent, AuditName, Office
from offices.recording.names import ACTOR, THING, references_in
from offices.trail.guard import is_owner, lifted

KEPT = timedelta(days=365)
"""So long an event is kept in any case; who may confirm a key is told by the last month of the trail."""


def expiring(until: date) -> QuerySet[AuditEvent]:
    """The events before that day. Raises Declined where it is too late a day, or the role may not delete."""
    if not is_owner():
        raise Declined("Riwayat hanya dapat dihapus dengan peran pemilik basis data, bukan dengan peran portal.")
    if until > localdate() - KEPT:
        raise Declined(f"Riwayat {KEPT.days} hari terakhir tidak dapat dihapus. Pilih tanggal yang lebih awal.")
    return AuditEvent.objects.filter(at__date__lt=until).order_by()


def expire(until: date) -> int:
    """Delete those events; each office's trail says how many of its own went. Raises as expiring()."""
    old = expiring(until)
    with lifted():
        counts = Counter(old.values_list("office_code", flat=True))
        pairs = old.values_list("before", "after").iterator()
        values = sorted(set().union(*(references_in(list(pair)) for pair in pairs)))
        old.delete()
        for start in range(0, len(values), 500):
            AuditName.objects.filter(key__in=values[start : start + 500]).delete()
        told = AuditEvent.objects.order_by()
        labels = AuditName.objects.filter(key__contains=":")
        labels.exclude(key__in=told.values_list(THING)).exclude(
            key__in=told.filter(actor_id__isnull=False).values_list(ACTOR)
        ).delete()
        offices = {office.code: office for office in Office.objects.filter(code__in=counts)}
        for code, count in sorted(counts.items()):
            record(None, "trail.expire", "", offices.get(code), after={"until": until, "events": count})
    return counts.total()
