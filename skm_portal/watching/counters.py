"""What a web process counts of its requests, and what Prometheus is given of all of them.

Under gunicorn each process counts in files of a folder that all share (PROMETHEUS_MULTIPROC_DIR), see gunicorn.conf.py.
"""

import os
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, multiprocess

METHODS = ("GET", "HEAD", "POST", "OPTIONS")
BUCKETS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 6, 15, 30)
_own = CollectorRegistry()
_requests = Counter(
    "skm_requests", "Requests answered, by name of the route.", ["route", "method", "status"], registry=_own
)
_seconds = Histogram(
    "skm_request_seconds", "Seconds until an answer was there.", ["route"], buckets=BUCKETS, registry=_own
)


def count(route: str, method: str, status: int, seconds: float) -> None:
    """One request more; whatever method a stranger makes up is one and the same."""
    _counter(route, method if method in METHODS else "other", status).inc()
    _timer(route).observe(seconds)


@cache
def _counter(route: str, method: str, status: int) -> Counter:
    return _requests.labels(route, method, status)


@cache
def _timer(route: str) -> Histogram:
    return _seconds.labels(route)


def figures_of_requests() -> bytes:
    """Those of all processes where they share a folder, else of this one."""
    registry = _own
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)
