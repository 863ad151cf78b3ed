"""What an address spoke of, if it was there once: deleted or moved, by whom and when, for those of its office."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from followups.evidence.places import TRAY
from followups.models import ActionPlan, EvidencePhoto, Upkeep
from offices.models import Office, User
from offices.permissions import Action, visible
from offices.sending.changes import LastChange, change_of
from offices.sending.pages import nearest_page
from surveys.models import Survey
from surveys.periods import of_period

DELETED = {
    "actionplan": ("plan.delete", "RTL ini sudah dihapus"),
    "upkeep": ("upkeep.delete", "Pemeliharaan ini sudah dihapus"),
    "unit": ("unit.delete", "Unit ini sudah dihapus"),
    "service": ("service.delete", "Jenis layanan ini sudah dihapus"),
    "recordedperiod": ("earlier.delete", "Periode ini sudah tidak dicatat lagi"),
    "paper": ("paper.delete", "Berkas ini sudah dihapus"),
    "evidencephoto": ("evidence.delete", "Foto ini sudah dihapus"),
    "webproof": ("web.delete", "Laman bukti ini sudah dihapus"),
    "readernote": ("remark.delete", "Catatan pembaca ini sudah dihapus"),
    "handover": ("handover.remove", "Catatan penyampaian ini sudah dihapus"),
}
"""By the kind of a thing: the event of its end, and how that is said."""
NUMBERED = {"plan_": "actionplan", "realisation": "actionplan", "upkeep_": "upkeep"}
NUMBERED |= {"reader_note_": "readernote", "handover_": "handover", "unit": "unit"}
NUMBERED |= {"paper": "paper", "service": "service", "earlier_period": "recordedperiod"}
"""By how the name of an address begins: the kind of thing that its number stands for."""
ROWS: dict[str, tuple[Any, str]] = {
    "actionplan": (ActionPlan, "priority__followup__survey"),
    "upkeep": (Upkeep, "followup__survey"),
    "evidencephoto": (EvidencePhoto, "followup__survey"),
}
"""What a cycle from a file brings anew, and the way from there to its survey."""
PLACES = {"rtl": "actionplan", "pemeliharaan": "upkeep"}


@dataclass(frozen=True, slots=True)
class Gone:
    """What became of it in a sentence, the page of what was beside it, and where it is now, if it is anywhere."""

    told: str
    page: str
    address: str = ""


def gone(request: HttpRequest) -> Gone | None:
    """What became of the thing that is not found here; None where it never was, or is no business of this person's."""
    match = request.resolver_match
    if match is None or not isinstance(request.user, User):
        return None
    offices = visible(request.user, Action.VIEW_OFFICE, Office.objects.filter(code=match.kwargs.get("code", "")))
    if not offices.exists():
        return None
    for kind, number in _things(match.url_name or "", match.kwargs):
        action, told = DELETED[kind]
        if change := change_of(kind, number, action):
            return Gone(f"{told} {_by(change)}.", _page_above(request))
    moved = _moved(match.url_name or "", match.kwargs, _page_above(request))
    return moved or _replaced(match.url_name or "", match.kwargs)


def _things(name: str, kwargs: Mapping[str, Any]) -> list[tuple[str, object]]:
    """Everything of which an address speaks, by kind and number."""
    if "place" in kwargs:
        kind, _, number = str(kwargs["place"]).partition("/")
        found: list[tuple[str, object]] = [(PLACES[kind], number)] if kind in PLACES else []
        proof = _proof_of(name)
        return [*found, (proof, kwargs["pk"])] if proof and "pk" in kwargs else found
    kind = next((kind for start, kind in NUMBERED.items() if name.startswith(start)), "")
    number = kwargs.get("number", kwargs.get("pk"))
    return [(kind, number)] if kind and number else []


def _proof_of(name: str) -> str:
    """Which kind of proof the number in an address stands for; that of an upload link stands for none."""
    if name.startswith("web_proof"):
        return "webproof"
    return "" if name.startswith("evidence_link") else "evidencephoto"


def _moved(name: str, kwargs: Mapping[str, Any], page: str) -> Gone | None:
    """A photo that is in the cycle still, and stands elsewhere."""
    if _proof_of(name) != "evidencephoto" or "place" not in kwargs or "pk" not in kwargs:
        return None
    here = of_period(kwargs["period"], "followup__survey__")
    photo = EvidencePhoto.objects.filter(pk=kwargs["pk"], office__code=kwargs["code"], **here).first()
    if photo is None:
        return None
    use = photo.uses.select_related("group").first()
    place = TRAY
    if use is not None:
        place = f"rtl/{use.group.plan_id}" if use.group.plan_id else f"pemeliharaan/{use.group.upkeep_id}"
    where = "ke Belum ditempatkan" if use is None else f"ke {use.group.plan or use.group.upkeep}"
    return Gone(f"Foto ini sudah dipindahkan {where}.", page, reverse(name, kwargs={**kwargs, "place": place}))


def _replaced(name: str, kwargs: Mapping[str, Any]) -> Gone | None:
    """A row of a cycle that gave way to one from a file; its number lies below those of the new rows."""
    things = [(kind, number) for kind, number in _things(name, kwargs) if kind in ROWS]
    if not things or "period" not in kwargs:
        return None
    survey = Survey.objects.filter(office__code=kwargs["code"], **of_period(kwargs["period"])).first()
    change = change_of("survey", survey.pk, "cycle.replace") if survey else None
    if survey is None or change is None or not all(_is_older(survey, *thing) for thing in things):
        return None
    told = f"Siklus ini sudah diganti dengan berkas {_by(change)}, sehingga alamat lamanya tidak berlaku."
    return Gone(told, reverse("plan_table", args=(kwargs["code"], kwargs["period"])))


def _is_older(survey: Survey, kind: str, number: object) -> bool:
    model, path = ROWS[kind]
    first = model.objects.filter(**{path: survey}).order_by("pk").values_list("pk", flat=True).first()
    return first is None or int(str(number)) < first


def _page_above(request: HttpRequest) -> str:
    """The page of the list in which the thing stood."""
    kwargs = request.resolver_match.kwargs if request.resolver_match else {}
    own = kwargs.get("place") or kwargs.get("number") or kwargs.get("pk")
    return nearest_page(f"{request.path.rpartition(f'/{own}/')[0]}/")


def _by(change: LastChange) -> str:
    who = f"oleh {change.actor}" if change.actor else "oleh pengelola server"
    return f"{who} pada {change.time}"
