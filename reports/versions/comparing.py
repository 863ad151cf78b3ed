"""What differs between two versions of a report, as data: values, plans, texts by word, photos. Pure.

Which plan is which is found in matching.py; two texts are laid beside each other in words.py.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from followups.fields import (
    COMPLETION_FIELDS,
    EARLIER_FIELDS,
    EARLIEST,
    LATEST,
    NOTE,
    PLAN_FIELDS,
    REALISATION_FIELDS,
    REPORT_MONTH,
    UPKEEP_ELEMENT,
    UPKEEP_FIELDS,
    WEB_PAGES,
)
from offices.appearance.values import AS_THE_PORTAL
from offices.fields import Field, Kind
from offices.recording.appearance_words import APPEARANCE_LABELS, said_of
from offices.recording.changed_words import Piece, beside
from reports.cycle.model import ALL_UNITS, BasisData, CompletionData, Cycle, Evidence
from reports.document.block import SignatureBlock
from reports.document.facts import PlanFact, plans_in
from reports.document.model import ReportDocument
from reports.document.shapes import OfficeFace, Picture, SectionText
from reports.versions.matching import paired
from reports.words.language import date_text, integer_text, join_list, month_range, month_text, months_text
from surveys import fields as survey_fields
from surveys.profiles import MARGINS
from surveys.typed_numbers import decimal_words

STATUS_WORDS = {
    "not_started": "Belum dimulai",
    "in_progress": "Dalam proses",
    "done": "Sudah",
    "impossible": "Tidak dapat dilaksanakan",
}
_SAID: Mapping[Kind, Callable[[Any], str]] = {
    Kind.DAY: date_text,
    Kind.MONTHS: months_text,
    Kind.COUNT: integer_text,
    Kind.NUMBER: decimal_words,
    Kind.CHOICE: STATUS_WORDS.__getitem__,
}
"""How a value is said where its kind says enough."""
BASIS_WORDS = {
    "typed": "diketik",
    "summary": "nilai rata-rata unsur dari berkas",
    "frequencies": "banyaknya setiap jawaban dari berkas",
    "answers": "jawaban responden dari berkas",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs; a side without pieces has nothing in its place."""

    label: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]

    @property
    def kind(self) -> str:
        """In one word: added, removed or changed."""
        if not self.before:
            return "Ditambahkan"
        return "Diubah" if self.after else "Dihapus"


OF_RESPONDENTS = "responden"
"""The key of the theme that holds counts of few people and results of services, hidden nowhere."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The changes of one kind, under the heading by which they are shown."""

    key: str
    title: str
    changes: tuple[Change, ...]


def same_content(a: ReportDocument, b: ReportDocument) -> bool:
    """Whether two reports say the same: all but the signature, its number, its date and its way."""
    return _unsigned(a) == _unsigned(b)


def same_entries(a: ReportDocument, b: ReportDocument) -> bool:
    """Whether an office entered the same for two reports, whatever their releases of the portal made of it."""
    return _entries(a) == _entries(b)


def _entries(document: ReportDocument) -> tuple[Cycle, OfficeFace, tuple[Picture, ...]]:
    """Without the words for who does not see a picture: they are made of captions, which the cycle has.

    The log of publications grows whatever state a report is in, so it is nothing that a version was opened for.
    """
    office = replace(document.office, appearance=AS_THE_PORTAL)
    followup = replace(document.source.followup, publications=())
    proofs = set(document.publication_proofs)
    pictures = (figure.picture for figure in document.annex.figures if figure.picture.path not in proofs)
    return replace(document.source, followup=followup), office, tuple(replace(picture, alt="") for picture in pictures)


def _unsigned(document: ReportDocument) -> ReportDocument:
    return replace(
        document,
        signing=None,
        preface=replace(document.preface, signature=_undated(document.preface.signature)),
        conclusion=replace(document.conclusion, signature=_undated(document.conclusion.signature)),
    )


def _undated(block: SignatureBlock) -> SignatureBlock:
    return replace(block, place_and_date="", remark=(), seal=None, ink=False, rank="", acknowledger=None)


