"""The evidence pages: all of a cycle, one place, one photo; and what is done there.

htmx gets the part of the page that changed, everybody else the page: refusals with 422, questions between two versions
with 409, success by redirect.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from followups.evidence import arranging as verbs
from followups.evidence.forms import NoteForm, PhotoForm
from followups.evidence.gallery import PAGE, Board, board_of, read_gallery
from followups.evidence.places import Place, answers_for, fetch_place, refuse_shared
from followups.evidence.undoing import steps
from followups.evidence.uploads import RefusedFile, StoredPhoto, store_uploads
from followups.models import EvidenceGroup, EvidencePhoto
from followups.undoable import last_step, remembering
from offices.permissions import Action
from offices.requests import CONFLICT, DECLINED, AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.once import answered_once, once
from offices.sending.pages import sent_from
from offices.sending.versions import choice, met, opened_on
from surveys.fetching import fetch_cycle
from surveys.locking import held_cycle, refuse_locked
from surveys.models import Survey

ALL = "bukti-semua"
UPLOADS = "unggahan"


@login_required
@require_safe
def evidence(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Every group of the cycle with its figures, and the tray."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    back = "" if _in_part(request) else request.get_full_path()
    board = board_of(request.user, survey, back=back, page=_page(request), asked=_query(request).dict())
    name = "_all" if _in_part(request) else "page"
    return _render(request, name, survey, board)


@login_required
@require_safe
def evidence_place(request: AuthedRequest, code: str, period: str, place: str) -> HttpResponse:
    """One group, or the tray."""
    where = fetch_place(request.user, Action.VIEW_CYCLE, code, period, place)
    return _show(request, where)


@login_required
@require_POST
def evidence_upload(request: AuthedRequest, code: str, period: str, place: str) -> HttpResponse:
    """Take files in: those that are photos are kept, of the others is told why not."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    refuse_locked(where.survey)
    if not (files := request.FILES.getlist("photos")):
        return _show(request, where, error=verbs.NOTHING)
    stored, refused = store_uploads(where.survey.office.code, files)  # takes its time, hence before anything is held
    return answered_once(request, lambda: _Upload(request, where).taken_in(stored, refused))


@login_required
@require_POST
def evidence_note(request: AuthedRequest, code: str, period: str, place: str) -> HttpResponse:
    """Save what explains a group."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    with held_cycle(where.survey):
        group = EvidenceGroup.objects.filter(plan=where.plan, upkeep=where.upkeep, followup=where.followup).first()
        stored = {"note": group.note if group else ""}
        meeting = met(request.POST, [NoteForm()], stored)
        form = NoteForm(meeting.data)
        if meeting.differences and group:
            asked = choice(meeting, last_change(group, request.user, "evidence.note"))
            return _show(request, where, note_form=form, note_choice=asked)
        if not form.is_valid():
            return _show(request, where, error=str(form.errors["note"][0]), note_form=form)
        note = form.cleaned_data["note"]
        told = "Uraian foto disimpan."
        return _done(request, where, lambda: verbs.write_note(request.user, where, note), told)


@login_required
@require_POST
def evidence_order(request: AuthedRequest, code: str, period: str, place: str) -> HttpResponse:
    """Save the order of a group: all of it (``urutan=3,1,2``), or one photo one step on (``naik=3``)."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    order = _wished_order(request, where)
    return _done(request, where, lambda: verbs.arrange(request.user, where, order), "Urutan foto disimpan.")


@login_required
@require_POST
@once
def evidence_move(request: AuthedRequest, code: str, period: str, place: str) -> HttpResponse:
    """Put photos (``photo``, several) from here to another place (``to``)."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    target = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, request.POST.get("to", ""))
    photos = _numbers(request.POST.getlist("photo"))
    return _done(
        request, where, lambda: verbs.move_photos(request.user, where, target, photos), "Foto sudah dipindahkan."
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def evidence_photo(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """All that can be done with one photo; POST saves what it shows and when it was taken."""
    action = Action.EDIT_EVIDENCE if request.method == "POST" else Action.VIEW_CYCLE
    where = fetch_place(request.user, action, code, period, place)
    if request.method != "POST":
        photo = get_object_or_404(verbs.photos_in(where), pk=pk)
        return _show_photo(request, where, photo, _photo_form(where, photo))
    with held_cycle(where.survey):
        photo = get_object_or_404(verbs.photos_in(where), pk=pk)
        meeting = met(request.POST, [_photo_form(where, photo)], _said_of(photo))
        form = _photo_form(where, photo, meeting.data)
        if meeting.differences:
            change = last_change(photo, request.user, "evidence.describe")
            return _show_photo(request, where, photo, form, **choice(meeting, change))
        if not form.is_valid():
            return _show_photo(request, where, photo, form)
        said = {name: form.cleaned_data[name] for name in _said_of(photo)}
        told = f"Keterangan gambar disimpan.{meeting.told}"
        return _done(request, where, lambda: verbs.describe_photo(request.user, photo, **said), told)


def _photo_form(where: Place, photo: EvidencePhoto, data: QueryDict | None = None) -> PhotoForm:
    stored = _said_of(photo)
    return PhotoForm(data, initial=stored | opened_on(stored), part=_panel(where, photo))


def _said_of(photo: EvidencePhoto) -> dict[str, Any]:
    return {"caption": photo.caption, "taken_on": photo.taken_on}


@login_required
@require_POST
def evidence_day(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Say that a photo was taken on the day that its file tells."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    photo = get_object_or_404(verbs.photos_in(where).exclude(offered_on=None), pk=pk)
    told = "Tanggal pengambilan disimpan."
    day = photo.offered_on
    return _done(request, where, lambda: verbs.describe_photo(request.user, photo, taken_on=day), told)


@login_required
@require_POST
def evidence_turn(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Turn a photo by a quarter, to the left (``arah=kiri``) or to the right."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    photo = get_object_or_404(verbs.photos_in(where).select_related("office", "followup__survey"), pk=pk)
    refuse_shared(request.user, _only(photo))
    refuse_locked(where.survey)
    clockwise = request.POST.get("arah") != "kiri"
    return _done(
        request, where, lambda: verbs.turn_photo(request.user, photo, clockwise=clockwise), "Foto sudah diputar."
    )


@login_required
@require_POST
@once
def evidence_share(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Let a photo prove another plan (``to``) too; to show it there, it is enough to see it here."""
    where = fetch_place(request.user, Action.VIEW_CYCLE, code, period, place)
    target = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, request.POST.get("to", ""))
    photo = _photo_of_cycle(where, pk)
    return _done(
        request, where, lambda: verbs.share_photo(request.user, photo, target), "Foto sudah digunakan juga di sana."
    )


