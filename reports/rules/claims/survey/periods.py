"""What a text says of periods and years: the survey's own, another's, and when the follow-up happened. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followups.months import Month, months_between
from reports.rules.claims.grammar.contexts import COMPARES, LATER
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against
from reports.words.language import month_range
from surveys.periods import MONTHS, Period, PeriodKind

_NUMBERS = {
    word: number
    for number, words in enumerate(("i 1 pertama satu", "ii 2 kedua dua", "iii 3 ketiga tiga", "iv 4 keempat empat"), 1)
    for word in words.split()
} | {month.lower(): number for number, month in enumerate(MONTHS, 1)}
_IN_YEAR = r"(?:(?:[ ,/]+| ?\()(?:tahun (?:anggaran |pelajaran )?)?(?P<y>(?:19|20)\d{2})\b(?!/))?"
_TOLD = {
    PeriodKind.SEMESTER: re.compile(
        r"\bsemester (?P<n>ii|i|1|2|pertama|kedua|satu|dua)\b(?!,? (?:dan|maupun|atau|serta) (?:semester )?(?:ii|2"
        r"|kedua)\b)" + _IN_YEAR
    ),
    PeriodKind.QUARTER: re.compile(
        r"\b(?:triwulan|tribulan|kuartal) (?P<n>iii|ii|iv|i|[1-4]|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat)\b"
        r"(?!,? (?:dan|maupun|atau|serta|sampai|hingga|s\.d) ?)" + _IN_YEAR
    ),
    PeriodKind.MONTH: re.compile(
        rf"\bbulan (?P<n>{'|'.join(MONTHS).lower()})\b(?!,? (?:dan|maupun|atau|serta|sampai|hingga|s\.d) ?|-|–)"
        + _IN_YEAR
    ),
}
_SURVEY_HEAD = re.compile(
    r"\b(?:skm|survei(?: kepuasan(?: masyarakat)?)?|ikm|indeks kepuasan masyarakat)\)?(?: \((?:skm|ikm)\))?"
    r"(?: (?:pada|periode|untuk|selama|tersebut|terakhir))* $"
)
_TOPIC = re.compile(r"\b(?:skm|survei|ikm|rtl|tindak lanjut)\b")
_AHEAD = re.compile(r"\b(?:akan|rencananya|direncanakan|dijadwalkan|target\w*|ditargetkan|hingga|sampai)\b")
_FOLLOWS = re.compile(
    r"\b(?:rtl|tindak lanjut|realisasi|pemeliharaan|rencana (?:aksi|perbaikan)|upaya perbaikan"
    r"|kegiatan perbaikan|ditindaklanjuti)\b"
)
_THROUGHOUT = re.compile(r"\b(?:selama|sepanjang)(?: (?:masa|periode|kurun waktu))? $")
_DONE_IN = re.compile(
    r"\b(?:dilaksanakan|direalisasikan|dijalankan|berlangsung|dilakukan|ditindaklanjuti|diselesaikan|terlaksana)"
    r"(?: [\w-]+){0,3} (?:pada|dalam|di)(?: (?:masa|periode))? $"
)
_SURVEY_DONE = re.compile(
    r"\b(?:skm|survei|hasil survei|survei kepuasan masyarakat|pelayanan(?: publik)?|layanan)\b(?: \([a-z]+\))?"
    r"(?: (?:yang|telah|ini|tersebut|sudah|kembali))* (?:dilaksanakan|dilakukan|diselenggarakan|berlangsung"
    r"|diberikan|diselenggarakan)\b[^,;]*$"
    r"|\b(?:hasil|nilai|melaksanakan|menyelenggarakan)[^,;]{0,25}\b(?:skm|survei)\b[^,;]*$"
)
_YEAR = re.compile(r"(?:\btahun |(?<=skm )|(?<=ikm ))(?P<y>(?:19|20)\d{2})\b(?! ?[-–/])")
_FOLLOW_HEAD = re.compile(r"\btindak lanjut(?: (?:atas|terhadap))?(?: hasil)?(?: (?:periode|pada|untuk))* $")
_REPORT_HEAD = re.compile(r"\blaporan tindak lanjut[^,;.]{0,60}$")


@dataclass(frozen=True, slots=True)
class ToldPeriod:
    """A month, quarter or semester as told; without a year where none is."""

    start: int
    end: int
    kind: PeriodKind
    number: int
    year: int | None

    def is_of(self, period: Period) -> bool:
        return (self.kind, self.number) == (period.kind, period.number) and self.year in (None, period.year)

    def within(self, period: Period) -> bool:
        return period.encloses(Period(self.year or period.year, self.kind, self.number))

    def is_wrong(self, low: str, known: Known) -> bool:
        """Whether the survey's own period must be meant here."""
        own = known.facts.source.cycle.survey.span
        head = low[: self.start]
        if COMPARES.search(low) or LATER.search(head) or self.within(own):
            return False
        if _SURVEY_HEAD.search(head):
            return self.kind >= own.kind and not (_AHEAD.search(head) or _AHEAD.search(low[self.end : self.end + 30]))
        if self.kind not in {own.kind, PeriodKind.SEMESTER} or self.kind == PeriodKind.MONTH:
            return False  # a quarter or a month may be that of anything
        return not self._is_follow_up_time(known) and bool(_TOPIC.search(low)) and not _AHEAD.search(head)

    def _is_follow_up_time(self, known: Known) -> bool:
        """Whether the period has a month of the window, of the report, or of an open plan's way there."""
        followup = known.facts.source.cycle.followup
        last = max(known.facts.report_base, followup.end)
        months = months_between(followup.start, last) if last.year - followup.start.year < 5 else ()
        return any(self.is_of(Period.around(month.first_day, self.kind)) for month in months)

    def is_confused(self, low: str, known: Known) -> bool:
        """Whether follow-up is told to have happened in this period, though its window lies outside."""
        own = known.facts.source.cycle.survey.span
        head = low[: self.start]
        followup = known.facts.source.cycle.followup
        apart = followup.start > Month.of(own.last_day) or followup.end < Month.of(own.first_day)
        when = _THROUGHOUT.search(head) or _DONE_IN.search(head)
        return bool(apart and when and _FOLLOWS.search(head)) and not _SURVEY_DONE.search(head)


