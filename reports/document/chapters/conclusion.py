"""The numbered points of Bab IV: what is done, what is open and why, how it will be finished. Pure."""

from collections.abc import Iterator

from reports.document.chapters.tables import NOT_FILLED_IN
from reports.document.facts import Facts, PlanFact
from reports.document.model import Point
from reports.words.language import paragraphs_of, sentence_end

UNFINISHED = "belum selesai dilaksanakan"


def points_of(facts: Facts) -> tuple[Point, ...]:
    """The points that the data give; a report without plans has none."""
    return tuple(_points(facts)) if facts.plans else ()


def _points(facts: Facts) -> Iterator[Point]:
    yield _done(facts)
    if facts.open:
        yield _open(facts)
        yield _reasons(facts)
    if facts.owed:
        yield Point("", _strategy(facts))


def _done(facts: Facts) -> Point:
    name, progress = facts.source.cycle.office.short_name, facts.progress
    share = f"{progress.percent_done}% ({progress.done} dari {progress.total} RTL)"
    if not facts.done:
        return Point(f"Realisasi rencana tindak lanjut {name} masih {share}.", "")
    which = "RTL yang sudah dilaksanakan adalah" if len(facts.done) == 1 else "RTL yang sudah dilaksanakan meliputi"
    return Point(f"Realisasi rencana tindak lanjut {name} mencapai {share}.", f"{which}:", _items(facts.done))


def _open(facts: Facts) -> Point:
    progress = facts.progress
    share = f"{progress.percent_open}% ({progress.open} dari {progress.total} RTL)"
    which = "RTL tersebut adalah" if len(facts.open) == 1 else "RTL tersebut meliputi"
    state = _state(facts)
    lead = f"Masih terdapat {share} yang {state}." if state == UNFINISHED else f"Terdapat {share} yang {state}."
    if not facts.done:
        lead = f"Seluruh RTL {state}, yaitu {share}." if progress.total > 1 else f"Satu-satunya RTL {state}."
    return Point(lead, f"{which}:", _items(facts.open))


def _state(facts: Facts) -> str:
    """What the open plans have in common."""
    impossible = all(fact.plan.realisation.status == "impossible" for fact in facts.open)
    return "tidak dapat dilaksanakan" if impossible else UNFINISHED


def _items(plans: tuple[PlanFact, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(("", f"{fact.name} ({fact.number}\N{NO-BREAK SPACE}{fact.point})") for fact in plans)


def _reasons(facts: Facts) -> Point:
    return Point(
        "",
        f"Alasan RTL tersebut {_state(facts)} adalah sebagai berikut:",
        tuple((fact.name, _reason(fact)) for fact in facts.open),
    )


def _reason(fact: PlanFact) -> str:
    completion = fact.plan.completion
    reason = paragraphs_of((completion.reason if completion else "") or "")
    return " ".join(map(sentence_end, reason)) or NOT_FILLED_IN


def _strategy(facts: Facts) -> str:
    subject = "RTL yang belum selesai" if facts.owed == facts.open else "RTL yang masih dapat dilaksanakan"
    return (
        f"Strategi untuk menyelesaikan {subject}, beserta target waktu dan penanggung jawabnya, disajikan dalam "
        "Tabel 4.1."
    )
