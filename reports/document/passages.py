"""The passages that placeholders stand for: paragraphs written element by element from the data. Pure.

They say what was planned, done and left open, and claim nothing that a survey has not measured.
"""

from followups.progress import DONE
from reports.document.facts import ElementFact, Facts, PlanFact, PriorityFact, UpkeepFact
from reports.words.language import (
    LARGEST_WORD,
    count_word,
    join_list,
    joints,
    months_text,
    paragraphs_of,
    sentence_end,
)
from reports.words.prose import Block, Blocks, Line, Run

_STATES = {
    DONE: "sudah dilaksanakan",
    "in_progress": "masih dalam proses",
    "not_started": "belum dimulai",
    "impossible": "tidak dapat dilaksanakan",
}


def _paragraph(*runs: Run) -> Block:
    return Block("p", (runs,))


def _plain(text: str) -> Blocks:
    return tuple(_paragraph(Run(line)) for line in paragraphs_of(text))


def legal_bases(facts: Facts) -> Blocks:
    titles = facts.source.legal_bases
    ends = [*(";" for _title in titles[1:]), "."]
    lines: tuple[Line, ...] = tuple((Run(title + end),) for title, end in zip(titles, ends, strict=False))
    return (Block("ol", lines),) if lines else ()


def priorities(facts: Facts) -> Blocks:
    return tuple(block for priority in facts.priorities for block in _priority(priority, facts))


def _priority(priority: PriorityFact, facts: Facts) -> Blocks:
    name = Run(priority.element.name, bold=True)
    paragraph = _paragraph(Run("Unsur "), name, Run(f" {_standing(priority.element, facts)}."))
    return (paragraph, *_plain(priority.rationale or ""))


def _standing(element: ElementFact, facts: Facts) -> str:
    earned = _earned(element, "ditetapkan sebagai prioritas")
    if element.score is None:
        return earned
    if len(facts.elements) == 1:
        return earned
    if facts.all_equal:
        return f"{earned}, sama dengan nilai semua unsur lainnya"
    ties = f", sama dengan nilai unsur {join_list(element.tied_with)}" if element.tied_with else ""
    return f"{earned}, yaitu nilai {_rank(element, facts)} di antara {count_word(len(facts.elements))} unsur{ties}"


def _rank(element: ElementFact, facts: Facts) -> str:
    """Counted from the nearer end: nobody calls the best element the ninth lowest."""
    from_top = 1 + sum(other.rank > element.rank for other in facts.elements.values())
    end, rank = ("terendah", element.rank) if element.rank <= from_top else ("tertinggi", from_top)
    return end if rank == 1 else f"{end} {_ordinal(rank)}"


def _ordinal(number: int) -> str:
    return f"ke{count_word(number)}" if number <= LARGEST_WORD else f"ke-{number}"


def plans(facts: Facts) -> Blocks:
    return tuple(_planned(facts, priority) for priority in facts.priorities)


def _planned(facts: Facts, priority: PriorityFact) -> Block:
    name = Run(priority.element.name, bold=True)
    if not priority.plans:
        return _paragraph(Run("Untuk unsur "), name, Run(" belum disusun RTL."))
    count = count_word(len(priority.plans))
    return _paragraph(
        Run("Untuk unsur "),
        name,
        Run(f" direncanakan {count} RTL, yaitu "),
        *_names(priority.plans),
        Run(f".{_when_and_who(facts, priority)}"),
    )


def _when_and_who(facts: Facts, priority: PriorityFact) -> str:
    """When an element's plans are scheduled and who answers for them, each only if every plan tells."""
    when = _when(priority)
    who = _who(facts, priority)
    if when and who:
        return f" RTL tersebut dijadwalkan pada {when} dengan penanggung jawab {who}."
    if when:
        return f" RTL tersebut dijadwalkan pada {when}."
    return f" Penanggung jawabnya adalah {who}." if who else ""


def _when(priority: PriorityFact) -> str:
    if not all(fact.plan.months for fact in priority.plans):
        return ""
    return months_text(month for fact in priority.plans for month in fact.plan.months)


def _who(facts: Facts, priority: PriorityFact) -> str:
    if not all(fact.plan.units for fact in priority.plans):
        return ""
    names = dict.fromkeys(name for fact in priority.plans for name in facts.unit_names(fact.plan.units))
    return join_list(list(names))


