"""The examples in deploy/ fit the portal: their numbers, commands, variables and files are those that there are."""

import configparser
import importlib.util
import json
import re
import runpy
import shlex
import subprocess
import sys
from datetime import datetime, timedelta
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from followups.evidence.picture_files import MAX_BYTES
from tests.cases import in_one_test

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
NGINX = (DEPLOY / "nginx.conf").read_text()
CADDY = (DEPLOY / "Caddyfile").read_text()
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
SERVER = runpy.run_path(str(ROOT / "gunicorn.conf.py"))
MEGABYTE = 2**20


def number(pattern, text):
    (found,) = re.findall(pattern, text)
    return int(found)


# --- proxies


def test_the_largest_form_passes_both_proxies():
    largest = settings.MOST_FILES_AT_ONCE * MAX_BYTES // MEGABYTE
    assert number(r"client_max_body_size (\d+)m;", NGINX) == largest
    assert number(r"max_size (\d+)MiB", CADDY) == largest


def test_both_wait_as_long_as_the_server_works():
    assert number(r"proxy_read_timeout (\d+)s;", NGINX) == SERVER["timeout"]
    assert number(r"\bread_timeout (\d+)s", CADDY) == SERVER["timeout"]


def test_both_close_a_connection_before_the_server_does():
    assert number(r"\bkeepalive_timeout (\d+)s;", NGINX) < SERVER["keepalive"]
    assert number(r"\bkeepalive (\d+)s", CADDY) < SERVER["keepalive"]


def test_both_tell_what_the_portal_believes_and_number_requests():
    for header in ("X-Forwarded-For", "X-Forwarded-Proto", "X-Request-ID"):
        assert f"proxy_set_header {header} " in NGINX
    assert "header_up X-Request-ID" in CADDY  # the other two are its own


def test_figures_and_secret_addresses_stay_inside():
    from skm_portal.watching.masking import without_secrets

    assert re.search(r"location = /metrics \{\s+return 404;", NGINX) and "@house path /metrics" in CADDY
    pattern = re.compile(re.search(r'"~(\^[^"]+)" 0;', NGINX)[1])
    for path in ("/kirim/aB/", "/kalender/aB.ics", "/akun/lupa/1-a/", "/akun/kalender/", "/skm/3521/2025-S1/"):
        assert bool(pattern.match(path)) is (without_secrets(path) != path), path


def test_the_proxy_of_the_containers_is_the_same():
    inside = (DEPLOY / "container" / "Caddyfile").read_text()
    told = CADDY.replace("skm.example.go.id {", "{$SKM_HOST} {").replace("127.0.0.1:8000", "web:8000").splitlines()[1:]
    assert inside.splitlines()[1:] == told


# --- units


def unit(path):
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str
    read.read_string(path.read_text())
    return read


@in_one_test("path", UNITS)
def test_a_unit_calls_what_there_is(path):
    read = unit(path)
    if path.suffix == ".timer":
        assert path.with_suffix(".service") in UNITS
        assert read["Timer"]["OnCalendar"] and read["Install"]["WantedBy"] == "timers.target"
        return
    program, *rest = shlex.split(read["Service"]["ExecStart"])
    name = program.removeprefix("/srv/skm-portal/current/")
    assert name in {".venv/bin/python", ".venv/bin/gunicorn"} or (ROOT / name).is_file()
    if "manage.py" in rest:
        assert rest[1] in get_commands()
    service = read["Service"]
    assert (service["User"], service["UMask"], service["ProtectSystem"]) == ("skm", "0077", "strict")


def test_what_serves_is_never_given_up():
    for name in ("web", "worker"):
        read = unit(DEPLOY / "systemd" / f"skm-{name}.service")
        assert (read["Service"]["Restart"], read["Unit"]["StartLimitIntervalSec"]) == ("always", "0")


# --- containers


