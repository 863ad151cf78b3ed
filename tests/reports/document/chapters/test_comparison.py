"""What 3.3 says of the period before: only what two comparable surveys found, and what became of what was carried."""

from decimal import Decimal

from followups.progress import Progress
from reports.cycle.model import Continued
from reports.document.chapters.comparison import before_of
from reports.document.facts import facts_of
from tests.cases import in_one_test
from tests.make_cycle import NGAWI_SCORES, make_cycle, make_followup, make_plan, make_source, make_survey
from tests.reports.pasts import OLD, broken_trend, here, past
from tests.reports.shapes import of, young


def before(*surveys, cycle=None):
    return before_of(facts_of(make_source(cycle, past=surveys)), "Tabel 3.4", "tabel-3-4")


def carrying(*plans):
    return make_cycle(followup=make_followup((of("waktu", *plans),)))


def plan(name, status, point, period="2024-S2"):
    return make_plan(name, status, continues=Continued(period, point))


# Index and elements


@in_one_test(
    ("index", "told"),
    [
        (
            "87.21",
            "IKM naik 0,12 menurut hasil survei, dari 87,21 (Semester II Tahun 2024) menjadi 87,33 (Semester I Tahun "
            "2025).",
        ),
        (
            "88.38",
            "IKM turun 1,05 menurut hasil survei, dari 88,38 (Semester II Tahun 2024) menjadi 87,33 (Semester I Tahun "
            "2025).",
        ),
        (
            "87.33",
            "IKM Semester I Tahun 2025 sama dengan IKM Semester II Tahun 2024 menurut hasil survei, yaitu 87,33.",
        ),
    ],
)
def test_the_index_rose_or_fell_according_to_the_surveys(index, told):
    assert before(past("2024-S2", index), here()).texts[0] == told


def test_every_element_stands_beside_what_it_scored_then():
    scores = NGAWI_SCORES | {"waktu": Decimal("3.13"), "biaya": Decimal("4.00"), "sarana": Decimal("3.80")}
    told = before(past("2024-S2", "87.21", scores=scores, priorities=("waktu",)), here())
    rows = {row.element: (row.before, row.now, row.change, row.was_priority) for row in told.table.rows}
    assert rows["Waktu Penyelesaian"] == ("3,13", "3,25", "naik 0,12", "Ya")
    assert rows["Biaya/Tarif"] == ("4,00", "4,00", "tetap", "–")
    assert rows["Sarana dan Prasarana"] == ("3,80", "3,76", "turun 0,04", "–")
    assert (
        told.texts[1]
        == "Dari sembilan unsur, satu naik, satu turun, dan tujuh tetap; rinciannya disajikan dalam Tabel 3.4."
    )
    assert (told.table.before, told.table.now, told.table.has_priorities) == ("Sem II 2024", "Sem I 2025", True)


@in_one_test(("step", "told"), [("-0.01", "naik"), ("0.01", "turun"), ("0", "tetap")])
def test_what_all_elements_did_is_not_counted(step, told):
    scores = {key: score + Decimal(step) for key, score in NGAWI_SCORES.items()}
    texts = before(past("2024-S2", "87.21", scores=scores), here()).texts
    assert texts[1] == f"Nilai seluruh unsur {told}; rinciannya disajikan dalam Tabel 3.4."


def test_a_change_is_the_difference_of_what_is_printed():
    scores = NGAWI_SCORES | {"waktu": Decimal("3.2475")}
    (row,) = [row for row in before(past("2024-S2", "87.21", scores=scores), here()).table.rows if row.number == 3]
    assert Decimal(row.now.replace(",", ".")) - Decimal(row.before.replace(",", ".")) == Decimal(
        row.change.split()[1].replace(",", ".")
    )


def test_what_was_done_then_is_told():
    assert before(past("2024-S2", "87.21"), here()).texts[2] == (
        "Pada Semester II Tahun 2024, 6 dari 8 RTL (75%) telah dilaksanakan."
    )
    assert len(before(past("2024-S2", "87.21", plans=Progress(0, 0)), here()).texts) == 2


# Where nothing can be compared


def test_surveys_of_two_instruments_are_not_compared_and_that_is_said():
    told = before(past("2024-S2", "87.21", OLD), here())
    assert told.texts == (
        "Hasil Semester I Tahun 2025 tidak dibandingkan dengan hasil Semester II Tahun 2024, karena instrumen berubah.",
    )
    assert told.table is None


@in_one_test(
    ("surveys", "cycle"),
    [
        ((), None),
        ((here(),), None),
        ((past("2024-S2", "87.21"), here(None)), young()),
        ((past("2024-S2", None, scores={}), here()), None),
    ],
)
def test_nothing_is_told_where_one_side_is_not_known(surveys, cycle):
    assert before(*surveys, cycle=cycle) is None


def test_the_last_survey_that_can_be_compared_is_the_one_beside_it():
    between = past("2024-S2", None, scores={})
    assert before(past("2024-S1", "86.00"), between, here()).table.before == "Sem I 2024"
    assert before(*broken_trend()).table.before == "Sem II 2024"


def test_without_the_scores_of_then_the_index_alone_is_compared():
    without = dict(list(NGAWI_SCORES.items())[:5])
    told = before(past("2024-S2", "87.21", scores=without), here())
    assert told.table is None
    assert told.texts[0].startswith("IKM naik 0,12") and not any("unsur" in text for text in told.texts)


# What was carried over


def test_of_what_was_left_open_it_is_said_how_much_was_carried_and_what_became_of_it():
    cycle = carrying(
        plan("Satu", "in_progress", "2 a"), plan("Dua", "done", "1 b"), make_plan("Baru"), plan("Tiga", "done", "1 c")
    )
    told = before(past("2024-S2", "87.21", owed=4), here(), cycle=cycle).texts[-1]
    assert told.replace("\N{NO-BREAK SPACE}", " ") == (
        "Dari empat RTL Semester II Tahun 2024 yang belum selesai, tiga diteruskan pada periode ini: RTL 1 b (semula "
        "1 b) dan 1 d (semula 1 c) telah dilaksanakan; RTL 1 a (semula 2 a) masih dalam proses."
    )


def test_each_period_from_which_something_was_carried_has_its_sentence():
    cycle = carrying(plan("Satu", "impossible", "2 a"), plan("Dua", "not_started", "1 b", "2024-S1"))
    texts = before(cycle=cycle).texts
    assert [text.split(" diteruskan")[0] for text in texts] == [
        "Satu RTL Semester I Tahun 2024",
        "Satu RTL Semester II Tahun 2024",
    ]
    assert texts[0].endswith("belum dimulai.") and texts[1].endswith("tidak dapat dilaksanakan.")


def test_no_plan_is_named_and_no_effect_is_claimed():
    cycle = carrying(plan("Menata antrean", "done", "2 a"))
    told = " ".join(before(past("2024-S2", "87.21", owed=1), here(), cycle=cycle).texts)
    assert "Menata" not in told and "karena" not in told and "meningkat" not in told


def test_scores_of_another_cycle_do_not_enter():
    cycle = make_cycle(survey=make_survey(period="2025-S2"))
    assert before(past("2024-S2", "87.21"), here(), cycle=cycle) is None
