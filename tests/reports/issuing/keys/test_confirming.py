"""A new key signs once a second person said that it is the signatory's: the attacks, the way, and the small office."""

from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from offices.declining import Declined
from offices.models import AuditEvent, NoticeKind, Role, User
from offices.notices.telling import kept
from offices.people.roster import Grant, add_person, details_of, disable_person, reset_password
from reports.issuing import Will, forget_key, keep_key, sign_here
from reports.issuing.keys.confirming import confirm_key, confirmers, decline_key, keys_for
from reports.models import Ground, KeyConfirmation, SigningKey, State, Verdict
from tests.conftest import make_user
from tests.reports.issuing.issuing import AGREED, PASSPHRASE, container, guard, make_prepared, make_signed

pytestmark = pytest.mark.django_db
REFUSED = "menunggu konfirmasi orang kedua"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def key(people):
    guard(people.secretary)
    return keep_key(people.secretary, container(), PASSPHRASE)


def confirmed_by(key, office, actor):
    confirm_key(key, office, actor, key.fingerprint)


# --- the rule


def test_a_new_key_does_not_sign_and_it_is_said_who_may_confirm(people, survey, key):
    report = make_prepared(survey, people)
    with pytest.raises(Declined, match=rf"{REFUSED}.* Yang dapat mengonfirmasi: Admin, Kasubbag\."):
        sign_here(report, people.secretary, PASSPHRASE, AGREED)
    report.refresh_from_db()
    assert report.state == State.PREPARED


def test_the_tick_of_small_offices_does_not_help_in_others(people, survey, key):
    report = make_prepared(survey, people)
    with pytest.raises(Declined, match=REFUSED):
        sign_here(report, people.secretary, PASSPHRASE, Will(agreed=True, own_key=True))


@pytest.mark.parametrize("second", ["admin", "head"])
def test_once_confirmed_it_signs_from_then_on(people, survey, key, second):
    report = make_prepared(survey, people)
    confirmed_by(key, survey.office, getattr(people, second))
    assert sign_here(report, people.secretary, PASSPHRASE, AGREED).state == State.SIGNED
    event = AuditEvent.objects.get(action="signing_key.confirm")
    assert (event.actor_id, event.office_code) == (getattr(people, second).pk, survey.office.code)
    assert event.after["fingerprint"] == key.fingerprint
    assert NoticeKind.KEY_CONFIRMED in [notice.kind for notice in kept(people.secretary)]


def test_the_same_key_is_known_when_it_comes_again_and_another_is_not(people, survey, key):
    confirmed_by(key, survey.office, people.head)
    forget_key(people.secretary)
    keep_key(people.secretary, container(), PASSPHRASE)
    assert keys_for(people.head, [survey.office]) == ()
    keep_key(people.secretary, container(days=1), PASSPHRASE)
    assert [waiting.key.user for waiting in keys_for(people.head, [survey.office])] == [people.secretary]


def test_a_declined_key_does_not_sign_until_somebody_confirms_it_after_all(people, survey, key):
    report = make_prepared(survey, people)
    decline_key(key, survey.office, people.head, key.fingerprint)
    with pytest.raises(Declined, match=r"ditolak oleh Kasubbag\. Yang dapat mengonfirmasi"):
        sign_here(report, people.secretary, PASSPHRASE, AGREED)
    assert AuditEvent.objects.filter(action="signing_key.decline").count() == 1
    assert keys_for(people.head, [survey.office]) == ()
    confirmed_by(key, survey.office, people.admin)
    assert sign_here(report, people.secretary, PASSPHRASE, AGREED).state == State.SIGNED


def test_nobody_confirms_a_key_that_took_the_place_of_the_one_shown(people, survey, key):
    shown = key.fingerprint
    keep_key(people.secretary, container(days=1), PASSPHRASE)
    with pytest.raises(Declined, match="sudah diganti"):
        confirm_key(key, survey.office, people.head, shown)


def test_confirming_in_one_office_is_not_confirming_in_another(people, survey, key, magetan):
    people.secretary.memberships.create(office=magetan, role=Role.SECRETARY)
    confirmed_by(key, survey.office, people.head)
    assert [waiting.office for waiting in keys_for(people.stranger, [magetan])] == [magetan]


