"""Pasted rows as upkeep: which element each is for, what is planned and what was done."""

from followups.fields import UPKEEP_ACTIVITY, UPKEEP_ELEMENT, UPKEEP_PLAN, UPKEEP_UNITS
from followups.others import as_typed, fault_of
from followups.pasting.cells import Names, kept_as_others
from followups.pasting.page import Pasted, PastedItem, too_long, unit_names
from followups.pasting.table import ELEMENT, UNITS, PastedRow, table_in
from followups.upkeep.care import Care
from offices.invisible import tidied
from surveys.models import Element, Survey

FIELDS = (UPKEEP_ELEMENT, UPKEEP_PLAN, UPKEEP_ACTIVITY, UPKEEP_UNITS)
ORDER = (ELEMENT, UPKEEP_PLAN.key, UPKEEP_ACTIVITY.key, UNITS)


def upkeep_in(text: str, survey: Survey) -> Pasted[Care]:
    """What is understood of pasted rows. Raises Declined."""
    elements = {row.key: row.name for row in Element.objects.filter(instrument=survey.instrument_id)}
    names = Names(
        window=(),
        all_units=survey.office.all_units_label,
        units=unit_names(survey.office),
        elements={key: (name, key) for key, name in elements.items()},
    )
    table = table_in(text, ORDER, names)
    items = tuple(_item(row, names, elements) for row in table.rows)
    return Pasted(items, table.ignored)


def _item(row: PastedRow, names: Names, elements: dict[str, str]) -> PastedItem[Care]:
    key = names.element_in(row.text(ELEMENT))
    units = row.units(names)
    care = Care(
        element=key,
        plan=tidied(row.text(UPKEEP_PLAN.key)),
        activity=tidied(row.text(UPKEEP_ACTIVITY.key)),
        all_units=units.all_units,
        units=units.units,
        others=units.others,
    )
    fault = too_long({UPKEEP_PLAN.label: care.plan, UPKEEP_ACTIVITY.label: care.activity}) or fault_of(care.others)
    shown = (
        elements.get(key, row.text(ELEMENT)),
        care.plan,
        care.activity,
        as_typed(names.told(units)),
    )
    return PastedItem(
        number=row.number,
        cells=tuple(zip((field.label for field in FIELDS), shown, strict=True)),
        value=care,
        doubts=kept_as_others(units.others),
        fault=fault if key else _unknown(row.text(ELEMENT)),
    )


def _unknown(cell: str) -> str:
    if not cell:
        return "Unsurnya tidak disebut, sehingga baris ini tidak disimpan."
    return f"Unsur “{cell[:60]}” tidak dikenal, sehingga baris ini tidak disimpan."
