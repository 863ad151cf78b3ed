"""The workbook of a cycle: as a person downloads it, as the console writes it, as LibreOffice recalculates it."""

import io
import subprocess
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from django.core.management import call_command

from followups.models import ActionPlan, Status
from offices.models import AuditEvent, Office
from reports.document.gather import document_of
from reports.findings.answers import answer
from reports.workbook.assembling import workbook_of
from surveys.answers.questions import OfQuestion, write_question_scores
from surveys.models import MappedQuestion, ScoreBasis, Survey
from surveys.offering.results import OfService, write_service_results
from surveys.respondents.counts import write_profile
from tests.programs import needed
from tests.reports.findings.warned import a_warning

PAGE = "/laporan/3521/2025-S1/excel/"
FORMULA = '=HYPERLINK("http://contoh.invalid";"klik")'


@pytest.fixture
def hostile(survey):
    """A cycle whose texts begin as formulas do."""
    ActionPlan.objects.update(programme=FORMULA, description="+1\n@SUM(A1)", obstacle="\t=1+1")
    Office.objects.filter(code="3521").update(name="=1+1 & Kantor", short_name="-KPU & Ngawi")
    return Survey.objects.get(office__code="3521", year=2025)


@pytest.fixture
def written(hostile, tmp_path):
    path = tmp_path / "siklus.xlsx"
    call_command("export_workbook", "3521", "2025-S1", output=path, file=path)
    return path


def cells_of(book):
    return [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]


@pytest.mark.parametrize("address", ["skm", "rtl", "bukti-dukung", "laporan"])
def test_it_is_offered_once_on_the_pages_of_a_cycle_to_whoever_reads_them(people, survey, as_user, address):
    for person in (people.staff, people.supervisor):
        page = as_user(person).get(f"/{address}/3521/2025-S1/").content.decode()
        assert (page.count(f'href="{PAGE}"'), page.count("Unduh Excel")) == (1, 1)


def test_a_reader_downloads_it_under_a_name_and_no_browser_keeps_it(people, survey, as_user):
    response = as_user(people.staff).get(PAGE)
    assert response.headers["Content-Disposition"] == 'attachment; filename="Tindak-Lanjut-SKM-3521-2025-S1.xlsx"'
    assert "no-store" in response.headers["Cache-Control"]
    event = AuditEvent.objects.get(action="report.workbook")
    assert (event.actor_id, event.office_code) == (people.staff.pk, "3521")
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    assert book.sheetnames[:4] == ["Ringkasan", "Tabel 2.1", "Tabel 2.2", "Tabel 3.1"]
    assert book.sheetnames[-1] == "Cek kelengkapan"