def variables_of(text):
    return set(re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", text, re.MULTILINE))


def test_the_answers_for_the_containers_are_variables_that_somebody_reads():
    known = set(re.findall(r'env\.\w+\("([A-Z0-9_]+)"', (ROOT / "skm_portal" / "settings.py").read_text()))
    known |= {"DATABASE_URL", "EMAIL_URL", "SKM_HOST", "POSTGRES_PASSWORD"}
    assert variables_of((DEPLOY / "compose.env.example").read_text()) <= known


def test_web_and_worker_are_one_image_and_wait_until_all_is_prepared():
    services = COMPOSE["services"]
    assert services["web"]["image"] == services["worker"]["image"] == services["prepare"]["image"]
    for name in ("web", "worker"):
        assert services[name]["depends_on"]["prepare"]["condition"] == "service_completed_successfully"
    assert services["worker"]["command"][1:] == ["manage.py", "worker"]
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


@in_one_test("name", sorted(COMPOSE["services"]))
def test_a_service_mounts_what_there_is(name):
    for mounted in COMPOSE["services"][name].get("volumes", []):
        place = mounted.split(":")[0]
        assert (DEPLOY / place).exists() if place.startswith(".") else place in COMPOSE["volumes"]


def test_the_containerfile_copies_what_there_is_and_ends_without_root():
    lines = (DEPLOY / "Containerfile").read_text().splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY ") and "--from" not in line]
    assert copied and all((ROOT / name).exists() for name in copied)
    assert "USER skm" in lines and lines.index("USER skm") > max(at for at, line in enumerate(lines) if "RUN" in line)
    known = {"FROM", "ENV", "RUN", "WORKDIR", "COPY", "USER", "VOLUME", "EXPOSE", "CMD"}
    assert {line.split()[0] for line in lines if re.match(r"[A-Z]", line)} == known


def test_what_the_store_and_the_image_leave_out_is_readable():
    assert json.loads((DEPLOY / "container" / "s3.json").read_text())["identities"][0]["name"] == "skm"
    ignored = (ROOT / ".containerignore").read_text().split()
    assert {".git", ".venv", "var", ".env", "deploy/compose.env"} <= set(ignored)


# --- scripts


@pytest.mark.parametrize("name", ["install", "upgrade", "installing", "backup-nightly"])
def test_a_script_can_be_read_by_the_shell(name):
    assert subprocess.run(["bash", "-n", f"bin/{name}"], cwd=ROOT, check=False).returncode == 0


def install(tmp_path, *options, **named):
    plain = {"PATH": "/usr/bin:/bin", **named}
    said = subprocess.run(
        ["bin/install", "--prefix", str(tmp_path / "portal"), *options],
        cwd=ROOT,
        env=plain,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return said.returncode, said.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], "SKM_HOST belum diisi"),
        (["--host", "skm contoh"], "SKM_HOST tidak dapat dipakai"),
        (["--host", "skm.example.go.id", "--office", "3521"], "SKM_OFFICE tidak dapat dipakai"),
        (["--host", "skm.example.go.id", "--proxy", "apache"], "SKM_ADMIN belum diisi"),
    ],
)
def test_without_a_person_who_answers_what_is_missing_is_named_and_nothing_is_made(tmp_path, options, told):
    status, said = install(tmp_path, *options, SKM_OFFICE="3521 KPU Kabupaten Ngawi") if options else install(tmp_path)
    assert (status, told in said) == (1, True), said
    assert list((tmp_path / "portal").iterdir()) == []


def test_upgrade_says_where_there_is_nothing_to_upgrade(tmp_path):
    said = subprocess.run(
        ["bin/upgrade", "--prefix", str(tmp_path), "."], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.returncode == 1 and "bin/install" in said.stderr


def thin():
    loader = SourceFileLoader("thin_backups", str(ROOT / "bin" / "thin-backups"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("thin_backups", loader))
    loader.exec_module(module)
    return module


def test_of_two_years_of_nights_the_last_fourteen_eight_weeks_and_twelve_months_stay():
    last = datetime(2026, 12, 31, 1, 40)
    names = [(last - timedelta(days=n)).strftime("%Y-%m-%d-%H%M") for n in range(730)]
    staying = sorted(thin().kept(names, {"days": 14, "weeks": 8, "months": 12}))
    assert staying[-14:] == sorted(names[:14])
    assert "2026-01-31-0140" in staying and "2025-12-31-0140" not in staying
    assert 14 + 4 <= len(staying) <= 14 + 8 + 12


def test_folders_that_are_no_backups_of_the_timer_and_unfinished_ones_stay(tmp_path):
    for name in ("2026-01-01-0140", "2026-01-02-0140", "2026-01-01-0140-sebelum-abc", "2025-12-31-0140"):
        (tmp_path / name).mkdir()
        if not name.startswith("2025"):
            (tmp_path / name / "SHA256SUMS").touch()
    most = ["--days", "1", "--weeks", "1", "--months", "1"]
    subprocess.run(
        [sys.executable, "bin/thin-backups", str(tmp_path), *most], cwd=ROOT, check=True, capture_output=True
    )
    left = {place.name for place in tmp_path.iterdir()}
    assert left == {"2026-01-02-0140", "2026-01-01-0140-sebelum-abc", "2025-12-31-0140"}
