"""Who exists: offices, their units, people and their roles, and the trail of what people did."""

from offices.models.appearance import ReportAppearance
from offices.models.door import CalendarKey, Counter, OpenSession
from offices.models.notices import BY_MAIL_ALONE, LINKS, SWITCHABLE, WORK, Notice, NoticeKind, UnwantedMail
from offices.models.office import (
    Office,
    ParafRule,
    Unit,
    Zone,
    known_code,
    office_with,
    picture_path,
    valid_code,
)
from offices.models.people import UNIT_ROLES, Employment, Membership, ResetWay, Role, User, role_choices, role_name
from offices.models.sending import KeptForm, SentForm
from offices.models.trail import AuditEvent, AuditName

__all__ = [
    "BY_MAIL_ALONE",
    "LINKS",
    "SWITCHABLE",
    "UNIT_ROLES",
    "WORK",
    "AuditEvent",
    "AuditName",
    "CalendarKey",
    "Counter",
    "Employment",
    "KeptForm",
    "Membership",
    "Notice",
    "NoticeKind",
    "Office",
    "OpenSession",
    "ParafRule",
    "ReportAppearance",
    "ResetWay",
    "Role",
    "SentForm",
    "Unit",
    "UnwantedMail",
    "User",
    "Zone",
    "known_code",
    "office_with",
    "picture_path",
    "role_choices",
    "role_name",
    "valid_code",
]
