"""What a load balancer or a supervisor asks: is the process there, can it work?"""

import logging
import os
from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from reports.work.beats import is_anyone_there, longest_wait
from skm_portal.watching.places import free_bytes, media_folder, places_written_to

PATHS = ("/healthz", "/readyz", "/metrics")
LONGEST_WAIT = timedelta(minutes=10)
logger = logging.getLogger(__name__)


class NotReadyError(Exception):
    """A part that answers, but not as it has to."""


def forget_who_asks(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """A middleware for the front: whoever brings a session to these addresses shall not need its database."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.path_info in PATHS:
            request.COOKIES = {}
        return get_response(request)

    return answer


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(_request: HttpRequest) -> JsonResponse:
    """Each part of the portal in a word; 503 where one is not ok. The reason is in the log only."""
    told = {name: "ok" if _works(use) else "unavailable" for name, use in PARTS.items()}
    return JsonResponse(told, status=200 if set(told.values()) == {"ok"} else 503)


def _works(use: Callable[[], None]) -> bool:
    try:
        use()
    except NotReadyError as error:
        logger.error("not ready: %s", error)
        return False
    except Exception:  # whatever a driver raises, the answer is the same
        logger.exception("not ready: %s", use.__name__)
        return False
    return True


def _use_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _use_storage() -> None:
    """Ask a remote storage; of a folder, see that it can be written to."""
    folder = media_folder()
    if folder is None:
        default_storage.exists("readyz")
        return
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(folder)


def _use_disk() -> None:
    """Of each disk that the portal writes to."""
    for folder in places_written_to().values():
        if free_bytes(folder) < settings.LEAST_DISK_MB * 2**20:
            raise NotReadyError(f"less than {settings.LEAST_DISK_MB} MiB are free at {folder}")


def _use_worker() -> None:
    if not is_anyone_there():
        raise NotReadyError("no worker was seen for a minute")


def _use_queue() -> None:
    if (wait := longest_wait()) > LONGEST_WAIT:
        raise NotReadyError(f"a job has been waiting for {wait.total_seconds():.0f} seconds")


PARTS = {
    "database": _use_database,
    "storage": _use_storage,
    "disk": _use_disk,
    "worker": _use_worker,
    "queue": _use_queue,
}
