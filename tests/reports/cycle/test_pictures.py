"""The photos of a cycle file on their way into the portal: each once, by its path; why one is refused. Pure."""

import pytest

from reports.cycle.model import Evidence, Photo, is_placeholder
from reports.cycle.pictures import figures_of, marked_name, read_photos
from tests.conftest import jpeg
from tests.make_cycle import make_cycle, make_followup, make_plan, make_upkeep
from tests.reports.shapes import of

ONE, TWO = Photo("photos/01.jpg", None, None), Photo("photos/02.jpg", None, None)
PATH = "followup.priorities[0].plans[0].evidence.photos[0].file"


def figures(*plans, upkeep=()):
    return figures_of(make_cycle(followup=make_followup((of("waktu", *plans),), upkeep)))


def test_a_photo_of_two_plans_is_read_once_where_it_is_named_first():
    both = figures(make_plan("Satu", photos=(ONE, TWO)), make_plan("Dua", photos=(TWO, ONE)))
    assert [figure.path for figure in both] == [PATH, PATH.replace("photos[0]", "photos[1]")]
    assert {figure.subject for figure in both} == {"Satu"}


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ({"activity": "Merawat kursi", "plan": "Rencana"}, "Merawat kursi"),
        ({"activity": None, "plan": "Rencana"}, "Rencana"),
        ({"activity": None, "plan": None}, "pemeliharaan unsur biaya"),
        ({"activity": "x" * 201}, "x" * 200),
        ({"activity": "x" * 200}, "x" * 200),
    ],
)
def test_what_a_photo_of_upkeep_proves_is_told_by_what_is_known_of_it(changes, subject):
    (figure,) = figures(upkeep=(make_upkeep(photos=(ONE,), **changes),))
    assert (figure.path, figure.subject) == ("followup.upkeep[0].evidence.photos[0].file", subject)


def test_without_photos_there_is_nothing_to_read():
    assert figures(make_plan(evidence=Evidence(None, ()))) == []


def test_a_photo_that_is_not_there_is_told_by_its_path_and_what_would_help():
    ready, faults = read_photos(figures(make_plan(photos=(ONE,))), {}.get, placeholders=False)
    assert ready == {}
    assert [str(fault) for fault in faults] == [
        f'{PATH}: berkas "photos/01.jpg" tidak ada; seharusnya ada di dalam zip, '
        "kecuali dimuat dengan --placeholder-photos"
    ]


def test_one_that_cannot_be_read_does_not_hide_the_others():
    files = {ONE.file: b"bukan gambar", TWO.file: jpeg()}
    ready, faults = read_photos(figures(make_plan(photos=(ONE, TWO))), files.get, placeholders=True)
    assert list(ready) == [TWO.file]
    assert ready[TWO.file].name == TWO.file
    assert [fault.path for fault in faults] == [PATH]
    assert faults[0].message.startswith('"photos/01.jpg" ditolak: ')


def test_one_that_is_drawn_in_its_place_says_by_its_name_that_it_was():
    ready, faults = read_photos(figures(make_plan(photos=(ONE,))), {}.get, placeholders=True)
    assert faults == []
    assert ready[ONE.file].name == "photos/CONTOH-01.jpg"
    assert is_placeholder(ready[ONE.file].name)


@pytest.mark.parametrize(
    ("file", "taken", "name"),
    [
        ("01.jpg", (), "CONTOH-01.jpg"),
        ("photos/01.jpg", (), "photos/CONTOH-01.jpg"),
        ("photos/CONTOH-01.jpg", (), "photos/CONTOH-01.jpg"),
        ("photos/CONTOH-01.jpg", ("photos/contoh-01.jpg",), "photos/CONTOH-01.jpg"),
        ("photos/01.jpg", ("photos/contoh-01.jpg",), "photos/CONTOH-CONTOH-01.jpg"),
        ("01.jpg", ("contoh-01.jpg", "contoh-contoh-01.jpg"), "CONTOH-CONTOH-CONTOH-01.jpg"),
        ("CONTOH-x/01.jpg", (), "CONTOH-x/CONTOH-01.jpg"),
    ],
)
def test_no_drawn_photo_takes_the_name_of_another(file, taken, name):
    assert marked_name(file, taken) == name
