"""The verbs for evidence, by what they leave behind."""

from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from followups.evidence import arranging as evidence
from followups.evidence.gallery import read_gallery
from followups.evidence.photos import draw_placeholder, normalise, store
from followups.evidence.places import Place
from followups.evidence.uploads import photo_name, store_uploads
from followups.models import EvidenceGroup, EvidencePhoto, EvidenceUse, Upkeep
from offices.declining import Declined
from offices.models import AuditEvent
from reports.document.gather import document_of
from surveys.locking import CycleLockedError
from surveys.models import Element, Lock
from tests.conftest import jpeg, make_plan


@pytest.fixture
def upkeep(followup):
    element = Element.objects.get(instrument=followup.survey.instrument, key="biaya")
    return Place(followup, upkeep=Upkeep.objects.create(followup=followup, element=element, position=1, plan="Jaga"))


@pytest.fixture
def tray(followup):
    return Place(followup)


def stored(*colours, name="{}.jpg"):
    files = [SimpleUploadedFile(name.format(colour), jpeg(colour)) for colour in colours]
    photos, refused = store_uploads("3521", files)
    assert refused == []
    return photos


def add(people, place, *colours):
    return evidence.add_photos(people.admin, place, stored(*colours)).photos


def order(place):
    return [use.photo.name for use in EvidenceUse.objects.filter(group__plan=place.plan, group__upkeep=place.upkeep)]


def numbers(user, survey):
    shelves = read_gallery(user, survey).shelves
    return [(shelf.label, [tile.number for tile in shelf.tiles]) for shelf in shelves]


def last_event():
    return AuditEvent.objects.order_by("-id").first()


def test_photos_stand_in_the_order_in_which_they_came_at_the_end_of_their_group(people, done):
    add(people, done, "red", "blue")
    assert order(done) == ["loket.jpg", "photos/red.jpg", "photos/blue.jpg"]


def test_one_upload_is_one_event_with_every_photo_in_it(people, open_plan):
    add(people, open_plan, "red", "blue")
    assert AuditEvent.objects.count() == 1
    event = last_event()
    assert (event.action, event.office_code) == ("evidence.upload", "3521")
    assert [photo["name"] for photo in event.after["photos"]] == ["photos/red.jpg", "photos/blue.jpg"]


def test_a_group_is_made_when_it_is_first_needed_and_not_kept_empty(people, open_plan):
    assert not EvidenceGroup.objects.filter(plan=open_plan.plan).exists()
    [photo] = add(people, open_plan, "red")
    evidence.take_away(people.admin, open_plan, photo)
    assert not EvidenceGroup.objects.filter(plan=open_plan.plan).exists()


def test_an_upkeep_has_photos_too_numbered_behind_those_of_the_plans(people, survey, upkeep, open_plan):
    add(people, upkeep, "red")
    add(people, open_plan, "blue", "green")
    assert numbers(people.admin, survey) == [("RTL 1 a", [1]), ("RTL 1 b", [2, 3]), ("Pemeliharaan 1", [4])]


def test_the_same_picture_is_not_added_twice_and_told_where_it_is(people, done, open_plan):
    add(people, done, "red")
    added = evidence.add_photos(people.admin, open_plan, stored("red", "blue"))
    assert [photo.name for photo in added.photos] == ["photos/blue.jpg"]
    assert [(double.original, double.photo.name, double.here) for double in added.doubles] == [
        ("red.jpg", "photos/red.jpg", False)
    ]


def test_the_same_picture_twice_in_one_upload_is_one_photo(people, open_plan):
    added = evidence.add_photos(people.admin, open_plan, stored("red", "red"))
    assert len(added.photos) == 1
    assert added.doubles[0].here


def test_an_upload_that_is_retried_leaves_one_photo_and_one_event(people, open_plan):
    for _ in range(2):
        evidence.add_photos(people.admin, open_plan, stored("red"))
    assert order(open_plan) == ["photos/red.jpg"]
    assert AuditEvent.objects.count() == 1


