"""Catatan Kelengkapan: what it says, where it leads, how it is answered, and what stands beside the fields."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from followups.fields import PLAN_FIELDS
from followups.models import ActionPlan, Completion, Upkeep
from reports.findings.answers import case_now, judged
from reports.models import Answer
from reports.rules.registry import RULES
from surveys.models import Element, Lock
from tests.conftest import LATER, make_plan
from tests.mass import sampled
from tests.reports.findings.ids import ids_of

FINDINGS = "/pemeriksaan/3521/2025-S1/"
REASON = "Jadwal ditetapkan bersama anggaran berikutnya."


@pytest.fixture(autouse=True)
def warned(survey):
    """The cast's cycle with two plans that lack their months, and an upkeep."""
    first, second = ActionPlan.objects.filter(priority__followup__survey=survey)
    for plan in (first, second):
        plan.months.all().delete()
    Completion.objects.create(plan=second, reason="Petugas terbatas.", strategy="Menambah petugas.", latest=LATER)
    followup = first.priority.followup
    Upkeep.objects.create(
        followup=followup, element=Element.objects.get(key="pengaduan"), position=1, activity="Rapat."
    )
    return second


def lines(response):
    return [line for chapter in response.context["chapters"] for line in chapter.lines]


def line(response, rule):
    return next(item for item in lines(response) if item.rule == rule)


def subjects(survey, rule):
    found = judged(survey, case_now(survey), at_signing=True)
    return [item.finding.subject for item in found if item.finding.id == rule]


def test_a_rule_is_one_line_with_its_places(as_user, people):
    page = as_user(people.admin).get(FINDINGS)
    assert [spot.place for spot in line(page, "K04").spots] == [
        "Tabel 2.2, nomor 1 a, Waktu",
        "Tabel 2.2, nomor 1 b, Waktu",
    ]
    assert len([item for item in lines(page) if item.rule == "K04"]) == 1


def test_findings_are_grouped_by_chapter_in_the_reports_order_with_counts(as_user, people):
    page = as_user(people.admin).get(FINDINGS)
    chapters = page.context["chapters"]
    assert [chapter.title for chapter in chapters] == ["Bab II", "Bab III", "Bab IV", "Sampul belakang"]
    assert sum(chapter.count for chapter in chapters) == page.context["finding_count"]


def test_every_place_leads_to_a_field_that_is_there(as_user, people):
    client = as_user(people.admin)
    for item in lines(client.get(FINDINGS)):
        for spot in item.spots:
            page = client.get(spot.where.page)
            assert page.status_code == 200
            if spot.where.field:
                assert spot.where.field in ids_of(page), spot


@pytest.mark.parametrize("who", sampled(["staff", "supervisor"], every=2))
def test_who_may_not_edit_is_led_to_a_page_that_opens(as_user, people, who):
    client = as_user(getattr(people, who))
    for item in lines(client.get(FINDINGS)):
        for spot in item.spots:
            assert client.get(spot.where.page).status_code == 200