def upkeep_plans(facts: Facts) -> Blocks:
    return tuple(block for item in facts.upkeep for block in _upkeep_plan(item))


def _upkeep_plan(item: UpkeepFact) -> Blocks:
    earned = _earned(item.element, "dipelihara")
    head = (Run("Unsur "), Run(item.element.name, bold=True), Run(f" {earned}"))
    if not item.data.plan:
        return (_paragraph(*head, Run(".")),)
    return (
        _paragraph(*head, Run(". Pemeliharaannya direncanakan sebagai berikut:")),
        *_plain(item.data.plan),
    )


def _earned(element: ElementFact, chosen: str) -> str:
    """The score and the grade of an element; while there are none, what it was chosen for."""
    if element.score is None:
        return f"{chosen}; nilainya belum dimasukkan"
    return f"memperoleh nilai {element.score_text} dengan mutu {element.grade}"


def realisation(facts: Facts) -> Blocks:
    return tuple(_realised(priority) for priority in facts.priorities)


def _realised(priority: PriorityFact) -> Block:
    name = Run(priority.element.name, bold=True)
    return _paragraph(Run("Pada unsur "), name, Run(", "), *_realised_words(priority.plans))


def _realised_words(plans: tuple[PlanFact, ...]) -> Line:
    if not plans:
        return (Run("belum ada RTL yang disusun."),)
    by_status = {status: tuple(p for p in plans if p.plan.realisation.status == status) for status in _STATES}
    states = [status for status, of_it in by_status.items() if of_it]
    if len(plans) == 1:
        return (Run("satu-satunya RTL, yaitu "), *_names(plans), Run(f", {_STATES[states[0]]}."))
    if len(states) == 1:
        return (Run(f"{_all(len(plans))} RTL {_STATES[states[0]]}, yaitu "), *_names(plans), Run("."))
    rest = (
        run
        for status in states
        if status != DONE
        for run in (Run(f" RTL yang {_STATES[status]} adalah "), *_names(by_status[status]), Run("."))
    )
    return (*_some_done(by_status[DONE], len(plans)), *rest)


def _some_done(done: tuple[PlanFact, ...], total: int) -> Line:
    if not done:
        return (Run("belum ada RTL yang selesai dilaksanakan."),)
    return (Run(f"{_share(len(done), total)} RTL {_STATES[DONE]}, yaitu "), *_names(done), Run("."))


def _all(count: int) -> str:
    """``kedua``, ``ketiga`` … for all of so many."""
    return f"ke{count_word(count)}" if count <= LARGEST_WORD else f"seluruh {count}"


def _share(part: int, total: int) -> str:
    """``dua dari empat``; in digits where one of the two would need them."""
    return f"{count_word(part)} dari {count_word(total)}" if total <= LARGEST_WORD else f"{part} dari {total}"


def _names(plans: tuple[PlanFact, ...]) -> Line:
    """The names of plans as a list within a sentence, each set off in italics."""
    names = [fact.name for fact in plans]
    pairs = zip(joints(names), names, strict=True)
    return tuple(run for joint, name in pairs for run in (Run(joint), Run(name, italic=True)) if run.text)


def upkeep(facts: Facts) -> Blocks:
    lines = tuple(map(_kept_up, facts.upkeep))
    return (Block("ul", lines),) if lines else ()


def _kept_up(item: UpkeepFact) -> Line:
    score = f" ({item.element.score_text})" if item.element.score is not None else ""
    activity = " ".join(map(sentence_end, paragraphs_of(item.data.activity or ""))) or "(belum diisi)"
    return Run(item.element.name, bold=True), Run(score), Run(f": {activity}")


def achievement_by_element(facts: Facts) -> Blocks:
    """Done and planned by element, for a report with more than one priority."""
    lines: tuple[Line, ...] = tuple(
        (
            Run(priority.element.name, bold=True),
            Run(f": {priority.progress.done} dari {priority.progress.total} RTL ({priority.progress.percent_done}%)"),
        )
        for priority in facts.priorities
        if priority.plans
    )
    return (Block("ul", lines),) if lines else ()
