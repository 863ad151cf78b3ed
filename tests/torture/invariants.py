"""What must be true however often the portal was killed; each check yields a sentence for what is not."""

import hashlib
from io import StringIO
from itertools import pairwise

from django.core.files.storage import default_storage
from django.core.management import call_command

from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse
from offices.models import AuditEvent
from reports.models import DRAFTS, Job, JobState
from tests.torture.signatures import faults_of_signatures

OPEN, PREPARED, SIGNED = "open", "prepared", "signed"
TURNS = {
    "report.prepare": {OPEN: PREPARED},
    "report.return": {PREPARED: OPEN},
    "report.sign": {PREPARED: SIGNED},
    "report.reopen": {SIGNED: OPEN},
    "report.withdraw": {SIGNED: OPEN, PREPARED: PREPARED, OPEN: OPEN},
}
"""What an event makes of the cycle's lock, by the lock at which it may happen; withdrawing beside an open version
leaves that as it is."""
OF_A_CYCLE = {"plan", "photo", "evidence", "survey", "upkeep", "priority", "text", "finding", "cycle"}


def faults(ledger):
    yield from lost_writes(ledger)
    yield from incomplete_trail(ledger)
    yield from lost_photos(ledger)
    yield from broken_figures()
    yield from writes_under_a_lock()
    yield from unfinished_jobs()
    yield from unverified_files()
    yield from faults_of_signatures(ledger)


def lost_writes(ledger):
    """What a plan says is the last text that was acknowledged, or one that was tried after it."""
    for plan, told in ledger.written.items():
        last = max((place for place, (_text, is_told) in enumerate(told) if is_told), default=None)
        if last is None:
            continue
        stands = ActionPlan.objects.get(pk=plan).description
        if stands not in [text for text, _told in told[last:]]:
            yield f"plan {plan} says {stands!r}, acknowledged was {told[last][0]!r}"


def incomplete_trail(ledger):
    """Each acknowledged text has one event; and what a plan says stands in its last event."""
    events = AuditEvent.objects.filter(action="plan.realise").values_list("object_id", "after__description")
    seen = [text for _plan, text in events]
    for texts in ledger.written.values():
        for text, is_told in texts:
            if seen.count(text) != 1 and (is_told or text in seen):
                yield f"{text!r} has {seen.count(text)} events"
    for plan in ActionPlan.objects.filter(pk__in=ledger.written):
        last = AuditEvent.objects.filter(action="plan.realise", object_id=str(plan.pk)).order_by("pk").last()
        if last and last.after["description"] != plan.description:
            yield f"plan {plan.pk} changed without an event"


def lost_photos(ledger):
    """As many rows as were acknowledged, or as were acknowledged and tried; no picture twice."""
    digests = list(EvidencePhoto.objects.values_list("sha256", flat=True))
    told, tried = sum(ledger.photos.values()), len(ledger.photos)
    ours = EvidencePhoto.objects.filter(is_placeholder=False).count()
    if not told <= ours <= tried:
        yield f"{ours} photos of {told} acknowledged and {tried} tried"
    if len(digests) != len(set(digests)):
        yield "a picture was taken in twice"


def broken_figures():
    """Every photo's file is whole; every figure shows one; groups count from one without a gap."""
    for photo in EvidencePhoto.objects.all():
        for file in (photo.file, photo.thumbnail):
            if not default_storage.exists(file.name):
                yield f"{file.name} is missing"
        if default_storage.exists(photo.file.name):
            with photo.file.open("rb") as kept:
                if hashlib.sha256(kept.read()).hexdigest() != photo.sha256:
                    yield f"{photo.file.name} is not what its row says"
    for group in EvidenceGroup.objects.all():
        places = list(EvidenceUse.objects.filter(group=group).order_by("position").values_list("position", flat=True))
        if any(after - before != 1 for before, after in pairwise([0, *places])):
            yield f"group {group.pk} counts {places}"


def writes_under_a_lock():
    """Events are written under the lock of their cycle, so their order is that in which they became true."""
    lock = OPEN
    for number, action in AuditEvent.objects.order_by("pk").values_list("pk", "action"):
        if action in TURNS:
            if lock not in TURNS[action]:
                yield f"event {number}, {action}, while the cycle was {lock}"
            lock = TURNS[action].get(lock, lock)
        elif lock != OPEN and action.split(".")[0] in OF_A_CYCLE:
            yield f"event {number}, {action}, while the cycle was {lock}"


def unfinished_jobs():
    """Every job ended: a draft with its file, what failed with a sentence; what went back to draft has none."""
    for job in Job.objects.all():
        is_draft = job.kind in DRAFTS
        if is_draft and job.state == JobState.DONE and not default_storage.exists(job.file.name):
            yield f"job {job.pk} is done and has no file"
        if job.state not in (JobState.DONE, JobState.FAILED) or (job.state == JobState.FAILED and not job.error):
            yield f"job {job.pk} is {job.state}"


def unverified_files():
    said = StringIO()
    try:
        call_command("verify_stored", stdout=said, stderr=said)
    except (SystemExit, Exception) as ended:
        if not isinstance(ended, SystemExit) or ended.code:
            yield f"verify_stored: {said.getvalue()[-500:]} {ended}"
