"""The page of an office's keys that wait for a second person, and what its buttons do."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from offices.account.confirming import asked_first
from offices.declining import Declined
from offices.models import Office, User
from offices.permissions import Action, fetch, visible
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once
from reports.issuing.keys.confirming import AnyKey, confirm_key, decline_key, waiting_in, who_may
from reports.issuing.keys.faces import waiting_face

Verb = Callable[[AnyKey, Office, User, str], None]


@login_required
@require_safe
def keys_waiting(request: AuthedRequest, code: str) -> HttpResponse:
    """Whose keys wait, what their certificates say, and who may confirm each."""
    return _page(request, _office(request, code))


@login_required
@require_POST
@once
def key_confirm(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """This key is its holder's."""
    office = _office(request, code)
    if question := asked_first(request, "mengonfirmasi kunci tanda tangan"):
        return question
    return _decided(request, office, pk, confirm_key, "Kunci dikonfirmasi.")


@login_required
@require_POST
@once
def key_decline(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """This key is not its holder's."""
    return _decided(
        request, _office(request, code), pk, decline_key, "Kunci ditolak; pemiliknya tidak dapat memakainya."
    )


def _office(request: AuthedRequest, code: str) -> Office:
    """Of the own office, or of one below."""
    below = visible(request.user, Action.CONFIRM_KEY_BELOW, Office.objects.filter(code=code)).first()
    return below or fetch(request.user, Action.CONFIRM_KEY, Office.objects.all(), code=code)


def _decided(request: AuthedRequest, office: Office, pk: int, verb: Verb, told: str) -> HttpResponse:
    fingerprint = request.POST.get("fingerprint", "")
    rows = [each for each in waiting_in(office) if each.key.pk == pk]
    waiting = next((each for each in rows if each.key.fingerprint == fingerprint), rows[0] if rows else None)
    with answered() as answer:
        if waiting is None:
            raise Declined("Kunci ini tidak sedang menunggu konfirmasi.")
        if request.user not in waiting.confirmers:
            raise PermissionDenied(
                f"Anda tidak dapat memutuskan tentang kunci ini. {who_may(waiting.confirmers, office)}"
            )
        verb(waiting.key, office, request.user, fingerprint)
        messages.success(request, told)
        return redirect("keys_waiting", office.code)
    messages.error(request, answer.fault)
    return _page(request, office)


def _page(request: AuthedRequest, office: Office) -> HttpResponse:
    context = {"office": office, "waiting": [waiting_face(each, request.user) for each in waiting_in(office)]}
    return render(request, "reports/issuing/keys_waiting.html", context, status=status_of(request))
