"""Logo, marks and cover pictures of an office: the one page of an office that needs the door to pictures."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from followups.evidence.photos import normalise_picture
from followups.evidence.picture_files import refuse_many_bytes
from offices.models import Office
from offices.permissions import Action, fetch
from offices.profile.forms import PictureForm
from offices.profile.saving import PICTURES, remove_picture, set_picture
from offices.profile.views import frame
from offices.requests import AuthedRequest, answered, status_of


@dataclass(frozen=True, slots=True)
class PictureSlot:
    """One of the places for a picture; ``which`` names it in addresses."""

    which: str
    label: str
    told: str
    stored: str
    form: PictureForm


SLOTS = {
    "logo": ("Logo", "Tercetak pada halaman judul. Gambar persegi tanpa latar paling baik."),
    "berakhlak": ("Tanda BerAKHLAK", "Tercetak pada sampul di samping logo, sebagaimana diunggah."),
    "bangga-melayani": ("Tanda #banggamelayanibangsa", "Tercetak pada sampul di samping logo, sebagaimana diunggah."),
    "sampul-depan": ("Gambar sampul depan", "Mengisi halaman pertama. Gambar tegak paling baik."),
    "sampul-belakang": ("Gambar sampul belakang", "Mengisi halaman terakhir. Gambar tegak paling baik."),
}


@login_required
@require_safe
def office_pictures(request: AuthedRequest, code: str) -> HttpResponse:
    """The pictures as they are."""
    office = fetch(request.user, Action.VIEW_OFFICE, Office.objects.all(), code=code)
    return _page(request, office, {})


@login_required
@require_POST
def office_picture_set(request: AuthedRequest, code: str, which: str) -> HttpResponse:
    """Put a picture in its place; a file that is none is refused with the reason."""
    office = fetch(request.user, Action.EDIT_OFFICE, Office.objects.all(), code=code)
    form = PictureForm(request.POST, request.FILES, auto_id=f"id_{which}_%s")
    column = _column(which)
    if form.is_valid():
        upload = form.cleaned_data["picture"]
        with answered() as answer:
            refuse_many_bytes(upload.size)
            picture = normalise_picture(upload.read())
            set_picture(office, request.user, column, picture.data, picture.extension)
            messages.success(request, f"{SLOTS[which][0]} tersimpan.")
            return redirect("office_pictures", code)
        form.add_error("picture", f"{upload.name}: {answer.fault}")
    return _page(request, office, {which: form})


@login_required
@require_POST
def office_picture_remove(request: AuthedRequest, code: str, which: str) -> HttpResponse:
    """Print without this picture from now on."""
    office = fetch(request.user, Action.EDIT_OFFICE, Office.objects.all(), code=code)
    remove_picture(office, request.user, _column(which))
    messages.success(request, f"{SLOTS[which][0]} dihapus.")
    return redirect("office_pictures", code)


def _column(which: str) -> str:
    if which not in PICTURES:
        raise Http404
    return PICTURES[which]


def _page(request: AuthedRequest, office: Office, refused: dict[str, PictureForm]) -> HttpResponse:
    slots = [
        PictureSlot(which, *words, getattr(office, PICTURES[which]).name or "", refused.get(which) or _form(which))
        for which, words in SLOTS.items()
    ]
    context = frame(request, office, "office_pictures") | {"slots": slots}
    return render(request, "offices/profile/pictures.html", context, status=status_of(request))


def _form(which: str) -> PictureForm:
    return PictureForm(auto_id=f"id_{which}_%s")
