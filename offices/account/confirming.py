"""Whether it is really the person: password or second factor once more before what matters, good for 15 minutes.

What was typed travels with the question and back; nothing of it is kept on the server.
"""

from typing import Any

from allauth.account.internal.flows.reauthentication import (
    did_recently_reauthenticate,
    get_reauthentication_flows,
    reauthenticate_by_password,
)
from django.http import HttpResponse
from django.shortcuts import render

from offices.account.forms import ConfirmCodeForm, ReauthenticateForm
from offices.account.guessing import TOO_OFTEN
from offices.account.second_factor import is_missing
from offices.requests import DECLINED, AuthedRequest

TOO_MANY = 429
PREFIX = "konfirmasi"
WHOLE_PAGE = {"HX-Retarget": "#isi", "HX-Reselect": "#isi", "HX-Reswap": "outerHTML"}
"""For htmx: what was asked from a part of a page takes the place of the page."""
NOT_CARRIED = {"csrfmiddlewaretoken", "passphrase"}


class Question:
    """What one person is asked, with their answer if the request carries one: either field is enough."""

    def __init__(self, request: AuthedRequest) -> None:
        self.request = request
        user = request.user
        ways = {flow["id"] for flow in get_reauthentication_flows(user)}
        self.password = ReauthenticateForm(self._sent("password"), user=user, prefix=PREFIX)
        self.code = ConfirmCodeForm(self._sent("code"), user=user, prefix=PREFIX)
        self.asks_password = "reauthenticate" in ways
        self.asks_code = "mfa_reauthenticate" in ways
        for field in (self.password.fields["password"], self.code.fields["code"]):
            field.required = field.required and not (self.asks_password and self.asks_code)

    def _sent(self, field: str) -> dict[str, str] | None:
        name = f"{PREFIX}-{field}"
        answer = self.request.POST.get(name, "")
        return {name: answer} if answer else None

    def is_answered(self) -> bool:
        """Whether the answer is right; from then on nothing is asked for a quarter of an hour."""
        if self.asks_code and self.code.is_valid():
            self.code.save()
            return True
        if self.asks_password and self.password.is_valid():
            reauthenticate_by_password(self.request)
            return True
        return False

    @property
    def is_closed(self) -> bool:
        """Too many wrong answers."""
        forms = (self.password, self.code)
        return any(form.has_error(name, TOO_OFTEN) for form in forms if form.is_bound for name in form.fields)


def question_of(request: AuthedRequest) -> Question | None:
    """What to ask within a form of one's own, as where a file would have to be chosen again; None: nothing."""
    return None if did_recently_reauthenticate(request) else Question(request)


def asked_first(request: AuthedRequest, what: str) -> HttpResponse | None:
    """The page that asks before ``what``, which completes "Sebelum …", and sends on all that was typed.

    None where the person was recently asked, or has just answered right: go on. Who must have a second factor and
    has none is asked to set it up first.
    """
    if is_missing(request.user):
        return _whole_page(request, "offices/second_factor_first.html", {"what": what})
    question = question_of(request)
    if question is None or question.is_answered():
        return None
    status = TOO_MANY if question.is_closed else DECLINED
    return _whole_page(request, "offices/confirm.html", {"question": question, "what": what}, status)


def _whole_page(request: AuthedRequest, template: str, context: dict[str, Any], status: int = DECLINED) -> HttpResponse:
    """Every field that was sent is carried on, in its order, but what is secret and the answer itself."""
    carried = [
        (name, str(value))
        for name, values in request.POST.lists()
        if name not in NOT_CARRIED and not name.startswith(f"{PREFIX}-")
        for value in values
    ]
    response = render(request, template, context | {"carried": carried}, status=status)
    if request.headers.get("HX-Request"):
        for name, value in WHOLE_PAGE.items():
            response.headers[name] = value
    return response
