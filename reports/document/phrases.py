"""The words that placeholders stand for: numbers, names and half-sentences of one report. Pure."""

from collections.abc import Collection, Iterator

from followups.points import letter, place_of
from followups.progress import Progress, progress_of
from reports.document.facts import ElementFact, Facts, PlanFact
from reports.words.language import (
    count_word,
    date_range,
    date_text,
    decimal_text,
    integer_text,
    join_list,
    month_range,
    month_text,
    runs_of,
)

UNKNOWN = "(belum ada)"
MANY = 5
"""From so many plans of an element on, sentences count them and the tables name them."""
LONGEST_NAMED = 2
"""Of so many neighbours each is named; of more the first and the last."""


def parent_office(facts: Facts) -> str:
    parent = facts.cycle.office.parent
    return parent.name if parent else UNKNOWN


def signatory(facts: Facts) -> str:
    return facts.cycle.signatory.name or UNKNOWN


def signatory_title(facts: Facts) -> str:
    return facts.cycle.signatory.title or UNKNOWN


def unit_count(facts: Facts) -> str:
    return count_word(len(facts.cycle.office.units))


def unit_names(facts: Facts) -> str:
    return join_list([unit.name for unit in facts.cycle.office.units]) or UNKNOWN


def responsible_names(facts: Facts) -> str:
    """Who answers for plans, each once, in the order of the plans."""
    names = dict.fromkeys(name for fact in facts.plans for name in facts.responsible(fact.plan))
    return join_list(list(names)) or UNKNOWN


def next_period(facts: Facts) -> str:
    return facts.cycle.survey.span.next.label


def survey_dates(facts: Facts) -> str:
    survey = facts.cycle.survey
    if survey.start and survey.end:
        return date_range(survey.start, survey.end)
    return UNKNOWN


def report_date(facts: Facts) -> str:
    day = facts.cycle.survey.report_date
    return date_text(day) if day else UNKNOWN


def respondents(facts: Facts) -> str:
    return _count_or_unknown(facts.cycle.survey.respondents)


def population(facts: Facts) -> str:
    return _count_or_unknown(facts.cycle.survey.population)


def _count_or_unknown(number: int | None) -> str:
    return UNKNOWN if number is None else integer_text(number)


def window(facts: Facts) -> str:
    followup = facts.cycle.followup
    return month_range(followup.start, followup.end)


def window_start(facts: Facts) -> str:
    return month_text(facts.cycle.followup.start)


def window_end(facts: Facts) -> str:
    return month_text(facts.cycle.followup.end)


def report_month(facts: Facts) -> str:
    return month_text(facts.report_base)


def element_count(facts: Facts) -> str:
    return count_word(len(facts.elements))


def element_names(facts: Facts) -> str:
    return join_list([element.name for element in facts.elements.values()])


def index(facts: Facts) -> str:
    return decimal_text(facts.index.printed) if facts.index else UNKNOWN


def computed_index(facts: Facts) -> str:
    return decimal_text(facts.index.computed) if facts.index else UNKNOWN


def grade_letter(facts: Facts) -> str:
    return facts.index.grade.letter if facts.index else UNKNOWN


def grade_label(facts: Facts) -> str:
    return facts.index.grade.label if facts.index else UNKNOWN


def grade(facts: Facts) -> str:
    return str(facts.index.grade) if facts.index else UNKNOWN


def highest_names(facts: Facts) -> str:
    return join_list([element.name for element in facts.highest]) or UNKNOWN


def lowest_names(facts: Facts) -> str:
    return join_list([element.name for element in facts.lowest]) or UNKNOWN


def highest_score(facts: Facts) -> str:
    return _score_of(facts.highest)


def lowest_score(facts: Facts) -> str:
    return _score_of(facts.lowest)


def _score_of(elements: tuple[ElementFact, ...]) -> str:
    """The score that all of them have."""
    return (elements[0].score_text if elements else "") or UNKNOWN


