"""What the settings refuse, seen from outside: a process with a given environment, as a server starts it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mass import sampled

ROOT = Path(__file__).parents[2]
GOOD_KEY = "k3Jq-".join(str(number) * 2 for number in range(10, 40))
PRODUCTION = {
    "DEBUG": "0",
    "SECRET_KEY": GOOD_KEY,
    "PUBLIC_URL": "https://skm.example.go.id",
    "FIELD_KEY": "a2tra2tra2tra2tra2tra2tra2tra2tra2tra2tra2s=",
    "ALLOWED_HOSTS": "skm.example.go.id",
}
SHOW = "import django.conf as c; print(c.settings.{})"


def run(environment, *arguments):
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**kept, "PYTHONUTF8": "1", "DJANGO_SETTINGS_MODULE": "skm_portal.settings", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def start(environment, setting="DEBUG"):
    """Read the settings in a new process; what it printed, or what it said on its way out."""
    return run(environment, "-c", SHOW.format(setting))


def demo_key():
    return start({"DEBUG": "1"}, "SECRET_KEY").stdout.strip()


def test_it_starts_in_production_with_a_secret_of_its_own():
    started = start(PRODUCTION)
    assert started.returncode == 0, started.stderr
    assert started.stdout == "False\n"


@pytest.mark.parametrize("key", [None, "", "x" * 49, "demo"], ids=["missing", "empty", "short", "default"])
def test_it_refuses_to_start_in_production_without_a_secret_of_its_own(key):
    environment = {**PRODUCTION, "SECRET_KEY": demo_key() if key == "demo" else key or ""}
    if key is None:
        del environment["SECRET_KEY"]
    started = start(environment)
    assert started.returncode != 0
    assert "SECRET_KEY" in started.stderr.splitlines()[-1]


def test_it_refuses_to_start_in_production_without_its_public_address():
    started = start({**PRODUCTION, "PUBLIC_URL": ""})
    assert started.returncode != 0
    assert "PUBLIC_URL" in started.stderr.splitlines()[-1]


def test_debug_is_off_unless_asked_for():
    assert start({name: value for name, value in PRODUCTION.items() if name != "DEBUG"}).stdout == "False\n"


def test_debug_needs_nothing_else():
    assert start({"DEBUG": "1"}).stdout == "True\n"


@pytest.mark.prove
def test_production_settings_pass_the_deploy_check(tmp_path):
    """Before each change, ``bin/check`` asks the same."""
    ours = [path for path in (ROOT / "static").rglob("*") if path.is_file()]
    collected = {str(path.relative_to(ROOT / "static")): path.name for path in ours}
    (tmp_path / "staticfiles.json").write_text(json.dumps({"paths": collected}))
    checked = run(
        PRODUCTION | {"STATIC_ROOT": str(tmp_path)}, "manage.py", "check", "--deploy", "--fail-level", "WARNING"
    )
    assert checked.returncode == 0, checked.stderr


@pytest.mark.prove
@pytest.mark.parametrize(
    ("change", "id"),
    sampled(
        [
            ({"PUBLIC_URL": "http://skm.example.go.id"}, "skm_portal.W002"),
            ({"ALLOWED_HOSTS": "lain.example.go.id"}, "skm_portal.W003"),
            ({"BEHIND_PROXY": "1"}, "skm_portal.W004"),
            ({"SIGNING_TRUST": "/tidak/ada.pem"}, "skm_portal.W005"),
            ({"SECURE_SSL_REDIRECT": "0"}, "security.W008"),
        ]
    ),
)
def test_the_deploy_check_names_what_does_not_fit(change, id):
    checked = run({**PRODUCTION, **change}, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert checked.returncode != 0
    assert id in checked.stderr


def test_every_variable_is_in_the_operations_manual():
    manual = (ROOT / "docs/operations.md").read_text()
    source = (ROOT / "skm_portal/settings.py").read_text()
    names = {part.split('"')[1] for part in source.split("env.")[1:] if part.split("(")[1][:1] == '"'}
    assert len(names) > 15
    assert {name for name in names if f"`{name}`" not in manual} == set()


def uncollected(place):
    return {**PRODUCTION, "STATIC_ROOT": str(place), "DATABASE_URL": f"sqlite:///{place}/none.sqlite3"}


@pytest.mark.prove
def test_a_forgotten_collectstatic_is_a_line_of_the_check_and_ends_the_web_process_with_it(tmp_path):
    told = "Berkas statis belum dikumpulkan seluruhnya, misalnya "
    checked = run(uncollected(tmp_path), "manage.py", "check")
    assert told in checked.stderr and "collectstatic --no-input" in checked.stderr
    served = run(uncollected(tmp_path), "-m", "gunicorn", "skm_portal.wsgi", "--bind", "127.0.0.1:0")
    assert served.returncode != 0
    assert told in served.stderr and "Traceback" not in served.stderr


@pytest.mark.prove
def test_one_that_was_not_forgotten_is_none(tmp_path):
    assert run(uncollected(tmp_path), "manage.py", "collectstatic", "--no-input").returncode == 0
    assert "Berkas statis" not in run(uncollected(tmp_path), "manage.py", "check").stderr