def test_a_picture_is_kept_twice_if_the_person_says_so(people, survey, done, open_plan):
    [photo] = add(people, done, "red")
    copy = evidence.add_copy(people.admin, open_plan, photo)
    assert copy.name == "photos/red-2.jpg"
    assert (copy.file.name, copy.sha256) == (photo.file.name, photo.sha256)
    assert numbers(people.admin, survey) == [("RTL 1 a", [1, 2]), ("RTL 1 b", [3])]


def test_a_placeholder_never_becomes_a_photo_by_being_copied(people, followup, open_plan):
    drawn = make_placeholder(followup)
    with pytest.raises(Declined, match="CONTOH"):
        evidence.add_copy(people.admin, open_plan, drawn)


@pytest.mark.parametrize(
    ("original", "name"),
    [
        ("IMG_2031.HEIC", "photos/img_2031.jpg"),
        ("Foto Loket (baru).jpeg", "photos/foto-loket-baru.jpg"),
        ("../../etc/passwd", "photos/passwd.jpg"),
        ("C:\\Foto\\a.png", "photos/a.jpg"),
        ("CONTOH-01.jpg", "photos/01.jpg"),
        ("contoh.jpg", "photos/foto.jpg"),
        ("写真.jpg", "photos/foto.jpg"),
        (".jpg", "photos/jpg.jpg"),
        ("x" * 300 + ".jpg", f"photos/{'x' * 80}.jpg"),
    ],
)
def test_a_name_is_made_by_us(original, name):
    assert photo_name(original, ()) == name


def test_a_name_is_unique_in_its_cycle(people, open_plan):
    photos = evidence.add_photos(people.admin, open_plan, stored("red", "blue", name="loket.jpg")).photos
    assert [photo.name for photo in photos] == ["photos/loket.jpg", "photos/loket-2.jpg"]


def test_a_photo_of_several_plans_stays_one_figure_printed_with_the_first(people, survey, done, open_plan):
    [photo] = add(people, open_plan, "red")
    evidence.share_photo(people.admin, photo, done)
    first, second = read_gallery(people.admin, survey).shelves
    assert numbers(people.admin, survey) == [("RTL 1 a", [1, 2]), ("RTL 1 b", [2])]
    assert first.tile(photo.pk).also == ("RTL 1 b",)
    assert second.tile(photo.pk).printed_with == "RTL 1 a"
    with pytest.raises(Declined, match="sudah ada"):
        evidence.share_photo(people.admin, photo, done)


def test_the_numbers_on_the_page_are_those_of_the_report(people, survey, done, open_plan, upkeep):
    add(people, upkeep, "red", "blue")
    [photo] = add(people, open_plan, "green")
    evidence.share_photo(people.admin, photo, upkeep)
    evidence.share_photo(people.admin, EvidencePhoto.objects.get(name="photos/red.jpg"), done)
    printed = [
        ([figure.number for row in group.rows for figure in row], [figure.number for figure in group.shared])
        for group in document_of(survey).annex.groups
    ]
    shown = [
        (
            [tile.number for tile in shelf.tiles if not tile.printed_with],
            [tile.number for tile in shelf.tiles if tile.printed_with],
        )
        for shelf in read_gallery(people.admin, survey).shelves
    ]
    assert printed == shown == [([1, 2], []), ([3], []), ([4], [2, 3])]


def test_an_order_is_saved_as_a_whole(people, done):
    photos = [use.photo_id for use in done.plan.evidence.uses.all()] + [p.pk for p in add(people, done, "red", "blue")]
    evidence.arrange(people.admin, done, [photos[2], photos[0], photos[1]])
    assert order(done) == ["photos/blue.jpg", "loket.jpg", "photos/red.jpg"]
    assert last_event().before == {"photos": ["loket.jpg", "photos/red.jpg", "photos/blue.jpg"]}
    assert last_event().after == {"photos": ["photos/blue.jpg", "loket.jpg", "photos/red.jpg"]}


@pytest.mark.parametrize("wrong", [[], [1, 1], [999_999]])
def test_an_order_that_is_not_of_these_photos_changes_nothing(people, done, wrong):
    with pytest.raises(Declined, match="berubah"):
        evidence.arrange(people.admin, done, wrong)
    assert order(done) == ["loket.jpg"]
    assert AuditEvent.objects.count() == 0


