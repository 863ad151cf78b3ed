"""The lock of a cycle: who writes to it holds its lowest row, and nobody writes to one that is frozen."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import PermissionDenied
from django.db import transaction

from offices.fields import Field
from offices.permissions import Action, Person, may, names_of, refusal
from surveys.fields import FIELDWORK_FIELDS, SIGNATORY_FIELDS, SOURCE_FIELDS, STATED_FIELDS, SURVEY_FIELDS
from surveys.models import Lock, Survey

REASONS = {
    Lock.PREPARED: "Laporan periode ini sudah disiapkan untuk ditandatangani, sehingga datanya tidak dapat diubah. "
    "{} dapat mengembalikannya menjadi draf.",
    Lock.SIGNED: "Laporan periode ini sudah ditandatangani, sehingga datanya tidak dapat diubah. "
    "Perbaikan dilakukan dengan membuat versi baru.",
}
RESULTS_REASONS = {
    Lock.PREPARED: "Laporan SKM periode ini sudah disiapkan untuk ditandatangani, sehingga hasil dan pelaksanaan "
    "survei tidak dapat diubah. {} dapat mengembalikannya menjadi draf.",
    Lock.SIGNED: "Laporan SKM periode ini sudah ditandatangani, sehingga hasil dan pelaksanaan survei tidak dapat "
    "diubah. Perbaikan dilakukan dengan membuat versi baru laporan itu.",
}
FROZEN = {
    "lock": frozenset((*SURVEY_FIELDS, *SOURCE_FIELDS, *STATED_FIELDS, *FIELDWORK_FIELDS, *SIGNATORY_FIELDS)),
    "results_lock": frozenset((*SURVEY_FIELDS, *SOURCE_FIELDS, *STATED_FIELDS, *FIELDWORK_FIELDS)),
}
"""By the column that a kind of report sets: the fields of a survey that then stay as they are.

``lock`` also holds all that is planned and done; ``results_lock`` leaves that open, and who signs.
"""


class CycleLockedError(PermissionDenied):
    """The cycle is prepared or signed; the text says so in Indonesian, for whoever wanted to write.

    Uncaught it is answered like a wrong role: 403 with the reason.
    """


def lock_reason(survey: Survey) -> str:
    """Why nothing can be changed in this cycle, or nothing."""
    return REASONS.get(Lock(survey.lock), "").format(names_of(Action.PREPARE, survey.office))


def results_reason(survey: Survey) -> str:
    """Why the results of this survey cannot be changed, or nothing."""
    own = RESULTS_REASONS.get(Lock(survey.results_lock), "").format(names_of(Action.PREPARE, survey.office))
    return lock_reason(survey) or own


def is_frozen(survey: Survey, field: Field) -> bool:
    """Whether a report that is prepared or in force keeps this field of a survey as it is."""
    return any(getattr(survey, column) != Lock.OPEN and field in held for column, held in FROZEN.items())


def results_obstacle(user: Person, survey: Survey) -> str:
    """As ``obstacle``, of what the survey found and how it was carried out."""
    return results_reason(survey) or obstacle(user, Action.EDIT_SURVEY, survey)


def obstacle(user: Person, action: Action, survey: Survey) -> str:
    """Why this person cannot do this in this cycle, to be shown in place of the controls, or nothing."""
    return lock_reason(survey) or ("" if may(user, action, survey.office) else refusal(action, survey.office))


def refuse_locked(survey: Survey) -> None:
    """Raise CycleLockedError unless the cycle is a draft: before work whose verb asks again under the lock."""
    if reason := lock_reason(survey):
        raise CycleLockedError(reason)


@contextmanager
def held_cycle(survey: Survey) -> Iterator[Survey]:
    """One transaction that holds the cycle's row, locked or not: for the verbs that set its lock.

    Yields the row as it is under the lock.
    """
    with transaction.atomic():
        yield (
            Survey.objects.select_for_update(of=("self", "office"))
            .select_related("office", "instrument")
            .get(pk=survey.pk)
        )


def set_lock(survey: Survey, lock: Lock, column: str = "lock") -> None:
    """For who holds the cycle; ``column``: a key of ``FROZEN``, or empty for what freezes nothing."""
    if column:
        Survey.objects.filter(pk=survey.pk).update(**{column: lock})


@contextmanager
def open_cycle(survey: Survey) -> Iterator[Survey]:
    """One transaction that holds the cycle's row; raises CycleLockedError unless the cycle is a draft.

    Yields the row as it is under the lock. Every verb that writes to a cycle does so in here, and
    writes its one audit event in here too.
    """
    with held_cycle(survey) as held:
        refuse_locked(held)
        yield held


@contextmanager
def open_results(survey: Survey) -> Iterator[Survey]:
    """The same, unless the survey report that tells them is prepared or signed: for verbs that write results."""
    with open_cycle(survey) as held:
        if reason := results_reason(held):
            raise CycleLockedError(reason)
        yield held
