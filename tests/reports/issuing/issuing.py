"""A cycle brought as far as a test needs it: ready, prepared, signed; with keys of a test's own authority."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from hashlib import sha256

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from followups.models import ActionPlan, Completion, EvidencePhoto, FollowUp, Review, Status
from offices.models import Office, User
from offices.zones import today_of
from reports.document.build import build
from reports.document.frozen import freeze, thaw
from reports.document.gather import source_of
from reports.document.model import digest_of
from reports.findings.answers import answer, case_now, findings_now
from reports.issuing import Will, Wish, accept_scan, keep_key, prepare, sign_here
from reports.issuing.by_hand.pages import keep_page
from reports.issuing.making import hand_over
from reports.models import Ground, Job, JobKind, JobState, KeyConfirmation, Report, SigningKey, State, Verdict
from reports.printing.pdf import pdf_of
from reports.signing.field import add_field
from reports.signing.keys.opening import certificate_of, open_key
from reports.signing.keys.signatory import signatory_of
from reports.work.jobs import run_job
from reports.work.leases import claim
from surveys.models import Lock, Survey
from surveys.periods import of_period
from tests.conftest import jpeg
from tests.reports.issued import make_document, make_report, make_signing
from tests.reports.signing.authority import Authority

SECRET = "JBSWY3DPEHPK3PXP"
PASSPHRASE = "frasa-sandi-rahasia-4711"
HOLDER = "Sari Utami"
AGREED = Will(agreed=True)
MINIMAL = """<html lang="id"><head><title>Laporan</title></head>
<body><h1>Laporan versi {version}</h1><div id="tanda-tangan"><p>Tanda tangan</p></div></body></html>"""


@cache
def authority():
    return Authority()


def container(holder=HOLDER, demo=False, days=0):
    """A PKCS#12 container whose certificate is valid around today, or from ``days`` on."""
    return _issued(holder, demo, datetime.now(UTC).date() + timedelta(days=days - 30))


@cache
def _issued(holder, demo, day):
    """One for each day, as some tests move their clock."""
    start = datetime.combine(day, time(), UTC)
    extra = {"extensions": [demo_mark()]} if demo else {}
    return authority().container(holder, passphrase=PASSPHRASE, start=start, end=start + timedelta(days=60), **extra)


def demo_mark():
    from cryptography import x509

    from reports.signing.keys.certificate import DEMO_MARK

    return x509.UnrecognizedExtension(DEMO_MARK, b"\x05\x00"), False


@cache
def small_pdf(version=1):
    """A file with its signature field, made by the whole recipe, but of one page."""
    return add_field(pdf_of(MINIMAL.format(version=version), {}))


def make_ready(survey, people):
    """Nothing hinders this cycle's report from being prepared."""
    ActionPlan.objects.filter(status=Status.DONE).update(
        review=Review.APPROVED, submitted_by=people.staff, reviewed_by=people.head
    )
    for plan in ActionPlan.objects.exclude(status=Status.DONE):
        fields = {"reason": "Anggaran baru tersedia.", "strategy": "Dilaksanakan dengan anggaran baru."}
        Completion.objects.get_or_create(
            plan=plan, defaults=fields | {"earliest": None, "latest": date(2999, 3, 1), "all_units": True}
        )
    explain(survey, people.admin)


def explain(survey, user):
    found = findings_now(case_now(survey), today_of(survey.office), at_signing=True)
    subjects = {finding.subject for finding in found if finding.severity == "warn"}
    if subjects:
        answer(survey, user, subjects, "Memang demikian adanya.")


def wish(way="here", **changes):
    return Wish(way=way, dated=date.today(), **changes)


def make_preparing(survey, people, way="here", **changes):
    make_ready(survey, people)
    return prepare(survey, people.admin, wish(way, **changes))


def job_of(report):
    return Job.objects.filter(followup=report.followup, kind=JobKind.PREPARE).latest("pk")


def made(report, content=None):
    """The worker's part, with a small file in place of the real one."""
    hand_over(claim(job_of(report).pk), report, content or small_pdf(report.version))
    report.refresh_from_db()
    return report


def make_prepared(survey, people, way="here", **changes):
    return made(make_preparing(survey, people, way, **changes))


def work(report):
    """The worker's part, whole."""
    run_job(job_of(report).pk)
    report.refresh_from_db()
    return report


def guard(user):
    """A second factor, without which no key may lie in the portal."""
    if not Authenticator.objects.filter(user=user).exists():
        TOTP.activate(user, SECRET)


def give_key(user, **kind):
    guard(user)
    key = keep_key(user, container(**kind), PASSPHRASE)
    confirmed(key)
    return key