def test_photos_from_the_tray_are_placed_together(people, survey, tray, open_plan):
    photos = add(people, tray, "red", "blue", "green")
    assert evidence.move_photos(people.admin, tray, open_plan, [photos[2].pk, photos[0].pk]) == 2
    assert order(open_plan) == ["photos/green.jpg", "photos/red.jpg"]
    assert [tile.photo.name for tile in read_gallery(people.admin, survey).tray.tiles] == ["photos/blue.jpg"]
    assert last_event().after["place"] == open_plan.address


def test_a_photo_moves_from_one_plan_to_another(people, done, open_plan):
    [photo] = add(people, done, "red")
    evidence.move_photos(people.admin, done, open_plan, [photo.pk])
    assert (order(done), order(open_plan)) == (["loket.jpg"], ["photos/red.jpg"])


def test_a_photo_that_is_there_already_is_not_doubled_by_moving(people, done, open_plan):
    [photo] = add(people, done, "red")
    evidence.share_photo(people.admin, photo, open_plan)
    evidence.move_photos(people.admin, done, open_plan, [photo.pk])
    assert (order(done), order(open_plan)) == (["loket.jpg"], ["photos/red.jpg"])


def test_what_is_moved_must_be_there_and_go_elsewhere(people, done, open_plan):
    with pytest.raises(Declined, match="Pilih"):
        evidence.move_photos(people.admin, done, open_plan, [])
    with pytest.raises(Declined, match="tidak ada"):
        evidence.move_photos(people.admin, done, open_plan, [999_999])
    with pytest.raises(Declined, match="sudah ada"):
        evidence.move_photos(people.admin, done, done, [EvidencePhoto.objects.get().pk])


LEAVING = {
    "take away": lambda actor, done, other, photo: evidence.take_away(actor, done, photo),
    "move": lambda actor, done, other, photo: evidence.move_photos(actor, done, other, [photo.pk]),
    "delete": lambda actor, done, other, photo: evidence.delete_photo(actor, photo),
}


@pytest.mark.parametrize("way", LEAVING)
def test_the_last_proof_of_a_plan_that_is_done_stays(people, done, open_plan, way):
    photo = EvidencePhoto.objects.get()
    with pytest.raises(Declined, match="terakhir"):
        LEAVING[way](people.admin, done, open_plan, photo)
    assert order(done) == ["loket.jpg"]
    assert order(open_plan) == []
    assert AuditEvent.objects.count() == 0


@pytest.mark.parametrize("way", LEAVING)
def test_a_proof_that_is_not_the_last_one_may_go(people, done, open_plan, way):
    photo = EvidencePhoto.objects.get()
    add(people, done, "red")
    LEAVING[way](people.admin, done, open_plan, photo)
    assert order(done) == ["photos/red.jpg"]


def test_all_proofs_together_cannot_be_moved_from_a_plan_that_is_done(people, done, open_plan):
    photos = [EvidencePhoto.objects.get(), *add(people, done, "red")]
    with pytest.raises(Declined):
        evidence.move_photos(people.admin, done, open_plan, [photo.pk for photo in photos])
    assert order(done) == ["loket.jpg", "photos/red.jpg"]


def test_the_only_proof_of_an_open_plan_may_go(people, survey, open_plan):
    [photo] = add(people, open_plan, "red")
    evidence.take_away(people.admin, open_plan, photo)
    assert [tile.photo for tile in read_gallery(people.admin, survey).tray.tiles] == [photo]


def test_a_deleted_photo_is_gone_from_every_group_but_its_file_stays(people, done, open_plan):
    [photo] = add(people, done, "red")
    evidence.share_photo(people.admin, photo, open_plan)
    evidence.delete_photo(people.admin, photo)
    assert not EvidencePhoto.objects.filter(pk=photo.pk).exists()
    assert order(open_plan) == []
    assert default_storage.exists(photo.file.name)
    assert last_event().before["sha256"] == photo.sha256


