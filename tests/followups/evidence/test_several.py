"""Several photos at once: moved, used elsewhere too, described, deleted; all of them or none."""

from datetime import date

import pytest

from followups.evidence.arranging import describe_photo
from followups.evidence.places import Place
from followups.evidence.several import describe_several
from followups.models import ActionPlan, EvidencePhoto, EvidenceUse, Status, Upkeep
from offices.models import AuditEvent
from tests.conftest import make_survey
from tests.followups.evidence.evidence import at, file, text, upload


@pytest.fixture
def arranger(as_user, people, place):
    """Of the admin, at a place with three photos."""
    found = as_user(people.admin)
    upload(found, place, file("red"), file("blue"))
    return found


def ids(place):
    return list(EvidenceUse.objects.filter(group__plan=place.plan).order_by("position").values_list("photo", flat=True))


def do(arranger, place, photos, what, **more):
    return arranger.post(at(place, "beberapa/"), {"photo": photos, "lakukan": what, **more}, follow=True)


def test_two_are_moved_and_one_stays(arranger, place, other):
    first, *rest = ids(place)
    assert "2 foto dipindahkan." in text(do(arranger, place, rest, "pindah", to=other.address))
    assert (ids(place), ids(other)) == ([first], rest)


def test_they_are_used_elsewhere_too_and_those_there_already_do_not_hinder(arranger, place, other):
    photos = ids(place)
    do(arranger, place, photos[:1], "gunakan", to=other.address)
    assert "2 foto digunakan juga" in text(do(arranger, place, photos, "gunakan", to=other.address))
    assert (ids(place), ids(other)) == (photos, photos)
    assert "sudah ada di sana" in text(do(arranger, place, photos, "gunakan", to=other.address))


def test_what_proves_one_upkeep_is_used_for_another_too(arranger, place, survey):
    followup = place.followup
    there = [
        Place(followup, upkeep=Upkeep.objects.create(followup=followup, element=element, position=position))
        for position, element in enumerate(survey.instrument.elements.all()[:2], start=90)
    ]
    photos = ids(place)[:1]
    do(arranger, place, photos, "pindah", to=there[0].address)
    assert "1 foto digunakan juga" in text(do(arranger, there[0], photos, "gunakan", to=there[1].address))
    assert "sudah ada di sana" in text(do(arranger, there[0], photos, "gunakan", to=there[1].address))


def test_one_caption_for_all_and_each_keeps_its_day(arranger, place):
    EvidencePhoto.objects.filter(pk=ids(place)[0]).update(taken_on="2025-07-14")
    do(arranger, place, ids(place), "keterangan", caption="  Rapat \n pleno ")
    assert set(EvidencePhoto.objects.values_list("caption", flat=True)) == {"Rapat pleno"}
    assert EvidencePhoto.objects.filter(taken_on="2025-07-14").count() == 1
    assert "Tulis dahulu" in text(do(arranger, place, ids(place), "keterangan", caption=" "))


def test_what_is_not_said_of_a_photo_stays_as_somebody_else_has_said_meanwhile(arranger, people, place):
    """A caption for several says nothing of the days, and the day of the file nothing of the caption."""
    read = EvidencePhoto.objects.get(pk=ids(place)[0])
    EvidencePhoto.objects.filter(pk=read.pk).update(taken_on="2025-07-14")
    describe_several(people.admin, place, [read], "Rapat pleno")
    describe_photo(people.admin, read, taken_on=date(2025, 7, 15))
    read.refresh_from_db()
    assert (read.caption, str(read.taken_on)) == ("Rapat pleno", "2025-07-15")
    event = AuditEvent.objects.filter(action="evidence.describe").earliest("pk")
    assert (event.before["taken_on"], event.after["taken_on"]) == ("2025-07-14", "2025-07-14")


def test_all_are_deleted_or_none(arranger, place):
    ActionPlan.objects.filter(pk=place.plan.pk).update(status=Status.DONE)
    assert "bukti dukung terakhir" in text(do(arranger, place, ids(place), "hapus"))
    assert len(ids(place)) == 3
    assert "2 foto dihapus." in text(do(arranger, place, ids(place)[:2], "hapus"))
    assert EvidencePhoto.objects.count() == 1


@pytest.mark.parametrize("photos", [[], ["x"], ["999999"], ["9" * 40]])
def test_without_a_photo_of_this_place_nothing_is_done(arranger, place, photos):
    assert "Pilih paling sedikit satu foto." in text(do(arranger, place, photos, "hapus"))
    assert len(ids(place)) == 3


def test_who_does_not_answer_for_the_other_plan_moves_nothing_there(as_user, people, arranger, place, other):
    other.plan.units.clear()
    ActionPlan.objects.filter(pk=other.plan.pk).update(lead=None, all_units=False)
    assert do(as_user(people.staff), place, ids(place), "pindah", to=other.address).status_code == 403
    assert len(ids(place)) == 3


def test_a_picture_that_was_proof_in_another_period_is_pointed_out_where_it_stands(arranger, place):
    assert "Sudah menjadi bukti" not in text(arranger.get(at(place)))
    make_survey(place.survey.office, "2024-S2")  # with a photo that is the first of these
    shown = text(arranger.get(at(place)))
    assert shown.count("Sudah menjadi bukti pada Semester II Tahun 2024") == 1
