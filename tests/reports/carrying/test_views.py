"""A new cycle takes what the last one left open: seen first, one by one or all at once, and nothing twice."""

from datetime import date

import pytest

from followups.models import ActionPlan, Completion, FollowUp, Priority, Review, Status, Upkeep
from offices.models import AuditEvent
from reports.cycle.read import read_cycle
from reports.models import Narrative
from surveys.models import Element, ElementScore, Lock, Survey
from tests.conftest import make_plan, make_survey

pytestmark = pytest.mark.each_database

PAGE = "/skm/3521/2025-S2/bawa/"
PATH = "priority__followup__survey"
REASON = "Anggaran baru tersedia pada tahun berikutnya."


@pytest.fixture
def admin(as_user, people):
    return as_user(people.admin)


@pytest.fixture
def old(survey):
    """Semester I 2025, signed: one plan done, one open with its strategy, one upkeep, one own text."""
    followup = FollowUp.objects.get(survey=survey)
    plan = open_plan(survey)
    owed = Completion.objects.create(
        plan=plan, reason=REASON, strategy="Dianggarkan kembali.", earliest=date(2026, 2, 1), latest=date(2026, 3, 1)
    )
    owed.units.add(survey.office.units.get(key="kul"))
    biaya = Element.objects.get(instrument=survey.instrument, key="biaya")
    kept = Upkeep.objects.create(followup=followup, element=biaya, position=1, plan="Mengumumkan biaya.")
    kept.units.add(survey.office.units.get(key="kul"))
    Narrative.objects.create(followup=followup, section="1.3", text="Tujuan kami sendiri.")
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.SIGNED, signatory_name="Rudi Hartono")
    survey.refresh_from_db()
    return survey


@pytest.fixture
def new(ngawi, old):
    """Semester II 2025, just begun: no scores, nothing promised."""
    survey = Survey.objects.create(
        office=ngawi,
        instrument=old.instrument,
        year=2025,
        kind=6,
        number=2,
        signatory_name="Sari Utami",
        signatory_title="Sekretaris",
    )
    FollowUp.objects.create(survey=survey, start=date(2026, 1, 1), end=date(2026, 6, 1))
    return survey


def open_plan(survey):
    return ActionPlan.objects.get(**{PATH: survey}, position=2)


def plans(survey):
    return list(ActionPlan.objects.filter(**{PATH: survey}))


def signatory(survey):
    survey.refresh_from_db()
    return survey.signatory_name, survey.signatory_title


def send(client, *chosen, **more):
    return client.post(PAGE, {"chosen": chosen, "seen": client.get(PAGE).context["brought"].seen, **more})


def flat(response):
    return " ".join(response.content.decode().split())


def test_what_is_taken_is_shown_before_anything_is_written(admin, old, new):
    page = flat(admin.get(PAGE))
    for told in ("1 b. Program 2", REASON, "Dianggarkan kembali.", "Februari 2026, Maret 2026", "Subbag kul"):
        assert told in page
    assert "Mengumumkan biaya." in page and "Tujuan kami sendiri." in page and "Rudi Hartono" in page
    assert "Program 1" not in page
    assert not plans(new) and not AuditEvent.objects.exists()


def test_an_open_plan_comes_with_its_reason_strategy_deadline_and_unit_and_begins_anew(admin, old, new):
    before = read_cycle(old)
    assert send(admin, f"rtl-{open_plan(old).pk}").url == "/rtl/3521/2025-S2/"
    (plan,) = plans(new)
    assert (plan.continues, plan.programme) == (open_plan(old), "Program 2")
    assert (plan.status, plan.review, plan.description) == (Status.NOT_STARTED, Review.NONE, "")
    assert [row.month for row in plan.months.all()] == [date(2026, 2, 1), date(2026, 3, 1)]
    assert [unit.key for unit in plan.units.all()] == ["kul"] and not plan.all_units
    owed = plan.completion
    assert (owed.reason, owed.strategy, owed.latest) == (REASON, "Dianggarkan kembali.", date(2026, 3, 1))
    assert [row.element.key for row in Priority.objects.filter(followup__survey=new)] == ["waktu"]
    assert [event.action for event in AuditEvent.objects.order_by("pk")] == ["priority.choose", "plan.continue"]
    assert read_cycle(old) == before


def test_all_at_once_takes_what_replaces_nothing_and_a_second_time_there_is_nothing_left(admin, old, new):
    assert send(admin, all="1").status_code == 302
    assert len(plans(new)) == 1
    assert Upkeep.objects.filter(followup__survey=new).count() == 1
    assert Narrative.objects.get(followup__survey=new).text == "Tujuan kami sendiri."
    assert admin.get(PAGE).context["brought"].takeable == ("penanda-tangan",)
    assert send(admin, all="1").status_code == 422
    assert len(plans(new)) == 1
    assert signatory(new) == ("Sari Utami", "Sekretaris")


