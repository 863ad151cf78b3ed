"""Hypothesis strategies of whole cycles: legal, in canonical form, each key now set and now null."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from followups.months import Month, months_between
from offices.invisible import alike, visible
from reports.cycle.model import (
    ALL_UNITS,
    NARRATIVE_KEYS,
    BasisData,
    CompletionData,
    Continued,
    Cycle,
    EarlierData,
    Evidence,
    FieldworkData,
    FollowUpData,
    OfferedData,
    OfficeData,
    ParentOffice,
    Photo,
    Plan,
    PriorityData,
    Realisation,
    ServiceData,
    Signatory,
    Social,
    StatusKey,
    SurveyData,
    UnitData,
    UpkeepData,
    WebPage,
    report_name,
    tidy,
)
from reports.cycle.parse_scores import FormKeys
from surveys.fields import ACTIVITIES, FIELDWORK_TEXTS, STATED_FIELDS, activity_fields
from surveys.periods import Period, PeriodKind
from surveys.profiles import MARGINS
from surveys.results.trend import place_in_time

SERVICES = ("KTP", "Kartu Keluarga", "Pindah Memilih")
INSTRUMENT = "permenpanrb-14-2017"
ELEMENTS = (
    *("persyaratan", "prosedur", "waktu", "biaya", "produk"),
    *("kompetensi", "perilaku", "sarana", "pengaduan"),
)
FORMS = {
    "permenpanrb-14-2017": FormKeys(("A",), ("elements",)),
    "skm-2025-campuran": FormKeys(("A", "B"), ("elements", "questions")),
    "skm-2025-elektronik": FormKeys(("A", "B"), ("elements", "questions")),
    "skm-2025-tatap-muka": FormKeys(("A", "B"), ("elements", "questions")),
}
FILES = ("photos/01.jpg", "photos/dua tiga.png", "é.jpeg", "photos/CONTOH-04.jpg")

WEB_PAGES = st.sampled_from(
    [
        *[()] * 4,
        (WebPage("https://kpu.go.id/berita?id=1&halaman=2", "Berita <loket>", date(2025, 9, 1)),),
        (
            WebPage("http://kpu.go.id", "Situs", date(2000, 1, 1)),
            WebPage("https://kpu.go.id/%C3%A9", "é", date(2026, 1, 2)),
        ),
    ]
)

codes = st.from_regex(r"[A-Za-z0-9._-]{1,32}", fullmatch=True).filter(lambda code: code.strip("."))
days = st.dates(date(1, 1, 1), date(9998, 12, 31))
months = st.builds(Month, st.integers(1, 9990), st.integers(1, 12))
counts = st.integers(0, 2_147_483_647)


def texts(longest=40):
    """Texts that say something, of any characters that a file may hold and somebody sees."""
    characters = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
    return st.text(characters, min_size=1, max_size=longest).map(visible).filter(str.strip)


def maybe(strategy):
    return st.none() | strategy


def decimals(low, high):
    return st.decimals(Decimal(low), Decimal(high), places=6).map(tidy)


def in_order(whole):
    """Any subset of a sequence, in its order."""
    if not whole:
        return st.just(())
    picks = st.sets(st.sampled_from(range(len(whole))))
    return picks.map(lambda picked: tuple(whole[n] for n in sorted(picked)))


def unit_sets(keys):
    return st.just(ALL_UNITS) | in_order(keys)


answers = st.dictionaries(st.sampled_from(["U8", "biaya"]), st.sampled_from(["sarana", "gratis"]))
"""To what was asked about a file of scores."""


@st.composite
def offices(draw):
    code = draw(codes)
    keys = draw(st.lists(codes, unique=True, max_size=4))
    names, short_names = (
        draw(st.lists(texts(), min_size=len(keys), max_size=len(keys), unique_by=alike)) for _kind in range(2)
    )
    parent = st.builds(ParentOffice, codes.filter(lambda other: other != code), texts(), texts())
    return OfficeData(
        code=code,
        name=draw(texts(200)),
        short_name=draw(texts(100)),
        place=draw(texts(100)),
        address=draw(maybe(texts())),
        postal_code=draw(maybe(st.from_regex(r"[1-9][0-9]{4}", fullmatch=True))),
        website=draw(maybe(st.sampled_from(["kab-contoh.kpu.go.id", "https://contoh.desa.id/skm?a=1", "x.id"]))),
        phone=draw(maybe(texts())),
        email=draw(maybe(st.sampled_from(["surel@contoh.go.id", "a.b+c@x.id"]))),
        socials=tuple(draw(st.lists(st.builds(Social, texts(), texts()), max_size=3))),
        all_units_label=draw(texts(100)),
        parent=draw(maybe(parent)),
        units=tuple(map(UnitData, keys, names, short_names)),
    )


@st.composite
def periods(draw):
    """Of every kind, half of them semesters."""
    kind = draw(st.just(PeriodKind.SEMESTER) | st.sampled_from(PeriodKind))
    return Period(draw(st.integers(2000, 2999)), kind, draw(st.integers(1, kind.in_a_year)))


@st.composite
def bases(draw):
    key, form = draw(st.sampled_from(sorted(FORMS.items())))
    return BasisData(
        kind=draw(st.sampled_from(["typed", "summary", "frequencies", "answers"])),
        form=key,
        mapping=draw(st.sampled_from(form.mappings)),
        method=draw(st.sampled_from(form.methods)),
        digests=tuple(draw(st.lists(st.text("0123456789abcdef", min_size=64, max_size=64), max_size=3))),
        settled=dict(sorted(draw(answers).items())),
    )


@st.composite
def service_results(draw):
    names = draw(st.lists(st.sampled_from(SERVICES), unique=True, max_size=3))
    return tuple(
        ServiceData(
            name, draw(counts), {key: draw(decimals(1, 4)) for key in own}, draw(answered(own)), draw(st.booleans())
        )
        for name, own in ((name, draw(in_order(ELEMENTS))) for name in sorted(names))
    )


def answered(keys):
    """How many answers are behind the scores of some of these elements."""
    count = st.integers(1, 5_000)
    return in_order(keys).flatmap(
        lambda known: st.tuples(*[count for _ in known]).map(lambda n: dict(zip(known, n, strict=True)))
    )


@st.composite
def profiles(draw, respondents):
    """Margins that somebody counted, none of them more people than answered."""
    profile = {}
    for key, margin in MARGINS.items():
        names = draw(st.just(()) | in_order(tuple(margin.classes)))
        if names and (respondents is None or respondents >= len(names)):
            most = (respondents or 5_000) // len(names)
            profile[key] = {name: draw(st.integers(1, most)) for name in names}
    return profile


@st.composite
def fieldworks(draw):
    """How a survey was carried out, as far as somebody said it."""
    values = {field.key: draw(maybe(texts())) or "" for field in FIELDWORK_TEXTS}
    for key in ACTIVITIES:
        start, end, workdays = activity_fields(key)
        first, last = sorted([draw(days), draw(days)])
        values |= {start.key: draw(maybe(st.just(first))), end.key: draw(maybe(st.just(last)))}
        values |= {workdays.key: draw(maybe(st.integers(0, 400)))}
    return FieldworkData(**values)


@st.composite
def surveys(draw):
    start, end = sorted([draw(days), draw(days)])
    scores = {key: draw(decimals(1, 4)) for key in draw(st.just(ELEMENTS) | in_order(ELEMENTS))}
    respondents = draw(maybe(counts))
    graded = draw(st.just(()) | in_order(ELEMENTS))
    grades = {key: draw(st.sampled_from("ABCD")) for key in graded}
    return SurveyData(
        instrument=INSTRUMENT,
        period=draw(periods()).code,
        start=draw(maybe(st.just(start))),
        end=draw(maybe(st.just(end))),
        respondents=respondents,
        population=draw(maybe(counts)),
        report_date=draw(maybe(days)),
        declared_index=draw(maybe(decimals(25, 100))),
        declared_grades=draw(maybe(st.just(grades))),
        scores=scores,
        basis=draw(bases()) if draw(st.integers(0, 3)) == 0 else None,
        services=draw(st.just(()) | service_results()),
        profile=draw(profiles(respondents)) if draw(st.integers(0, 3)) == 0 else {},
        answers=draw(answered(tuple(scores))) if draw(st.integers(0, 3)) == 0 else {},
        fieldwork=draw(fieldworks()) if draw(st.integers(0, 3)) == 0 else FieldworkData(),
        **draw(st.fixed_dictionaries({field.key: st.booleans() for field in STATED_FIELDS})),
        **(ORIGIN if draw(st.integers(0, 3)) == 0 else {}),
    )


ORIGIN = {
    "report_number": "12/SKM/2025",
    "report_url": "https://contoh.go.id/skm",
    "covered": "Pindah memilih\nInformasi publik",
    "forums": "Rapat internal, 3 Juli 2025\nRapat pleno, berita acara nomor 4/BA/2025",
}


@st.composite
def evidences(draw, photos):
    shown = draw(st.lists(st.sampled_from(photos), unique=True, max_size=3)) if photos else []
    return Evidence(draw(maybe(texts())), tuple(shown), tuple(draw(WEB_PAGES)))


others = st.just(()) | st.lists(
    st.sampled_from(["Kasubbag TU", "Kepala Desa", "Siti Aminah, S.H."]), unique=True, max_size=3
).map(tuple)


@st.composite
def completions(draw, keys):
    earliest, latest = sorted([draw(months), draw(months)])
    return CompletionData(
        reason=draw(maybe(texts())),
        strategy=draw(maybe(texts())),
        earliest=draw(maybe(st.just(earliest))),
        latest=draw(maybe(st.just(latest))),
        units=draw(unit_sets(keys)),
        others=draw(others),
    )


@st.composite
def plans(draw, keys, window, photos):
    return Plan(
        programme=draw(texts()),
        indicator=draw(maybe(texts())),
        target=draw(maybe(texts())),
        months=draw(in_order(window)),
        units=draw(unit_sets(keys)),
        lead=draw(maybe(st.sampled_from(keys)) if keys else st.none()),
        others=draw(others),
        realisation=Realisation(
            status=draw(st.sampled_from(get_args(StatusKey))),
            description=draw(maybe(texts())),
            obstacle=draw(maybe(texts())),
            months=tuple(sorted(draw(st.sets(months, max_size=3)))),
            completed_on=draw(maybe(days)),
        ),
        evidence=draw(evidences(photos)),
        completion=draw(maybe(completions(keys))),
        services=tuple(sorted(draw(st.just(()) | st.sets(st.sampled_from(SERVICES), max_size=2)))),
    )


@st.composite
def followups(draw, keys):
    start = draw(months)
    window = months_between(start, start.plus(draw(st.integers(0, 11))))
    photos = [Photo(file, draw(maybe(texts())), draw(maybe(days))) for file in draw(in_order(FILES))]
    elements = draw(st.lists(st.sampled_from(ELEMENTS), unique=True, max_size=3))
    some_plans = st.lists(plans(keys, window, photos), max_size=3).map(tuple)
    upkeep = st.builds(
        UpkeepData,
        element=st.sampled_from(ELEMENTS),
        plan=maybe(texts()),
        activity=maybe(texts()),
        units=unit_sets(keys),
        others=others,
        evidence=evidences(photos),
    )
    return FollowUpData(
        start=window[0],
        end=window[-1],
        report_month=draw(maybe(months)),
        priorities=tuple(PriorityData(element, draw(maybe(texts())), draw(some_plans)) for element in elements),
        upkeep=tuple(draw(st.lists(upkeep, max_size=2))),
    )


@st.composite
def recorded_periods(draw):
    """Up to four periods that an office recorded, the latest first; each report has a file, or there is none."""
    found = draw(st.lists(periods(), unique=True, max_size=2))
    return tuple(draw(recorded(period)) for period in sorted(found, key=place_in_time, reverse=True))


@st.composite
def recorded(draw, period):
    start, end = sorted([draw(days), draw(days)])
    done, total = sorted([draw(counts), draw(counts)])
    has_plans = draw(st.booleans())
    return EarlierData(
        period=period.code,
        instrument=INSTRUMENT,
        index=draw(maybe(decimals(25, 100))),
        plans_done=done if has_plans else None,
        plans_total=total if has_plans else None,
        start=draw(maybe(st.just(start))),
        end=draw(maybe(st.just(end))),
        report_date=draw(maybe(days)),
        is_public=draw(st.booleans()),
        scores={key: draw(decimals(1, 4)) for key in draw(in_order(ELEMENTS))},
        report=draw(maybe(st.just(report_name(period.code)))),
    )


@st.composite
def offered(draw, named):
    """The services of an office in its order: all that the cycle names, and others."""
    names = draw(st.permutations(sorted({*named, *draw(st.just(()) | in_order(SERVICES))})))
    return tuple(OfferedData(name, draw(st.booleans())) for name in names)


@st.composite
def cycles(draw):
    """A legal cycle in canonical form."""
    office = draw(offices())
    survey = draw(surveys())
    followup = draw(followups(tuple(unit.key for unit in office.units)))
    named = {service.name for service in survey.services} | {name for plan in followup.plans for name in plan.services}
    nip = st.from_regex(r"[0-9]{18}", fullmatch=True)
    sections = draw(in_order(NARRATIVE_KEYS))
    return Cycle(
        office=replace(office, services=draw(offered(named))),
        signatory=Signatory(draw(texts(200)), draw(texts(300)), draw(maybe(nip))),
        survey=survey,
        followup=followup,
        narrative={key: draw(texts()) for key in sections},
        earlier=draw(recorded_periods()) if draw(st.integers(0, 3)) == 0 else (),
    )


@st.composite
def continuing_cycles(draw):
    """A cycle of which some plans continue those of an earlier one, which need not be in the portal to be read."""
    cycle = draw(cycles())
    points = st.from_regex(r"[1-9] [a-z]", fullmatch=True)
    continued = maybe(st.builds(Continued, st.just("2019-S1"), points))
    priorities = tuple(
        replace(priority, plans=tuple(replace(plan, continues=draw(continued)) for plan in priority.plans))
        for priority in cycle.followup.priorities
    )
    return replace(cycle, followup=replace(cycle.followup, priorities=priorities))