class TestAnswers:
    def test_several_places_get_one_reason_that_stays(self, as_user, people, survey):
        client = as_user(people.secretary)
        sent = {"subject": subjects(survey, "K04"), "reason": REASON}
        page = client.post(FINDINGS, sent, follow=True)
        assert "Penjelasan untuk 2 catatan tersimpan." in page.content.decode()
        assert [spot.answer.reason for spot in line(page, "K04").spots] == [REASON, REASON]
        assert (REASON in client.get(FINDINGS).content.decode()) is True

    def test_it_says_which_lapsed(self, as_user, people, survey, warned):
        client = as_user(people.admin)
        client.post(FINDINGS, {"subject": subjects(survey, "K04")[1:], "reason": REASON})
        warned.months.create(kind="planned", month=date(2025, 10, 1))
        page = client.get(FINDINGS).content.decode()
        assert "Penjelasan yang tidak berlaku lagi" in page
        assert REASON in page

    def test_what_was_typed_is_kept_when_it_is_refused(self, as_user, people, survey):
        page = as_user(people.admin).post(FINDINGS, {"subject": subjects(survey, "K04")[:1], "reason": " "})
        assert page.status_code == 422
        assert "Alasan masih kosong" in page.content.decode()
        assert page.content.decode().count("checked") == 1

    def test_only_warnings_have_a_box(self, as_user, people):
        page = as_user(people.admin).get(FINDINGS)
        boxes = page.content.decode().count('name="subject"')
        assert boxes == sum(len(item.spots) for item in lines(page) if item.severity == "warn") > 0

    def test_staff_read_and_are_told_who_may_answer(self, as_user, people, survey):
        client = as_user(people.staff)
        page = client.get(FINDINGS).content.decode()
        assert 'name="subject"' not in page
        assert "menjawab catatan kelengkapan" in page
        assert client.post(FINDINGS, {"subject": subjects(survey, "K04"), "reason": REASON}).status_code == 403

    def test_a_prepared_cycle_takes_no_answers(self, as_user, people, survey):
        wanted = subjects(survey, "K04")
        survey.lock = Lock.PREPARED
        survey.save()
        assert as_user(people.admin).post(FINDINGS, {"subject": wanted, "reason": REASON}).status_code == 403
        assert not Answer.objects.exists()


class TestBeside:
    def beside(self, client, path, tab="plan_table"):
        address = f"{FINDINGS}halaman/{tab}/"
        return client.get(address, headers={"HX-Current-URL": f"http://testserver{path}?x=1#y"})

    def test_a_page_shows_the_findings_of_its_tab(self, as_user, people):
        page = self.beside(as_user(people.admin), "/rtl/3521/2025-S1/")
        rules = {item.rule for item in page.context["lines"]}
        assert "K04" in rules
        assert "S13" not in rules

    def test_each_stands_beside_its_row(self, as_user, people, warned):
        page = self.beside(as_user(people.admin), "/rtl/3521/2025-S1/")
        notes = {item.selector: [line.rule for line in item.lines] for item in page.context["beside"]}
        assert notes[f"#rtl-{warned.pk} .programme"] == ["K04"]

    def test_and_in_the_form_beside_its_field(self, as_user, people, warned):
        page = self.beside(as_user(people.admin), f"/rtl/3521/2025-S1/{warned.pk}/ubah/")
        notes = {item.selector: [line.rule for line in item.lines] for item in page.context["beside"]}
        assert notes["#div_id_months"] == ["K04"]
        assert set(notes) <= {f"#{prefix}{field.key}" for field in PLAN_FIELDS for prefix in ("id_", "div_id_")}

    def test_what_nobody_can_mend_stands_beside_its_field_and_in_no_list(self, as_user, people):
        client = as_user(people.admin)
        page = self.beside(client, "/skm/3521/2025-S1/", "survey")
        assert "N7" not in {line.rule for line in page.context["lines"]}
        assert [line.rule for item in page.context["beside"] for line in item.lines].count("N7") == 1
        assert "N7" not in client.get(FINDINGS).content.decode()

    def test_an_unknown_tab_has_none(self, as_user, people):
        page = self.beside(as_user(people.admin), "/lain/", "lain")
        assert page.status_code == 200
        assert "Tidak ada catatan kelengkapan di halaman ini." in page.content.decode()

    def test_it_costs_the_same_with_many_plans(self, as_user, people, warned):
        client = as_user(people.admin)
        self.beside(client, "/rtl/3521/2025-S1/")
        with CaptureQueriesContext(connection) as few:
            self.beside(client, "/rtl/3521/2025-S1/")
        for number in range(12):
            make_plan(warned.priority, 5 + number).months.all().delete()
        with CaptureQueriesContext(connection) as many:
            self.beside(client, "/rtl/3521/2025-S1/")
        assert len(many) == len(few)


def test_every_rule_has_a_meaning_in_indonesian():
    assert all(rule.meaning.endswith(".") and rule.meaning[0].isupper() for rule in RULES)
    assert resolve(FINDINGS).url_name == "findings"