def periods_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K51: another period where the survey's is meant; T1: follow-up told to have happened in the survey's own."""
    own = known.facts.source.cycle.survey.span
    followup = known.facts.source.cycle.followup
    for told in _told(sentence.low):
        if told.is_of(own):
            if told.is_confused(sentence.low, known):
                given = (
                    f"{known.facts.period} adalah periode survei dan masa tindak lanjutnya "
                    f"{month_range(followup.start, followup.end)}"
                )
                yield against(sentence, "T1", (told.start, told.end), given, "{{ masa_tindak_lanjut }}")
        elif told.is_wrong(sentence.low, known):
            given = f"periode survei adalah {known.facts.period}"
            yield against(sentence, "K51", (told.start, told.end), given, "{{ periode }}")


def _told(low: str) -> Iterator[ToldPeriod]:
    for kind, pattern in _TOLD.items():
        for match in pattern.finditer(low):
            year = int(match["y"]) if match["y"] else None
            yield ToldPeriod(match.start(), match.end(), kind, _NUMBERS[match["n"]], year)


def years_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K52: another year where that of the survey, its follow-up or this report is meant."""
    low = sentence.low
    cycle = known.facts.source.cycle
    if not _YEAR.search(low) or COMPARES.search(low):
        return
    survey_year = cycle.survey.span.year
    follow = {survey_year, cycle.followup.start.year, cycle.followup.end.year, known.facts.report_base.year}
    periods = [(told.start, told.end) for told in _told(low)]
    for match in _YEAR.finditer(low):
        head = low[: match.start()]
        year = int(match["y"])
        if any(start <= match.start() < end for start, end in periods) or _AHEAD.search(head) or LATER.search(head):
            continue
        if _SURVEY_HEAD.search(head) and not _REPORT_HEAD.search(head):
            wrong = year != survey_year
        else:
            wrong = bool(_FOLLOW_HEAD.search(head) or _REPORT_HEAD.search(head)) and year not in follow
        if wrong:
            given = f"tahun survei adalah {survey_year}"
            yield against(sentence, "K52", match.span("y"), given, "{{ tahun }}")
