"""The versions of a cycle's reports by what one wants to know of them."""

import pytest

from followups.models import FollowUp
from reports.models import PARTS, Part, ReaderNote, ReportKind, State
from reports.reading.forms import NoteForm
from reports.reading.notes import LONGEST_NOTE
from reports.reading.versions import (
    current,
    is_closed,
    open_version,
    versions,
    versions_in_force,
    versions_of_each_kind,
)
from surveys.models import Lock
from tests.conftest import make_survey
from tests.reports.issued import make_report

FOLLOW_UP, ADDENDUM = ReportKind.FOLLOW_UP, ReportKind.ADDENDUM
CODES = [f"{letter * 4}-BBBB-BBBB-BBBB-BBBB" for letter in "ACDEF"]


@pytest.fixture
def versions_in(people, survey):
    """``versions_in(state, …)``: a version in each of these states, counted from 1."""

    def made(*states, kind=FOLLOW_UP):
        followup = FollowUp.objects.get(survey=survey)
        return [
            make_report(followup, people.secretary, state, version=number, code=CODES[number], kind=kind)
            for number, state in enumerate(states, 1)
        ]

    return made


@pytest.mark.parametrize("state", [State.PREPARED, State.SUPERSEDED, State.WITHDRAWN])
def test_only_what_is_signed_and_stands_is_in_force(state, versions_in, survey):
    versions_in(state)
    assert current(survey) is None
    assert versions_in_force([survey.pk]) == {}


def test_the_latest_comes_first_and_each_is_found_by_what_it_is(versions_in, survey):
    old, signed, prepared = versions_in(State.SUPERSEDED, State.SIGNED, State.PREPARED)
    assert list(versions(survey)) == [prepared, signed, old]
    assert (current(survey), open_version(survey)) == (signed, prepared)


def test_a_kind_is_never_taken_for_the_other(versions_in, survey):
    (addendum,) = versions_in(State.SIGNED, kind=ADDENDUM)
    assert (current(survey), list(versions(survey)), versions_in_force([survey.pk])) == (None, [], {})
    assert current(survey, ADDENDUM) == addendum
    assert list(versions_of_each_kind(survey)) == [addendum]


@pytest.mark.parametrize(("lock", "closed"), [(Lock.OPEN, False), (Lock.PREPARED, False), (Lock.SIGNED, True)])
def test_a_follow_up_report_is_closed_by_the_lock_of_its_cycle(lock, closed, survey):
    survey.lock = lock
    assert is_closed(survey) is closed


@pytest.mark.parametrize(
    ("states", "closed"),
    [((), False), ((State.PREPARED,), False), ((State.SIGNED,), True), ((State.SIGNED, State.PREPARED), False)],
)
def test_what_completes_it_is_closed_while_a_version_stands_and_none_is_open(states, closed, versions_in, survey):
    versions_in(*states, kind=ADDENDUM)
    survey.lock = Lock.SIGNED
    assert is_closed(survey, ADDENDUM) is closed


def test_of_many_surveys_each_has_its_own_with_one_query_and_without_documents(
    versions_in, people, survey, magetan, django_assert_num_queries
):
    (own,) = versions_in(State.SIGNED)
    other = make_survey(magetan)
    theirs = make_report(FollowUp.objects.get(survey=other), people.secretary, code=CODES[0])
    with django_assert_num_queries(1):
        found = versions_in_force([survey.pk, other.pk, 0])
    assert found == {survey.pk: own, other.pk: theirs}
    assert all("document" in report.get_deferred_fields() for report in found.values())


@pytest.mark.parametrize("kind", ReportKind)
def test_a_note_is_left_on_a_part_that_its_report_has(kind):
    offered = [value for value, _label in NoteForm(kind=kind).fields["part"].choices]
    assert offered == [part.value for part in PARTS[kind]]
    for part in Part:
        form = NoteForm({"part": part.value, "text": "Perbaiki."}, kind=kind)
        assert form.is_valid() is (part in PARTS[kind])


@pytest.mark.parametrize(
    ("text", "is_sound"), [("x", True), ("x" * LONGEST_NOTE, True), ("x" * (LONGEST_NOTE + 1), False), (" ", False)]
)
def test_a_note_has_words_but_not_too_many(text, is_sound):
    form = NoteForm({"part": "bab-3", "text": text})
    assert form.is_valid() is is_sound
    assert list(form.errors) == ([] if is_sound else ["text"])


@pytest.mark.parametrize(
    ("who", "status"),
    [("head", 302), ("admin", 302), ("secretary", 302), ("staff", 403), ("supervisor", 403), ("stranger", 404)],
)
def test_who_reads_for_the_signature_writes_notes_and_nobody_else(who, status, as_user, people, survey):
    answer = as_user(getattr(people, who)).post(
        "/laporan/3521/2025-S1/catatan/", {"part": "bab-3", "text": "Perbaiki."}
    )
    assert answer.status_code == status
    assert ReaderNote.objects.exists() is (status == 302)
