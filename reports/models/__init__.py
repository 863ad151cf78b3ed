"""What must be remembered of a report; each kind of thing has its module."""

from reports.models.answers import Answer
from reports.models.copies import ReleasedCopy, copy_path
from reports.models.handover import Handover, HandoverKind
from reports.models.jobs import DRAFTS, PASSING, Job, JobKind, JobState, WorkerBeat, job_path
from reports.models.keys import Ground, KeyConfirmation, OutsideCertificate, SigningKey, Verdict
from reports.models.letters import LETTER_KINDS, OwnLetter
from reports.models.paraf import Paraf
from reports.models.pictures import RemovedPicture
from reports.models.reading import PARTS, Part, ReaderNote
from reports.models.signed_pages import SignedPage
from reports.models.texts import LegalBasis, Narrative
from reports.models.versions import (
    FINAL,
    FROZEN,
    OPEN,
    Report,
    ReportKind,
    RetiredCode,
    SigningWay,
    State,
    report_path,
)

__all__ = [
    "DRAFTS",
    "FINAL",
    "FROZEN",
    "LETTER_KINDS",
    "OPEN",
    "PARTS",
    "PASSING",
    "Answer",
    "Ground",
    "Handover",
    "HandoverKind",
    "Job",
    "JobKind",
    "JobState",
    "KeyConfirmation",
    "LegalBasis",
    "Narrative",
    "OutsideCertificate",
    "OwnLetter",
    "Paraf",
    "Part",
    "ReaderNote",
    "ReleasedCopy",
    "RemovedPicture",
    "Report",
    "ReportKind",
    "RetiredCode",
    "SignedPage",
    "SigningKey",
    "SigningWay",
    "State",
    "Verdict",
    "WorkerBeat",
    "copy_path",
    "job_path",
    "report_path",
]
