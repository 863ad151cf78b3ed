"""What ``manage.py demo`` decides before anything runs: alone or not, on which port, and what it starts."""

import socket
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest
from django.core.management import CommandError, call_command

from skm_portal.demo import authority, content
from skm_portal.management.commands import demo


@pytest.fixture
def place(settings, tmp_path, monkeypatch):
    """Where the note of a running demonstration would lie."""
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(tmp_path / "demo.sqlite3"))
    return tmp_path / "demo.address"


@pytest.fixture
def taken():
    """A port on which another program listens."""
    with socket.socket() as other:
        other.bind((demo.HOST, 0))
        other.listen()
        yield other.getsockname()[1]


def test_one_is_alone_until_it_ends_and_says_where_it_is(place):
    with demo.alone() as note:
        note.write("http://127.0.0.1:8000/")
        note.flush()
        with demo.alone() as second:
            assert second is None
        assert place.read_text() == "http://127.0.0.1:8000/"
    with demo.alone() as note:
        assert note is not None and place.read_text() == ""


def test_the_second_says_where_the_first_is_and_touches_nothing(place, settings, capsys):
    settings.DEBUG = True
    with demo.alone() as note:
        note.write("http://127.0.0.1:8123/")
        note.flush()
        call_command("demo")
    assert capsys.readouterr().out == "Demo ini sudah berjalan di http://127.0.0.1:8123/.\n"


def test_a_port_in_use_is_passed_over(taken):
    found = demo.free_port(taken)
    assert taken < found < taken + demo.PORTS_TRIED
    assert demo.free_port(found) == found


def test_beyond_the_last_port_there_is_none():
    with pytest.raises(CommandError, match="Porta 65536 dan yang sesudahnya sedang dipakai"):
        demo.free_port(65536)


def test_the_web_listens_to_this_machine_alone_and_the_worker_is_quiet():
    started = demo.commands(8123)
    assert set(started) == {"web", "worker"}
    assert {command[0] for command in started.values()} == {sys.executable}
    assert started["web"][started["web"].index("--bind") + 1] == "127.0.0.1:8123"
    assert started["worker"][1:3] == ["manage.py", "worker"]


class Health(BaseHTTPRequestHandler):
    """Answers as the portal's health does, well or not."""

    def do_GET(self):
        self.send_response(self.server.status if self.path == "/healthz" else 404)
        self.end_headers()

    def log_message(self, *_arguments):
        pass


@pytest.mark.parametrize(("status", "answers"), [(200, True), (503, False)])
def test_it_is_ready_when_its_health_says_so(status, answers):
    with HTTPServer((demo.HOST, 0), Health) as server:
        server.status = status
        thread = Thread(target=server.handle_request)
        thread.start()
        assert demo.answers(server.server_port) is answers
        thread.join()


def test_where_nobody_listens_it_is_not_ready_yet(taken):
    free = demo.free_port(taken + 1)
    assert demo.answers(free) is False


def test_what_is_announced_can_be_typed_off(survey, province, capsys):
    for account in content.ACCOUNTS:
        content.ensure_account(account)
    demo.Command().announce(8123)
    said = capsys.readouterr().out
    assert "http://127.0.0.1:8123/" in said and content.PASSWORD in said
    assert f"Frasa sandi tanda tangan akun sekretaris: {authority.PASSPHRASE}" in said
    lines = [line.split() for line in said.splitlines() if line.startswith("  ")]
    assert [line[0] for line in lines] == ["operator", "kasubbag", "admin", "sekretaris", "pemantau", "3521"]
    assert "rendatin" in " ".join(lines[0])
    assert "KPU Jawa Timur" in " ".join(lines[4])
    assert lines[5][1] == survey.period
