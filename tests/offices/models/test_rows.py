"""Offices, units, notices, the trail: how they are found, in which order they stand, what they are called."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone

from offices.models import (
    BY_MAIL_ALONE,
    LINKS,
    SWITCHABLE,
    WORK,
    AuditEvent,
    AuditName,
    Counter,
    KeptForm,
    Notice,
    NoticeKind,
    Office,
    OpenSession,
    SentForm,
    Unit,
    UnwantedMail,
    known_code,
    office_with,
    picture_path,
    valid_code,
)
from offices.notices.words import SENTENCES
from tests.cases import in_one_test

pytestmark = pytest.mark.django_db


@in_one_test(
    ("code", "sound"),
    [
        *(("3521", True), ("KPU-Ngawi_1.2", True), ("a" * 32, True), ("a" * 33, False)),
        *(("", False), ("35 21", False), ("35/21", False), ("é", False), ("3521\n", False)),
    ],
)
def test_a_code_has_letters_numbers_and_few_signs(code, sound):
    try:
        valid_code(code)
    except ValidationError:
        assert not sound
    else:
        assert sound


def test_an_office_is_found_however_its_code_is_typed(ngawi):
    Office.objects.filter(pk=ngawi.pk).update(code="KPU-Ngawi")
    for typed in ("KPU-Ngawi", "kpu-ngawi", " KPU-NGAWI ", "kpu\u200b-ngawi"):
        assert office_with(typed) == ngawi
        assert known_code(typed) == "KPU-Ngawi"
    for unknown in ("", "KPU", "KPU-Ngawi2", "KPU_Ngawi", "%"):
        assert office_with(unknown) is None
        assert known_code(unknown) == unknown


def test_pictures_of_an_office_lie_under_its_code(ngawi):
    assert picture_path(ngawi, "ab12.png") == "offices/3521/ab12.png"


def test_offices_stand_by_code_and_units_as_the_office_puts_them(ngawi, magetan):
    assert [office.code for office in Office.objects.all()] == ["35", "3520", "3521"]
    Unit.objects.filter(office=ngawi, key="tekhum").update(position=1)
    assert [unit.key for unit in ngawi.units.all()] == ["kul", "tekhum", "rendatin"]
    assert [unit.office.code for unit in Unit.objects.all()] == ["3520"] * 3 + ["3521"] * 3


def test_an_office_with_offices_below_it_stays_and_its_units_go_with_it(ngawi, magetan, province):
    with pytest.raises(ProtectedError):
        province.delete()
    magetan.delete()
    assert set(Unit.objects.values_list("office", flat=True)) == {ngawi.pk}


def test_a_new_office_has_what_most_want():
    office = Office()
    assert (office.zone, office.paraf) == ("WIB", "shown")
    assert (office.socials, office.second_factor_roles, office.pdf_limit_mb) == ([], [], None)
    assert Office().socials is not office.socials


def test_every_kind_of_notice_has_its_words_and_goes_one_way():
    """What only comes by mail is in no list; what may be switched off is work, never what was done to an account."""
    assert set(SENTENCES) == set(NoticeKind)
    assert set(LINKS) < set(BY_MAIL_ALONE)
    assert set(SWITCHABLE) == {*WORK, NoticeKind.WEEKLY}
    assert set(WORK).isdisjoint(BY_MAIL_ALONE)
    width = Notice._meta.get_field("kind").max_length
    assert [kind for kind in NoticeKind if len(kind.value) > width] == []
    assert UnwantedMail._meta.get_field("kind").max_length == width


def test_notices_stand_with_the_newest_first_and_of_one_moment_the_last(people):
    now = timezone.now()
    old, first, last = (
        Notice.objects.create(user=people.staff, kind=NoticeKind.ENABLED, at=now - timedelta(days=days))
        for days in (1, 0, 0)
    )
    assert list(Notice.objects.all()) == [last, first, old]
    assert (last.told, last.place, last.key, last.understood_at) == ({}, "", "", None)


def test_several_notices_need_no_key_and_one_of_another_person_may_have_the_same(people):
    for user in (people.staff, people.head):
        Notice.objects.create(user=user, kind=NoticeKind.WEEKLY, key="2026-W09")
        for _twice in range(2):
            Notice.objects.create(user=user, kind=NoticeKind.ENABLED)
    assert Notice.objects.count() == 6


def test_who_did_something_may_go_and_what_was_done_stays_told(people):
    Notice.objects.create(user=people.staff, kind=NoticeKind.ENABLED, actor=people.nobody)
    people.nobody.delete()
    assert Notice.objects.get().actor is None
    people.staff.delete()
    assert not Notice.objects.exists()


def test_events_stand_with_the_newest_first_and_rows_of_the_door_tell_no_secret(people):
    for action in ("unit.add", "unit.close"):
        AuditEvent.objects.create(action=action, object_label="Subbag kul")
    assert [str(event) for event in AuditEvent.objects.all()] == ["unit.close Subbag kul", "unit.add Subbag kul"]
    named = {
        str(AuditName(key="user:7", text="Rina (rina)")): "Rina (rina)",
        str(Counter(key="rahasia", count=3)): "3",
        str(OpenSession(user=people.staff, stamp="rahasia", device="Firefox di Linux")): "Firefox di Linux",
        str(SentForm(user=people.staff, address="/skm/", mark="rahasia")): "/skm/",
        str(KeptForm(user=people.staff, page="/", address="/rtl/", key="rahasia", fields=[["a", "b"]])): "/rtl/",
    }
    assert {said for said, words in named.items() if said != words} == set()
