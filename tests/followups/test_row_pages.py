"""The pages of one row of a cycle: where they lead, what they say, which place is meant, and what a refusal leaves."""

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory

from followups.models import Upkeep
from followups.planning.views import PAGES as PLANS
from followups.row_pages import Deletion
from followups.undoable import KEY, last_step
from followups.upkeep.views import PAGES
from offices.audit import record
from offices.declining import Declined
from tests.followups.upkeep.test_views import make_upkeep

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(survey):
    return make_upkeep("biaya", 1)


@pytest.fixture
def asked(people):
    """``asked(method, **sent)``: what an admin asks for."""

    def ask(method="post", **sent):
        request = getattr(RequestFactory(), method)("/", sent)
        request.user, request.session, request.htmx = people.admin, {}, False
        request._messages = FallbackStorage(request)
        return request

    return ask


def told(request):
    return [str(message) for message in request._messages]


def noted(request, row):
    """What a verb leaves in the trail."""
    record(request.user, "upkeep.change", row, row.followup.survey.office)


def test_a_row_is_found_again_where_it_stands_on_its_page(survey, row):
    assert PAGES.address_of(survey, row) == f"/pemeliharaan/3521/2025-S1/#pemeliharaan-{row.pk}"
    assert PLANS.address_of(survey, row).startswith("/rtl/3521/2025-S1/#")


def test_what_was_saved_is_told_and_can_be_undone(survey, row, asked):
    request = asked()
    noted(request, row)
    answer = PAGES.saved(request, survey, row, "Pemeliharaan tersimpan.")
    assert (answer.status_code, answer.url) == (302, PAGES.address_of(survey, row))
    assert told(request) == ["Pemeliharaan tersimpan."]
    assert last_step(request.session, survey, "upkeep").told == "Pemeliharaan tersimpan."


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ({"direction": "up"}, "up"),
        ({"direction": "down"}, "down"),
        ({"direction": "sideways"}, "up"),
        ({}, "up"),
        ({"place": "3"}, 3),
        ({"place": "3", "direction": "down"}, 3),
        ({"place": "99999"}, 99999),
        ({"place": "100000", "direction": "down"}, "down"),
        ({"place": "-1", "direction": "down"}, "down"),
        ({"place": "", "direction": "down"}, "down"),
        ({"place": "dua"}, "up"),
        ({"place": "²"}, "up"),
    ],
)
def test_a_row_goes_up_down_or_to_the_place_that_was_typed(survey, row, asked, sent, place):
    wanted = []
    answer = PAGES.move(asked(**sent), survey, row, wanted.append)
    assert (wanted, answer.url) == ([place], PAGES.address_of(survey, row))


def test_who_comes_back_from_logging_in_moves_nothing(survey, row, asked):
    wanted = []
    answer = PAGES.move(asked("get", direction="down"), survey, row, wanted.append)
    assert (wanted, answer.status_code, answer.url) == ([], 302, PAGES.address_of(survey, row))


def test_a_move_can_be_undone_and_one_that_was_declined_not(survey, row, asked):
    request = asked()
    PAGES.move(request, survey, row, lambda _place: noted(request, row))
    assert last_step(request.session, survey, "upkeep").told == "Urutan pemeliharaan diubah."

    def refuse(_place):
        raise Declined("Data ini sudah dihapus.")

    other = asked()
    PAGES.move(other, survey, row, refuse)
    assert (told(other), other.session) == (["Data ini sudah dihapus."], {})


def test_with_nothing_to_undo_it_is_said_on_the_page(survey, asked):
    request = asked(langkah="7")
    answer = PAGES.undo(request, survey, {})
    assert answer.url == "/pemeliharaan/3521/2025-S1/"
    assert told(request) == ["Tidak ada lagi perubahan yang dapat diurungkan di sini."]


def test_undoing_is_done_by_a_button_alone(survey, asked):
    request = asked("get")
    request.session[KEY] = "sebelumnya"
    assert PAGES.undo(request, survey, {}).status_code == 302
    assert (told(request), request.session) == ([], {KEY: "sebelumnya"})


def test_what_was_deleted_is_named_and_can_be_undone(survey, row, asked):
    request = asked()
    deletion = Deletion(row, "untuk Biaya/Tarif", "Menjaga biaya", "")
    answer = PAGES.delete(request, survey, deletion, lambda: noted(request, row))
    assert (answer.status_code, answer.url) == (302, "/pemeliharaan/3521/2025-S1/")
    assert told(request) == ["Pemeliharaan dihapus."]
    assert last_step(request.session, survey, "upkeep").told == "Pemeliharaan untuk Biaya/Tarif dihapus."


@pytest.mark.parametrize("what", ["ask", "reason", "late"])
def test_before_a_row_goes_one_is_asked_or_told_why_it_stays(as_user, people, survey, row, what):
    client = as_user(people.admin)
    address = f"/pemeliharaan/3521/2025-S1/{row.pk}/hapus/"
    if what != "ask":
        row.followup.groups.create(upkeep=row, note="Foto papan biaya.")
    answer = client.post(address) if what == "late" else client.get(address)
    page = answer.content.decode()
    assert answer.status_code == (422 if what == "late" else 200)
    assert ("Hapus pemeliharaan</button>" in " ".join(page.split())) == (what == "ask")
    assert ("karena sudah ada bukti dukungnya" in page) == (what != "ask")
    assert Upkeep.objects.filter(pk=row.pk).exists()