def survey_details(facts: Facts) -> str:
    """When the survey ran, how many answered, when it was reported: up to three sentences, or nothing."""
    survey = facts.cycle.survey
    sentences = [_survey_sentence(facts)]
    if survey.population is not None and survey.respondents is None:
        sentences.append(f"Populasi survei berjumlah {integer_text(survey.population)} orang.")
    named = facts.source.survey_report
    if named and named.words:
        sentences.append(f"Hasilnya dilaporkan dalam Laporan Survei Kepuasan Masyarakat {named.words}.")
    elif survey.report_date:
        sentences.append(f"Hasilnya dilaporkan dalam laporan SKM tanggal {date_text(survey.report_date)}.")
    return " ".join(filter(None, sentences))


FREE_COST = {
    "kosong": " Biaya yang tidak diisi atau tidak berlaku tidak dinilai.",
    "gratis": " Biaya yang tidak diisi atau tidak berlaku dihitung sebagai Gratis (nilai 4).",
}
"""By what was chosen where respondents gave no answer on the cost, because nothing is paid."""


def method_sentence(facts: Facts) -> str:
    """How the scores came about, where that is known: by which form and mapping, and what the index is the mean of."""
    method = facts.source.method
    if method is None or facts.index is None:
        return ""
    mean = "pertanyaan" if method.questions else "unsur"
    settled = facts.cycle.survey.basis.settled if facts.cycle.survey.basis else {}
    return (
        f"Nilai unsur diperoleh dengan {method.form} menurut pemetaan pertanyaan {method.mapping} "
        f"(“{method.mapping_name}”), dan IKM dihitung dari rata-rata nilai seluruh {mean}."
        f"{FREE_COST.get(settled.get('biaya', ''), '')}"
    )


def notes_on_numbers(facts: Facts) -> Iterator[str]:
    """What an office states of numbers that do not fit, where they do not."""
    survey = facts.cycle.survey
    people, population = survey.respondents, survey.population
    if survey.exceeds_population and people is not None and population is not None and people > population:
        yield (
            f"Jumlah responden ({integer_text(people)}) melebihi populasi ({integer_text(population)}); demikian "
            "tercetak dalam laporan SKM."
        )
    index = facts.index
    if survey.method_unknown and index and index.declared is not None and not index.declared_is_explained:
        yield (
            f"IKM yang dipublikasikan dalam laporan SKM adalah {decimal_text(index.declared)}; cara menghitungnya "
            f"tidak diketahui. IKM dalam tabel ini, {decimal_text(index.printed)}, dihitung dari nilai unsur."
        )


def index_formula(facts: Facts) -> str:
    """As the note beneath the table of results has it, so that a reader can compute the index again."""
    questions = facts.source.method.questions if facts.source.method else {}
    if not questions:
        return "IKM = rata-rata NRR seluruh unsur × 25"
    counts = ", ".join(str(questions[key]) for key in facts.elements)
    return (
        "IKM = rata-rata nilai seluruh pertanyaan × 25, yaitu rata-rata NRR yang ditimbang menurut banyaknya "
        f"pertanyaan setiap unsur ({counts})"
    )


def _survey_sentence(facts: Facts) -> str:
    survey = facts.cycle.survey
    when = _survey_time(facts)
    if survey.respondents is None:
        return f"Survei dilaksanakan {when}." if when else ""
    population = f" dari populasi {integer_text(survey.population)} orang" if survey.population is not None else ""
    people = f"{integer_text(survey.respondents)} responden{population}"
    return f"Survei dilaksanakan {when} dengan {people}." if when else f"Survei diikuti oleh {people}."


def _survey_time(facts: Facts) -> str:
    survey = facts.cycle.survey
    if survey.start and survey.end:
        return f"pada {date_range(survey.start, survey.end)}"
    if survey.start:
        return f"mulai {date_text(survey.start)}"
    return f"sampai dengan {date_text(survey.end)}" if survey.end else ""


