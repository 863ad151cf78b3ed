"""What a text says of months and days: of the survey, of the follow-up, of single plans, of the report. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from followups.months import Month
from reports.rules.claims.grammar.contexts import COMPARES, LATER, clause
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against
from reports.rules.claims.grammar.wording import flat
from reports.words.language import date_range, date_text, month_range, month_text, months_text
from surveys.periods import MONTHS

_SMALL = frozenset(month.lower() for month in MONTHS)
_NAMES = "|".join(MONTHS)
_MONTH = re.compile(
    rf"(?:(?:\d{{1,2}} ?(?:[-–]|s\.?/?d\.?|sampai(?: dengan)?"
    rf"|hingga) ?)?(?P<day>\d{{1,2}}) )?\b(?P<name>{_NAMES})\b(?:,? (?:tahun )?(?P<y>(?:19|20)\d{{2}})\b)?"
)
_TO = re.compile(r" ?(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?|hingga|dan)(?: bulan| tanggal)? ?$")
_FOLLOW = r"(?:rtl|(?:rencana )?tindak lanjut(?: (?:atas |terhadap )?(?:hasil )?(?:skm|survei)[^,;]{0,45}?)?|realisasi)"
_HAPPENS = (
    r"(?:dilaksanakan|dilakukan|berlangsung|direalisasikan|dijalankan|ditindaklanjuti|dimulai|mulai|dari"
    r"|pada|dalam|selama|sepanjang|antara|adalah|yaitu)"
)
_FOLLOWED = re.compile(
    rf"\b{_FOLLOW}\b[^,;]{{0,50}}?\b{_HAPPENS}(?: (?:pada|dari|mulai|bulan|tanggal|periode|antara))* $"
)
_WINDOW = re.compile(
    rf"\b(?:masa|periode|jangka waktu|kurun waktu|waktu pelaksanaan|jadwal)(?: pelaksanaan)? {_FOLLOW}\b[^,;]{{0,25}}$"
)
_SURVEYED = re.compile(
    r"\b(?:skm|survei|pengumpulan data|pengisian kuesioner|penyebaran kuesioner"
    r"|jajak pendapat)\b(?: \([a-z]+\))?[^,;]{0,60}?"
    r"\b(?:dilaksanakan|dilakukan|diselenggarakan|berlangsung|diadakan)(?: (?:pada|dari|mulai|sejak|selama"
    r"|bulan|tanggal|antara))* $"
)
_REPORTED = re.compile(
    r"\blaporan (?:ini|tindak lanjut)[^,;]{0,40}?\b(?:disusun|dibuat|ditandatangani|diterbitkan)(?: (?:pada"
    r"|bulan|tanggal))* $"
)
_SURVEY_REPORT = re.compile(
    r"\blaporan (?:hasil )?(?:skm|survei)(?: [a-z ]{0,40})?\b(?:tanggal|pada|tertanggal|diterbitkan"
    r"|dipublikasikan)(?: tanggal)? $"
)
_SCHEDULED = re.compile(r"\b(?:dijadwalkan|direncanakan|terjadwal)\b[^,;]{0,40}$")
_AHEAD = re.compile(
    r"\b(?:akan|paling lambat|target\w*|ditargetkan|diteruskan|dilanjutkan|diselesaikan|lanjutan|strategi|belum)\b"
)


@dataclass(frozen=True, slots=True)
class ToldMonths:
    """A month as told, perhaps with a day, perhaps as the first of two that bound a time."""

    start: int
    end: int
    number: int
    year: int | None
    day: int | None

    def month(self, default: int) -> Month:
        return Month(self.year or default, self.number)

    def is_during(self, start: date, end: date) -> bool:
        month = self.month(end.year)
        if not Month.of(start) <= month <= Month.of(end):
            return False
        return self.day is None or (start.year, start.month, start.day) <= (month.year, month.number, self.day) <= (
            end.year,
            end.month,
            end.day,
        )


def months_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K53: a month or day that the data do not give for what the words before it speak of."""
    if not _SMALL & sentence.words or COMPARES.search(sentence.low):
        return
    for first, last in _times(sentence.text):
        start, _end = clause(sentence.low, first.start)
        head = sentence.low[start : first.start]
        if LATER.search(head):
            continue
        for speaks_of, judge in _JUDGES:
            if speaks_of.search(head):
                yield from judge(_ToldTime(sentence, known, (first, last)))
                break