# --- attacks


def test_one_admin_who_resets_the_secretary_cannot_confirm(people, survey, key):
    reset_password(survey.office, people.admin, people.secretary)
    assert confirmers(people.secretary, survey.office) == (people.head,)
    with pytest.raises(Declined, match="tidak dapat mengonfirmasi"):
        confirmed_by(key, survey.office, people.admin)


def test_nor_with_the_account_of_a_second_person_that_the_same_admin_reset(people, survey, key):
    for person in (people.secretary, people.head):
        reset_password(survey.office, people.admin, person)
    assert confirmers(people.secretary, survey.office) == (people.supervisor,)
    report = make_prepared(survey, people)
    with pytest.raises(Declined, match=r"di satuan kerja di atasnya: Pemantau; atau pengelola server"):
        sign_here(report, people.secretary, PASSPHRASE, AGREED)


def test_where_nobody_above_may_either_only_the_operator_of_the_server_is_named(people, survey, key):
    for person in (people.secretary, people.head):
        reset_password(survey.office, people.admin, person)
    User.objects.filter(pk=people.supervisor.pk).update(is_active=False)
    report = make_prepared(survey, people)
    with pytest.raises(Declined, match="Saat ini tidak ada yang dapat mengonfirmasinya") as refused:
        sign_here(report, people.secretary, PASSPHRASE, AGREED)
    assert "confirm_key" in str(refused.value)
    assert "cara penandatanganan lain" not in str(refused.value)


def test_shutting_colleagues_out_does_not_widen_the_circle(people, survey, key):
    """An admin with a puppet: whoever else could confirm is shut out, and the puppet still may not."""
    office = survey.office
    puppet, _password = add_person(
        office, people.admin, "boneka", details_of(User(name="Boneka", employment="pns")), frozenset({Grant("admin")})
    )
    guard(people.admin)
    people.admin.memberships.create(office=office, role=Role.SECRETARY)
    own = keep_key(people.admin, container(days=1), PASSPHRASE)
    for other in (people.head, people.secretary):
        disable_person(office, people.admin, other)
    assert confirmers(people.admin, office) == (people.supervisor,)
    with pytest.raises(Declined, match="tidak dapat mengonfirmasi"):
        confirmed_by(own, office, puppet)


def test_the_office_above_finds_what_waits_and_confirms_it_where_nobody_below_may(people, survey, key, as_user):
    client = as_user(people.supervisor)
    assert "Kunci menunggu konfirmasi Anda" not in client.get(reverse("home")).content.decode()
    for person in (people.secretary, people.head):
        reset_password(survey.office, people.admin, person)
    assert "Kunci menunggu konfirmasi Anda" in client.get(reverse("home")).content.decode()
    assert "Kunci ini miliknya" in client.get("/satuan-kerja/3521/kunci/").content.decode()
    address = f"/satuan-kerja/3521/kunci/{key.pk}/konfirmasi/"
    assert client.post(address, {"fingerprint": key.fingerprint}).status_code == 302
    assert KeyConfirmation.objects.get().by == people.supervisor


def test_an_admin_above_confirms_as_well_and_one_beside_does_not_find_it(people, survey, key, province, as_user):
    above = make_user("admin-prov", Role.ADMIN, province)
    for person in (people.secretary, people.head):
        reset_password(survey.office, people.admin, person)
    assert confirmers(people.secretary, survey.office) == (above, people.supervisor)
    assert "Kunci menunggu konfirmasi Anda" in as_user(above).get(reverse("home")).content.decode()
    assert as_user(people.stranger).get("/satuan-kerja/3521/kunci/").status_code == 404


def test_nor_with_an_account_made_for_it(people, survey, key):
    office = survey.office
    reset_password(office, people.admin, people.secretary)
    helper, _password = add_person(
        office, people.admin, "boneka", details_of(User(name="Boneka", employment="pns")), frozenset({Grant("admin")})
    )
    assert helper not in confirmers(people.secretary, office)


def test_nor_through_another_admin_whom_the_first_one_reset(people, survey, key):
    other = make_user("admin-dua", Role.ADMIN, survey.office)
    reset_password(survey.office, people.admin, other)
    reset_password(survey.office, other, people.secretary)
    assert set(confirmers(people.secretary, survey.office)) == {people.head}


