"""A request of somebody who is logged in, and how a view answers what the portal declines."""

from collections.abc import Container, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from offices.declining import Declined
from offices.models import User

DECLINED = 422
CONFLICT = 409


class AuthedRequest(HttpRequest):
    """What a view gets behind ``login_required``; only a type, nothing is made of it."""

    user: User
    htmx: HtmxDetails


@dataclass(slots=True)
class Answer:
    """What the portal said instead of doing what it was asked for; nothing while it has not declined."""

    declined: Declined | None = None

    @property
    def fault(self) -> str:
        return str(self.declined or "")

    def tell(self, request: HttpRequest, done: str = "") -> None:
        """Say on the next page why it was declined, or that it is done."""
        if self.declined:
            messages.error(request, self.fault)
        elif done:
            messages.success(request, done)


@contextmanager
def answered(*forms: BaseForm) -> Iterator[Answer]:
    """Where the block is declined, the view goes on behind it: the forms then say why, each thing at its field.

    A view does what was asked for and returns its redirect within the block; behind it stands its page, which shows
    the forms, or the ``fault`` of the answer. What concerns no field stands above the first form.
    """
    answer = Answer()
    try:
        yield answer
    except Declined as declined:
        answer.declined = declined
        for name, sentence in declined.faults.items() if forms else ():
            form = next((each for each in forms if name in each.fields), None)
            if form:
                form.add_error(name, sentence)
            else:
                forms[0].add_error(None, sentence)


def status_of(request: HttpRequest, asked: Container[str] = ()) -> int:
    """Of a page with a form: 409 where ``differences`` are asked, 422 where what was sent was not done, else 200."""
    if "differences" in asked:
        return CONFLICT
    return DECLINED if request.method == "POST" else 200
