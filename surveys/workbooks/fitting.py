"""Which questionnaire a file was answered with: by the words of its questions, else by how many there are. Pure."""

from collections.abc import Mapping, Sequence

from surveys.instrument.form import Form
from surveys.workbooks.headings import Strength
from surveys.workbooks.inquiry import Inquiry, Unsettled
from surveys.workbooks.sheets.cells import Sheet
from surveys.workbooks.tables import Heading
from surveys.workbooks.values import read_frequencies, read_summary


def possible_forms(inquiry: Inquiry, forms: Sequence[Form]) -> Sequence[Form]:
    """The one that was named, else all. Raises Unsettled where there is none, or none of that name."""
    if not forms:
        raise inquiry.refuse("", "Instrumen survei ini belum memiliki kuesioner. Hubungi pengelola server.")
    named = inquiry.wanted.form or inquiry.wanted.answers.get("form", "")
    if not named:
        return forms
    found = [form for form in forms if form.key == named]
    if not found:
        known = ", ".join(form.key for form in forms)
        raise inquiry.refuse("", f"Kuesioner “{named}” tidak dikenal. Pilih: {known}.")
    return found


def fitting_form(
    inquiry: Inquiry, sheets: Sequence[Sheet], tables: Mapping[str, Sequence[Heading]], forms: Sequence[Form]
) -> Form:
    """The only one or what fits best; asked where several fit alike. ``tables``: headings by the form's key."""
    by_key = {form.key: form for form in forms}
    if len(forms) == 1:
        return forms[0]
    fit = {key: _fit(tables[key], form) for key, form in by_key.items()}
    if not any(tables.values()):
        fit = {key: _fit_of_values(sheets, form) for key, form in by_key.items()}
    best = max(fit.values())
    candidates = [key for key in by_key if fit[key] == best]
    if best == (0, 0):
        candidates = [forms[0].key]
    names = {form.key: form.name for form in forms}
    chosen = inquiry.choice("form", "Kuesioner mana yang dipakai survei ini?", candidates, words=names)
    if not chosen:
        raise Unsettled
    return by_key[chosen]


def _fit(tables: Sequence[Heading], form: Form) -> tuple[int, int]:
    """How many questions are told by their words; and as many codes as the form has, if they stand there."""
    by_words = 0
    by_number = 0
    for heading in tables:
        meanings = heading.meanings.values()
        by_words = max(by_words, len({m.code for m in meanings if m.strength == Strength.TEXT and m.code}))
        codes = {(m.number, m.part) for m in meanings if m.number}
        codes |= {(form.codes.index(m.code) + 1, "") for m in meanings if m.code}
        if len(codes) == len(form.codes):
            by_number = len(codes)
    return by_words, by_number


def _fit_of_values(sheets: Sequence[Sheet], form: Form) -> tuple[int, int]:
    for sheet in sheets:
        for values in (read_frequencies(sheet, form), read_summary(sheet, form)):
            if values is not None and len(values.rows) == len(form.codes):
                return 0, len(form.codes)
    return 0, 0
