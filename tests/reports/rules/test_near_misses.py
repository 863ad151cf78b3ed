"""What lies just beside a rule: a report that comes as near to a fault as it may, and of which nothing is said.

That each rule finds its fault is in test_mutations.py; here is where it must keep still, or where it begins.
"""

from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.model import ALL_UNITS, Evidence
from reports.document.earlier import EarlierPeriod
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from tests.cases import in_one_test
from tests.make_cycle import make_completion, make_source
from tests.reports.rules.clean import changed, clean, document_of, found, photo
from tests.reports.rules.test_mutations import signing_of

DONE, OPEN = "followup.priorities.0.plans.0", "followup.priorities.0.plans.1"
SECOND, LAST = "followup.priorities.1.plans.0", "followup.priorities.1.plans.1"
CARE = "followup.upkeep.0"
UNDATED = (f"{DONE}.evidence.photos.0.taken_on", None)


def with_changes(*changes):
    cycle = clean()
    for path, value in changes:
        cycle = changed(cycle, path, value)
    return cycle


def ids(cycle, **source):
    return [rule for rule, _place in found(cycle, **source)]


def realised(path, **values):
    return [(f"{path}.realisation.{name}", value) for name, value in values.items()]


SILENT = {
    # the survey, its index and its days
    "a grade as it follows from the score": [("survey.declared_grades", {"sarana": "A", "waktu": "B"})],
    "a grade of an element that was not published": [("survey.declared_grades", {})],
    "almost free of charge": [("survey.scores.biaya", Decimal("3.99"))],
    "free of charge in another element": [("survey.scores.pengaduan", Decimal(4))],
    "as many respondents as the table asks for": [("survey.respondents", 269)],
    "everybody answered": [("survey.respondents", 900)],
    "a survey report on the last day of the survey": [("survey.report_date", date(2025, 6, 30))],
    "a survey report in the month after the follow-up began": [("survey.report_date", date(2025, 8, 31))],
    "a survey that ends in the first month of the follow-up": [
        ("survey.end", date(2025, 7, 31)),
        ("survey.report_date", None),
    ],
    "a survey that begins in the month before its period": [("survey.start", date(2024, 12, 1))],
    "a score beyond the edge of a grade": [("survey.scores.sarana", Decimal("3.54"))],
    "a score on the edge that has its decimals": [("survey.scores.sarana", Decimal("3.532400"))],
    # priorities
    "a lower one left out, with a reason": [
        ("followup.priorities.1.element", "produk"),
        ("followup.priorities.1.rationale", "Produk dipilih sesuai arahan pimpinan."),
    ],
    "the next element further off than rounding": [("survey.scores.kompetensi", Decimal("3.29"))],
    # plans
    "every unit with a lead is asked who it is, not who leads": [(f"{DONE}.units", ("kul", "rendatin"))],
    "names that differ in one word": [(f"{OPEN}.programme", "Menyusun jadwal petugas")],
    # realisation
    "done and told in the past": realised(DONE, description="Jadwal telah selesai disusun."),
    "done, and what was not yet before": realised(
        DONE, description="Semula jadwal belum ada; kini jadwal telah ditempel."
    ),
    "done, and others have not yet": realised(DONE, description="Jadwal disampaikan kepada petugas yang belum hadir."),
    "an obstacle that is over": realised(DONE, obstacle="Ruang tempel sempat terbatas."),
    "not all of one thing, all of another": realised(
        OPEN, description=None, obstacle="Belum seluruh petugas hadir."
    ),
    "every quarter within four months": realised(
        DONE,
        description="Jadwal diperbarui setiap triwulan.",
        months=tuple(Month(2025, number) for number in (8, 9, 10, 11)),
    ),
    "every month within two": realised(
        DONE, description="Jadwal diperbarui setiap bulan.", months=(Month(2025, 9), Month(2025, 10))
    ),
    "every month as it is planned": realised(DONE, description="Jadwal akan diperbarui setiap bulan."),
    "done in the month in which the survey began": [
        *realised(DONE, months=(Month(2025, 6),), completed_on=date(2025, 6, 30)),
        UNDATED,
    ],
    "done on the first day of the survey": [*realised(DONE, months=(), completed_on=date(2025, 6, 2)), UNDATED],
    "done on the last day of the report's month": realised(DONE, months=(), completed_on=date(2025, 12, 31)),
    "ended on the last day of its months": realised(DONE, completed_on=date(2025, 10, 31)),
    "open, and prepared": realised(OPEN, description="Rapat persiapan telah dilaksanakan."),
    "open, and in part": realised(OPEN, description="Sebagian antrean telah selesai ditata."),
    "a target in the month of the report": [(f"{OPEN}.completion.latest", Month(2025, 12))],
    "a target of what is impossible, without a strategy": [
        (f"{LAST}.completion", make_completion(strategy=None, latest=Month(2025, 11)))
    ],
    "no unit for what is impossible": [(f"{LAST}.completion", make_completion(strategy=None, units=()))],
    # evidence
    "a photo of the plan's first day": [(f"{DONE}.evidence.photos", (photo("jadwal", date(2025, 10, 1)),))],
    "a photo of a month later": [(f"{DONE}.evidence.photos", (photo("jadwal", date(2025, 11, 20)),))],
    "a photo without a day": [(f"{DONE}.evidence.photos", (photo("jadwal", None),))],
    "two groups without a note": [(f"{DONE}.evidence.note", None), (f"{SECOND}.evidence.note", None)],
    "open without proof": [(f"{OPEN}.evidence", Evidence())],
    # wording
    "a note that ends with et cetera": [(f"{DONE}.evidence.note", "Jadwal, papan, dan lainnya")],
    "a description that ends with a bracket": realised(DONE, description="Jadwal ditempel (di ruang pelayanan)."),
    "a hope of improvement": realised(
        DONE, description="Jadwal ditempel untuk meningkatkan mutu pelayanan."
    ),
    "more of what people ask for": realised(DONE, description="Jumlah permohonan meningkat."),
    "a site of the state": [(f"{DONE}.evidence.note", "Jadwal dimuat pada kab-contoh.kpu.go.id.")],
    "a platform": [(f"{DONE}.evidence.note", "Jadwal dimuat pada instagram.com.")],
    "a mail address": [(f"{DONE}.evidence.note", "Saran dikirim ke layanan@kab-contoh.kpu.go.id.")],
    # the office and its report
    "an address with a spaced number": [("office.address", "Jl. Pemuda No. 1")],
    "a street whose name begins with JI": [("office.address", "Jalan Jimbaran 1")],
    "a report in the sixth month": [("followup.report_month", Month(2025, 12))],
    # every other rule of data
    "scores at both ends of the scale": [
        ("survey.scores.biaya", Decimal("3.99")),
        ("survey.scores.waktu", Decimal(1)),
    ],
    "one priority with one plan": [("followup.priorities", clean().followup.priorities[:1])],
    "a reason of three words": [(f"{OPEN}.completion.reason", "Anggaran belum tersedia.")],
    "a strategy of two words": [(f"{OPEN}.completion.strategy", "Menambah petugas.")],
    "a placeholder that is known": [("narrative", {"1.1": "IKM kami {{ ikm }}."})],
    "a table that is there": [("narrative", {"3.1": "Realisasi disajikan dalam Tabel 3.1."})],
    "a survey of one day": [("survey.start", date(2025, 6, 30)), ("survey.end", date(2025, 6, 30))],
    "in progress with a month": [(f"{OPEN}.realisation.months", (Month(2025, 11),))],
    "a short name that leaves its place out": [("office.short_name", "KPU Contoh")],
    "a plan of the last month": [(f"{SECOND}.months", (Month(2025, 11),))],
    "a post in place of a unit": [
        (f"{DONE}.units", ()),
        (f"{DONE}.lead", None),
        (f"{DONE}.others", ("Kepala Seksi Pelayanan",)),
    ],
    "done, in two words": [(f"{SECOND}.realisation.description", "Papan dipasang.")],
    "a deadline without a beginning": [(f"{OPEN}.completion.earliest", None)],
    "upkeep in two words": [(f"{CARE}.activity", "Pengumuman dipasang.")],
    "in progress without a day": [(f"{OPEN}.realisation.completed_on", None)],
    "upkeep proven by one photo": [(f"{CARE}.evidence.note", "Foto tarif.")],
    "upkeep of the second highest": [(f"{CARE}.element", "sarana")],
    "a signatory born on a leap day": [("signatory.nip", "198402292009021002")],
    "an acting signatory": [("signatory.title", "Plt. Sekretaris KPU Kabupaten Contoh")],
    "signs that the typeface has": [(f"{SECOND}.realisation.description", "Papan – 2 × 1 m – dipasang → loket.")],
    "what is impossible with a reason alone": [(f"{LAST}.completion.reason", "Loket milik kabupaten.")],
    "a lead among two": [(f"{DONE}.units", ("kul", "rendatin")), (f"{DONE}.lead", "kul")],
    "no obstacle": [(f"{DONE}.realisation.obstacle", "Nihil")],
    "the photo that follows is there": [(f"{DONE}.evidence.note", "Foto berikut memperlihatkan jadwal.")],
    "upkeep as it was planned": [(f"{CARE}.plan", "Tarif diumumkan.")],
    "a word of the standard": [(f"{SECOND}.realisation.description", "Papan standar pelayanan dipasang.")],
    "a report of the month after the window": [("followup.report_month", Month(2025, 12))],
    "an office without social media": [("office.socials", ())],
    "a target in two years": [(f"{OPEN}.completion.latest", Month(2027, 11))],
    "a photo of two plans beside another": [(f"{SECOND}.evidence.photos", (photo("papan"), photo("jadwal")))],
    "descriptions that differ in one word": [
        (f"{SECOND}.realisation.description", "Satu jadwal disusun dan ditempel di ruang tunggu."),
    ],
    "a place that the address names": [("office.place", "Pemuda")],
    "two of two units": [(f"{DONE}.units", ("kul", "rendatin"))],
    "a survey without a report": [("survey.report_date", None)],
    "a target of one word": [(f"{DONE}.target", "Tersedia")],
    "late, with reason, strategy and target": [(f"{OPEN}.months", (Month(2025, 8),))],
}  # fmt: skip


