"""What must be true of signed versions however often the portal was killed; yields a sentence for what is not."""

from collections import Counter

from offices.models import AuditEvent
from offices.stored import Unsound, read
from reports.models import FINAL, OPEN, Report, State
from reports.signing.trust import trusted_roots
from reports.verification.files import compare
from surveys.models import Lock, Survey

OF_SIGNING = ("signed_file", "signed_sha256", "signed_at", "signed_by_id", "signer")


def faults_of_signatures(ledger):
    yield from lost_signatures(ledger)
    yield from double_signatures()
    yield from half_signed_rows()
    yield from false_locks()
    yield from invalid_files()


def lost_signatures(ledger):
    """Each version whose signature was acknowledged is signed, with the file that was then downloaded."""
    for version, digest in ledger.signed.items():
        report = Report.objects.filter(version=version).first()
        if digest is None:
            continue
        if report is None or report.state not in FINAL:
            yield f"the signature of version {version} was acknowledged, it is {report.state if report else 'gone'}"
        elif digest and digest != report.signed_sha256:
            yield f"version {version} is not the file that was downloaded"


def double_signatures():
    """As many events as signed versions, each of one version and with the digest of its file."""
    events = AuditEvent.objects.filter(action="report.sign").values_list("after__version", "after__sha256")
    times = Counter(version for version, _digest in events)
    yield from (f"version {version} was signed {number} times" for version, number in times.items() if number > 1)
    rows = set(Report.objects.filter(state__in=FINAL).values_list("version", "signed_sha256"))
    yield from (f"version {version} and the event of its signature differ" for version, _ in rows ^ set(events))


def half_signed_rows():
    """A signed version has all of its signature, another nothing of it; one at most is in force."""
    for report in Report.objects.all():
        there = [name for name in OF_SIGNING if getattr(report, name)]
        if len(there) != (len(OF_SIGNING) if report.state in FINAL else 0):
            yield f"version {report.version} is {report.state} and has {there}"
    if (in_force := Report.objects.filter(state=State.SIGNED).count()) > 1:
        yield f"{in_force} versions are in force"


def false_locks():
    """A cycle is locked by what waits for a signature, or by what is signed where nothing newer is open."""
    for survey in Survey.objects.all():
        states = {report.state for report in Report.objects.filter(followup__survey=survey)}
        lock = Lock.OPEN
        if states & {State.PREPARING, State.PREPARED}:
            lock = Lock.PREPARED
        elif State.SIGNED in states and not states & set(OPEN):
            lock = Lock.SIGNED
        if survey.lock != lock:
            yield f"the cycle is {survey.lock}, its versions are {sorted(states)}"


def invalid_files():
    """Each signed file is known here and intact; that of the version in force is valid."""
    for report in Report.objects.filter(state__in=FINAL):
        try:
            found = compare(read(report.signed_file.name, report.signed_sha256), trusted_roots())
        except Unsound as unsound:
            yield f"the file of version {report.version} is {unsound.fault}"
            continue
        if not (found.case.is_known and found.is_intact and found.case.trusted):
            yield f"the file of version {report.version} is {found.case}"
        if found.is_valid != (report.state == State.SIGNED):
            yield f"version {report.version} is {report.state}, its file: {found.ruling.headline}"