@login_required
@require_POST
@once
def evidence_copy(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Keep a picture that the cycle has already as another figure."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    photo = _photo_of_cycle(where, pk)
    return _done(request, where, lambda: verbs.add_copy(request.user, where, photo), "Foto tetap disimpan.")


@login_required
@require_POST
def evidence_remove(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Take a photo out of a group."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    photo = get_object_or_404(verbs.photos_in(where), pk=pk)
    return _done(request, where, lambda: verbs.take_away(request.user, where, photo), "Foto sudah dilepas.")


@login_required
@require_POST
def evidence_delete(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Delete a photo; only for who answers for every plan that it proves."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    photo = get_object_or_404(verbs.photos_in(where), pk=pk)
    refuse_shared(request.user, _only(photo))
    return _done(request, where, lambda: verbs.delete_photo(request.user, photo), "Foto sudah dihapus.")


@login_required
@require_POST
def evidence_replace(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """Put a real photo where a placeholder is."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    photo = get_object_or_404(verbs.photos_in(where), pk=pk)
    refuse_shared(request.user, _only(photo))
    refuse_locked(where.survey)
    stored, refused = store_uploads(where.survey.office.code, request.FILES.getlist("photos")[:1])
    if not stored:
        return _show(request, where, error=refused[0].reason if refused else verbs.NOTHING)
    return _done(
        request,
        where,
        lambda: verbs.replace_placeholder(request.user, photo, stored[0]),
        "Gambar sudah diganti dengan foto asli.",
    )


def _show(request: AuthedRequest, where: Place, **said: Any) -> HttpResponse:
    """A place, or for htmx the part of the page that asked, with what was refused (422) or done."""
    back = request.get_full_path() if request.method == "GET" and not _in_part(request) else ""
    board = board_of(request.user, where.survey, where.address, back=back, page=_page(request), **said)
    name = "place"
    if _in_part(request):
        name = "_all" if _target(request) == ALL else "_shelf"
    refused = DECLINED if board.error or board.refused or board.doubles else 200
    status = CONFLICT if board.note_choice else refused
    return _render(request, name, where.survey, board, status=status)


def _show_photo(
    request: AuthedRequest, where: Place, photo: EvidencePhoto, form: PhotoForm, **asked: Any
) -> HttpResponse:
    board = board_of(request.user, where.survey, where.address)
    context = {
        "tile": board.shelf and board.shelf.tile(photo.pk),
        "form": form,
        "part": _panel(where, photo),
        "targets": board.gallery.targets(photo),
        "may_delete": answers_for(request.user, _only(photo)),
        "differences": (),
    }
    name = "_photo" if _in_part(request) else "photo"
    response = _render(request, name, where.survey, board, status=status_of(request, asked), **context | asked)
    response.headers["HX-Retarget"] = f"#{_panel(where, photo)}"
    response.headers["HX-Reswap"] = "innerHTML"
    return response


def _panel(where: Place, photo: EvidencePhoto) -> str:
    """The id of where a photo opens in a place."""
    return f"panel-{where.anchor}-{photo.pk}"


def _done(request: AuthedRequest, where: Place, act: Callable[[], object], told: str) -> HttpResponse:
    """Do it, and show what is there now; or why it was not done."""
    with answered() as answer:
        with remembering(request, where.survey, steps.LISTED, steps.TOLD):
            act()
        if _in_part(request):
            return _show(request, where, told=told)
        messages.success(request, told)
        return _back(request, where)
    return _show(request, where, error=answer.fault)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of uploaded files."""

    saved: list[EvidencePhoto]
    refused: list[RefusedFile]
    doubles: list[verbs.Double]
    advised: list[StoredPhoto]


@dataclass(frozen=True, slots=True)
class _Upload:
    """Files that somebody sends to a place."""

    request: AuthedRequest
    where: Place

    def taken_in(self, stored: list[StoredPhoto], refused: list[RefusedFile]) -> HttpResponse:
        """Add what was stored; the rest is told."""
        # The order of choosing, as upload.js tells it; a plain form sends its files in that order.
        [number] = _numbers([self.request.POST.get("urut", "")]) or [0]
        choice = verbs.Choice(self.request.POST.get("rombongan", "")[:40], min(number, 1_000_000))
        added = verbs.add_photos(self.request.user, self.where, stored, choice)
        repeated = [double.photo for double in added.doubles if double.here and "ulang" in self.request.POST]
        doubles = [double for double in added.doubles if double.photo not in repeated]
        advised = [one for one in stored if one.advice]
        return self._uploaded(_Outcome([*added.photos, *repeated], refused, doubles, advised))

    def _uploaded(self, outcome: _Outcome) -> HttpResponse:
        """For the script a line on each file, else the page with those of which there is something to be said."""
        gallery = read_gallery(self.request.user, self.where.survey)
        doubles = tuple((double, gallery.where(double.photo)) for double in outcome.doubles)
        said: dict[str, Any] = {"refused": outcome.refused, "doubles": doubles, "advised": outcome.advised}
        told = f"{len(outcome.saved)} foto disimpan." if outcome.saved else ""
        if _target(self.request) == UPLOADS:
            board = Board(gallery, gallery.by_address[self.where.address], told=told, **said)
            status = DECLINED if outcome.refused or doubles else 200
            return _render(self.request, "_outcome", self.where.survey, board, status=status)
        if outcome.refused or doubles:
            return _show(self.request, self.where, told=told, **said)
        for one in outcome.advised:
            messages.warning(self.request, f"{one.original}: {one.advice}")
        messages.success(self.request, told)
        return _back(self.request, self.where)


def _back(request: AuthedRequest, where: Place) -> HttpResponse:
    """To the page from which the form was sent."""
    if page := sent_from(request):
        return redirect(page)
    survey = where.survey
    return redirect(reverse("evidence_place", args=[survey.office.code, survey.period, where.address]))


def _render(
    request: AuthedRequest, name: str, survey: Survey, board: Board, status: int = 200, **more: Any
) -> HttpResponse:
    step = None if board.obstacle else last_step(request.session, survey, steps.LISTED)
    context = {"survey": survey, "tab": "evidence", "board": board, "step": step, "undo_back": _here(request)} | more
    return render(request, f"followups/evidence/{name}.html", context, status=status)


def _here(request: AuthedRequest) -> str:
    """The page that is open, for who undoes a change there."""
    if _in_part(request):
        return urlsplit(request.htmx.current_url or "").path
    return request.path if request.method == "GET" else ""


def _page(request: AuthedRequest) -> int:
    """The page of photos that is open, also where htmx asks from it for a part."""
    [number] = _numbers([_query(request).get(PAGE, "")]) or [1]
    return number


def _query(request: AuthedRequest) -> QueryDict:
    """What the address of the page asks for, also where htmx asks from it for a part."""
    return QueryDict(urlsplit(request.htmx.current_url or "").query) if _in_part(request) else request.GET


def _in_part(request: AuthedRequest) -> bool:
    return bool(request.htmx)


def _target(request: AuthedRequest) -> str:
    """The id of the part of the page that htmx, or upload.js, asks for."""
    return request.htmx.target or "" if _in_part(request) else ""


def _only(photo: EvidencePhoto) -> QuerySet[EvidencePhoto]:
    return EvidencePhoto.objects.filter(pk=photo.pk)


def _photo_of_cycle(where: Place, pk: int) -> EvidencePhoto:
    return get_object_or_404(EvidencePhoto, followup=where.followup, pk=pk)


def _numbers(texts: list[str]) -> list[int]:
    return [int(text) for text in texts if text.isdecimal() and len(text) < 19]


def _wished_order(request: AuthedRequest, where: Place) -> list[int]:
    if where.is_tray:
        raise Http404
    order = list(verbs.photos_in(where).order_by("uses__position").values_list("pk", flat=True))
    if text := request.POST.get("urutan"):
        # The photos of one page are put as they were sent; without a start all of them were sent.
        sent = _numbers(text.split(","))
        if start := request.POST.get("dari", ""):
            [first] = _numbers([start]) or [0]
            return [*order[:first], *sent, *order[first + len(sent) :]]
        return sent
    step = -1 if "naik" in request.POST else 1
    # The order with one photo one step on; one that is not there or stands at the end stays.
    photos = _numbers([request.POST.get("naik") or request.POST.get("turun") or ""])
    for photo in photos:
        if photo in order and 0 <= (at := order.index(photo)) + step < len(order):
            order[at], order[at + step] = order[at + step], order[at]
    return order
