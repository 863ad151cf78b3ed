"""What a file that the portal gave out says of itself: its questionnaire, mapping and method. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from surveys.instrument.form import Form
from surveys.workbooks.inquiry import Wanted
from surveys.workbooks.sheets.cells import Sheet, text_of, words

FORM = "Kode kuesioner"
MAPPING = "Kode pemetaan"
METHOD = "IKM dihitung dari"
METHODS = {"elements": "rata-rata unsur", "questions": "rata-rata semua pertanyaan"}


def with_told(wanted: Wanted, sheets: Iterable[Sheet], forms: Sequence[Form]) -> Wanted:
    """What is settled, and beside it what the files say of themselves, as far as it is known and they agree."""
    told: dict[str, set[str]] = {FORM: set(), MAPPING: set(), METHOD: set()}
    for sheet in sheets:
        found = {words(row[0]): text_of(row[1]).strip() for row in sheet.rows if len(row) == 2}
        for label, values in told.items():
            if value := found.get(words(label)):
                values.add(value)
    if any(len(values) != 1 for values in told.values()):
        return wanted
    key, mapping, method_words = (next(iter(values)) for values in told.values())
    method = next((name for name, text in METHODS.items() if text == method_words), "")
    form = next((form for form in forms if form.key == key), None)
    is_known = form and mapping in {each.key for each in form.mappings} and method in form.methods
    if not is_known or (wanted.form and wanted.form != key) or wanted.answers.get("form", key) != key:
        return wanted
    answers = wanted.answers
    return replace(
        wanted,
        form=key,
        mapping=wanted.mapping or answers.get("mapping", mapping),
        method=wanted.method or answers.get("method", method),
    )
