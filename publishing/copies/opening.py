"""The decisions of an office on its signed reports: which copy is public, and whether the signed file itself is."""

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from publishing.copies.making import Copyable, stop_making
from publishing.models import PublicOriginal
from reports.models import ReleasedCopy
from surveys.locking import held_cycle

NO_COPY = "Salinan rilis ini belum dibuat. Tekan “Buat salinan rilis” dahulu."


def show_copy(actor: User, wanted: Copyable, *, is_public: bool) -> None:
    """Let anybody have the copy, or nobody any more; the same again is no event."""
    with held_cycle(wanted.report.followup.survey) as survey:
        rows = ReleasedCopy.objects.filter(report=wanted.report).exclude(file="")
        copy = rows.filter(inputs=wanted.inputs).first()
        if is_public and copy is None:
            raise Declined(NO_COPY)
        changed = rows.filter(is_public=not is_public)
        if is_public:
            changed = changed.filter(inputs=wanted.inputs)
        was_under_way = not is_public and stop_making(wanted)
        if changed.update(is_public=is_public) or was_under_way:
            action = "public.copy_open" if is_public else "public.copy_close"
            record(actor, action, wanted.report, survey.office, after={"version": wanted.report.version})


def show_original(actor: User, wanted: Copyable, *, is_public: bool) -> None:
    """Let anybody have the very file that was signed, of this version and no other; off until somebody decides."""
    report = wanted.report
    with held_cycle(report.followup.survey) as survey:
        if is_public:
            _row, changed = PublicOriginal.objects.get_or_create(report=report, defaults={"opened_by": actor})
        else:
            deleted, _by_kind = PublicOriginal.objects.filter(report=report).delete()
            changed = bool(deleted)
        if changed:
            action = "public.original_open" if is_public else "public.original_close"
            record(actor, action, report, survey.office, after={"version": report.version})