def test_the_holder_does_not_confirm_also_where_they_are_admin(people, survey, key):
    people.secretary.memberships.create(office=survey.office, role=Role.ADMIN)
    with pytest.raises(Declined, match="tidak dapat mengonfirmasi"):
        confirmed_by(key, survey.office, people.secretary)


def test_who_is_shut_out_or_operator_does_not_confirm(people, survey, key):
    User.objects.filter(pk=people.head.pk).update(is_active=False)
    assert confirmers(people.secretary, survey.office) == (people.admin,)
    assert people.staff not in confirmers(people.secretary, survey.office)


def test_in_an_office_that_has_just_begun_the_office_above_confirms(ngawi, people):
    User.objects.filter(memberships__office=ngawi).update(is_active=False)
    admin = make_user("pembuka", Role.ADMIN, ngawi)
    grants = {"sekretaris-baru": Grant("secretary"), "admin-baru": Grant("admin")}
    added = {
        name: add_person(ngawi, admin, name, details_of(User(name=name, employment="pns")), frozenset({grant}))[0]
        for name, grant in grants.items()
    }
    assert confirmers(added["sekretaris-baru"], ngawi) == (people.supervisor,)


def test_the_database_refuses_a_holder_as_second_person(people, survey):
    fields = {"fingerprint": "ab" * 32, "verdict": Verdict.CONFIRMED, "ground": Ground.PERSON}
    with pytest.raises(IntegrityError, match="key_confirmation_by_another"), transaction.atomic():
        KeyConfirmation.objects.create(user=people.secretary, office=survey.office, by=people.secretary, **fields)


# --- the small office


def test_in_a_small_office_the_signatorys_own_tick_is_asked_for_once(people, survey, key):
    report = make_prepared(survey, people)
    User.objects.filter(pk__in=[people.staff.pk, people.head.pk]).update(is_active=False)
    survey.office.small_since = "2025-01-01T00:00Z"
    survey.office.save()
    with pytest.raises(Declined, match="Centang pernyataan bahwa kunci ini milik Anda"):
        sign_here(report, people.secretary, PASSPHRASE, AGREED)
    with pytest.raises(Declined, match="Frasa sandi salah"):
        sign_here(report, people.secretary, "salah", Will(agreed=True, own_key=True))
    assert not KeyConfirmation.objects.exists()
    assert sign_here(report, people.secretary, PASSPHRASE, Will(agreed=True, own_key=True)).state == State.SIGNED
    event = AuditEvent.objects.get(action="signing_key.vouch")
    assert event.after["fingerprint"] == key.fingerprint
    assert KeyConfirmation.objects.get().ground == Ground.TICK


def test_in_a_small_office_the_tick_of_an_account_that_was_taken_over_is_not_enough(people, survey, key, as_user):
    make_prepared(survey, people)
    User.objects.filter(pk__in=[people.staff.pk, people.head.pk]).update(is_active=False)
    survey.office.small_since = "2025-01-01T00:00Z"
    survey.office.save()
    reset_password(survey.office, people.admin, people.secretary)
    User.objects.filter(pk=people.secretary.pk).update(must_change_password=False, temporary_until=None)
    people.secretary.refresh_from_db()
    page = as_user(people.secretary).get("/laporan/3521/2025-S1/tanda-tangan/").content.decode()
    assert ("Kunci ini milik saya sendiri" in page, "di satuan kerja di atasnya: Pemantau" in page) == (False, True)
    will = {"agreed": "on", "own_key": "on", "passphrase": PASSPHRASE}
    answer = as_user(people.secretary).post("/laporan/3521/2025-S1/tanda-tangan/bubuhkan/", will)
    assert (answer.status_code, "menunggu konfirmasi orang kedua" in answer.content.decode()) == (422, True)
    assert not KeyConfirmation.objects.exists()
    confirmed_by(key, survey.office, people.supervisor)
    answer = as_user(people.secretary).post("/laporan/3521/2025-S1/tanda-tangan/bubuhkan/", will)
    assert answer.status_code == 302


# --- pages


