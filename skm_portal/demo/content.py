"""What the example consists of: cycles of two offices, with drawn photos, and an account for each role."""

import json
from dataclasses import dataclass
from datetime import date
from io import StringIO
from tempfile import NamedTemporaryFile

from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from followups.months import Month
from offices.models import AuditEvent, Employment, Membership, Office, Role, Unit, User, role_name
from reports.models import Report
from reports.words.language import month_text
from skm_portal.demo.authority import ensure_key, key_file
from skm_portal.demo.dating import cycle_on
from skm_portal.demo.history import approve_what_was_done, hand_on, publish, read_notices, sign_report
from surveys.models import Survey

SIGNATORY, HEAD = "sekretaris", "kasubbag"
OFFICE, PARENT, UNIT = "3521", "35", "rendatin"
CURRENT, BEFORE, NEIGHBOUR = "current", "before", "neighbour"
"""The cycle in work, the signed one before it, and another office's."""
PASSWORD = "contoh-skm-2025"  # noqa: S105 (printed at every start; refused outside DEBUG)


@dataclass(frozen=True, slots=True)
class Account:
    """``unit``: key of a unit of the office, or None for a role of the whole office."""

    username: str
    role: Role
    office: str = OFFICE
    unit: str | None = None


ACCOUNTS = (
    Account("operator", Role.STAFF, unit=UNIT),
    Account(HEAD, Role.HEAD, unit=UNIT),
    Account("admin", Role.ADMIN),
    Account(SIGNATORY, Role.SECRETARY),
    Account("pemantau", Role.SUPERVISOR, office=PARENT),
)


def holds_other_people() -> bool:
    """Whether this database is somebody's own, in which the example has no business.

    People whom visitors of the example added to it are welcome: it is theirs to try.
    """
    names = [account.username for account in ACCOUNTS]
    people = User.objects.all()
    if people.filter(username__in=names, is_demo=False).exists():
        return True
    return people.exists() and not people.filter(username__in=names).exists()


def ensure_content() -> None:
    """Load the cycles, make the accounts and sign the last report, once; what visitors changed since is left."""
    if not Survey.objects.filter(office__code=OFFICE).exists():
        load_example(timezone.localdate())
    for account in ACCOUNTS:
        ensure_account(account)
    before, *in_work = surveys_of_example()
    ensure_key(SIGNATORY, before)
    if in_work and not Report.objects.filter(followup__survey=before).exists():
        signatory = User.objects.get(username=SIGNATORY)
        sign_report(before, signatory)
        hand_on(before, signatory)
        publish(before, signatory)
        read_notices(User.objects.filter(is_demo=True))


def load_example(today: date) -> None:
    """The cycles as they stand today, whole or not at all."""
    with transaction.atomic():
        for name in (BEFORE, CURRENT, NEIGHBOUR):
            load_file(cycle_on(today, name))
        Office.objects.filter(parent__code=PARENT).update(head_called="Kepala Subbagian")
        people = {account.username: ensure_account(account).user for account in ACCOUNTS}
        for survey, but in zip(surveys_of_example(), (0, 2), strict=True):
            approve_what_was_done(survey, people[HEAD], people[SIGNATORY], but)


def load_file(cycle: dict[str, object]) -> None:
    """As any office could load it."""
    with NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(cycle, file)
        file.flush()
        call_command("load_cycle", file.name, placeholder_photos=True, stdout=StringIO())


def surveys_of_example() -> list[Survey]:
    """The signed one and the one in work; visitors may have begun others. An example of an older release has one."""
    return list(Survey.objects.filter(office__code=OFFICE).order_by("pk")[:2])


def ensure_account(account: Account) -> Membership:
    """The account with its role; its password is always the one that the start prints."""
    office = Office.objects.get(code=account.office)
    called = role_name(account.role, office)
    user, _made = User.objects.get_or_create(
        username=account.username,
        defaults={
            "name": f"{called} (akun contoh)",
            "job_title": called,
            "employment": Employment.OTHER,
            "is_demo": True,
        },
    )
    if not user.check_password(PASSWORD):
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
    unit = Unit.objects.get(office=office, key=account.unit) if account.unit else None
    membership, _made = Membership.objects.get_or_create(user=user, office=office, role=account.role, unit=unit)
    return membership


def describe_accounts() -> str:
    """The accounts as lines of a table: user name, role, place."""
    members = Membership.objects.filter(user__is_demo=True).select_related("user", "office", "unit")
    places = {member.user.username: (member, member.unit or member.office) for member in members}
    return "\n".join(
        f"  {account.username:<12}{places[account.username][0].called:<18}{places[account.username][1]}"
        for account in ACCOUNTS
    )


def describe_cycles() -> str:
    """The office's cycles as commands name them; and how to begin anew where they have aged since they were loaded."""
    *signed, current = surveys_of_example()
    lines = [f"  {OFFICE} {current.period}   siklus yang sedang berjalan"]
    lines += [f"  {OFFICE} {survey.period}   siklus yang laporannya sudah ditandatangani" for survey in signed]
    loaded = AuditEvent.objects.filter(action="cycle.load", office_code=OFFICE).order_by("pk").first()
    month = Month.of(timezone.localdate(loaded.at)) if loaded else None
    if month and (month != Month.of(timezone.localdate()) or not signed):
        lines.append(
            f"\nData contoh ini dari {month_text(month)}, dan tanggalnya tidak mengikuti hari ini. "
            f"Untuk memulai dari awal: rm -rf {key_file().with_name('demo*')}"
        )
    return "\n".join(lines)
