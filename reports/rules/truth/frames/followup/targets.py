"""What a field of a plan says of its target, its deadline and the day on which it was completed. Pure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from reports.document.fields import DESCRIPTION, STRATEGY
from reports.rules.truth.frames.followup.coverage import unread
from reports.rules.truth.frames.followup.single import single_before
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.judges.times import is_day, is_month
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.atoms import atoms_of
from reports.rules.truth.tokens.numbers import number_at
from reports.rules.truth.tokens.stems import content_of, stem
from reports.rules.words import word_set
from reports.words.language import date_text, integer_text, month_text, months_text

_TARGET = re.compile(
    r"\b(?:target|sasaran|ditargetkan)(?:nya)?(?: yang (?:dipatok|ditetapkan))?(?: (?:kegiatan|rencana|ini|sebesar"
    r"|sebanyak|yaitu|yakni|adalah|tersebut|sekurang-kurangnya|sedikitnya|minimal|paling sedikit))*"
    r"(?:,? (?:yaitu|yakni|sebesar|sebanyak))?\s*$"
)
_TARGETED = re.compile(r"^(?: [\w-]+){0,4},?(?: \w+){0,2} (?:yang ditargetkan|sesuai (?:dengan )?target)\b")
_TARGET_AHEAD = re.compile(r"\b(?:target|ditargetkan|targetnya)\b,?(?P<of>[^,;:.\d]{3,70})$")
_MEASURING = word_set("paling lama cepat sedikit banyak sedikitnya sebanyak sejumlah sebesar minimal maksimal waktu")
_LATER = re.compile(r"\b(?:tahun (?:20\d\d|depan|berikutnya)|ke depan|mempertimbangkan|berikutnya)\b")
_COMPLETED = re.compile(
    r"\b(?:dinyatakan (?:selesai|tuntas|rampung)|(?:kegiatan|rencana|program) ini (?:selesai|tuntas|rampung)"
    r"|(?:selesai|rampung) (?:dipasang|dibangun|dilaksanakan|dikerjakan|disusun))"
    r"(?: pada| tanggal| tepat)* $"
)
_COMPLETED_THEN = re.compile(
    r"^,? (?:saat|ketika|hari|waktu|tanggal)(?: \w+)? (?:kegiatan|rencana|program)(?: ini)? dinyatakan"
    r" (?:selesai|tuntas|rampung)"
)
_HAPPENED = re.compile(
    r"\b(?:di(?:pasang|buka|bangun|laksanakan|terapkan|resmikan|selesaikan)|terpasang|terlaksana)\b(?: [\w-]+){0,5}"
    r" (?:pada|bulan)(?: bulan| tanggal)? $"
)
_AT_LATEST = re.compile(r"\b(?:paling lambat|selambat-lambatnya|selambatnya|tenggat\w*|paling akhir)(?: [\w-]+){0,2} $")
_WITHIN = re.compile(r"\b(?:dalam|selama|waktu|paling (?:cepat|lambat|lama))(?: [\w-]+)?(?: waktu)? $")
_ON_CONDITION = re.compile(r"\b(?:bila|jika|apabila|kalau)\b")


@hears("[NCA]", "aim", "definition")
def target_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K58: a number that is told to be the target of this plan, against those of its target."""
    at = match.start()
    token = sentence.tokens[at]
    fact = sentence.where.plan
    if fact is None or token.number is None or _LATER.search(sentence.text.lower()):
        return
    ahead = sentence.text[: token.start].lower()
    behind = sentence.text[token.end :].lower()
    near = _TARGET.search(ahead) or _TARGETED.match(behind)
    if not near and not _is_targeted(sentence, at, truth):
        return
    numbers = _numbers_of(fact.plan.target or "")
    if not numbers:
        return
    given = f"target RTL ini adalah {fact.plan.target}"
    yield Told(at, at, token.number in numbers, "K58", fact.plan.target or "", given)