def document_differences(before: ReportDocument, after: ReportDocument) -> tuple[Theme, ...]:
    """Everything that differs, by theme in the order of the report; themes without a change are left out."""
    themes = (
        Theme("identitas", "Identitas, orang, dan tanggal", tuple(_values(_identity(before), _identity(after)))),
        Theme("nilai", "Nilai dan mutu", tuple(_values(_scores(before), _scores(after)))),
        Theme(OF_RESPONDENTS, "Responden dan jenis layanan", tuple(_values(_answered(before), _answered(after)))),
        Theme("sebelumnya", "Periode sebelumnya", tuple(_values(_earlier(before), _earlier(after)))),
        Theme("rtl", "Rencana dan realisasi", tuple(_plans(before, after))),
        Theme("pemeliharaan", "Pemeliharaan unsur", tuple(_values(_upkeep(before), _upkeep(after)))),
        *text_differences(before.texts, after.texts),
        Theme("foto", "Foto bukti dukung", tuple(_photos(before, after))),
        Theme("publikasi", "Publikasi", tuple(_values(_published(before), _published(after)))),
        Theme("tampilan", "Tampilan laporan", tuple(_values(_look(before), _look(after)))),
    )
    return tuple(theme for theme in themes if theme.changes)


def text_differences(before: Iterable[SectionText], after: Iterable[SectionText]) -> tuple[Theme, ...]:
    """The same for two reports of which only the texts of their sections are known."""
    old = {section.key: section for section in before}
    new = {section.key: section for section in after}
    changes = []
    for key in {**old, **new}:  # a section is known by its key: another title alone is no change
        was = old.get(key)
        now = new.get(key)
        if was is None or now is None or was.text != now.text:
            texts = beside(was.text if was else "", now.text if now else "")
            changes.append(Change((now or old[key]).heading, *texts))
    return (Theme("teks", "Teks laporan", tuple(changes)),) if changes else ()


def _values(before: dict[str, str], after: dict[str, str]) -> Iterator[Change]:
    """Labels that both have and whose texts differ, and those that only one has."""
    for label in {**before, **after}:
        old = before.get(label, "")
        new = after.get(label, "")
        if old != new:
            yield Change(label, *beside(old, new))


def _identity(document: ReportDocument) -> dict[str, str]:
    cycle = document.source
    signing = document.signing
    office = cycle.office
    survey = cycle.survey
    followup = cycle.followup
    return {
        "Nomor dokumen": signing.number if signing else "",
        "Tanggal laporan": date_text(signing.dated) if signing and signing.dated else "",
        "Nama satuan kerja": office.name,
        "Nama singkat": office.short_name,
        "Tempat penandatanganan": office.place,
        "Alamat dan kontak": "\n".join((*document.office.address, *(f"{k}: {v}" for k, v in document.office.contact))),
        "Media sosial": ", ".join(document.office.socials),
        "Penanda tangan": cycle.signatory.name,
        survey_fields.SIGNATORY_TITLE.label: cycle.signatory.title,
        survey_fields.SIGNATORY_NIP.label: cycle.signatory.nip or "",
        "Pangkat/Golongan": signing.rank if signing else "",
        "Mengetahui": signing.acknowledger.name if signing and signing.acknowledger else "",
        survey_fields.START.label: date_text(survey.start) if survey.start else "",
        survey_fields.END.label: date_text(survey.end) if survey.end else "",
        survey_fields.REPORT_DATE.label: date_text(survey.report_date) if survey.report_date else "",
        **{field.label: getattr(survey, field.key) for field in survey_fields.SOURCE_FIELDS},
        **{field.label: "ya" if getattr(survey, field.key) else "" for field in survey_fields.STATED_FIELDS},
        survey_fields.RESPONDENTS.label: _count(survey.respondents),
        survey_fields.POPULATION.label: _count(survey.population),
        "Periode tindak lanjut": month_range(followup.start, followup.end),
        REPORT_MONTH.label: month_text(followup.report_month) if followup.report_month else "",
    }


