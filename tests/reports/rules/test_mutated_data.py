"""One datum of three cycles is another: what is found, how severe it is, and at which field.

test_mutations.py has the changes of one cycle whose findings are told one by one; here are those of what cannot be, of
order in time, of answers that say nothing, on cycles of three lengths, offices and years.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.model import Evidence, WebPage
from reports.rules.registry import RULES, findings_of
from reports.rules.truth import rules as truth
from tests.mass import sampled
from tests.reports.rules import test_mutations as one_cycle
from tests.reports.rules.clean import changed, judged_case
from tests.reports.rules.three_cycles import CYCLES, moved

DONE, OPEN = "followup.priorities.0.plans.0", "followup.priorities.0.plans.1"
SECOND, LAST = "followup.priorities.1.plans.0", "followup.priorities.1.plans.1"
CARE = "followup.upkeep.0"


def at(path, value):
    """A change of one value; what depends on the cycle is a function of it."""
    return lambda cycle: changed(cycle, path, value(cycle) if callable(value) else value)


def several(*changes):
    def change(cycle):
        for each in changes:
            cycle = each(cycle)
        return cycle

    return change


def after_report(cycle):
    return cycle.followup.report_month.plus(1).first_day


def days_from(path, days):
    """A day so many days after another that the cycle has."""

    def day(cycle):
        here = cycle
        for name in path.split("."):
            here = here[int(name)] if isinstance(here, tuple) else getattr(here, name)
        return here + timedelta(days=days)

    return day


def web_page(day):
    return lambda cycle: (WebPage("https://contoh.go.id/bukti", "Papan persyaratan", day(cycle)),)


def before_window(cycle):
    return cycle.followup.start.plus(-3)


def note_of(cycle):
    return Evidence("Foto berikut memperlihatkan jadwal.", (), web_page(lambda c: c.survey.end)(cycle))


def first_photos(cycle):
    return cycle.followup.priorities[0].plans[0].evidence.photos


START, END, REPORTED = ("survey.start", "survey.end", "survey.report_date")
TOLD, HINDRANCE, DAY = (f"{DONE}.realisation.{name}" for name in ("description", "obstacle", "completed_on"))
MONTHS, SHOWN = f"{DONE}.realisation.months", f"{DONE}.evidence.photos.0.taken_on"
STATUS, GOAL = f"{OPEN}.realisation.status", f"{OPEN}.completion.latest"

MUTATIONS = {
    # days and numbers that cannot be
    "SKM report after the report": (at(REPORTED, after_report), [("K63", "block", "Tanggal laporan SKM")]),
    "survey until after the report": (at(END, after_report), [("K63", "block", "Waktu survei")]),
    "survey ends before it starts": (at(END, days_from(START, -1)), [("K65", "block", "Waktu survei")]),
    "survey of another century": (at(START, date(1925, 6, 2)), [("K67", "block", "Waktu survei")]),
    "SKM report of another century": (at(REPORTED, date(1999, 12, 31)), [("K67", "block", "Tanggal laporan SKM")]),
    "a score beyond the scale": (at("survey.scores.biaya", Decimal("4.10")), [("K66", "block", "Nilai")]),
    "an index beyond the scale": (at("survey.declared_index", Decimal("120")), [("K66", "block", "IKM")]),
    "an index below the scale": (at("survey.declared_index", Decimal("3.4")), [("K66", "block", "IKM")]),
    "more respondents than people": (
        at("survey.population", lambda cycle: cycle.survey.respondents - 1),
        [("K16", "block", "Jumlah responden")],
    ),
    "a window that ends before it starts": (
        at("followup.end", lambda cycle: cycle.followup.start.plus(-1)),
        [("K65", "block", "Masa tindak lanjut")],
    ),
    "a window of another century": (at("followup.start", Month(1925, 7)), [("K67", "block", "Masa tindak lanjut")]),
    "done after the report": (at(DAY, after_report), [("K63", "block", "Pelaksanaan")]),
    "open, and ended after the report": (
        at(f"{OPEN}.realisation.completed_on", after_report),
        [("K63", "block", "Pelaksanaan"), ("K25", "warn", "Pelaksanaan")],
    ),
    "carried out in months after the report": (
        at(MONTHS, lambda cycle: (*cycle.followup.priorities[0].plans[0].months, Month.of(after_report(cycle)))),
        [("K63", "block", "Pelaksanaan")],
    ),
    "done in another century": (at(DAY, date(1998, 3, 1)), [("K67", "block", "Pelaksanaan")]),
    "a photo after the report": (at(SHOWN, after_report), [("K63", "block", "Foto")]),
    "a photo of a camera that was never set": (at(SHOWN, date(1980, 1, 1)), [("K67", "block", "Foto")]),
    "a photo of upkeep after the report": (
        at(f"{CARE}.evidence.photos.0.taken_on", after_report),
        [("K63", "block", "Foto")],
    ),
    "a web page seen after the report": (
        at(f"{DONE}.evidence.web_pages", web_page(after_report)),
        [("K63", "block", "Foto")],
    ),
    "to be completed before it is begun": (
        at(f"{OPEN}.completion.earliest", lambda cycle: Month.of(after_report(cycle)).plus(24)),
        [("K65", "block", "Target Waktu Penyelesaian")],
    ),
    "a target before the report": (
        at(GOAL, lambda cycle: cycle.followup.report_month.plus(-1)),
        [("K60", "block", "Target Waktu Penyelesaian")],
    ),
    "a target of another century": (
        several(at(GOAL, Month(1926, 2)), at("followup.report_month", None)),
        [("K67", "block", "Target Waktu Penyelesaian"), ("K36", "info", "Bulan laporan")],
    ),
    "not begun, with months": (
        several(at(STATUS, "not_started"), at(f"{OPEN}.realisation.months", lambda c: (c.followup.end,))),
        [("K68", "block", "Status Tindak Lanjut")],
    ),
    "not begun, with a day": (
        several(at(STATUS, "not_started"), at(f"{OPEN}.realisation.completed_on", lambda c: c.followup.end.first_day)),
        [("K68", "block", "Status Tindak Lanjut")],
    ),
    "not begun, with photos": (
        several(at(STATUS, "not_started"), at(f"{OPEN}.evidence.photos", first_photos)),
        [("K68", "block", "Status Tindak Lanjut")],
    ),
    "another regency in the short name": (
        lambda cycle: changed(cycle, "office", replace(cycle.office, **ELSEWHERE[cycle.office.short_name])),
        [("K69", "block", "Nama singkat")],
    ),
    # order in time
    "a survey two months after its period": (
        several(at(END, lambda cycle: Month.of(cycle.survey.span.last_day).plus(2).first_day), at(REPORTED, None)),
        [("K64", "warn", "Waktu survei")],
    ),
    "a survey two months before its period": (
        at(START, lambda cycle: Month.of(cycle.survey.span.first_day).plus(-2).first_day),
        [("K64", "warn", "Waktu survei")],
    ),
    "an SKM report before the survey's end": (
        at(REPORTED, days_from(END, -1)),
        [("K17", "warn", "Tanggal laporan SKM")],
    ),
    "a window that begins before the survey": (
        at("followup.start", before_window),
        [("K70", "warn", "Masa tindak lanjut")],
    ),
    "an SKM report long after the window began": (
        at(REPORTED, lambda cycle: cycle.followup.start.plus(2).first_day),
        [("K70", "warn", "Masa tindak lanjut")],
    ),
    "an index that no rounding explains": (
        at("survey.declared_index", Decimal("70.00")),
        [("N3", "warn", "IKM")],
    ),
    "another grade than published": (at("survey.declared_grades", {"waktu": "D"}), [("N2", "warn", "Mutu")]),
    "a window of many years": (
        at("followup.end", lambda cycle: cycle.followup.start.plus(24)),
        [("K72", "info", "Masa tindak lanjut")],
    ),
    "a target in many years": (
        at(GOAL, lambda cycle: cycle.followup.report_month.plus(25)),
        [("K72", "info", "Target Waktu Penyelesaian")],
    ),
    "done before the survey": (
        several(at(DAY, days_from(START, -1)), at(MONTHS, ())),
        [("K21", "warn", "Pelaksanaan")],
    ),
    "ended outside its months": (at(DAY, days_from(DAY, 20)), [("K21", "warn", "Pelaksanaan")]),
    "in progress, and ended": (
        at(f"{OPEN}.realisation.completed_on", lambda cycle: cycle.followup.end.first_day),
        [("K25", "warn", "Pelaksanaan")],
    ),
    "a photo before the plan began": (at(SHOWN, days_from(END, 10)), [("K22", "warn", "Foto")]),
    "a photo before the survey": (at(SHOWN, days_from(START, -1)), [("K22", "warn", "Foto")]),
    "a photo long after": (at(SHOWN, days_from(DAY, 32)), [("K22", "warn", "Foto")]),
    "a photo of upkeep before the survey": (
        at(f"{CARE}.evidence.photos.0.taken_on", days_from(START, -1)),
        [("K22", "warn", "Foto")],
    ),
    # who
    "led by who is not responsible": (at(f"{DONE}.lead", "kul"), [("K71", "warn", "Koordinator")]),
    "a title of another office": (
        lambda cycle: changed(cycle, "signatory.title", TITLES[cycle.office.short_name]),
        [("K69", "warn", "Jabatan penanda tangan")],
    ),
    "signed in another town": (at("office.place", "Surabaya"), [("K76", "info", "Tempat penandatanganan")]),
    "a NIP that cannot be": (at("signatory.nip", "198302302009021002"), [("K32", "warn", "NIP penanda tangan")]),
    "a vacant post": (at("signatory.name", "Kosong"), [("K33", "warn", "Nama penanda tangan")]),
    "nobody responsible": (
        several(at(f"{DONE}.units", ()), at(f"{DONE}.lead", None)),
        [("K05", "warn", "Penanggung Jawab")],
    ),
    "nobody completes": (at(f"{OPEN}.completion.units", ()), [("K19", "warn", "Penanggung Jawab")]),
    # proof
    "done without proof": (at(f"{DONE}.evidence", Evidence()), [("K06", "block", "Dokumentasi Kegiatan")]),
    "done without a day": (at(DAY, None), [("K74", "info", "Pelaksanaan")]),
    "one photo for two plans": (
        at(f"{SECOND}.evidence.photos", first_photos),
        [("K73", "info", "Dokumentasi Kegiatan")],
    ),
    "two descriptions alike": (
        at(f"{SECOND}.realisation.description", lambda c: c.followup.priorities[0].plans[0].realisation.description),
        [("K75", "info", "Deskripsi Realisasi")],
    ),
    "photos that are not there": (at(f"{DONE}.evidence", note_of), [("K78", "warn", "Keterangan")]),
    # answers that say nothing
    "a description of one letter": (at(TOLD, "x"), [("K07", "warn", "Deskripsi Realisasi")]),
    "a description that is the form's": (
        at(TOLD, "Apa yang dilaksanakan, oleh siapa, dan hasilnya."),
        [("K07", "warn", "Deskripsi Realisasi")],
    ),
    "no description": (at(TOLD, None), [("K07", "warn", "Deskripsi Realisasi")]),
    "a dash for a reason": (at(f"{OPEN}.completion.reason", "-"), [("K08", "block", "Alasan")]),
    "no reason": (at(f"{LAST}.completion", None), [("K08", "block", "Alasan")]),
    "neither reason nor strategy": (at(f"{OPEN}.completion", None), [("K08", "block", "Alasan")]),
    "a strategy to be written": (
        at(f"{OPEN}.completion.strategy", "Isi di sini"),
        [("K09", "block", "Strategi Penyelesaian")],
    ),
    "a strategy that is the reason": (
        at(f"{OPEN}.completion.strategy", lambda c: c.followup.priorities[0].plans[1].completion.reason.upper()),
        [("K09", "block", "Strategi Penyelesaian")],
    ),
    "a strategy for the impossible": (
        at(f"{LAST}.completion.strategy", "Mengusulkan anggaran."),
        [("K59", "warn", "Strategi Penyelesaian")],
    ),
    "no target month": (at(GOAL, None), [("K10", "warn", "Target Waktu Penyelesaian")]),
    "upkeep told by dots": (at(f"{CARE}.activity", "…"), [("K11", "warn", "Bentuk Realisasi")]),
    "upkeep planned in Latin": (
        at(f"{CARE}.plan", "Lorem ipsum dolor sit amet."),
        [("S13", "warn", "Rencana Pemeliharaan")],
    ),
    "an obstacle of one letter": (at(HINDRANCE, "xxx"), [("K77", "warn", "Tantangan/Hambatan")]),
    "a caption of letters": (at(f"{DONE}.evidence.photos.0.caption", "asdf"), [("K77", "warn", "Keterangan Gambar")]),
    "a programme for trying": (at(f"{DONE}.programme", "Test"), [("K77", "warn", "Program/Kegiatan")]),
    "a section to be written": (at("narrative", {"1.3": "Isi di sini."}), [("K77", "warn", "1.3 Maksud dan Tujuan")]),
    "an indicator of dots": (at(f"{DONE}.indicator", "..."), [("S14", "info", "Indikator")]),
    "no months": (at(f"{DONE}.months", ()), [("K04", "warn", "Waktu")]),
    "two plans of one name": (
        at(f"{SECOND}.programme", lambda cycle: cycle.followup.priorities[0].plans[0].programme.upper()),
        [("K27", "warn", "Program/Kegiatan")],
    ),
}
ELSEWHERE = {
    "KPU Kabupaten Contoh": {"short_name": "KPU Kabupaten Misal"},
    "Kecamatan Contoh Utara": {"short_name": "Kecamatan Misal"},
    "Puskesmas Sukamaju": {"short_name": "Puskesmas Sukamundur"},
}
TITLES = {
    "KPU Kabupaten Contoh": "Sekretaris KPU Kabupaten Misal",
    "Kecamatan Contoh Utara": "Camat Contoh Selatan",
    "Puskesmas Sukamaju": "Kepala Puskesmas Sukamundur",
}
OF_MORE_THAN_A_CYCLE = {"K13", "K23", "K28", "K38", "K62", "M14", "T3", "T8"}
"""What takes a signature, files, another period or the day on which it is judged."""
CASES = [(office, name) for name in MUTATIONS for office in CYCLES]


@pytest.mark.parametrize("office", CYCLES)
def test_the_three_cycles_have_nothing_to_be_said_of(office):
    assert findings_of(judged_case(CYCLES[office]())) == ()


@pytest.mark.parametrize(("office", "name"), sampled(CASES))
def test_one_datum_raises_what_is_due_at_its_field(office, name):
    change, expected = MUTATIONS[name]
    found = findings_of(judged_case(change(CYCLES[office]())))
    assert [(each.id, each.severity, each.place.name) for each in found] == expected
    for each in found:
        assert each.message.endswith(".") and "None" not in each.message


def test_they_are_enough_and_no_rule_of_data_is_forgotten():
    assert len(CASES) >= 130
    told = {rule for _change, expected in MUTATIONS.values() for rule, *_rest in expected}
    told |= {rule for _change, expected in one_cycle.MUTATIONS.values() for rule, _place in expected}
    assert {rule.id for rule in RULES if rule not in truth.RULES} <= told | OF_MORE_THAN_A_CYCLE


def test_a_cycle_is_moved_as_a_whole():
    cycle = moved(CYCLES["kpu"](), 6)
    assert (cycle.survey.start, cycle.followup.start) == (date(2025, 12, 2), Month(2026, 1))
