"""What brings an office in takes a name as the forms do: tidied, not empty, no longer than its column."""

import pytest

from offices.creating import NewOffice, add_admin, checked, create_office
from offices.declining import Declined
from offices.models import AuditEvent, Membership, Office, Role, User
from tests.cases import in_one_test

NEW = NewOffice("3522", "Kantor Kecamatan Paron", "Kec. Paron", "Ngawi", "")


@in_one_test(
    ("kind", "key", "typed", "told"),
    [
        (Office, "name", "  Kantor \t Paron ", "Kantor Paron"),
        (Office, "name", "Kantor\ufeff Par\u00adon", "Kantor Paron"),
        (Office, "name", "N" * 200, "N" * 200),
        (Office, "code", "kec.paron_1-a", "kec.paron_1-a"),
        (User, "name", "Sri\nContoh", "Sri Contoh"),
    ],
)
def test_a_text_is_tidied_to_one_line(kind, key, typed, told):
    assert checked(kind, key, typed) == told


@in_one_test(
    ("kind", "key", "typed", "told"),
    [
        (Office, "name", "", "Nama: "),
        (Office, "name", " \u00ad ", "Nama: "),
        (Office, "name", "N" * 201, "Nama: .*200"),
        (Office, "short_name", "N" * 101, "Nama singkat: .*100"),
        (Office, "place", "N" * 101, "Tempat penandatanganan: .*100"),
        (Office, "code", "dua kata", "Kode: .*huruf, angka, titik"),
        (Office, "code", "K" * 33, "Kode: "),
        (User, "name", "N" * 400, "Nama"),
    ],
)
def test_what_no_form_would_take_is_declined_by_the_name_of_its_field(kind, key, typed, told):
    with pytest.raises(Declined, match=f"^{told}"):
        checked(kind, key, typed)


@pytest.mark.django_db
class TestCreating:
    def test_an_office_is_made_with_its_event(self):
        office = create_office(NEW)
        assert (office.code, office.name, office.short_name) == ("3522", "Kantor Kecamatan Paron", "Kec. Paron")
        event = AuditEvent.objects.get()
        assert (event.action, event.actor_id, event.office_code) == ("office.create", None, "3522")
        assert (event.after["name"], event.after["parent"]) == (office.name, "")

    def test_where_no_short_name_is_given_the_name_is_cut_to_fit(self):
        office = create_office(NewOffice("3522", "N" * 150, "", "", ""))
        assert (office.name, office.short_name, office.place) == ("N" * 150, "N" * 100, "")

    def test_the_office_above_is_found_whatever_the_case_of_its_code(self, province):
        office = create_office(NewOffice("3522", "Kantor", "", "", "35"))
        assert office.parent == province
        assert AuditEvent.objects.get().after["parent"] == "35"

    @pytest.mark.parametrize(
        ("wanted", "error"),
        [
            (NewOffice("3522", "Kantor", "", "", "9999"), Office.DoesNotExist),
            (NewOffice("dua kata", "Kantor", "", "", ""), Declined),
            (NewOffice("3522", "", "", "", ""), Declined),
            (NewOffice("3522", "Kantor", "S" * 101, "", ""), Declined),
            (NewOffice("3522", "Kantor", "", "T" * 101, ""), Declined),
        ],
    )
    def test_what_is_refused_leaves_nothing(self, wanted, error):
        with pytest.raises(error):
            create_office(wanted)
        assert (Office.objects.count(), AuditEvent.objects.count()) == (0, 0)

    def test_the_first_admin_may_be_named_later(self):
        office = create_office(NEW)
        user, password = add_admin(office, "admin.paron", "")
        assert (user.name, user.username, user.must_change_password) == ("admin.paron", "admin.paron", True)
        assert user.check_password(password)
        assert Membership.objects.get(user=user).role == Role.ADMIN
        with pytest.raises(Declined):
            add_admin(office, "ADMIN.paron", "Orang Lain")
        assert User.objects.count() == 1
