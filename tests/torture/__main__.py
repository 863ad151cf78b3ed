"""Kills web and workers by chance while people work, then asks what must be true: ``python -m tests.torture``.

On the database that DATABASE_URL names, which must be empty, or on a SQLite of its own; bounded by kills and minutes.
"""

import os
import sys
import tempfile
import threading
import time
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from random import Random

SETTLING = 90  # seconds in which all that was begun must have ended


def main() -> int:
    wished = _wished()
    with tempfile.TemporaryDirectory(prefix="skm-torture-") as folder:
        environment = _environment(Path(folder))
        os.environ.update(environment)
        import django

        django.setup()
        return _torture(wished, dict(os.environ), Path(folder))


def _wished():
    parser = ArgumentParser(prog="bin/torture", description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=60.0, help="end after that, however many kills there were")
    parser.add_argument("--pause", type=float, default=3.0, help="longest pause between two kills (seconds)")
    parser.add_argument("--seed", type=int, default=None)
    return parser.parse_args()


def _environment(place):
    own = {
        "DJANGO_SETTINGS_MODULE": "skm_portal.settings",
        "DEBUG": "1",
        "MEDIA_ROOT": str(place / "media"),
        "SIGNING_TRUST": str(place / "ca.pem"),
        "JOB_LEASE_SECONDS": "3",
        "LOG_LEVEL": "ERROR",
    }
    return own | {"DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{place}/torture.sqlite3"}


def _torture(wished, environment, place) -> int:
    from tests.torture import stage
    from tests.torture.clients import Ledger
    from tests.torture.invariants import faults
    from tests.torture.servers import Servers

    seed = wished.seed if wished.seed is not None else Random().randrange(10**6)
    chance, ledger, ended = Random(seed), Ledger(), threading.Event()
    plans = stage.set_up(place)
    with (place / "log").open("w") as log:
        servers = Servers(environment, log)
        try:
            crew = stage.crew(servers.address, seed, ended, ledger, plans)
            stage.wait_for(servers.address)
            for client in crew:
                client.log_in()
            for client in crew:
                client.start()
            killed, seconds = _kill(servers, chance, wished)
            ended.set()
            for client in crew:
                client.join(timeout=SETTLING)
            stage.settle(SETTLING)
        finally:
            ended.set()
            servers.end()
    found = list(faults(ledger))
    print(stage.told(killed, seconds, seed, ledger))
    for fault in found:
        print(f"BROKEN: {fault}")
    if found:
        print((place / "log").read_text()[-3000:], file=sys.stderr)
    return 1 if found else 0


def _kill(servers, chance, wished):
    """Kill until there were enough, or the time is over; how often what, and the seconds that it took."""
    killed: dict[str, int] = {}
    begun = time.monotonic()
    while sum(killed.values()) < wished.kills and time.monotonic() - begun < wished.minutes * 60:
        time.sleep(chance.uniform(0, wished.pause))
        with suppress(ProcessLookupError, FileNotFoundError):  # it was just ending
            if name := servers.kill(chance):
                killed[name] = killed.get(name, 0) + 1
    return killed, time.monotonic() - begun


if __name__ == "__main__":
    sys.exit(main())