def _count(number: int | None) -> str:
    return "" if number is None else integer_text(number)


def _scores(document: ReportDocument) -> dict[str, str]:
    results = document.plans.results
    rows = {row.element: f"{row.score_text} (mutu {row.grade})" for row in results.rows if row.score is not None}
    ranks = {
        f"Unsur prioritas {place}": document.element_names[priority.element]
        for place, priority in enumerate(document.source.followup.priorities, 1)
    }
    index = f"{results.index_text} (mutu {results.grade_text})" if results.index else ""
    told = {
        "IKM": index,
        "Dasar nilai": _basis(document.source.survey.basis),
        "Perhitungan ulang IKM": results.recomputed,
        "Cara memperoleh nilai": results.method,
    }
    return told | rows | ranks


def _basis(basis: BasisData | None) -> str:
    """What scores rest on, where their form is known; form, mapping and method are told as the report prints them."""
    if basis is None:
        return ""
    settled = (f"{question}: {answer}" for question, answer in basis.settled.items())
    return "; ".join((BASIS_WORDS[basis.kind], *settled))


def _answered(document: ReportDocument) -> dict[str, str]:
    """Who answered, which services the office has, and what was found of each; counts as the office has them."""
    survey = document.source.survey
    offered = (f"{one.name}{'' if one.in_use else ' (tidak dipakai)'}" for one in document.source.office.services)
    profile = {
        f"Responden menurut {MARGINS[key].label.lower()}": "; ".join(
            f"{MARGINS[key].classes[name]} {integer_text(count)}" for name, count in counts.items()
        )
        for key, counts in survey.profile.items()
    }
    found = {
        f"Hasil layanan {one.name}": f"{integer_text(one.respondents)} responden{_of_elements(one.scores, document)}"
        for one in survey.services
    }
    return {"Jenis layanan": "; ".join(offered)} | profile | found


def _earlier(document: ReportDocument) -> dict[str, str]:
    """What the office recorded by hand of other periods, each by its period and field."""
    texts: dict[str, str] = {}
    for one in document.source.earlier:
        values = _in_words(EARLIER_FIELDS, one, document.source)
        report = "terbuka untuk umum" if one.is_public else "ada"
        values |= {
            "instrumen": one.instrument,
            "nilai unsur": _of_elements(one.scores, document).removeprefix("; "),
            "laporan bertanda tangan": report if one.report else "",
        }
        texts |= {f"{one.span.label}: {name}": text for name, text in values.items()}
    return texts


def _of_elements(scores: Mapping[str, Decimal], document: ReportDocument) -> str:
    return "".join(f"; {document.element_names.get(key, key)} {decimal_words(score)}" for key, score in scores.items())


def _plans(before: ReportDocument, after: ReportDocument) -> Iterator[Change]:
    for pair in paired(plans_in(before.source.followup), plans_in(after.source.followup)):
        old = _plan(pair.before, before)
        new = _plan(pair.after, after)
        if pair.before is None or pair.after is None:
            yield Change(f"RTL {pair.name}", *beside(_lines(old), _lines(new)))
            continue
        for change in _values(old, new):
            yield replace(change, label=f"RTL {pair.name}: {change.label}")


def _lines(plan: dict[str, str]) -> str:
    """A plan that only one version has, in a few lines."""
    return "\n".join(f"{label}: {text}" for label, text in plan.items() if text)


def _plan(fact: PlanFact | None, document: ReportDocument) -> dict[str, str]:
    if fact is None:
        return {}
    plan = fact.plan
    cycle = document.source
    return {
        "unsur": document.element_names[fact.element],
        **_in_words(PLAN_FIELDS, plan, cycle),
        "layanan": join_list(list(plan.services)),
        "meneruskan": plan.continues.name if plan.continues else "",
        **_in_words(REALISATION_FIELDS, plan.realisation, cycle),
        NOTE.name: plan.evidence.note or "",
        WEB_PAGES.name: _web_pages(plan.evidence),
        **_completion(plan.completion, cycle),
    }


