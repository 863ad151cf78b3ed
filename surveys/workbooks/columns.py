"""The column of each question below a heading; where the file leaves it open, a person says. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from surveys.instrument.form import Form
from surveys.respondents.spelling import margin_of
from surveys.suggestions.free_texts import asks_for_suggestions
from surveys.suggestions.personal import kinds_in
from surveys.workbooks.headings import says_other_scale
from surveys.workbooks.inquiry import Inquiry
from surveys.workbooks.legend import code_numbers
from surveys.workbooks.rows.recaps import answering_rows
from surveys.workbooks.scales import is_missing, number_score
from surveys.workbooks.sheets.cells import Sheet, letters, text_of
from surveys.workbooks.tables import Heading, columns_by_code, numbers_of

SERVICE = (
    "jenis layanan",
    "jenis layanan yang diterima",
    "layanan yang diterima",
    "jenis pelayanan",
    "nama layanan",
    "layanan",
    "unit layanan",
)
"""What a column of services is called; of several, the first of these."""
MOST_SERVICES = 30
MANY_SERVICES = 10
"""From so many on they may not be more than a third of the respondents."""
ALL_DIFFERENT = 5
"""From so many on they may not be nearly as many as the respondents."""
LONGEST_NAME = 120


def columns_of(inquiry: Inquiry, heading: Heading, sheets: Sequence[Sheet], form: Form) -> dict[str, int]:
    """Question code to its column: all questions of the form, each once. Raises Unsettled."""
    refuse_unknown(inquiry, heading, form)
    numbers = code_numbers(inquiry, heading, sheets, form)
    by_code = {
        code: _filled(heading, columns) for code, columns in columns_by_code(heading, form.codes, numbers).items()
    }
    columns = _one_each(inquiry, heading, by_code)
    inquiry.settle()
    if missing := [code for code in form.codes if code not in columns]:
        raise inquiry.refuse(
            heading.place,
            f"Kuesioner “{form.name}” memiliki {len(form.codes)} pertanyaan, tabel ini memuat {len(columns)}; "
            f"tidak ditemukan: {', '.join(missing)}.",
        )
    return columns


def refuse_unknown(inquiry: Inquiry, heading: Heading, form: Form) -> None:
    """Raises Unsettled for columns of more questions than the form has, unless nobody answered any of them."""
    numbers = numbers_of(form)
    unknown = [
        heading.shown[column]
        for column, meaning in heading.meanings.items()
        if meaning.number
        and meaning.number not in numbers
        and not all(is_missing(heading.sheet.cell(row, column)) for row in heading.rows)
    ]
    if unknown:
        raise inquiry.refuse(heading.place, f"Kolom {', '.join(unknown)} tidak ada dalam kuesioner “{form.name}”.")


def service_column(inquiry: Inquiry, heading: Heading, columns: Mapping[str, int], of_file: str = "") -> int | None:
    """Where each row names the service that was used; a column in which people wrote freely is none, and is told.

    ``of_file``: the service that was said of the whole file; there is no column then, but what it names is told.
    """
    taken = set(columns.values())
    named = {text: column for column, text in reversed(heading.texts.items()) if column not in taken}
    for column in (named[text] for text in SERVICE if text in named):
        why = _why_no_services(heading, column)
        shown = " ".join(heading.shown[column].split())
        if of_file:
            if not why and (others := _other_services(heading, column, of_file)):
                inquiry.found.notes.append(
                    f"Semua responden berkas ini dihitung pada layanan “{of_file}”, padahal kolom “{shown}” menyebut "
                    f"layanan lain pada {others} baris. Periksa apakah berkas ini memang milik layanan itu."
                )
            continue
        if not why:
            return column
        inquiry.found.notes.append(
            f"Kolom “{shown}” tidak dipakai sebagai jenis layanan dan tidak disimpan, karena {why}. Agar hasil per "
            "layanan dihitung, isi kolom itu dengan nama layanan yang baku."
        )
    return None


def _other_services(heading: Heading, column: int, service: str) -> int:
    """In how many rows another service than this one stands, but for signs and capitals."""
    own = _letters_of(service)
    told = (_letters_of(text_of(heading.sheet.cell(row, column))) for row in answering_rows(heading))
    return sum(text not in {"", own} for text in told)


def _letters_of(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _why_no_services(heading: Heading, column: int) -> str:
    """Why what stands below this heading are no names of services; empty where they may be."""
    cells = (heading.sheet.cell(row, column) for row in heading.rows if row not in heading.repeats)
    told = [" ".join(text_of(cell).split()).casefold() for cell in cells if not is_missing(cell)]
    names = set(told)
    mostly = 5 * len(names) >= 4 * len(told) and len(names) >= ALL_DIFFERENT
    if len(names) > MOST_SERVICES or mostly or (len(names) >= MANY_SERVICES and 3 * len(names) > len(told)):
        return f"isinya terlalu beragam ({len(names)} isian berbeda dari {len(told)} responden)"
    if any(len(name) > LONGEST_NAME for name in names):
        return f"isinya uraian bebas (lebih dari {LONGEST_NAME} huruf)"
    if _names_groups_only(heading, column):
        return "terisi hanya pada baris pertama setiap kelompok"
    kinds = dict.fromkeys(kind for name in sorted(names) for kind in kinds_in(name))
    return f"isinya memuat {' dan '.join(kinds)}" if kinds else ""


def _names_groups_only(heading: Heading, column: int) -> bool:
    """Whether each name stands once, above many cells that are blank and not merged with it."""
    sheet = heading.sheet
    if any(left <= column <= right and bottom > top >= heading.end for top, left, bottom, right in sheet.merged):
        return False
    cells = [text_of(sheet.cell(row, column)).strip() for row in answering_rows(heading)]
    named = [name.casefold() for name in cells if name]
    is_first = bool(cells) and cells[0] != ""
    return is_first and len(set(named)) == len(named) > 1 and len(cells) >= 3 * len(named)


def profile_columns(heading: Heading, used: set[int | None]) -> dict[str, list[int]]:
    """Key of a margin of the respondents' profile to the columns that tell it."""
    columns: dict[str, list[int]] = {}
    for column, text in heading.texts.items():
        if column not in used and column not in heading.meanings and (margin := margin_of(text)):
            columns.setdefault(margin, []).append(column)
    return columns


