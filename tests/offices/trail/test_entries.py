"""Riwayat Perubahan: an office reads its own trail, in words, filtered, a page at a time."""

import re
from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils.timezone import get_current_timezone

from offices.audit import record
from offices.models import AuditEvent
from offices.trail.entries import entries_of, unknown_names
from tests.conftest import PASSWORD

pytestmark = pytest.mark.each_database

TRAIL = "/riwayat/3521/"


def texts(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def entries(response):
    return [(entry.action, entry.thing) for entry in response.context["entries"]]


def test_it_shows_who_did_what_when_with_the_values_before_and_after(as_user, people, ngawi):
    with time_machine.travel(datetime(2026, 1, 5, 14, 5, tzinfo=get_current_timezone()), tick=False):
        record(people.staff, "office.change", ngawi, ngawi, before={"phone": ""}, after={"phone": "0351"})
    page = texts(as_user(people.admin).get(TRAIL))
    for words in ("5 Januari 2026, 14.05", "Operator (operator)", "Mengubah profil satuan kerja"):
        assert words in page
    assert "Telepon Sebelum: (kosong) Sesudah: 0351" in page


@pytest.mark.parametrize(("role", "status"), [("admin", 200), ("secretary", 200), ("staff", 403), ("supervisor", 403)])
def test_who_may_read_it(as_user, people, ngawi, role, status):
    response = as_user(getattr(people, role)).get(TRAIL)
    assert response.status_code == status
    if status == 403:
        assert "yang dapat melihat riwayat perubahan" in texts(response)
    assert as_user(people.stranger).get(TRAIL).status_code == 404


def test_an_office_reads_its_own_events_only(as_user, people, ngawi, magetan, province):
    for office in (ngawi, magetan, province, None):
        record(people.nobody, "office.change", office.name if office else "tak bertuan", office)
    assert entries(as_user(people.admin).get(TRAIL)) == [("Mengubah profil satuan kerja", ngawi.name)]


def test_failed_log_ins_and_downloads_are_in_it(as_user, client, people, survey, ngawi):
    client.post("/akun/masuk/", {"login": "operator", "password": "salah"})
    record(people.secretary, "report.download", survey, ngawi)
    page = texts(as_user(people.admin).get(TRAIL))
    assert "Gagal masuk" in page
    assert "Mengunduh laporan" in page


@pytest.fixture
def three(people, ngawi):
    """Three events on three days by two people."""
    day = datetime(2026, 3, 1, 23, 30, tzinfo=get_current_timezone())
    said = [
        (people.admin, "unit.add", "Unit A"),
        (people.staff, "plan.realise", "RTL B"),
        (people.admin, "plan.add", "C"),
    ]
    for number, (actor, action, thing) in enumerate(said):
        with time_machine.travel(day + timedelta(days=number), tick=False):
            record(actor, action, thing, ngawi)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "C|RTL B|Unit A"),
        ("jenis=plan", "C|RTL B"),
        ("dari=2026-03-02", "C|RTL B"),
        ("sampai=2026-03-02", "RTL B|Unit A"),
        ("dari=2026-03-02&sampai=2026-03-02", "RTL B"),
        ("objek=rtl", "RTL B"),
        ("orang={admin}", "C|Unit A"),
        ("orang={admin}&jenis=plan", "C"),
        ("objek=tidak+ada", ""),
    ],
)
def test_it_is_filtered(as_user, people, three, query, found):
    response = as_user(people.admin).get(f"{TRAIL}?{query.format(admin=people.admin.pk)}")
    assert [entry.thing for entry in response.context["entries"]] == [thing for thing in found.split("|") if thing]
    if not found:
        assert "Tidak ada catatan yang sesuai" in texts(response)


@pytest.mark.parametrize(
    "query", ["orang=x", "jenis=x", "dari=kemarin", "halaman=9999", "dari=2026-03-03&sampai=2026-03-01"]
)
def test_a_filter_that_makes_no_sense_breaks_nothing(as_user, people, three, query):
    assert as_user(people.admin).get(f"{TRAIL}?{query}").status_code == 200


def test_it_is_paged_and_keeps_the_filter(as_user, people, ngawi):
    for number in range(120):
        record(people.admin, "unit.add", f"Unit {number}", ngawi)
    client = as_user(people.admin)
    second = client.get(f"{TRAIL}?jenis=unit&halaman=2")
    assert len(second.context["entries"]) == 50
    assert 'href="?jenis=unit&amp;halaman=3"' in second.content.decode()
    assert len(client.get(f"{TRAIL}?halaman=3").context["entries"]) == 20


def test_the_page_costs_the_same_for_many_events(as_user, people, ngawi, django_assert_max_num_queries):
    for number in range(60):
        record(people.admin, "unit.add", ngawi.units.first(), ngawi, after={"name": str(number)})
    client = as_user(people.admin)
    with django_assert_max_num_queries(15):
        client.get(TRAIL)


@pytest.mark.parametrize(
    ("action", "values", "told"),
    [
        ("appearance.choose", ({"colour": "teal"}, {"colour": "blue"}), "Warna: Hijau toska → Biru"),
        ("office.change", ({"name": "X", "place": "A"}, {"name": "X", "place": "B"}), "Tempat penandatanganan: A → B"),
        ("unit.close", ({"closed_on": None}, {"closed_on": "2026-01-31"}), "Ditutup pada: (kosong) → 31 Januari 2026"),
        ("plan.month", ({"months": []}, {"months": ["2025-08"]}), "Bulan pelaksanaan: (kosong) → Agustus 2025"),
        ("survey.change", ({"scores": {"waktu": "3.2"}}, {"scores": {"waktu": "3.25"}}), "Nilai – Waktu: 3,2 → 3,25"),
        ("person.add", (None, {"roles": ["Admin", "Sekretaris"]}), "Peran: None → Admin; Sekretaris"),
        ("person.disable", ({"is_active": True}, {"is_active": False}), "Aktif: Ya → Tidak"),
    ],
)
def test_values_are_told_in_words_and_only_where_they_differ(people, ngawi, action, values, told):
    thing = ngawi if action.startswith("office") else "x"
    event = record(people.admin, action, thing, ngawi, before=values[0], after=values[1])
    (change,) = entries_of([event])[0].changes
    assert f"{change.label}: {change.before} → {change.after}" == told


def test_what_a_person_typed_cannot_become_markup(as_user, people, ngawi):
    record(people.admin, "unit.add", "<script>x</script>", ngawi, after={"name": "<b>tebal</b>"})
    page = as_user(people.admin).get(TRAIL).content.decode()
    assert "<script>x" not in page
    assert "&lt;b&gt;tebal" in page


def test_the_server_itself_is_named_as_the_actor(as_user, people, survey, ngawi):
    record(None, "cycle.load", survey, ngawi)
    assert "Pengelola server" in texts(as_user(people.admin).get(TRAIL))


def test_no_password_ever_reaches_the_trail(client, people):
    client.post("/akun/masuk/", {"login": "admin", "password": PASSWORD})
    client.post(
        "/akun/kata-sandi/", {"oldpassword": PASSWORD, "password1": "baru-sekali-99", "password2": "baru-sekali-99"}
    )
    stored = "".join(str(values) for values in AuditEvent.objects.values())
    assert PASSWORD not in stored
    assert "baru-sekali-99" not in stored


def test_names_without_words_are_noticed(people, ngawi):
    event = record(people.admin, "unit.invent", ngawi.units.first(), ngawi, after={"colour": 1, "name": "x"})
    assert unknown_names(event) == {"colour", "unit.invent"}
