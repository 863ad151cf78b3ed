"""The verbs for suggestions: written anew, decided one by one, told to the trail in numbers and never in words."""

import pytest

from offices.declining import Declined
from offices.models import AuditEvent
from surveys.models import Decision, Lock, Suggestion, Survey
from surveys.suggestions.deciding import (
    counts_of,
    decide,
    delete_suggestion,
    released_suggestions,
    stored_texts,
    suggestions_of,
    write_suggestions,
)
from tests.conftest import make_survey

pytestmark = pytest.mark.django_db
TEXTS = {"Kursi ditambah": 3, "Loket dibuka lebih awal": 1, "Terima kasih": 12}


@pytest.fixture
def written(survey):
    write_suggestions(survey, TEXTS)
    return survey


def one(text="Kursi ditambah"):
    return Suggestion.objects.get(text=text)


def told():
    return [(event.action, event.before, event.after) for event in AuditEvent.objects.order_by("pk")]


def numbers(unread=0, released=0, kept=0):
    return {"unread": unread, "released": released, "kept": kept}


def test_all_of_them_are_unread_at_first_with_how_many_wrote_each(written):
    assert stored_texts(written) == TEXTS
    assert counts_of(written) == {Decision.UNREAD: 3, Decision.RELEASED: 0, Decision.KEPT: 0}
    assert set(suggestions_of(written).values_list("decision", flat=True)) == {"unread"}


def test_they_lie_in_no_order_that_tells_who_came_when(survey):
    """Of forty texts in one order, twice: chance would have to be very kind to keep it."""
    texts = {f"Saran {number}": 1 for number in range(40)}
    orders = []
    for _time in range(2):
        write_suggestions(survey, texts)
        orders.append(list(Suggestion.objects.order_by("pk").values_list("text", flat=True)))
    assert list(texts) not in orders
    assert orders[0] != orders[1]


def test_what_was_decided_of_a_text_holds_on_when_the_file_comes_again(written, people):
    decide(one(), people.admin, Decision.RELEASED)
    decide(one("Terima kasih"), people.admin, Decision.KEPT)
    write_suggestions(written, {"Kursi ditambah": 5, "Terima kasih": 1, "Baru": 1})
    decisions = dict(Suggestion.objects.values_list("text", "decision"))
    assert decisions == {"Kursi ditambah": "released", "Terima kasih": "kept", "Baru": "unread"}
    assert stored_texts(written)["Kursi ditambah"] == 5


def test_those_of_other_surveys_stay(written, magetan):
    other = make_survey(magetan)
    write_suggestions(other, {"Kursi ditambah": 1})
    write_suggestions(written, {})
    assert (stored_texts(written), stored_texts(other)) == ({}, {"Kursi ditambah": 1})


def test_each_decision_is_an_event_of_numbers_and_the_same_again_is_none(written, people):
    for decision in (Decision.RELEASED, Decision.RELEASED, Decision.KEPT, Decision.UNREAD):
        decide(one(), people.admin, decision)
    before, released, kept = numbers(unread=3), numbers(unread=2, released=1), numbers(unread=2, kept=1)
    assert told() == [
        ("suggestion.release", before, released),
        ("suggestion.keep", released, kept),
        ("suggestion.keep", kept, before),
    ]
    assert "Kursi" not in str(told())


@pytest.mark.parametrize("decision", Decision)
def test_only_what_is_released_may_leave_the_office(written, people, decision):
    decide(one(), people.admin, decision)
    assert [row.text for row in released_suggestions(written)] == (
        ["Kursi ditambah"] if decision == Decision.RELEASED else []
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Hubungi 0812-3456-7890", "nomor telepon"),
        ("Surel saya budi@contoh.id", "alamat surel"),
        ("Budi, 0812 3456 7890 atau budi@contoh.id", "nomor telepon dan alamat surel"),
    ],
)
def test_what_tells_of_a_person_is_released_only_by_who_read_it_and_kept_back_by_anybody(survey, people, text, kinds):
    write_suggestions(survey, {text: 1})
    with pytest.raises(Declined, match=f"memuat {kinds}\\. Tahan atau hapus"):
        decide(one(text), people.admin, Decision.RELEASED)
    assert (one(text).decision, told()) == ("unread", [])
    decide(one(text), people.admin, Decision.KEPT)
    decide(one(text), people.admin, Decision.RELEASED, checked=True)
    decide(one(text), people.admin, Decision.RELEASED)
    assert one(text).decision == "released"


def test_a_deleted_one_is_gone_with_an_event_of_numbers_also_in_a_frozen_cycle(written, people):
    Survey.objects.filter(pk=written.pk).update(lock=Lock.SIGNED)
    delete_suggestion(one(), people.admin)
    assert "Kursi ditambah" not in stored_texts(written)
    assert told() == [("suggestion.delete", numbers(unread=3), numbers(unread=2))]
