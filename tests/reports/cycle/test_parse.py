"""Every sentence of docs/cycle-format.md that a file can break, by the path that the reader is told."""

import json
from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.faults import CycleFaults
from reports.cycle.parse import parse_cycle
from tests.cases import in_one_test
from tests.reports.cycle.files import ELEMENTS, GONE, INSTRUMENTS, changed, text_of

PLAN = "followup.priorities[0].plans[0]"
SCORES = dict.fromkeys(ELEMENTS, "3.25")


def parse(text):
    return parse_cycle(text, INSTRUMENTS)


def faults_of(text):
    with pytest.raises(CycleFaults) as refused:
        parse(text)
    return {fault.path: fault.message for fault in refused.value.faults}


@pytest.mark.parametrize("name", ["full", "young"])
def test_it_reads_a_sound_file(name):
    assert parse(text_of(name)).office.code in {"9901", "9902"}


def test_it_reads_bytes_and_text_alike():
    assert parse(text_of("full").encode()) == parse(text_of("full"))


def test_it_reads_every_kind_of_value():
    cycle = parse(text_of("full"))
    plan = cycle.followup.plans[0]
    assert cycle.survey.start == date(2025, 5, 1)
    assert cycle.survey.scores["prosedur"] == Decimal("3.333333")
    assert cycle.survey.period == "2025-S1"
    assert plan.months == (Month(2025, 8), Month(2025, 9))
    assert plan.units == ("umum", "data")
    assert cycle.narrative["1.1"].endswith("- dua")


LEGAL = [
    ("survey.scores", {}),
    ("survey.declared_index", "87"),
    ("survey.declared_index", "100.00"),
    ("survey.declared_grades", {}),
    ("survey.start", None),
    ("survey.respondents", 0),
    ("survey.respondents", 2_147_483_647),
    ("survey.year", 2999),
    ("signatory.nip", None),
    ("followup.report_month", None),
    ("followup.priorities", []),
    (f"{PLAN}.months", []),
    (f"{PLAN}.units", []),
    (f"{PLAN}.realisation.status", "in_progress"),
    (f"{PLAN}.realisation.completed_on", None),
    (f"{PLAN}.realisation.months", ["2024-01"]),
    (f"{PLAN}.completion", None),
    (f"{PLAN}.programme", "\u00e9 & < > \" ' \u2713 \U0001f600"),
    (f"{PLAN}.programme", "x" * 20_000),
    ("office.name", "x" * 200),
    ("office.code", "A-b_c.9" + "x" * 25),
    ("office.parent", None),
]


@in_one_test(("path", "value"), LEGAL)
def test_it_accepts_what_is_legal(path, value):
    parse(changed(path, value))