def _web_pages(evidence: Evidence) -> str:
    """A line for each web page."""
    pages = evidence.web_pages
    return "\n".join(f"{page.caption} ({page.address}, diakses {date_text(page.opened_on)})" for page in pages)


def _in_words(fields: Iterable[Field], values: object, cycle: Cycle) -> dict[str, str]:
    """Each of these fields by its name, as a reader is told its value; empty for nothing."""
    return {field.name: _word(field, getattr(values, field.key), cycle) for field in fields}


def _word(field: Field, value: Any, cycle: Cycle) -> str:
    if value is None or value in ("", ()):
        return ""
    match field.kind:
        case Kind.MONTH:
            return months_text((value,))
        case Kind.NAMES:
            return join_list(list(value))
        case Kind.UNITS | Kind.UNIT:
            return _units(value if field.kind is Kind.UNITS else (value,), cycle)
    return _SAID.get(field.kind, str)(value)


def _completion(completion: CompletionData | None, cycle: Cycle) -> dict[str, str]:
    """The two ends of the target are told as one."""
    if completion is None:
        return {}
    months = sorted({month for month in (completion.earliest, completion.latest) if month})
    target = month_range(months[0], months[-1]) if months else ""
    others = (field for field in COMPLETION_FIELDS if field not in (EARLIEST, LATEST))
    return _in_words(others, completion, cycle) | {"target penyelesaian": target}


def _upkeep(document: ReportDocument) -> dict[str, str]:
    texts: dict[str, str] = {}
    for item in document.source.followup.upkeep:
        element = document.element_names[item.element]
        fields = (field for field in UPKEEP_FIELDS if field is not UPKEEP_ELEMENT)
        values = _in_words(fields, item, document.source) | {
            NOTE.name: item.evidence.note or "",
            WEB_PAGES.name: _web_pages(item.evidence),
        }
        texts |= {f"{element}: {name}": text for name, text in values.items()}
    return texts


def _look(document: ReportDocument) -> dict[str, str]:
    look = document.office.appearance
    return {label: said_of(name, getattr(look, name)) for name, label in APPEARANCE_LABELS.items()}


def _published(document: ReportDocument) -> dict[str, str]:
    """What is printed of each publication, by what and where it is; of several days in their order."""
    told: dict[str, str] = {}
    for row in document.publications:
        label = f"{row.what}, {row.medium}: {row.place}"
        text = "\n".join(filter(None, (told.get(label), row.published_on, row.address)))
        told[label] = text
    return told


def _units(keys: Iterable[str], cycle: Cycle) -> str:
    names = {unit.key: unit.short_name for unit in cycle.office.units}
    if tuple(keys) == ALL_UNITS:
        return cycle.office.all_units_label
    return join_list([names.get(key, key) for key in keys])


@dataclass(frozen=True, slots=True)
class _Photo:
    """A picture of the annex: its number there, and in words its caption and what it proves."""

    number: int
    text: str


def _photos(before: ReportDocument, after: ReportDocument) -> Iterator[Change]:
    """A photo is known by its picture: another number alone is no change."""
    old = _annex(before)
    new = _annex(after)
    for digest in {**new, **old}:
        was = old.get(digest)
        now = new.get(digest)
        photo = now or was
        if photo is None or (was and now and was.text == now.text):
            continue
        before_that = f" (sebelumnya Gambar {was.number})" if was and now and was.number != now.number else ""
        yield Change(f"Gambar {photo.number}{before_that}", *beside(was.text if was else "", now.text if now else ""))


def _annex(document: ReportDocument) -> dict[str, _Photo]:
    """Every photo by its digest."""
    proves: dict[int, list[str]] = {}
    for group in document.annex.groups:
        for number in [f.number for f in group.figures] + [f.number for f in group.shared]:
            proves.setdefault(number, []).append(group.subject)
    return {
        figure.picture.sha256: _Photo(figure.number, "\n".join((figure.caption, *proves[figure.number])))
        for figure in document.annex.figures
    }
