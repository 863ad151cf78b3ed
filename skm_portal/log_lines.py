"""What a line of the log looks like: time in UTC, level, origin, number of the request, and what happened.

No line tells a secret address or a person but by number, whoever wrote it.

Asked before anything else is loaded.
"""

import json
import logging
import re
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any
from uuid import uuid4
from weakref import ReferenceType, ref

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from skm_portal.watching.masking import told_of, without_persons

HEADER = "X-Request-ID"
EXTRA = ("route", "status", "ms", "office")
"""What a line may say of itself, by the ``extra`` of whoever writes it."""
_SANE = re.compile(r"[A-Za-z0-9_-]{8,64}")
_OFFICE = re.compile(r"[A-Za-z0-9._-]{1,32}")  # any other is no office's code, only what somebody wrote in an address
_request_id: ContextVar[str] = ContextVar("request_id", default="-")
_request: ContextVar[ReferenceType[HttpRequest] | None] = ContextVar("request", default=None)


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
        _request.set(ref(request))  # which ends with its answer, whoever still knows its number
        response = get_response(request)
        response.headers[HEADER] = number
        return response

    return answer


class Line(logging.Formatter):
    """``2026-03-02T02:15:04.120Z WARNING skm_portal.guarding [4f0c…] 403 GET /…``."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        line = "{asctime}.{msecs:03.0f}Z {levelname} {name} [{request_id}] {message}"
        super().__init__(line, "%Y-%m-%dT%H:%M:%S", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 (the name is the library's)
        record.request_id = _request_id.get()
        record.message = without_persons(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802
        return without_persons(super().formatException(ei))


class JsonLine(logging.Formatter):
    """The same as one JSON object to a line, with office and number of the account where they are known."""

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        told = {
            "time": self.formatTime(record),
            "level": record.levelname,
            "logger": record.name,
            "request": _request_id.get(),
            **_who_and_where(),
            **{name: vars(record)[name] for name in EXTRA if name in vars(record)},
            "message": without_persons(record.getMessage()),
        }
        if record.exc_info and record.exc_info[1]:
            told["trace"] = told_of(record.exc_info[1])
        return json.dumps(told, ensure_ascii=False)


def _who_and_where() -> dict[str, Any]:
    """Of the request that this thread answers: nothing is asked of the database for the sake of a line."""
    known = _request.get()
    request = known() if known else None
    match = getattr(request, "resolver_match", None)
    user = getattr(request, "_cached_user", None)  # what Django has read of it, if anything
    code = match.kwargs.get("code", "") if match else ""
    told = {"office": _OFFICE.fullmatch(code) and without_persons(code), "user": user and user.pk}
    return {name: value for name, value in told.items() if value}


class OneLine(logging.Filter):
    """For what strangers cause at will: the sentence, without the traceback below it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.exc_info = None
        record.exc_text = None
        return True
