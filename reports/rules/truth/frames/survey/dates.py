"""When the survey was held, its report published, the follow-up done: what is told as being that time. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from followups.months import Month
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.judges.times import is_day, is_days, is_month, is_months, lies_within
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.token import When
from reports.words.language import count_word, date_range, date_text, month_range, month_text

_HEADS = "swzpPUajLKUZ"
_HELD = re.compile(
    r"\b(?:di(?:laksanakan|lakukan|selenggarakan|gelar|adakan|mulai|tutup|buka|akhiri|sebarkan|sebar)|berlangsung"
    r"|berjalan"
    r"|bermula|berakhir|pelaksanaan|melaksanakan|menyelenggarakan|melakukan|penyelenggaraan|periode|waktu|masa|jadwal"
    r"|terhitung|terselenggara|terlaksana|rampung|selesai|tuntas|menyebarkan|penyebaran|mengumpulkan|dikumpulkan)"
)
_NOT_HELD = re.compile(
    r"\b(?:pembahasan|evaluasi|sosialisasi|rapat|persiapan|publikasi|paparan|pemaparan|pengolahan|pengumuman|surat"
    r"|uji coba"
    r"|penyusunan|menyusun|disusun|tim|pelatihan|keputusan|nota|ekspose|olah|pleno|diolah|dipublikasikan|diumumkan"
    r"|forum"
    r"|dibahas|disampaikan|dipaparkan)\b"
)
_GOES_ON = re.compile(
    r"\b(?:dan|lalu|kemudian|serta) (?:hasilnya )?di(?!laks|lak|seleng|gelar|adak|mula|tutup|akhir|sebar|buka)"
)
"""The predicate of something else follows."""
_PUBLISHED = re.compile(
    r"\b(?:di(?:terbitkan|tetapkan|publikasikan|sahkan|tandatangani|rilis|susun|selesaikan|unggah|umumkan|muat)"
    r"|terbit"
    r"|tertanggal|bertanggal|tanggal|penerbitan|selesai|rampung|penetapan)\b"
)
_LASTS = re.compile(r"\b(?:selama|berlangsung|lamanya|berjalan)\b")
_RECEIVED = re.compile(r"\b(?:diterima|disampaikan|dikirim\w*|diserahkan|dibahas|dipaparkan|diunduh|direviu)\b")
_BESIDES = re.compile(r"\b(?:sebelum|setelah|sesudah|selepas|di luar|melewati|lewat)(?: (?:akhir|awal|bulan))*\s*$")
_WHOLE_WINDOW = re.compile(
    r"\b(?:masa|periode|jangka waktu|jendela|waktu|kurun|rentang waktu|(?:di|men)?jadwal(?:kan)?|selama|sepanjang)\b"
)


def _head(sentence: Scanned, at: int) -> int:
    """The noun whose time it is: the nearest before it in the clause."""
    return sentence.left(at, _HEADS, 16)


def _side(sentence: Scanned, at: int) -> str:
    """Whether a beginning or an end is told of just before a time: ``α``, ``ω`` or nothing."""
    if sentence.types[at] != "R" and re.search(
        r"\b(?:habis|usai|tutup) pada\s+$", sentence.text[: sentence.tokens[at].start]
    ):
        return "ω"
    near = sentence.left(at, "αω", 4)
    return sentence.types[near] if near >= 0 and not set(sentence.types[near:at]) & set("DMR") else ""


@hears("w [^|HsEPU]{0,8} H")
def window_lasts(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: how many months the follow-up takes."""
    at = match.end() - 1
    token = sentence.tokens[at]
    between = sentence.words(match.start(), at).lower()
    beside = at == match.start() + 1
    if token.key != "month" or token.bound or not (beside or _LASTS.search(between)):
        return
    followup = truth.facts.cycle.followup
    months = followup.start.months_to(followup.end) + 1
    value = f"{count_word(months)} bulan"
    given = f"masa tindak lanjut {value}, {month_range(followup.start, followup.end)}"
    yield Told(at, at, token.number == months, "K53", value, given, "")


