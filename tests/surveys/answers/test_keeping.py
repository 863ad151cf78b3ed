"""Answers that an office chose to keep: what is stored of them and what never is, taken out, deleted, gone in time."""

from collections import Counter
from datetime import timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from offices.models import AuditEvent
from surveys.answers.keeping import KEPT_FOR, write_answers
from surveys.models import AnswerRow, ElementScore, Lock, QuestionScore, ScoreBasis, Survey
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.taking import read_files, take_scores
from tests.followups.results.test_views import plain
from tests.followups.test_views_survey import filled
from tests.processor import processor
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import CODES, NAMES, numbered
from tests.surveys.workbooks.test_basis import text_of

pytestmark = pytest.mark.django_db
FILES = "/skm/3521/2025-S1/berkas/"
PAGE = "/skm/3521/2025-S1/jawaban/"
RESULTS = "/skm/3521/2025-S1/hasil/"
SURVEY = "/skm/3521/2025-S1/"
KEEP = {"simpan-jawaban": "1"}
HEAD = ["No", "Nama", "Jenis Kelamin", "Jenis Layanan", *NAMES]
ROWS = [
    [1, "Siti Rahayu", "P", "KTP", *[3] * 9],
    [2, "Budi Santoso", "L", "KK", *[4] * 9],
    [3, "Joko Widodo", "L", "KTP", 1, 2, 3, 4, "", 0, 3, 2, 1],
    [4, "Ani", "P", "", *[2] * 9],
]
FILE = ("data.csv", separated([HEAD, *ROWS]))
STORED = Counter({("KTP", "333333333"): 1, ("KK", "444444444"): 1, ("KTP", "1234--321"): 1, (None, "222222222"): 1})


def rows():
    return Counter(AnswerRow.objects.values_list("service__name", "scores"))


def events(action):
    return AuditEvent.objects.filter(action=action).order_by("pk")


def test_from_the_upload_to_the_last_answer(send, admin):
    """One walk: upload, choose to keep, read the results of each question, take the answers out, delete them."""
    preview = text_of(send(file=FILE))
    assert (
        "Simpan juga jawaban setiap responden Bila dipilih, disimpan juga nilai dan layanan" in preview and not rows()
    )
    send(accept=True, file=FILE, **KEEP)
    assert rows() == STORED
    page = plain(admin.get(RESULTS))
    assert "U5 " in page and "Jawaban 4 responden disimpan sampai " in page and "Unduh atau hapus" in page
    book = openpyxl.load_workbook(BytesIO(admin.get(f"{PAGE}berkas/").content))
    assert len(book.worksheets) == 1
    head = next(row for row in book.active.iter_rows() if row[0].value == "U1")[0].row
    cells = Counter(
        tuple(cell.value for cell in row) for row in book.active.iter_rows(min_row=head + 1, max_row=head + 4)
    )
    assert cells == Counter([(3,) * 9, (4,) * 9, (2,) * 9, (1, 2, 3, 4, None, None, 3, 2, 1)])
    assert events("survey.answers_out").get().after == {"kept": 4}
    means = list(ElementScore.objects.values_list("element", "score", "answers", "error"))
    response = admin.post(PAGE)
    assert response.url == RESULTS and not rows()
    assert list(ElementScore.objects.values_list("element", "score", "answers", "error")) == means
    assert QuestionScore.objects.count() == 9 and ScoreBasis.objects.get().index_error > 0
    event = events("survey.answers_delete").get()
    assert (event.before, event.after) == ({"kept": 4}, {"kept": 0})
    assert "disimpan sampai" not in plain(admin.get(RESULTS))
    assert "Tidak ada jawaban yang disimpan" in plain(admin.get(PAGE))
    assert admin.get(f"{PAGE}berkas/").status_code == 404


def test_nothing_is_kept_unless_somebody_says_so(send):
    assert 'name="simpan-jawaban"' in send(file=FILE)
    assert not any("checked" in part for part in send(file=FILE).partition('name="simpan-jawaban"')[2].split(">")[:1])
    send(accept=True, file=FILE)
    assert not rows() and "kept" not in events("survey.import").get().after


def test_a_row_holds_scores_and_service_and_nothing_of_the_person(send):
    send(accept=True, file=FILE, **KEEP)
    assert {field.name for field in AnswerRow._meta.get_fields()} == {"id", "survey", "service", "scores"}
    told = str([*AnswerRow.objects.values(), *AuditEvent.objects.values("before", "after")])
    assert not any(name in told for name in ("Siti", "Budi", "Joko", "Ani"))


