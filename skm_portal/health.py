"""What a load balancer or a supervisor asks: is the process there, can it work?"""

import logging
import os
from collections.abc import Callable
from pathlib import Path

from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@require_safe
@never_cache
def healthz(_request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(_request: HttpRequest) -> JsonResponse:
    """Database and storage can be used; 503 names the one that cannot. The reason is in the log only."""
    parts = {"database": _works(_use_database), "storage": _works(_use_storage)}
    return JsonResponse(
        {name: "ok" if works else "unavailable" for name, works in parts.items()},
        status=200 if all(parts.values()) else 503,
    )


def _works(use: Callable[[], None]) -> bool:
    try:
        use()
    except Exception:  # whatever a driver raises, the answer is the same
        logger.exception("not ready: %s", use.__name__)
        return False
    return True


def _use_database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _use_storage() -> None:
    """Ask a remote storage; of a folder, see that it can be written to."""
    try:
        folder = Path(default_storage.path(""))
    except NotImplementedError:
        default_storage.exists("readyz")
        return
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(folder)
