"""The console command import_scores: a preview without --apply, all or nothing with it."""

import json
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command

from offices.models import AuditEvent
from surveys.models import Lock, Service, Survey
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import CODES, NAMES, numbered
from tests.surveys.workbooks.test_reading import ANSWERS, P16, SIXTEEN, exactly

KEYS = {
    "kind",
    "respondents",
    "scores",
    "counts",
    "missing",
    "services",
    "index",
    "grade",
    "asks",
    "dropped",
    "faults",
    "notes",
}


@pytest.fixture
def sent(tmp_path):
    """``sent(rows)``: the path of a file that says so."""

    def write(rows, name="data.csv"):
        path = tmp_path / name
        path.write_bytes(separated(rows))
        return str(path)

    return write


@pytest.fixture
def run(survey):
    """``run(…)``: exit code and the JSON that is printed."""

    def call(*arguments, period="2025-S1"):
        out = StringIO()
        try:
            call_command("import_scores", "3521", period, *arguments, "--json", stdout=out)
            code = 0
        except SystemExit as end:
            code = end.code
        return code, json.loads(out.getvalue())

    return call


def scores():
    return {row.element.key: row.score for row in Survey.objects.get().scores.select_related("element")}


def test_a_preview_writes_nothing(run, sent):
    before = scores()
    code, found = run(sent([["No", *NAMES], *numbered(ANSWERS)]))
    assert code == 0 and set(found) >= KEYS
    assert found["scores"] == exactly(ANSWERS)[0]
    assert scores() == before and not AuditEvent.objects.filter(action="survey.import").exists()


def test_applied_it_is_stored_with_what_it_rests_on_and_again_changes_nothing(run, sent):
    file = sent([["No", *NAMES], *numbered(ANSWERS)])
    for _ in range(2):
        code, _found = run(file, "--apply")
        assert code == 0
    assert scores()["waktu"] == Decimal("3.2") and Survey.objects.get().respondents == 5
    event = AuditEvent.objects.get(action="survey.import")
    assert event.after["kind"] == "answers" and len(event.after["files"][0]) == 64
    assert "respondents" in event.before


def test_means_are_stored_more_exactly_than_they_are_shown(run, sent):
    _code, found = run(sent([["No", *NAMES], *numbered([[3] * 9, [3] * 9, [4] * 9])]), "--apply")
    assert found["scores"]["waktu"] == "3.3333" and scores()["waktu"] == Decimal("3.333333")


def test_what_is_asked_ends_with_three_and_an_answer_settles_it(run, sent):
    file = sent([["No", *CODES], *numbered(ANSWERS)])
    code, found = run(file, "--apply")
    assert (code, found["asks"][0]["id"]) == (3, "U8")
    assert not AuditEvent.objects.filter(action="survey.import").exists()
    assert run(file, "--answer", "U8=sarana", "--apply")[0] == 0


def test_what_is_wrong_ends_with_one_and_nothing_is_written(run, sent):
    before = scores()
    code, found = run(sent([["No", *NAMES], *numbered(ANSWERS), [6, "empat", *[3] * 8]]), "--apply")
    assert code == 1 and found["faults"][0]["place"] == "Lembar data.csv, B7"
    assert scores() == before


def test_a_form_a_mapping_and_a_method_are_taken_from_the_line(run, sent):
    file = sent([["No", *P16], *[[at, *row] for at, row in enumerate(SIXTEEN, 1)]])
    code, found = run(file, "--form", "skm-2025-tatap-muka", "--mapping", "B", "--method", "questions")
    assert (code, found["mapping"], found["method"]) == (0, "B", "questions")
    assert run(file, "--form", "tidak-ada")[0] == 1
    assert run(file, "--form", "skm-2025-tatap-muka", "--mapping", "Z", "--method", "questions")[0] == 1


def test_services_are_named_on_the_line(run, sent):
    one = sent([["No", *NAMES], *numbered(ANSWERS[:2])], "satu.csv")
    two = sent([["No", *NAMES], *numbered(ANSWERS[2:])], "dua.csv")
    assert run(f"KTP={one}", f"KK={two}")[1]["services"] == {"KTP": 2, "KK": 3}


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_a_frozen_cycle_takes_no_scores(run, sent, lock):
    Survey.objects.update(lock=lock)
    code, found = run(sent([["No", *NAMES], *numbered(ANSWERS)]), "--apply")
    assert code == 1 and "tidak dapat diubah" in found["faults"][0]["message"]


@pytest.mark.parametrize(
    ("arguments", "period", "told"),
    [
        (["tidak-ada.csv"], "2025-S1", "tidak dapat dibaca"),
        (["a.csv"], "2019-S2", "tidak ada"),
        (["a"], "x", "tidak ada"),
        ([], "2025-S1", "Sebutkan paling sedikit satu berkas"),
    ],
)
def test_each_refusal_is_json_too(run, arguments, period, told):
    code, found = run(*arguments, period=period)
    assert code == 1 and told in found["faults"][0]["message"] and set(found) >= KEYS


def test_without_json_it_speaks_to_people(survey, sent, capsys):
    call_command("import_scores", "3521", "2025-S1", sent([["No", "Nama", *NAMES], *[[1, "Orang", *[3] * 9]]]))
    out = capsys.readouterr().out
    assert "waktu: 3,0000 (1 jawaban)" in out and "IKM 75,00, mutu C" in out and "Tidak disimpan: No, Nama" in out


# --- what the line says


