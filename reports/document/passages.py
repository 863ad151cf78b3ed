"""The passages that placeholders stand for: paragraphs written element by element from the data. Pure.

They say what was planned, done and left open, and claim nothing that a survey has not measured.
"""

from collections.abc import Container, Sequence
from typing import Literal

from followups.progress import DONE
from reports.document.facts import ElementFact, Facts, PlanFact, PriorityFact
from reports.document.phrases import MANY, achieved, points_of
from reports.words.language import (
    count_of,
    count_word,
    join_list,
    months_text,
    ordinal_word,
    paragraphs_of,
    sentence_end,
)
from reports.words.prose import Block, Blocks, Line, Run

STATES = {
    DONE: "telah dilaksanakan",
    "in_progress": "masih dalam proses",
    "not_started": "belum dimulai",
    "impossible": "tidak dapat dilaksanakan",
}


def _paragraph(*runs: Run) -> Block:
    return Block("p", (runs,))


def _listed(kind: Literal["ol", "ul"], lines: Sequence[Line]) -> Blocks:
    """A list, and a paragraph for what is alone."""
    if len(lines) == 1:
        return (Block("p", tuple(lines)),)
    return (Block(kind, tuple(lines)),) if lines else ()


def legal_bases(facts: Facts) -> Blocks:
    titles = facts.source.legal_bases
    ends = [*(";" for _title in titles[1:]), "."]
    return _listed("ol", [(Run(title + end),) for title, end in zip(titles, ends, strict=False)])


def priorities(facts: Facts) -> Blocks:
    blocks: list[Block] = []
    told: set[str] = set()
    for priority in facts.priorities:
        element = priority.element
        name = Run(element.name, bold=True)
        blocks.append(_paragraph(Run("Unsur "), name, Run(f" {_standing(element, facts, told)}.")))
        told |= {element.name, *element.tied_with}
        blocks += _problem(priority.rationale or "")
    return tuple(blocks)


def _problem(text: str) -> Blocks:
    """What an office wrote of a priority; older texts tell why it was chosen, so the name has room for both."""
    first, *more = paragraphs_of(text) or ("",)
    name = Run("Permasalahan dan alasan penetapan: ", italic=True)
    return (_paragraph(name, Run(first)), *(_paragraph(Run(line)) for line in more)) if first else ()


def _standing(element: ElementFact, facts: Facts, told: Container[str]) -> str:
    """What an element scored, and its rank from the nearer end: nobody calls the best the ninth lowest.

    ``told``: elements whose ties were told already.
    """
    earned = _earned(element, "ditetapkan sebagai prioritas")
    if element.score is None or len(facts.elements) == 1:
        return earned
    if facts.all_equal:
        return earned if element.name in told else f"{earned}, sama dengan nilai semua unsur lainnya"
    from_top = 1 + sum(other.rank > element.rank for other in facts.elements.values())
    end, rank = ("terendah", element.rank) if element.rank <= from_top else ("tertinggi", from_top)
    ranked = end if rank == 1 else f"{end} {ordinal_word(rank)}"
    is_news = bool(element.tied_with) and element.name not in told
    ties = f", sama dengan nilai unsur {join_list(element.tied_with)}" if is_news else ""
    return f"{earned}, yaitu nilai {ranked} di antara {count_word(len(facts.elements))} unsur{ties}"


def plans(facts: Facts) -> Blocks:
    return tuple(_planned(facts, priority) for priority in facts.priorities)


def _planned(facts: Facts, priority: PriorityFact) -> Block:
    name = Run(priority.element.name, bold=True)
    if not priority.plans:
        return _paragraph(Run("Untuk unsur "), name, Run(" belum disusun RTL."))
    count = count_word(len(priority.plans))
    told = f" disusun {count} RTL ({points_of(priority.plans)}).{_when_and_who(facts, priority)}"
    return _paragraph(Run("Untuk unsur "), name, Run(told))


def _when_and_who(facts: Facts, priority: PriorityFact) -> str:
    """When an element's plans are scheduled and who answers for them, each only if every plan tells."""
    plans = [fact.plan for fact in priority.plans]
    when = months_text(month for plan in plans for month in plan.months) if all(plan.months for plan in plans) else ""
    names = dict.fromkeys(name for plan in plans for name in facts.responsible(plan))
    who = join_list(list(names)) if all(map(facts.responsible, plans)) else ""
    if when and who:
        return f" RTL tersebut dijadwalkan pada {when} dengan penanggung jawab {who}."
    if when:
        return f" RTL tersebut dijadwalkan pada {when}."
    return f" Penanggung jawabnya adalah {who}." if who else ""