FAULTS = [
    # keys: every one is there, and no other
    ("format", "skm-cycle/3", "skm-cycle/1, skm-cycle/2"),
    ("format", GONE, "kunci ini tidak ada"),
    ("office.nama", "x", "kunci tidak dikenal"),
    ("followup.end", GONE, "kunci ini tidak ada; seharusnya bulan"),
    ("survey.start", GONE, "atau null"),
    (f"{PLAN}.completion", GONE, "kunci ini tidak ada"),
    (f"{PLAN}.evidence.foto", [], "kunci tidak dikenal; yang dikenal: note, photos"),
    # wrong types, with what was expected
    ("office", [], "seharusnya objek"),
    ("office.name", None, "seharusnya teks"),
    ("office.name", 5, "bilangan 5"),
    ("office.name", "  ", "tidak kosong"),
    ("office.address", {}, "seharusnya teks yang tidak kosong atau null, tetapi tertulis objek"),
    ("office.units", {}, "seharusnya daftar"),
    ("narrative", [], "seharusnya objek"),
    ("survey.year", True, "tertulis true"),
    ("survey.semester", True, "tertulis true"),
    ("survey.year", "2025", "bilangan bulat"),
    ("survey.year", 2025.0, "bilangan bulat"),
    ("survey.scores.waktu", 3.27, "teks angka"),
    ("survey.declared_index", 87.36, "teks angka"),
    # bounds of numbers and lengths of texts
    ("survey.year", 1999, "2000–2999"),
    ("survey.end", "9999-12-31", "tanggal yang ada dalam kalender sebelum tahun 9999"),
    (f"{PLAN}.realisation.completed_on", "9999-12-31", "sebelum tahun 9999"),
    (f"{PLAN}.realisation.months[0]", "9999-12", "bulan sebelum tahun 9999"),
    ("followup.end", "9999-12", "bulan sebelum tahun 9999"),
    ("survey.semester", 3, "1–2"),
    ("survey.respondents", -1, "bilangan bulat"),
    ("survey.population", 2_147_483_648, "bilangan bulat"),
    ("survey.population", 10**400, "bilangan bulat"),
    (f"{PLAN}.completion.months_min", 32_768, "bilangan bulat"),
    ("office.name", "x" * 201, "paling banyak 200"),
    ("office.short_name", "x" * 101, "paling banyak 100"),
    ("office.place", "x" * 101, "paling banyak 100"),
    ("office.postal_code", "x" * 21, "paling banyak 20"),
    ("office.postal_code", "6321A", "lima angka"),
    ("office.website", "situs kami", "tanpa spasi"),
    ("office.email", "kpu di go.id", "surel yang valid"),
    ("office.website", "x" * 201, "paling banyak 200"),
    ("office.all_units_label", "x" * 101, "paling banyak 100"),
    ("office.units[0].name", "x" * 201, "paling banyak 200"),
    ("office.parent.short_name", "x" * 101, "paling banyak 100"),
    ("signatory.name", "x" * 201, "paling banyak 200"),
    ("signatory.title", "x" * 301, "paling banyak 300"),
    # what is no text for a database or a page
    (f"{PLAN}.programme", "a\0b", "NUL"),
    ("office.address", "\ud800", "surrogate"),
    # codes and keys
    ("office.code", "", "1–32"),
    ("office.code", "35 21", "1–32"),
    ("office.code", "x" * 33, "1–32"),
    ("office.code", "3521\n", "1–32"),
    ("office.code", "..", "hanya titik"),
    ("office.parent.code", "é", "1–32"),
    ("office.parent.code", "9901", "dirinya sendiri"),
    ("office.units[1].key", "umum", "sudah disebut pada office.units[0].key"),
    ("office.units[1].key", "*", "1–32"),
    # what is unknown
    ("survey.instrument", "kepmenpan-25-2004", "permenpanrb-14-2017"),
    ("survey.scores.unsur", "3.00", "unsur tidak dikenal"),
    ("survey.declared_grades.unsur", "A", "unsur tidak dikenal"),
    ("survey.declared_grades.waktu", "E", "A, B, C, D"),
    ("followup.priorities[0].element", "u3", "waktu"),
    ("followup.upkeep[0].element", "u3", "waktu"),
    (f"{PLAN}.units[0]", "xyz", '"xyz" bukan unit satuan kerja ini; yang dikenal: umum, data, hukum, "*"'),
    (f"{PLAN}.completion.units[0]", "xyz", "bukan unit"),
    ("followup.upkeep[0].units[0]", "xyz", "bukan unit"),
    (f"{PLAN}.lead", "xyz", "bukan unit"),
    (f"{PLAN}.lead", "*", "bukan unit"),
    (f"{PLAN}.realisation.status", "selesai", "not_started, in_progress, done, impossible"),
    # scores: all or none, within the scale, two to six decimals
    ("survey.scores.waktu", GONE, "kunci ini tidak ada"),
    ("survey.scores.waktu", "0.99", "1.00"),
    ("survey.scores.waktu", "4.01", "4.00"),
    ("survey.scores.waktu", "3.2", "2–6 desimal"),
    ("survey.scores.waktu", "3.2500000", "2–6 desimal"),
    ("survey.scores.waktu", "3,25", "2–6 desimal"),
    ("survey.scores.waktu", "٣.٢٥", "2–6 desimal"),
    ("survey.scores.waktu", None, "2–6 desimal"),
    ("survey.declared_index", "24.99", "25.00"),
    ("survey.declared_index", "100.01", "100.00"),
    ("survey.declared_index", "8.736e1", "teks angka"),
    # days and months
    ("survey.start", "2025-02-29", "kalender"),
    ("survey.start", "20250501", "TTTT-BB-HH"),
    ("survey.report_date", "2025-W01-1", "TTTT-BB-HH"),
    (f"{PLAN}.realisation.completed_on", "0000-01-01", "kalender"),
    ("survey.end", "2025-04-30", "mendahului"),
    ("followup.start", "2025-13", "TTTT-BB"),
    ("followup.report_month", "2026-1", "TTTT-BB"),
    ("followup.end", "2025-06", "mendahului"),
    (f"{PLAN}.months[0]", "2026-01", "di luar masa tindak lanjut"),
    (f"{PLAN}.months[1]", "2025-08", "sudah disebut"),
    (f"{PLAN}.realisation.months[1]", "2025-09", "sudah disebut"),
    (f"{PLAN}.completion.months_max", 0, "kurang dari months_min"),
    # sets and lists without doubles
    (f"{PLAN}.units", ["*", "umum"], "berdiri sendiri"),
    (f"{PLAN}.units", ["*", "*"], "berdiri sendiri"),
    (f"{PLAN}.units[1]", "umum", "sudah disebut"),
    ("followup.priorities[1].element", "waktu", "sudah disebut"),
    # the signatory's number
    ("signatory.nip", "19800101 200501 1 001", "18 angka"),
    ("signatory.nip", "19800101200501100", "18 angka"),
    ("signatory.nip", 198001012005011001, "18 angka"),
    # photos
    (f"{PLAN}.evidence.photos[0].file", "/photos/01.jpg", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", "../01.jpg", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", "photos//01.jpg", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", "photos\\01.jpg", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", "C:01.jpg", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", "photos/", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", "cycle.json", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", "Cycle.JSON", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", "x" * 181, "180"),
    (f"{PLAN}.evidence.photos[0].file", "a\nb.jpg", "jalur relatif"),
    (f"{PLAN}.evidence.photos[0].file", None, "jalur relatif"),
    (f"{PLAN}.evidence.photos[1].file", "photos/01.jpg", "sudah disebut"),
    ("followup.priorities[0].plans[1].evidence.photos[0].caption", "lain", "seharusnya sama"),
    ("followup.priorities[0].plans[1].evidence.photos[0].taken_on", None, "seharusnya sama"),
    ("followup.priorities[0].plans[1].evidence.photos[0].file", "photos/01.JPG", "huruf besar-kecil"),
]


