"""What a loaded cycle does to the portal: rows, files, one event; and when it is refused, nothing."""

import json
from datetime import UTC, date, datetime
from zipfile import ZipFile

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from followups.evidence.photos import draw_placeholder
from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse, FollowUp, Review, Upkeep
from offices.models import AuditEvent, Office, Unit
from reports.cycle.dump import dump_cycle
from reports.cycle.faults import CycleFaults
from reports.cycle.load import load_cycle
from reports.cycle.parse import parse_cycle
from reports.cycle.read import read_cycle
from reports.models import Job, Narrative, Report, SigningWay, State
from surveys.models import Lock, Survey
from tests.conftest import make_photo, make_user
from tests.mass import sampled
from tests.reports.cycle.files import INSTRUMENTS, changed, files_of, jpeg, text_of

pytestmark = pytest.mark.django_db
COUNTED = (Office, Unit, Survey, FollowUp, ActionPlan, EvidencePhoto, EvidenceUse, Narrative, AuditEvent)


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


def load(text=None, photos=None, **options):
    cycle = parse_cycle(text or text_of("full"), INSTRUMENTS)
    return load_cycle(cycle, (files_of(cycle) if photos is None else photos).get, **options)


def refusal_of(text=None, photos=None, **options):
    """The faults, after a look that nothing has changed, neither a row nor a file."""
    before = everything()
    with pytest.raises(CycleFaults) as refused:
        load(text, photos, **options)
    assert everything() == before
    return {fault.path: fault.message for fault in refused.value.faults}


def everything():
    return [list(model.objects.order_by("pk").values()) for model in COUNTED] + [files_in("photos")]


def files_in(folder):
    if not default_storage.exists(folder):
        return []
    folders, files = default_storage.listdir(folder)
    return [f"{folder}/{file}" for file in sorted(files)] + [
        name for inner in sorted(folders) for name in files_in(f"{folder}/{inner}")
    ]


# --- what is made


def test_it_makes_the_office_its_units_and_its_parent():
    survey = load()
    assert survey.office.parent.code == "99"
    assert not survey.office.parent.units.exists()
    assert [unit.key for unit in survey.office.units.all()] == ["umum", "data", "hukum"]


def test_a_new_office_offers_the_signatory_to_its_next_cycles():
    assert load().office.signatory_name == "Nama Pejabat"


def test_what_a_file_calls_done_waits_for_a_second_person():
    load()
    reviews = dict(ActionPlan.objects.values_list("status", "review"))
    assert reviews == {"done": Review.PENDING, "not_started": Review.NONE, "impossible": Review.NONE}


def test_a_file_named_by_two_plans_is_one_photo():
    load()
    photo = EvidencePhoto.objects.get(name="photos/01.jpg")
    assert photo.uses.count() == 2
    assert EvidencePhoto.objects.count() == 3


def test_it_notes_one_event_with_its_actor():
    actor = make_user("pemuat")
    survey = load(actor=actor)
    event = AuditEvent.objects.get()
    assert (event.action, event.actor_id, event.office_code) == ("cycle.load", actor.pk, "9901")
    assert event.object_id == str(survey.pk)
    assert event.after == {"rtl": 3, "foto": 3}


def test_a_group_that_says_and_shows_nothing_is_no_row():
    load()
    assert EvidenceGroup.objects.count() == 3


# --- photos


def test_a_photo_is_brought_into_shape_and_its_row_tells_the_stored_bytes():
    load()
    photo = EvidencePhoto.objects.get(name="photos/02.jpg")
    assert photo.file.read() == jpeg((40, 90, 160))
    assert (photo.width, photo.height, photo.size) == (80, 60, len(jpeg((40, 90, 160))))


def test_an_absent_photo_is_a_fault_where_it_is_first_named():
    faults = refusal_of(photos={})
    assert set(faults) == {
        "followup.priorities[0].plans[0].evidence.photos[0].file",
        "followup.priorities[0].plans[0].evidence.photos[1].file",
        "followup.upkeep[0].evidence.photos[0].file",
    }
    assert all("--placeholder-photos" in message for message in faults.values())


