"""The timeline of one plan: who changed what, which words, and an earlier text brought back as a recorded change."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import ActionPlan, Review, Status
from followups.timeline.bringing_back import GONE
from followups.timeline.steps import earlier_text, steps_of, texts_of
from offices.models import AuditEvent, Role
from surveys.models import Lock
from tests.conftest import make_user

FIRST = "Jadwal ditempel di loket satu dan dua."
SECOND = "Jadwal ditempel di loket tiga dan dua."


@pytest.fixture(autouse=True)
def in_december(time_machine):
    time_machine.move_to("2025-12-10 09:00+07:00", tick=False)


@pytest.fixture
def plan(survey):
    ActionPlan.objects.filter(position=1).update(status=Status.IN_PROGRESS, description="")
    return ActionPlan.objects.get(position=1)


def address(plan, verb=""):
    return f"/rtl/3521/2025-S1/{plan.pk}/riwayat/{verb}"


def text_of(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def realise(client, plan, description, revision, **more):
    sent = {"revision": revision, "status": "in_progress", "description": description} | more
    assert client.post(f"/rtl/3521/2025-S1/{plan.pk}/", sent).status_code == 302


@pytest.fixture
def rewritten(as_user, people, plan):
    """ByPen by the operator, rewritten by the admin."""
    realise(as_user(people.staff), plan, FIRST, 1, reason="Menunggu cetakan.")
    realise(as_user(people.admin), plan, SECOND, 2, reason="Menunggu cetakan.")
    plan.refresh_from_db()
    return plan


def button_of(page, label="Deskripsi realisasi"):
    """What the button that brings a text back sends."""
    forms = re.findall(r"<form[^>]*kembalikan.*?</form>", page.content.decode(), re.DOTALL)
    form = next(form for form in forms if label in form)
    return dict(re.findall(r'name="(peristiwa|isian|revision)" value="([^"]*)"', form))


def test_each_change_is_told_with_who_when_and_the_words_that_changed(as_user, people, rewritten):
    page = as_user(people.head).get(address(rewritten))
    told = text_of(page)
    assert told.index("Admin (admin), 10 Desember 2025 09.00 WIB") < told.index(
        "Operator (operator), 10 Desember 2025 09.00 WIB"
    )
    assert "<del>satu</del>" in page.content.decode()
    assert "<ins>tiga</ins>" in page.content.decode()


def test_an_earlier_text_is_brought_back_as_an_ordinary_change(as_user, people, rewritten):
    client = as_user(people.admin)
    answer = client.post(address(rewritten, "kembalikan/"), button_of(client.get(address(rewritten))), follow=True)
    assert "Deskripsi realisasi dikembalikan ke teks sebelumnya." in text_of(answer)
    rewritten.refresh_from_db()
    assert (rewritten.description, rewritten.revision) == (FIRST, 4)
    latest = AuditEvent.objects.filter(action="plan.realise").first()
    assert (latest.actor_id, latest.before["description"], latest.after["description"]) == (
        people.admin.pk,
        SECOND,
        FIRST,
    )
    assert latest.after["reason"] == "Menunggu cetakan."


def test_what_was_approved_waits_again_when_its_text_is_brought_back(as_user, people, rewritten):
    ActionPlan.objects.filter(pk=rewritten.pk).update(
        status=Status.DONE, completed_on="2025-11-03", review=Review.APPROVED, submitted_by=people.staff
    )
    client = as_user(people.admin)
    client.post(address(rewritten, "kembalikan/"), button_of(client.get(address(rewritten))))
    rewritten.refresh_from_db()
    assert (rewritten.review, rewritten.submitted_by) == (Review.PENDING, people.admin)


def test_a_text_of_the_promise_is_brought_back_by_who_may_change_it(as_user, people, plan):
    admin = as_user(people.admin)
    edit = f"/rtl/3521/2025-S1/{plan.pk}/ubah/"
    sent = {"programme": "Menata ulang loket", "months": ["2025-10"], "units": ["*"], "revision": plan.revision}
    assert admin.post(edit, sent).status_code == 302
    assert "Kembalikan teks sebelumnya" not in text_of(as_user(people.staff).get(address(plan)))
    sent = button_of(as_user(people.admin).get(address(plan)), "Program/kegiatan")
    assert as_user(people.staff).post(address(plan, "kembalikan/"), sent).status_code == 403
    as_user(people.admin).post(address(plan, "kembalikan/"), sent)
    plan.refresh_from_db()
    assert plan.programme == "Program 1"


def test_who_saved_meanwhile_is_not_overwritten(as_user, people, rewritten):
    client = as_user(people.admin)
    sent = button_of(client.get(address(rewritten)))
    realise(as_user(people.staff), rewritten, "Versi ketiga.", 3)
    answer = as_user(people.admin).post(address(rewritten, "kembalikan/"), sent, follow=True)
    assert "disimpan lagi sejak Anda membuka riwayatnya" in text_of(answer)
    rewritten.refresh_from_db()
    assert rewritten.description == "Versi ketiga."


def test_the_text_of_another_plan_or_none_is_not_brought_back(as_user, people, rewritten):
    client = as_user(people.admin)
    other = ActionPlan.objects.get(position=2)
    sent = button_of(client.get(address(rewritten))) | {"revision": other.revision}
    for wrong in (sent, sent | {"peristiwa": "x"}, sent | {"isian": "status"}, sent | {"isian": ""}):
        assert GONE in text_of(client.post(address(other, "kembalikan/"), wrong, follow=True))
    other.refresh_from_db()
    assert other.description == ""


def test_what_stands_there_now_is_not_offered_again(as_user, people, rewritten):
    client = as_user(people.admin)
    client.post(address(rewritten, "kembalikan/"), button_of(client.get(address(rewritten))))
    offered = [earlier.text for step in steps_of(ActionPlan.objects.get(pk=rewritten.pk)) for earlier in step.earlier]
    assert offered == [SECOND]
    assert texts_of(ActionPlan.objects.get(pk=rewritten.pk))["description"] == FIRST


def test_a_locked_cycle_shows_its_timeline_and_brings_nothing_back(as_user, people, rewritten, survey):
    client = as_user(people.admin)
    sent = button_of(client.get(address(rewritten)))
    survey.lock = Lock.PREPARED
    survey.save()
    assert "Kembalikan teks sebelumnya" not in text_of(client.get(address(rewritten)))
    assert client.post(address(rewritten, "kembalikan/"), sent).status_code == 403


def test_the_office_reads_it_and_who_is_above_does_not(as_user, people, rewritten, ngawi):
    other = make_user("orang-rendatin", Role.STAFF, ngawi, "rendatin")
    assert "Kembalikan teks sebelumnya" not in text_of(as_user(other).get(address(rewritten)))
    assert as_user(people.supervisor).get(address(rewritten)).status_code == 403
    assert as_user(people.stranger).get(address(rewritten)).status_code == 404


@pytest.mark.parametrize(("who", "is_offered"), [("staff", True), ("secretary", True), ("supervisor", False)])
def test_the_page_of_a_plan_leads_there_only_whom_it_lets_in(as_user, people, plan, who, is_offered):
    page = as_user(getattr(people, who)).get(f"/rtl/3521/2025-S1/{plan.pk}/")
    assert ("Riwayat RTL ini" in text_of(page)) == is_offered


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ({"description": "Lama"}, {"description": "Baru"}, "Lama"),
        ({"description": "Sama"}, {"description": "Sama"}, ""),
        ({"description": ""}, {"description": "Baru"}, ""),
        ({"description": {"name": 3}}, {"description": "Baru"}, ""),
        (None, {"description": "Baru"}, ""),
        ({"description": "Lama"}, None, "Lama"),
    ],
)
def test_an_event_knows_the_text_that_it_replaced(before, after, text):
    assert earlier_text(AuditEvent(before=before, after=after), "description") == text


def test_more_steps_ask_the_database_nothing_more(as_user, people, rewritten):
    client = as_user(people.admin)
    client.get(address(rewritten))
    counts = []
    for revision in (3, 4):
        with CaptureQueriesContext(connection) as queries:
            client.get(address(rewritten))
        counts.append(len(queries))
        realise(client, rewritten, f"Versi {revision}.", revision)
    assert counts[0] == counts[1] <= 34


def test_the_trail_of_one_plan_is_found_by_an_index(plan):
    told = AuditEvent.objects.filter(object_kind="actionplan", object_id=str(plan.pk))
    assert "event_by_object_and_time" in told.explain()
