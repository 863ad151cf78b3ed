"""Indicator 6: each step of a survey, what it rests on and what the next one wants."""

from dataclasses import replace
from datetime import date

import pytest

from oversight.levels import conduct
from oversight.levels.schemes import CONDUCT, SCHEMES
from oversight.levels.standing import standings_of
from tests.oversight.levels.record import DAY, cycle, office, published, signed

SCHEME = SCHEMES[0]
PRINTED, SITE = published(), published("website", place="ngawi.go.id")
ALL = office(cycle(signed=signed(1)), published=(PRINTED, SITE))


def level(record, day=DAY):
    return standings_of(record, day).rows[0].level


def reading(record, day=DAY):
    return conduct.read(record, CONDUCT, SCHEME, day)


def words(told):
    return [each.words for each in told]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (office(), 0),
        (office(cycle(scored=0)), 0),
        (office(cycle(scored=1)), 1),
        (office(cycle(scored=8)), 1),
        (office(cycle(has_respondents=False)), 1),
        (office(cycle(reported=None)), 1),
        (office(cycle(reported=date(2026, 3, 6))), 1),
        (office(cycle(instrument="buatan-sendiri")), 1),
        (office(cycle(reported=DAY)), 2),
        (office(cycle(), published=(SITE,)), 2),
        (office(cycle(), published=(PRINTED,)), 3),
        (office(cycle(), published=(PRINTED, published("billboard"))), 3),
        (office(cycle(), published=(PRINTED, SITE)), 4),
        (office(cycle(signed=signed(0)), published=(PRINTED, SITE)), 4),
        (office(cycle(signed=signed(1, dated=date(2026, 3, 6))), published=(PRINTED, SITE)), 4),
        (ALL, 5),
    ],
)
def test_each_step_is_a_level(record, expected):
    assert level(record) == expected


@pytest.mark.parametrize("medium", ["electronic", "social", "website", "application"])
def test_every_kind_of_electronic_media_counts_as_electronic(medium):
    assert level(office(cycle(), published=(PRINTED, published(medium)))) == 4


def test_a_publication_without_its_picture_or_of_a_day_to_come_does_not_count():
    unproven = published(proven=False)
    assert level(office(cycle(), published=(unproven,))) == 2
    assert level(office(cycle(), published=(published(day=date(2026, 3, 6)),))) == 2
    assert level(office(cycle(), published=(published(day=DAY),))) == 3
    assert words(reading(office(cycle(), published=(unproven,))).toward) == [
        "Unggah foto atau tangkapan layar publikasi di Papan pengumuman."
    ]


def test_what_another_survey_published_does_not_count_for_this_one():
    record = office(cycle("2025-S2"), cycle("2025-S1", scored=3), published=(PRINTED, SITE))
    assert level(record) == 2


def test_surveys_of_this_year_and_of_the_year_before_count_and_no_older_one():
    assert level(office(cycle("2024-S2"))) == 0
    assert level(office(cycle("2025-S1"))) == 2
    assert level(office(cycle("2026-S1"))) == 2


def test_the_best_survey_decides_and_of_two_alike_the_latest():
    poor = cycle("2026-S1", scored=2)
    assert level(office(poor, *ALL.cycles, published=ALL.published)) == 5
    alike = reading(office(cycle("2025-S2"), cycle("2025-S1")))
    assert words(alike.rests_on)[0] == "SKM Semester II Tahun 2025: 9 dari 9 unsur mempunyai nilai"


def test_it_rests_on_each_paper_that_was_needed():
    told = reading(ALL)
    assert words(told.rests_on) == [
        "SKM Semester I Tahun 2025: 9 dari 9 unsur mempunyai nilai",
        "Laporan SKM Semester I Tahun 2025 tanggal 10 Juli 2025",
        "Publikasi: Papan pengumuman, 20 Juli 2025",
        "Publikasi: ngawi.go.id, 20 Juli 2025",
        "Laporan tindak lanjut Semester I Tahun 2025: 1 dari 4 RTL selesai",
    ]
    assert [each.page for each in told.rests_on] == ["results", "survey", "publications", "publications", "report"]
    assert {each.period for each in told.rests_on} == {"2025-S1"}
    assert (told.lacks, told.toward) == ((), ())


def test_it_names_all_that_keeps_a_survey_from_being_as_the_regulation_wants_it():
    bad = cycle(scored=7, has_respondents=False, reported=None, instrument="buatan-sendiri")
    assert words(reading(office(bad)).toward) == [
        "Instrumen SKM Semester I Tahun 2025 bukan instrumen PermenPANRB yang berlaku.",
        "Isi nilai 2 unsur SKM Semester I Tahun 2025 yang masih kosong.",
        "Isi jumlah responden SKM Semester I Tahun 2025.",
        "Terbitkan laporan SKM Semester I Tahun 2025 dan isi tanggalnya.",
    ]


@pytest.mark.parametrize(
    ("record", "expected", "page"),
    [
        (office(), "Laksanakan SKM, buat siklusnya", "survey_new"),
        (office(cycle(scored=0)), "Isi nilai setiap unsur SKM Semester I Tahun 2025.", "survey"),
        (office(cycle()), "pada media non-elektronik, misalnya papan pengumuman", "publications"),
        (office(cycle(), published=(PRINTED,)), "pada media elektronik, misalnya situs web", "publications"),
        (office(cycle(), published=(PRINTED, SITE)), "Tandatangani laporan tindak lanjut", "signing"),
    ],
)
def test_the_next_step_is_told_with_the_page_where_it_is_taken(record, expected, page):
    (told,) = reading(record).toward
    assert expected in told.words
    assert told.page == page


def test_the_report_of_a_survey_is_missed_once_the_level_rests_on_it():
    assert words(reading(office(cycle(has_report=False))).lacks) == [
        "Berkas laporan SKM Semester I Tahun 2025 belum ada di portal."
    ]
    assert reading(office(cycle(has_report=False, scored=3))).lacks == ()


def test_a_period_recorded_by_hand_is_mended_among_the_earlier_periods():
    told = reading(office(replace(cycle(scored=4), is_recorded=True)))
    assert {(each.page, each.period) for each in (*told.rests_on, *told.toward)} == {("earlier_periods", "")}
