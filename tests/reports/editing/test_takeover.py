"""Own texts of the last period are taken over: seen first, chosen, and never over somebody's work unseen."""

import pytest

from followups.models import FollowUp
from offices.models import AuditEvent
from reports.models import Narrative
from surveys.models import Lock, Survey
from tests.mass import sampled
from tests.reports.earlier import TEXTS, make_earlier

pytestmark = pytest.mark.each_database

PAGE = "/laporan/3521/2025-S1/teks/"
TAKE = f"{PAGE}ambil/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def earlier(survey):
    return make_earlier()


def own(survey):
    return dict(Narrative.objects.filter(followup__survey=survey).values_list("section", "text"))


def seen(client):
    return client.get(TAKE).context["seen"]


def flat(response):
    return " ".join(response.content.decode().split())


def test_the_texts_page_leads_there_where_there_is_something(admin, survey):
    assert TAKE not in flat(admin.get(PAGE))
    make_earlier()
    page = flat(admin.get(PAGE))
    assert "Ambil teks Semester II Tahun 2024" in page
    assert f"{TAKE}?bagian=1.3" in page
    assert f"{TAKE}?bagian=1.4" not in page


def test_what_comes_is_shown_with_present_values_and_what_is_still_of_the_old_period(admin, earlier):
    page = flat(admin.get(TAKE))
    assert "memperoleh IKM 87,36." in page
    assert "<mark>Semester II Tahun 2024</mark>" in page
    assert "{{ periode }}" in page
    assert not AuditEvent.objects.exists()


def test_one_section_can_be_looked_at_alone(admin, earlier):
    page = flat(admin.get(f"{TAKE}?bagian=1.3"))
    assert "Tujuan kami sendiri." in page
    assert "memperoleh IKM" not in page
    assert "Lihat semua bagian" in page


@pytest.mark.parametrize("chosen", [["1.1"], ["1.1", "1.3"]])
def test_what_was_chosen_is_taken_over_with_its_placeholders(admin, survey, earlier, chosen):
    assert admin.post(TAKE, {"chosen": chosen, "seen": seen(admin)}).url == PAGE
    assert own(survey) == {key: TEXTS[key] for key in chosen}
    assert own(earlier) == TEXTS
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.before, event.after["copy_of"]) == ("text.take_over", {"text": ""}, "2024-S2")
    assert all(TEXTS[key] in event.after["text"] for key in chosen)


def test_a_present_text_is_replaced_only_if_it_is_ticked(admin, survey, earlier):
    Narrative.objects.create(followup=FollowUp.objects.get(survey=survey), section="1.1", text="Teks sekarang.")
    page = flat(admin.get(TAKE))
    assert "menggantikan teks sendiri yang sekarang" in page
    assert [text.chosen for text in admin.get(TAKE).context["coming"]] == [False, True]
    admin.post(TAKE, {"chosen": ["1.3"], "seen": seen(admin)})
    assert own(survey)["1.1"] == "Teks sekarang."
    admin.post(TAKE, {"chosen": ["1.1"], "seen": seen(admin)})
    assert own(survey)["1.1"] == TEXTS["1.1"]


def test_what_changed_meanwhile_is_not_overwritten(admin, survey, earlier):
    before = seen(admin)
    Narrative.objects.create(followup=FollowUp.objects.get(survey=survey), section="1.1", text="Baru saja ditulis.")
    response = admin.post(TAKE, {"chosen": ["1.1"], "seen": before})
    assert response.status_code == 409
    assert "berubah sejak Anda membuka" in flat(response)
    assert own(survey) == {"1.1": "Baru saja ditulis."}
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("chosen", sampled([[], ["1.4"], ["9.9"]], every=3))
def test_nothing_chosen_is_told(admin, survey, earlier, chosen):
    response = admin.post(TAKE, {"chosen": chosen, "seen": seen(admin)})
    assert response.status_code == 422
    assert "Centang sekurang-kurangnya satu bagian" in flat(response)
    assert own(survey) == {}


@pytest.mark.prove
def test_a_text_that_cannot_be_printed_is_not_taken_over(admin, survey):
    make_earlier({"1.1": "IKM {{ lama }}."})
    assert "tidak dikenal: {{ lama }}" in flat(admin.get(TAKE))
    assert admin.post(TAKE, {"chosen": ["1.1"], "seen": seen(admin)}).status_code == 422
    assert own(survey) == {}


def test_later_periods_and_other_offices_are_not_asked(admin, survey, magetan):
    make_earlier(code="3520")
    later = make_earlier()
    Survey.objects.filter(pk=later.pk).update(year=2026)
    page = flat(admin.get(TAKE))
    assert "belum ada yang dapat diambil" in page


def test_others_cannot(as_user, people, earlier):
    for person in (people.staff, people.head, people.supervisor):
        assert as_user(person).get(TAKE).status_code == 403
    assert as_user(people.stranger).get(TAKE).status_code == 404


def test_a_locked_cycle_is_not_changed(admin, survey, earlier):
    before = seen(admin)
    Survey.objects.update(lock=Lock.SIGNED)
    assert admin.post(TAKE, {"chosen": ["1.1"], "seen": before}).status_code == 403
    assert own(survey) == {}


def test_what_comes_is_ticked_unless_a_text_is_there_and_says_whether_it_would_replace_one(admin, survey, earlier):
    followup = FollowUp.objects.get(survey=survey)
    row = Narrative.objects.create(followup=followup, section="1.1", text="Teks sekarang.")
    coming = {one.key: one for one in admin.get(TAKE).context["coming"]}
    assert (coming["1.1"].chosen, coming["1.1"].replaces, coming["1.1"].same) == (False, True, False)
    other = next(one for key, one in coming.items() if key != "1.1")
    assert (other.chosen, other.replaces, other.same) == (True, False, False)
    row.text = Narrative.objects.exclude(pk=row.pk).get(section="1.1").text
    row.save()
    same = {one.key: one for one in admin.get(TAKE).context["coming"]}["1.1"]
    assert (same.replaces, same.same, same.chosen) == (False, True, False)


def test_who_is_overtaken_keeps_what_was_ticked(admin, survey, earlier):
    answer = admin.post(TAKE, {"chosen": ["1.3"], "seen": "lain"})
    assert answer.status_code == 409
    assert "berubah sejak Anda membuka halaman ini" in answer.content.decode()
    assert {one.key for one in answer.context["coming"] if one.chosen} == {"1.3"}
    assert own(survey) == {}
