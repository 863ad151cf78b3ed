"""Rules on the choice of priorities: what is lowest, what lies close to the cut. Pure."""

from decimal import Decimal

from reports.document import fields as printed
from reports.rules.case import Case
from reports.rules.finding import Fault, Place
from reports.rules.rule import Faults, rule
from reports.rules.typed.missing import is_missing
from reports.words.language import join_list


@rule("N6", "info", "Nilai unsur terakhir yang dipilih dan pertama yang tidak dipilih hampir sama.")
def near_the_cut(case: Case) -> Faults:
    chosen, others = _scores(case)
    if not chosen or not others or max(chosen.values()) > min(others.values()):
        return
    last = max(chosen.values())
    first = min(others.values())
    texts = {score: case.score_texts[key] for key, score in case.cycle.survey.scores.items()}
    if first - last <= _noise(last) + _noise(first):
        inside = join_list([case.element_names[key] for key, score in chosen.items() if score == last])
        outside = join_list([case.element_names[key] for key, score in others.items() if score == first])
        yield Fault(
            Place(printed.PRIORITIES),
            f"{inside} ({texts[last]}) dipilih dan {outside} ({texts[first]}) tidak, padahal selisihnya "
            "tidak lebih dari pembulatan; tambahkan unsur itu, atau sebutkan dasar pilihannya.",
            (sorted(chosen.items()), first),
        )


def _noise(score: Decimal) -> Decimal:
    """How far a mean may lie from its printed value: half of the last printed place."""
    exponent = score.normalize().as_tuple().exponent
    places = max(2, -exponent if isinstance(exponent, int) else 2)
    return Decimal(5).scaleb(-places - 1)


def _scores(case: Case) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """The scores of the chosen elements and of the others; both empty while there are none."""
    scores = case.cycle.survey.scores
    keys = [priority.element for priority in case.cycle.followup.priorities]
    chosen = {key: scores[key] for key in keys if key in scores}
    return chosen, {key: score for key, score in scores.items() if key not in chosen}


@rule("K20", "warn", "Unsur bernilai lebih rendah tidak dipilih dan alasannya tidak ditulis.")
def lower_left_out(case: Case) -> Faults:
    """Told once, at the highest of the priorities without a reason: above it lie all that were left out."""
    _chosen, others = _scores(case)
    scores = case.cycle.survey.scores
    texts = case.score_texts
    unexplained = [
        (scores[priority.element], number, priority.element)
        for number, priority in enumerate(case.cycle.followup.priorities, start=1)
        if is_missing(priority.rationale) and priority.element in scores
    ]
    if not unexplained:
        return
    score, number, element = max(unexplained)
    lower = {key: other for key, other in others.items() if other < score}
    if lower:
        names = join_list([f"{case.element_names[key]} ({texts[key]})" for key in lower])
        yield Fault(
            Place(printed.RATIONALE, printed.PriorityAt(number, element)),
            f"{case.element_names[element]} ({texts[element]}) dipilih, sedangkan {names} bernilai lebih rendah dan "
            "tidak dipilih; tulis sebabnya pada Permasalahan.",
            (element, score, sorted(lower.items())),
        )
