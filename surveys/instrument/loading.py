"""The verb that brings an instrument or questionnaires into the portal, all or nothing; nothing on which a survey rests
is changed by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.db import transaction

from offices.audit import record
from offices.declining import Declined
from surveys.instrument.form import Form, InstrumentDocument, InstrumentText
from surveys.instrument.rows import forms_of, instrument_text, write_form, write_instrument
from surveys.models import Element, Instrument, Questionnaire, ScoreBasis, Survey


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came in, by key; both are empty where everything was there already."""

    instrument: str
    forms: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.instrument or self.forms)


def load_document(document: InstrumentDocument, digest: str) -> Loaded:
    """Write what is new in a document; ``digest``: SHA-256 (hex) of its file, for the trail.

    Raises Declined where it differs from what surveys rest on, or from questionnaires that it does not name.
    """
    with transaction.atomic():
        row = Instrument.objects.select_for_update().filter(key=document.key).first()
        before = instrument_text(row) if row else None
        row, is_new = _instrument(document, row, before)
        stored = {form.key: form for form in forms_of(row)}
        changed = tuple(form for form in document.forms if form != stored.get(form.key))
        _replace(changed, row)
        loaded = Loaded(row.key if is_new else "", tuple(form.key for form in changed))
        if loaded:
            after = {"digest": digest, "instrument": loaded.instrument, "forms": list(loaded.forms)}
            record(None, "instrument.load", row, None, after=after)
        return loaded


def _instrument(
    document: InstrumentDocument, row: Instrument | None, before: InstrumentText | None
) -> tuple[Instrument, bool]:
    """The row of the document's instrument, and whether anything of it is new."""
    text = document.instrument
    if row is None or before is None:
        if text is None:
            raise Declined(f"Instrumen “{document.key}” tidak ada dalam portal ini.")
        return write_instrument(text), True
    if text is None or text == before:
        return row, False
    if _without_names(text) == _without_names(before):
        for element in text.elements:
            Element.objects.filter(instrument=row, key=element.key).update(names=list(element.names))
        return Instrument.objects.get(pk=row.pk), True
    if surveys := Survey.objects.filter(instrument=row).count():
        raise Declined(
            f"Instrumen “{row.key}” sudah dipakai oleh {surveys} survei, sehingga {_told(text, before)} tidak dapat "
            "diubah. Muat perubahannya sebagai instrumen baru dengan kunci lain dan tanggal berlakunya sendiri."
        )
    own = {form.key for form in document.forms}
    if others := [key for key in row.questionnaires.values_list("key", flat=True) if key not in own]:
        raise Declined(
            f"Instrumen “{row.key}” juga memiliki kuesioner {', '.join(others)}, yang disusun menurut isinya yang "
            "lama. Sertakan kuesioner itu dalam berkas."
        )
    row.delete()
    return write_instrument(text), True


def _without_names(text: InstrumentText) -> InstrumentText:
    """What a survey rests on: not what files call the elements, which only serves reading them."""
    return replace(text, elements=tuple(replace(element, names=()) for element in text.elements))


def _told(new: InstrumentText, old: InstrumentText) -> str:
    words = {"name": "nama", "valid_from": "tanggal berlaku", "elements": "unsur", "grades": "rentang mutu"}
    one = _without_names(new)
    other = _without_names(old)
    return " dan ".join(word for name, word in words.items() if getattr(one, name) != getattr(other, name))


def _replace(forms: Iterable[Form], instrument: Instrument) -> None:
    for form in forms:
        old = Questionnaire.objects.filter(key=form.key).select_related("instrument").first()
        if old and old.instrument_id != instrument.pk:
            raise Declined(f"Kuesioner “{form.key}” sudah ada pada instrumen “{old.instrument.key}”. Pakai kunci lain.")
        if old and (surveys := ScoreBasis.objects.filter(questionnaire=old).count()):
            raise Declined(
                f"Kuesioner “{form.key}” sudah dipakai oleh {surveys} survei, sehingga isinya tidak dapat diubah. "
                "Muat perubahannya sebagai kuesioner baru dengan kunci lain."
            )
        if old:
            old.delete()
        write_form(form, instrument)
