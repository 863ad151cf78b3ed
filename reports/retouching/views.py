"""The page on which a part of a photo is covered, or cut out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from followups.evidence.photo_parts.lines import is_long
from followups.evidence.places import TRAY, refuse_another_picture, refuse_shared
from followups.models import EvidencePhoto, FollowUp
from offices.permissions import Action, fetch
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once
from reports.retouching.retouching import COVER, CROP, Retouching, kept_elsewhere, retouch, same_pictures, signed_with
from surveys.locking import lock_reason
from surveys.periods import of_period

DONE = "Gambar diganti di semua tempat yang memakainya, dan gambar lamanya dihapus dari penyimpanan."
DONE_HERE = "Gambar diganti, tetapi gambar lamanya masih tersimpan sebagai {elsewhere}. Ubah atau hapus juga yang itu."
STILL = " Versi bertanda tangan yang masih memuat gambar lama: {versions}."


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def photo_retouch(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponse:
    """Cover parts of a photo for good, or keep a part of it; for who answers for every use of the picture."""
    photo = _photo(request, code, period, pk)
    signed = signed_with(photo)
    elsewhere = kept_elsewhere(photo)
    with answered() as answer:
        if request.method == "POST":
            refuse_another_picture(photo, request.POST.get("seen", photo.sha256))
            way = CROP if request.POST.get("cara") == CROP else COVER
            retouch(request.user, photo, Retouching(way, request.POST.get("kotak", "")))
            still = STILL.format(versions=", ".join(signed)) if signed else ""
            if elsewhere:
                messages.warning(request, DONE_HERE.format(elsewhere=", ".join(elsewhere)) + still)
            else:
                messages.success(request, DONE + still)
            return redirect("evidence_place", code, period, _place(photo))
    context = {
        "survey": photo.followup.survey,
        "tab": "evidence",
        "photo": photo,
        "place": _place(photo),
        "is_long": is_long(photo.width, photo.height),
        "signed": signed,
        "elsewhere": elsewhere,
        "shown": same_pictures(photo).count(),
        "lock": lock_reason(photo.followup.survey),
        "error": answer.fault,
    }
    return render(request, "reports/retouching/page.html", context, status=status_of(request))


def _photo(request: AuthedRequest, code: str, period: str, pk: int) -> EvidencePhoto:
    rows = EvidencePhoto.objects.select_related("office", "followup__survey__office", "followup__survey__instrument")
    here = of_period(period, "followup__survey__")
    photo = fetch(request.user, Action.VIEW_CYCLE, rows, office__code=code, pk=pk, is_placeholder=False, **here)
    everywhere = same_pictures(photo)
    refuse_shared(request.user, everywhere)
    if everywhere.filter(uses=None).exists():  # what lies in the tray is the whole office's
        fetch(request.user, Action.EDIT_EVIDENCE, FollowUp.objects.all(), pk=photo.followup_id)
    return photo


def _place(photo: EvidencePhoto) -> str:
    """Where it stands first."""
    use = photo.uses.select_related("group").first()
    if use is None:
        return TRAY
    return f"rtl/{use.group.plan_id}" if use.group.plan_id else f"pemeliharaan/{use.group.upkeep_id}"
