"""The commands that README and docs show are there with their options; the README's console does what it says."""

import os
import re
import shlex
import signal
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "docs/postgresql-roles.sql"]
OURS = re.compile(r"(?:bin/manage|manage\.py) ([a-z_]+)([^\n`]*)")
TARGET = re.compile(r"(?:`|^)make ([a-z]+)", re.MULTILINE)
PROGRAM = re.compile(r"(?<![\w./-])bin/([a-z-]+)")


def shown(text):
    """Each command of manage.py in a text, with the options beside it."""
    for name, rest in OURS.findall(text.replace("\\\n", " ")):
        yield name, re.findall(r"(?<![\w-])(--?[a-z][a-z0-9-]*)", rest.split("#")[0].split("(")[0])


def missing(text):
    known = get_commands()
    for name, options in shown(text):
        if name not in known:
            yield name
            continue
        parser = load_command_class(known[name], name).create_parser("manage.py", name)
        yield from (f"{name} {each}" for each in options if each not in parser._option_string_actions)


def targets():
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_can_be_called(page):
    text = page.read_text("utf-8")
    assert list(missing(text)) == []
    assert set(TARGET.findall(text)) <= targets()
    programs = {name for name in PROGRAM.findall(text) if name != "python"}
    assert [name for name in programs if not os.access(ROOT / "bin" / name, os.X_OK)] == []


def test_what_cannot_be_called_would_be_found():
    text = "`python manage.py load_cycles x` and\nbin/manage load_cycle FILE \\\n  --replace --force\n"
    assert list(missing(text)) == ["load_cycles", "load_cycle --force"]


def console():
    """The lines of the README's console, in their order."""
    section = (ROOT / "README.md").read_text("utf-8").partition("## From the console")[2]
    return re.search(r"```sh\n(.*?)```", section, re.DOTALL)[1].splitlines()


def test_the_console_of_the_readme_calls_our_commands_only():
    assert [line for line in console() if shlex.split(line)[0] not in ("bin/manage", "echo")] == []
    assert len(console()) == 10


@pytest.mark.prove
def test_the_console_of_the_readme_works_after_a_demo(tmp_path):
    place = tmp_path / "var"
    plain = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SKM_VENV")}
    environment = plain | {"SKM_DEMO": str(place)}
    running = subprocess.Popen(["bin/demo", "18080"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        said = "".join(iter(running.stdout.readline, "Tekan Ctrl-C untuk berhenti.\n"))
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=60) == 0
    finally:
        running.kill()
    (phrase,) = re.findall(r"Frasa sandi tanda tangan akun \w+: (\S+)", said)
    assert f"echo {phrase} >phrase" in console()
    (environment["PERIOD"],) = re.findall(r"3521 (\S+) +siklus yang sedang berjalan", said)
    for line in console():
        command = line.replace("bin/manage", f"{ROOT}/bin/manage").replace("var/", f"{place}/")
        where = {"cwd": tmp_path, "env": environment}
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, **where)
        assert done.returncode == 0, (line, done.stderr)
    assert done.stdout.startswith("Hasil: SAH")
    assert (tmp_path / "report.pdf").stat().st_size > 100_000