def test_the_former_signatory_replaces_the_one_entered_only_where_that_is_ticked(admin, old, new):
    assert "<dt>Menggantikan</dt> <dd> Sari Utami </dd>" in flat(admin.get(PAGE))
    assert "penanda-tangan" not in admin.get(PAGE).context["ticked"]
    send(admin, all="1")
    assert signatory(new) == ("Sari Utami", "Sekretaris")
    send(admin, "penanda-tangan")
    assert signatory(new) == ("Rudi Hartono", old.signatory_title)


def test_the_former_signatory_is_taken_where_none_is_entered(admin, old, new):
    Survey.objects.filter(pk=new.pk).update(signatory_name="", signatory_title="")
    page = admin.get(PAGE)
    assert "Menggantikan" not in flat(page) and "penanda-tangan" in page.context["ticked"]
    send(admin, all="1")
    assert signatory(new) == ("Rudi Hartono", old.signatory_title)


def test_what_was_not_taken_is_offered_again_later_and_nothing_twice(admin, old, new):
    upkeep = Upkeep.objects.get(followup__survey=old)
    key = f"rtl-{open_plan(old).pk}"
    send(admin, f"pemeliharaan-{upkeep.pk}")
    assert flat(admin.get("/rtl/3521/2025-S2/")).count(PAGE) == 1
    assert key in admin.get(PAGE).context["brought"].takeable
    send(admin, key)
    assert "Sudah dibawa." in flat(admin.get(PAGE))
    assert send(admin, key, f"pemeliharaan-{upkeep.pk}").status_code == 422
    assert (len(plans(new)), Upkeep.objects.filter(followup__survey=new).count()) == (1, 1)
    copy = Upkeep.objects.get(followup__survey=new)
    assert (copy.plan, copy.activity, [unit.key for unit in copy.units.all()]) == ("Mengumumkan biaya.", "", ["kul"])


def test_the_reason_and_history_stay_linked_both_ways(admin, old, new):
    send(admin, f"rtl-{open_plan(old).pk}")
    (plan,) = plans(new)
    here, there = f"/rtl/3521/2025-S2/{plan.pk}/", f"/rtl/3521/2025-S1/{open_plan(old).pk}/"
    assert f'<a href="{there}">RTL Semester I Tahun 2025</a>' in flat(admin.get(here))
    assert f'<a href="{here}">RTL Semester II Tahun 2025</a>' in flat(admin.get(there))
    assert f'Meneruskan <a href="{there}">' in flat(admin.get("/rtl/3521/2025-S2/"))


def test_what_changed_meanwhile_is_looked_at_again(admin, old, new):
    seen = admin.get(PAGE).context["brought"].seen
    ActionPlan.objects.filter(pk=open_plan(old).pk).update(programme="Program lain")
    response = admin.post(PAGE, {"chosen": [f"rtl-{open_plan(old).pk}"], "seen": seen})
    assert response.status_code == 409
    assert "berubah sejak Anda membuka" in flat(response)
    assert not plans(new)


@pytest.mark.parametrize("chosen", [[], ["rtl-999999"], ["rtl-x"], ["lain"], ["unsur-antah"]])
def test_nothing_that_can_be_taken_is_told(admin, old, new, chosen):
    response = send(admin, *chosen)
    assert response.status_code == 422
    assert "Belum ada yang dipilih" in flat(response)


def test_a_text_of_this_period_is_replaced_only_where_it_is_ticked(admin, old, new):
    Narrative.objects.create(followup=FollowUp.objects.get(survey=new), section="1.3", text="Teks sekarang.")
    assert "Menggantikan teks sendiri yang sekarang." in flat(admin.get(PAGE))
    send(admin, all="1")
    assert Narrative.objects.get(followup__survey=new).text == "Teks sekarang."
    send(admin, "teks-1.3")
    assert Narrative.objects.get(followup__survey=new).text == "Tujuan kami sendiri."


def test_of_texts_that_cannot_be_printed_nothing_at_all_is_taken(admin, old, new):
    Narrative.objects.filter(followup__survey=old).update(text="IKM {{ lama }}.")
    assert send(admin, f"rtl-{open_plan(old).pk}", "teks-1.3").status_code == 422
    assert not plans(new) and not AuditEvent.objects.exists()


def test_plans_that_still_run_are_offered_but_not_ticked(admin, old, new):
    Survey.objects.filter(pk=old.pk).update(lock=Lock.OPEN)
    FollowUp.objects.filter(survey=old).update(end=date(2999, 1, 1))
    key = f"rtl-{open_plan(old).pk}"
    context = admin.get(PAGE).context
    assert key in context["brought"].takeable and key not in context["ticked"]
    FollowUp.objects.filter(survey=old).update(end=date(2025, 12, 1))
    assert key in admin.get(PAGE).context["ticked"]


