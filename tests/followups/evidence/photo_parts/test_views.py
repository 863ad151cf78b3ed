"""The page on which a long picture is cut: whom it lets in, what it proposes, and that a cut is made once."""

import re
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from followups.evidence.photo_parts.lines import LOWEST, MOST
from followups.evidence.photos import normalise
from followups.models import EvidenceGroup, EvidencePhoto, EvidenceUse
from offices.models import AuditEvent
from offices.sending.key import FIELD
from tests.conftest import make_photo
from tests.followups.evidence.evidence import at
from tests.followups.evidence.photo_parts.screenshots import screenshot

LINES = {"garis": ["590", "1190"]}


@pytest.fixture(scope="module")
def long_picture():
    return normalise(screenshot()).jpeg


@pytest.fixture
def photo(place, long_picture):
    """A long picture as the second proof of the plan that kul answers for."""
    row = make_photo(place.followup, "layar.jpg", "navy")
    name = default_storage.save("photos/3521/panjang.jpg", ContentFile(long_picture))
    EvidencePhoto.objects.filter(pk=row.pk).update(
        file=name, sha256=sha256(long_picture).hexdigest(), width=600, height=2000
    )
    EvidenceUse.objects.create(group=EvidenceGroup.objects.get(plan=place.plan), photo=row, position=2)
    return EvidencePhoto.objects.get(pk=row.pk)


def page_of(place, photo):
    return at(place, f"foto/{photo.pk}/bagian/")


@pytest.mark.parametrize(
    ("who", "status"),
    [("staff", 200), ("admin", 200), ("secretary", 403), ("supervisor", 403), ("stranger", 404), ("nobody", 404)],
)
def test_who_may_change_the_proof_cuts_it(as_user, people, place, photo, who, status):
    client = as_user(getattr(people, who))
    sent = LINES | {"lihat": "1"}
    assert [client.get(page_of(place, photo)).status_code, client.post(page_of(place, photo), sent).status_code] == [
        status
    ] * 2


def test_a_photo_of_another_place_is_not_found_here(as_user, people, place, other, tray, photo):
    admin = as_user(people.admin)
    assert [admin.get(page_of(where, photo)).status_code for where in (other, tray)] == [404, 404]


def test_a_picture_that_only_stands_in_for_one_is_not_cut(as_user, people, place, photo):
    EvidencePhoto.objects.filter(pk=photo.pk).update(is_placeholder=True)
    assert as_user(people.admin).get(page_of(place, photo)).status_code == 404


@pytest.mark.parametrize(("asked", "lines"), [("2", 1), ("6", 5), ("7", 5), ("1", 1), ("0", 1), ("123", 1), ("²", 1)])
def test_as_many_parts_are_proposed_as_there_may_be(as_user, people, place, photo, asked, lines):
    answer = as_user(people.admin).get(page_of(place, photo), {"bagian": asked})
    assert len(re.findall(r'name="garis"', answer.content.decode())) == lines <= MOST - 1


def test_a_cut_is_made_once_and_by_whom_is_told(as_user, people, place, photo):
    staff = as_user(people.staff)
    answers = [staff.post(page_of(place, photo), LINES | {FIELD: "kunci"}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    event = AuditEvent.objects.get(action="evidence.divide")
    assert (event.actor_id, event.before["sha256"]) == (people.staff.pk, photo.sha256)
    assert EvidenceUse.objects.filter(group__plan=place.plan).count() == 4


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ([], "Tulis tempat setiap garis sebagai bilangan bulat dalam piksel"),
        (["setengah"], "Tulis tempat setiap garis sebagai bilangan bulat dalam piksel"),
        ([str(LOWEST - 1)], f"Setiap bagian paling sedikit {LOWEST} piksel tingginya"),
        ([str(2000 - LOWEST + 1)], f"Setiap bagian paling sedikit {LOWEST} piksel tingginya"),
        (["500", "500"], f"Setiap bagian paling sedikit {LOWEST} piksel tingginya"),
    ],
)
def test_what_makes_no_parts_is_said_and_nothing_is_cut(as_user, people, place, photo, typed, said):
    answer = as_user(people.admin).post(page_of(place, photo), {"garis": typed})
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert EvidencePhoto.objects.count() == 2


@pytest.mark.parametrize("line", [LOWEST, 2000 - LOWEST])
def test_the_lowest_part_that_may_be_is_cut(as_user, people, place, photo, line):
    assert as_user(people.admin).post(page_of(place, photo), {"garis": [str(line)]}).status_code == 302
    heights = EvidencePhoto.objects.filter(caption__contains="bagian").order_by("pk").values_list("height", flat=True)
    assert list(heights) == [line, 2000 - line]


def test_a_picture_that_is_replaced_meanwhile_is_not_cut(as_user, people, place, photo):
    EvidenceUse.objects.filter(photo=photo).delete()
    assert as_user(people.admin).post(page_of(place, photo), LINES).status_code == 404
