"""Whose word holds: the highest office that lays a value down, then the office, then the portal."""

from dataclasses import replace

import pytest

from offices.appearance.chosen import appearance_of, chosen_for, laid_down_by, save_choice
from offices.appearance.telling import tell_below
from offices.appearance.values import AS_THE_PORTAL
from offices.models import AuditEvent, Notice, NoticeKind, Office, Role
from offices.notices.words import sentence_of
from tests.conftest import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def country(province):
    """An office above the province."""
    above = Office.objects.create(code="00", name="Kantor Pusat", short_name="Pusat")
    Office.objects.filter(pk=province.pk).update(parent=above)
    return above


def lay_down(office, people, **said):
    save_choice(office, people.supervisor, said, for_below=True)


def choose(office, people, **said):
    save_choice(office, people.admin, said, for_below=False)


def test_who_chose_nothing_has_the_values_of_the_portal(ngawi):
    chosen = chosen_for(ngawi)
    assert (chosen.appearance, chosen.own, chosen.fixed) == (AS_THE_PORTAL, {}, {})


def test_an_office_chooses_what_nobody_above_laid_down(ngawi, province, people):
    choose(ngawi, people, paper="F4", colour="maroon", has_summary=False)
    lay_down(province, people, colour="blue", statuses="plain")
    chosen = chosen_for(ngawi)
    wanted = replace(AS_THE_PORTAL, paper="F4", colour="blue", statuses="plain", has_summary=False)
    assert chosen.appearance == wanted
    assert {name: laid_down.by for name, laid_down in chosen.fixed.items()} == {
        "colour": province,
        "statuses": province,
    }
    assert chosen.own == {"paper": "F4", "colour": "maroon", "has_summary": False}


def test_the_highest_office_has_the_last_word(ngawi, province, country, people):
    lay_down(province, people, colour="blue", size="12")
    lay_down(country, people, colour="maroon", has_summary=False)
    chosen = chosen_for(ngawi)
    assert (chosen.appearance.colour, chosen.appearance.size, chosen.appearance.has_summary) == ("maroon", "12", False)
    assert {name: laid_down.by for name, laid_down in chosen.fixed.items()} == {
        "colour": country,
        "size": province,
        "has_summary": country,
    }
    assert appearance_of(province).colour == "maroon"


def test_what_is_laid_down_below_is_not_for_the_office_itself_nor_for_its_neighbours(ngawi, magetan, province, people):
    lay_down(province, people, colour="blue")
    lay_down(ngawi, people, colour="maroon")
    assert [appearance_of(office).colour for office in (province, ngawi, magetan)] == ["teal", "blue", "blue"]


def test_what_is_taken_back_is_the_offices_own_choice_again(ngawi, province, people):
    choose(ngawi, people, colour="green")
    lay_down(province, people, colour="blue", paper="F4")
    lay_down(province, people, paper="F4")
    assert (appearance_of(ngawi).colour, laid_down_by(province)) == ("green", {"paper": "F4"})


def test_the_admins_below_are_told_of_what_was_laid_down_and_of_nothing_else(ngawi, magetan, province, people):
    save_choice(ngawi, people.admin, {"paper": "F4"}, for_below=False)
    assert not Notice.objects.filter(kind=NoticeKind.LOOK_LAID).exists()
    save_choice(province, people.supervisor, {"colour": "blue", "size": "12"}, for_below=True)
    notice = Notice.objects.get(kind=NoticeKind.LOOK_LAID, user=people.admin)
    assert notice.place == "/satuan-kerja/3521/tampilan/"
    assert sentence_of(notice).startswith("Tampilan laporan (ukuran huruf, warna) diatur oleh")
    save_choice(province, people.supervisor, {"colour": "blue", "size": "12"}, for_below=True)
    assert Notice.objects.filter(kind=NoticeKind.LOOK_LAID, user=people.admin).count() == 1


def test_to_tell_many_admins_costs_as_much_as_to_tell_one(ngawi, magetan, province, people, django_assert_num_queries):
    for office in (ngawi, magetan):
        for number in range(3):
            make_user(f"admin.{office.code}.{number}", Role.ADMIN, office)
    with django_assert_num_queries(2):
        tell_below(province, people.supervisor, ["colour"])
    told = Notice.objects.filter(kind=NoticeKind.LOOK_LAID)
    assert set(told.values_list("place", flat=True)) == {"/satuan-kerja/3520/tampilan/", "/satuan-kerja/3521/tampilan/"}
    assert told.count() > 5


def test_each_choice_is_one_event_with_before_and_after(ngawi, province, people):
    choose(ngawi, people, paper="F4")
    choose(ngawi, people, paper="A4", font="times")
    lay_down(province, people, has_summary=True)
    events = AuditEvent.objects.order_by("pk").values_list("action", "office_code", "before", "after")
    assert list(events) == [
        ("appearance.choose", "3521", {}, {"paper": "F4"}),
        ("appearance.choose", "3521", {"paper": "F4"}, {"paper": "A4", "font": "times"}),
        ("appearance.lay_down", province.code, {}, {"has_summary": True}),
    ]


def test_it_costs_two_queries_however_many_offices_are_above(
    ngawi, province, country, people, django_assert_num_queries
):
    lay_down(province, people, colour="blue")
    lay_down(country, people, paper="F4")
    office = Office.objects.get(pk=ngawi.pk)
    with django_assert_num_queries(2):
        assert appearance_of(office).paper == "F4"