@in_one_test(("path", "value", "message"), FAULTS)
def test_it_names_the_path_and_what_was_expected(path, value, message):
    faults = faults_of(changed(path, value))
    assert message in faults[path]


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [("1.5", "x", "bagian tidak dikenal"), ("3", "", "tidak kosong"), ("4", None, "tidak kosong")],
)
def test_it_names_an_unknown_or_empty_section(key, text, message):
    assert message in faults_of(changed("narrative", {key: text}))[f"narrative.{key}"]


def test_it_collects_all_faults_at_once():
    data = json.loads(changed("survey.year", True))
    data["followup"]["end"] = "kapan-kapan"
    del data["office"]["place"]
    assert set(faults_of(json.dumps(data))) == {"survey.year", "followup.end", "office.place"}


def test_it_does_not_blame_what_refers_to_something_unreadable():
    assert set(faults_of(changed("office.units", "umum"))) == {"office.units"}
    assert set(faults_of(changed("survey.instrument", "lain"))) == {"survey.instrument"}
    assert set(faults_of(changed("followup.start", 7))) == {"followup.start"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"\xff\xfe{}", "bukan teks UTF-8 (byte ke-1)"),
        ("", "bukan JSON"),
        ('{"format": "skm-cycle/1",}', "bukan JSON"),
        ("{} {}", "bukan JSON"),
        ("[" * 100_000, "bersarang terlalu dalam"),
        ('{"a":' * 100_000, "bersarang terlalu dalam"),
        ("null", "seharusnya objek"),
    ],
)
def test_it_refuses_what_is_no_json_object(text, message):
    assert message in faults_of(text)[""]


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5_000])
def test_it_refuses_numbers_that_no_cycle_holds(constant):
    text = text_of("full").replace('"respondents": 120', f'"respondents": {constant}')
    assert "bilangan bulat" in faults_of(text)["survey.respondents"]


def test_it_refuses_a_key_that_stands_twice():
    text = text_of("full").replace('"place": "Kota Contoh"', '"place": "Kota Contoh", "place": "Desa"')
    assert "lebih dari satu kali" in faults_of(text)["office.place"]


def test_it_refuses_a_list_longer_than_any_cycle():
    assert "terlalu panjang" in faults_of(changed("office.socials", [{}] * 2_001))["office.socials"]


