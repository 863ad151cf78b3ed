"""The answers that an office chose to keep: written without order, deleted when asked, replaced or over.

Docs/decisions.md says why so little is kept, and for how long.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import SystemRandom
from typing import Any

from offices.audit import record
from offices.models import User
from surveys.basis import basis_of
from surveys.locking import held_cycle
from surveys.models import AnswerRow, Survey
from surveys.offering.kinds import named_services

KEPT_FOR = timedelta(days=730)
AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """Of how many respondents, and until when."""

    count: int
    until: datetime


def kept_answers(survey: Survey) -> KeptAnswers | None:
    """None where none are kept."""
    count = survey.answer_rows.count()
    basis = basis_of(survey) if count else None
    return KeptAnswers(count, basis.taken_at + KEPT_FOR) if basis and basis.taken_at else None


def write_answers(survey: Survey, found: Mapping[str, Sequence[str]]) -> None:
    """Put these answers, by service, in place of those that a survey has; for who holds it and its office.

    They are shuffled, so that no row tells whose line of the file it was.
    """
    survey.answer_rows.all().delete()
    services = named_services(survey.office, filter(None, found))
    rows = [
        AnswerRow(survey=survey, service=services.get(name), scores=scores)
        for name, own in found.items()
        for scores in own
    ]
    SystemRandom().shuffle(rows)
    AnswerRow.objects.bulk_create(rows, batch_size=AT_ONCE)


def told_kept(count: int) -> dict[str, Any]:
    """As the trail tells it, where there are any."""
    return {"kept": count} if count else {}


def delete_answers(survey: Survey, actor: User) -> int:
    """How many went; the means that rest on them stay. Done in a locked cycle, too, for no report shows answers."""
    return _delete(survey, actor, "survey.answers_delete")


def expired_answers(now: datetime) -> int:
    """How many are kept for longer than is promised."""
    return AnswerRow.objects.filter(survey__basis__taken_at__lt=now - KEPT_FOR).count()


def expire_answers(now: datetime) -> int:
    """Delete them; how many went."""
    over = Survey.objects.filter(basis__taken_at__lt=now - KEPT_FOR, answer_rows__isnull=False).distinct()
    return sum(_delete(survey, None, "survey.answers_expire") for survey in over)


def _delete(survey: Survey, actor: User | None, action: str) -> int:
    with held_cycle(survey) as held:
        count = held.answer_rows.count()
        if count:
            held.answer_rows.all().delete()
            record(actor, action, held, held.office, before={"kept": count}, after={"kept": 0})
    return count