def suggestion_columns(heading: Heading, used: set[int | None]) -> list[int]:
    """The columns in which respondents wrote freely."""
    return [
        column
        for column, text in heading.texts.items()
        if column not in used and column not in heading.meanings and asks_for_suggestions(text)
    ]


def dropped_headings(heading: Heading, used: set[int | None]) -> list[str]:
    """What stands above the columns that are not kept, each once."""
    told = [" ".join(text.split()) for column, text in heading.shown.items() if column not in used]
    return list(dict.fromkeys(text for text in told if text))


def tell_unasked(inquiry: Inquiry, heading: Heading, columns: Mapping[str, int], used: set[int | None]) -> None:
    """Note the columns right of the first question that hold nothing but scores, and that the form does not ask.

    Scores of importance or hopes are meant to be left out.
    """
    rows = answering_rows(heading)
    unasked = [
        " ".join(heading.shown[column].split())
        for column, text in heading.texts.items()
        if column > min(columns.values())
        and column not in used | heading.meanings.keys()
        and not says_other_scale(text)
        and all(number_score(cell) or is_missing(cell) for cell in (heading.sheet.cell(row, column) for row in rows))
        and len({number_score(heading.sheet.cell(row, column)) for row in rows} - {None}) > 1
    ]
    if unasked:
        inquiry.found.notes.append(
            f"Kolom {', '.join(f'“{name}”' for name in unasked)} berisi nilai 1–4, tetapi bukan pertanyaan kuesioner "
            "survei ini; nilainya tidak dihitung."
        )


def _filled(heading: Heading, columns: list[int]) -> list[int]:
    """Those of several columns in which anything stands."""
    if len(columns) == 1:
        return columns
    return [
        column for column in columns if any(heading.sheet.cell(row, column) != "" for row in heading.rows)
    ] or columns[:1]


def _one_each(inquiry: Inquiry, heading: Heading, by_code: Mapping[str, list[int]]) -> dict[str, int]:
    """The column of each question; what is asked of a whole block is asked once."""
    times = Counter(len(columns) for columns in by_code.values())
    if len(times) == 1 and 1 not in times:
        each = [list(columns) for columns in zip(*by_code.values(), strict=True)]
        blocks = [letters(min(columns)) for columns in each]
        held = [answering_rows(heading, columns) for columns in each]
        words = {block: f"{block} ({len(rows)} baris jawaban)" for block, rows in zip(blocks, held, strict=True)}
        told = f"Pertanyaan kuesioner ada lebih dari sekali, mulai kolom {'; '.join(words.values())}."
        chosen = inquiry.choice("block", f"{told} Mulai kolom mana yang dipakai?", blocks, words=words)
        return {code: columns[blocks.index(chosen)] for code, columns in by_code.items()} if chosen else {}
    found = {}
    for code, columns in by_code.items():
        choices = [letters(column) for column in columns]
        question = f"Pertanyaan {code} ada di beberapa kolom. Kolom mana yang dipakai?"
        chosen = inquiry.choice(f"column:{code}", question, choices)
        if chosen:
            found[code] = columns[choices.index(chosen)]
    return found
