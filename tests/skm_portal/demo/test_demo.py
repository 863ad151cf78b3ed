"""The example: it is loaded once and signed, its accounts work, its processes end together."""

import os
import re
import select
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import reverse

from followups.models import ActionPlan, EvidencePhoto, RecordedPeriod
from offices.models import Membership, User
from reports.models import Handover, Report, SigningKey
from reports.signing.keys.certificate import holder_matches
from reports.signing.keys.opening import certificate_of, open_key
from reports.signing.trust import trusted_roots
from skm_portal.demo import authority, content
from skm_portal.demo.processes import ProcessEndedError, run_together
from surveys.models import Lock, Survey
from tests.conftest import make_survey, make_user
from tests.mass import sampled
from tests.worker import until

pytestmark = pytest.mark.each_database

ROOT = Path(__file__).parents[3]
SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.mark.prove
@pytest.mark.django_db
def test_the_cycles_are_loaded_and_signed_once_with_drawn_photos(client, settings, tmp_path):
    settings.SIGNING_TRUST = str(tmp_path / "otoritas.pem")
    settings.DEBUG = True
    content.ensure_content()
    content.ensure_content()
    assert list(Survey.objects.values_list("office__code", "lock").order_by("pk")) == [
        ("3521", Lock.SIGNED),
        ("3521", Lock.OPEN),
        ("3599", Lock.OPEN),
    ]
    assert RecordedPeriod.objects.get().office.code == content.OFFICE
    assert ActionPlan.objects.count() == 6 + 10 + 4
    assert set(ActionPlan.objects.filter(continues__isnull=False).values_list("programme", flat=True)) == {
        "Monitoring ketepatan waktu penyelesaian layanan"
    }
    assert EvidencePhoto.objects.count() == EvidencePhoto.objects.filter(is_placeholder=True).count() == 8 + 17 + 3
    assert Membership.objects.count() == User.objects.filter(is_demo=True).count() == 5
    report = Report.objects.get()
    assert [event.kind for event in Handover.objects.order_by("pk")] == ["sent", "published"]
    checked = client.get(reverse("verification_of", args=(report.code,))).content.decode()
    assert "CONTOH – BUKAN DOKUMEN RESMI" in checked and "Diterbitkan dan berlaku" in checked
    with report.signed_file.open() as file:
        answered = client.post(reverse("verification"), {"file": file}).content.decode()
    assert "Berkas Anda sama persis" in answered and "penerbitnya terdaftar di portal ini" in answered
    client.force_login(User.objects.get(username="pemantau"))
    home = client.get("/").content.decode()
    assert "KPU Kabupaten Ngawi" in home and "KPU Kota Contoh" in home and "terlambat" not in home


@pytest.mark.prove
@pytest.mark.django_db
@pytest.mark.parametrize("today", ["2027-11-30", "2028-02-29"])
def test_on_any_day_one_plan_is_late_by_one_month(client, settings, tmp_path, time_machine, today):
    settings.SIGNING_TRUST = str(tmp_path / "otoritas.pem")
    settings.DEBUG = True
    time_machine.move_to(f"{today} 09:00+07:00")
    content.ensure_content()
    late = ["terlambat 1 bulan"]
    for who, told in {"admin": late, "operator": late, "kasubbag": late, "sekretaris": [], "pemantau": []}.items():
        client.force_login(User.objects.get(username=who))
        home = client.get("/").content.decode()
        assert re.findall(r"terlambat \d+ bulan", home) == told, who


@pytest.mark.django_db
def test_it_does_not_enter_a_database_of_real_people(people):
    assert content.holds_other_people()
    User.objects.filter(username__in=[account.username for account in content.ACCOUNTS]).delete()
    assert content.holds_other_people()


@pytest.mark.django_db
def test_it_starts_again_after_a_visitor_added_people(ngawi, province):
    assert not content.holds_other_people()
    for account in content.ACCOUNTS:
        content.ensure_account(account)
    make_user("budi", content.Role.SECRETARY, ngawi)
    assert not content.holds_other_people()


@pytest.mark.django_db
@pytest.mark.parametrize("debug", [True, False])
def test_a_demo_account_is_let_in_only_under_debug(client, ngawi, settings, debug):
    settings.DEBUG = True
    content.ensure_account(content.Account("operator", content.Role.STAFF, unit="rendatin"))
    settings.DEBUG = debug
    client.post(reverse("account_login"), {"login": "operator", "password": content.PASSWORD})
    assert ("_auth_user_id" in client.session) is debug
    assert client.get(reverse("cycle_list")).status_code == (200 if debug else 302)


@pytest.mark.django_db
def test_a_demo_session_ends_where_debug_does(client, ngawi, settings):
    settings.DEBUG = True
    client.force_login(content.ensure_account(content.Account("admin", content.Role.ADMIN)).user)
    assert client.get(reverse("cycle_list")).status_code == 200
    settings.DEBUG = False
    assert client.get(reverse("cycle_list")).status_code == 302


@pytest.mark.django_db
def test_the_secretary_has_a_key_that_says_what_it_is(settings, tmp_path, ngawi):
    settings.SIGNING_TRUST = str(tmp_path / "otoritas.pem")
    content.ensure_account(content.Account(content.SIGNATORY, content.Role.SECRETARY))
    authority.ensure_key(content.SIGNATORY, make_survey(ngawi))
    row = SigningKey.objects.get(user__username=content.SIGNATORY)
    told = certificate_of(open_key(bytes(row.container), authority.PASSPHRASE))
    assert told.is_demo and row.is_demo
    assert "CONTOH" in told.holder and "CONTOH" in told.issuer and told.organisation == authority.MARK
    assert row.certificate == told.as_json()
    assert holder_matches(told, "Sari Utami", None)
    before = authority.key_file().read_bytes()
    authority.ensure_key(content.SIGNATORY, Survey.objects.get())
    assert authority.key_file().read_bytes() == before == bytes(row.container)
    assert trusted_roots() == (Path(settings.SIGNING_TRUST).read_bytes(),)


