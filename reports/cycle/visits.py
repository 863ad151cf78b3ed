"""Whether the web pages of a cycle file were opened by today: a file of tomorrow's visits tells what nobody saw."""

from django.utils import timezone

from offices.models import Office
from offices.zones import today_of
from reports.cycle.faults import CycleFault
from reports.cycle.model import Cycle


def visit_faults(cycle: Cycle) -> list[CycleFault]:
    """A fault for each page whose day has not come yet where the office is."""
    if not any(evidence.web_pages for evidence in cycle.evidence.values()):
        return []
    office = Office.objects.filter(code=cycle.office.code).first()
    today = today_of(office) if office else timezone.localdate()
    return [
        CycleFault(
            f"{path}.web_pages[{number}].opened_on",
            f"{page.opened_on} belum tiba; seharusnya {today} atau sebelumnya",
        )
        for path, evidence in cycle.evidence.items()
        for number, page in enumerate(evidence.web_pages)
        if page.opened_on > today
    ]
