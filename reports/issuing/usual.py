"""How an office's latest report was signed: what is offered when the next one is prepared."""

from typing import Any

from reports.document.legible import text_at
from reports.models import FROZEN, Report, SigningWay
from surveys.models import Survey


def usual_signing(survey: Survey) -> dict[str, Any]:
    """The values of the fields that seldom change, by name, as they were for the office's latest version."""
    prepared = Report.objects.filter(followup__survey__office=survey.office_id, state__in=FROZEN)
    latest = prepared.order_by("-prepared_at").values_list("way", "document__signing").first()
    if latest is None:
        return {"way": SigningWay.HERE}
    way, signing = latest
    second = {f"second_{name}": text_at(signing, "acknowledger", name) for name in ("title", "name", "nip")}
    return {"way": way, "rank": text_at(signing, "rank")} | second
