"""The concept for Word as one asks for it: beside the draft PDF, made by the worker, for whoever may read the draft."""

import docx
import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from followups.models import ActionPlan
from reports.models import Job, JobKind
from reports.work.jobs import next_in_turn, run_job
from surveys.models import Lock, Survey

PDF = "/laporan/3521/2025-S1/pdf/"
FILE = f"{PDF}berkas/?bentuk=word"
WORD = f"{PDF}?bentuk=word"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def text_of(response):
    return " ".join(response.content.decode().split())


def opened(answer, tmp_path):
    path = tmp_path / "konsep.docx"
    path.write_bytes(answer.getvalue())
    return docx.Document(str(path))


def test_it_is_made_and_downloaded_beside_the_pdf(as_user, people, survey, tmp_path):
    client = as_user(people.staff)
    assert f'href="{WORD}"' in client.get(PDF).content.decode()
    assert "Konsep untuk disunting, bukan naskah resmi" in text_of(client.get(WORD))
    answer = client.post(WORD)
    assert answer.url == WORD
    assert "Konsep Word sedang dibuat" in text_of(client.get(WORD))
    assert "Laporan sebagai PDF" in text_of(client.get(PDF))
    run_job(next_in_turn())
    assert "Konsep Word siap" in text_of(client.get(WORD))
    file = client.get(FILE)
    assert (file.status_code, file.headers["Content-Type"]) == (200, TYPE)
    assert file.headers["Content-Disposition"] == 'attachment; filename="Laporan-TL-SKM-3521-2025-S1-konsep.docx"'
    said = "\n".join(cell.text for table in opened(file, tmp_path).tables for row in table.rows for cell in row.cells)
    assert "Loket dibuka lebih awal." in said


@pytest.mark.parametrize(("lock", "is_told"), [(Lock.OPEN, False), (Lock.SIGNED, True)])
def test_beside_a_signed_report_a_draft_says_where_the_signed_file_is(as_user, people, survey, lock, is_told):
    Survey.objects.update(lock=lock)
    for page in (PDF, WORD):
        said = text_of(as_user(people.staff).get(page))
        assert ("Berkas resminya diunduh di halaman" in said) == is_told


def test_what_changed_since_is_asked_for_anew(as_user, people, survey):
    client = as_user(people.admin)
    client.post(WORD)
    run_job(next_in_turn())
    ActionPlan.objects.update(description="Diubah sesudahnya.")
    assert client.get(FILE).url == WORD
    assert "Buat konsep Word" in text_of(client.get(WORD))


@pytest.mark.prove
def test_it_is_another_file_than_the_pdf(as_user, people, survey):
    client = as_user(people.admin)
    client.post(PDF)
    client.post(WORD)
    client.post(WORD)
    assert sorted(Job.objects.values_list("kind", flat=True)) == [JobKind.DRAFT_PDF, JobKind.DRAFT_WORD]
    while number := next_in_turn():
        run_job(number)
    names = {job.kind: job.file.name.rpartition(".")[2] for job in Job.objects.all()}
    assert names == {JobKind.DRAFT_PDF: "pdf", JobKind.DRAFT_WORD: "docx"}


def test_nobody_else_gets_it(as_user, people, survey):
    as_user(people.admin).post(WORD)
    run_job(next_in_turn())
    stranger = as_user(people.stranger)
    assert [stranger.get(address).status_code for address in (WORD, FILE)] == [404, 404]
    assert stranger.post(WORD).status_code == 404


@pytest.mark.usefixtures("survey")
def test_the_console_writes_it_alone_or_with_the_others(tmp_path, capsys):
    target = tmp_path / "konsep.docx"
    call_command("render_report", "3521", "2025-S1", "--docx", str(target))
    assert capsys.readouterr().out == f"{target}\n"
    assert docx.Document(str(target)).core_properties.content_status == "Konsep untuk disunting, bukan naskah resmi"


@pytest.mark.usefixtures("survey")
def test_the_console_asks_which_file_is_wanted():
    with pytest.raises(CommandError, match="Sebutkan berkas yang ditulis"):
        call_command("render_report", "3521", "2025-S1")
