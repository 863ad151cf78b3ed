"""How the portal stands at this moment, from its rows and disks, as figures for Prometheus."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from django.db import Error
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from offices.notices.mail import waiting_letters
from reports.work.beats import longest_wait
from reports.work.counts import ended_jobs, slowest_jobs, unfinished_jobs, workers_seen
from skm_portal.watching.places import free_bytes, places_written_to

LATELY = timedelta(hours=1)
Values = Mapping[tuple[str, ...], float]
Figures = Iterator[GaugeMetricFamily]


class Standing(Collector):
    """Asked each time anew: of several processes each would tell the same."""

    def collect(self) -> Figures:
        free = GaugeMetricFamily("skm_disk_free_bytes", "Free where the portal writes.", labels=["place"])
        for name, place in places_written_to().items():
            free.add_metric([name], free_bytes(place))
        yield free
        try:
            yield from list(_of_rows())
        except Error:
            yield GaugeMetricFamily("skm_database_up", "Whether the database answered.", 0)


def figures_of_standing() -> bytes:
    """Jobs, letters, workers and disks; while the database is away the disks alone."""
    registry = CollectorRegistry()
    registry.register(Standing())
    return generate_latest(registry)


def _of_rows() -> Figures:
    yield GaugeMetricFamily("skm_database_up", "Whether the database answered.", 1)
    yield _labelled("skm_jobs", "Jobs that wait or are being done.", ("kind", "state"), unfinished_jobs())
    yield GaugeMetricFamily(
        "skm_job_longest_wait_seconds", "Age of the oldest waiting job.", longest_wait().total_seconds()
    )
    yield _labelled("skm_jobs_ended_last_hour", "Jobs done or failed.", ("kind", "state"), ended_jobs(LATELY))
    slowest: Values = {(kind,): seconds for kind, seconds in slowest_jobs(LATELY).items()}
    yield _labelled("skm_job_slowest_last_hour_seconds", "From asking to the file.", ("kind",), slowest)
    yield GaugeMetricFamily("skm_workers", "Workers seen within a minute.", workers_seen())
    letters, longest = waiting_letters()
    yield GaugeMetricFamily("skm_letters", "Letters that no mail server has taken yet.", letters)
    yield GaugeMetricFamily("skm_letter_longest_wait_seconds", "Age of the oldest of them.", longest.total_seconds())


def _labelled(name: str, told: str, labels: tuple[str, ...], values: Values) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, told, labels=labels)
    for of, value in values.items():
        family.add_metric(of, value)
    return family
