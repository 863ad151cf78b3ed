"""Workbooks that an office fills in and sends back: answers of respondents, or the mean of each element. Pure.

They say themselves which questionnaire, mapping and method they are for (told.py reads it), so that nothing is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from offices.spreadsheets.pages import Book, Column, Page, Typed
from surveys.instrument.form import Form, Question
from surveys.workbooks.told import FORM, MAPPING, METHOD, METHODS

MOST_ROWS = 500


@dataclass(frozen=True, slots=True)
class BlankFor:
    """Whose survey it is, and how it was held."""

    office: str
    period: str
    form: Form
    mapping: str
    method: str

    @property
    def lines(self) -> tuple[str, ...]:
        return self.office, f"SKM {self.period}"


def answers_book(held: BlankFor, services: Sequence[str]) -> Book:
    """A row for each respondent: the service, where the office has several, and one answer to each question."""
    service = Typed("Pilih jenis layanan yang diterima.", choices=tuple(services)) if services else Typed("")
    columns = (
        Column("No", 6, align="center"),
        Column("Jenis Layanan", 24, typed=service),
        *(_question_column(question) for question in held.form.questions),
    )
    page = Page(
        name="Jawaban",
        title="Jawaban responden SKM",
        lines=held.lines,
        columns=columns,
        rows=tuple((number, *[None] * (len(columns) - 1)) for number in range(1, MOST_ROWS + 1)),
        landscape=True,
    )
    rules = (
        "Isi lembar Jawaban: satu baris untuk setiap responden.",
        "Setiap jawaban ditulis sebagai angka 1–4, atau dipilih dari daftar kata di selnya.",
        "Jawaban yang tidak ada dibiarkan kosong; jangan menulis 0.",
        "Jangan menambahkan nama, NIK, nomor telepon, atau kolom lain.",
    )
    return _book("Templat jawaban SKM", held, rules, page)


def _question_column(question: Question) -> Column:
    hint = "; ".join(f"{score} = {label}" for score, label in enumerate(question.labels, start=1))
    typed = Typed(f"{hint}.", choices=("1", "2", "3", "4", *question.labels))
    return Column(f"{question.code}. {question.text}", 20, align="center", typed=typed)


def summary_book(held: BlankFor, elements: Mapping[str, str]) -> Book:
    """A row for each element, by its name in the instrument, with a cell for its mean."""
    typed = Typed("Nilai rata-rata unsur (NRR), 1 sampai 4.", lowest=Decimal(1), highest=Decimal(4))
    page = Page(
        name="Nilai",
        title="Nilai rata-rata unsur SKM",
        lines=held.lines,
        columns=(
            Column("No", 6, align="center"),
            Column("Unsur Pelayanan", 48),
            Column("Nilai Rata-Rata (NRR)", 16, places=4, align="center", typed=typed),
        ),
        rows=tuple((number, name, None) for number, name in enumerate(elements.values(), start=1)),
    )
    rules = (
        "Isi lembar Nilai: nilai rata-rata (NRR) setiap unsur pada skala 1–4, dengan desimal selengkapnya.",
        "Jangan menulis nilai tertimbang atau nilai konversi (25–100).",
    )
    return _book("Templat ringkasan SKM", held, rules, page)


def _book(title: str, held: BlankFor, rules: Sequence[str], page: Page) -> Book:
    """With what is to be known before one fills it in."""
    mapping = held.form.mapping(held.mapping)
    steps = (
        *rules,
        "Hanya sel berwarna kuning yang dapat diisi; sel lain dikunci tanpa kata sandi.",
        "Simpan, lalu unggah di portal pada halaman Survei, Ambil nilai dari berkas.",
        "Biarkan baris-baris di atas apa adanya: dari situ portal mengetahui cara membaca berkas ini.",
    )
    guide = Page(
        name="Petunjuk",
        title=title,
        lines=held.lines,
        columns=(Column("Keterangan", 30), Column("Isi", 60, align="left")),
        rows=(
            ("Kuesioner", held.form.name),
            ("Pemetaan pertanyaan ke unsur", mapping.name),
            (METHOD, METHODS[held.method]),
            (FORM, held.form.key),
            (MAPPING, held.mapping),
        ),
        notes=tuple(f"{number}. {text}" for number, text in enumerate(steps, start=1)),
    )
    return Book(title, f"{title} {held.office} {held.period}", (guide, page))


def one_to_one(form: Form) -> bool:
    """Whether each question is an element, so that means of elements say what means of questions do."""
    return all(len(codes) == 1 for codes in form.mappings[0].elements.values())