def test_a_fault_in_the_last_photo_leaves_nothing():
    photos = files_of(parse_cycle(text_of("full"), INSTRUMENTS)) | {"photos/CONTOH-03.jpg": b"bukan gambar"}
    faults = refusal_of(photos=photos)
    assert set(faults) == {"followup.upkeep[0].evidence.photos[0].file"}
    assert "ditolak" in faults.popitem()[1]


def test_placeholders_stand_in_only_for_absent_photos():
    load(photos={"photos/02.jpg": jpeg("navy")}, placeholders=True)
    marks = dict(EvidencePhoto.objects.values_list("name", "is_placeholder"))
    assert marks == {"photos/CONTOH-01.jpg": True, "photos/02.jpg": False, "photos/CONTOH-03.jpg": True}
    drawn = EvidencePhoto.objects.get(name="photos/CONTOH-01.jpg")
    assert drawn.file.read() == draw_placeholder("Gambar contoh untuk 01.jpg: Mengukur waktu layanan")


def test_placeholders_keep_their_mark_through_dump_and_load(tmp_path):
    first = load(photos={}, placeholders=True)
    dump_cycle(first, tmp_path / "first.zip")
    again = load(json_in(tmp_path / "first.zip"), photos_in(tmp_path / "first.zip"), replace=True)
    dump_cycle(again, tmp_path / "second.zip")
    assert EvidencePhoto.objects.filter(is_placeholder=True).count() == 3
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()


def test_a_placeholder_never_takes_the_name_of_another_photo():
    path = "followup.priorities[0].plans[0].evidence.photos[1].file"
    load(changed(path, "photos/CONTOH-01.JPG"), photos={}, placeholders=True)
    assert set(EvidencePhoto.objects.values_list("name", flat=True)) == {
        "photos/CONTOH-CONTOH-01.jpg",
        "photos/CONTOH-01.JPG",
        "photos/CONTOH-03.jpg",
    }


def test_a_row_that_the_database_refuses_leaves_nothing():
    """The narrative is written last; the database is made to refuse it."""
    if connection.vendor != "sqlite":
        pytest.skip("the refusing trigger is written for SQLite")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TRIGGER refuse BEFORE INSERT ON reports_narrative BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    before = everything()[:-1]
    with pytest.raises(CycleFaults, match="muat sekali lagi"):
        load()
    assert everything()[:-1] == before
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER refuse")
    load()


# --- the office that is there already


def test_an_existing_parent_is_never_altered():
    Office.objects.create(code="99", name="Nama Lama", short_name="Lama", place="Kota")
    load()
    assert Office.objects.get(code="99").name == "Nama Lama"


def test_an_equal_office_is_used():
    load()
    load(changed("survey.semester", 2))
    assert Survey.objects.filter(office__code="9901").count() == 2


@pytest.mark.parametrize(
    ("path", "value", "place"),
    sampled(
        [
            ("office.name", "Nama Baru", "office.name"),
            ("office.phone", None, "office.phone"),
            ("office.socials", [], "office.socials"),
            ("office.parent", None, "office.parent"),
            ("office.units[0].name", "Subbagian Lain", "office.units"),
        ],
        every=4,
    ),
)
def test_a_differing_office_is_a_fault_unless_replaced(path, value, place):
    load()
    data = json.loads(changed(path, value))
    data["survey"]["semester"] = 2
    assert "berbeda" in refusal_of(json.dumps(data))[place]
    survey = load(json.dumps(data), replace=True)
    assert read_cycle(survey) == parse_cycle(json.dumps(data), INSTRUMENTS)


def test_units_that_the_file_lacks_stay_behind_the_others():
    load()
    office = Office.objects.get(code="9901")
    Unit.objects.create(office=office, key="arsip", name="Subbagian Arsip", short_name="Arsip", position=1)
    load(replace=True)
    assert [unit.key for unit in office.units.all()] == ["umum", "data", "hukum", "arsip"]


def test_an_office_cannot_be_put_below_an_office_below_it():
    load()
    Office.objects.create(code="990101", name="x", short_name="x", parent=Office.objects.get(code="9901"))
    parent = {"code": "990101", "name": "x", "short_name": "x"}
    assert "office.parent.code" in refusal_of(changed("office.parent", parent), replace=True)