def _times(text: str) -> Iterator[tuple[ToldMonths, ToldMonths]]:
    """Months of a text as times: two that are joined are one time."""
    waiting: ToldMonths | None = None
    for match in _MONTH.finditer(text):
        year = match["y"]
        day = match["day"]
        told = ToldMonths(
            match.start(),
            match.end(),
            MONTHS.index(match["name"]) + 1,
            int(year) if year else None,
            int(day) if day else None,
        )
        if waiting and _TO.fullmatch(text[waiting.end : told.start]):
            if waiting.year is None:
                waiting = ToldMonths(waiting.start, waiting.end, waiting.number, told.year, waiting.day)
            yield waiting, told
            waiting = None
            continue
        if waiting:
            yield waiting, waiting
        waiting = told
    if waiting:
        yield waiting, waiting


Time = tuple[ToldMonths, ToldMonths]


@dataclass(frozen=True, slots=True)
class _ToldTime:
    """A time as a sentence tells it, and what the data give for what the words before it speak of."""

    sentence: Sentence
    known: Known
    time: Time

    def of_window(self) -> Iterator[Said]:
        """The window itself: its first and last month, no other."""
        followup = self.known.facts.source.cycle.followup
        first, last = self.time
        right = (first.month(followup.start.year), last.month(followup.end.year)) == (followup.start, followup.end)
        if not right and (first != last or not self._is_within(first)):
            given = f"masa tindak lanjut adalah {month_range(followup.start, followup.end)}"
            yield self._wrong(given, "{{ masa_tindak_lanjut }}")

    def of_follow_up(self) -> Iterator[Said]:
        """Something within the window."""
        followup = self.known.facts.source.cycle.followup
        if not all(self._is_within(told) for told in self.time) and not _AHEAD.search(
            self.sentence.low[: self.time[0].start]
        ):
            given = f"masa tindak lanjut adalah {month_range(followup.start, followup.end)}"
            yield self._wrong(given, "{{ masa_tindak_lanjut }}")

    def of_survey(self) -> Iterator[Said]:
        survey = self.known.facts.source.cycle.survey
        ahead = _AHEAD.search(self.sentence.low[: self.time[0].start])
        if (
            survey.start
            and survey.end
            and not ahead
            and not all(told.is_during(survey.start, survey.end) for told in self.time)
        ):
            given = f"survei dilaksanakan pada {date_range(survey.start, survey.end)}"
            yield self._wrong(given, "{{ tanggal_survei }}")

    def of_report(self) -> Iterator[Said]:
        right = self.known.facts.source.cycle.followup.report_month
        if right and self.time[0].month(right.year) != right:
            yield self._wrong(f"bulan laporan adalah {month_text(right)}", "{{ bulan_laporan }}")

    def of_survey_report(self) -> Iterator[Said]:
        right = self.known.facts.source.cycle.survey.report_date
        told = self.time[0]
        if right and (told.month(right.year) != Month.of(right) or told.day not in (None, right.day)):
            given = f"tanggal laporan hasil SKM adalah {date_text(right)}"
            yield self._wrong(given, "{{ tanggal_laporan_skm }}")

    def of_schedule(self) -> Iterator[Said]:
        """When the plans of an element, or a plan that is named, are scheduled."""
        name, months = self._scheduled(self.time[0].start)
        told = {(t.year, t.number) for t in self.time}
        right = {(year, month.number) for month in months for year in (None, month.year)}
        if months and not told <= right:
            yield self._wrong(f"{name} dijadwalkan pada {months_text(months)}", "")

    def _scheduled(self, place: int) -> tuple[str, tuple[Month, ...]]:
        start, end = clause(self.sentence.low, place)
        words = flat(self.sentence.low[start:end])
        plans = [p.fact for p in self.known.plans if p.name and p.name in words]
        if len(plans) == 1:
            return f"RTL “{plans[0].name}”", plans[0].plan.months
        keys = {m.key for m in self.known.names.mentions(self.sentence.low[start:place])}
        priority = self.known.priority(next(iter(keys))) if len(keys) == 1 and not plans else None
        if priority is None:
            return "", ()
        return f"RTL unsur {priority.element.name}", tuple(m for fact in priority.plans for m in fact.plan.months)

    def _is_within(self, told: ToldMonths) -> bool:
        followup = self.known.facts.source.cycle.followup
        if told.year is not None:
            return followup.start <= told.month(0) <= followup.end
        years = range(followup.start.year, min(followup.end.year, followup.start.year + 5) + 1)
        return any(followup.start <= Month(year, told.number) <= followup.end for year in years)

    def _wrong(self, given: str, suggestion: str) -> Said:
        return against(self.sentence, "K53", (self.time[0].start, self.time[1].end), given, suggestion)


_JUDGES = (
    (_SURVEY_REPORT, _ToldTime.of_survey_report),
    (_REPORTED, _ToldTime.of_report),
    (_SURVEYED, _ToldTime.of_survey),
    (_SCHEDULED, _ToldTime.of_schedule),
    (_WINDOW, _ToldTime.of_window),
    (_FOLLOWED, _ToldTime.of_follow_up),
)
