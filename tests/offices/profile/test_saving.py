"""The verbs for a profile and its pictures: written whole with one event, read back as it was, files kept by digest."""

from dataclasses import replace
from hashlib import sha256

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from offices.models import AuditEvent, Office, ParafRule, Role, Zone
from offices.profile.saving import PICTURES, Social, profile_of, remove_picture, save_profile, set_picture

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_media")]


@pytest.fixture
def wanted(ngawi):
    return replace(
        profile_of(ngawi),
        name="Kantor Kecamatan Paron",
        address="Jl. Raya No. 1\nParon",
        socials=(Social("Instagram", "@paron"), Social("X", "@kecparon")),
        zone=Zone.WITA,
        paraf=ParafRule.REQUIRED,
        staff_called="Petugas",
        number_template="{nomor}/{tahun}",
        pdf_limit_mb=10,
        second_factor_roles=(Role.ADMIN, Role.SECRETARY),
    )


def test_what_was_saved_is_what_is_read(ngawi, people, wanted):
    save_profile(ngawi, people.admin, wanted)
    assert profile_of(Office.objects.get(pk=ngawi.pk)) == wanted


def test_it_is_one_event_that_tells_before_and_after(ngawi, people, wanted):
    save_profile(ngawi, people.admin, wanted)
    event = AuditEvent.objects.get()
    assert (event.action, event.actor_id, event.office_code) == ("office.change", people.admin.pk, "3521")
    assert (event.before["name"], event.after["name"]) == (ngawi.name, "Kantor Kecamatan Paron")
    assert event.after["socials"] == [
        {"platform": "Instagram", "label": "@paron"},
        {"platform": "X", "label": "@kecparon"},
    ]


def test_the_offices_beside_it_and_its_code_parent_and_pictures_stay(ngawi, magetan, people, wanted):
    set_picture(ngawi, people.admin, "logo", b"gambar", "png")
    others = Office.objects.filter(pk=magetan.pk).values().get()
    save_profile(ngawi, people.admin, wanted)
    office = Office.objects.get(pk=ngawi.pk)
    assert (office.code, office.parent, bool(office.logo)) == ("3521", ngawi.parent, True)
    assert Office.objects.filter(pk=magetan.pk).values().get() == others


@pytest.mark.parametrize(
    "change",
    [{"name": ""}, {"short_name": ""}, {"all_units_label": ""}, {"zone": "WIS"}, {"paraf": "x"}],
)
def test_what_the_database_does_not_take_changes_nothing_and_is_no_event(ngawi, people, wanted, change):
    before = profile_of(ngawi)
    with pytest.raises(IntegrityError), transaction.atomic():
        save_profile(ngawi, people.admin, replace(wanted, **change))
    assert profile_of(Office.objects.get(pk=ngawi.pk)) == before
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("column", PICTURES.values())
def test_a_picture_lies_under_its_digest_and_its_file_stays_when_it_is_taken_away(ngawi, people, column):
    set_picture(ngawi, people.admin, column, b"gambar", "png")
    name = getattr(Office.objects.get(pk=ngawi.pk), column).name
    assert name == f"offices/3521/{sha256(b'gambar').hexdigest()}.png"
    remove_picture(ngawi, people.admin, column)
    assert not getattr(Office.objects.get(pk=ngawi.pk), column)
    assert default_storage.exists(name)
    told = AuditEvent.objects.order_by("pk").values_list("action", "before", "after")
    assert list(told) == [
        ("office.picture_set", {column: ""}, {column: name}),
        ("office.picture_remove", {column: name}, {column: ""}),
    ]


def test_the_same_picture_again_is_the_same_file(ngawi, people):
    for column in ("logo", "cover_front"):
        set_picture(ngawi, people.admin, column, b"gambar", "png")
    office = Office.objects.get(pk=ngawi.pk)
    assert office.logo.name == office.cover_front.name
