"""Which test runs which lines of some modules: a plugin of pytest for ``bin/mutants``.

REACHED_OF names the modules, REACHED_IN the file where the answer is put as JSON. With ONLY set to a file, no test is
run but those whose ids stand there, a line each.
"""

import json
import os
import sys
import threading
from collections import defaultdict
from pathlib import Path
from time import monotonic

import pytest


class Reached:
    """Lines that one test ran, by module."""

    def __init__(self, modules):
        self.modules = {str(Path(path).resolve()): path for path in modules}
        self.lines = defaultdict(set)

    def entered(self, frame, _event, _argument):
        return self.ran if frame.f_code.co_filename in self.modules else None

    def ran(self, frame, _event, _argument):
        self.lines[self.modules[frame.f_code.co_filename]].add(frame.f_lineno)
        return self.ran

    def __enter__(self):
        threading.settrace(self.entered)
        sys.settrace(self.entered)
        return self

    def __exit__(self, *_):
        sys.settrace(None)
        threading.settrace(None)


FOUND = {}


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item):
    if "REACHED_OF" not in os.environ:
        yield
        return
    start = monotonic()
    with Reached(os.environ["REACHED_OF"].split(os.pathsep)) as reached:
        yield
    lines = {path: sorted(lines) for path, lines in reached.lines.items()}
    FOUND[item.nodeid] = {"seconds": monotonic() - start, "lines": lines}


def pytest_collection_modifyitems(config, items):
    if "ONLY" in os.environ:
        wanted = set(Path(os.environ["ONLY"]).read_text(encoding="utf-8").splitlines())
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in wanted])
        items[:] = [item for item in items if item.nodeid in wanted]


def pytest_sessionfinish():
    if "REACHED_IN" in os.environ:
        Path(os.environ["REACHED_IN"]).write_text(json.dumps(FOUND), encoding="utf-8")
