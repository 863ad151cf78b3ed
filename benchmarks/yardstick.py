"""The reports that are measured, as cycle files in a folder: the shipped example with photos as heavy as real ones.

Run with ``python -m benchmarks.yardstick FOLDER CASE …``, in a process of its own: whoever measures stays small.
"""

import copy
import io
import json
import sys
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from PIL import Image, ImageChops, ImageFilter

EXAMPLE = Path(__file__).parents[1] / "tests" / "data" / "ngawi-2025-s1.cycle.json"
SIZE = (1600, 1200)
ROWS, PHOTOS = 200, 400
LARGE = (60, 200)  # plans and photos of the largest office that is promised to fit
PERIOD = "2025-S1"
# Name, office (each its own, so that none has an earlier period) and what it has more of.
CASES = {
    "yardstick": ("3521", 0, 0),
    "rows": ("3522", ROWS, 0),
    "photos": ("3523", 0, PHOTOS),
    "large": ("3524", *LARGE),
}

Json = dict[str, Any]


def photos(count: int) -> list[bytes]:
    """Pictures that compress like photos, about 0.3 MB each, no two alike."""
    channels = [Image.effect_noise(SIZE, 22 + 4 * n).filter(ImageFilter.GaussianBlur(1)) for n in range(3)]
    picture = Image.merge("RGB", channels)
    return [_encoded(ImageChops.offset(picture, 37 * n, 53 * n)) for n in range(count)]


def _encoded(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def cycle(code: str, rows: int, pictures: int) -> Json:
    """The example as another office's, its plans repeated up to ``rows``, its photos up to ``pictures``."""
    data: Json = json.loads(EXAMPLE.read_text("utf-8"))
    data["office"]["code"] = code
    if rows:
        _repeat_plans(data, rows)
    if pictures:
        _add_photos(data, pictures)
    return data


def _plans(data: Json) -> list[Json]:
    return [plan for priority in data["followup"]["priorities"] for plan in priority["plans"]]


def _repeat_plans(data: Json, rows: int) -> None:
    priorities = data["followup"]["priorities"]
    originals = [(priority, plan) for priority in priorities for plan in list(priority["plans"])]
    for number in range(rows - len(originals)):
        priority, plan = originals[number % len(originals)]
        again = copy.deepcopy(plan)
        again["programme"] += f" tahap {number // len(originals) + 2}"
        again["evidence"] = {"note": None, "photos": []}
        priority["plans"].append(again)


def _add_photos(data: Json, pictures: int) -> None:
    groups = [plan["evidence"]["photos"] for plan in _plans(data) if plan["realisation"]["status"] == "done"]
    first = len(_files(data)) + 1
    for number in range(first, pictures + 1):
        photo = {"file": f"photos/{number:03}.jpg", "caption": f"Kegiatan {number}", "taken_on": None}
        groups[number % len(groups)].append(photo)


def _files(data: Json) -> list[str]:
    groups = [plan["evidence"] for plan in _plans(data)] + [item["evidence"] for item in data["followup"]["upkeep"]]
    return [photo["file"] for group in groups for photo in group["photos"]]


def write(folder: Path, *names: str) -> None:
    """One zip per case that is named, with its name."""
    pictures = photos(max(max(changes[2], 25) for name, changes in CASES.items() if name in names))
    for name in names:
        data = cycle(*CASES[name])
        with ZipFile(folder / f"{name}.zip", "w", ZIP_STORED) as archive:
            archive.writestr("cycle.json", json.dumps(data, ensure_ascii=False))
            for file, picture in zip(_files(data), pictures, strict=False):
                archive.writestr(file, picture)


if __name__ == "__main__":
    write(Path(sys.argv[1]), *sys.argv[2:])