def test_replacing_leaves_paper_logo_and_offered_signatory_alone():
    load()
    Office.objects.filter(code="9901").update(zone="WIT", logo="offices/9901/logo.png", signatory_name="Lain")
    office = load(changed("office.name", "Nama Baru"), replace=True).office
    assert (office.name, office.zone, office.logo.name) == ("Nama Baru", "WIT", "offices/9901/logo.png")
    assert office.signatory_name == "Lain"


# --- the cycle that is there already


def test_an_existing_cycle_is_a_fault_unless_replaced():
    load()
    assert "--replace" in refusal_of()["survey"]
    survey = load(changed("followup.upkeep", []), replace=True)
    assert survey.pk == Survey.objects.get().pk
    assert not Upkeep.objects.exists()
    assert list(AuditEvent.objects.values_list("action", flat=True)) == ["cycle.replace", "cycle.load"]


def test_replacing_takes_photos_in_the_tray_with_it_and_keeps_jobs_and_drafts():
    survey = load()
    followup = FollowUp.objects.get(survey=survey)
    make_photo(followup, "baki.jpg")
    Report.objects.create(followup=followup, version=1)
    Job.objects.create(followup=followup, kind="draft_pdf", digest="ab" * 32)
    load(replace=True)
    assert EvidencePhoto.objects.count() == 3
    assert Report.objects.count() == Job.objects.count() == 1


def test_replacing_does_not_touch_another_cycle():
    load()
    other = load(changed("survey.semester", 2))
    before = read_cycle(other)
    load(changed("followup.priorities", []), photos={"photos/CONTOH-03.jpg": jpeg("red")}, replace=True)
    assert read_cycle(other) == before


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_it_refuses_once_prepared_or_signed(lock):
    survey = load()
    Survey.objects.update(lock=lock)
    assert "sudah disiapkan atau ditandatangani" in refusal_of(replace=True)["survey"]
    Survey.objects.update(lock=Lock.OPEN)
    assert load(replace=True) == survey


def test_it_refuses_while_a_version_was_once_signed():
    followup = FollowUp.objects.get(survey=load())
    signed_report(followup, make_user("sekretaris"))
    assert "sudah disiapkan atau ditandatangani" in refusal_of(replace=True)["survey"]


def signed_report(followup, person):
    moment = datetime(2026, 1, 5, tzinfo=UTC)
    return Report.objects.create(
        followup=followup,
        version=1,
        state=State.SIGNED,
        code="abc",
        dated=date(2026, 1, 5),
        way=SigningWay.values[0],
        document={},
        prepared_sha256="ab",
        prepared_at=moment,
        prepared_by=person,
        signed_sha256="cd",
        signed_at=moment,
        signed_by=person,
    )


def test_faults_of_portal_and_photos_come_together():
    load()
    assert set(refusal_of(changed("office.name", "Baru"), photos=photos_without("photos/02.jpg"))) == {
        "office.name",
        "survey",
        "followup.priorities[0].plans[0].evidence.photos[1].file",
    }


def photos_without(name):
    photos = files_of(parse_cycle(text_of("full"), INSTRUMENTS))
    return {file: data for file, data in photos.items() if file != name}


def json_in(path):
    with ZipFile(path) as archive:
        return archive.read("cycle.json").decode()


def photos_in(path):
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name != "cycle.json"}


@pytest.mark.parametrize("field", ["name", "short_name"])
@pytest.mark.parametrize("spelt", [str.upper, "  {} ".format, "{}\u200b".format])
def test_two_units_of_one_name_are_refused_and_both_are_named(field, spelt):
    first = json.loads(text_of("full"))["office"]["units"][0][field]
    faults = refusal_of(changed(f"office.units[1].{field}", spelt(first)))
    assert list(faults) == [f"office.units[1].{field}"]
    assert f'sama dengan "{first}" pada office.units[0]' in faults[f"office.units[1].{field}"]


def test_a_unit_of_the_file_is_not_called_like_an_open_one_that_it_lacks():
    survey = load()
    other = Unit.objects.create(office=survey.office, key="lain", name="Subbagian Lain", short_name="Lain", position=9)
    text = changed("office.units[0].name", "SUBBAGIAN  LAIN")
    faults = refusal_of(text, replace=True)
    assert 'sama dengan "Subbagian Lain" pada portal' in faults["office.units[0].name"]
    other.closed_on = date(2025, 1, 1)
    other.save()
    load(text, replace=True)
