"""The addresses of who approves, reads, compares, checks and hands on, one row each; routes.py takes them in."""

from hashlib import sha256

from followups.evidence.proofs import proofs_of
from followups.models import ActionPlan, FollowUp
from offices.audit import record
from offices.stored import keep_exactly
from reports.models import Handover, ReaderNote, Report
from reports.paraf.parafs import state_of
from surveys.models import Lock, Survey
from tests.conftest import jpeg
from tests.journeys.row import ANYBODY, PUBLIC, Row, file, with_signed_report
from tests.reports.issued import CODE

CYCLE = "/laporan/3521/2025-S1/"
RECEIPT = f"{CYCLE}penyampaian/{{handover}}/tanda-terima/"
ASKED = "Anyone may compare a file: nothing is changed, nothing is kept."


def with_note(scene):
    """A note of the secretary on a cycle that is a draft."""
    followup = FollowUp.objects.get(survey__office__code="3521", survey__year=2025)
    note = ReaderNote.objects.create(
        followup=followup, part="bab-3", text="Lengkapi uraiannya.", written_by=scene.people.secretary
    )
    scene.note = note.pk


def with_own_note(scene):
    """A note of the admin, who alone may take it back."""
    with_note(scene)
    ReaderNote.objects.update(written_by=scene.people.admin)


def with_rewritten(scene):
    """A plan whose description somebody replaced."""
    plan = ActionPlan.objects.get(pk=scene.plan)
    office = plan.priority.followup.survey.office
    told = {"before": {"description": "Teks lama."}, "after": {"description": plan.description}}
    scene.event = record(scene.people.admin, "plan.realise", plan, office, **told).pk
    scene.revision = plan.revision


def with_return(scene):
    """A signed version that was returned."""
    with_signed_report(scene)
    Survey.objects.update(lock=Lock.SIGNED)
    row = Handover.objects.create(
        report=Report.objects.get(code=CODE),
        kind="returned",
        party="KPU Provinsi",
        happened_on="2026-01-20",
        note="Tabel 2.1 keliru.",
        recorded_by=scene.people.admin,
    )
    scene.handover = row.pk


def with_sent(scene):
    """A signed version that was sent with a slip, which came back."""
    with_signed_report(scene)
    report = Report.objects.get(code=CODE)
    row = Handover(report=report, kind="sent", party="KPU Provinsi", happened_on="2026-01-12", expects_receipt=True)
    row.recorded_by = scene.people.admin
    row.received_on, row.received_by, row.receipt_sha256 = "2026-01-15", "Wati Contoh", sha256(jpeg()).hexdigest()
    row.receipt.name = keep_exactly("reports/3521/contoh.jpg", jpeg())
    row.save()
    scene.handover = row.pk


def with_awaited(scene):
    """A signed version that was sent with a slip, which did not come back."""
    with_sent(scene)
    nothing = {"received_on": None, "received_by": "", "receipt": "", "receipt_sha256": ""}
    Handover.objects.filter(pk=scene.handover).update(**nothing)


def seen_waiting(scene):
    """What the page of the waiting plan would send."""
    plan = ActionPlan.objects.get(pk=scene.waiting)
    return {"rtl": f"{plan.pk}.{plan.revision}.{proofs_of(plan)}", "putusan": "setujui"}


