"""What a dump writes: deterministic bytes, whole or not at all, and no silent damage."""

import json
from zipfile import ZIP_STORED, ZipFile

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from followups.models import EvidencePhoto
from reports.cycle.dump import dump_cycle
from reports.cycle.faults import CycleFaults
from reports.cycle.load import load_cycle
from reports.cycle.parse import parse_cycle
from tests.reports.cycle.files import INSTRUMENTS, files_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    cycle = parse_cycle(text_of("full"), INSTRUMENTS)
    return load_cycle(cycle, files_of(cycle).get)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "out" / "cycle.zip"


@pytest.fixture(autouse=True)
def folder(path):
    path.parent.mkdir()


def test_the_same_cycle_gives_the_same_bytes(survey, path):
    dump_cycle(survey, path)
    first = path.read_bytes()
    dump_cycle(survey, path)
    assert path.read_bytes() == first


def test_entries_are_stored_as_they_are_without_a_time(survey, path):
    dump_cycle(survey, path)
    with ZipFile(path) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == [
        "cycle.json",
        "photos/01.jpg",
        "photos/02.jpg",
        "photos/CONTOH-03.jpg",
    ]
    assert {(entry.compress_type, entry.date_time[0]) for entry in entries} == {(ZIP_STORED, 1980)}


def test_keys_stand_in_the_order_of_the_format(survey, path):
    dump_cycle(survey, path)
    with ZipFile(path) as archive:
        dumped = json.loads(archive.read("cycle.json"))
    assert list(dumped) == ["format", "office", "signatory", "survey", "followup", "narrative"]
    assert json.dumps(dumped) == json.dumps(json.loads(text_of("full")))


def test_a_lost_photo_is_named_and_the_older_dump_stays(survey, path):
    path.write_bytes(b"yang lama")
    EvidencePhoto.objects.filter(name="photos/02.jpg").update(file="photos/9901/hilang.jpg")
    with pytest.raises(CycleFaults, match=r'02\.jpg": berkas foto hilang'):
        dump_cycle(survey, path)
    assert path.read_bytes() == b"yang lama"
    assert list(path.parent.iterdir()) == [path]


def test_a_damaged_photo_is_not_passed_on(survey, path):
    photo = EvidencePhoto.objects.get(name="photos/02.jpg")
    default_storage.delete(photo.file.name)
    default_storage.save(photo.file.name, ContentFile(b"rusak"))
    with pytest.raises(CycleFaults, match="rusak"):
        dump_cycle(survey, path)
    assert not path.exists()
