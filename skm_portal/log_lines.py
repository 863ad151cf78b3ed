"""What a line of the log looks like: time in UTC, level, origin, number of the request, and what happened.

No line tells a secret address, whoever wrote it.

Asked before anything else is loaded.
"""

import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from uuid import uuid4

from django.http import HttpRequest
from django.http.response import HttpResponseBase

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9_-]{8,64}")
_SECRET = re.compile(r"(?<!/akun)(/(?:kirim|kalender|akun/lupa)/)[^\s?\"']+")
"""Addresses that are themselves the key: of an upload link, of a calendar, of a new password."""
_request_id: ContextVar[str] = ContextVar("request_id", default="-")


def number_requests(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """A middleware for the front: each line of a request carries its number, and the answer names it.

    A number that a proxy gave is kept if it can do no harm in a line.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        given = request.headers.get(HEADER, "")
        number = given if _SANE.fullmatch(given) else uuid4().hex
        _request_id.set(number)  # Django tells of an answer when all middlewares are done: it stays until the next
        response = get_response(request)
        response.headers[HEADER] = number
        return response

    return answer


def without_secrets(text: str) -> str:
    """``text`` with an ellipsis in the place of what is secret in the addresses that it names."""
    return _SECRET.sub(r"\1…", text)


class Line(logging.Formatter):
    """``2026-03-02T02:15:04.120Z WARNING skm_portal.guarding [4f0c…] 403 GET /…``."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        line = "{asctime}.{msecs:03.0f}Z {levelname} {name} [{request_id}] {message}"
        super().__init__(line, "%Y-%m-%dT%H:%M:%S", style="{")

    def format(self, record: logging.LogRecord) -> str:
        record.request_id = _request_id.get()
        return without_secrets(super().format(record))


class OneLine(logging.Filter):
    """For what strangers cause at will: the sentence, without the traceback below it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.exc_info = None
        record.exc_text = None
        return True
