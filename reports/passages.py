"""The passages that placeholders stand for: paragraphs written element by element from the data. Pure.

They say what was planned, done and left open, and claim nothing that a survey has not measured.
"""

from reports.facts import ElementFact, Facts, PlanFact, PriorityFact, UpkeepFact
from reports.language import (
    count_word,
    decimal_text,
    join_list,
    months_text,
    paragraphs_of,
    sentence_end,
)
from reports.phrases import plan_names
from reports.prose import Block, Blocks, Line, Run

_ORDINALS = "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan".split()  # noqa: SIM905


def _paragraph(*runs: Run) -> Block:
    return Block("p", (runs,))


def _plain(text: str) -> Blocks:
    return tuple(_paragraph(Run(line)) for line in paragraphs_of(text))


def legal_bases(facts: Facts) -> Blocks:
    titles = facts.source.legal_bases
    ends = [";"] * (len(titles) - 1) + ["."]
    lines: tuple[Line, ...] = tuple((Run(title + end),) for title, end in zip(titles, ends, strict=True))
    return (Block("ol", lines),) if lines else ()


def priorities(facts: Facts) -> Blocks:
    return tuple(block for priority in facts.priorities for block in _priority(priority, len(facts.elements)))


def _priority(priority: PriorityFact, count: int) -> Blocks:
    name = Run(priority.element.name, bold=True)
    standing = _standing(priority.element, count)
    paragraph = _paragraph(Run("Unsur "), name, Run(f" {standing}"))
    return (paragraph, *_plain(priority.rationale or ""))


def _standing(element: ElementFact, count: int) -> str:
    if element.score is None or element.grade is None:
        return "ditetapkan sebagai prioritas; nilainya belum dimasukkan."
    ties = f", sama dengan unsur {join_list(element.tied_with)}" if element.tied_with else ""
    return (
        f"memperoleh nilai {decimal_text(element.score)} dengan mutu {element.grade}, "
        f"{_rank(element.rank)} di antara {count_word(count)} unsur{ties}."
    )


def _rank(rank: int) -> str:
    if rank == 1:
        return "nilai terendah"
    return f"nilai terendah {_ORDINALS[rank - 1] if rank <= len(_ORDINALS) else f'ke-{rank}'}"


def plans(facts: Facts) -> Blocks:
    return tuple(_planned(facts, priority) for priority in facts.priorities)


def _planned(facts: Facts, priority: PriorityFact) -> Block:
    name = Run(priority.element.name, bold=True)
    if not priority.plans:
        return _paragraph(Run("Untuk unsur "), name, Run(" belum disusun RTL."))
    return _paragraph(
        Run("Untuk unsur "),
        name,
        Run(f" direncanakan {count_word(len(priority.plans))} RTL{_when(priority)}{_who(facts, priority)}."),
    )


def _when(priority: PriorityFact) -> str:
    months = [month for fact in priority.plans for month in fact.plan.months]
    return f" yang dijadwalkan pada {months_text(months)}" if months else ""


def _who(facts: Facts, priority: PriorityFact) -> str:
    names = dict.fromkeys(name for fact in priority.plans for name in facts.unit_names(fact.plan.units))
    return f" dengan penanggung jawab {join_list(list(names))}" if names else ""


def upkeep_plans(facts: Facts) -> Blocks:
    return tuple(block for item in facts.upkeep for block in _upkeep_plan(item))


def _upkeep_plan(item: UpkeepFact) -> Blocks:
    head = (Run("Unsur "), Run(item.element.name, bold=True), Run(f" {_earned(item.element)}"))
    if not item.data.plan:
        return (_paragraph(*head, Run(".")),)
    return (
        _paragraph(*head, Run(". Pemeliharaannya direncanakan sebagai berikut:")),
        *_plain(item.data.plan),
    )


def _earned(element: ElementFact) -> str:
    if element.score is None or element.grade is None:
        return "dipelihara; nilainya belum dimasukkan"
    return f"memperoleh nilai {decimal_text(element.score)} dengan mutu {element.grade}"


def realisation(facts: Facts) -> Blocks:
    return tuple(_realised(priority) for priority in facts.priorities)


def _realised(priority: PriorityFact) -> Block:
    name = Run(priority.element.name, bold=True)
    return _paragraph(Run("Pada unsur "), name, Run(f", {_realised_words(priority)}"))


def _realised_words(priority: PriorityFact) -> str:
    done = tuple(plan for plan in priority.plans if plan.done)
    open_ = tuple(plan for plan in priority.plans if not plan.done)
    total = len(priority.plans)
    if not total:
        return "belum ada RTL yang disusun."
    if not done:
        return f"{_none_of(total)}, yaitu {sentence_end(_names(open_))}"
    if not open_:
        return f"{_all_of(total)}, yaitu {sentence_end(_names(done))}"
    return (
        f"{len(done)} dari {total} RTL sudah dilaksanakan, yaitu {sentence_end(_names(done))} "
        f"RTL yang belum dilaksanakan adalah {sentence_end(_names(open_))}"
    )


def _none_of(total: int) -> str:
    return "satu-satunya RTL belum dilaksanakan" if total == 1 else f"{count_word(total)} RTL belum dilaksanakan"


def _all_of(total: int) -> str:
    return "satu-satunya RTL sudah dilaksanakan" if total == 1 else f"seluruh {total} RTL sudah dilaksanakan"


def _names(plans: tuple[PlanFact, ...]) -> str:
    return plan_names(plans)


def upkeep(facts: Facts) -> Blocks:
    lines: tuple[Line, ...] = tuple(
        (
            Run(item.element.name, bold=True),
            Run(f" ({decimal_text(item.element.score)})" if item.element.score is not None else ""),
            Run(": " + sentence_end("; ".join(paragraphs_of(item.data.activity or "belum diisi")))),
        )
        for item in facts.upkeep
    )
    return (Block("ul", lines),) if lines else ()


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
