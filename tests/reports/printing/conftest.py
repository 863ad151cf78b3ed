"""Each shape of report is rendered once for all tests, and once for all workers of a parallel run."""

import fcntl
from types import SimpleNamespace

import pytest

from reports.document.build import build
from reports.document.model import digest_of
from reports.printing.pdf import render_pdf
from tests.reports.printing.cases import CASES
from tests.reports.printing.reading import Printed


@pytest.fixture(scope="session")
def shelf(tmp_path_factory, worker_id):
    """The folder that the workers of a run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def report(shelf):
    """``report(name)``: a case's document, its file and the file read back."""
    known = {}

    def of(name):
        if name not in known:
            known[name] = _rendered(name, shelf)
        if known[name] is None:
            pytest.skip("the reference case does not lie beside this checkout")
        return known[name]

    return of


def _rendered(name, shelf):
    source = CASES[name]()
    if source is None:
        return None
    document = build(source)
    data = _once(shelf / f"{name}-{digest_of(document)}.pdf", lambda: render_pdf(document))
    return SimpleNamespace(name=name, source=source, document=document, data=data, printed=Printed(data))


def _once(path, make):
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            path.write_bytes(make())
    return path.read_bytes()