def test_the_home_page_and_the_page_of_keys_name_what_waits(people, survey, key, as_user):
    client = as_user(people.head)
    assert "Kunci menunggu konfirmasi Anda" in client.get(reverse("home")).content.decode()
    page = client.get("/satuan-kerja/3521/kunci/").content.decode()
    for told in ("Sari Utami", "Otoritas Uji", key.fingerprint[:4], "Kunci ini miliknya"):
        assert told in page
    own = as_user(people.secretary).get("/satuan-kerja/3521/kunci/").content.decode()
    assert "Yang dapat mengonfirmasi: Admin, Kasubbag." in own
    assert "Kunci ini miliknya" not in own


def test_the_holder_is_refused_with_the_names_of_who_may(people, survey, key, as_user):
    response = as_user(people.secretary).post(
        f"/satuan-kerja/3521/kunci/{key.pk}/konfirmasi/", {"fingerprint": key.fingerprint}
    )
    assert response.status_code == 403
    assert "Admin, Kasubbag" in response.content.decode()


def test_the_pages_of_the_signatory_say_what_is_missing(people, survey, key, as_user):
    make_prepared(survey, people)
    client = as_user(people.secretary)
    for address in ("/akun/kunci/", "/laporan/3521/2025-S1/tanda-tangan/"):
        assert "Yang dapat mengonfirmasi: Admin, Kasubbag." in client.get(address).content.decode()
    confirmed_by(key, survey.office, people.head)
    for address in ("/akun/kunci/", "/laporan/3521/2025-S1/tanda-tangan/"):
        assert "mengonfirmasi" not in client.get(address).content.decode()


def test_the_key_page_is_for_who_signs(people, survey, as_user):
    response = as_user(people.admin).post("/akun/kunci/", {})
    assert response.status_code == 403
    assert "Hanya Sekretaris yang dapat menandatangani laporan" in response.content.decode()


@pytest.mark.prove
def test_demonstration_accounts_sign_alone_and_the_page_says_what_would_be_asked(people, survey, settings, as_user):
    settings.DEBUG = True
    User.objects.filter(pk=people.secretary.pk).update(is_demo=True)
    people.secretary.refresh_from_db()
    keep_key(people.secretary, container(demo=True), PASSPHRASE)
    report = make_prepared(survey, people, reason="Kunci percobaan.")
    page = as_user(people.secretary).get("/laporan/3521/2025-S1/tanda-tangan/").content.decode()
    assert "untuk kunci yang baru, konfirmasi orang kedua" in page
    will = Will(agreed=True, other_holder=True)
    assert sign_here(report, people.secretary, PASSPHRASE, will).state == State.SIGNED


# --- the server, and what was before


def test_the_operator_of_the_server_confirms_by_the_fingerprint(people, survey, key):
    with pytest.raises(CommandError, match="bukan milik"):
        call_command("confirm_key", "3521", "sekretaris", "ab" * 32)
    with pytest.raises(CommandError, match="tidak ditemukan"):
        call_command("confirm_key", "3521", "operator", key.fingerprint)
    call_command("confirm_key", "3521", "sekretaris", key.fingerprint.upper(), stdout=StringIO())
    assert KeyConfirmation.objects.get().ground == Ground.SERVER
    report = make_prepared(survey, people)
    assert sign_here(report, people.secretary, PASSPHRASE, AGREED).state == State.SIGNED


def test_a_key_that_signed_before_this_was_asked_counts_as_confirmed(people, survey):
    make_signed(survey, people)
    other = make_user("sekretaris-dua", Role.SECRETARY, survey.office)
    guard(other)
    keep_key(other, container("Budi Santoso"), PASSPHRASE)
    KeyConfirmation.objects.all().delete()
    SigningKey.objects.update(fingerprint="")
    migration = import_module("reports.migrations.0005_keys_that_signed_are_confirmed")
    migration.confirm_known_keys(apps, None)
    (known,) = KeyConfirmation.objects.all()
    own = SigningKey.objects.get(user=people.secretary)
    assert (known.user, known.office, known.fingerprint) == (people.secretary, survey.office, own.sha256)
    assert [waiting.key.user for waiting in keys_for(people.head, [survey.office])] == [other]
