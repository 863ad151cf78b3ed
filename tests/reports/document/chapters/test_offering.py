"""Results per service: one table where there are two of them at least, in the office's order."""

from dataclasses import replace
from decimal import Decimal

from reports.cycle.model import ServiceData
from reports.document.build import build
from reports.printing.html import print_html
from tests.make_cycle import ELEMENT_KEYS, make_source
from tests.reports.shapes import mixed

KTP = ServiceData("KTP", 1200, dict.fromkeys(ELEMENT_KEYS, Decimal("3.5")))
KK = ServiceData("KK", 5, {"waktu": Decimal("2.995")})
AKTA = ServiceData("Akta", 3, dict.fromkeys(ELEMENT_KEYS, Decimal("1.5")))


def document(*services, order=(), served=(), respondents=None):
    cycle = mixed()
    first, *others = cycle.followup.priorities
    plan, *more = first.plans
    priorities = (replace(first, plans=(replace(plan, services=served), *more)), *others)
    cycle = replace(
        cycle,
        survey=replace(cycle.survey, services=services, respondents=respondents or cycle.survey.respondents),
        followup=replace(cycle.followup, priorities=priorities),
    )
    return build(replace(make_source(cycle), services=order))


def test_one_service_says_no_more_than_the_whole():
    assert document().plans.services is None
    assert document(KTP).plans.services is None


def test_each_service_has_a_row_in_the_offices_order():
    table = document(KK, KTP, order=("KTP", "KK")).plans.services
    assert [(row.name, row.respondents) for row in table.rows] == [("KTP", "1.200"), ("KK", "5")]
    assert (table.rows[0].scores[0], table.rows[0].index, table.rows[0].grade) == ("3,50", "87,50", "B")
    place = list(ELEMENT_KEYS).index("waktu")
    assert table.rows[1].scores[place] == "3,00"
    assert (table.rows[1].scores.count("–"), table.rows[1].index, table.rows[1].grade) == (8, "–", "–")


def test_it_is_the_last_table_of_the_chapter_and_explains_its_numbers():
    made = document(KK, KTP)
    assert [entry.label for entry in made.tables] == [
        f"Tabel {n}" for n in ("2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4.1")
    ]
    assert made.plans.services.head.legend[0] == f"1 {made.element_names[ELEMENT_KEYS[0]]}"
    assert [row.name for row in made.plans.services.rows] == ["KK", "KTP"]
    page = print_html(made)
    assert "Hasil SKM menurut jenis layanan disajikan dalam Tabel" in page and "1.200" in page


def test_a_service_of_few_is_hidden_with_the_next_that_would_give_it_away():
    made = document(KTP, AKTA, replace(KTP, name="KK", respondents=5))
    table = made.plans.services
    assert [row.name for row in table.rows] == ["KTP", "Akta", "KK"]
    for row in table.rows[1:]:
        assert {row.respondents, *row.scores, row.index, row.grade} == {"*"}
    assert table.rows[0].index == "87,50"
    assert table.head.legend[-1].startswith("* disembunyikan (kurang dari 5 jawaban")
    page = print_html(made)
    assert (
        "disembunyikan (kurang dari 5 jawaban" in page
        and "1,50" not in page
        and page.split("Tabel 2.3")[-1].count("87,50") == 1
    )


def test_a_score_of_few_answers_is_hidden_with_its_index_and_with_what_covers_it():
    few = replace(KTP, name="KK", respondents=13, answers={ELEMENT_KEYS[8]: 1})
    rows = document(KTP, few, replace(KTP, name="Akta", respondents=20)).plans.services.rows
    assert [(row.respondents, row.scores[0], row.scores[8], row.index, row.grade) for row in rows] == [
        ("1.200", "3,50", "3,50", "87,50", "B"),
        ("13", "3,50", "*", "*", "*"),
        ("20", "3,50", "*", "*", "*"),
    ]


def test_those_in_no_service_are_covered_as_a_small_service_is():
    """The respondents of the whole, its results and those printed would tell what two people said."""
    rows = [replace(KTP, name=name, respondents=count) for name, count in (("A", 12), ("B", 8), ("C", 5))]
    shown = document(*rows, respondents=26).plans.services.rows
    assert [row.respondents for row in shown] == ["12", "8", "*"]
    assert [row.respondents for row in document(*rows, respondents=25).plans.services.rows] == ["12", "8", "5"]


def test_a_table_of_hidden_rows_alone_is_left_out():
    assert document(KTP, AKTA).plans.services is None
    assert [entry.label for entry in document(KTP, AKTA).tables if entry.label == "Tabel 2.3"] == []


def test_a_plan_prints_the_services_that_it_serves_and_nothing_where_none_is_named():
    details = document(served=("KK", "KTP")).plans.table.groups[0].rows[0].details
    assert details[-1] == "Layanan: KK dan KTP"
    assert not any("Layanan" in text for text in document().plans.table.groups[0].rows[0].details)
