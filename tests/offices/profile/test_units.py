"""Units of an office: their keys for addresses, their names that stand once, and what keeps one from being deleted."""

from datetime import date

import pytest

from followups.models import ActionPlan
from offices.declining import Declined
from offices.models import AuditEvent, Unit
from offices.profile import units as verbs


@pytest.fixture
def admin(people):
    return people.admin


@pytest.fixture
def kul(ngawi):
    return ngawi.units.get(key="kul")


@pytest.mark.parametrize(
    ("short_name", "key"),
    [
        ("Subbag Hukum", "hukum"),
        ("Bagian KUL", "kul2"),
        ("PPID", "ppid"),
        ("—", "unit"),
        ("Bagian 2", "2"),
        (f"Subbag {'panjang' * 6}", ("panjang" * 6)[:24]),
    ],
)
def test_a_unit_is_called_in_addresses_by_the_last_word_of_its_name(admin, ngawi, short_name, key):
    unit = verbs.add_unit(ngawi, admin, f"Bagian {short_name}", short_name)
    assert (unit.key, unit.position) == (key, 4)


def test_a_third_of_one_word_gets_the_next_number(admin, ngawi):
    made = [verbs.add_unit(ngawi, admin, f"Nama {at}", f"Seksi {at} Arsip").key for at in "abc"]
    assert made == ["arsip", "arsip2", "arsip3"]


def test_the_first_unit_of_an_office_stands_first(admin, province):
    assert verbs.add_unit(province, admin, "Bagian Umum", "Umum").position == 1


@pytest.mark.parametrize(
    ("names", "field"),
    [(("SUBBAGIAN KUL", "Lain"), "name"), (("Lain", "subbag  kul"), "short_name"), (("Lain", "Subbag rendatin"), None)],
)
def test_a_name_of_another_open_unit_is_refused_at_its_field(admin, ngawi, kul, names, field):
    other = ngawi.units.get(key="rendatin")
    if field is None:
        verbs.rename_unit(ngawi, admin, other, *names)
        return
    with pytest.raises(Declined, match="sudah memakai nama ini") as refused:
        verbs.rename_unit(ngawi, admin, other, *names)
    assert refused.value.faults.keys() == {field}
    other.refresh_from_db()
    assert other.name == "Subbagian rendatin"
    assert not AuditEvent.objects.exists()


def test_the_name_of_a_closed_unit_is_free_until_it_opens_again(admin, ngawi, kul):
    verbs.close_unit(ngawi, admin, kul, date(2025, 1, 1))
    verbs.add_unit(ngawi, admin, kul.name, kul.short_name)
    with pytest.raises(Declined, match="sudah memakai nama ini"):
        verbs.reopen_unit(ngawi, admin, kul)
    assert Unit.objects.get(pk=kul.pk).closed_on == date(2025, 1, 1)
    assert list(AuditEvent.objects.order_by("pk").values_list("action", flat=True)) == ["unit.close", "unit.add"]


def test_closing_and_opening_are_told_with_the_day(admin, ngawi, kul):
    verbs.close_unit(ngawi, admin, kul, date(2025, 1, 1))
    verbs.reopen_unit(ngawi, admin, kul)
    closed, opened = AuditEvent.objects.order_by("pk")
    assert (closed.action, closed.before, closed.after) == (
        "unit.close",
        {"closed_on": None},
        {"closed_on": "2025-01-01"},
    )
    assert (opened.action, opened.after) == ("unit.reopen", {"closed_on": None})


def test_what_a_plan_and_a_person_name_is_not_deleted_and_both_are_said(admin, ngawi, survey, kul):
    with pytest.raises(Declined) as refused:
        verbs.delete_unit(ngawi, admin, kul)
    told = str(refused.value)
    assert "tidak dapat dihapus, karena dipakai oleh" in told
    assert str(ActionPlan._meta.verbose_name_plural) in told and "peran pengguna" in told and " dan " in told
    assert Unit.objects.filter(pk=kul.pk).exists()


def test_what_nothing_names_goes_with_its_event(admin, ngawi):
    spare = ngawi.units.get(key="tekhum")
    verbs.delete_unit(ngawi, admin, spare)
    assert not Unit.objects.filter(pk=spare.pk).exists()
    event = AuditEvent.objects.get()
    assert (event.action, event.before) == (
        "unit.delete",
        {"name": "Subbagian tekhum", "short_name": "Subbag tekhum"},
    )
