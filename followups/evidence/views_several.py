"""The form under the photos of a place by which several of them are moved, shared, described or deleted."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from followups.evidence.arranging import move_photos, photos_in
from followups.evidence.places import Place, fetch_place, refuse_shared
from followups.evidence.several import delete_several, describe_several, share_several
from followups.evidence.undoing.steps import LISTED, TOLD
from followups.undoable import remembering
from offices.permissions import Action
from offices.requests import AuthedRequest, answered
from offices.sending.once import once

LONGEST_CAPTION = 500
LONGEST_NUMBER = 18


@login_required
@require_POST
@once
def evidence_several(request: AuthedRequest, code: str, period: str, place: str) -> HttpResponse:
    """Do with the photos that were ticked what the pressed button says (``lakukan``)."""
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    done = ""
    with answered() as answer, remembering(request, where.survey, LISTED, TOLD):
        done = _Several(request, where, code, period).done()
    answer.tell(request, done)
    return redirect("evidence_place", code, period, where.address)


class _Several:
    """Photos that were ticked on the page of a place."""

    def __init__(self, request: AuthedRequest, where: Place, code: str, period: str) -> None:
        ticked = [text for text in request.POST.getlist("photo") if text.isdecimal() and len(text) <= LONGEST_NUMBER]
        self.request = request
        self.where = where
        self.cycle = (code, period)
        self.photos = list(photos_in(where).filter(pk__in=[int(text) for text in ticked]).select_related("followup"))

    def done(self) -> str:
        """Do it, and say what was done."""
        user = self.request.user
        match self.request.POST.get("lakukan"):
            case "keterangan":
                caption = self.request.POST.get("caption", "")[:LONGEST_CAPTION]
                count = describe_several(user, self.where, self.photos, caption)
                return f"Keterangan {count} foto disimpan."
            case "hapus":
                refuse_shared(user, photos_in(self.where).filter(pk__in=[photo.pk for photo in self.photos]))
                return f"{delete_several(user, self.where, self.photos)} foto dihapus."
            case "gunakan":
                return f"{share_several(user, self.photos, self._target())} foto digunakan juga di sana."
            case _:
                moved = move_photos(user, self.where, self._target(), [photo.pk for photo in self.photos])
                return f"{moved} foto dipindahkan."

    def _target(self) -> Place:
        return fetch_place(self.request.user, Action.EDIT_EVIDENCE, *self.cycle, self.request.POST.get("to", ""))
