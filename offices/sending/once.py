"""The same form sent twice, or eight times at once, is done once; each sending gets the one answer.

The claim and the work are one transaction: the database lets nobody else claim the same form while it is open.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any, cast

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from offices.models import SentForm, User
from offices.sending.content import mark_of
from offices.sending.key import key_sent
from offices.sending.pages import page_of

DAYS = 1
LARGEST_ANSWER = 200_000
ONCE = "Kiriman ini sudah diterima; hasilnya tidak ditampilkan dua kali."
_HEADERS = ("HX-Retarget", "HX-Reswap", "HX-Reselect", "HX-Refresh")
View = Callable[..., HttpResponse]


def once(view: View) -> View:
    """A view that creates something, done once for each sending of its form."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return answered_once(request, lambda: view(request, *args, **kwargs))

    return answering


def answered_once(request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """What ``answer`` does and says, or what was said when this very form was sent before.

    A form without a key is done whenever it comes; one that was refused may be sent again.
    """
    if request.method != "POST" or not key_sent(request):
        return answer()
    with transaction.atomic():
        sending = _Sending(request)
        sent = sending.claimed()
        if sent.answer is not None:
            return sending.said_again(sent.answer)
        response = answer()
        sending.note(sent, response)
    return response


def prune() -> None:
    SentForm.objects.filter(at__lt=timezone.now() - timedelta(days=DAYS)).delete()


@dataclass(frozen=True, slots=True)
class _Sending:
    """One sending of a form."""

    request: HttpRequest

    def claimed(self) -> SentForm:
        """The row of this sending: a new one, or the one of before once its transaction has ended."""
        prune()
        claim = {
            "user": cast(User, self.request.user),
            "address": self.request.path[:500],
            "mark": mark_of(self.request),
        }
        try:
            with transaction.atomic():
                return SentForm.objects.create(**claim)
        except IntegrityError:
            return SentForm.objects.get(**claim)

    def note(self, sent: SentForm, response: HttpResponse) -> None:
        if response.status_code >= 400:
            sent.delete()
            return
        told = getattr(messages.get_messages(self.request), "_queued_messages", [])
        sent.answer = {
            "status": response.status_code,
            "location": response.headers.get("Location", ""),
            "body": _body(response),
            "headers": {name: response.headers[name] for name in _HEADERS if name in response.headers},
            "told": [[message.level, str(message.message)] for message in told],
        }
        sent.save(update_fields=["answer"])

    def said_again(self, answer: dict[str, Any]) -> HttpResponse:
        for level, text in answer["told"]:
            messages.add_message(self.request, level, text)
        if 300 <= answer["status"] < 400:
            return HttpResponseRedirect(answer["location"])
        if answer["body"] is None:
            messages.warning(self.request, ONCE)
            return HttpResponseRedirect(answer["location"] or page_of(self.request))
        return HttpResponse(answer["body"], status=answer["status"], headers=answer["headers"])


def _body(response: HttpResponse) -> str | None:
    """What the answer showed; nothing where it may not be kept, as a password, or is too much."""
    may_be_kept = "no-store" not in response.headers.get("Cache-Control", "")
    if not may_be_kept or response.streaming or len(response.content) > LARGEST_ANSWER:
        return None
    return response.content.decode(response.charset or "utf-8")
