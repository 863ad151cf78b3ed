"""The way of a cycle as stages, in the order in which offices go: which are done, whose turn the next one is. Pure.

Where the facts come from is in way.py. A stage for which the portal keeps no data yet is not told.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from reports.issuing.handing.delivery import NOT_SENT, Delivery

State = Literal["done", "now", "later"]


@dataclass(frozen=True, slots=True)
class Turns:
    """Who is asked at which stage, by name."""

    survey: str
    plan: str
    approve: str
    prepare: str
    sign: str
    hand_on: str


@dataclass(frozen=True, slots=True)
class CycleFacts:
    """How far a cycle is. ``surveyed_from``, ``planned_from``, ``carried_out_from``, ``reported_from``: when each stage
    begins by the calendar. ``open_units``: who answers for open plans, ``pending``: plans that wait for approval.
    ``parafs_asked``: how many heads are asked for a paraf, ``parafs_lacking``: the names of those who do not agree yet.
    ``prepared_on`` and ``signed_on`` are those of the version that is prepared or in force.
    """

    surveyed_from: date
    planned_from: date
    carried_out_from: date
    reported_from: date
    elements: int = 9
    scores: int = 0
    plans: int = 0
    done: int = 0
    is_planned: bool = False
    is_over: bool = False
    open_units: tuple[str, ...] = ()
    pending: int = 0
    pending_since: date | None = None
    parafs_asked: int = 0
    parafs_lacking: tuple[str, ...] = ()
    is_prepared: bool = False
    is_signed: bool = False
    prepared_on: date | None = None
    signed_on: date | None = None
    delivery: Delivery = NOT_SENT
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class Stage:
    """``page``: the URL name of the place where it is gone through. ``turn`` and ``since`` only where it is due now."""

    title: str
    told: str
    page: str
    state: State
    turn: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    title: str
    told: str
    page: str
    is_done: bool
    turn: str
    since: date | None


def stages_of(at: CycleFacts, turns: Turns) -> tuple[Stage, ...]:
    """Every stage; the first that is not done is the one where the cycle is now."""
    stages: list[Stage] = []
    reached = False
    for step in _steps(at, turns):
        if step.is_done:
            stages.append(Stage(step.title, step.told, step.page, "done"))
        elif reached:
            stages.append(Stage(step.title, step.told, step.page, "later"))
        else:
            stages.append(Stage(step.title, step.told, step.page, "now", step.turn, step.since))
            reached = True
    return tuple(stages)


def current(stages: tuple[Stage, ...]) -> Stage | None:
    """Where a cycle is now; None when its way is gone."""
    return next((stage for stage in stages if stage.state == "now"), None)


def _steps(at: CycleFacts, turns: Turns) -> Iterator[_Step]:
    told = f"{at.scores} dari {at.elements} unsur bernilai"
    scored = 0 < at.elements <= at.scores
    yield _Step("Survei", told, "survey", scored, turns.survey, at.surveyed_from)
    told = f"{at.plans} RTL tersusun" if at.plans else "Belum ada RTL"
    yield _Step("Pembahasan dan rencana", told, "plan_table", at.is_planned, turns.plan, at.planned_from)
    yield _carrying_out(at, turns)
    prepared = at.is_prepared or at.is_signed
    told = "Laporan sudah disiapkan" if prepared else "Laporan belum disiapkan"
    yield _Step("Cek kelengkapan", told, "findings", prepared, turns.prepare, at.reported_from)
    if at.parafs_asked:
        yield _parafs(at)
    told = "Sudah ditandatangani" if at.is_signed else "Belum ditandatangani"
    yield _Step("Tanda tangan", told, "signing", at.is_signed, turns.sign, at.prepared_on)
    delivery = at.delivery if at.is_signed else NOT_SENT
    since = delivery.sent_on or at.signed_on
    yield _Step("Penyampaian", delivery.told, "signing", delivery.is_done, turns.hand_on, since)
    is_public = at.is_signed and at.published_on is not None
    told = "Sudah dipublikasikan" if is_public else "Belum dipublikasikan"
    yield _Step("Publikasi tindak lanjut", told, "publications", is_public, turns.hand_on, at.signed_on)


def _parafs(at: CycleFacts) -> _Step:
    """Told only where the office asks for them; once the report is signed nobody is waited for."""
    given = at.parafs_asked - len(at.parafs_lacking)
    told = f"{given} dari {at.parafs_asked} kepala unit memberi paraf"
    if at.is_signed and at.parafs_lacking:
        told = f"{told}; laporan ditandatangani tanpa menunggunya"
    return _Step(
        "Paraf", told, "paraf", at.is_signed or not at.parafs_lacking, ", ".join(at.parafs_lacking), at.prepared_on
    )


def _carrying_out(at: CycleFacts, turns: Turns) -> _Step:
    """It ends when nothing is open any more, or with its months; what waits for a second person holds it up."""
    told = f"{at.done} dari {at.plans} RTL selesai"
    if at.pending:
        told = f"{told}, {at.pending} menunggu persetujuan"
    is_done = at.is_planned and not at.pending and (at.is_over or not at.open_units)
    waits_for_units = bool(at.open_units) and not at.is_over
    turn = ", ".join(at.open_units) if waits_for_units or not at.pending else turns.approve
    since = at.carried_out_from if waits_for_units or not at.pending else at.pending_since
    return _Step("Pelaksanaan", told, "realisations", is_done, turn, since)