@pytest.mark.parametrize(
    ("score", "is_offered", "is_ticked"), [(None, True, False), ("2.00", True, True), ("4.00", False, False)]
)
def test_a_priority_is_offered_while_it_stays_low(admin, old, new, score, is_offered, is_ticked):
    if score:
        ElementScore.objects.bulk_create(
            ElementScore(survey=new, element=row.element, score=score if row.element.key == "waktu" else 3 + row.pk % 2)
            for row in old.scores.select_related("element")
        )
    context = admin.get(PAGE).context
    assert [offer.key for offer in context["brought"].offers.priorities] == ["unsur-waktu"] * is_offered
    assert ("unsur-waktu" in context["ticked"]) == is_ticked
    if is_ticked:
        send(admin, "unsur-waktu")
        assert [row.element.key for row in Priority.objects.filter(followup__survey=new)] == ["waktu"]


def test_a_deadline_that_lies_outside_the_window_leaves_the_months_open(admin, old, new):
    Completion.objects.update(earliest=date(2027, 1, 1), latest=date(2027, 2, 1))
    assert "bulan dipilih kemudian" in flat(admin.get(PAGE))
    send(admin, f"rtl-{open_plan(old).pk}")
    assert not plans(new)[0].months.exists()


def test_closed_units_and_services_out_of_use_stay_behind(admin, old, new):
    old.office.units.filter(key="kul").update(closed_on=date(2026, 1, 1))
    send(admin, f"rtl-{open_plan(old).pk}")
    (plan,) = plans(new)
    assert not plan.units.exists() and not plan.completion.units.exists()


def test_a_plan_that_was_carried_by_mistake_can_go_again_until_somebody_works_on_it(admin, old, new):
    send(admin, f"rtl-{open_plan(old).pk}")
    (plan,) = plans(new)
    address = f"/rtl/3521/2025-S2/{plan.pk}/hapus/"
    Completion.objects.filter(plan=plan).update(reason="Alasan yang baru.")
    assert "tidak dapat dihapus" in flat(admin.get(address))
    Completion.objects.filter(plan=plan).update(reason=REASON)
    admin.post(address)
    assert not plans(new)
    assert f"rtl-{open_plan(old).pk}" in admin.get(PAGE).context["brought"].takeable


def test_a_plan_that_is_continued_is_not_deleted_from_an_open_cycle(admin, old, new):
    plan = open_plan(old)
    Completion.objects.all().delete()
    send(admin, f"rtl-{plan.pk}")
    Survey.objects.filter(pk=old.pk).update(lock=Lock.OPEN)
    response = admin.post(f"/rtl/3521/2025-S1/{plan.pk}/hapus/")
    assert "sudah diteruskan dalam siklus berikutnya" in flat(response)
    assert open_plan(old) == plan


def test_without_an_earlier_cycle_the_page_says_so(admin, survey):
    assert "belum ada yang dapat dibawa" in flat(admin.get("/skm/3521/2025-S1/bawa/"))
    assert "bawa/" not in flat(admin.get("/rtl/3521/2025-S1/"))


def test_the_page_asks_no_more_for_sixty_plans_than_for_one(admin, old, new, django_assert_max_num_queries):
    with django_assert_max_num_queries(34) as asked:
        admin.get(PAGE)
    for position in range(10, 70):
        make_plan(open_plan(old).priority, position)
    with django_assert_max_num_queries(len(asked)):
        admin.get(PAGE)


def test_a_second_cycle_is_begun_with_the_page_of_what_is_open(admin, old, people, magetan, as_user):
    signatory = {"signatory_name": "Sari Utami", "signatory_title": "Sekretaris"}
    begun = {"year": "2025", "part": "S2", **signatory}
    assert admin.post("/satuan-kerja/3521/siklus-baru/", begun).url == PAGE
    stranger = as_user(people.stranger)
    assert stranger.post("/satuan-kerja/3520/siklus-baru/", begun).url == "/skm/3520/2025-S2/"


def test_others_cannot(as_user, people, old, new):
    for person in (people.staff, people.head, people.secretary, people.supervisor):
        assert as_user(person).get(PAGE).status_code == 403
    assert as_user(people.stranger).get(PAGE).status_code == 404


def test_a_cycle_that_is_prepared_takes_nothing(admin, old, new, magetan):
    seen = admin.get(PAGE).context["brought"].seen
    Survey.objects.filter(pk=new.pk).update(lock=Lock.PREPARED)
    assert admin.post(PAGE, {"chosen": [f"rtl-{open_plan(old).pk}"], "seen": seen}).status_code == 403
    assert "sudah disiapkan" in flat(admin.get(PAGE))
    assert not plans(new)


def test_of_several_cycles_the_last_one_is_asked(admin, old, new, ngawi):
    make_survey(ngawi, "2024-S2")
    assert admin.get(PAGE).context["brought"].offers.origin == old
