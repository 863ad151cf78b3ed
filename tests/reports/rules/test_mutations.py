"""From a report without fault, one thing is changed: exactly the findings of that thing appear, at its place."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.model import ALL_UNITS, CompletionData, Evidence
from reports.document.earlier import EarlierPeriod
from reports.document.source import Signing
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from tests.cases import in_one_test
from tests.make_cycle import NOTHING_FOR_THE_PEN, make_completion, make_source
from tests.reports.rules.clean import changed, clean, document_of, found, photo

DONE, OPEN, LAST = "followup.priorities.0.plans.0", "followup.priorities.0.plans.1", "followup.priorities.1.plans.1"
SECOND, CARE = "followup.priorities.1.plans.0", "followup.upkeep.0"
SCORES = {key: Decimal("3.40") for key in clean().survey.scores}
TABEL_21, TABEL_22, TABEL_31, TABEL_32 = (
    *("Bab II, Tabel 2.1", "Bab II, Tabel 2.2", "Bab III, Tabel 3.1", "Bab III, Tabel 3.2"),
)


def description(text):
    return (f"{DONE}.realisation.description", text)


def told_open(text):
    return (f"{OPEN}.realisation.description", text)


def note(text):
    return (f"{DONE}.evidence.note", text)


def text(key, words):
    return ("narrative", {key: words})


A, B = "nomor 1 a", "nomor 1 b"
DESCRIBED, HINDERED = f"{TABEL_31}, {A}, Deskripsi Realisasi", f"{TABEL_31}, {A}, Tantangan/Hambatan"
DONE_IN, NOTED = f"{TABEL_31}, {A}, Pelaksanaan", f"Lampiran, Tabel 3.1, {A}, Keterangan"
SHOWN, SAID = f"Lampiran, Tabel 3.1, {A}, Foto", f"{TABEL_31}, {B}, Deskripsi Realisasi"

MUTATIONS = {
    # the survey
    "no scores": (("survey.scores", {}), [("K01", f"{TABEL_21}, Nilai")]),
    "an index that no rounding explains": (("survey.declared_index", Decimal("87.90")), [("N3", f"{TABEL_21}, IKM")]),
    "an index that rounding explains": (("survey.declared_index", Decimal("87.18")), [("N3", f"{TABEL_21}, IKM")]),
    "another grade than published": (
        ("survey.declared_grades", {"sarana": "B", "waktu": "B"}),
        [("N2", f"{TABEL_21}, nomor 8, Mutu")],
    ),
    "free of charge": (("survey.scores.biaya", Decimal(4)), [("N7", f"{TABEL_21}, nomor 4, Nilai")]),
    "no respondents": (("survey.respondents", None), [("N8", f"{TABEL_21}, Jumlah responden")]),
    "no population": (("survey.population", None), [("N8", f"{TABEL_21}, Populasi")]),
    "no end of the survey": (("survey.end", None), [("N8", f"{TABEL_21}, Waktu survei")]),
    "too few respondents": (("survey.respondents", 268), [("K15", f"{TABEL_21}, Jumlah responden")]),
    "more respondents than people": (("survey.respondents", 901), [("K16", f"{TABEL_21}, Jumlah responden")]),
    "a survey report before its survey": (
        ("survey.report_date", date(2025, 6, 29)),
        [("K17", f"{TABEL_21}, Tanggal laporan SKM")],
    ),
    "a survey report after the report": (
        ("survey.report_date", date(2026, 1, 1)),
        [("K63", f"{TABEL_21}, Tanggal laporan SKM")],
    ),
    "a survey that begins long before its period": (
        ("survey.start", date(2024, 6, 30)),
        [("K64", f"{TABEL_21}, Waktu survei")],
    ),
    "a score on the edge of a grade": (
        ("survey.scores.sarana", Decimal("3.53")),
        [("K14", f"{TABEL_21}, nomor 8, Nilai")],
    ),
    # priorities
    "no priority": (("followup.priorities", ()), [("K02", "Bab II, Unsur prioritas")]),
    "a priority without plan": (("followup.priorities.1.plans", ()), [("K03", f"{TABEL_22}, nomor 2")]),
    "a lower one left out": (
        ("followup.priorities.1.element", "produk"),
        [("K20", "Bab II, nomor 2, Permasalahan")],
    ),
    "a near tie at the cut": (("survey.scores.kompetensi", Decimal("3.28")), [("N6", "Bab II, Unsur prioritas")]),
    # plans
    "no month": ((f"{DONE}.months", ()), [("K04", f"{TABEL_22}, {A}, Waktu")]),
    "no unit": ((f"{OPEN}.units", ()), [("K05", f"{TABEL_22}, {B}, Penanggung Jawab")]),
    "every unit, with a lead": ((f"{DONE}.units", ALL_UNITS), [("M11", f"{TABEL_22}, {A}, Penanggung Jawab")]),
    "no indicator": ((f"{DONE}.indicator", None), [("S14", f"{TABEL_22}, {A}, Indikator")]),
    "no target": ((f"{DONE}.target", ""), [("S14", f"{TABEL_22}, {A}, Target")]),
    "late": ((f"{LAST}.realisation.status", "in_progress"), [("K09", None)]),
    "two of one name": (
        (f"{OPEN}.programme", "Menyusun Jadwal Pelayanan."),
        [("K27", f"{TABEL_22}, {B}, Program/Kegiatan")],
    ),
    # realisation
    "done without proof": ((f"{DONE}.evidence", Evidence()), [("K06", f"{TABEL_31}, {A}, Dokumentasi Kegiatan")]),
    "done without description": (description(None), [("K07", DESCRIBED)]),
    "done, but in progress": (description("Jadwal masih dalam proses penyusunan."), [("S5", DESCRIBED)]),
    "done, but not whole": (description("Jadwal belum sepenuhnya disusun."), [("S5", DESCRIBED)]),
    "done, but in future": (description("Jadwal akan disusun pada bulan depan."), [("S5", DESCRIBED)]),
    "done, but begun": (description("Penyusunan jadwal mulai dilaksanakan."), [("S5", DESCRIBED)]),
    "done, but in part": (description("Sebagian besar jadwal telah disusun."), [("S5", DESCRIBED)]),
    "done, but not": (description("Penyusunan jadwal tidak jadi dilaksanakan."), [("S5", DESCRIBED)]),
    "done, obstacle not yet": (
        (f"{DONE}.realisation.obstacle", "Anggaran belum tersedia."),
        [("S8", HINDERED)],
    ),
    "not all and all": (
        (
            DONE,
            {"description": "Jadwal disampaikan kepada seluruh petugas.", "obstacle": "Belum seluruh petugas hadir."},
        ),
        [("S9", HINDERED), ("S8", HINDERED)],
    ),
    "every quarter within a month": (description("Jadwal diperbarui setiap triwulan."), [("T5", DESCRIBED)]),
    "every month within a month": (note("Jadwal dicetak setiap bulan."), [("T5", NOTED)]),
    "done before the survey": (
        (DONE, {"months": (Month(2025, 5),), "completed_on": None}),
        [("K21", DONE_IN), ("K74", DONE_IN)],
    ),
    "ended before the survey": ((DONE, {"months": (), "completed_on": date(2025, 6, 1)}), [("K21", DONE_IN)]),
    "done after the report": ((DONE, {"months": (), "completed_on": date(2026, 1, 1)}), [("K63", DONE_IN)]),
    "ended outside its months": ((f"{DONE}.realisation.completed_on", date(2025, 11, 1)), [("K21", DONE_IN)]),
    "open, but carried out": (told_open("Penataan antrean telah dilaksanakan."), [("K24", SAID)]),
    "open, but ended": (told_open("Antrean sudah selesai ditata."), [("K24", SAID)]),
    "impossible, but carried out": (
        (f"{LAST}.realisation.description", "Loket telah selesai dibangun."),
        [("K24", f"{TABEL_31}, nomor 2 b, Deskripsi Realisasi")],
    ),
    "open with an end": (
        (f"{OPEN}.realisation.completed_on", date(2025, 11, 3)),
        [("K25", f"{TABEL_31}, {B}, Pelaksanaan")],
    ),
    "no reason": ((f"{OPEN}.completion.reason", None), [("K08", f"Bab IV, {B}, Alasan")]),
    "no reason for the impossible": ((f"{LAST}.completion", None), [("K08", "Bab IV, nomor 2 b, Alasan")]),
    "a strategy for the impossible": (
        (f"{LAST}.completion.strategy", "Mengusulkan anggaran."),
        [("K59", "Bab IV, Tabel 4.1, nomor 2 b, Strategi Penyelesaian")],
    ),
    "no strategy": (
        (f"{OPEN}.completion", make_completion(strategy=None)),
        [("K09", f"Bab IV, Tabel 4.1, {B}, Strategi Penyelesaian")],
    ),
    "no target month": (
        (f"{OPEN}.completion.latest", None),
        [("K10", f"Bab IV, Tabel 4.1, {B}, Target Waktu Penyelesaian")],
    ),
    "a target before the report": (
        (f"{OPEN}.completion.latest", Month(2025, 11)),
        [("K60", f"Bab IV, Tabel 4.1, {B}, Target Waktu Penyelesaian")],
    ),
    "nobody completes": ((f"{OPEN}.completion.units", ()), [("K19", f"Bab IV, Tabel 4.1, {B}, Penanggung Jawab")]),
    "everybody completes": (
        (f"{OPEN}.completion.units", ALL_UNITS),
        [("M11", f"Bab IV, Tabel 4.1, {B}, Penanggung Jawab")],
    ),
    # evidence
    "a photo before the survey": (
        (f"{DONE}.evidence.photos", (photo("jadwal", date(2025, 6, 1)),)),
        [("K22", SHOWN)],
    ),
    "a photo after the report": (
        (f"{DONE}.evidence.photos", (photo("jadwal", date(2026, 1, 1)),)),
        [("K63", SHOWN)],
    ),
    "one note for two": (
        (f"{SECOND}.evidence.note", "Foto jadwal di ruang pelayanan"),
        [("K26", "Lampiran, Tabel 3.1, nomor 2 a, Keterangan")],
    ),
    "a note that breaks off": (note("Jadwal ditempel sebagai upaya"), [("F6", NOTED)]),
    "a caption that breaks off": (
        (f"{DONE}.evidence.photos.0.caption", "Rapat bersama para"),
        [("F6", f"Lampiran, Tabel 3.1, {A}, Keterangan Gambar")],
    ),
    "a description that breaks off": (description("Jadwal disusun dan ditempel di"), [("F6", DESCRIBED)]),
    "a site elsewhere": (note("Jadwal dimuat pada layanan-kita.com."), [("F17", NOTED)]),
    # upkeep
    "upkeep of a priority": ((f"{CARE}.element", "waktu"), [("K31", f"{TABEL_32}, nomor 1, Unsur")]),
    "upkeep of a weak one": ((f"{CARE}.element", "produk"), [("K31", f"{TABEL_32}, nomor 1, Unsur")]),
    "upkeep without plan": ((f"{CARE}.plan", None), [("S13", f"{TABEL_32}, nomor 1, Rencana Pemeliharaan")]),
    "upkeep without activity": ((f"{CARE}.activity", None), [("K11", f"{TABEL_32}, nomor 1, Bentuk Realisasi")]),
    "upkeep without proof": (
        (f"{CARE}.evidence.photos", ()),
        [("K30", f"{TABEL_32}, nomor 1, Dokumentasi Kegiatan")],
    ),
    "upkeep without unit": ((f"{CARE}.units", ()), [("K19", f"{TABEL_32}, nomor 1, Penanggung Jawab")]),
    # wording
    "a claim of improvement": (
        description("Jadwal ditempel dan memberikan dampak positif bagi pelayanan."),
        [("K18", DESCRIBED)],
    ),
    "a claim of growth": (note("Nilai kepuasan masyarakat meningkat."), [("K18", NOTED)]),
    "misspelt": ((f"{DONE}.programme", "Menyusun standart pelayanan"), [("K34", f"{TABEL_22}, {A}, Program/Kegiatan")]),
    "signs that are printed as others": (note("Jadwal ⇒ loket ☐."), [("K35", NOTED)]),
    "unprintable": (note("Jadwal ditempel 😀 di loket."), [("K35", NOTED)]),
    # texts
    "an unknown placeholder": (text("1.3", "Nilai {{ ikmm }}."), [("K12", "Teks laporan, 1.3 Maksud dan Tujuan")]),
    "a table that is not there": (text("1.3", "Lihat Tabel 5.1."), [("K29", "Teks laporan, 1.3 Maksud dan Tujuan")]),
    "a figure that is not there": (note("Lihat Gambar 9."), [("K29", NOTED)]),
    # the office, its signatory, its dates
    "a capital I": (("office.address", "JI. Pemuda 1"), [("F16", "Sampul belakang, Alamat")]),
    "English in the address": (
        ("office.address", "Jl. Pemuda 1, Central Karang"),
        [("F16", "Sampul belakang, Alamat")],
    ),
    "a cramped number": (("office.address", "Jl. Pemuda No.1"), [("F16", "Sampul belakang, Alamat")]),
    "a site of one's own": (("office.website", "www.kpu-contoh.com"), [("F17", "Sampul belakang, Situs web")]),
    "no telephone": (("office.phone", None), [("K37", "Sampul belakang, Telepon")]),
    "an impossible NIP": (("signatory.nip", "198302302009021002"), [("K32", "Bab IV, NIP penanda tangan")]),
    "a NIP appointed in month 13": (("signatory.nip", "198305032009131002"), [("K32", "Bab IV, NIP penanda tangan")]),
    "no NIP": (("signatory.nip", None), [("K32", "Bab IV, NIP penanda tangan")]),
    "a vacant post": (("signatory.name", "-"), [("K33", "Bab IV, Nama penanda tangan")]),
    "no month of the report": (("followup.report_month", None), [("K36", "Bab IV, Bulan laporan")]),
    "a late report": (("followup.report_month", Month(2026, 1)), [("T9", "Bab IV, Bulan laporan")]),
}


def mutated(change):
    path, value = change
    if path == DONE:  # several values of one realisation
        cycle = clean()
        for name, part in value.items():
            cycle = changed(cycle, f"{DONE}.realisation.{name}", part)
        return cycle
    return changed(clean(), path, value)


def test_the_clean_report_has_nothing_to_be_said_of():
    assert found(clean()) == []


@in_one_test("name", MUTATIONS)
def test_one_change_raises_exactly_its_findings(name):
    change, expected = MUTATIONS[name]
    seen = found(mutated(change))
    assert [rule for rule, _place in seen] == [rule for rule, _place in expected]
    assert all(place in {None, where} for (_rule, place), (_id, where) in zip(expected, seen, strict=True))


def test_not_begun_but_under_way():
    cycle = changed(changed(clean(), f"{OPEN}.realisation.status", "not_started"), *told_open("Antrean sedang ditata."))
    assert found(cycle) == []
    assert found(changed(cycle, *told_open("Penataan mulai dilaksanakan."))) == [("K24", SAID)]


@pytest.mark.parametrize(
    "words",
    [
        "Rinciannya ada pada Tabel 5.2 Rencana Strategis.",
        "Lihat Tabel 1.1 dalam laporan SKM dan Gambar 40 dalam buku panduan.",
        "Hasilnya disajikan dalam Tabel 2.1 dan Gambar 1–2.",
        "Tabel 3.1 dan Tabel 3.2 memuat realisasi.",
    ],
)
def test_what_points_at_another_document_or_rightly_is_no_broken_reference(words):
    assert found(changed(clean(), "narrative", {"1.3": words})) == []


def test_a_rate_is_no_rhythm():
    assert found(changed(clean(), *description("Loket melayani 30 pemohon per bulan."))) == []


def test_three_dimensions_are_no_figure():
    assert found(changed(clean(), *description("Maket ditampilkan sebagai gambar 3 dimensi."))) == []


def test_two_units_without_a_lead():
    cycle = changed(changed(clean(), f"{DONE}.units", ("kul", "rendatin")), f"{DONE}.lead", None)
    assert found(cycle) == [("M14", f"{TABEL_22}, {A}, Koordinator")]


def test_one_unit_alone_leads_itself():
    assert found(changed(clean(), f"{DONE}.lead", None)) == []


def test_names_and_notes_that_differ_by_a_number_are_not_the_same():
    cycle = changed(changed(clean(), f"{DONE}.programme", "Kegiatan 1"), f"{OPEN}.programme", "Kegiatan 2")
    cycle = changed(changed(cycle, f"{DONE}.evidence.note", "Foto 1."), f"{SECOND}.evidence.note", "Foto 2.")
    assert found(cycle) == []


def test_an_example_photo():
    assert found(clean(), placeholders=("photos/jadwal.jpg",)) == [("K13", "Lampiran, Foto")]


@pytest.mark.parametrize("text", ["Lihat Tabel 3.2.", "LIHAT TABEL 3.2.", "Lihat tabel 3 . 2 di bawah."])
def test_a_table_that_is_empty(text):
    alone = clean().followup.priorities[:1]  # of several priorities Tabel 3.2 would tell the achievement
    cycle = changed(changed(clean(), "followup.upkeep", ()), "followup.priorities", alone)
    cycle = changed(cycle, "narrative", {"1.3": text})
    assert found(cycle) == [("K28", "Teks laporan, 1.3 Maksud dan Tujuan")]


def test_a_photo_that_proved_something_before():
    digest = document_of(clean()).annex.figures[0].picture.sha256
    earlier = EarlierPeriod("2024-S2", "Semester II Tahun 2024", None, {}, (digest,))
    assert found(clean(), earlier=(earlier,)) == [("K23", SHOWN)]


def test_photos_whose_files_are_lost_or_changed_are_named_by_figure_and_plan():
    file = clean().followup.priorities[0].plans[0].evidence.photos[0].file
    case = case_of(make_source(clean()), {file: "hilang dari penyimpanan"})
    [finding] = [finding for finding in findings_of(case) if finding.severity == "block"]
    assert (finding.id, finding.severity, str(finding.place)) == ("K62", "block", SHOWN)
    assert "Berkas Gambar 1 hilang dari penyimpanan; unggah foto yang sama" in finding.message


def signing_of(**changes):
    at = datetime(2025, 12, 12, 9, tzinfo=UTC)
    values = (
        {"number": "12/ORT.07-SD/3521/2025", "dated": date(2025, 12, 12), "demo": False} | NOTHING_FOR_THE_PEN | changes
    )
    return Signing(way="here", version=1, code="kode", prepared_at=at, url="https://skm.example.go.id/x", **values)


def test_a_key_for_trying_out():
    assert found(clean(), signing=signing_of(demo=True)) == [("K38", "Bab IV, Kunci tanda tangan")]


@pytest.mark.parametrize(("number", "ids"), [("", ["T8"]), ("12/ORT.07-SD/3521/2025", [])])
def test_a_signed_report_without_number(number, ids):
    signing = signing_of(number=number)
    assert [rule for rule, _place in found(clean(), signing=signing)] == ids


def test_improvement_may_be_claimed_where_there_is_an_earlier_period():
    earlier = EarlierPeriod("2024-S2", "Semester II Tahun 2024", Decimal("86.10"), {}, ())
    cycle = mutated(MUTATIONS["a claim of growth"][0])
    assert found(cycle, earlier=(earlier,)) == []


def test_completion_of_a_done_plan_is_nobodys_business():
    completion = CompletionData("Terputus pada", None, None, None, ())
    assert found(changed(clean(), f"{DONE}.completion", completion)) == []