def confirmed(key):
    """Somebody of each of the signatory's offices has said that the key is theirs."""
    for office in Office.objects.filter(memberships__user=key.user):
        said = {"verdict": Verdict.CONFIRMED, "ground": Ground.SERVER}
        KeyConfirmation.objects.get_or_create(user=key.user, office=office, fingerprint=key.fingerprint, defaults=said)


def known_outside(user, office, content):
    """Somebody has said that the certificate on a file signed elsewhere is this person's."""
    known = signatory_of(content).certificate
    if known is None:
        return
    said = {"verdict": Verdict.CONFIRMED, "ground": Ground.SERVER}
    KeyConfirmation.objects.get_or_create(user=user, office=office, fingerprint=known.fingerprint, defaults=said)


def make_signed(survey, people):
    report = make_prepared(survey, people)
    give_key(people.secretary)
    return sign_here(report, people.secretary, PASSPHRASE, AGREED)


def make_scanned(survey, people):
    return accept_scan(make_prepared(survey, people, "by_hand"), people.secretary, jpeg())


def again(model):
    """A row as another process finds it."""
    return type(model).objects.get(pk=model.pk)


# --- what has to be there before anybody comes to an address


def with_ready_cycle(scene):
    ActionPlan.objects.filter(pk=scene.waiting).update(status=Status.IN_PROGRESS, review=Review.NONE)
    EvidencePhoto.objects.update(is_placeholder=False)
    make_ready(_survey(), scene.people)


def with_prepared_report(scene, way="here"):
    """A version that waits for its signature, as rows: without the way that leads there."""
    survey = _survey()
    Survey.objects.update(lock=Lock.PREPARED)
    report = make_report(FollowUp.objects.get(survey=survey), scene.people.admin, State.PREPARED, way=way)
    report.prepared_file.save("siap.pdf", ContentFile(small_pdf()), save=False)
    report.prepared_sha256 = sha256(small_pdf()).hexdigest()
    report.save()
    return report


def with_printed_report(scene):
    with_prepared_report(scene, "by_hand")


def with_scanned_report(scene):
    make_report(FollowUp.objects.get(survey=_survey()), scene.people.secretary, way="by_hand")


def with_signed_pages(scene):
    """Printed for the pen, and its one page is back."""
    report = with_prepared_report(scene, "by_hand")
    document = make_document(way="by_hand", dated=None, pen_number=True)
    Report.objects.filter(pk=report.pk).update(document=freeze(document), dated=None)
    keep_page(again(report), scene.people.secretary, 1, jpeg())


def with_report_for_the_pen(scene):
    """Signed by hand, day and number written with the pen."""
    document = make_document(way="by_hand", dated=None, pen_number=True)
    followup = FollowUp.objects.get(survey=_survey())
    make_report(followup, scene.people.secretary, way="by_hand", document=document)


def with_reopened_report(scene):
    """A signed version, and a second one in which nothing differs yet."""
    survey = _survey()
    followup, document = FollowUp.objects.get(survey=survey), build(source_of(survey, make_signing()))
    make_report(followup, scene.people.secretary, document=document)
    Report.objects.create(followup=followup, version=2, reason="Keliru.")


def with_failed_preparation(scene):
    report = with_prepared_report(scene)
    Report.objects.update(state=State.PREPARING)
    digest = digest_of(thaw(report.document))
    Job.objects.create(
        followup=report.followup, kind=JobKind.PREPARE, digest=digest, state=JobState.FAILED, error="Gagal."
    )


def with_key_and_prepared_report(scene):
    with_prepared_report(scene)
    confirmed(_key(scene.people.secretary))


def with_waiting_key(scene):
    """The secretary's key, of which nobody said yet that it is theirs."""
    scene.key = _key(scene.people.secretary).pk


def fingerprint_sent(_scene):
    return {"fingerprint": certificate_of(opened_key()).fingerprint}


def with_own_key(client, scene):
    _key(User.objects.get(pk=client.session["_auth_user_id"]))


def with_guard(client, scene):
    guard(User.objects.get(pk=client.session["_auth_user_id"]))


def _key(user):
    guard(user)
    known = certificate_of(opened_key())
    fields = {"sha256": "a", "fingerprint": known.fingerprint, "certificate": known.as_json()}
    return SigningKey.objects.create(user=user, container=container(), **fields)


def opened_key():
    return _opened(container())


@cache
def _opened(content):
    return open_key(content, PASSPHRASE)


def key_file():
    return SimpleUploadedFile("kunci.p12", container())


def _survey():
    return Survey.objects.get(office__code="3521", **of_period("2025-S1"))
