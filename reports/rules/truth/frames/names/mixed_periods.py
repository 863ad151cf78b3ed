"""Follow-up that a text tells to have happened in the survey's own period. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followups.months import Month
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned, tokens_within
from reports.rules.truth.stance import ANY
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

    def is_confused(self, low: str, truth: Truth) -> bool:
        """Whether follow-up is told to have happened in this period, though its window lies outside."""
        own = truth.facts.source.cycle.survey.span
        head = low[: self.start]
        followup = truth.facts.source.cycle.followup
        apart = followup.start > Month.of(own.last_day) or followup.end < Month.of(own.first_day)
        when = _THROUGHOUT.search(head) or _DONE_IN.search(head)
        return bool(apart and when and _FOLLOWS.search(head)) and not _SURVEY_DONE.search(head)


@hears("^", *ANY)
def periods_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """T1: follow-up told to have happened in the survey's own period."""
    own = truth.facts.source.cycle.survey.span
    followup = truth.facts.source.cycle.followup
    low = sentence.text.lower()
    for told in _told(low) if sentence.where.section else ():
        if told.is_of(own) and told.is_confused(low, truth):
            window = month_range(followup.start, followup.end)
            given = f"{truth.facts.period} adalah periode survei dan masa tindak lanjutnya {window}"
            yield Told(*tokens_within(sentence, told.start, told.end), False, "T1", window, given, "masa_tindak_lanjut")


def _told(low: str) -> Iterator[ToldPeriod]:
    for kind, pattern in _TOLD.items():
        for match in pattern.finditer(low):
            year = int(match["y"]) if match["y"] else None
            yield ToldPeriod(match.start(), match.end(), kind, _NUMBERS[match["n"]], year)
