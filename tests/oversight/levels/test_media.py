"""Indicator 7: kinds of media in which results were published, and which picture or kind is wanting."""

from datetime import date

import pytest

from oversight.levels import media
from oversight.levels.schemes import MEDIA, SCHEMES
from oversight.levels.standing import standings_of
from tests.oversight.levels.record import DAY, cycle, office, published

KINDS = ("printed", "electronic", "social", "website", "application", "billboard")


def row(record, day=DAY):
    return standings_of(record, day).rows[1]


def reading(record):
    return media.read(record, MEDIA, SCHEMES[0], DAY)


@pytest.mark.parametrize("count", range(7))
def test_each_kind_counts_once(count):
    twice = [published(kind, place=place) for kind in KINDS[:count] for place in ("Di sini", "Di sana")]
    assert row(office(cycle(), published=twice)).level == min(count, 5)


def test_a_kind_without_its_picture_does_not_count_and_is_asked_for():
    record = office(cycle(), published=(published(), published("social", place="@kpungawi", proven=False)))
    assert row(record).level == 1
    told = reading(record)
    assert [each.words for each in told.rests_on] == ["Media cetak atau non-elektronik: Papan pengumuman, 20 Juli 2025"]
    assert [each.words for each in told.lacks] == ["Unggah foto atau tangkapan layar publikasi di @kpungawi."]
    assert [(each.page, each.period) for each in (*told.rests_on, *told.lacks)] == [("publications", "2025-S1")] * 2


def test_where_one_of_two_of_a_kind_has_its_picture_nothing_is_wanting():
    record = office(cycle(), published=(published(), published(place="Majalah", proven=False)))
    assert reading(record).lacks == ()


def test_kinds_that_nobody_used_are_named_in_the_order_of_the_form():
    record = office(cycle(), published=(published("website"), published("social", proven=False)))
    (told,) = reading(record).toward
    assert told.words == (
        "Belum dipakai: media cetak atau non-elektronik (brosur, leaflet, papan pengumuman); "
        "media elektronik (TV, layar monitor, kiosk); aplikasi yang dapat diunduh; serta "
        "papan reklame (videotron, billboard, baliho)."
    )
    assert (told.page, told.period) == ("publication_sheets", "2025-S1")


def test_without_a_cycle_there_is_no_page_to_lead_to():
    (told,) = reading(office()).toward
    assert (told.page, told.period) == ("", "")


def test_who_is_at_the_top_is_asked_for_nothing_more():
    assert reading(office(cycle(), published=[published(kind) for kind in KINDS[:5]])).toward == ()


@pytest.mark.parametrize(
    ("day", "level"),
    [
        (date(2024, 12, 31), 0),
        (date(2025, 1, 1), 1),
        (date(2026, 3, 5), 1),
        (date(2026, 3, 6), 0),
    ],
)
def test_what_was_published_this_year_or_the_year_before_counts(day, level):
    assert row(office(cycle(), published=(published(day=day),))).level == level


def test_the_level_is_lost_when_the_publications_become_too_old_one_after_the_other():
    older, newer = published(day=date(2025, 5, 1)), published("website", day=date(2026, 1, 2))
    now = row(office(cycle(), published=(older, newer)))
    assert (now.level, now.loss.until, now.loss.level) == (2, date(2026, 12, 31), 1)
    alone = row(office(cycle(), published=(newer,)))
    assert (alone.level, alone.loss.until, alone.loss.level) == (1, date(2027, 12, 31), 0)


def test_the_latest_of_a_kind_is_what_it_rests_on():
    record = office(cycle(), published=(published(day=date(2026, 2, 1), place="Buletin"), published()))
    assert [each.words for each in reading(record).rests_on] == [
        "Media cetak atau non-elektronik: Buletin, 1 Februari 2026"
    ]
