"""What templates ask about a person: the offices to which the navigation leads, roles, notices, the second factor."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.template import Context, Template
from django.utils import timezone

from offices.models import Membership, Notice, NoticeKind, Office, Role, User
from offices.notices.telling import notify
from offices.templatetags.people import in_words, own_offices, supervised_offices
from tests.cases import in_one_test
from tests.journeys.routes import SECRET

pytestmark = pytest.mark.django_db

NGAWI, MAGETAN = Office(pk=1, code="3521", short_name="Ngawi"), Office(pk=2, code="3520", short_name="Magetan")


def offices_of(*roles):
    return [
        (own.office, own.trail, own.only) for own in own_offices(Membership(office=at, role=role) for at, role in roles)
    ]


@in_one_test(("role", "trail"), [(Role.STAFF, False), (Role.HEAD, False), (Role.ADMIN, True), (Role.SECRETARY, True)])
def test_where_somebody_works_is_their_only_office(role, trail):
    assert offices_of((NGAWI, role)) == [(NGAWI, trail, True)]


def test_an_office_stands_there_once_whatever_the_roles_in_it_and_their_order():
    for roles in ([Role.STAFF, Role.ADMIN], [Role.ADMIN, Role.STAFF], [Role.STAFF, Role.STAFF, Role.SECRETARY]):
        assert offices_of(*((NGAWI, role) for role in roles)) == [(NGAWI, True, True)]


def test_of_several_offices_none_is_the_only_one():
    assert offices_of((NGAWI, Role.STAFF), (MAGETAN, Role.ADMIN)) == [(NGAWI, False, False), (MAGETAN, True, False)]


def test_who_watches_over_offices_has_none_of_their_own():
    assert offices_of((NGAWI, Role.SUPERVISOR)) == []
    assert offices_of((NGAWI, Role.SUPERVISOR), (MAGETAN, Role.STAFF)) == [(MAGETAN, False, True)]
    assert offices_of() == []


def drawn(template, **values):
    return Template(f"{{% load people %}}{template}").render(Context(values))


@in_one_test(
    ("action", "told"),
    [
        ("SIGN", "Sekretaris"),
        ("EDIT_OFFICE", "Admin"),
        ("EDIT_TEXTS", "Admin atau Panitera"),
        ("PARAF", "Kasubbag, Admin atau Panitera"),
    ],
)
def test_who_may_is_told_in_the_words_of_the_office(action, told):
    office = Office(head_called="Kasubbag", secretary_called="" if action == "SIGN" else "Panitera")
    assert drawn(f'{{% who_may "{action}" office %}}', office=office) == told


def test_a_role_is_called_as_its_office_calls_it():
    template = '{% called "secretary" office %}, {% called "staff" office %}'
    assert drawn(template, office=Office(secretary_called="Panitera")) == "Panitera, Operator"


def test_notices_come_in_words_and_a_name_never_as_markup(people):
    notices = [
        Notice(pk=7, user=people.staff, actor=people.admin, kind=NoticeKind.ENABLED, at=timezone.now()),
        Notice(pk=8, user=people.staff, kind=NoticeKind.WAITS, told={"plan": "<b>Loket</b>"}, place="/rtl/",
               at=timezone.now(), understood_at=timezone.now()),
    ]  # fmt: skip
    first, second = in_words(notices)
    assert (first.number, first.is_new, first.place) == (7, True, "")
    assert first.sentence.startswith("Akun Anda diaktifkan kembali oleh Admin (admin) pada ") and first.advice
    assert (second.number, second.is_new, second.advice, second.place) == (8, False, "", "/rtl/")
    page = drawn("{% for told in notices|in_words %}{{ told.sentence }}{% endfor %}", notices=notices)
    assert "&lt;b&gt;Loket" in page and "<b>" not in page


def test_what_one_must_have_and_has_not_is_known_to_every_page(people, ngawi):
    assert drawn("{% lacks_second_factor user %}", user=people.admin) == "False"
    Office.objects.filter(pk=ngawi.pk).update(second_factor_roles=["admin"])
    admin = User.objects.get(pk=people.admin.pk)
    assert drawn("{% lacks_second_factor user %}", user=admin) == "True"
    TOTP.activate(admin, SECRET)
    assert drawn("{% lacks_second_factor user %}", user=admin) == "False"


def test_roles_and_what_is_unread_are_those_of_who_is_logged_in(people):
    notify(people.staff, NoticeKind.ENABLED, people.admin)
    template = "{% memberships_of user as held %}{% unread_of user as new %}{{ held.0.role }} {{ new.number }}"
    assert drawn(template, user=people.staff) == "staff 1"
    assert drawn(template, user=people.admin).strip() == "admin"


def test_offices_below_which_one_reads_stand_there_once_each_and_those_where_one_works_do_not():
    roles = [(NGAWI, Role.SUPERVISOR), (MAGETAN, Role.ADMIN), (NGAWI, Role.SUPERVISOR), (NGAWI, Role.STAFF)]
    held = [Membership(office=office, role=role) for office, role in roles]
    assert supervised_offices(held) == [NGAWI]
    assert supervised_offices(held[1:2]) == supervised_offices([]) == []