@in_one_test("name", SILENT)
def test_what_is_beside_a_fault_is_none(name):
    assert found(with_changes(*SILENT[name])) == []


BEGINS = {
    "one respondent fewer than the table asks for": (
        [("survey.respondents", 268)], [("survey.respondents", 269)], "K15",
    ),
    "one respondent more than people": ([("survey.respondents", 901)], [("survey.respondents", 900)], "K16"),
    "a report of the survey a day before its end": (
        [("survey.report_date", date(2025, 6, 29))], [("survey.report_date", date(2025, 6, 30))], "K17",
    ),
    "a survey that begins a day too early": (
        [("survey.start", date(2024, 11, 30))], [("survey.start", date(2024, 12, 1))], "K64",
    ),
    "done a day before the survey": (
        realised(DONE, months=(), completed_on=date(2025, 6, 1)),
        realised(DONE, months=(), completed_on=date(2025, 6, 2)),
        "K21",
    ),
    "done a day after the report": (
        realised(DONE, months=(), completed_on=date(2026, 1, 1)),
        realised(DONE, months=(), completed_on=date(2025, 12, 31)),
        "K63",
    ),
    "ended a day after its months": (
        realised(DONE, completed_on=date(2025, 11, 1)), realised(DONE, completed_on=date(2025, 10, 31)), "K21",
    ),
    "a month that the survey comes after": (
        realised(DONE, months=(Month(2025, 5),), completed_on=None),
        realised(DONE, months=(Month(2025, 6),), completed_on=None),
        "K21",
    ),
    "a month after the report": (
        realised(DONE, months=(Month(2026, 1),), completed_on=None),
        realised(DONE, months=(Month(2025, 12),), completed_on=None),
        "K63",
    ),
    "three months for every quarter": (
        realised(DONE, description="Diperbarui setiap triwulan.", months=(Month(2025, 8), Month(2025, 10))),
        realised(DONE, description="Diperbarui setiap triwulan.", months=(Month(2025, 7), Month(2025, 10))),
        "T5",
    ),
    "six months for every half-year": (
        realised(DONE, description="Diperbarui tiap semester.", months=(Month(2025, 6), Month(2025, 11)),
                 completed_on=None),
        realised(DONE, description="Diperbarui tiap semester.", months=(Month(2025, 6), Month(2025, 12)),
                 completed_on=None),
        "T5",
    ),
    "a target a month before the report": (
        [(f"{OPEN}.completion.latest", Month(2025, 11))], [(f"{OPEN}.completion.latest", Month(2025, 12))], "K60",
    ),
    "a photo a day before the survey": (
        [*realised(DONE, months=(Month(2025, 6), Month(2025, 10))), (UNDATED[0], date(2025, 6, 1))],
        [*realised(DONE, months=(Month(2025, 6), Month(2025, 10))), (UNDATED[0], date(2025, 6, 2))],
        "K22",
    ),
    "a report in the seventh month": (
        [("followup.report_month", Month(2026, 1))], [("followup.report_month", Month(2025, 12))], "T9",
    ),
    "two units, and no lead": (
        [(f"{DONE}.units", ("kul", "rendatin")), (f"{DONE}.lead", None)], [(f"{DONE}.lead", None)], "M14",
    ),
    "every unit, and no lead": (
        [(f"{DONE}.units", ALL_UNITS), (f"{DONE}.lead", None)], [(f"{DONE}.units", ("kul",))], "M14",
    ),
    "an element at the last printed place from the cut": (
        [("survey.scores.kompetensi", Decimal("3.28"))], [("survey.scores.kompetensi", Decimal("3.29"))], "N6",
    ),
    "more decimals leave less to rounding": (
        [("survey.scores.kompetensi", Decimal("3.271"))], [("survey.scores.kompetensi", Decimal("3.281"))], "N6",
    ),
    "one sentence of two with a claim": (
        realised(DONE, description="Jadwal ditempel. Indeks kepuasan meningkat."),
        realised(DONE, description="Jadwal ditempel. Agar indeks kepuasan meningkat."),
        "K18",
    ),
}  # fmt: skip


