"""Processes that live and die together: the first that ends is named, and none is left behind."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from skm_portal.demo import processes
from skm_portal.demo.processes import (
    STOP_SIGNALS,
    ProcessEndedError,
    crew_of,
    end,
    run_together,
    stop_signals_raise,
    wait_while,
)

SLEEPS = ["sleep", "60"]
DEAF = [
    sys.executable,
    "-c",
    "import signal, time; signal.signal(15, signal.SIG_IGN); time.sleep(60)",
]


@pytest.fixture(autouse=True)
def hurried(monkeypatch):
    monkeypatch.setattr(processes, "PAUSE", 0.01)
    monkeypatch.setattr(processes, "PATIENCE", 0.3)


def is_alive(process):
    return process.poll() is None


def test_each_leads_a_group_of_its_own_and_none_outlives_its_crew():
    with crew_of({"web": SLEEPS, "worker": SLEEPS}) as crew:
        assert all(map(is_alive, crew.values()))
        assert [os.getpgid(process.pid) for process in crew.values()] == [process.pid for process in crew.values()]
    assert {name: process.returncode for name, process in crew.items()} == dict.fromkeys(crew, -signal.SIGTERM)


def test_what_fails_within_ends_them_too():
    with pytest.raises(ValueError, match="rusak"), crew_of({"web": SLEEPS}) as crew:
        raise ValueError("rusak")
    assert not is_alive(crew["web"])


def test_of_a_crew_that_cannot_be_started_whole_nothing_stays():
    started = {}
    with pytest.raises(FileNotFoundError), crew_of({"web": SLEEPS, "worker": ["/tidak/ada"]}) as crew:
        started |= crew
    assert started == {}


def test_children_end_with_their_group():
    command = [
        sys.executable,
        "-c",
        "import subprocess; c = subprocess.Popen(['sleep', '60']); print(c.pid, flush=True); c.wait()",
    ]
    read, write = os.pipe()
    before = os.dup(1)
    os.dup2(write, 1)
    try:
        with crew_of({"web": command}):
            child = int(os.read(read, 20))
    finally:
        os.dup2(before, 1)
        for opened in (read, write, before):
            os.close(opened)
    limit = time.monotonic() + 10
    while _runs(child) and time.monotonic() < limit:
        time.sleep(0.01)
    assert not _runs(child)


def _runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_one_that_does_not_listen_is_made_to_end():
    with crew_of({"web": DEAF}) as crew:
        while is_alive(crew["web"]) and not _is_deaf(crew["web"].pid):
            time.sleep(0.01)
    assert crew["web"].returncode == -signal.SIGKILL


def _is_deaf(pid):
    """Whether the process ignores already what asks it to end."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    (ignored,) = [line.split()[1] for line in lines if line.startswith("SigIgn")]
    return int(ignored, 16) >> signal.SIGTERM - 1 & 1 == 1


def test_a_crew_that_ended_already_is_no_fault():
    with crew_of({"web": ["true"]}) as crew:
        crew["web"].wait()
        end(crew)
        end(crew)
    assert crew["web"].returncode == 0


def test_one_waits_while_all_live_and_is_told_who_does_not():
    rounds = iter([True, True, False])
    with crew_of({"web": SLEEPS, "worker": SLEEPS}) as crew:
        wait_while(crew, lambda: next(rounds))
        assert list(rounds) == []
        crew["worker"].terminate()
        with pytest.raises(ProcessEndedError, match="worker"):
            wait_while(crew, lambda: True)


@pytest.mark.parametrize("number", STOP_SIGNALS)
def test_a_signal_to_stop_interrupts_once_and_the_handlers_of_before_come_back(number):
    before = [signal.getsignal(each) for each in STOP_SIGNALS]
    with pytest.raises(KeyboardInterrupt), stop_signals_raise():
        signal.raise_signal(number)
    assert [signal.getsignal(each) for each in STOP_SIGNALS] == before
    with stop_signals_raise():
        try:
            signal.raise_signal(number)
        except KeyboardInterrupt:
            signal.raise_signal(number)  # a second one does not cut the end short


def test_it_is_announced_once_all_is_ready_and_stays_until_it_is_stopped():
    asked, announced = [], []

    def is_ready():
        asked.append(True)
        return len(asked) == 3

    def announce():
        announced.append(len(asked))
        signal.raise_signal(signal.SIGTERM)

    run_together({"web": SLEEPS}, is_ready, announce)
    assert announced == [3]


def test_one_that_ends_before_it_is_ready_is_never_announced():
    announced = []
    with pytest.raises(ProcessEndedError, match="web"):
        run_together({"web": ["true"], "worker": SLEEPS}, lambda: False, lambda: announced.append(True))
    assert announced == []
