"""The reader's notes: what the one who signs wants mended, and who says that it was. The verbs and their queries."""

from dataclasses import dataclass
from typing import Self

from django.utils import timezone

from followups.models import FollowUp
from offices.audit import record
from offices.declining import Declined
from offices.models import User
from offices.permissions import Action, Person, may, roles_in
from reports.models import Part, ReaderNote, ReportKind
from reports.reading.versions import is_closed
from surveys.locking import held_cycle
from surveys.models import Survey

LONGEST_NOTE = 2000
_ANCHORS = {Part.COVER: "isi", Part.PREFACE: "bagian-kata_pengantar", Part.OPENING: "isi", Part.CLOSING: "isi"}
_FOLLOW_UP = ReportKind.FOLLOW_UP
_SIGNED = "Laporan periode ini sudah ditandatangani; catatan dapat ditulis lagi setelah versi baru dibuka."


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note with the place in the preview that it leads to, and what its reader may do with it."""

    note: ReaderNote
    anchor: str
    may_finish: bool
    may_delete: bool

    @classmethod
    def of(cls, note: ReaderNote, user: Person, *, finishes: bool) -> Self:
        """``finishes``: whether this person may say of the office's notes that they are done."""
        is_open = note.done_at is None
        return cls(
            note,
            _ANCHORS.get(Part(note.part), note.part),
            may_finish=is_open and finishes,
            may_delete=is_open and note.written_by_id == user.pk,
        )


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes on one report, the open ones first. ``obstacle``: why who may write cannot write now."""

    open: tuple[ShownNote, ...]
    done: tuple[ShownNote, ...]
    may_write: bool
    obstacle: str


def notes_of(survey: Survey, user: Person, kind: ReportKind = _FOLLOW_UP) -> Notes:
    """What a page shows of the notes on a report of this kind; they are the office's own affair."""
    if not roles_in(user, survey.office):
        return Notes((), (), may_write=False, obstacle="")
    finishes = may(user, Action.EDIT_TEXTS, survey.office)
    notes = ReaderNote.objects.select_related("written_by", "done_by").filter(followup__survey=survey, kind=kind)
    rows = [ShownNote.of(note, user, finishes=finishes) for note in notes]
    return Notes(
        open=tuple(row for row in rows if row.note.done_at is None),
        done=tuple(row for row in rows if row.note.done_at is not None),
        may_write=may(user, Action.REMARK, survey.office),
        obstacle=_SIGNED if is_closed(survey, kind) else "",
    )


def write_note(survey: Survey, user: User, part: str, text: str, kind: ReportKind = _FOLLOW_UP) -> ReaderNote:
    """Leave a note on a part of the report; raises Declined once it is signed."""
    with held_cycle(survey) as held:
        if is_closed(held, kind):
            raise Declined(_SIGNED)
        followup = FollowUp.objects.get(survey=held)
        note = ReaderNote.objects.create(followup=followup, kind=kind, part=part, text=text, written_by=user)
        record(user, "remark.write", note, held.office, after={"part": note.get_part_display(), "text": text})
    return note


def finish_note(survey: Survey, user: User, note: ReaderNote) -> None:
    """Say that what a note asked for is mended; raises Declined if somebody said so before."""
    with held_cycle(survey) as held:
        changed = ReaderNote.objects.filter(pk=note.pk, done_at=None).update(done_by=user, done_at=timezone.now())
        if not changed:
            raise Declined("Catatan ini sudah ditandai selesai.")
        record(user, "remark.done", note, held.office, after={"text": note.text})


def delete_note(survey: Survey, user: User, note: ReaderNote) -> None:
    """Take back an open note of one's own; else Declined."""
    with held_cycle(survey) as held:
        row = ReaderNote.objects.filter(pk=note.pk).first()
        if row is None or row.written_by_id != user.pk or row.done_at is not None:
            raise Declined("Hanya catatan Anda sendiri yang belum selesai yang dapat dihapus.")
        before = {"part": row.get_part_display(), "text": row.text}
        record(user, "remark.delete", row, held.office, before=before)
        row.delete()
