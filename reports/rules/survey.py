"""Rules on the survey: its index and grades, what lies on an edge, how it was held. Pure."""

from collections.abc import Iterator
from decimal import Decimal

from reports.document import fields as printed
from reports.rules.case import Case
from reports.rules.finding import Fault, Place
from reports.rules.rule import Faults, rule
from reports.words.language import decimal_text, integer_text
from surveys.ikm import envelope_of, grade_of, grade_of_score
from surveys.sampling import sample_of

FREE = "biaya"
FREE_SCORE = Decimal(4)
LOWEST_SCORE = Decimal(1)
HIGHEST_SCORE = Decimal(4)
LOWEST_INDEX = Decimal(25)
HIGHEST_INDEX = Decimal(100)


@rule("K66", "block", "Nilai atau IKM di luar skalanya.")
def off_the_scale(case: Case) -> Faults:
    for at, name, score in _scored(case):
        if not LOWEST_SCORE <= score <= HIGHEST_SCORE:
            yield Fault(
                Place(printed.SCORE, at),
                f"Nilai {name}, {case.score_texts[at.key]}, di luar skala 1–4; periksa nilainya.",
                (at.key, score),
            )
    declared = case.cycle.survey.declared_index
    if declared is not None and not LOWEST_INDEX <= declared <= HIGHEST_INDEX:
        yield Fault(
            Place(printed.INDEX),
            f"IKM yang dipublikasikan, {decimal_text(declared)}, di luar skala 25–100; periksa angkanya.",
            (declared,),
        )


@rule("N2", "warn", "Mutu unsur yang dipublikasikan berbeda dari mutu menurut nilainya.")
def grade_differs(case: Case) -> Faults:
    declared = case.cycle.survey.declared_grades or {}
    for at, name, score in _scored(case):
        letter = grade_of_score(score, case.grades).letter
        score_text = case.score_texts[at.key]
        if declared.get(at.key, letter) != letter:
            yield Fault(
                Place(printed.GRADE, at),
                f"Mutu {name} dipublikasikan {declared[at.key]}, padahal nilai {score_text} bermutu {letter}; "
                "periksa nilainya, atau jelaskan mengapa publikasi berbeda.",
                (at.key, score, declared[at.key]),
            )


def _scored(case: Case) -> Iterator[tuple[printed.ElementAt, str, Decimal]]:
    """Each element with its name and score; nothing while there are no scores."""
    scores = case.cycle.survey.scores
    for number, (key, name) in enumerate(case.element_names.items(), start=1):
        if key in scores:
            yield printed.ElementAt(number, key), name, scores[key]


@rule(
    "N3",
    "warn",
    "IKM yang dipublikasikan berada di luar rentang pembulatan nilai unsur; Saran bila hanya berbeda di dalamnya.",
    unless=("K66",),
)
def index_differs(case: Case) -> Faults:
    index = case.document.plans.results.index
    if index is None or index.declared is None or index.declared == index.computed:
        return
    lowest = decimal_text(index.envelope.lowest)
    highest = decimal_text(index.envelope.highest)
    about = (index.declared, index.envelope.lowest, index.envelope.highest)
    declared = decimal_text(index.declared)
    computed = decimal_text(index.computed)
    if index.declared_is_explained:
        yield Fault(
            Place(printed.INDEX),
            f"IKM yang dipublikasikan, {declared}, berbeda dari perhitungan ulang, {computed}, tetapi masih dapat "
            f"dijelaskan oleh pembulatan ({lowest}–{highest}); isi nilai unsur dengan desimal lengkap bila ada.",
            about,
            severity="info",
        )
    elif not case.cycle.survey.method_unknown:
        yield Fault(
            Place(printed.INDEX),
            f"IKM yang dipublikasikan, {declared}, tidak dapat diperoleh dari nilai unsur ({lowest}–{highest}), "
            f"sehingga yang dicetak adalah {computed}; periksa keduanya, atau nyatakan bahwa cara "
            "hitungnya tidak diketahui.",
            about,
        )


@rule("N7", "info", "Nilai Biaya/Tarif 4,00 yang mengikuti pilihan jawaban Gratis.", aside=True)
def free_of_charge(case: Case) -> Faults:
    for at, name, score in _scored(case):
        if at.key == FREE and score == FREE_SCORE:
            yield Fault(
                Place(printed.SCORE, at),
                f"Unsur {name} bernilai 4,00; bila layanan memang gratis, nilai ini mengikuti pilihan jawaban dan "
                "tidak menunjukkan mutu, sehingga sebaiknya dijelaskan dalam teks.",
                (at.key, score),
            )


@rule("N8", "info", "Responden, populasi, atau waktu survei belum diisi.", "running")
def survey_not_described(case: Case) -> Faults:
    survey = case.cycle.survey
    described = {
        printed.RESPONDENTS: survey.respondents,
        printed.POPULATION: survey.population,
        printed.SURVEY_TIME: survey.start and survey.end,
    }
    for field, value in described.items():
        if value is None:
            yield Fault(
                Place(field),
                "Keterangan survei ini belum diisi; lengkapi agar pembaca dapat menilai hasilnya.",
                (field.name,),
            )


@rule("K14", "info", "Nilai atau IKM di batas dua mutu karena pembulatan.")
def on_the_edge(case: Case) -> Faults:
    for at, name, score in _scored(case):
        bounds = envelope_of([score])
        low, high = (grade_of(end, case.grades).letter for end in (bounds.lowest, bounds.highest))
        if low != high:
            yield Fault(
                Place(printed.SCORE, at),
                f"Nilai {name}, {case.score_texts[at.key]}, berada di batas mutu {low} dan {high}; isi nilai dengan "
                "desimal lengkap agar mutunya pasti.",
                (at.key, score),
            )
    yield from _index_on_the_edge(case)


def _index_on_the_edge(case: Case) -> Faults:
    index = case.document.plans.results.index
    if index is None or index.printed == index.declared:
        return
    low, high = (grade_of(end, case.grades).letter for end in (index.envelope.lowest, index.envelope.highest))
    if low != high:
        yield Fault(
            Place(printed.INDEX),
            f"IKM {decimal_text(index.printed)} berada di batas mutu {low} dan {high} bila nilai unsur dibulatkan; "
            "isi nilai unsur dengan desimal lengkap, atau isi IKM yang dipublikasikan.",
            (index.printed, index.envelope.lowest, index.envelope.highest),
        )


@rule("K15", "info", "Responden lebih sedikit daripada sampel menurut populasinya.")
def sample_too_small(case: Case) -> Faults:
    people = case.cycle.survey.respondents
    population = case.cycle.survey.population
    if people is not None and population and people < (wanted := sample_of(population)):
        yield Fault(
            Place(printed.RESPONDENTS),
            f"Responden {integer_text(people)} orang, sedangkan populasi {integer_text(population)} memerlukan "
            f"{integer_text(wanted)} menurut tabel Krejcie dan Morgan; sebutkan keterbatasan ini dalam teks.",
            (people, population),
        )


@rule("K16", "block", "Responden melebihi populasi.")
def more_than_all(case: Case) -> Faults:
    people = case.cycle.survey.respondents
    population = case.cycle.survey.population
    if (
        not case.cycle.survey.exceeds_population
        and people is not None
        and population is not None
        and people > population
    ):
        yield Fault(
            Place(printed.RESPONDENTS),
            f"Responden {integer_text(people)} orang melebihi populasi {integer_text(population)}; periksa keduanya, "
            "atau nyatakan bahwa demikian tercetak dalam laporan SKM.",
            (people, population),
        )
