"""Cycle files for tests: two from tests/data, ways to change them, and zips made of them."""

import copy
import io
import json
import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pikepdf
from PIL import Image

from followups.evidence.photos import normalise
from reports.cycle.parse_scores import InstrumentKeys
from tests.strategies import FORMS

DATA = Path(__file__).parents[2] / "data"
REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "ngawi-2025-s1.cycle.json"
ELEMENTS = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk"),
    *("kompetensi", "perilaku", "sarana", "pengaduan"),
)
INSTRUMENTS = {"permenpanrb-14-2017": InstrumentKeys(ELEMENTS, ("A", "B", "C", "D"), FORMS)}
GONE = object()


def text_of(name):
    return (DATA / f"{name}.cycle.json").read_text()


def changed(path, value, name="full"):
    """The file with another value at a path; GONE takes the key away."""
    data = json.loads(text_of(name))
    *steps, last = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)]
    place = data
    for step in steps:
        place = place[step]
    if value is GONE:
        del place[last]
    else:
        place[last] = copy.deepcopy(value)
    return json.dumps(data)


@cache
def jpeg(colour):
    """A small photo exactly as the portal stores photos."""
    buffer = io.BytesIO()
    Image.new("RGB", (80, 60), colour).save(buffer, "JPEG")
    return normalise(buffer.getvalue()).jpeg


@cache
def pdf(pages=1):
    """A PDF of so many empty pages, the same bytes each time."""
    buffer = io.BytesIO()
    with pikepdf.new() as made:
        for _page in range(pages):
            made.add_blank_page()
        made.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def files_of(cycle):
    """Bytes for each photo and each report that a cycle names, no two alike."""
    groups = [plan.evidence for plan in cycle.followup.plans] + [item.evidence for item in cycle.followup.upkeep]
    names = sorted({photo.file for group in groups for photo in group.photos})
    reports = [one.report for one in cycle.earlier if one.report]
    return {name: jpeg((40 * number, 90, 160)) for number, name in enumerate(names)} | {
        name: pdf(pages) for pages, name in enumerate(reports, start=1)
    }


def write_zip(path, entries):
    with ZipFile(path, "w") as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def full_zip(path, **others):
    """The complete file with its three photos as a zip; ``others`` replace or take away entries."""
    entries = {"cycle.json": text_of("full")}
    entries |= {f"photos/{name}.jpg": jpeg(colour) for name, colour in PHOTOS.items()}
    entries |= {name.replace("__", "/"): data for name, data in others.items()}
    return write_zip(path, [(name, data) for name, data in entries.items() if data is not GONE])


PHOTOS = {"01": "teal", "02": "navy", "CONTOH-03": "gray"}
