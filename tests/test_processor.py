"""What ``processor`` counts is work, in this process and in its children, and no waiting."""

import subprocess
import sys
import time
from threading import Event

from tests.processor import children, processor

BUSY = "import time\nwhile time.process_time() < 0.3: pass"


def test_work_counts_here_and_in_a_child_and_waiting_does_not():
    with processor() as waited:
        Event().wait(0.3)
    with processor() as worked:
        end = time.process_time() + 0.3
        while time.process_time() < end:
            pass
    with processor() as let_work:
        subprocess.run([sys.executable, "-c", BUSY], check=True)
    assert waited.seconds < 0.2
    assert worked.seconds >= 0.3
    assert let_work.seconds >= 0.3


def test_a_child_is_seen_as_long_as_it_is_there():
    known = children()
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert children() - known == {child.pid}
    child.communicate(b"\n")
    assert children() == known
