"""What must be true of offices, people and their forms, whoever writes it: each rule of the database refuses."""

import pytest
from django.db import connection
from django.utils import timezone

from offices.models import (
    CalendarKey,
    KeptForm,
    Membership,
    Notice,
    NoticeKind,
    Office,
    ReportAppearance,
    Role,
    SentForm,
    Unit,
    UnwantedMail,
    User,
)
from offices.recording.appearance_words import APPEARANCE_CHOICES
from tests.constraints import again, sets, unguarded

pytestmark = pytest.mark.each_database
NOW = timezone.now()


def test_every_constraint_refuses_what_breaks_it(people, ngawi, magetan):
    User.objects.filter(pk=people.staff.pk).update(nip="198305032009021002")
    Notice.objects.create(user=people.staff, kind=NoticeKind.ENABLED, key="once")
    UnwantedMail.objects.create(user=people.staff, kind=NoticeKind.WAITS)
    SentForm.objects.create(user=people.staff, address="/", mark="a")
    ReportAppearance.objects.create(office=ngawi)
    KeptForm.objects.create(user=people.staff, page="/", address="/", key="a", fields=[])
    units = Unit.objects.filter(office=ngawi).order_by("pk")
    of_admin = Membership.objects.filter(user=people.admin)
    of_head = Membership.objects.filter(user=people.head)
    writes = {
        "appearance_once_each": again(ReportAppearance),
        **{f"appearance_{name}_known": sets(ReportAppearance, **{name: "x"}) for name in APPEARANCE_CHOICES},
        "office_zone_known": sets(Office, zone="UTC"),
        "office_paraf_known": sets(Office, paraf="maybe"),
        "office_is_named": sets(Office, short_name=""),
        "office_not_its_own_parent": lambda: Office.objects.filter(pk=ngawi.pk).update(parent=ngawi),
        "office_code_unique_in_any_case": lambda: (
            Office.objects.filter(pk=ngawi.pk).update(code="Kab-A"),
            Office.objects.filter(pk=magetan.pk).update(code="kab-a"),
        ),
        "unit_key_unique_in_office": lambda: units.filter(pk=units[1].pk).update(key=units[0].key),
        "unit_is_named": sets(Unit, name=""),
        "user_employment_known": sets(User, employment="x"),
        "user_nip_unique": lambda: User.objects.filter(pk=people.head.pk).update(nip="198305032009021002"),
        "user_reset_has_its_way": sets(User, password_reset_at=NOW),
        "user_name_unique_in_any_case": lambda: connection.cursor().execute(
            "UPDATE offices_user SET username = 'OPERATOR' WHERE id = %s", [people.head.pk]
        ),
        "user_temporary_password_lapses": sets(User, must_change_password=True),
        "membership_role_known": lambda: of_admin.update(role="boss"),
        "membership_unit_fits_role": lambda: of_head.update(unit=None),
        "membership_office_role_once": lambda: Membership.objects.create(
            user=people.admin, office=ngawi, role=Role.ADMIN
        ),
        "membership_unit_role_once": lambda: Membership.objects.create(
            user=people.head, office=ngawi, role=Role.HEAD, unit=of_head.get().unit
        ),
        "notice_kind_known": sets(Notice, kind="gossip"),
        "notice_key_once": again(Notice),
        "unwanted_mail_once": again(UnwantedMail),
        "unwanted_mail_can_be_switched": sets(UnwantedMail, kind=NoticeKind.ENABLED),
        "sent_form_once": again(SentForm),
        "kept_form_once_per_address": again(KeptForm, page="/lain/"),
    }
    assert unguarded("offices", writes) == {}


def test_what_they_leave_free_can_be_written(people, ngawi, magetan):
    Unit.objects.filter(office=magetan, key="kul").update(key="kul", name="Subbagian kul")
    for unit in ngawi.units.all():
        Membership.objects.get_or_create(user=people.head, office=ngawi, role=Role.HEAD, unit=unit)
    Membership.objects.create(user=people.admin, office=ngawi, role=Role.SECRETARY)
    Membership.objects.create(user=people.admin, office=magetan, role=Role.ADMIN)
    User.objects.filter(pk__in=[people.staff.pk, people.head.pk]).update(nip="")
    assert people.head.memberships.count() == 3
    assert people.admin.memberships.count() == 3


def test_each_row_is_called_by_what_people_know_it_by(people, ngawi):
    role = people.head.memberships.get()
    assert str(role) == "Kasubbag – Kepala Unit"
    assert (str(ngawi), str(ngawi.units.first())) == ("KPU Kabupaten Ngawi", "Subbag kul")
    assert str(User(username="tanpa-nama")) == "tanpa-nama"
    notice = Notice(user=people.head, kind=NoticeKind.ENABLED)
    assert str(notice).startswith("Kasubbag: ")
    assert str(CalendarKey(user=people.head)) == "Kalender Kasubbag"
    assert str(UnwantedMail(user=people.head, kind=NoticeKind.WAITS)).startswith("Kasubbag: ")