def test_each_fault_is_one_printable_line():
    data = json.loads(text_of("full"))
    data["bar\nis\ud800\u2028"] = 1
    data["survey"]["instrument"] = "dua\nbaris" * 50
    with pytest.raises(CycleFaults) as refused:
        parse(json.dumps(data))
    lines = [str(fault) for fault in refused.value.faults]
    assert len(lines) == 2
    assert all(line.isprintable() and line.encode() for line in lines)
    assert all(len(line) < 300 for line in lines)


def test_an_empty_optional_text_is_read_as_null():
    assert parse(changed("office.address", "")).office.address is None
    assert parse(changed(f"{PLAN}.evidence.photos[1].caption", "")) == parse(text_of("full"))


def test_sets_come_in_the_order_of_office_and_calendar():
    plan = parse(changed(f"{PLAN}.units", ["data", "umum"])).followup.plans[0]
    assert plan.units == ("umum", "data")
    plan = parse(changed(f"{PLAN}.months", ["2025-12", "2025-07"])).followup.plans[0]
    assert plan.months == (Month(2025, 7), Month(2025, 12))


def test_scores_come_in_the_order_of_the_instrument_with_trailing_zeros_cut():
    scores = parse(changed("survey.scores", dict(reversed(SCORES.items())) | {"waktu": "3.270000"})).survey.scores
    assert tuple(scores) == ELEMENTS
    assert str(scores["waktu"]) == "3.27"
    assert str(parse(changed("survey.declared_index", "87.3")).survey.declared_index) == "87.30"


def test_lists_keep_their_order():
    cycle = parse(text_of("full"))
    assert [priority.element for priority in cycle.followup.priorities] == ["waktu", "persyaratan"]
    assert [social.platform for social in cycle.office.socials] == ["instagram", "facebook"]


UNSEEN = [
    (f"{PLAN}.programme", "Menata\u200b ruang\u00a0tunggu\ufeff", "Menata ruang tunggu"),
    (f"{PLAN}.programme", "\u202dSosia\u00adlisasi\u202c\n\u2060kedua", "Sosialisasi\nkedua"),
    (f"{PLAN}.target", "Satu\x07 \u2066papan\u2069\ufffe", "Satu papan"),
    (f"{PLAN}.units", ["da\u200bta", "umum"], ["umum", "data"]),
    (f"{PLAN}.units", ["\u200e*"], ["*"]),
    (f"{PLAN}.lead", "umum\ufeff", "umum"),
    (f"{PLAN}.months", ["2025-08\u200b"], ["2025-08"]),
    (f"{PLAN}.realisation.status", "do\u200dne", "done"),
    (f"{PLAN}.realisation.completed_on", "2025-10-20\u200f", "2025-10-20"),
    (f"{PLAN}.realisation.obstacle", "\u200b\u00a0", None),
    ("survey.scores", SCORES | {"waktu": "\u202d3.27\u202c"}, SCORES | {"waktu": "3.27"}),
    ("survey.declared_index", "87.36\u2062", "87.36"),
    ("signatory.nip", "198305032009021002\u200b", "198305032009021002"),
    ("signatory.nip", "", None),
    ("signatory.nip", " \u200b", None),
    ("office.code", "\ufeff9901", "9901"),
    ("narrative", {"1.1": "Undang\u2064-Undang\u00a0Nomor\u00a025"}, {"1.1": "Undang-Undang Nomor 25"}),
]


@in_one_test(("path", "written", "read"), UNSEEN)
def test_characters_that_nobody_sees_are_read_by_nobody(path, written, read):
    assert parse(changed(path, written)) == parse(changed(path, read))


def test_a_required_text_of_such_characters_is_none():
    assert "teks yang tidak kosong" in faults_of(changed("office.name", "\u200b\u00a0"))["office.name"]


def test_units_that_differ_only_by_them_are_one():
    units = [{"key": key, "name": "Unit", "short_name": "Unit"} for key in ("umum", "data", "da\u00adta")]
    assert "sudah disebut pada office.units[1].key" in faults_of(changed("office.units", units))["office.units[2].key"]


def test_the_name_of_a_file_in_the_archive_is_no_text_and_keeps_every_character():
    path = f"{PLAN}.evidence.photos[0].file"
    assert "jalur relatif" in faults_of(changed(path, "photos/01\u200b.jpg"))[path]
