"""Many photos: shown by the page, with a constant number of queries, and put in order across pages."""

import re
import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.evidence.pages import AT_ONCE
from followups.evidence.places import Place
from followups.models import EvidenceGroup, EvidencePhoto, EvidenceUse
from tests.conftest import make_plan
from tests.followups.evidence.evidence import PAGE, at, swap, text
from tests.followups.evidence.test_arranging import order
from tests.mass import sampled

MOST_SECONDS = 0.3


def fill(followup, plan, number):
    """A group of so many photos; all show the same file."""
    group = EvidenceGroup.objects.create(followup=followup, plan=plan)
    known = EvidencePhoto.objects.values("office_id", "followup_id", "width", "height", "size", "file", "thumbnail")[0]
    names = [f"photos/{plan.pk}-{n}.jpg" for n in range(number)]
    EvidencePhoto.objects.bulk_create(
        EvidencePhoto(**known, name=name, sha256=f"{plan.pk:032x}{n:032x}") for n, name in enumerate(names)
    )
    photos = EvidencePhoto.objects.filter(name__in=names).order_by("pk")
    EvidenceUse.objects.bulk_create(
        EvidenceUse(group=group, photo=photo, position=n) for n, photo in enumerate(photos, start=1)
    )
    return Place(followup, plan=plan)


@pytest.fixture
def large(place, followup):
    return fill(followup, make_plan(place.plan.priority, 3), 2 * AT_ONCE + 30)


def pictures(page):
    return [int(number) for number in re.findall(r"<strong>Gambar (\d+)</strong>", page)]


@pytest.mark.prove
def test_nine_hundred_photos_open_at_once_and_cost_no_further_query(as_user, people, place, followup):
    client = as_user(people.admin)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for position in range(3, 63):
        fill(followup, make_plan(place.plan.priority, position), 15)
    client.get(PAGE)
    began = time.process_time()
    with CaptureQueriesContext(connection) as many:
        page = text(client.get(PAGE))
    took = time.process_time() - began
    assert len(many) == len(few) <= 25
    assert page.count("<img") == AT_ONCE
    assert took <= 2 * MOST_SECONDS  # twice: this machine has other work
    assert "Halaman 1 dari 5" in page


@pytest.mark.prove
def test_every_photo_is_on_one_page_in_its_order(as_user, people, large):
    client = as_user(people.admin)
    for address, before in ((at(large), 1), (PAGE, 0)):
        seen = []
        for number in (1, 2, 3):
            page = text(client.get(f"{address}?halaman={number}"))
            assert f"Halaman {number} dari 3" in page
            seen += pictures(page)
        assert seen == list(range(1 + before, 2 * AT_ONCE + 32))


@pytest.mark.parametrize(
    ("asked", "shown"), sampled([("0", 1), ("-4", 1), ("x", 1), ("", 1), ("99", 3), ("9" * 30, 1)], every=3)
)
def test_a_page_that_there_is_not_is_the_nearest(as_user, people, large, asked, shown):
    assert f"Halaman {shown} dari 3" in text(as_user(people.admin).get(f"{at(large)}?halaman={asked}"))


def test_a_small_place_has_no_pages(as_user, people, place):
    assert "Halaman 1 dari" not in text(as_user(people.admin).get(at(place)))


def test_a_page_is_put_in_order_and_the_others_stay(as_user, people, large):
    client = as_user(people.admin)
    before = order(large)
    page = text(client.get(f"{at(large)}?halaman=2"))
    assert f'name="dari" value="{AT_ONCE}"' in page
    ids = list(EvidenceUse.objects.filter(group__plan=large.plan).values_list("photo_id", flat=True))
    sent = ids[AT_ONCE : 2 * AT_ONCE]
    swapped = [sent[-1], *sent[1:-1], sent[0]]
    data = {"urutan": ",".join(map(str, swapped)), "dari": AT_ONCE}
    assert client.post(at(large, "urutan/"), data).status_code == 302
    after = order(large)
    assert after[:AT_ONCE] == before[:AT_ONCE]
    assert after[2 * AT_ONCE :] == before[2 * AT_ONCE :]
    assert (after[AT_ONCE], after[2 * AT_ONCE - 1]) == (before[2 * AT_ONCE - 1], before[AT_ONCE])


@pytest.mark.parametrize("start", sampled(["0", "1", "9999"], every=3))
def test_a_page_whose_photos_have_moved_is_refused(as_user, people, large, start):
    ids = list(EvidenceUse.objects.filter(group__plan=large.plan).values_list("photo_id", flat=True))
    sent = ",".join(map(str, ids[AT_ONCE : 2 * AT_ONCE]))
    response = as_user(people.admin).post(at(large, "urutan/"), {"urutan": sent, "dari": start})
    assert (response.status_code, "sudah berubah sejak" in text(response)) == (422, True)


@pytest.mark.prove
def test_a_photo_steps_over_the_edge_of_a_page(as_user, people, large):
    client = as_user(people.admin)
    before = order(large)
    ids = list(EvidenceUse.objects.filter(group__plan=large.plan).values_list("photo_id", flat=True))
    page = text(client.get(f"{at(large)}?halaman=2"))
    assert f'id="naik-{large.anchor}-{ids[AT_ONCE]}"' in page
    client.post(at(large, "urutan/"), {"urutan": "", "dari": AT_ONCE, "naik": ids[AT_ONCE]})
    after = order(large)
    assert (after[AT_ONCE - 1], after[AT_ONCE]) == (before[AT_ONCE], before[AT_ONCE - 1])


def test_a_part_that_is_asked_for_stays_on_its_page(as_user, people, large):
    client = as_user(people.admin)
    here = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{at(large)}?halaman=3"}
    assert "Halaman 3 dari 3" in text(client.get(at(large), headers=here))
    assert "Halaman 1 dari 3" in text(swap(client, at(large, "keterangan/"), {"note": "Arsip"}, large.anchor))
