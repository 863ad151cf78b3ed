"""What the torture begins with, who takes part, and how it comes to rest."""

import json
import time
from io import StringIO
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from followups.models import ActionPlan, Status
from reports.models import Job, JobState
from skm_portal.demo import content
from tests.torture.clients import Photographer, Reader, Writer
from tests.torture.signatory import Signatory

RETOLD = Path(__file__).parents[1] / "data" / "ngawi-2025-s1.cycle.json"
WRITERS = 3
TO_START = 120  # seconds


def set_up(place):
    """One cycle and the accounts of the example in an empty database; the ids of the plans that are done."""
    (place / "media").mkdir()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", stdout=StringIO())
    if ActionPlan.objects.exists():
        raise SystemExit("The database is not empty: name another one.")
    cycle = json.loads(RETOLD.read_text(encoding="utf-8"))
    cycle["followup"]["report_month"] = f"{timezone.localdate():%Y-%m}"  # its targets count from there
    content.load_file(cycle)
    content.ensure_content()
    plans = list(ActionPlan.objects.filter(status=Status.DONE).order_by("pk").values_list("pk", flat=True))
    connection.close()
    return plans


def crew(address, seed, ended, ledger, plans):
    """Three who write to plans of their own, one with photos, one who reads, one who prepares and signs."""
    writers = [
        Writer(address, "admin", seed + number, ended, ledger, plans=plans[number::WRITERS])
        for number in range(WRITERS)
    ]
    others = ((Photographer, "admin"), (Reader, "kasubbag"), (Signatory, content.SIGNATORY))
    return [*writers, *(kind(address, name, seed, ended, ledger) for kind, name in others)]


def wait_for(address):
    limit = time.monotonic() + TO_START
    while time.monotonic() < limit:
        try:
            with urlopen(f"{address}/healthz", timeout=10):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise SystemExit("The portal does not start.")


def settle(seconds):
    """Nobody is killed any more: give the workers the time to end what was begun."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit and Job.objects.filter(state__in=[JobState.QUEUED, JobState.RUNNING]).exists():
        time.sleep(0.5)


def told(killed, seconds, seed, ledger):
    jobs = {str(state): Job.objects.filter(state=state).count() for state in JobState}
    kills = ", ".join(f"{name} {number}" for name, number in sorted(killed.items()))
    return (
        f"{connection.vendor}: {sum(killed.values())} kills in {seconds / 60:.1f} minutes ({kills}), seed {seed}\n"
        f"texts acknowledged {ledger.acknowledged()} of {sum(map(len, ledger.written.values()))} tried, "
        f"photos {sum(ledger.photos.values())} of {len(ledger.photos)}, "
        f"prepared {ledger.prepared}, returned {ledger.returned}, "
        f"signatures {ledger.signatures()} of {len(ledger.signed)}, reopened {ledger.reopened}, "
        f"withdrawn {ledger.withdrawn}, drafts asked for {ledger.drafts}, "
        f"broken connections and pages {ledger.broken}, jobs {jobs}"
    )
