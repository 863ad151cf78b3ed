"""Files of scores, whatever their layout, as means with what they rest on; what is unclear is asked, never assumed.

Pure, and to be called behind the fence (offices/fence.py): what a result holds is all that leaves it.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from surveys.ikm import Grade
from surveys.instrument.form import Form
from surveys.workbooks.answers import Answers, Aside, Block, block_of, read_answers
from surveys.workbooks.columns import (
    columns_of,
    dropped_headings,
    profile_columns,
    refuse_unknown,
    service_column,
    suggestion_columns,
    tell_unasked,
)
from surveys.workbooks.fitting import fitting_form, possible_forms
from surveys.workbooks.headings import Strength
from surveys.workbooks.inquiry import (
    AS_USUAL,
    KEEP,
    LEAVE,
    SUGGESTIONS,
    Found,
    Inquiry,
    ScoreFile,
    Unsettled,
    Usual,
    Wanted,
)
from surveys.workbooks.legend import code_numbers, in_order
from surveys.workbooks.results import together_of, write_errors, write_result, write_services, write_suggestions
from surveys.workbooks.rows.across import read_across
from surveys.workbooks.rows.people import has_answers
from surveys.workbooks.rows.printed import index_beside
from surveys.workbooks.rows.recaps import answering_rows, recap_among
from surveys.workbooks.scales import OWN, UNCLEAR, lowest_steps, possible_scales
from surveys.workbooks.sheets.cells import Sheet, UnreadableError
from surveys.workbooks.sheets.numbering import without_numbering
from surveys.workbooks.sheets.opening import sheets_of
from surveys.workbooks.tables import Heading, apart, headings_of, numbers_of
from surveys.workbooks.told import METHODS, with_told
from surveys.workbooks.unusable import SEND, counted_across, why_no_row, why_unusable
from surveys.workbooks.values import Values, read_frequencies, read_summary

METHOD_QUESTION = "IKM dihitung dari rata-rata unsur (elements) atau dari rata-rata semua pertanyaan (questions)?"
NO_COST = (
    "Biaya tidak mempunyai nilai, sehingga IKM survei ini baru dihitung setelah nilainya diisi, atau setelah biaya "
    "yang tidak berlaku dihitung sebagai Gratis."
)
LOWEST_QUESTION = (
    "Jawaban terendah dalam berkas ini “tidak …”, misalnya “tidak sesuai”. Dalam kuesionernya, apakah itu pilihan "
    "terendah (tidak-kurang: tidak 1, kurang atau cukup 2) atau pilihan kedua (sangat-tidak: sangat tidak 1, tidak 2)?"
)
LOWEST_WORDS = {
    "tidak-kurang": "“tidak …” pilihan terendah, bernilai 1",
    "sangat-tidak": "“tidak …” pilihan kedua, bernilai 2, di atas “sangat tidak …”",
}
MOST_NAMELESS = 4
"""More rows of values of which nothing tells what they are, are people."""
ALL = "semua"
CONVERTED, SUMMED = "konversi", "jumlah"
NOBODY = "Tidak ada satu pun jawaban di bawah baris judul ini."
WEIGHTED = (
    "Nilai dalam tabel ini sudah ditimbang (paling besar 0,5); nilai rata-rata unsur tidak dapat "
    "dihitung kembali darinya. Unggah NRR setiap unsur atau jawaban responden."
)


def read_scores(files: Sequence[ScoreFile], forms: Sequence[Form], grades: Sequence[Grade], wanted: Wanted) -> Found:
    """The means of one survey from one file, or from one file for each service."""
    inquiry = Inquiry(wanted, Found(unused=[key for key in wanted.answers if key not in (AS_USUAL, "form")]))
    with suppress(Unsettled):
        _read(inquiry, files, forms, grades)
    return inquiry.found


def _read(inquiry: Inquiry, files: Sequence[ScoreFile], forms: Sequence[Form], grades: Sequence[Grade]) -> None:
    found = inquiry.found
    inquiry.refuse_unknown_answers()
    inquiry.refuse_twins(files)
    inquiry.settle()
    opened = [(file, _opened(inquiry, file)) for file in files]
    inquiry.settle()
    sheets = [sheet for _file, own in opened for sheet in own]
    inquiry.wanted = with_told(inquiry.wanted, sheets, forms)
    usual = forms[0].key if forms else ""
    forms = possible_forms(inquiry, forms)
    tables = headings_of(sheets, forms)
    form = fitting_form(inquiry, sheets, tables, forms)
    found.form = form.key
    reading = _Reading(inquiry, form, is_usual=form.key == usual)
    parts = [part for file, own in opened for part in reading.parts(file, own, tables[form.key])]
    reading.settle_method()
    blocks = [part for part in parts if isinstance(part, Block)]
    if len(parts) > 1 and len(blocks) < len(parts):
        inquiry.refuse("", "Beberapa berkas hanya dapat dibaca bersama bila semuanya memuat jawaban responden.")
    answers = reading.answers(blocks)
    inquiry.settle()
    values = next((part for part in parts if isinstance(part, Values)), None)
    if values is None:
        together = reading.together(answers)
        printed = together.printed.index
        means = {code: together.mean(code) for code in form.codes if together.count[code]}
        counts = dict(together.count)
    else:
        means = {code: Fraction(value) for code, value in values.means.items()}
        counts = values.counts
        printed = values.printed_index
        found.respondents = max(counts.values(), default=values.respondents)
    without = [key for key, codes in form.mapping(found.mapping).elements.items() if not set(codes) & set(means)]
    if without and not (without == ["biaya"] and inquiry.wanted.answers.get("biaya") == "kosong"):
        raise inquiry.refuse("", f"Tidak ada satu pun jawaban untuk {', '.join(without)}.")
    if without:
        found.notes.append(NO_COST)
    write_result(found, means=means, counts=counts, mapping=form.mapping(found.mapping), grades=grades)
    if printed is not None and found.index is not None:
        found.notes.append(index_beside(printed, found.index))


def _opened(inquiry: Inquiry, file: ScoreFile) -> list[Sheet]:
    try:
        sheets = [without_numbering(sheet) for sheet in sheets_of(file.name, file.content)]
    except UnreadableError as error:
        inquiry.refuse(file.name, str(error))
        return []
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    hidden = [sheet.name for sheet in sheets if sheet.is_hidden and sheet.rows]
    if shown and hidden:
        inquiry.found.notes.append(f"Lembar tersembunyi tidak dibaca: {', '.join(hidden)}.")
    return shown or sheets


@dataclass(frozen=True, slots=True)
class _Reading:
    """What files hold for the questions of one form; what is unclear is asked of ``inquiry``.

    ``is_usual``: the form is the first of its instrument.
    """

    inquiry: Inquiry
    form: Form
    is_usual: bool

    def settle_method(self) -> None:
        """Which questions make which element, and how the index is taken: it is printed, so never in silence."""
        inquiry = self.inquiry
        form = self.form
        found = inquiry.found
        wanted = inquiry.wanted
        names = {mapping.key: f"{mapping.key}: {mapping.name}" for mapping in form.mappings}
        usual = self._usual(wanted)
        question = f"Pemetaan pertanyaan ke unsur yang mana? {'; '.join(names.values())}."
        mapping = wanted.mapping or wanted.answers.get("mapping", "") or usual.mapping
        found.mapping = inquiry.choice("mapping", question, list(names), given=mapping, words=names)
        method = wanted.method or wanted.answers.get("method", "") or usual.method
        found.method = inquiry.choice("method", METHOD_QUESTION, form.methods, given=method, words=METHODS)
        if found.mapping and found.method:
            found.how = f"{form.name}, pemetaan {names[found.mapping]}, IKM dari {METHODS[found.method]}"
        found.open_to_choice = len(form.mappings) > 1 or len(form.methods) > 1
        taken = (
            f"pemetaan {names[found.mapping]}" if usual.mapping and not wanted.answers.get("mapping") else "",
            f"IKM dari {METHODS[found.method]}" if usual.method and not wanted.answers.get("method") else "",
        )
        found.usual = " dan ".join(part for part in taken if part)

    def _usual(self, wanted: Wanted) -> Usual:
        """What was chosen last, as far as the form still has it, unless it is declined."""
        form = self.form
        usual = wanted.usual.get(form.key)
        if usual is None or wanted.mapping or wanted.method or wanted.answers.get(AS_USUAL) == "tidak":
            return Usual("", "")
        has_mapping = usual.mapping in {mapping.key for mapping in form.mappings} and len(form.mappings) > 1
        has_method = usual.method in form.methods and len(form.methods) > 1
        return Usual(usual.mapping if has_mapping else "", usual.method if has_method else "")

    def parts(
        self, file: ScoreFile, sheets: Sequence[Sheet], all_tables: Sequence[Heading]
    ) -> Sequence[Block | Values]:
        """What one file holds: answers before counts, counts before values, a column of values before a row."""
        tables = [heading for heading in all_tables if any(heading.origin is sheet for sheet in sheets)]
        self.inquiry.found.faults += [fault for heading in tables for fault in counted_across(heading)]
        self.inquiry.settle()
        with_answers = apart([heading for heading in tables if has_answers(heading)])
        if with_answers:
            self.inquiry.found.kind = "answers"
            return [self._block(file, heading, sheets) for heading in self._tables(file, with_answers)]
        for kind, reader in (("frequencies", read_frequencies), ("summary", read_summary)):
            values = {sheet.name: part for sheet in sheets if (part := reader(sheet, self.form)) is not None}
            if values:
                self.inquiry.found.kind = kind
                question = "Beberapa lembar memuat nilai. Lembar mana yang dipakai?"
                return [in_order(self.inquiry, self._values("table", question, values), sheets, self.form)]
        for heading in tables:
            if read_across(heading, self.form, numbers_of(self.form)):
                self.inquiry.found.kind = "summary"
                return [self._row_of_values(heading, sheets)]
        if tables:
            self.inquiry.found.faults += why_no_row(tables[0])
            self.inquiry.settle()
            raise self.inquiry.refuse(tables[0].place, NOBODY)
        self.inquiry.found.faults += [fault for sheet in sheets for fault in why_unusable(sheet, self.form)]
        self.inquiry.settle()
        raise self.inquiry.refuse(
            file.name, "Tidak ditemukan tabel nilai: tidak ada baris judul dengan unsur atau pertanyaan kuesioner."
        )

    def answers(self, blocks: Sequence[Block]) -> list[Answers]:
        """What respondents answered in each file; how words score is settled for all files at once."""
        found = self.inquiry.found
        scale = self._scale(blocks)
        spelled: dict[str, str] = {}
        read = [read_answers(block, scale, spelled) for block in blocks]
        for block, answers in zip(blocks, read, strict=True):
            found.faults += answers.faults
            if not answers.rows:
                self.inquiry.refuse(block.heading.place, NOBODY)
        return read

    def _scale(self, blocks: Sequence[Block]) -> Mapping[str, int]:
        """The scale of all words; where it is asked for, the first that it may be, by which faults are found."""
        inquiry = self.inquiry
        wanted = inquiry.wanted
        said = [(question, block.said[question.code]) for block in blocks for question in self.form.questions]
        is_named = bool(wanted.form or wanted.answers.get("form"))
        # Whoever knows only the texts of another questionnaire may have used answers of their own.
        is_sure = self.is_usual or self.form.key in wanted.usual
        is_named = is_named or (is_sure and all(map(_tells_by_text, blocks)))
        scales = possible_scales(said, is_named=is_named)
        if scales == [OWN] and lowest_steps(said) == {UNCLEAR}:
            inquiry.found.notes.append(f"“Tidak …” dinilai menurut pilihan jawaban kuesioner “{self.form.name}”.")
        if len(scales) == 1:
            return scales[0]
        chosen = inquiry.choice("kata", LOWEST_QUESTION, list(LOWEST_WORDS), words=LOWEST_WORDS)
        if chosen:
            inquiry.found.settled["kata"] = chosen
        return dict(zip(LOWEST_WORDS, scales, strict=True)).get(chosen, scales[0])

    def together(self, parts: Sequence[Answers]) -> Answers:
        """The answers of all files; what they tell besides means is written down."""
        inquiry = self.inquiry
        found = inquiry.found
        answers = together_of(inquiry, parts, self.form)
        keeps = inquiry.choice(SUGGESTIONS, "", (LEAVE, KEEP), given=inquiry.wanted.answers.get(SUGGESTIONS, LEAVE))
        inquiry.settle()
        write_suggestions(found, answers.written, keeps=keeps == KEEP)
        write_services(found, answers, self.form.mapping(found.mapping))
        write_errors(found, answers, self.form)
        if inquiry.wanted.keeps:
            for service, signs in answers.sheets:
                found.kept.setdefault(service, []).append(signs)
        return answers

    def _choice(self, key: str, question: str, choices: Sequence[str]) -> str:
        """The one that a person means; raises Unsettled until it is known."""
        chosen = self.inquiry.choice(key, question, choices)
        if not chosen:
            raise Unsettled
        return chosen

    def _tables(self, file: ScoreFile, tables: list[Heading]) -> list[Heading]:
        """The one that a person means; or all, where all have the same heading and none holds the others' answers."""
        if len(tables) == 1:
            return tables
        names = [heading.sheet.name for heading in tables]
        choices = names if len(set(names)) == len(names) else [heading.place for heading in tables]
        held = [answering_rows(heading) for heading in tables]
        words = {
            choice: f"{choice} ({len(rows)} baris jawaban{f', baris {rows[0] + 1}–{rows[-1] + 1}' if rows else ''})"
            for choice, rows in zip(choices, held, strict=True)
        }
        said = [
            [tuple(heading.sheet.cell(row, column) for column in heading.meanings) for row in rows]
            for heading, rows in zip(tables, held, strict=True)
        ]
        doubled = [choice for at, choice in enumerate(choices) if said[at] in said[:at]]
        asked = [[heading.texts[column] for column in heading.meanings] for heading in tables]
        recap = None if doubled else recap_among(tables, held)
        if not doubled and recap is None and all(texts == asked[0] for texts in asked):
            words[ALL] = f"semua, dihitung bersama ({sum(map(len, held))} baris jawaban)"
        question = f"Berkas {file.name} memuat beberapa tabel jawaban: {'; '.join(words.values())}. Mana yang dipakai?"
        if doubled:
            question += f" Isi {', '.join(doubled)} sama dengan tabel sebelumnya."
        if recap is not None:
            question += (
                f" {choices[recap]} memuat hampir semua baris tabel lain, jadi tidak dihitung bersama tabel itu."
            )
        key = f"table:{file.service}" if file.service else "table"
        chosen = self.inquiry.choice(key, question, list(words), words=words)
        if not chosen:
            raise Unsettled
        return tables if chosen == ALL and ALL not in choices else [tables[choices.index(chosen)]]

    def _block(self, file: ScoreFile, heading: Heading, sheets: Sequence[Sheet]) -> Block:
        found = self.inquiry.found
        if heading.parts:
            places = " dan ".join(part.place for part in heading.parts)
            found.notes.append(f"{places}: dibaca bersama, karena masing-masing memuat sebagian pertanyaan.")
        columns = columns_of(self.inquiry, heading, sheets, self.form)
        service = service_column(self.inquiry, heading, columns, file.service)
        profile = profile_columns(heading, {*columns.values(), service})
        told = [column for telling in profile.values() for column in telling]
        written = suggestion_columns(heading, {*columns.values(), service, *told})
        found.written_in += [heading.shown[column] for column in written]
        kept = written if self.inquiry.wanted.answers.get(SUGGESTIONS) == KEEP else []
        dropped = dropped_headings(heading, {*columns.values(), service, *told, *kept})
        found.dropped += [text for text in dropped if text not in found.dropped]
        tell_unasked(self.inquiry, heading, columns, {*columns.values(), service, *told, *written})
        aside = Aside(service, file.service, profile, written)
        block = block_of(heading, columns, self.form, aside)
        found.notes += [f"Lembar {heading.sheet.name}: {told}" for told in block.people.notes()]
        return block

    def _row_of_values(self, heading: Heading, sheets: Sequence[Sheet]) -> Values:
        """One of the rows of values below the elements; which is the eighth matters only if they can be taken."""
        rows = read_across(heading, self.form, numbers_of(self.form))
        if not all(values.weighted for values in rows.values()):
            refuse_unknown(self.inquiry, heading, self.form)
            rows = read_across(heading, self.form, code_numbers(self.inquiry, heading, sheets, self.form))
        nameless = [values for label, values in rows.items() if label.startswith("Baris ")]
        if len(nameless) > MOST_NAMELESS:
            raise self.inquiry.refuse(
                heading.place,
                f"{len(nameless)} baris memuat nilai setiap unsur tanpa nama layanan atau keterangan bahwa itu "
                "rata-rata. Bila setiap baris adalah seorang responden, jawabannya harus bilangan bulat 1–4; "
                "bila rata-rata, sisakan satu baris.",
            )
        return self._values("row", "Beberapa baris memuat nilai setiap unsur. Baris mana yang dipakai?", rows)

    def _values(self, key: str, question: str, read: dict[str, Values]) -> Values:
        """The values of the one sheet or row that a person means; refused where they are weighted or not all there."""
        found = self.inquiry.found
        usable = {name: values for name, values in read.items() if not values.weighted}
        if not usable:
            raise self.inquiry.refuse(next(iter(read.values())).place, WEIGHTED)
        values = usable[self._choice(key, question, list(usable))]
        if values.others:
            question = "Beberapa kolom memuat nilai. Kolom mana yang dipakai?"
            values = values.others[self._choice("column", question, list(values.others))]
        if values.unsure:
            self._settle_unsure(values)
        found.faults += values.faults
        found.notes += values.notes
        if values.converted:
            found.notes.append("Nilai berskala 25–100 dibagi 25 menjadi nilai 1–4; desimal yang hilang tidak kembali.")
        missing = [code for code in self.form.codes if code not in values.means]
        if missing and not values.faults:
            self.inquiry.refuse(values.place, f"Nilai untuk {', '.join(missing)} tidak ditemukan.")
        return values

    def _settle_unsure(self, values: Values) -> None:
        """Whole numbers between 25 and 100 are converted values only where a person says so."""
        words = {CONVERTED: "nilai konversi (25–100)", SUMMED: "jumlah atau persentase"}
        question = (
            f"Nilai pada “{values.unsure}” nilai konversi 25–100 (konversi), atau jumlah atau persentase (jumlah)?"
        )
        chosen = self.inquiry.choice("nilai", question, list(words), words=words)
        if chosen == SUMMED:
            self.inquiry.refuse(values.place, "Jumlah dan persentase bukan nilai rata-rata unsur. " + SEND)
        self.inquiry.settle()


def _tells_by_text(block: Block) -> bool:
    """Whether the whole text of each question stands above its column."""
    meanings = block.heading.meanings
    return all(meanings[column].strength == Strength.TEXT for column in block.columns.values())
