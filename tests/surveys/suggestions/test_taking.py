"""Suggestions in files of answers: left out unless asked for, without a tie to who wrote them, quoted nowhere."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from offices.models import AuditEvent
from reports.workbook.assembling import workbook_of
from surveys.models import Decision, Suggestion, Survey
from surveys.suggestions.deciding import released_suggestions, stored_texts
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.taking import read_files, take_scores
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES

pytestmark = pytest.mark.django_db

PAGE = "/skm/3521/2025-S1/berkas/"
WRITTEN = ["Tambah loket di lantai satu", "-", "tambah loket di lantai satu!", "Tidak ada", "Hubungi 081234567890", ""]
HEAD = ["No", "Nama", *NAMES, "Kritik dan saran"]
ROWS = [HEAD, *([at, f"Orang {at}", *[3] * 9, text] for at, text in enumerate(WRITTEN, 1))]
FILE = ScoreFile("data.csv", separated(ROWS))
KEPT = {"Tambah loket di lantai satu": 2, "Hubungi 081234567890": 1}
KEEP = Wanted(answers={"saran": "simpan"})
SECRETS = ("lantai satu", "081234567890")


def keep(survey, actor, file=FILE):
    found = read_files(survey, [file], KEEP)
    assert not found["faults"] and not found["asks"]
    return take_scores(survey, actor, found, [file])


def test_by_default_they_are_dropped_and_counted_and_no_text_leaves_the_reader(survey, people):
    found = read_files(survey, [FILE], Wanted())
    assert found["dropped"] == ["No", "Nama", "Kritik dan saran"] and not found["asks"]
    told = "Kolom Kritik dan saran memuat 2 saran; 1 yang sama digabung; 3 kosong atau tanpa isi dilewati."
    assert f"{told} Saran tidak disimpan." in found["notes"]
    assert not [secret for secret in SECRETS if secret in json.dumps(found)]
    assert take_scores(survey, people.admin, found, [FILE])
    assert not Suggestion.objects.exists()


def test_asked_for_they_are_rows_of_their_own_that_nobody_has_read(survey, people):
    assert keep(survey, people.admin)
    assert stored_texts(survey) == KEPT
    assert set(Suggestion.objects.values_list("decision", flat=True)) == {Decision.UNREAD}
    assert list(released_suggestions(survey)) == []
    assert {field.name for field in Suggestion._meta.get_fields()} == {"id", "survey", "text", "times", "decision"}


def test_the_trail_tells_how_many_and_never_what(survey, people):
    keep(survey, people.admin)
    event = AuditEvent.objects.get(action="survey.import")
    assert (event.before["suggestions"], event.after["suggestions"]) == (0, 2)
    assert not [secret for secret in SECRETS if secret in json.dumps([event.before, event.after])]


def test_their_order_is_one_of_chance(survey, people):
    texts = [f"Saran yang ke-{at} dari tiga puluh" for at in range(30)]
    rows = [HEAD, *([at, "", *[3] * 9, text] for at, text in enumerate(texts, 1))]
    keep(survey, people.admin, ScoreFile("a.csv", separated(rows)))
    kept = list(Suggestion.objects.order_by("pk").values_list("text", flat=True))
    assert sorted(kept) == sorted(texts) and kept != texts


def test_the_same_file_changes_nothing_and_another_keeps_what_was_decided(survey, people):
    keep(survey, people.admin)
    Suggestion.objects.filter(text__startswith="Tambah").update(decision=Decision.RELEASED)
    assert not keep(survey, people.admin)
    other = ScoreFile("lain.csv", FILE.content.replace(b"Hubungi 081234567890", b"Ruang tunggu panas"))
    assert keep(survey, people.admin, other)
    assert dict(Suggestion.objects.values_list("text", "decision")) == {
        "Tambah loket di lantai satu": "released",
        "Ruang tunggu panas": "unread",
    }


def test_the_same_file_taken_without_them_leaves_those_that_there_are(survey, people):
    keep(survey, people.admin)
    assert not take_scores(survey, people.admin, read_files(survey, [FILE], Wanted()), [FILE])
    assert stored_texts(survey) == KEPT


def test_another_file_without_them_leaves_those_that_were_released_and_says_so(survey, people):
    keep(survey, people.admin)
    Suggestion.objects.filter(text__startswith="Tambah").update(decision=Decision.RELEASED)
    plain = ScoreFile("polos.csv", separated([["No", *NAMES], [1, *[4] * 9]]))
    found = read_files(survey, [plain], Wanted())
    assert "1 saran dari berkas sebelumnya yang belum dirilis dihapus; yang dirilis tetap." in found["notes"]
    assert take_scores(survey, people.admin, found, [plain])
    found = read_files(survey, [plain], KEEP)
    assert "Berkas ini tidak memuat kolom saran." in found["notes"]
    assert not take_scores(survey, people.admin, found, [plain])
    assert dict(Suggestion.objects.values_list("text", "decision")) == {"Tambah loket di lantai satu": "released"}


def test_columns_of_several_files_are_taken_together_and_a_question_about_suggestions_is_none(survey):
    extra = [["No", *NAMES, "Saran", "Komentar"], [1, *[3] * 9, "Baik sekali", "Tambah loket di lantai satu"]]
    files = [ScoreFile("a.csv", FILE.content, "KTP"), ScoreFile("b.csv", separated(extra), "KK")]
    found = read_files(survey, files, KEEP)
    assert found["suggestions"] == KEPT | {"Tambah loket di lantai satu": 3, "Baik sekali": 1}
    assert found["scores"]["pengaduan"] == "3.0000"


def test_who_answered_nothing_is_no_respondent_and_leaves_no_suggestion(survey):
    rows = [*ROWS, [7, "Orang 7", *[""] * 9, "Menulis saja"]]
    assert read_files(survey, [ScoreFile("a.csv", separated(rows))], KEEP)["suggestions"] == KEPT


def test_a_survey_that_is_deleted_takes_them_along(survey, people):
    other = Survey.objects.create(office=survey.office, instrument=survey.instrument, year=2020, kind=6, number=1)
    Suggestion.objects.create(survey=other, text="Lama", times=1)
    other.delete()
    assert not Suggestion.objects.exists()


def test_no_workbook_carries_them(survey, people):
    keep(survey, people.admin)
    Suggestion.objects.update(decision=Decision.RELEASED)
    assert b"lantai satu" not in unzipped(workbook_of(survey))


def unzipped(content):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return b"".join(book.read(name) for name in book.namelist())


@pytest.mark.each_database
@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"times": 0}, {"decision": "sent"}], ids=["blank", "nobody", "unknown"]
)
def test_the_database_refuses_what_is_none(survey, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Suggestion.objects.create(**({"survey": survey, "text": "Baik", "times": 1} | wrong))


# --- at the console


def run(tmp_path, *arguments):
    path = tmp_path / "data.csv"
    path.write_bytes(FILE.content)
    out = StringIO()
    try:
        call_command("import_scores", "3521", "2025-S1", str(path), *arguments, stdout=out)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def test_the_console_takes_a_file_with_suggestions_without_a_question(survey, tmp_path):
    code, told = run(tmp_path, "--apply")
    assert code == 0 and "--answer saran=simpan" in told
    assert not Suggestion.objects.exists()


def test_the_console_keeps_them_where_it_is_told_to_and_prints_none(survey, tmp_path):
    code, told = run(tmp_path, "--apply", "--json", "--answer", "saran=simpan")
    assert code == 0 and stored_texts(survey) == KEPT
    assert "Kritik dan saran" not in json.loads(told)["dropped"]
    assert not [secret for secret in SECRETS if secret in told]


def test_another_answer_is_refused(survey, tmp_path):
    code, told = run(tmp_path, "--json", "--answer", "saran=ya")
    assert code == 1 and "saran" in json.loads(told)["faults"][0]["message"]


# --- on the page


def cells():
    return "\n".join("\t".join(map(str, row)) for row in ROWS)


def flat(response):
    return " ".join(response.content.decode().split())


def test_the_preview_offers_to_keep_them_and_says_why_not(survey, people, as_user):
    page = flat(as_user(people.admin).post(PAGE, {"pasted": cells()}))
    assert "Simpan 2 saran dari kolom Kritik dan saran" in page and "dapat memuat nama, nomor telepon" in page
    box = page.split('name="jawab-saran"')[1].split(">")[0]
    assert "checked" not in box and page.count('name="jawab-saran"') == 1


@pytest.mark.prove
def test_ticked_and_accepted_they_are_kept(survey, people, as_user):
    client = as_user(people.admin)
    page = flat(client.post(PAGE, {"pasted": cells()}))
    digest = page.split('name="terima"')[1].split('value="')[1].split('"')[0]
    sent = {"pasted": cells(), "terima": digest}
    assert client.post(PAGE, sent).status_code == 302 and not Suggestion.objects.exists()
    assert client.post(PAGE, sent | {"jawab-saran": "simpan"}).status_code == 302
    assert stored_texts(survey) == KEPT


def test_the_tick_stays_while_the_preview_is_asked_for_again_and_can_be_taken_away(survey, people, as_user):
    page = flat(as_user(people.admin).post(PAGE, {"pasted": cells(), "jawab-saran": "simpan"}))
    assert "checked" in page.split('name="jawab-saran"')[1].split(">")[0]
    assert page.count('name="jawab-saran"') == 1
