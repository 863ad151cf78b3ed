"""``sweep_files``: files that nothing refers to go when they are old, all others stay."""

import os
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone
from time_machine import travel

from followups.evidence import arranging as evidence
from followups.evidence.places import Place
from followups.evidence.uploads import store_uploads
from followups.models import EvidencePhoto, FollowUp
from followups.papers.kept import Content
from followups.publications.noting import Announced, note, take_out
from reports.models import Job, JobKind, Report
from tests.conftest import jpeg

OLD = 40 * 86_400


@pytest.fixture(autouse=True)
def own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def place(survey):
    return Place(FollowUp.objects.get(survey=survey))


def uploaded(people, place, colour, age=OLD):
    stored, _refused = store_uploads("3521", [SimpleUploadedFile(f"{colour}.jpg", jpeg(colour))])
    evidence.add_photos(people.admin, place, stored)
    for name in (stored[0].file, stored[0].thumbnail):
        then = timezone.now().timestamp() - age
        os.utime(default_storage.path(name), (then, then))
    return EvidencePhoto.objects.get(sha256=stored[0].sha256)


def delete(people, photo, ago=timedelta(days=2)):
    """Delete it as somebody did who can undo it no more."""
    with travel(timezone.now() - ago):
        evidence.delete_photo(people.admin, photo)


def sweep(*arguments):
    said = StringIO()
    call_command("sweep_files", *arguments, stdout=said)
    return said.getvalue().splitlines()


def is_there(photo):
    return [default_storage.exists(name) for name in (photo.file.name, photo.thumbnail.name)]


def test_it_shows_what_is_unused_and_deletes_only_when_told(people, place):
    kept, gone = uploaded(people, place, "red"), uploaded(people, place, "blue")
    delete(people, gone)
    names = sorted([gone.file.name, gone.thumbnail.name])
    assert sorted(sweep()[:-1]) == names
    assert is_there(gone) == [True, True]
    assert sorted(sweep("--delete")[:-1]) == names
    assert (is_there(gone), is_there(kept)) == ([False, False], [True, True])
    assert sweep("--delete") == ["0 berkas, 0,0 MB dihapus."]


def test_what_is_young_is_left(people, place):
    photo = uploaded(people, place, "blue", age=29 * 86_400)
    delete(people, photo)
    assert sweep("--delete") == ["0 berkas, 0,0 MB dihapus."]
    assert len(sweep("--days", "28")) == 3
    with pytest.raises(CommandError, match="Paling sedikit 1 hari"):
        sweep("--days", "0")


def test_what_was_deleted_less_than_a_day_ago_is_left_as_it_may_be_wanted_again(people, place):
    photo = uploaded(people, place, "blue")
    delete(people, photo, ago=timedelta(hours=23))
    assert sweep("--delete") == ["0 berkas, 0,0 MB dihapus."]
    assert is_there(photo) == [True, True]
    with travel(timezone.now() + timedelta(hours=2)):
        sweep("--delete")
    assert is_there(photo) == [False, False]


def test_what_a_photo_was_before_it_was_turned_is_left_for_a_day_too(people, place):
    photo = uploaded(people, place, "blue")
    evidence.turn_photo(people.admin, photo, clockwise=True)
    assert sweep("--delete") == ["0 berkas, 0,0 MB dihapus."]
    with travel(timezone.now() + timedelta(hours=25)):
        sweep("--delete")
    assert is_there(photo) == [False, False]


def test_what_a_copy_or_a_frozen_report_shows_is_left(people, place):
    copied, frozen = uploaded(people, place, "red"), uploaded(people, place, "blue")
    evidence.add_copy(people.admin, place, copied)
    for photo in (copied, frozen):
        delete(people, photo)
    document = {"groups": [{"picture": {"path": frozen.file.name, "sha256": frozen.sha256}}]}
    Report.objects.create(**report_of(place), document=document)
    assert sweep("--delete") == ["0 berkas, 0,0 MB dihapus."]
    assert is_there(copied) == is_there(frozen) == [True, True]


def report_of(place):
    return {"followup": place.followup, "version": 1}


def test_other_files_of_the_storage_are_none_of_its_business(people, place):
    name = old_file("offices/3521/logo.png")
    sweep("--delete")
    assert default_storage.exists(name)


def old_file(name):
    stored = default_storage.save(name, ContentFile(b"%PDF"))
    os.utime(default_storage.path(stored), (0, 0))
    return stored


def test_what_a_killed_process_left_of_a_report_goes_and_what_a_version_or_a_job_names_stays(place):
    kept = [old_file(f"reports/3521/2025-S1/v1/{name}.pdf") for name in ("siap", "ttd", "pindaian")]
    prepared, signed, scan = kept
    Report.objects.create(**report_of(place), prepared_file=prepared, signed_file=signed, scan=scan)
    kept.append(old_file("jobs/ab/draf.pdf"))
    Job.objects.create(followup=place.followup, kind=JobKind.DRAFT_PDF, digest="ab", file=kept[-1])
    left = [old_file("jobs/ab/lama.pdf"), old_file("reports/3521/2025-S1/v1/siap-lama.pdf")]
    assert sorted(sweep("--delete")[:-1]) == left
    assert [default_storage.exists(name) for name in (*kept, *left)] == [True] * 4 + [False] * 2


def test_a_proof_that_a_frozen_report_prints_is_left_when_its_publication_is_taken_out(people, place):
    board = Announced("results", "printed", "Papan", "", date(2025, 7, 15))
    site = Announced("results", "website", "Laman", "", date(2025, 7, 15))
    rows = [
        note(people.admin, place.followup, said, Content(jpeg(colour), 0, 240, 180))
        for said, colour in ((board, "red"), (site, "blue"))
    ]
    for row in rows:
        os.utime(default_storage.path(row.proof.name), (then := timezone.now().timestamp() - OLD, then))
        take_out(people.admin, row)
    printed, other = rows
    document = {"groups": [{"picture": {"path": printed.proof.name, "sha256": printed.sha256}}]}
    Report.objects.create(**report_of(place), document=document)
    sweep("--delete")
    assert [default_storage.exists(row.proof.name) for row in (printed, other)] == [True, False]
