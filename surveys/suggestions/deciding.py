"""The verbs for the suggestions of a survey: write, release, keep back, delete; and which may leave the office.

They hold the row of the cycle and do not ask whether it is frozen: what tells of a person must be taken away at any
time, and a prepared survey report keeps what it printed. The trail holds how many there are, never a text.
"""

from collections.abc import Mapping
from random import SystemRandom

from django.db.models import Case, Count, QuerySet, When

from offices.audit import record
from offices.declining import Declined
from offices.models import User
from surveys.locking import held_cycle
from surveys.models import Decision, Suggestion, Survey
from surveys.suggestions.personal import kinds_in


def released_suggestions(survey: Survey) -> QuerySet[Suggestion]:
    """Those that may leave the office; what is published of suggestions asks here."""
    return Suggestion.objects.filter(survey=survey, decision=Decision.RELEASED)


def suggestions_of(survey: Survey) -> QuerySet[Suggestion]:
    """All, those that nobody has read first."""
    unread_first = Case(When(decision=Decision.UNREAD, then=0), default=1)
    return Suggestion.objects.filter(survey=survey).order_by(unread_first, "pk")


def counts_of(survey: Survey) -> dict[Decision, int]:
    """How many there are of each decision; one query."""
    rows = Suggestion.objects.filter(survey=survey).order_by().values_list("decision").annotate(Count("pk"))
    counted = dict(rows)
    return {decision: counted.get(decision.value, 0) for decision in Decision}


def stored_texts(survey: Survey) -> dict[str, int]:
    """How many wrote each."""
    return dict(Suggestion.objects.filter(survey=survey).values_list("text", "times"))


def write_suggestions(survey: Survey, texts: Mapping[str, int]) -> None:
    """Put these in place of those that a survey has, in an order of chance; what was decided of a text holds on."""
    decided = dict(Suggestion.objects.filter(survey=survey).values_list("text", "decision"))
    Suggestion.objects.filter(survey=survey).delete()
    shuffled = list(texts.items())
    SystemRandom().shuffle(shuffled)
    Suggestion.objects.bulk_create(
        Suggestion(survey=survey, text=text, times=times, decision=decided.get(text, Decision.UNREAD))
        for text, times in shuffled
    )


def decide(suggestion: Suggestion, actor: User, decision: Decision, *, checked: bool = False) -> None:
    """Release a suggestion, or keep it back; what is decided already is no event.

    Raises Declined where it would be released, may tell who somebody is, and nobody has said that this was ``checked``.
    """
    with held_cycle(suggestion.survey) as held:
        row = Suggestion.objects.select_for_update(of=("self",)).get(pk=suggestion.pk)
        if row.decision == decision:
            return
        kinds = kinds_in(row.text) if decision == Decision.RELEASED else ()
        if kinds and not checked:
            raise Declined(
                f"Saran ini memuat {' dan '.join(kinds)}. "
                "Tahan atau hapus saran ini, atau centang bahwa isinya boleh dirilis."
            )
        before = _told(held)
        row.decision = decision
        row.save(update_fields=["decision"])
        action = "suggestion.release" if decision == Decision.RELEASED else "suggestion.keep"
        record(actor, action, held, held.office, before=before, after=_told(held))


def delete_suggestion(suggestion: Suggestion, actor: User) -> None:
    """Nothing of it stays."""
    with held_cycle(suggestion.survey) as held:
        before = _told(held)
        Suggestion.objects.filter(pk=suggestion.pk).delete()
        record(actor, "suggestion.delete", held, held.office, before=before, after=_told(held))


def _told(survey: Survey) -> dict[str, int]:
    return {decision.value: count for decision, count in counts_of(survey).items()}
