"""Before what matters the person is asked once more, loses nothing of what was typed, and is then left in peace."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client

from offices.models import AuditEvent, User
from reports.models import Report, SigningKey
from tests.conftest import PASSWORD
from tests.journeys.routes import NEW_PERSON, ROUTES, SECRET, code_now
from tests.journeys.row import with_signed_report
from tests.journeys.scene import address_of, fields_on, make_scene
from tests.mass import sampled
from tests.reports.issuing import issuing

ASKED = (
    "person_new",
    "person",
    "person_disable",
    "person_enable",
    "person_reset_password",
    "person_reset_second_factor",
)
ASKED_OF_THE_SIGNATORY = ("signing_withdraw", "signing_key_forget")
NEW = "/satuan-kerja/3521/pengguna/baru/"
QUESTION = "Pastikan ini Anda"
ANSWER = {"konfirmasi-password": PASSWORD}
WRONG = {"konfirmasi-password": "bukan-kata-sandi-saya"}


@pytest.fixture
def scene(people, survey):
    return make_scene(people, survey)


@pytest.fixture
def admin(client, people):
    """Logged in, and not asked since."""
    client.force_login(people.admin)
    return client


def page(response):
    return response.content.decode()


def done(action):
    return AuditEvent.objects.filter(action=action).exists()


def prepared(scene, client, row, user):
    client.force_login(user)
    if row.given:
        row.given(scene)
    if row.before:
        row.before(client, scene)
    return address_of(row, scene)


def typed(client, row, address):
    on_page = fields_on(page(client.get(address)), address) if row.get else {}
    return on_page | (row.sent if isinstance(row.sent, dict) else {})


@pytest.mark.parametrize("name", sampled(ASKED + ASKED_OF_THE_SIGNATORY, every=3))
def test_it_is_asked_changes_nothing_and_goes_through_with_the_answer(scene, client, name):
    row = ROUTES[name]
    user = scene.people.admin if name in ASKED else scene.people.secretary
    address = prepared(scene, client, row, user)
    data = typed(client, row, address)
    events = AuditEvent.objects.count()
    asked = client.post(address, data)
    assert asked.status_code == 422
    assert QUESTION in page(asked)
    assert AuditEvent.objects.count() == events
    sent_on = fields_on(page(asked), address) | ANSWER
    answered = client.post(address, sent_on)
    assert answered.status_code in (201, 302)
    assert AuditEvent.objects.count() == events + 2  # the confirmation, and what was confirmed
    assert AuditEvent.objects.filter(action="account.confirm").count() == 1


def test_what_was_typed_comes_back_field_by_field_and_arrives(admin, people):
    unit = str(people.staff.memberships.get().unit_id)
    data = NEW_PERSON | {"name": 'Siti "Ani" <b>Nur</b>', "job_title": "Penata\tMuda", "staff": [unit], "head": [unit]}
    asked = admin.post(NEW, data)
    carried = fields_on(page(asked), NEW)
    assert (carried["name"], carried["staff"], carried["head"]) == ([data["name"]], [unit], [unit])
    assert "<b>Nur</b>" not in page(asked)
    assert admin.post(NEW, carried | ANSWER).status_code == 201
    user = User.objects.get(username="orang.baru")
    assert user.name == data["name"]
    assert set(user.memberships.values_list("role", flat=True)) == {"secretary", "staff", "head"}


def test_a_wrong_answer_keeps_what_was_typed_and_is_in_the_trail(admin):
    carried = fields_on(page(admin.post(NEW, NEW_PERSON)), NEW)
    wrong = admin.post(NEW, carried | WRONG)
    assert wrong.status_code == 422
    assert fields_on(page(wrong), NEW)["name"] == ["Orang Baru"]
    assert WRONG["konfirmasi-password"] not in page(wrong)
    assert not done("person.add")
    assert done("account.login_failed")


def test_once_answered_nothing_is_asked_for_fifteen_minutes_and_then_again(admin, scene, time_machine):
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    address = f"/satuan-kerja/3521/pengguna/{scene.person}/"
    assert admin.post(f"{address}kata-sandi/", ANSWER).status_code == 201
    time_machine.move_to("2026-03-02T09:14:50+07:00", tick=False)
    assert admin.post(f"{address}kata-sandi/").status_code == 201
    time_machine.move_to("2026-03-02T09:15:10+07:00", tick=False)
    again = admin.post(f"{address}nonaktifkan/")
    assert (again.status_code, QUESTION in page(again)) == (422, True)
    assert User.objects.get(pk=scene.person).is_active


def test_a_code_of_the_second_factor_is_an_answer_too(admin, people, scene):
    TOTP.activate(people.admin, SECRET)
    address = f"/satuan-kerja/3521/pengguna/{scene.person}/kata-sandi/"
    assert "konfirmasi-code" in page(admin.post(address))
    assert admin.post(address, {"konfirmasi-code": "000000"}).status_code == 422
    assert admin.post(address, {"konfirmasi-code": code_now()}).status_code == 201


def test_somebody_elses_password_or_code_is_no_answer(admin, people, scene):
    people.stranger.set_password("sandi-orang-magetan-1")
    people.stranger.save()
    TOTP.activate(people.stranger, SECRET)
    address = f"/satuan-kerja/3521/pengguna/{scene.person}/kata-sandi/"
    for answer in ({"konfirmasi-password": "sandi-orang-magetan-1"}, {"konfirmasi-code": code_now()}):
        assert admin.post(address, answer).status_code == 422
    assert not done("person.reset_password")


def test_the_answer_in_one_session_opens_no_other(admin, people, scene):
    address = f"/satuan-kerja/3521/pengguna/{scene.person}/kata-sandi/"
    assert admin.post(address, ANSWER).status_code == 201
    other = Client()
    other.force_login(people.admin)
    assert other.post(address).status_code == 422


def test_who_may_not_do_it_is_refused_before_being_asked(client, people, scene):
    client.force_login(people.staff)
    assert client.post(f"/satuan-kerja/3521/pengguna/{scene.person}/kata-sandi/").status_code == 403
    client.force_login(people.stranger)
    assert client.post(f"/satuan-kerja/3521/pengguna/{scene.person}/kata-sandi/", ANSWER).status_code == 404


def test_guessing_is_stopped_keeps_what_was_typed_and_opens_again_later(admin, time_machine):
    time_machine.move_to("2026-03-02T09:00:00+07:00", tick=False)
    answers = [admin.post(NEW, NEW_PERSON | {"konfirmasi-password": f"tebakan-{n}"}) for n in range(12)]
    assert answers[-1].status_code == 429
    assert "Terlalu banyak percobaan" in page(answers[-1])
    assert fields_on(page(answers[-1]), NEW)["name"] == ["Orang Baru"]
    assert admin.post(NEW, NEW_PERSON | ANSWER).status_code in (422, 429)
    assert not done("person.add")
    time_machine.move_to("2026-03-02T09:06:00+07:00", tick=False)
    assert admin.post(NEW, NEW_PERSON | ANSWER).status_code == 201


def test_guessing_on_the_librarys_own_page_counts_in_the_same_counter(admin):
    for n in range(12):
        admin.post("/akun/konfirmasi/", {"password": f"tebakan-{n}"})
    assert admin.post(NEW, NEW_PERSON | ANSWER).status_code == 429


def test_a_part_of_a_page_is_replaced_by_the_question(admin, scene):
    address = f"/satuan-kerja/3521/pengguna/{scene.person}/kata-sandi/"
    asked = admin.post(address, headers={"HX-Request": "true"})
    assert (asked.headers["HX-Retarget"], asked.headers["HX-Reselect"]) == ("#isi", "#isi")


# --- keys: a file cannot travel with a question, so the question is in the form


def upload(client, **answer):
    return client.post("/akun/kunci/", {"container": issuing.key_file(), "passphrase": issuing.PASSPHRASE} | answer)


def test_the_form_for_a_key_asks_itself(client, people):
    issuing.guard(people.secretary)
    client.force_login(people.secretary)
    shown = page(client.get("/akun/kunci/"))
    assert shown.index('name="container"') < shown.index('name="konfirmasi-password"')
    assert upload(client, **ANSWER).status_code == 302
    assert SigningKey.objects.get().user == people.secretary
    assert "konfirmasi-password" not in page(client.get("/akun/kunci/"))


@pytest.mark.parametrize("answer", [{}, WRONG])
def test_without_the_right_answer_no_key_is_kept_and_the_page_says_what_to_choose_again(client, people, answer):
    issuing.guard(people.secretary)
    client.force_login(people.secretary)
    refused = upload(client, **answer)
    assert refused.status_code == 422
    assert "Pilih lagi berkas kunci" in page(refused)
    assert issuing.PASSPHRASE not in page(refused)
    assert not SigningKey.objects.exists()


def test_the_passphrase_of_a_key_is_never_sent_back(client, people, survey):
    """Not even where a form that asks for one would be sent to an address that asks a question."""
    client.force_login(people.secretary)
    asked = client.post("/akun/kunci/hapus/", {"passphrase": issuing.PASSPHRASE})
    assert QUESTION in page(asked)
    assert issuing.PASSPHRASE not in page(asked)


def test_withdrawing_keeps_the_reason(client, scene):
    with_signed_report(scene)
    client.force_login(scene.people.secretary)
    address = "/laporan/3521/2025-S1/tanda-tangan/tarik/"
    reason = "Angka pada Tabel 2.1\nkeliru & perlu dihitung ulang."
    asked = client.post(address, {"tarik-reason": reason, "reason": reason})
    client.post(address, fields_on(page(asked), address) | ANSWER)
    assert Report.objects.get().withdrawn_reason == reason
