"""Section 3.3 as a whole: which parts there are, how their tables are numbered, and what is printed of them."""

import re

from reports.document.build import build
from reports.printing.html import print_html
from tests.cases import in_one_test
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source, make_upkeep
from tests.reports.pasts import OLD, broken_trend, here, past
from tests.reports.shapes import SHAPES, all_done, all_nine, mixed, of, one_open, young


def evaluation(cycle, *surveys):
    return build(make_source(cycle, past=surveys)).realisation.evaluation


def labels(cycle, *surveys):
    return [head.label for head in evaluation(cycle, *surveys).tables]


NO_UPKEEP = make_cycle(followup=make_followup([of("waktu", make_plan()), of("biaya", make_plan("Dua"))], ()))
ONE_PRIORITY = make_cycle(followup=make_followup((of("waktu", make_plan()),), (make_upkeep(),)))


@in_one_test(
    ("cycle", "surveys", "numbers"),
    [
        (young(), (), []),
        (ONE_PRIORITY, (), []),
        (mixed(), (), ["3.3"]),
        (NO_UPKEEP, (), ["3.2"]),
        (mixed(), broken_trend(), ["3.3", "3.4", "3.5"]),
        (NO_UPKEEP, broken_trend(), ["3.2", "3.3", "3.4"]),
        (ONE_PRIORITY, broken_trend(), ["3.3", "3.4"]),
        (mixed(), (past("2024-S2", "80.00", OLD), here()), ["3.3"]),
        (ONE_PRIORITY, (past("2024-S1", "79.00"), past("2024-S2", "80.00", OLD), here("87.33", OLD)), ["3.3", "3.4"]),
    ],
)
def test_its_tables_are_numbered_one_after_the_other(cycle, surveys, numbers):
    assert labels(cycle, *surveys) == [f"Tabel {number}" for number in numbers]


def test_achievement_counts_the_plans_of_each_priority_by_status():
    part = evaluation(mixed()).achievement
    counted = [
        (row.element, row.total, row.done, row.in_progress, row.not_started, row.impossible, row.share.text)
        for row in (*part.rows, part.total)
    ]
    assert counted == [
        ("Sistem, Mekanisme, dan Prosedur", 3, 1, 1, 0, 1, "33%"),
        ("Waktu Penyelesaian", 2, 1, 0, 1, 0, "50%"),
        ("Jumlah", 5, 2, 1, 1, 1, "40%"),
    ]
    assert part.text == (
        "Sebanyak 2 dari 5 RTL (40%) telah dilaksanakan; capaian setiap unsur prioritas disajikan dalam Tabel 3.3."
    )
    assert len(evaluation(all_nine()).achievement.rows) == 9
    assert evaluation(one_open()).achievement is None and evaluation(all_done()).achievement is None


def test_each_part_is_printed_under_its_name_and_the_section_keeps_its_number():
    page = print_html(build(make_source(mixed(), past=broken_trend())))
    names = ["Capaian per unsur", "Kecepatan tindak lanjut", "Hasil periode sebelumnya", "Tren", "Keberlanjutan"]
    assert re.findall(r"<h3>(.*?)</h3>", page) == names
    assert page.index('id="bagian-3-3"') < page.index("<h3>") < page.index('id="bab-4"')
    assert "naik 0,15 menurut hasil survei" in page
    assert page.index("Tren</h3>") < page.index("<h3>Keberlanjutan") < page.index("Pengaruh tindak lanjut terhadap")


def test_what_is_not_known_has_no_heading():
    for name, shape in SHAPES.items():
        page = print_html(build(make_source(shape())))
        assert not {"Hasil periode sebelumnya", "Tren"} & set(re.findall(r"<h3>(.*?)</h3>", page)), name
    assert "<h3>" not in print_html(build(make_source(young())))


def test_that_something_rose_is_said_nowhere_else():
    page = print_html(build(make_source(mixed(), past=broken_trend())))
    parts = page[page.index("<h3>") : page.index('id="bab-4"')]
    rest = re.sub(r"<[^>]+>", " ", page.replace(parts, ""))
    assert "naik" in parts and not re.search(r"\b(naik|meningkat)\b", rest)