def priority_count(facts: Facts) -> str:
    return count_word(len(facts.priorities))


def priority_names(facts: Facts) -> str:
    return join_list([priority.element.name for priority in facts.priorities]) or UNKNOWN


def plan_count(facts: Facts) -> str:
    return count_word(facts.progress.total)


def done_count(facts: Facts) -> str:
    return count_word(facts.progress.done)


def open_count(facts: Facts) -> str:
    return count_word(facts.progress.open)


def percent_done(facts: Facts) -> str:
    return f"{facts.progress.percent_done}%"


def percent_open(facts: Facts) -> str:
    return f"{facts.progress.percent_open}%"


def achievement(facts: Facts) -> str:
    """How many plans are done, as a clause that can stand in a sentence."""
    return achieved(facts.plans)


def achieved(plans: Collection[PlanFact]) -> str:
    """The same of any plans: ``7 dari 10 RTL (70%) telah dilaksanakan``."""
    progress = progress_of(fact.plan.realisation.status for fact in plans)
    impossible = sum(fact.impossible for fact in plans)
    if not impossible or impossible < progress.total:
        return told(progress)
    if progress.total == 1:
        return "satu-satunya RTL tidak dapat dilaksanakan"
    return f"tidak ada RTL yang dapat dilaksanakan (0 dari {progress.total})"


def told(progress: Progress) -> str:
    """The same of mere counts."""
    if not progress.total:
        return "belum ada RTL yang ditetapkan"
    if progress.total == 1:
        return f"satu-satunya RTL {'telah' if progress.done else 'belum selesai'} dilaksanakan"
    if not progress.done:
        return f"belum ada RTL yang selesai (0 dari {progress.total})"
    if not progress.open:
        return f"seluruh RTL telah dilaksanakan ({progress.done} dari {progress.total})"
    return f"{progress.done} dari {progress.total} RTL ({progress.percent_done}%) telah dilaksanakan"


def achievement_of(facts: Facts, element: ElementFact) -> str:
    """Done and planned RTL of one element: ``2 dari 4 RTL (50%)``."""
    progress = next((p.progress for p in facts.priorities if p.element.key == element.key), None)
    if progress is None or not progress.total:
        return UNKNOWN
    return f"{progress.done} dari {progress.total} RTL ({progress.percent_done}%)"


def all_names(facts: Facts) -> str:
    return plan_names(facts.plans) or UNKNOWN


def done_names(facts: Facts) -> str:
    return plan_names(facts.done) or UNKNOWN


def open_names(facts: Facts) -> str:
    return plan_names(facts.open) or UNKNOWN


def plan_names(plans: tuple[PlanFact, ...]) -> str:
    return join_list([plan.name for plan in plans])


def upkeep_count(facts: Facts) -> str:
    return count_word(len(facts.upkeep))


def upkeep_words(facts: Facts) -> str:
    """What the upkeep is called: no element is called high that is not."""
    return "pemeliharaan unsur bernilai tinggi" if facts.upkeep_is_high else "pemeliharaan unsur pelayanan"


def upkeep_names(facts: Facts) -> str:
    names = dict.fromkeys(item.element.name for item in facts.upkeep)
    return join_list(list(names)) or UNKNOWN


def points_of(plans: Collection[PlanFact]) -> str:
    """Where plans stand in the tables: ``1 a``, ``1 a–1 c dan 2 b``."""
    of_numbers: dict[int, list[int]] = {}
    for fact in plans:
        of_numbers.setdefault(fact.number, []).append(place_of(fact.point))
    texts: list[str] = []
    for number, places in of_numbers.items():
        for run in runs_of(places):
            names = [f"{number}\N{NO-BREAK SPACE}{letter(place)}" for place in run]
            texts += [f"{names[0]}–{names[-1]}"] if len(names) > LONGEST_NAMED else names
    return join_list(texts)
