"""What every answer carries for the browser, and the one line in the log for each that was refused."""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from offices.account.throttling import address_of
from skm_portal.sent.stale import HEADER as FRESH_TOKEN
from skm_portal.watching.masking import without_secrets

REFUSALS = {403, 404, 429}
UNUSED = (
    "accelerometer",
    "autoplay",
    "bluetooth",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
PERMISSIONS = ", ".join(f"{feature}=()" for feature in UNUSED)
TO_NOBODY = "strict-origin"
"""For pages whose address is secret: no request names it. Under ``no-referrer`` forms would come without an origin."""
logger = logging.getLogger(__name__)


def guard(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[[HttpRequest], HttpResponseBase]:
    """A middleware: pages at secret addresses name them to nobody, those of who is logged in are not kept."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers["Permissions-Policy"] = PERMISSIONS
        if without_secrets(request.path) != request.path:
            response.headers["Referrer-Policy"] = TO_NOBODY
        known = _is_known(request)
        if known and "private" not in response.headers.get("Cache-Control", ""):
            response.headers["Cache-Control"] = "no-store"
        if response.status_code in REFUSALS and (known or response.status_code != 404):
            is_ours = FRESH_TOKEN in response.headers  # a form that waited too long, and is sent once more
            person = request.user.pk if _is_known(request) else None
            path = without_secrets(request.path).encode("unicode_escape").decode()
            told = (response.status_code, request.method, path, person or "-", address_of(request))
            logger.log(logging.INFO if is_ours else logging.WARNING, "%s %s %s user=%s address=%s", *told)
        return response

    return answer


def _is_known(request: HttpRequest) -> bool:
    """Whoever brings no session costs no question to the database."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