@in_one_test("name", BEGINS)
def test_a_rule_begins_where_it_says(name):
    beyond, within, rule = BEGINS[name]
    assert ids(with_changes(*beyond)).count(rule) == 1
    assert rule not in ids(with_changes(*within))


OF_SOURCES = {
    "photos that the office took": {},
    "a key of the signatory's own": {"signing": signing_of(demo=False)},
    "a report with its number": {"signing": signing_of(number="12/ORT.07-SD/3521/2025")},
    "a photo that proved something else": {
        "earlier": (EarlierPeriod("2024-S2", "Semester II Tahun 2024", None, {}, ("0" * 64,)),)
    },
}
"""What is right of a report's photos, key, number and earlier periods."""


@in_one_test("name", OF_SOURCES)
def test_what_lies_outside_the_cycle_and_is_right_is_silent(name):
    assert found(clean(), **OF_SOURCES[name]) == []


def test_a_lost_file_of_no_photo_of_this_report_is_nothing_to_it():
    case = case_of(make_source(clean()), damaged={"photos/lain.jpg": "hilang"})
    assert "K62" not in {finding.id for finding in findings_of(case)}


def test_a_day_of_the_year_2000_is_not_too_long_ago():
    days = {year: (("survey.report_date", date(year, 1, 3)),) for year in (1999, 2000)}
    assert ["K67" in ids(with_changes(*changes)) for changes in days.values()] == [True, False]


