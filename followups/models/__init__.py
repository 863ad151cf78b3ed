"""The rows of this room: what was promised and done after a survey, and the proof of it."""

from followups.models.earlier import RecordedPeriod, RecordedScore
from followups.models.evidence import (
    MOST_SENT,
    EvidenceGroup,
    EvidencePhoto,
    EvidenceUse,
    UploadLink,
    WebProof,
)
from followups.models.papers import PAPER_KINDS, PRINTED_KINDS, Paper
from followups.models.plans import (
    ActionPlan,
    Completion,
    FollowUp,
    MonthKind,
    PlanMonth,
    Priority,
    Review,
    Status,
    Upkeep,
)
from followups.models.publications import Medium, Publication, Published

__all__ = [
    "MOST_SENT",
    "PAPER_KINDS",
    "PRINTED_KINDS",
    "ActionPlan",
    "Completion",
    "EvidenceGroup",
    "EvidencePhoto",
    "EvidenceUse",
    "FollowUp",
    "Medium",
    "MonthKind",
    "Paper",
    "PlanMonth",
    "Priority",
    "Publication",
    "Published",
    "RecordedPeriod",
    "RecordedScore",
    "Review",
    "Status",
    "Upkeep",
    "UploadLink",
    "WebProof",
]
