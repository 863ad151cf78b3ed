"""What the example consists of: one cycle of one office, with drawn photos, and an account for each role."""

import json
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.management import call_command
from django.utils import timezone

from followups.months import Month
from offices.models import Employment, Membership, Office, Role, Unit, User
from skm_portal.demo.authority import ensure_key
from surveys.models import Survey
from surveys.periods import of_period

CYCLE = Path(__file__).with_name("ngawi-2025-s1.cycle.json")
SIGNATORY = "sekretaris"
OFFICE, PARENT, UNIT = "3521", "35", "rendatin"
PERIOD = of_period("2025-S1")
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
    Account("kasubbag", Role.HEAD, unit=UNIT),
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
    """Load the case and make the accounts, once; what visitors changed since is left as it is."""
    if not Survey.objects.filter(office__code=OFFICE, **PERIOD).exists():
        load_example()
    for account in ACCOUNTS:
        ensure_account(account)
    survey = Survey.objects.get(office__code=OFFICE, **PERIOD)
    ensure_key(SIGNATORY, survey)


def load_example() -> None:
    """The case with its report due this month, from which its targets count: nothing that it plans is past."""
    data = json.loads(CYCLE.read_text(encoding="utf-8"))
    data["followup"]["report_month"] = str(Month.of(timezone.localdate()))
    with NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(data, file)
        file.flush()
        call_command("load_cycle", file.name, placeholder_photos=True, stdout=StringIO())
    Office.objects.filter(code=OFFICE).update(head_called="Kepala Subbagian")


def ensure_account(account: Account) -> Membership:
    """The account with its role; its password is always the one that the start prints."""
    user, _made = User.objects.get_or_create(
        username=account.username,
        defaults={
            "name": f"{account.role.label} (akun contoh)",
            "job_title": account.role.label,
            "employment": Employment.OTHER,
            "is_demo": True,
        },
    )
    if not user.check_password(PASSWORD):
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
    office = Office.objects.get(code=account.office)
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