def test_an_index_is_right_as_it_is_computed_and_by_a_hundredth_no_more():
    computed = document_of(clean()).plans.results.index.computed
    assert found(with_changes(("survey.declared_index", computed))) == []
    assert ids(with_changes(("survey.declared_index", computed + Decimal("0.01")))) == ["N3"]


@pytest.mark.parametrize(
    ("period", "month", "late"),
    [
        ("2025-S1", Month(2026, 1), True),
        ("2025-T2", Month(2025, 12), False),
        ("2025-B06", Month(2026, 1), True),
        ("2024", Month(2025, 12), False),
        ("2024", Month(2026, 1), True),
    ],
)
def test_a_report_is_late_when_the_next_one_would_be_due(period, month, late):
    cycle = with_changes(("survey.period", period), ("followup.report_month", month))
    assert ("T9" in ids(cycle)) is late


@pytest.mark.parametrize(("key", "weak"), [("waktu", True), ("produk", True), ("sarana", False), ("biaya", False)])
def test_upkeep_is_for_what_lies_above_the_mean_and_is_no_priority(key, weak):
    others = ("followup.upkeep", clean().followup.upkeep[:1])
    assert ids(with_changes(others, (f"{CARE}.element", key))) == (["K31"] if weak else [])


def test_what_was_not_done_for_an_element_needs_neither_plan_nor_proof():
    cycle = with_changes((f"{CARE}.activity", None), (f"{CARE}.plan", None), (f"{CARE}.evidence", Evidence()))
    assert ids(cycle) == ["K11"]


def test_an_earlier_period_without_an_index_allows_no_claim():
    claim = realised(DONE, description="Indeks kepuasan meningkat.")
    none = EarlierPeriod("2024-S2", "Semester II Tahun 2024", None, {}, ())
    assert ids(with_changes(*claim), earlier=(none,)) == ["K18"]


def test_the_first_of_two_names_is_not_blamed_and_the_third_is():
    name = "Menyusun jadwal pelayanan"
    cycle = with_changes((f"{OPEN}.programme", name), (f"{SECOND}.programme", name.upper()))
    assert [place.partition(", ")[2] for rule, place in found(cycle) if rule == "K27"] == [
        "Tabel 2.2, nomor 1 b, Program/Kegiatan",
        "Tabel 2.2, nomor 2 a, Program/Kegiatan",
    ]


def test_each_lost_field_of_the_profile_is_named():
    for field in ("address", "phone", "email", "website"):
        assert ids(with_changes((f"office.{field}", None))) == ["K37"], field
    assert ids(with_changes(("office.address", ""), ("office.email", ""))) == ["K37", "K37"]


@pytest.mark.parametrize("name", ["Kosong", "(lowong)", "-", "jabatan vacant"])
def test_a_post_that_nobody_holds(name):
    assert ids(with_changes(("signatory.name", name))) == ["K33"]


def test_a_name_with_such_a_word_inside_is_one():
    assert found(with_changes(("signatory.name", "Nihilla Kosongan"))) == []
