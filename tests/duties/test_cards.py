"""The bar of a cycle's plans by status, and the index on its card."""

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duties.cards import ICONS, cards_of, status_counts
from followups.models import ActionPlan, EvidenceGroup, EvidenceUse, Status
from surveys.models import ElementScore, Survey
from tests.conftest import make_survey

ORDER = ["done", "in_progress", "not_started", "impossible"]


def bar(**counts):
    return status_counts(Counter(counts))


def test_each_status_has_its_part_in_their_order_and_those_without_plans_too():
    parts = bar(done=1, not_started=3)
    assert [part.key for part in parts] == ORDER == [status.value for status in ICONS]
    assert [part.number for part in parts] == [1, 0, 3, 0]
    assert [(part.start, part.share) for part in parts] == [(0, 25), (25, 0), (25, 75), (100, 0)]


def test_a_status_is_called_by_its_name_in_small_letters():
    assert [part.label for part in bar(done=1)] == [
        "selesai",
        *(status.label.lower() for status in (Status.IN_PROGRESS, Status.NOT_STARTED, Status.IMPOSSIBLE)),
    ]
    assert len({part.icon for part in bar()}) == len(ORDER)


def test_without_plans_no_part_has_a_width():
    assert {(part.number, part.start, part.share) for part in bar()} == {(0, Decimal(0), Decimal(0))}


@given(st.fixed_dictionaries({status: st.integers(0, 40) for status in ORDER}))
def test_the_parts_fill_the_bar_without_a_gap(counts):
    parts = bar(**counts)
    total = sum(counts.values())
    end = Decimal(0)
    for part in parts:
        assert part.start == end
        assert part.number == counts[part.key]
        assert total * part.share == pytest.approx(100 * part.number)
        end += part.share
    assert end == pytest.approx(100 if total else 0)


# --- from rows


@pytest.fixture
def card(survey):
    def of(**where):
        (found,) = cards_of(Survey.objects.filter(pk=survey.pk, **where))
        return found

    return of


def test_a_card_counts_the_plans_of_its_own_cycle(card, survey, magetan):
    make_survey(magetan)
    found = card()
    assert (found.plans, found.done) == (2, 1)
    assert {part.key: part.number for part in found.statuses if part.number} == {"done": 1, "not_started": 1}
    EvidenceUse.objects.all().delete()
    EvidenceGroup.objects.all().delete()
    ActionPlan.objects.filter(priority__followup__survey=survey).delete()
    assert (card().plans, card().done) == (0, 0)


def test_the_index_stands_once_every_element_has_a_score(card, survey):
    index = card().index
    assert index.grade.letter == "B"
    ElementScore.objects.filter(survey=survey, element__key="biaya").delete()
    assert card().index is None
    ElementScore.objects.filter(survey=survey).delete()
    assert card().index is None


def test_each_survey_has_its_card_in_the_order_asked_for(survey, magetan):
    other = make_survey(magetan)
    assert [each.survey for each in cards_of(Survey.objects.order_by("office__code"))] == [other, survey]
    assert [each.survey for each in cards_of(Survey.objects.order_by("-office__code"))] == [survey, other]