def _is_targeted(sentence: Scanned, at: int, truth: Truth) -> bool:
    """Whether all between *target* and a number is this plan's own: *targetnya waktu tunggu obat paling lama 20 menit*.

    Its unit has to be one of the target's own.
    """
    single = single_before(sentence, at, truth)
    told = _TARGET_AHEAD.search(sentence.text[: sentence.tokens[at].start].lower())
    if single is None or told is None or not single.own:
        return False
    units = content_of(single.fact.plan.target or "")
    unit = sentence.tokens[at].key or sentence.low(at + 1)
    verbs = frozenset(word for word in told["of"].split() if word.startswith(("di", "ter")))
    return stem(unit) in units and not unread(told["of"], single.words, verbs, _MEASURING)


def _numbers_of(text: str) -> tuple[Decimal, ...]:
    atoms = atoms_of(text.lower())
    found = [number_at(atoms, at) for at in range(len(atoms))]
    return tuple(each[0] for each in found if each)


@hears("[DM]", "aim")
def completed_told(sentence: Scanned, match: re.Match[str], _truth: Truth) -> Iterator[Told]:
    """K53: the day on which this plan is told to have been completed, or the month in which it was carried out."""
    at = match.start()
    token = sentence.tokens[at]
    fact = sentence.where.plan
    if fact is None or token.when is None or not fact.done:
        return
    realisation = fact.plan.realisation
    ahead = sentence.text[: token.start].lower()
    behind = sentence.text[token.end :].lower()
    if realisation.completed_on and (_COMPLETED.search(ahead) or _COMPLETED_THEN.match(behind)):
        value = date_text(realisation.completed_on)
        given = f"RTL ini selesai pada {value}"
        told = token.when.first
        within = token.kind == "M" and any(is_month(told, month) for month in realisation.months)
        yield Told(at, at, within or is_day(told, realisation.completed_on), "K53", value, given)
    elif token.kind == "M" and sentence.where.place.printed == DESCRIPTION and _HAPPENED.search(ahead):
        months = realisation.months
        known = {*months, *fact.plan.months}
        if months and not any(is_month(token.when.first, month) for month in known):
            value = months_text(months)
            yield Told(at, at, right=False, rule="K53", value=value, given=f"RTL ini dilaksanakan pada {value}")


@hears("[DMR]", "aim", "definition")
def deadline_told(sentence: Scanned, match: re.Match[str], _truth: Truth) -> Iterator[Told]:
    """K87: until when this plan is told to be completed, against Tabel 4.1."""
    at = match.start()
    when = sentence.tokens[at].when
    fact = sentence.where.plan
    completion = fact.plan.completion if fact else None
    if when is None or completion is None or sentence.where.place.printed != STRATEGY:
        return
    latest = completion.latest
    if latest is None or not _AT_LATEST.search(sentence.text[: sentence.tokens[at].start].lower()):
        return
    value = month_text(latest)
    yield Told(at, at, is_month(when.last, latest), "K87", value, f"target penyelesaian dalam Tabel 4.1 adalah {value}")


@hears("H", "aim", "definition")
def duration_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K87: within how many months this plan is told to be completed, against Tabel 4.1."""
    at = match.start()
    token = sentence.tokens[at]
    fact = sentence.where.plan
    completion = fact.plan.completion if fact else None
    if token.key != "month" or token.number is None or completion is None or completion.latest is None:
        return
    ahead = sentence.text[: token.start].lower()
    if sentence.where.place.printed != STRATEGY or not _WITHIN.search(ahead) or _ON_CONDITION.search(ahead):
        return
    most = truth.facts.report_base.months_to(completion.latest)
    least = truth.facts.report_base.months_to(completion.earliest) if completion.earliest else most
    value = integer_text(most) if least == most else f"{least}–{most}"
    given = f"target penyelesaian dalam Tabel 4.1 adalah {value} bulan"
    is_least = re.search(r"\bpaling cepat(?: dalam)? $", ahead)
    right = token.number == least if is_least else token.number == most
    yield Told(at, at, right, "K87", f"{value} bulan", f"{given} ({month_text(completion.latest)})")