# --- processes ------------------------------------------------------------------------------------


def ends(pid):
    """Whether a process that was told to end is gone, now or within ten seconds."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], 10)[0])
    finally:
        os.close(process)


def with_child(pid_file):
    """A process that starts another, notes its number, and would outlive it by ten minutes."""
    code = (
        "import pathlib, subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        f"pathlib.Path({str(pid_file)!r}).write_text(str(child.pid))\n"
        "time.sleep(600)"
    )
    return [sys.executable, "-c", code]


@pytest.mark.parametrize("number", sampled([signal.SIGINT, signal.SIGTERM, signal.SIGHUP], every=3))
def test_a_stop_signal_ends_all_with_their_children(tmp_path, number):
    pid_file = tmp_path / "pid"
    before = signal.getsignal(number)
    run_together(
        {"web": with_child(pid_file), "worker": SLEEP},
        lambda: pid_file.exists() and pid_file.read_text(),
        lambda: os.kill(os.getpid(), number),
    )
    assert ends(int(pid_file.read_text()))
    assert signal.getsignal(number) is before


def test_the_end_of_one_ends_the_rest(tmp_path):
    pid_file = tmp_path / "pid"
    dies = [sys.executable, "-c", f"import os\nwhile not os.path.exists({str(pid_file)!r}): pass"]
    with pytest.raises(ProcessEndedError, match="worker"):
        run_together({"web": with_child(pid_file), "worker": dies}, lambda: False, lambda: None)
    assert ends(int(pid_file.read_text()))


def test_a_killed_demo_leaves_no_process_behind(tmp_path):
    notes = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1]).write_text(str(os.getpid())); time.sleep(600)"
    files = {name: tmp_path / name for name in ("web", "worker")}
    commands = {name: [sys.executable, "-c", notes, str(file)] for name, file in files.items()}
    code = (
        f"from skm_portal.demo.processes import run_together\nrun_together({commands!r}, lambda: False, lambda: None)"
    )
    running = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT)
    until(lambda: all(file.exists() and file.read_text() for file in files.values()))
    running.kill()
    running.wait()
    assert all(ends(int(file.read_text())) for file in files.values())


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def demo(tmp_path, port):
    return subprocess.Popen(
        [sys.executable, "manage.py", "demo", "--port", str(port)],
        cwd=ROOT,
        env={
            **os.environ,
            "DEBUG": "1",
            "PYTHONUTF8": "1",
            "DATABASE_URL": f"sqlite:///{tmp_path}/demo.sqlite3",
            "MEDIA_ROOT": str(tmp_path / "media"),
            "SIGNING_TRUST": str(tmp_path / "demo-ca.pem"),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )


READY = "Tekan Ctrl-C untuk berhenti.\n"


def what_it_says(running):
    """Until it is ready."""
    return "".join(iter(running.stdout.readline, READY))


@pytest.mark.prove
def test_the_demo_starts_says_where_and_ends(tmp_path):
    port = free_port()
    running = demo(tmp_path, port)
    try:
        said = what_it_says(running)
        assert f"http://127.0.0.1:{port}/" in said
        assert content.PASSWORD in said and authority.PASSPHRASE in said
        assert (tmp_path / "demo-sekretaris.p12").is_file()
        assert all(account.username in said for account in content.ACCOUNTS)
        second = demo(tmp_path, port)
        assert second.communicate(timeout=60)[0] == f"Demo ini sudah berjalan di http://127.0.0.1:{port}/.\n"
        assert second.returncode == 0
        running.send_signal(signal.SIGINT)
        assert running.communicate(timeout=60)[0].endswith("Berhenti.\n")
        assert running.returncode == 0
    finally:
        running.kill()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.prove
def test_it_starts_again_after_a_kill_and_passes_over_a_port_in_use(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        killed = demo(tmp_path, taken)
        try:
            said = what_it_says(killed)
        finally:
            killed.kill()
            killed.wait()
        (port,) = re.findall(rf"Porta {taken} sedang dipakai program lain; demo memakai porta (\d+)\.", said)
        assert f"http://127.0.0.1:{port}/" in said
        again = demo(tmp_path, taken)
        try:
            assert "dapat dibuka di http://127.0.0.1:" in what_it_says(again)
            again.send_signal(signal.SIGINT)
            assert again.wait(timeout=60) == 0
        finally:
            again.kill()


@pytest.mark.prove
def test_the_demo_is_refused_outside_debug(tmp_path):
    environment = {
        **os.environ,
        "DEBUG": "0",
        "SECRET_KEY": "k3Jq-" * 12,
        "PUBLIC_URL": "https://skm.example.go.id",
        "FIELD_KEY": "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=",
        "DATABASE_URL": f"sqlite:///{tmp_path}/demo.sqlite3",
    }
    command = [sys.executable, "manage.py", "demo"]
    refused = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert refused.returncode != 0
    assert "DEBUG=1" in refused.stderr
    assert not (tmp_path / "demo.sqlite3").exists()
