"""The files of sheets: asked for by a reader, drawn by the worker, kept by the digest of all that they are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

from followups.models import FollowUp
from offices.models import User
from publishing.release import release
from publishing.sheets.offered import sheet_named
from publishing.sheets.printing import AnySheet, Design, Form, sheet_file
from reports.models import Job, JobKind, JobState
from reports.work.drafts import OVERTAKEN
from reports.work.jobs import WorkRefused, is_gone, request
from reports.work.leases import Lease, finish, name_after, renew
from surveys.models import Survey

NOT_THERE = "Lembar ini tidak tersedia lagi dari data siklus saat ini. Buka kembali halaman lembar publikasi."


@dataclass(frozen=True, slots=True)
class SheetWish:
    """A sheet, ``which`` as the page offers it, in one of its designs and forms."""

    which: str
    design: Design
    form: Form

    @classmethod
    def read(cls, key: str) -> Self:
        which, design, form = key.split("/")
        return cls(which, Design(design), Form(form))

    @property
    def key(self) -> str:
        return f"{self.which}/{self.design.value}/{self.form.value}"

    def digest(self, sheet: AnySheet) -> str:
        """Another one where the file would be another one."""
        return sha256(f"{sheet!r} {self.key} {release()}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class MadeForms:
    """How far the files of a sheet in one design are; ``jobs``: those that there are, in the order of the forms."""

    which: str
    design: Design
    jobs: tuple[tuple[Form, Job], ...]

    @property
    def is_underway(self) -> bool:
        return any(job.state in (JobState.QUEUED, JobState.RUNNING) for _form, job in self.jobs)

    @property
    def done(self) -> tuple[Form, ...]:
        return tuple(form for form, job in self.jobs if job.state == JobState.DONE)

    @property
    def is_whole(self) -> bool:
        return len(self.done) == len(Form)

    @property
    def told(self) -> str:
        return f"{len(self.done)} dari {len(self.jobs)} berkas siap."

    @property
    def has_preview(self) -> bool:
        """Whether there is a picture that shows what the sheet looks like."""
        return Form.SQUARE in self.done

    @property
    def faults(self) -> tuple[str, ...]:
        """Why files could not be made, each sentence once."""
        return tuple(dict.fromkeys(job.error for _form, job in self.jobs if job.state == JobState.FAILED))

    @property
    def numbers(self) -> str:
        """By which the page asks how far these jobs are."""
        return "-".join(str(job.pk) for _form, job in self.jobs)

    @property
    def waiting(self) -> Job | None:
        """The first that nobody has taken up."""
        return next((job for _form, job in self.jobs if job.state == JobState.QUEUED), None)


def request_forms(survey: Survey, user: User, which: str, design: Design, sheet: AnySheet) -> MadeForms:
    """Have a sheet made in every form; what is there already, or is being made, costs nothing."""
    followup = FollowUp.objects.get(survey=survey)
    wishes = [SheetWish(which, design, form) for form in Form]
    jobs = [request(followup, JobKind.SHEET, wish.digest(sheet), user, which=wish.key) for wish in wishes]
    return MadeForms(which, design, tuple(zip(Form, jobs, strict=True)))


def made_forms(survey: Survey, sheets: Iterable[tuple[str, AnySheet]]) -> list[tuple[MadeForms, ...]]:
    """Of each sheet, for each design, what was made of it as it is now; one question for all."""
    known = {job.digest: job for job in Job.objects.filter(followup__survey=survey, kind=JobKind.SHEET)}

    def of(which: str, design: Design, sheet: AnySheet) -> MadeForms:
        found = ((form, known.get(SheetWish(which, design, form).digest(sheet))) for form in Form)
        return MadeForms(which, design, tuple((form, job) for form, job in found if job and not is_gone(job)))

    return [tuple(of(which, design, sheet) for design in Design) for which, sheet in sheets]


def followed_forms(survey: Survey, which: str, design: Design, numbers: str) -> MadeForms:
    """The same of jobs that a page follows, without asking what the sheet would say now."""
    wanted = [int(number) for number in numbers.split("-") if number.isdecimal() and len(number) < 19]
    rows = Job.objects.filter(followup__survey=survey, kind=JobKind.SHEET, pk__in=wanted[: len(Form)])
    found = {SheetWish.read(job.which).form: job for job in rows}
    return MadeForms(which, design, tuple((form, found[form]) for form in Form if form in found))


def made_file(survey: Survey, wish: SheetWish, sheet: AnySheet) -> Job | None:
    return Job.objects.filter(followup__survey=survey, kind=JobKind.SHEET, digest=wish.digest(sheet)).first()


def make_sheet(lease: Lease) -> None:
    """Draw a sheet of the data as they are now. No transaction is open meanwhile."""
    job = Job.objects.select_related("followup__survey__office", "followup__survey__instrument").get(pk=lease.job_id)
    wish = SheetWish.read(job.which)
    renew(lease, "Mengumpulkan data", 10)
    sheet = sheet_named(job.followup.survey, wish.which)
    if sheet is None:
        raise WorkRefused(NOT_THERE)
    if not name_after(lease, wish.digest(sheet)):
        raise WorkRefused(OVERTAKEN)
    renew(lease, "Menata lembar", 30)
    content = sheet_file(sheet, wish.design, wish.form)
    renew(lease, "Menyimpan berkas", 95)
    finish(lease, content, wish.form.shape.ending)
