"""The log of publications travels in the second version of the cycle file, with the photos that prove it."""

import json
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage

from followups.models import FollowUp, Medium, Publication, Published
from followups.papers.kept import Content
from followups.publications.noting import MOST, Announced, note
from offices.zones import today_of
from reports.cycle.archive import open_package
from reports.cycle.dump import cycle_json, dump_cycle
from reports.cycle.faults import CycleFaults
from reports.cycle.load import load_cycle
from reports.cycle.model import PublicationData
from reports.cycle.parse import parse_cycle
from reports.cycle.read import known_instruments, read_cycle, read_pictures
from surveys.models import Survey
from tests.reports.cycle.files import INSTRUMENTS, PHOTOS, changed, jpeg, pdf

KEY = "followup.publications"
BOARD = {"what": "results", "medium": "printed", "place": "Papan", "published_on": "2025-07-15"}
SITE = {
    "what": "follow_up",
    "medium": "website",
    "place": "Laman",
    "address": "https://kpu.go.id/skm",
    "published_on": "2025-07-01",
    "proof": "bukti/laman.jpg",
}


def second(*rows):
    data = json.loads(changed(KEY, list(rows)))
    return json.dumps(data | {"format": "skm-cycle/2"})


def parsed(*rows):
    return parse_cycle(second(*rows), INSTRUMENTS)


def faults_of(*rows):
    with pytest.raises(CycleFaults) as refused:
        parsed(*rows)
    return {fault.path: fault.message for fault in refused.value.faults}


def test_version_1_has_no_key_for_it_and_version_2_may_leave_it_out():
    with pytest.raises(CycleFaults) as refused:
        parse_cycle(changed(KEY, [BOARD]), INSTRUMENTS)
    assert {fault.path for fault in refused.value.faults} == {KEY}
    without = json.dumps(json.loads(changed("format", "skm-cycle/2")))
    assert parse_cycle(without, INSTRUMENTS).followup.publications == ()


def test_a_log_asks_for_version_2_and_comes_back_in_the_order_of_its_days():
    cycle = parsed(BOARD, SITE)
    assert [one.place for one in cycle.followup.publications] == ["Laman", "Papan"]
    assert cycle.followup.publications[1].address == "" and cycle.followup.publications[1].proof is None
    written = json.loads(cycle_json(cycle, INSTRUMENTS))
    assert written["format"] == "skm-cycle/2"
    assert written["followup"]["publications"][0] == SITE
    assert parse_cycle(json.dumps(written), INSTRUMENTS) == cycle


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"what": "survey"}, "what"),
        ({"medium": "radio"}, "medium"),
        ({"place": " "}, "place"),
        ({"place": "x" * 201}, "place"),
        ({"address": "kpu.go.id"}, "address"),
        ({"address": "javascript:alert(1)"}, "address"),
        ({"published_on": "1999-12-31"}, "published_on"),
        ({"published_on": None}, "published_on"),
        ({"proof": "../rahasia.jpg"}, "proof"),
        ({"proof": "photos/01.JPG"}, "proof"),
        ({"seen": 12}, "seen"),
    ],
)
def test_what_cannot_be_is_named_by_its_path(change, path):
    assert set(faults_of(BOARD | change)) == {f"{KEY}[0].{path}"}


def test_the_same_stands_once_and_no_log_is_longer_than_the_portal_keeps_it():
    assert set(faults_of(BOARD, BOARD | {"place": " papan"})) == {f"{KEY}[1]"}
    rows = [BOARD | {"place": f"Papan {number}"} for number in range(MOST + 1)]
    assert faults_of(*rows) == {KEY: f"{MOST + 1} publikasi; paling banyak {MOST}"}


# --- in the portal


@pytest.fixture
def files():
    return {f"photos/{name}.jpg": jpeg(colour) for name, colour in PHOTOS.items()} | {SITE["proof"]: jpeg("purple")}


@pytest.fixture
def loaded(db, own_media, files):
    return load_cycle(parsed(BOARD, SITE), files.get)


def rows():
    return list(Publication.objects.order_by("published_on", "pk"))


