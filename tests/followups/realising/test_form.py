"""The form of a realisation: which months it offers, how long a text may be, and what it holds of what is stored."""

from datetime import date

import pytest
from django.forms import ValidationError
from django.http import QueryDict

from followups.fields import LONGEST_TEXT
from followups.models import ActionPlan, Completion, FollowUp, MonthKind, Status
from followups.months import Month
from followups.realising.form import LongText, RealisationForm, ReturnForm, told
from followups.responsible import ALL

SENT = "revision=1&status=in_progress"


@pytest.fixture(autouse=True)
def in_november(time_machine):
    time_machine.move_to("2025-11-10 09:00+07:00", tick=False)


@pytest.fixture
def plan(survey):
    """Open, with months from July to December 2025."""
    return ActionPlan.objects.select_related("priority__followup__survey__office").get(position=2)


def form_of(plan, sent=""):
    """The form as it is shown, or with what is sent."""
    return RealisationForm(plan, QueryDict(sent) if sent else None)


def months_in(field):
    return [month for month, _words in field.choices]


def targets_in(field):
    """The months of a field, with what stands for none at first."""
    return [month for year, group in field.choices for month, _words in (group if year else [("", "")])]


# --- the months that are offered


def test_work_was_done_in_a_month_of_the_window_that_has_come(plan):
    field = form_of(plan).fields["months"]
    assert months_in(field) == [f"2025-{number:02d}" for number in range(7, 12)]
    assert field.choices[0] == ("2025-07", "Juli 2025")


@pytest.mark.parametrize(
    ("now", "last"), [("2026-02-01", "2026-02"), ("2026-03-31", "2026-03"), ("2027-01-01", "2026-03")]
)
def test_or_in_one_of_three_months_behind_it(plan, time_machine, now, last):
    time_machine.move_to(f"{now} 09:00+07:00", tick=False)
    assert months_in(form_of(plan).fields["months"])[-1] == last


def test_before_the_window_the_month_that_is_now_is_offered(plan, time_machine):
    time_machine.move_to("2025-05-20 09:00+07:00", tick=False)
    assert months_in(form_of(plan).fields["months"]) == ["2025-05"]


def test_a_month_that_is_stored_is_offered_wherever_it_lies(plan):
    plan.months.create(kind=MonthKind.REALISED, month=date(2025, 1, 1))
    form = form_of(plan)
    assert months_in(form.fields["months"])[:2] == ["2025-01", "2025-07"]
    assert form["months"].value() == ["2025-01"]


def test_it_will_be_done_between_the_month_of_the_report_and_five_years_later(plan):
    latest = targets_in(form_of(plan).fields["latest"])
    assert (latest[:2], latest[-1], len(latest)) == (["", "2026-01"], "2031-01", 62)


def test_a_month_of_the_report_that_is_set_counts_and_one_that_passed_does_not(plan, time_machine):
    FollowUp.objects.update(report_month=date(2026, 3, 1))
    plan = ActionPlan.objects.get(pk=plan.pk)
    assert targets_in(form_of(plan).fields["latest"])[1] == "2026-03"
    time_machine.move_to("2026-08-01 09:00+07:00", tick=False)
    assert targets_in(form_of(plan).fields["earliest"])[1] == "2026-08"


def test_a_target_that_is_stored_and_passed_is_still_offered(plan):
    Completion.objects.create(plan=plan, reason="Anggaran.", latest=date(2025, 10, 1))
    form = form_of(ActionPlan.objects.get(pk=plan.pk))
    assert targets_in(form.fields["latest"])[1] == "2025-10"
    assert form["latest"].value() == "2025-10"
    assert targets_in(form.fields["earliest"])[1] == "2026-01"


# --- what is read of it


def test_what_is_filled_in_is_read_as_values(plan):
    unit = plan.priority.followup.survey.office.units.get(key="kul").pk
    sent = (
        f"{SENT}&description=Baris+1%0D%0ABaris+2&months=2025-10&months=2025-08&reason=Sebab&strategy=Cara"
        f"&latest=2026-03&earliest=&units={unit}&completed_on=&obstacle="
    )
    form = form_of(plan, sent)
    assert form.is_valid(), form.errors
    wanted = form.wanted()
    assert wanted.description == "Baris 1\nBaris 2"
    assert wanted.months == (Month(2025, 8), Month(2025, 10))
    assert (wanted.earliest, wanted.latest, wanted.completed_on) == (None, Month(2026, 3), None)
    assert (wanted.all_units, wanted.units) == (False, (unit,))


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ("revision=1", "status", "Pilih status."),
        ("revision=1&status=maybe", "status", "maybe"),
        (f"{SENT}&months=2024-01", "months", "2024-01"),
        (f"{SENT}&latest=2025-12", "latest", "2025-12"),
        (f"{SENT}&units={ALL}&units=1", "units", ""),
        (f"{SENT}&completed_on=besok", "completed_on", ""),
        (f"{SENT}&reason={'a' * (LONGEST_TEXT + 1)}", "reason", "4.001 karakter; paling banyak 4.000"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(plan, sent, field, words):
    form = form_of(plan, sent)
    assert list(form.errors) == [field]
    assert words in str(form.errors[field])


@pytest.mark.parametrize("text", ["a" * 10, "a\r\n" * 5, ""])
def test_a_text_may_have_as_many_letters_as_are_told(text):
    field = LongText("Alasan", "", longest=10)
    assert field.clean(text) == text.replace("\r\n", "\n").strip()


def test_a_line_end_counts_once_whatever_the_browser_sends():
    field = LongText("Alasan", "", longest=3)
    assert field.clean("a\r\nb") == "a\nb"
    with pytest.raises(ValidationError, match="Teks ini 4 karakter; paling banyak 3"):
        field.clean("a\r\nbc")


# --- what it holds


@pytest.mark.parametrize(
    ("sent", "work", "day", "strategy"),
    [
        (SENT, False, False, False),
        (f"{SENT}&description=Ya", True, False, False),
        (f"{SENT}&obstacle=Ya", True, False, False),
        (f"{SENT}&months=2025-08", True, False, False),
        (f"{SENT}&completed_on=1-10-2025", True, True, False),
        (f"{SENT}&strategy=Ya", False, False, True),
        (f"{SENT}&latest=2026-03", False, False, True),
        (f"{SENT}&units={ALL}", False, False, True),
        (f"{SENT}&reason=Ya", False, False, False),
    ],
)
def test_what_was_typed_is_seen_even_where_the_status_does_not_ask_for_it(plan, sent, work, day, strategy):
    form = form_of(plan, sent)
    assert (form.holds_work, form.holds_day, form.holds_strategy) == (work, day, strategy)


def test_who_only_reads_is_told_each_field_in_words(plan):
    ActionPlan.objects.filter(pk=plan.pk).update(status=Status.IN_PROGRESS, description="Loket ditata.")
    words = dict(told(form_of(ActionPlan.objects.get(pk=plan.pk))))
    assert words["Status"] == "Dalam proses"
    assert words["Deskripsi realisasi"] == "Loket ditata."
    assert "revision" not in " ".join(words).lower()


def test_who_returns_a_realisation_says_what_to_mend():
    assert "Tulis apa yang perlu diperbaiki" in str(ReturnForm({"revision": "1", "note": " "}).errors["note"])
    assert ReturnForm({"revision": "1", "note": "a" * 1000}).is_valid()
    assert "1.001 karakter" in str(ReturnForm({"revision": "1", "note": "a" * 1001}).errors["note"])
