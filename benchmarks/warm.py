"""A worker that is already warm: for each period on standard input it renders once and tells what that took.

It answers in JSON lines ``{"cpu", "wall", "queries", "layouts", "bytes", "photo_bytes"}``: seconds, counts, bytes;
where the line ends in 0 it counts the queries only.
"""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import django


def answer(code: str, period: str, render: str) -> dict[str, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from reports.cycle.read import find_survey
    from reports.document.gather import document_of
    from reports.printing.pdf import render_pdf

    survey = find_survey(code, period)
    cpu, wall = time.process_time(), time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        document = document_of(survey)
    if render == "0":
        return {"queries": len(queries)}
    with _counted_layouts() as layouts:
        pdf = render_pdf(document)
    took = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    return {
        **took,
        "queries": len(queries),
        "layouts": len(layouts),
        "bytes": len(pdf),
        "photo_bytes": _photo_bytes(code, period),
    }


@contextmanager
def _counted_layouts() -> Iterator[list[Any]]:
    from weasyprint import HTML

    made: list[Any] = []
    render = HTML.render

    def counted(page: Any, *arguments: Any, **options: Any) -> Any:
        made.append(page)
        return render(page, *arguments, **options)

    HTML.render = counted
    yield made
    HTML.render = render


def _photo_bytes(code: str, period: str) -> int:
    from reports.cycle.read import find_survey, read_pictures

    pictures = {picture.path: picture.size for picture in read_pictures(find_survey(code, period)).values()}
    return sum(pictures.values())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skm_portal.settings")
    django.setup()
    for line in sys.stdin:
        print(json.dumps(answer(*line.split())), flush=True)