def upkeep_plans(facts: Facts) -> Blocks:
    blocks: list[Block] = []
    for item in facts.upkeep:
        earned = _earned(item.element, "dipelihara")
        more = ". Pemeliharaannya direncanakan sebagai berikut:" if item.data.plan else "."
        blocks.append(_paragraph(Run("Unsur "), Run(item.element.name, bold=True), Run(f" {earned}"), Run(more)))
        blocks += tuple(_paragraph(Run(line)) for line in paragraphs_of(item.data.plan or ""))
    return tuple(blocks)


def _earned(element: ElementFact, chosen: str) -> str:
    """The score and the grade of an element; while there are none, what it was chosen for."""
    if element.score is None:
        return f"{chosen}; nilainya belum dimasukkan"
    return f"memperoleh nilai {element.score_text} dengan mutu {element.grade}"


def realisation(facts: Facts) -> Blocks:
    told = tuple(
        _paragraph(Run("Pada unsur "), Run(priority.element.name, bold=True), Run(", "), *_realised(priority.plans))
        for priority in facts.priorities
    )
    return told + _approved(facts)


def _approved(facts: Facts) -> Blocks:
    """Who approved what is said to be done, once somebody has."""
    approvers = facts.source.approvers
    number = sum(count for _, count in approvers)
    if not number or number > len(facts.done):
        return ()
    names = [name if len(approvers) == 1 else f"{name} ({count} RTL)" for name, count in approvers]
    which = "Realisasi" if number == len(facts.done) else f"Realisasi {count_of(number, len(facts.done))}"
    told = f"{which} RTL yang sudah dilaksanakan telah diperiksa dan disetujui oleh {join_list(names)}"
    return (_paragraph(Run(sentence_end(told))),)


def _realised(plans: tuple[PlanFact, ...]) -> Line:
    """What became of an element's plans, by their places in Tabel 3.1: how many are done, then each other status."""
    if not plans:
        return (Run("belum ada RTL yang disusun."),)
    if len(plans) == 1:
        return (Run(f"satu-satunya RTL {STATES[plans[0].plan.realisation.status]}."),)
    told = achieved(plans)
    by_status = {status: [p for p in plans if p.plan.realisation.status == status] for status in STATES}
    some_done = 0 < len(by_status[DONE]) < len(plans)
    parts = [f"{told}, yaitu RTL {points_of(by_status[DONE])}" if some_done and len(plans) < MANY else told]
    if len(by_status["impossible"]) < len(plans):
        open_ones = {status: those for status, those in by_status.items() if those and status != DONE}
        parts += [
            f"RTL {points_of(those)} {STATES[status]}"
            if len(plans) < MANY
            else f"{count_word(len(those))} RTL {STATES[status]}"
            for status, those in open_ones.items()
        ]
    return (Run(f"{join_list(parts) if len(plans) >= MANY else '; '.join(parts)}."),)


def upkeep(facts: Facts) -> Blocks:
    lines: list[Line] = []
    for item in facts.upkeep:
        score = f" ({item.element.score_text})" if item.element.score is not None else ""
        activity = " ".join(map(sentence_end, paragraphs_of(item.data.activity or ""))) or "(belum diisi)"
        lines.append((Run(item.element.name, bold=True), Run(score), Run(f": {activity}")))
    return _listed("ul", lines)


def achievement_by_element(facts: Facts) -> Blocks:
    """Done and planned by element, for a report with more than one priority."""
    lines: list[Line] = [
        (
            Run(priority.element.name, bold=True),
            Run(f": {priority.progress.done} dari {priority.progress.total} RTL ({priority.progress.percent_done}%)"),
        )
        for priority in facts.priorities
        if priority.plans
    ]
    return _listed("ul", lines)


def continued(facts: Facts) -> Blocks:
    """What became of every plan that was carried over from an earlier period."""
    carried = [(fact, fact.plan.continues) for fact in facts.plans if fact.plan.continues]
    ends = [*(";" for _plan in carried[1:]), "."]
    lines: list[Line] = [
        (
            Run(fact.name, italic=True),
            Run(f", yang meneruskan {origin.name}, {STATES[fact.plan.realisation.status]}{end}"),
        )
        for (fact, origin), end in zip(carried, ends, strict=False)
    ]
    return _listed("ul", lines)
