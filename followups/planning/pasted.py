"""Pasted rows as plans: to which priority each belongs, and what it promises."""

from followups.fields import INDICATOR, PLAN_TEXTS, PROGRAMME, TARGET
from followups.models import FollowUp, Priority
from followups.months import Month, months_between
from followups.numbering import month_words
from followups.others import as_typed, fault_of
from followups.pasting.cells import Names, in_words, kept_as_others
from followups.pasting.page import Pasted, PastedItem, too_long, unit_names
from followups.pasting.table import ELEMENT, MONTHS, UNITS, PastedRow, table_in
from followups.planning.plans import Promise
from offices.invisible import alike, tidied
from surveys.models import Survey

HEADS = ("Unsur", "Program/kegiatan", "Bulan", "Penanggung jawab", "Rincian")
ORDER = (ELEMENT, PROGRAMME.key, MONTHS, UNITS, INDICATOR.key, TARGET.key)
"""Of the columns of a table without heads, as the guide tells it."""
Planned = tuple[Priority, Promise]


def plans_in(text: str, survey: Survey, chosen: Priority) -> Pasted[Planned | None]:
    """What is understood of pasted rows; those that name no element go to the ``chosen`` priority. Raises Declined."""
    followup = FollowUp.objects.get(survey=survey)
    priorities = {
        row.element.key: row for row in followup.priorities.select_related("element").prefetch_related("plans")
    }
    names = Names(
        window=months_between(Month.of(followup.start), Month.of(followup.end)),
        all_units=survey.office.all_units_label,
        units=unit_names(survey.office),
        elements={key: (row.element.name, key) for key, row in priorities.items()},
    )
    table = table_in(text, ORDER, names)
    present = {(row.pk, alike(plan.programme)) for row in priorities.values() for plan in row.plans.all()}
    items = []
    for row in table.rows:
        key = names.element_in(row.text(ELEMENT))
        priority = priorities.get(key) if row.text(ELEMENT) else chosen
        items.append(_item(row, priority, names, present))
    return Pasted(tuple(items), table.ignored)


def _item(
    row: PastedRow, priority: Priority | None, names: Names, present: set[tuple[int, str]]
) -> PastedItem[Planned | None]:
    months = row.months(names)
    units = row.units(names)
    texts = {field.key: tidied(row.text(field.key)) for field in PLAN_TEXTS}
    promise = Promise(
        programme=texts["programme"],
        indicator=texts["indicator"],
        target=texts["target"],
        months=months.months,
        all_units=units.all_units,
        units=units.units,
        lead=None,
        others=units.others,
    )
    is_there = priority is not None and (priority.pk, alike(promise.programme)) in present
    outside = [f"“{each}” di luar masa tindak lanjut, sehingga tidak disimpan." for each in months.outside]
    doubts = (*outside, *in_words("Bulan", months.unknown), *kept_as_others(units.others))
    details = [f"{field.label}: {texts[field.key]}" for field in PLAN_TEXTS[1:] if texts[field.key]]
    shown = (
        priority.element.name if priority else row.text(ELEMENT),
        promise.programme,
        ", ".join(month_words(month) for month in months.months),
        as_typed(names.told(units)),
        "; ".join(details),
    )
    return PastedItem(
        number=row.number,
        cells=tuple(zip(HEADS, shown, strict=True)),
        value=(priority, promise) if priority else None,
        doubts=(*doubts, "RTL dengan nama ini sudah ada.") if is_there else doubts,
        fault=_fault_of(row, priority, promise),
        is_ticked=not is_there,
    )


def _fault_of(row: PastedRow, priority: Priority | None, promise: Promise) -> str:
    if priority is None:
        return f"“{row.text(ELEMENT)[:60]}” bukan unsur prioritas siklus ini, sehingga baris ini tidak disimpan."
    if not promise.programme:
        return "Program/kegiatannya kosong, sehingga baris ini tidak disimpan."
    texts = {field.label: getattr(promise, field.key) for field in PLAN_TEXTS}
    return too_long(texts) or fault_of(promise.others)
