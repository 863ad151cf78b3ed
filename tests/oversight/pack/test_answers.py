"""The answers to form F01, from values: each follows from what an office has, and says so where it has nothing."""

from datetime import date
from decimal import Decimal

import pytest

from oversight.levels.records import CycleRecord, OfficeRecord, PublishedResults, SignedFollowUp
from oversight.levels.standing import standings_of
from oversight.pack.answers import UNKNOWN, IssuedIndex, answers_of
from surveys.periods import Period

DAY = date(2025, 12, 31)
FIRST, BEFORE = Period.parse("2025-S1"), Period.parse("2024")


def cycle(period=FIRST, **more):
    known = {
        "period": period,
        "instrument": "permenpanrb-14-2017",
        "elements": 9,
        "scored": 9,
        "has_respondents": True,
        "reported": date(period.year, 12, 1),
        "has_report": True,
        "planned": 0,
        "done": 0,
    }
    return CycleRecord(**(known | more))


def published(medium, place="Loket", *, is_proven=True, day=date(2025, 8, 1)):
    return PublishedResults(FIRST, medium, place, day, is_proven)


def answers(*cycles, log=(), indexes=()):
    record = OfficeRecord(tuple(cycles), tuple(log))
    return {each.question: each.answer for each in answers_of(record, standings_of(record, DAY), indexes, 2025)}


def answer(beginning, *cycles, **more):
    (found,) = [said for question, said in answers(*cycles, **more).items() if question.startswith(beginning)]
    return found


def test_an_office_with_nothing_says_no_and_invents_nothing():
    said = answers()
    assert list(said.values()).count("Belum") == 6
    assert said["Berapa nilai IKM pada skala 100, dan untuk periode mana?"] == UNKNOWN
    assert said["Berapa persen RTL tahun 2024 yang selesai?"] == UNKNOWN
    assert said["Media apa saja? (0 jenis)"] == UNKNOWN


def test_the_survey_was_carried_out_and_as_often_as_there_are_scores():
    cycles = (cycle(), cycle(Period.parse("2025-S2"), scored=0), cycle(BEFORE))
    assert answer("Apakah SKM sudah", *cycles) == "Ya"
    assert answer("Berapa kali", *cycles) == "1 kali pada tahun 2025; 1 kali pada tahun 2024"


def test_an_index_is_told_with_its_period():
    indexes = (IssuedIndex(BEFORE, Decimal("81.5")), IssuedIndex(FIRST, Decimal("87.364")))
    told = answer("Berapa nilai IKM", indexes=indexes)
    assert told == "81,50 untuk periode Tahun 2024; 87,36 untuk periode Semester I Tahun 2025"


@pytest.mark.parametrize(
    ("changes", "said"),
    [({}, "Ya"), ({"instrument": "lain"}, "Belum"), ({"scored": 8}, "Belum"), ({"reported": None}, "Belum")],
)
def test_it_is_as_the_regulation_wants_it_from_level_2_on(changes, said):
    assert answer("Apakah SKM sesuai", cycle(**changes)) == said


def test_media_are_told_by_what_is_proven_alone():
    log = (
        published("social", "Instagram"),
        published("social", "Facebook"),
        published("social", "Instagram"),
        published("printed", "Papan", is_proven=False),
        published("website", "Laman", day=date(2026, 1, 2)),
    )
    assert answer("Apakah hasil SKM dipublikasikan", log=log) == "Ya"
    assert answer("Pada media", log=log) == "elektronik"
    assert answer("Media apa saja? (1 jenis)", log=log) == "media sosial: Instagram dan Facebook"


def test_printed_and_electronic_media_are_both_told():
    log = (published("website"), published("printed"))
    assert answer("Pada media", log=log) == "non-elektronik dan elektronik"


def test_a_billboard_is_a_medium_of_neither_kind_for_certain():
    assert answer("Pada media", log=(published("billboard"),)) == UNKNOWN
    assert answer("Apakah hasil SKM dipublikasikan", log=(published("billboard"),)) == "Ya"


def test_plans_of_the_year_before_are_told_as_signed():
    signed = SignedFollowUp(date(2025, 3, 1), 10, 7, None)
    cycles = (cycle(), cycle(BEFORE, planned=10, done=9, signed=signed))
    assert answer("Apakah RTL", *cycles) == "Ya"
    assert answer("Berapa persen", *cycles).startswith("70,00% dari RTL SKM tahun 2024")
    assert answer("Apakah laporan pelaksanaan", *cycles) == "Ya"
    assert answer("Apakah hasil SKM ditindaklanjuti", *cycles) == "Ya"


def test_what_is_only_planned_is_no_follow_up():
    cycles = (cycle(BEFORE, planned=10, done=9),)
    assert answer("Apakah laporan pelaksanaan", *cycles) == "Belum"
    assert answer("Apakah hasil SKM ditindaklanjuti", *cycles) == "Belum"
    assert answer("Berapa persen", *cycles).startswith("0,00%")


def test_a_follow_up_of_a_year_that_does_not_count_is_none():
    signed = SignedFollowUp(date(2027, 3, 1), 10, 7, None)
    later = cycle(Period.parse("2026"), planned=10, done=9, signed=signed)
    assert answer("Apakah hasil SKM ditindaklanjuti", later) == "Belum"


def test_the_time_is_one_of_the_options_of_the_form():
    signed = SignedFollowUp(date(2025, 2, 20), 2, 2, date(2025, 2, 20))
    told = answer("Berapa lama", cycle(BEFORE, planned=2, done=2, signed=signed))
    assert told == "Seluruhnya ditindaklanjuti dalam 3 bulan sesudah laporan SKM terbit"
    assert answer("Berapa lama", cycle(BEFORE, planned=2)) == "Rekomendasi tidak ditindaklanjuti"


def test_how_long_a_follow_up_recorded_by_hand_took_is_not_invented():
    by_hand = cycle(BEFORE, planned=2, done=2, is_recorded=True)
    assert answer("Berapa lama", by_hand) == UNKNOWN
    kept = cycle(Period.parse("2024-S2"), planned=2)
    assert answer("Berapa lama", by_hand, kept) == "Rekomendasi tidak ditindaklanjuti"