@hears("[DRMQ]")
def survey_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: the days of the survey, or its first or last."""
    at = match.start()
    head = _head(sentence, at)
    survey = truth.facts.cycle.survey
    when = sentence.tokens[at].when
    if survey.start is None or survey.end is None or when is None:
        return
    right, value = _of_survey(sentence, at, when, (survey.start, survey.end), truth)
    given = f"survei dilaksanakan {date_range(survey.start, survey.end)}"
    told = Told(at, at, right, "K53", value, given, "tanggal_survei")
    if head < 0 and _goes_on(sentence, at):
        yield told
    if head < 0 or sentence.types[head] != "s" or not _is_survey_time(sentence, (head, at), when):
        return
    # Where the sentence gives the survey's own days elsewhere, these are another's.
    others = (token.when for here, token in enumerate(sentence.tokens) if here != at and token.kind == "R")
    tells_own = any(each and each.first.day is not None and is_days(each, survey.start, survey.end) for each in others)
    if right or not tells_own:
        yield told


def _is_survey_time(sentence: Scanned, span: tuple[int, int], when: When) -> bool:
    """Whether what stands about a time says that the survey was held then, and nothing else was."""
    head, at = span
    first, _end = sentence.clause(at)
    words = sentence.text[sentence.tokens[first].start : sentence.tokens[at].start].lower()
    between = sentence.words(head, at).lower()
    is_short = at - head <= 3 and sentence.types[at] == "R" and when.kind is None
    near = sentence.words(max(first, head - 3), at).lower()
    if (
        "!" in sentence.types[head:at]
        or re.search(r" loket|(?<!pengguna)(?<!penerima)(?<!kepuasan) layanan ", between)
        or _NOT_HELD.search(near)
    ):
        return False
    parted = _GOES_ON.search(between) or (sentence.types[at] != "R" and set("DR") & set(sentence.types[head:at]))
    of_result = "lalu" in between.split() or sentence.low(head - 1) in {"hasil", "rekomendasi", "tindak lanjut"}
    is_held = bool(_HELD.search(words)) or is_short
    return is_held and not of_result and (not parted or bool(_side(sentence, at)))


def _goes_on(sentence: Scanned, at: int) -> bool:
    """Whether *Ditutup 28 Mei 2025.* goes on about the survey of the sentence before."""
    before = sentence.before
    alone = not sentence.types[:at].strip("αω.") and bool(_side(sentence, at))
    return alone and before is not None and "s" in before.types and not set("wzpPUa") & set(before.types)


def _of_survey(sentence: Scanned, at: int, when: When, days: tuple[date, date], truth: Truth) -> tuple[bool, str]:
    start, end = days
    span = truth.own.period
    if sentence.types[at] == "R":
        if when.first.day is None and is_months(
            when, Month(span.year, span.first_month), Month(span.year, span.last_month)
        ):
            return True, ""
        return is_days(when, start, end), date_range(start, end)
    match _side(sentence, at):
        case "α":
            return is_day(when.first, start), date_text(start)
        case "ω":
            return is_day(when.last, end), date_text(end)
    return lies_within(when, start, end), date_range(start, end)


@hears("[DM]")
def report_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: the day of the survey's report, the month of this one."""
    at = match.start()
    head = _head(sentence, at)
    when = sentence.tokens[at].when
    if head < 0 or sentence.types[head] != "z" or when is None or sentence.types[at] not in "DM":
        return
    between = sentence.text[sentence.tokens[head].end : sentence.tokens[at].start].lower()
    if (
        "D" in sentence.types[head:at]
        or not _PUBLISHED.search(between)
        or "lain" in between
        or _RECEIVED.search(between)
    ):
        return
    name = sentence.low(head)
    lead = sentence.text[: sentence.tokens[head].start].lower()
    put_down = "nomor" in between or "dituangkan" in lead or "dimuat" in lead
    named = "skm" in name or "survei" in name or (put_down and ("hasil skm" in lead or "hasil survei" in lead))
    of_survey = named and "tindak lanjut" not in between
    follows = name == "laporan tindak lanjut" or "tindak lanjut" in between or "laporan ini" in sentence.text.lower()
    survey, base = truth.facts.cycle.survey, truth.facts.cycle.followup.report_month
    if of_survey and not follows and survey.report_date:
        right = is_day(when.first, survey.report_date)
        value = date_text(survey.report_date)
        yield Told(at, at, right, "K53", value, f"tanggal laporan hasil SKM adalah {value}", "tanggal_laporan_skm")
    elif follows and base:
        right = is_month(when.first, base)
        value = month_text(base)
        yield Told(at, at, right, "K53", value, f"bulan laporan adalah {value}", "bulan_laporan")


@hears("[DRM]", "aim")
def window_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: the months of the follow-up, or its first or last."""
    at = match.start()
    head = _head(sentence, at)
    when = sentence.tokens[at].when
    if head < 0 or sentence.types[head] not in "wp" or when is None or sentence.left(at, "EPU", 16) >= 0:
        return
    between = sentence.text[sentence.tokens[max(0, head - 3)].start : sentence.tokens[at].start].lower()
    if not (_HELD.search(between) or _WHOLE_WINDOW.search(between)) or _NOT_HELD.search(between) or "hasil" in between:
        return
    if _BESIDES.search(between) or (
        sentence.types[at] != "R" and set("DMR") & set(sentence.types[head:at]) and not _side(sentence, at)
    ):
        return
    followup = truth.facts.cycle.followup
    value = month_range(followup.start, followup.end)
    whole = sentence.types[head] == "w" and _WHOLE_WINDOW.search(between)
    side = _side(sentence, at) if whole else ""
    if not whole and sentence.stances[at] == "aim":
        return
    last = date.fromordinal(followup.end.plus(1).first_day.toordinal() - 1)
    within = lies_within(When(when.first, when.first), followup.start.first_day, last)
    if sentence.types[at] == "R" and sentence.types[head] == "p":
        right = within and lies_within(When(when.last, when.last), followup.start.first_day, last)
    elif sentence.types[at] == "R":
        right = is_months(when, followup.start, followup.end)
    elif side == "α":
        right = is_month(when.first, followup.start)
        value = month_text(followup.start)
    elif side == "ω":
        right = is_month(when.last, followup.end)
        value = month_text(followup.end)
    else:
        right = within
    given = f"masa tindak lanjut adalah {month_range(followup.start, followup.end)}"
    yield Told(at, at, right, "K53", value, given, "masa_tindak_lanjut")


@hears("s [^|HwpPz]{0,8} H")
def duration_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K53: how long the survey took, in days, weeks or months."""
    at = match.end() - 1
    token = sentence.tokens[at]
    survey = truth.facts.cycle.survey
    following = sentence.text[token.end : token.end + 8].lower()
    low = sentence.text.lower()
    if (
        survey.start is None
        or survey.end is None
        or token.number is None
        or "kerja" in following
        or "selama" not in low
    ):
        return
    if sentence.left(at, "wpPzE") > match.start() or token.bound:
        return
    days = (survey.end - survey.start).days + 1
    lengths = {"day": 1, "week": 7, "month": 30}
    exact = days / lengths[token.key]
    loose = 1 if token.key == "day" else 0.75
    right = abs(float(token.number) - exact) <= loose
    given = f"survei dilaksanakan {date_range(survey.start, survey.end)} ({days} hari)"
    yield Told(at, at, right, "K53", f"{days} hari", given)