def test_the_order_of_the_file_is_not_kept(survey, people):
    block = [[1 + (at // 4 ** (8 - place)) % 4 for place in range(9)] for at in range(400)]
    file = ScoreFile("data.csv", separated([["No", *NAMES], *([at, *row] for at, row in enumerate(block, 1))]))
    found = read_files(survey, [file], Wanted(keeps=True))
    assert take_scores(survey, people.admin, found, [file])
    stored = list(AnswerRow.objects.order_by("pk").values_list("scores", flat=True))
    as_sent = ["".join(map(str, row)) for row in block]
    assert stored != as_sent and sorted(stored) == sorted(as_sent)


def test_the_file_taken_out_tells_no_service_and_is_no_formula(send, admin, ngawi):
    ngawi.name = "=HYPERLINK(1)"
    ngawi.save()
    send(accept=True, file=FILE, **KEEP)
    book = openpyxl.load_workbook(BytesIO(admin.get(f"{PAGE}berkas/").content))
    texts = [str(cell.value) for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert not any(word in text for text in texts for word in ("KTP", "KK", "Siti"))
    assert not any(cell.data_type == "f" for row in book.active.iter_rows() for cell in row)


def test_only_the_admin_of_the_office_comes_to_them_and_others_read_that_there_are_some(send, people, as_user):
    send(accept=True, file=FILE, **KEEP)
    for who in ("staff", "secretary", "supervisor"):
        client = as_user(getattr(people, who))
        assert {client.get(PAGE).status_code, client.get(f"{PAGE}berkas/").status_code} == {403}
        assert client.post(PAGE).status_code == 403
        page = plain(client.get(RESULTS))
        assert "Jawaban 4 responden disimpan" in page and "Unduh atau hapus" not in page
    assert as_user(people.stranger).get(PAGE).status_code == 404
    assert rows() == STORED


@pytest.mark.prove
def test_in_a_signed_cycle_answers_can_still_be_deleted(send, admin):
    send(accept=True, file=FILE, **KEEP)
    Survey.objects.update(lock=Lock.SIGNED)
    assert "Unduh atau hapus" in plain(admin.get(RESULTS))
    assert admin.post(PAGE).status_code == 302 and not rows()


# --- when they go with the scores


@pytest.mark.prove
def test_another_file_puts_its_own_in_place_or_none(send):
    send(accept=True, file=FILE, **KEEP)
    other = ("lain.csv", separated([["No", *NAMES], *([at, *[at % 2 + 3] * 9] for at in range(1, 5))]))
    assert "Jawaban 4 responden yang disimpan sekarang diganti, atau dihapus" in text_of(send(file=other))
    send(accept=True, file=other, **KEEP)
    assert rows() == Counter({(None, "444444444"): 2, (None, "333333333"): 2})
    send(accept=True, file=other)
    assert not rows()
    last = events("survey.import").last()
    assert last.before["kept"] == 4 and "kept" not in last.after


@pytest.mark.prove
def test_a_file_of_means_takes_them_away_and_says_so_before(send):
    send(accept=True, file=FILE, **KEEP)
    means = ("ringkasan.csv", separated([["Unsur", "NRR"], *([name, "3,25"] for name in NAMES)], ";"))
    page = text_of(send(file=means))
    assert "Jawaban 4 responden yang disimpan sekarang dihapus" in page and "Simpan juga jawaban" not in page
    send(accept=True, file=means)
    assert not rows()


@pytest.mark.prove
def test_the_same_file_kept_again_changes_nothing(send):
    send(accept=True, file=FILE, **KEEP)
    before = list(AnswerRow.objects.order_by("pk").values_list("pk", flat=True))
    send(accept=True, file=FILE, **KEEP)
    assert list(AnswerRow.objects.order_by("pk").values_list("pk", flat=True)) == before
    assert events("survey.import").count() == 1


def test_typed_scores_take_them_away_and_other_things_that_are_saved_do_not(send, admin):
    send(accept=True, file=FILE, **KEEP)
    kept = {f"score_{row.element.key}": str(row.score) for row in ElementScore.objects.select_related("element")}
    assert "jawaban responden yang disimpan" in plain(admin.get(SURVEY))
    admin.post(SURVEY, filled(**kept, respondents="120"))
    assert rows() == STORED
    admin.post(SURVEY, filled(**kept) | {"score_waktu": "3,11"})
    assert not rows()
    event = events("survey.change").last()
    assert (event.before["kept"], event.after["kept"]) == (4, 0)


@pytest.mark.prove
def test_what_is_not_paid_is_stored_as_it_was_settled(send):
    sheet = [["No", *NAMES], [1, *[3] * 9], [2, *[3] * 3, "Tidak ada biaya", *[3] * 5]]
    for choice, sign in (("gratis", "4"), ("kosong", "-")):
        send(accept=True, file=("data.csv", separated(sheet)), **KEEP, **{"jawab-biaya": choice})
        assert rows() == Counter({(None, "333333333"): 1, (None, f"333{sign}33333"): 1})


def test_signs_stand_in_the_order_of_the_form_whatever_that_of_the_columns(send):
    answers = [[1, 2, 3, 4, 1, 2, 3, 4, 2]]
    file = ("u.csv", separated([["No", *CODES], *numbered([*answers, *answers], None)]))
    send(accept=True, file=file, **KEEP, **{"jawab-U8": "pengaduan"})
    (scores,) = {scores for _service, scores in rows()}
    questions = ScoreBasis.objects.get().questionnaire.questions.values_list("code", flat=True)
    by_code = dict(zip(questions, scores, strict=True))
    found = {row.question.code: row.score for row in QuestionScore.objects.select_related("question")}
    assert {code: int(sign) for code, sign in by_code.items()} == found


# --- at the console, and in time


def test_the_console_keeps_them_where_its_line_says_so_and_prints_none(survey, tmp_path):
    path = tmp_path / "data.csv"
    path.write_bytes(FILE[1])
    for words, expected in (((), Counter()), (("--keep-answers",), STORED)):
        out = StringIO()
        call_command("import_scores", "3521", "2025-S1", str(path), "--apply", "--json", *words, stdout=out)
        assert rows() == expected and "1234--321" not in out.getvalue() and '"kept"' not in out.getvalue()


def test_the_console_says_before_it_takes_them_away(survey, tmp_path, capsys):
    path = tmp_path / "data.csv"
    path.write_bytes(FILE[1])
    call_command("import_scores", "3521", "2025-S1", str(path), "--apply", "--keep-answers")
    capsys.readouterr()
    call_command("import_scores", "3521", "2025-S1", str(path))
    assert "Jawaban 4 responden yang disimpan sekarang dihapus" in capsys.readouterr().out
    assert rows() == STORED
    call_command("import_scores", "3521", "2025-S1", str(path), "--keep-answers")
    assert "dihapus" not in capsys.readouterr().out


@pytest.mark.prove
def test_two_years_after_they_were_taken_over_they_go_and_the_trail_says_so(send):
    send(accept=True, file=FILE, **KEEP)
    for age, left in ((KEPT_FOR - timedelta(hours=1), 4), (KEPT_FOR + timedelta(hours=1), 0)):
        ScoreBasis.objects.update(taken_at=timezone.now() - age)
        out = StringIO()
        call_command("prune", "--dry-run", stdout=out)
        assert f"{4 - left} jawaban responden" in out.getvalue() and AnswerRow.objects.count() == 4
        call_command("prune", stdout=StringIO())
        assert AnswerRow.objects.count() == left
    event = events("survey.answers_expire").get()
    assert (event.actor_id, event.before, event.after) == (None, {"kept": 4}, {"kept": 0})
    assert ElementScore.objects.exclude(error=None).exists()


@pytest.mark.each_database
def test_the_database_holds_nothing_but_answers(survey):
    AnswerRow.objects.create(survey=survey, scores="1234-----")
    for wrong in ("0", "12305", "5", "3,4", "123 4", "-", "---", "", "x333"):
        with pytest.raises(IntegrityError), transaction.atomic():
            AnswerRow.objects.create(survey=survey, scores=wrong)


def test_a_service_that_answers_name_is_not_deleted(send, admin):
    send(accept=True, file=FILE, **KEEP)
    pk = AnswerRow.objects.get(service__name="KK").service_id
    assert "jawaban responden" in text_of(admin.post(f"/satuan-kerja/3521/layanan/{pk}/hapus/").content.decode())


@pytest.mark.prove
def test_twenty_thousand_rows_are_written_in_little_time(survey):
    found = {"": [f"{at % 4 + 1}{'3' * 8}" for at in range(20_000)]}
    with processor() as used, transaction.atomic():
        write_answers(survey, found)
    assert AnswerRow.objects.count() == 20_000 and used.seconds <= 1.0