def test_no_text_of_a_cycle_becomes_a_formula(written):
    cells = cells_of(openpyxl.load_workbook(written))
    assert {FORMULA, "=1+1 & Kantor"} <= {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_the_summary_has_numbers_and_days(written, hostile):
    Survey.objects.update(respondents=30, start=date(2025, 6, 2))
    call_command("export_workbook", "3521", "2025-S1", file=written)
    rows = dict(openpyxl.load_workbook(written)["Ringkasan"].iter_rows(min_row=6, values_only=True))
    assert rows["Jumlah responden"] == 30 and rows["Survei mulai"] == datetime(2025, 6, 2)
    index = document_of(Survey.objects.get()).plans.results.index.printed
    assert rows["Indeks Kepuasan Masyarakat (IKM)"] == float(index)
    assert rows["Keadaan siklus"] == "Draf"


def test_what_the_public_said_of_each_service_has_a_page(survey, people):
    elements = {element.key: element for element in survey.instrument.elements.all()}
    whole = OfService(12, dict.fromkeys(elements, Decimal("3.25")))
    write_service_results(survey, {"KTP": whole, "Akta": OfService(5, {"waktu": Decimal(2)})}, elements)
    rows = services_in(workbook_of(survey))
    assert rows["KTP"][2:4] == (12, 3.25) and rows["KTP"][-2:] == (81.25, "B")
    assert set(rows["Akta"][3:]) == {2, "–"}


def test_a_service_of_few_is_hidden_there_as_in_the_report(survey, people):
    elements = {element.key: element for element in survey.instrument.elements.all()}
    scores = dict.fromkeys(elements, Decimal("3.25"))
    found = {"KTP": OfService(12, scores), "Akta": OfService(3, scores), "KK": OfService(7, scores)}
    write_service_results(survey, found, elements)
    rows = services_in(workbook_of(survey))
    assert set(rows["Akta"][2:]) == set(rows["KK"][2:]) == {"*"} and rows["KTP"][2] == 12
    assert any("kurang dari 5 jawaban" in str(cell) for row in rows.values() for cell in row)


def services_in(content):
    """The rows of Tabel 2.3 by what stands in their second column, and what stands below them."""
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Tabel 2.3"]
    return {row[1] or row[0]: row for row in sheet.iter_rows(min_row=6, values_only=True)}


def test_findings_stand_with_the_reasons_given(survey, people):
    for plan in ActionPlan.objects.all():
        plan.months.all().delete()
    subject = a_warning()
    answer(survey, people.admin, [subject], "Memang demikian.")
    content = workbook_of(Survey.objects.get(pk=survey.pk))
    rows = list(openpyxl.load_workbook(io.BytesIO(content))["Cek kelengkapan"].iter_rows(min_row=6, values_only=True))
    assert {row[1] for row in rows} <= {"Wajib diperbaiki", "Perlu penjelasan", "Saran"}
    assert [row[1] for row in rows if row[5] == "Memang demikian."] == ["Perlu penjelasan"]
    assert all("Admin" not in str(cell) for row in rows for cell in row if cell)


def test_the_console_says_what_is_not_there(db, tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("export_workbook", "3521", "2025-S1", file=tmp_path / "x.xlsx")
    assert capsys.readouterr().err and not (tmp_path / "x.xlsx").exists()


def test_a_place_that_cannot_be_written_is_told(survey, tmp_path, capsys):
    with pytest.raises(SystemExit):
        call_command("export_workbook", "3521", "2025-S1", file=tmp_path / "tiada" / "x.xlsx")
    assert "tidak dapat ditulis" in capsys.readouterr().err


@pytest.mark.prove
def test_libreoffice_reads_the_same_values_and_no_error(written, tmp_path):
    """Opened, recalculated and saved by another program: nothing is an error, nothing has changed."""
    again = recalculated(written, tmp_path)
    before, after = (openpyxl.load_workbook(path, data_only=True) for path in (written, again))
    assert after.sheetnames == before.sheetnames
    assert [cell.value for cell in cells_of(after)] == [cell.value for cell in cells_of(before)]
    assert all(cell.data_type != "e" for cell in cells_of(after))


def recalculated(path, folder):
    out = folder / "lagi"
    command = [needed("soffice"), "--headless", f"-env:UserInstallation=file://{folder}/profil"]
    subprocess.run(
        [*command, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, path],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return out / path.name


def summary_of(survey):
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(survey)))
    return dict(book["Ringkasan"].iter_rows(min_row=6, values_only=True))


def test_the_summary_tells_each_thing_once_in_its_order_and_leaves_out_what_nobody_knows(survey, people):
    Survey.objects.update(population=None, end=None, respondents=0)
    ActionPlan.objects.filter(position=1).update(status=Status.DONE)
    ActionPlan.objects.exclude(position=1).update(status=Status.IN_PROGRESS)
    rows = summary_of(Survey.objects.get())
    assert list(rows) == [
        "Satuan kerja",
        "Periode",
        "Keadaan siklus",
        "Jumlah responden",
        "Indeks Kepuasan Masyarakat (IKM)",
        "Mutu layanan",
        "Masa tindak lanjut",
        "Banyaknya RTL",
        "RTL berstatus Sudah",
        "Berkas ini disusun",
    ]
    assert rows["Periode"] == "Semester I Tahun 2025"
    assert (rows["Jumlah responden"], rows["Banyaknya RTL"], rows["RTL berstatus Sudah"]) == (0, 2, 1)
    assert rows["Masa tindak lanjut"] == "Juli–Desember 2025"


def test_what_each_question_found_has_a_page_with_the_element_that_it_counts_for(survey, people):
    form = survey.instrument.questionnaires.get(key="skm-2025-tatap-muka")
    questions = [*form.questions.all()[:2]]
    mapping = form.mappings.get(key="B")
    ScoreBasis.objects.create(survey=survey, kind="answers", questionnaire=form, mapping=mapping, method="questions")
    found = {questions[0].code: OfQuestion(Decimal("3.5"), 12), questions[1].code: OfQuestion(Decimal("2"), None)}
    write_question_scores(survey, found, form)
    page = openpyxl.load_workbook(io.BytesIO(workbook_of(survey)))["Nilai per pertanyaan"]
    assert page.page_setup.orientation == "landscape"
    known, unknown = [row for row in page.iter_rows(min_row=6, values_only=True) if row[0] in found]
    element = MappedQuestion.objects.get(mapping=mapping, question=questions[0]).element.name
    assert known == (questions[0].code, questions[0].text, element, 12, 3.5, 87.5, "B (Baik)")
    assert unknown[3:6] == (None, 2, 50)


def test_who_answered_has_a_page_only_where_somebody_counted(survey, people):
    assert "Profil responden" not in openpyxl.load_workbook(io.BytesIO(workbook_of(survey))).sheetnames
    write_profile(survey, {"sex": {"male": 20, "female": 10}})
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(survey)))
    name = next(name for name in book.sheetnames if "esponden" in name)
    rows = [row for row in book[name].iter_rows(min_row=6, values_only=True) if row[1]]
    assert [row[:3] for row in rows] == [("Jenis kelamin", "Laki-laki", 20), ("Jenis kelamin", "Perempuan", 10)]
    assert book.sheetnames.index(name) == len(book.sheetnames) - 2, "before the findings"


def test_findings_are_numbered_the_gravest_first_with_their_place(survey, people):
    Survey.objects.update(respondents=None)
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(Survey.objects.get())))
    page = book["Cek kelengkapan"]
    head, *rows = page.iter_rows(min_row=5, values_only=True)
    found = [row for row in rows if isinstance(row[0], int)]
    assert head == ("No", "Tingkat", "Bagian", "Letak", "Catatan", "Alasan yang diberikan")
    assert [row[0] for row in found] == list(range(1, len(found) + 1))
    gravity = [["Wajib diperbaiki", "Perlu penjelasan", "Saran"].index(row[1]) for row in found]
    assert gravity == sorted(gravity) and gravity[0] == 0
    assert any("Jumlah responden" in row[3] for row in found)
    assert page.page_setup.orientation == "landscape"


def test_nobody_but_readers_of_the_office_gets_it_and_it_is_not_made_for_others(people, survey, as_user):
    assert as_user(people.stranger).get(PAGE).status_code == 404
    assert not AuditEvent.objects.filter(action="report.workbook").exists()