def test_an_answer_that_nothing_asks_is_told_and_one_that_nothing_can_ask_is_refused(run, sent):
    file = sent([["No", *NAMES], *numbered(ANSWERS)])
    code, found = run(file, "--answer", "U8=sarana", "--answer", "nilai=konversi")
    assert (code, found["faults"]) == (0, [])
    assert "Jawaban yang tidak ditanyakan dan tidak dipakai: U8, nilai." in found["notes"]
    for key in ("u8", "layanan", "block:U3", ""):
        code, found = run(file, "--answer", f"{key}=sarana")
        assert code == 1 and f"Tidak ada pertanyaan “{key}”" in found["faults"][0]["message"]
    asked = sent([["No", *CODES], *numbered(ANSWERS)])
    found = run(asked, "--answer", "U8=sarana")[1]
    assert not any("tidak dipakai" in note for note in found["notes"])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--answer", "U8=sarana", "--answer", "U8=pengaduan"], "--answer U8 diberikan dua kali"),
        (["--answer", "U8"], "tulis sebagai KUNCI=JAWABAN"),
        (["--answer", "U8=Sarana"], "“Sarana” bukan pilihan untuk U8. Pilih: sarana, pengaduan."),
        (["--answer", "column:U3=E"], "“E” bukan pilihan untuk column:U3. Pilih: D."),
        (["--answer", "saran=ya"], "“ya” bukan pilihan untuk saran"),
        (["--answer", "biasa=ya"], "Tidak ada pertanyaan “biasa”"),
        (["--answer", "form=lain"], "Kuesioner “lain” tidak dikenal"),
        (["--method", "lain"], "“lain” bukan pilihan untuk method"),
    ],
)
def test_what_the_line_says_wrongly_is_one_sentence(run, sent, arguments, told):
    settled = [] if any("U8" in text for text in arguments) else ["--answer", "U8=sarana"]
    code, found = run(sent([["No", *CODES], *numbered(ANSWERS)]), *arguments, *settled)
    assert code == 1 and told in found["faults"][0]["message"] and len(found["faults"]) == 1


@pytest.mark.parametrize(
    ("named", "told"),
    [("KTP el", "“KTP-el”"), ("Loket 2", ""), ("ktp-EL", ""), ("Akta", "")],
    ids=["a slip", "another number", "the same", "another"],
)
def test_a_service_that_nearly_has_the_name_of_another_is_told(run, sent, ngawi, named, told):
    for position, name in enumerate(("KTP-el", "Loket 1"), start=1):
        Service.objects.create(office=ngawi, name=name, position=position)
    code, found = run(f"{named}={sent([['No', *NAMES], *numbered(ANSWERS)])}")
    notes = [note for note in found["notes"] if "belum ada pada satuan kerja ini" in note]
    assert code == 0 and bool(notes) == bool(told) and all(told in note for note in notes)


@pytest.mark.parametrize(
    ("column", "told"),
    [(["Kartu Keluarga"] * 5, "pada 5 baris"), (["KTP el", "ktp-el", "", "KTP-el", "KTP-el"], "")],
    ids=["another", "the same"],
)
def test_a_file_that_names_another_service_than_the_line_says_so(run, sent, column, told):
    rows = [[name, *row] for name, row in zip(column, numbered(ANSWERS), strict=True)]
    code, found = run(f"KTP-el={sent([['Jenis Layanan', 'No', *NAMES], *rows])}")
    notes = [note for note in found["notes"] if "menyebut layanan lain" in note]
    assert (code, found["services"]) == (0, {"KTP-el": 5})
    assert bool(notes) == bool(told) and all(told in note for note in notes)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("KTP", "KTP", "Layanan “KTP” sudah dipakai untuk satu.csv."),
        ("KTP", "ktp", "Nama layanan “KTP” dan “ktp” hanya berbeda huruf besar atau spasi."),
        ("Surat  Pindah", " surat pindah ", "Nama layanan “Surat Pindah” dan “surat pindah” hanya berbeda"),
        ("KTP", "K" * 201, "paling panjang 200 huruf"),
    ],
)
def test_a_service_of_two_files_is_refused_with_both_names(run, sent, first, second, told):
    one = sent([["No", *NAMES], *numbered(ANSWERS[:2])], "satu.csv")
    two = sent([["No", *NAMES], *numbered(ANSWERS[2:])], "dua.csv")
    code, found = run(f"{first}={one}", f"{second}={two}", "--apply")
    (fault,) = found["faults"]
    assert (code, fault["place"]) == (1, "dua.csv") and told in fault["message"]


def test_services_that_two_files_spell_differently_in_their_rows_are_one(run, sent):
    rows = [["No", "Jenis Layanan", *NAMES], *[[at, ("KTP", "KK")[at % 2], *[3] * 9] for at in range(1, 7)]]
    other = [rows[0], *[[at, ("ktp", "KK ")[at % 2], *[4] * 9] for at in range(1, 7)]]
    code, found = run(sent(rows, "satu.csv"), sent(other, "dua.csv"), "--apply")
    assert (code, found["services"]) == (0, {"KK": 6, "KTP": 6})


def test_the_respondents_beside_means_stay_when_the_next_file_tells_none_and_that_is_told(run, sent):
    rows = [["Jenis Layanan", "Jumlah Responden", *NAMES], ["KTP-el", 30, *["3.07"] * 9]]
    code, found = run(sent(rows), "--apply")
    assert (code, found["respondents"], Survey.objects.get().respondents) == (0, 30, 30)
    rows = [["Jenis Layanan", *NAMES], ["KTP-el", *["3.17"] * 9]]
    code, found = run(sent(rows), "--apply")
    assert (code, found["respondents"], Survey.objects.get().respondents) == (0, None, 30)
    assert "Jumlah responden yang tersimpan (30) tetap; periksa apakah masih sesuai." in found["notes"]
