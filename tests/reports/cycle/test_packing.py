"""Cycle files as programs and systems pack them, and those of version 1, which load for ever."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.core.management import call_command

from followups.models import ActionPlan, EvidencePhoto
from surveys.models import Survey
from tests.mass import sampled
from tests.reports.cycle.files import full_zip, text_of

DATA = Path(__file__).parents[2] / "data" / "skm-cycle-1"
CORPUS = {
    "baru.cycle.json": "9902 2025-S2",
    "contoh.cycle.json": "3521 2025-S1",
    "dalam-folder.zip": "7371-RS 2025-S1",
    "dengan-bom.zip": "7371-RS 2025-S1",
    "lengkap.cycle.json": "9901 2025-S1",
    "ngawi.cycle.json": "3521 2025-S1",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def packed(tmp_path):
    """A zip of the full cycle with each name changed, and what is laid beside it."""

    def pack(rename=lambda name: name, beside=(), prefix=b""):
        whole = full_zip(tmp_path / "utuh.zip")
        target = tmp_path / "siklus.zip"
        with ZipFile(whole) as source, ZipFile(target, "w") as archive:
            for name in source.namelist():
                content = source.read(name)
                archive.writestr(rename(name), prefix + content if name == "cycle.json" else content)
            for name in beside:
                archive.writestr(name, b"bukan bagian siklus")
        return target

    return pack


def loaded(path):
    call_command("load_cycle", str(path))
    return {photo.name for photo in EvidencePhoto.objects.all()}


def refused(path, capsys):
    with pytest.raises(SystemExit):
        call_command("load_cycle", str(path))
    assert not Survey.objects.exists()
    return capsys.readouterr().err


WHOLE = {
    "one folder around it": {"rename": "siklus 2025/{}".format},
    "a folder with dots and accents": {"rename": "Siklus v1.2 – é/{}".format},
    "capitals": {"rename": str.upper},
    "a folder and capitals": {"rename": lambda name: f"Siklus/{name.title()}"},
    "backslashes": {"rename": lambda name: name.replace("/", "\\")},
    "a folder and backslashes": {"rename": lambda name: f"siklus\\{name}".replace("/", "\\")},
    "a mark at the beginning of the JSON": {"prefix": b"\xef\xbb\xbf"},
    "the other files of macOS": {"beside": ["__MACOSX/._cycle.json", "__MACOSX/photos/._01.jpg", ".DS_Store"]},
    "files of macOS around a folder": {
        "rename": "siklus/{}".format,
        "beside": ["__MACOSX/siklus/._cycle.json", "siklus/.DS_Store", ".DS_Store"],
    },
    "the other files of Windows": {"beside": ["Thumbs.db", "photos/Thumbs.db", "desktop.ini"]},
    "the other files of Windows twice": {"beside": ["Thumbs.db", "photos/desktop.ini"], "rename": "a/{}".format},
    "empty folders": {"beside": ["photos/", "kosong/"]},
    "a note beside the folder": {"rename": "siklus/{}".format, "beside": ["baca-dahulu.txt"]},
    "another file of that name further down": {"beside": ["lama/cycle.json"]},
}


@pytest.mark.parametrize("how", sampled(WHOLE, every=3))
def test_a_zip_is_read_however_it_was_packed(packed, how):
    assert loaded(packed(**WHOLE[how])) == _photos()


def _photos():
    found = set()

    def walk(value):
        if isinstance(value, dict):
            found.update([value["file"]] if "file" in value else [])
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(json.loads(text_of("full")))
    return found


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"rename": "a/b/{}".format}, "atau di dalam satu folder"),
        ({"rename": "a/{}".format, "beside": ["b/cycle.json"]}, "ada di beberapa folder"),
        ({"rename": lambda name: name.replace("cycle.json", "siklus.json")}, "cycle.json tidak ada"),
        ({"rename": "a/{}".format, "beside": ["A/CYCLE.JSON"]}, "nama entri sama"),
        ({"beside": ["photos\\01.jpg"]}, "nama entri sama"),
        ({"beside": ["..\\luar.jpg"]}, "jalur entri tidak aman"),
        ({"beside": ["photos\\..\\..\\luar.jpg"]}, "jalur entri tidak aman"),
        ({"beside": ["\\\\server\\luar.jpg"]}, "jalur entri tidak aman"),
        ({"beside": ["__MACOSX/../luar.jpg"]}, "jalur entri tidak aman"),
        ({"prefix": b"\xff\xfe"}, "bukan teks UTF-8"),
    ],
)
def test_what_may_mean_two_things_or_lead_elsewhere_is_refused(packed, capsys, changes, reason):
    assert reason in refused(packed(**changes), capsys)


def test_a_bare_file_may_begin_with_a_mark(tmp_path):
    bare = tmp_path / "siklus.json"
    bare.write_bytes(b"\xef\xbb\xbf" + text_of("young").encode())
    call_command("load_cycle", str(bare))
    assert Survey.objects.exists()


@pytest.mark.parametrize("name", sampled(CORPUS, every=3))
def test_a_file_of_version_1_loads_for_ever(name, capsys):
    call_command("load_cycle", str(DATA / name), "--placeholder-photos")
    assert capsys.readouterr().out == f"{CORPUS[name]}\n"
    priorities = json.loads(_json_of(name).decode("utf-8-sig"))["followup"]["priorities"]
    assert ActionPlan.objects.count() == sum(len(priority["plans"]) for priority in priorities)


def _json_of(name):
    if not name.endswith(".zip"):
        return (DATA / name).read_bytes()
    with ZipFile(DATA / name) as archive:
        return archive.read(next(entry for entry in archive.namelist() if entry.endswith("cycle.json")))


def test_the_corpus_is_all_of_version_1():
    assert {path.name for path in DATA.iterdir()} == set(CORPUS)
    for path in DATA.glob("*.json"):
        assert json.loads(path.read_text())["format"] == "skm-cycle/1"
