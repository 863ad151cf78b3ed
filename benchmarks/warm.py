"""A worker that is already warm: for each period on standard input it renders once and tells what that took.

It answers in JSON lines ``{"cpu", "wall", "queries", "bytes", "photo_bytes"}``: seconds, count, bytes.
"""

import json
import os
import sys
import time

import django


def answer(code: str, period: str) -> dict[str, float]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from reports.cycle.read import find_survey
    from reports.document.gather import document_of
    from reports.printing.pdf import render_pdf

    survey = find_survey(code, period)
    cpu, wall = time.process_time(), time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        document = document_of(survey)
    pdf = render_pdf(document)
    took = {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}
    return {**took, "queries": len(queries), "bytes": len(pdf), "photo_bytes": _photo_bytes(code, period)}


def _photo_bytes(code: str, period: str) -> int:
    from reports.cycle.read import find_survey, read_pictures

    pictures = {picture.path: picture.size for picture in read_pictures(find_survey(code, period)).values()}
    return sum(pictures.values())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skm_portal.settings")
    django.setup()
    for line in sys.stdin:
        print(json.dumps(answer(*line.split())), flush=True)