READING = {
    # --- approving, one after the other
    "approvals": Row(
        "/rtl/3521/2025-S1/persetujuan/",
        post="head admin secretary",
        sent=seen_waiting,
        wrong={"putusan": "kembalikan", "note": ""},
    ),
    "approvals_everywhere": Row(
        "/persetujuan/",
        get=ANYBODY,
        post="head admin secretary",
        sent=seen_waiting,
        wrong={"putusan": "kembalikan", "note": ""},
    ),
    "paraf": Row(
        f"{CYCLE}paraf/",
        post="head admin secretary",
        sent=lambda scene: {
            "putusan": "setuju",
            "state": state_of(Survey.objects.get(office__code="3521", year=2025)),
        },
        wrong={"putusan": "catatan", "text": ""},
    ),
    "paraf_sheet": Row(f"{CYCLE}paraf/lembar/"),
    "plan_timeline": Row("/rtl/3521/2025-S1/{plan}/riwayat/", get="staff head admin secretary", given=with_rewritten),
    "plan_bring_back": Row(
        "/rtl/3521/2025-S1/{plan}/riwayat/kembalikan/",
        get=None,
        post="staff head admin",
        given=with_rewritten,
        sent=lambda scene: {"peristiwa": str(scene.event), "isian": "description", "revision": str(scene.revision)},
    ),
    # --- reading, comparing, handing on
    "reader_notes": Row(
        f"{CYCLE}catatan/",
        post="head admin secretary",
        sent={"part": "bab-2", "text": "Periksa tabelnya."},
        wrong={"text": ""},
    ),
    "reader_note_done": Row(f"{CYCLE}catatan/{{note}}/selesai/", get=None, post="admin secretary", given=with_note),
    "reader_note_delete": Row(
        f"{CYCLE}catatan/{{note}}/hapus/", get=None, post="head admin secretary", given=with_own_note
    ),
    "versions_compare": Row(f"{CYCLE}bandingkan/", given=with_signed_report),
    "handovers": Row(
        f"{CYCLE}penyampaian/",
        post="admin secretary",
        given=with_signed_report,
        sent={"version": "1", "kind": "sent", "party": "KPU Provinsi", "happened_on": "2026-01-12"},
        wrong={"party": ""},
    ),
    "letters": Row(f"{CYCLE}surat/"),
    "letter": Row(
        f"{CYCLE}surat/surat-dinas/",
        get="head admin secretary",
        post="head admin secretary",
        sent={"number": "5/SD/2026", "nature": "Penting"},
        wrong={"subject": "{{ perihal }}"},
    ),
    "letter_file": Row(f"{CYCLE}surat/nota-dinas.docx", get="staff head admin secretary"),
    "handover_remove": Row(
        f"{CYCLE}penyampaian/{{handover}}/hapus/", get=None, post="admin secretary", given=with_return
    ),
    "handover_reopen": Row(f"{CYCLE}penyampaian/{{handover}}/perbaiki/", get=None, post="secretary", given=with_return),
    "handover_receipt": Row(
        RECEIPT,
        get="admin secretary",
        post="admin secretary",
        given=with_awaited,
        sent=lambda scene: {"file": file(), "received_on": "2026-01-15", "received_by": "Wati Contoh"},
        wrong={"received_by": ""},
    ),
    "handover_receipt_file": Row(f"{RECEIPT}berkas/", get="staff head admin secretary", given=with_sent),
    "handover_receipt_drop": Row(f"{RECEIPT}hapus/", get=None, post="admin secretary", given=with_sent),
    "handover_no_receipt": Row(f"{RECEIPT}tidak-ada/", get=None, post="admin secretary", given=with_awaited),
    # --- what anyone may ask
    "manual": Row("/panduan/?cari=foto", get=PUBLIC),
    "manual_chapter": Row("/panduan/operator/", get=PUBLIC),
    "manual_picture": Row("/panduan/gambar/masuk.png", get=PUBLIC),
    "manual_help": Row("/panduan/halaman/home/", get=PUBLIC),
    "verification": Row(
        "/verifikasi/",
        get=PUBLIC,
        post=PUBLIC,
        sent=lambda scene: {"file": file("laporan.pdf")},
        wrong={},
        silent=ASKED,
    ),
    "verification_of": Row(
        f"/verifikasi/{CODE}/",
        get=PUBLIC,
        post=PUBLIC,
        sent=lambda scene: {"file": file("laporan.pdf")},
        given=with_signed_report,
        wrong={},
        silent=ASKED,
    ),
}
