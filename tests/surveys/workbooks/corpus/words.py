"""Answers in words: one file has one scale, told by all of its columns together; else somebody says which."""

from tests.surveys.workbooks.corpus.case import Case, asked, block, nine, refused
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES

FEW = ("Tidak puas", "Kurang puas", "Puas", "Sangat puas")
NEUTRAL = ("Tidak puas", "Cukup puas", "Puas", "Sangat puas")
FIT = ("Sangat tidak sesuai", "Tidak sesuai", "Sesuai", "Sangat sesuai")
AGREE = ("Tidak setuju", "Kurang setuju", "Setuju", "Sangat setuju")
CHOICES = ["tidak-kurang", "sangat-tidak"]


def cases():
    yield from (
        one("tanpa-kurang", FEW, without(2, (1, 4))),
        one("tanpa-cukup", NEUTRAL, without(2, (1, 4))),
        one("tanpa-sangat-tidak", FIT, without(1, (0, 4))),
        asking("tidak-tanpa-kurang", AGREE, without(2)),
        asking("tidak-tanpa-sangat-tidak", FIT, without(1)),
        one("tidak-terendah", AGREE, without(2), "--answer", "kata=tidak-kurang"),
        one("tidak-kedua", FIT, without(1), "--answer", "kata=sangat-tidak"),
        of_two_files(),
        of_two_scales(),
    )


def without(score, columns=range(9)):
    """Answers of which these columns hold no such score; every column holds both of the lowest else."""
    answers = [[1] * 9, [2] * 9, *block(171, 14)]
    return [[3 if at in columns and cell == score else cell for at, cell in enumerate(row)] for row in answers]


def written(answers, words):
    rows = [["" if cell is None else words[cell - 1] for cell in row] for row in answers]
    return separated([["No", *NAMES], *[[at, *row] for at, row in enumerate(rows, 1)]])


def one(name, words, answers, *arguments):
    return Case(name, {f"{name}.csv": written(answers, words)}, nine(answers), arguments)


def asking(name, words, answers):
    return Case(name, {f"{name}.csv": written(answers, words)}, asked(kata=CHOICES))


def of_two_files():
    """The file of one service holds no *kurang*; that of another does."""
    first, second = without(2), block(172, 14)
    files = {"loket-1.csv": written(first, FEW), "loket-2.csv": written(second, FEW)}
    services = {"loket-1.csv": "Loket 1", "loket-2.csv": "Loket 2"}
    expected = nine(first + second, services=[*["Loket 1"] * len(first), *["Loket 2"] * len(second)])
    return Case("kata-dua-berkas", files, expected, services=services)


def of_two_scales():
    """One cell from a scale of five steps, or of another questionnaire."""
    content = written(without(2, ()), FEW).replace(b"\r\n2,Kurang puas", b"\r\n2,Sangat tidak puas")
    expected = refused(
        "Lembar dua-skala.csv, B3", told=["“Sangat tidak puas” tidak sejalan dengan “tidak” dan “kurang”"]
    )
    return Case("dua-skala", {"dua-skala.csv": content}, expected)
