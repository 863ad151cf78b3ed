"""All indicators together: their sum, until when a level lasts, and that more evidence never lowers one."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight.levels.records import OfficeRecord, SignedFollowUp
from oversight.levels.standing import standings_of
from tests.oversight.levels.record import DAY, cycle, office, published, signed

KINDS = ("printed", "electronic", "social", "website", "application", "billboard")
BEST = office(cycle(signed=signed()), published=[published(kind) for kind in KINDS])


def levels(record, day=DAY):
    return [row.level for row in standings_of(record, day).rows]


def test_an_office_with_everything_is_at_the_top_and_one_with_nothing_at_the_bottom():
    assert levels(BEST) == [5, 5, 5, 5]
    assert levels(office()) == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("record", "score"),
    [(BEST, "1,90"), (office(), "0,00"), (office(cycle()), "0,41"), (office(cycle(signed=signed())), "1,04")],
)
def test_the_sum_weighs_each_level(record, score):
    told = standings_of(record, DAY)
    assert told.score_text == score
    assert told.most_text == "1,90"


def test_the_sum_is_exact():
    assert standings_of(office(cycle()), DAY).score == Decimal("0.41")


def test_each_level_has_its_meaning_and_the_next_one_too():
    first, *_others = standings_of(office(cycle()), DAY).rows
    assert (first.level, first.following, first.highest) == (2, 3, 5)
    assert first.meaning == "SKM sesuai PermenPANRB yang berlaku"
    assert first.following_meaning.endswith("media non-elektronik")
    top = standings_of(BEST, DAY).rows[0]
    assert (top.following, top.following_meaning) == (0, "")


def test_a_survey_lasts_until_the_end_of_the_year_after_its_own():
    first = standings_of(office(cycle("2025-S1")), DAY).rows[0]
    assert (first.loss.until, first.loss.level) == (date(2026, 12, 31), 0)
    first = standings_of(office(cycle("2026-S1", reported=date(2026, 3, 1))), DAY).rows[0]
    assert (first.loss.until, first.loss.level) == (date(2027, 12, 31), 0)


RECORDS = st.builds(
    lambda cycles, rows: OfficeRecord(tuple(cycles), tuple(rows)),
    st.lists(
        st.builds(
            lambda period, scored, counted, reported, planned, done, dated: cycle(
                period,
                scored=scored,
                has_respondents=counted,
                reported=reported,
                planned=planned,
                done=min(done, planned),
                signed=dated and SignedFollowUp(dated, planned, min(done, planned), dated if done >= planned else None),
            ),
            st.sampled_from(["2024-S2", "2025-S1", "2025-S2", "2026-S1"]),
            st.integers(0, 9),
            st.booleans(),
            st.none() | st.dates(date(2025, 1, 1), DAY),
            st.integers(0, 12),
            st.integers(0, 12),
            st.none() | st.dates(date(2025, 1, 1), DAY),
        ),
        max_size=4,
        unique_by=lambda each: each.period,
    ),
    st.lists(
        st.builds(
            published,
            st.sampled_from(KINDS),
            st.sampled_from(["2025-S1", "2026-S1"]),
            st.dates(date(2024, 6, 1), DAY),
            proven=st.booleans(),
        ),
        max_size=8,
    ),
)


def _with_scores(each):
    return replace(each, scored=each.elements, has_respondents=True, has_report=True)


def _with_one_more_done(each):
    done = min(each.done + 1, each.planned)
    if each.signed is None:
        return replace(each, done=done)
    proven = min(each.signed.done + 1, each.signed.total)
    complete = each.signed.dated if proven == each.signed.total else None
    return replace(each, done=done, signed=replace(each.signed, done=proven, complete_on=complete))


def _signed_now(each):
    if each.signed is not None:
        return each
    return replace(
        each, signed=SignedFollowUp(DAY, each.planned, each.done, DAY if each.done == each.planned else None)
    )


def _reported_sooner(each):
    """The follow-up a day earlier, as long as it stays behind the survey's report."""
    if each.signed is None or each.signed.complete_on is None or each.reported is None:
        return each
    day = max(each.signed.complete_on - timedelta(days=1), min(each.reported, each.signed.complete_on))
    return replace(each, signed=replace(each.signed, complete_on=day, dated=day))


@given(RECORDS, st.sampled_from([_with_scores, _with_one_more_done, _signed_now, _reported_sooner]), st.integers(0, 3))
def test_more_of_a_survey_never_lowers_a_level(record, change, which):
    cycles = tuple(change(each) if place == which else each for place, each in enumerate(record.cycles))
    more = levels(replace(record, cycles=cycles))
    assert all(after >= before for before, after in zip(levels(record), more, strict=True))


@given(RECORDS, st.sampled_from(KINDS), st.sampled_from(["2025-S1", "2026-S1"]), st.dates(date(2024, 6, 1), DAY))
def test_one_more_publication_never_lowers_a_level(record, kind, period, day):
    more = replace(record, published=(*record.published, published(kind, period, day)))
    assert all(after >= before for before, after in zip(levels(record), levels(more), strict=True))


@given(RECORDS)
def test_a_survey_that_is_complete_in_all_never_lowers_a_level(record):
    best = cycle("2025-T3", reported=DAY, signed=signed(dated=DAY))
    more = replace(record, cycles=(best, *record.cycles))
    before, after = levels(record), levels(more)
    assert all(now >= then for then, now in zip(before, after, strict=True))


@given(RECORDS)
def test_the_day_on_which_a_level_is_lost_is_the_first_on_which_it_is(record):
    for place, row in enumerate(standings_of(record, DAY).rows):
        if row.loss is None:
            assert row.level == 0
            continue
        assert levels(record, row.loss.until)[place] >= row.level
        assert levels(record, row.loss.until + timedelta(days=1))[place] == row.loss.level < row.level


@given(RECORDS)
def test_a_level_below_the_top_always_says_what_the_next_wants_or_what_is_missing(record):
    for row in standings_of(record, DAY).rows[:3]:
        if row.following:
            assert row.reading.toward or row.reading.lacks
