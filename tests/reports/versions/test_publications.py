"""What two versions of a report say of where something was published."""

import re
from dataclasses import replace
from datetime import date

from reports.versions.comparing import same_content, same_entries
from tests.make_cycle import make_cycle, make_followup, make_plan, make_publication
from tests.reports.versions.test_comparing import report, told, with_plans


def with_log(*publications, **look):
    return report(make_cycle(followup=make_followup(publications=publications)), **look)


def published(before, after):
    """What is told of the log, without the marks of words."""
    return [
        (label, kind, re.sub(r"[\[\]]", "", was), re.sub(r"[\[\]]", "", now))
        for theme, label, kind, was, now in told(before, after)
        if theme == "publikasi"
    ]


def test_a_publication_that_came_and_one_that_was_corrected_are_told_by_what_and_where():
    site = make_publication("Laman", medium="website", address="https://kpu.go.id/skm")
    board = make_publication("Papan")
    label = "Hasil SKM, Media cetak/non-elektronik: Papan"
    assert published(with_log(), with_log(board)) == [(label, "Ditambahkan", "", "15 Juli 2025")]
    assert published(with_log(board), with_log(replace(board, published_on=date(2025, 8, 1)))) == [
        (label, "Diubah", "15 Juli 2025", "1 Agustus 2025")
    ]
    ((named, kind, was, now),) = published(with_log(board, site), with_log(board))
    assert (named, kind, now) == ("Hasil SKM, Situs web atau subsitus: Laman", "Dihapus", "")
    assert was.splitlines() == ["15 Juli 2025", "https://kpu.go.id/skm"]


def test_one_thing_in_one_place_on_two_days_is_told_with_both():
    again = make_publication("Papan", published_on=date(2025, 9, 3))
    ((_label, kind, was, now),) = published(
        with_log(make_publication("Papan")), with_log(make_publication("Papan"), again)
    )
    assert (kind, was, now.splitlines()) == ("Diubah", "15 Juli 2025", ["15 Juli 2025", "3 September 2025"])


def test_a_log_that_an_office_does_not_print_is_told_of_its_look():
    before, after = with_log(make_publication()), with_log(make_publication(), has_publications=False)
    assert [label for _, label, _, _, _ in told(before, after)][-1] == "Lampiran Publikasi"
    assert [kind for _label, kind, _was, _now in published(before, after)] == ["Dihapus"]


def test_a_log_that_grew_is_other_content_and_nothing_that_was_entered_for_a_version():
    before, after = with_log(), with_log(make_publication(proof="publikasi/papan.jpg"))
    assert not same_content(before, after)
    assert same_entries(before, after)
    other = with_plans(make_plan("Lain"))
    assert not same_entries(before, other)