def test_what_a_photo_shows_and_when_it_was_taken_is_said_with_both_versions_in_the_trail(people, followup):
    photo = EvidencePhoto.objects.get()
    evidence.describe_photo(people.admin, photo, caption=" Loket layanan ", taken_on=date(2025, 10, 3))
    photo.refresh_from_db()
    assert (photo.caption, photo.taken_on) == ("Loket layanan", date(2025, 10, 3))
    assert last_event().before == {"caption": "", "taken_on": None}
    assert last_event().after == {"caption": "Loket layanan", "taken_on": "2025-10-03"}


def test_a_note_explains_a_group_even_before_there_are_photos(people, open_plan):
    evidence.write_note(people.admin, open_plan, "Daftar hadir ada di arsip.")
    assert EvidenceGroup.objects.get(plan=open_plan.plan).note == "Daftar hadir ada di arsip."
    evidence.write_note(people.admin, open_plan, " ")
    assert not EvidenceGroup.objects.filter(plan=open_plan.plan).exists()


def make_placeholder(followup):
    photo = normalise(draw_placeholder("Foto loket"))
    file, thumbnail = store("3521", photo)
    return EvidencePhoto.objects.create(
        office=followup.survey.office,
        followup=followup,
        name="photos/CONTOH-01.jpg",
        sha256=photo.sha256,
        width=photo.width,
        height=photo.height,
        size=len(photo.jpeg),
        file=file,
        thumbnail=thumbnail,
        caption="Loket layanan",
        is_placeholder=True,
    )


def test_a_placeholder_gives_way_to_a_real_photo_in_its_place(people, followup, open_plan):
    drawn = make_placeholder(followup)
    evidence.share_photo(people.admin, drawn, open_plan)
    [real] = stored("red")
    evidence.replace_placeholder(people.admin, drawn, real)
    drawn.refresh_from_db()
    assert (drawn.name, drawn.sha256, drawn.is_placeholder) == ("photos/red.jpg", real.sha256, False)
    assert drawn.caption == "Loket layanan"
    assert order(open_plan) == ["photos/red.jpg"]


def test_only_a_placeholder_is_replaced_and_only_by_a_new_picture(people, followup, done):
    drawn = make_placeholder(followup)
    [photo] = add(people, done, "red")
    with pytest.raises(Declined, match="CONTOH"):
        evidence.replace_placeholder(people.admin, photo, stored("blue")[0])
    with pytest.raises(Declined, match="sudah ada"):
        evidence.replace_placeholder(people.admin, drawn, stored("red")[0])


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_nothing_changes_in_a_locked_cycle(people, survey, done, open_plan, lock):
    photo = EvidencePhoto.objects.get()
    type(survey).objects.update(lock=lock)
    ways = {
        "add": lambda: evidence.add_photos(people.admin, open_plan, stored("red")),
        "copy": lambda: evidence.add_copy(people.admin, open_plan, photo),
        "describe": lambda: evidence.describe_photo(people.admin, photo, caption="x", taken_on=None),
        "note": lambda: evidence.write_note(people.admin, done, "x"),
        "arrange": lambda: evidence.arrange(people.admin, done, [photo.pk]),
        "move": lambda: evidence.move_photos(people.admin, done, open_plan, [photo.pk]),
        "share": lambda: evidence.share_photo(people.admin, photo, open_plan),
        "take away": lambda: evidence.take_away(people.admin, done, photo),
        "delete": lambda: evidence.delete_photo(people.admin, photo),
        "replace": lambda: evidence.replace_placeholder(people.admin, photo, stored("red")[0]),
    }
    for way in ways.values():
        with pytest.raises(CycleLockedError):
            way()
    assert AuditEvent.objects.count() == 0
    survey.refresh_from_db()
    assert not any(shelf.editable for shelf in read_gallery(people.admin, survey).by_address.values())


def test_a_gallery_costs_the_same_with_three_plans_and_with_thirty(
    people, survey, followup, done, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        read_gallery(people.staff, survey)
    for position in range(3, 33):
        place = Place(followup, plan=make_plan(done.plan.priority, position))
        evidence.write_note(people.admin, place, "Bukti lain")
        evidence.share_photo(people.admin, EvidencePhoto.objects.get(), place)
    with django_assert_num_queries(len(few)):
        read_gallery(people.staff, survey)
