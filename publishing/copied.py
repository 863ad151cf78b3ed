"""By what a released copy is known before it is made: the version, and which of its photos may be seen."""

from collections.abc import Collection
from hashlib import sha256

from reports.models import Report


def inputs_of(report: Report, shown: Collection[str]) -> str:
    """Another one where the copy would show something else; ``shown``: digests of photos."""
    return sha256(" ".join((report.code or "", *sorted(shown))).encode()).hexdigest()
