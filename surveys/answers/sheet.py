"""Kept answers as a workbook of scores alone: no service, no profile, no order."""

from random import SystemRandom

from offices.spreadsheets.pages import Book, Column, Page
from offices.spreadsheets.writing import workbook_bytes
from surveys.basis import basis_of
from surveys.models import Survey


def answers_workbook(survey: Survey) -> bytes:
    """One row for each respondent, one column for each question; an empty cell is no answer."""
    basis = basis_of(survey)
    questions = basis.questionnaire.questions.all() if basis and basis.questionnaire else ()
    rows = [
        tuple(int(sign) if sign.isdigit() else None for sign in scores)
        for scores in survey.answer_rows.values_list("scores", flat=True)
    ]
    SystemRandom().shuffle(rows)
    page = Page(
        name="Jawaban",
        title="Jawaban responden, nilai saja",
        lines=(survey.office.name, f"SKM {survey.period_label}"),
        columns=tuple(Column(question.code, 8, align="center") for question in questions),
        rows=tuple(rows),
        notes=("Urutan baris diacak. Sel kosong: tidak dijawab.",),
    )
    title = f"Jawaban SKM {survey.office.short_name} {survey.period_label}"
    return workbook_bytes(Book(title, title, (page,)))
