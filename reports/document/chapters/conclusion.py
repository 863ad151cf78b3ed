"""The numbered points of Bab IV: what is done, what is open and why, how it will be finished. Pure."""

from collections.abc import Iterator

from reports.document.chapters.tables import NOT_FILLED_IN
from reports.document.facts import Facts, PlanFact
from reports.document.model import Point
from reports.words.language import count_word, paragraphs_of, sentence_end

UNFINISHED = "belum selesai dilaksanakan"
IMPOSSIBLE = "tidak dapat dilaksanakan"


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
        so_far = "masih" if facts.owed else "adalah"
        return Point(f"Realisasi rencana tindak lanjut {name} {so_far} {share}.", "")
    which = "RTL yang sudah dilaksanakan adalah" if len(facts.done) == 1 else "RTL yang sudah dilaksanakan meliputi"
    return Point(f"Realisasi rencana tindak lanjut {name} mencapai {share}.", f"{which}:", _items(facts.done))


def _open(facts: Facts) -> Point:
    progress = facts.progress
    share = f"{progress.percent_open}% ({progress.open} dari {progress.total} RTL)"
    which = "RTL tersebut adalah" if len(facts.open) == 1 else "RTL tersebut meliputi"
    state = _state(facts)
    lead = f"Masih terdapat {share} yang {state}" if state == UNFINISHED else f"Terdapat {share} yang {state}"
    if not facts.done:
        lead = f"Seluruh RTL {state}, yaitu {share}" if progress.total > 1 else f"Satu-satunya RTL {state}"
    return Point(f"{lead}{_of_them(facts)}.", f"{which}:", _open_items(facts))


def _of_them(facts: Facts) -> str:
    """How many of the open plans will never be done, unless all of them."""
    count = len(facts.impossible) if facts.owed else 0
    return f"; {count_word(count)} di antaranya {IMPOSSIBLE}" if count else ""


def _open_items(facts: Facts) -> tuple[tuple[str, str], ...]:
    pairs = zip(_items(facts.open), facts.open, strict=True)
    return tuple((subject, text + _mark(fact, facts)) for (subject, text), fact in pairs)


def _mark(fact: PlanFact, facts: Facts) -> str:
    """What sets an impossible plan off from those that can still be carried out."""
    return f" – {IMPOSSIBLE}" if fact.impossible and facts.owed else ""


def _state(facts: Facts) -> str:
    """What the open plans have in common."""
    return UNFINISHED if facts.owed else IMPOSSIBLE


def _items(plans: tuple[PlanFact, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(("", f"{fact.name} ({fact.number}\N{NO-BREAK SPACE}{fact.point})") for fact in plans)


def _reasons(facts: Facts) -> Point:
    return Point(
        "",
        f"Alasan RTL tersebut {_states(facts)} adalah sebagai berikut:",
        tuple((fact.name + _mark(fact, facts), _reason(fact)) for fact in facts.open),
    )


def _states(facts: Facts) -> str:
    return f"{UNFINISHED} atau {IMPOSSIBLE}" if facts.owed and facts.impossible else _state(facts)


def _reason(fact: PlanFact) -> str:
    completion = fact.plan.completion
    reason = paragraphs_of((completion.reason if completion else "") or "")
    return " ".join(map(sentence_end, reason)) or NOT_FILLED_IN


def _strategy(facts: Facts) -> str:
    subject = "RTL yang masih dapat dilaksanakan" if facts.impossible else "RTL yang belum selesai"
    return (
        f"Strategi untuk menyelesaikan {subject}, beserta target waktu dan penanggung jawabnya, disajikan dalam "
        "Tabel 4.1."
    )