def test_it_is_loaded_with_its_proof_measured_and_noted_today(loaded):
    site, board = rows()
    assert (site.what, site.medium, site.place, site.address) == ("follow_up", "website", "Laman", SITE["address"])
    assert (site.width, site.height, site.size) == (80, 60, len(jpeg("purple")))
    assert site.noted_on == board.noted_on == today_of(loaded.office) and site.noted_by is None
    assert not board.proof and board.sha256 == ""
    with default_storage.open(site.proof.name) as file:
        assert file.read() == jpeg("purple")


def test_dumped_and_loaded_elsewhere_it_is_the_same_with_the_same_bytes(loaded, tmp_path):
    first, again = tmp_path / "first.zip", tmp_path / "second.zip"
    dump_cycle(loaded, first)
    cycle = read_cycle(loaded)
    (proof,) = [one.proof for one in cycle.followup.publications if one.proof]
    with ZipFile(first) as archive:
        assert archive.read(proof) == jpeg("purple")
    Publication.objects.all().delete()
    with open_package(first) as package:
        there = load_cycle(parse_cycle(package.text, known_instruments()), package.file, replace=True)
    assert read_cycle(there) == cycle
    dump_cycle(there, again)
    assert first.read_bytes() == again.read_bytes()


def test_a_log_that_is_there_stays_and_gets_what_it_lacks(loaded, people, files):
    followup = FollowUp.objects.get(survey=loaded)
    paper = Content(pdf(2), 2)
    poster = Announced(Published.REPORT, Medium.BILLBOARD, "Baliho", "", rows()[0].published_on)
    note(people.admin, followup, poster, paper)
    third = BOARD | {"place": "Loket"}
    load_cycle(parsed(BOARD, SITE, third), files.get, replace=True)
    assert sorted(row.place for row in rows()) == ["Baliho", "Laman", "Loket", "Papan"]
    load_cycle(parsed(), files.get, replace=True)
    assert len(rows()) == 4


def test_a_proof_that_is_a_pdf_is_a_row_without_a_picture(loaded, people):
    followup = FollowUp.objects.get(survey=loaded)
    said = Announced(Published.REPORT, Medium.WEBSITE, "Laman", "", rows()[0].published_on)
    note(people.admin, followup, said, Content(pdf(2), 2))
    published = read_cycle(loaded).followup.publications
    assert PublicationData("report", "website", "Laman", "", said.published_on, None) in published
    assert not any(picture.path.endswith(".pdf") for picture in read_pictures(loaded).values())


@pytest.mark.django_db
def test_a_proof_that_is_absent_or_no_picture_is_named_and_nothing_is_loaded(own_media, files):
    for content, words in ((None, "tidak ada"), (b"%PDF-1.7", "ditolak")):
        with pytest.raises(CycleFaults) as refused:
            load_cycle(parsed(SITE), (files | {SITE["proof"]: content}).get)
        (fault,) = refused.value.faults
        assert fault.path == f"{KEY}[0].proof" and words in fault.message
    assert not Survey.objects.exists()


@pytest.mark.django_db
def test_no_picture_is_drawn_for_a_proof_that_is_absent(own_media, files):
    del files[SITE["proof"]]
    load_cycle(parsed(SITE), files.get, placeholders=True)
    assert not Publication.objects.get().proof


@pytest.mark.django_db
def test_what_is_yet_to_come_was_not_published(own_media, files, ngawi):
    tomorrow = today_of(ngawi) + timedelta(days=1)
    late = BOARD | {"published_on": tomorrow.isoformat()}
    with pytest.raises(CycleFaults) as refused:
        load_cycle(parsed(SITE, late), files.get)
    (fault,) = [fault for fault in refused.value.faults if fault.path.startswith(KEY)]
    assert fault.path == f"{KEY}[1].published_on" and "belum tiba" in fault.message


def test_a_log_that_would_be_too_long_is_refused(loaded, files):
    more = [BOARD | {"place": f"Papan {number}"} for number in range(MOST - 1)]
    with pytest.raises(CycleFaults) as refused:
        load_cycle(parsed(*more), files.get, replace=True)
    assert [fault.path for fault in refused.value.faults] == [KEY]
    assert len(rows()) == 2


def test_a_row_of_before_whose_proof_is_not_measured_has_no_figure(loaded):
    Publication.objects.update(width=0, height=0)
    assert [one.proof for one in read_cycle(loaded).followup.publications] == [None, None]
    assert not any("publications/" in picture.path for picture in read_pictures(loaded).values())
