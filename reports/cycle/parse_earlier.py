"""Earlier periods that an office recorded by hand, read from a cycle file. Pure."""

from collections.abc import Mapping

from reports.cycle.model import EarlierData
from reports.cycle.parse_followup import file_name
from reports.cycle.parse_scores import InstrumentKeys, count, index, scores
from reports.cycle.shape import Node, note_repeats
from surveys.results.trend import place_in_time


def earlier_periods(node: Node, instruments: Mapping[str, InstrumentKeys], version: int) -> tuple[EarlierData, ...]:
    """The latest first, each period once."""
    parts = [item.fields(*EarlierData.__dataclass_fields__) for item in node.items()]
    found = [_period(part, instruments, version) for part in parts]
    note_repeats([part["period"] for part in parts], [one.period for one in found])
    return tuple(sorted(found, key=lambda one: place_in_time(one.span), reverse=True))


def _period(part: Mapping[str, Node], instruments: Mapping[str, InstrumentKeys], version: int) -> EarlierData:
    instrument = part["instrument"].choice(tuple(instruments), "instrumen yang dikenal")
    found = EarlierData(
        period=part["period"].period(),
        instrument=instrument,
        index=part["index"].or_null(index),
        plans_done=part["plans_done"].or_null(count),
        plans_total=part["plans_total"].or_null(count),
        start=part["start"].or_null(Node.day),
        end=part["end"].or_null(Node.day),
        report_date=part["report_date"].or_null(Node.day),
        is_public=part["is_public"].boolean(),
        scores=scores(part["scores"], instruments.get(instrument), version),
        report=part["report"].or_null(file_name),
    )
    _compare(found, part)
    return found


def _compare(found: EarlierData, part: Mapping[str, Node]) -> None:
    """Days in their order, and plans of which both numbers are known or neither."""
    if found.start and found.end and part["start"].sound and part["end"].sound and found.end < found.start:
        part["end"].fault(f"{found.end} mendahului awal survei; seharusnya {found.start} atau sesudahnya")
    done, total = part["plans_done"], part["plans_total"]
    if not (done.sound and total.sound):
        return
    if (found.plans_done is None) != (found.plans_total is None):
        missing = done if found.plans_done is None else total
        missing.fault("seharusnya bilangan bulat, karena yang satu lagi diisi; atau keduanya null")
    elif found.plans_done is not None and found.plans_total is not None and found.plans_done > found.plans_total:
        done.fault(f"{found.plans_done} lebih dari plans_total; seharusnya paling banyak {found.plans_total}")
