"""How soon plans were done after the survey was reported, in months and days. Pure."""

from calendar import monthrange
from datetime import date
from fractions import Fraction

from followups.months import Month
from reports.document.facts import Facts
from reports.words.language import count_word, date_text, sentence_begun
from surveys.ikm import to_places


def last_done(facts: Facts) -> date | None:
    """The day on which the last plan was done; not known unless every plan that is done has its day."""
    days = _days_done(facts)
    return max(days) if days else None


def distance(reported: date, last: date) -> str:
    """Months and days from one day to the other, none left out: *3 bulan* would pass for three months to the day.

    Empty where the second came first.
    """
    if last < reported:
        return ""
    months = Month.of(reported).months_to(Month.of(last)) - (last.day < reported.day)
    month = Month.of(reported).plus(months)
    day = min(reported.day, monthrange(month.year, month.number)[1])
    days = (last - date(month.year, month.number, day)).days
    return " ".join(filter(None, (f"{months} bulan" if months else "", f"{days} hari" if days or not months else "")))


def speed_of(facts: Facts) -> str:
    """One sentence, empty unless the day of the SKM report and that of every plan that is done are known."""
    reported = facts.cycle.survey.report_date
    days = _days_done(facts)
    if reported is None or not days or min(days) < reported:
        return ""
    subject = sentence_begun(_subject(facts))
    since = f"setelah laporan SKM tanggal {date_text(reported)}"
    last = f"pada {date_text(max(days))}"
    if max(days) == reported:
        return f"{subject} selesai {last}, yaitu pada tanggal laporan SKM."
    if len(days) == 1:
        return f"{subject} selesai {last}, {distance(reported, max(days))} {since}."
    average = to_places(Fraction(sum((day - reported).days for day in days), len(days)), 0)
    return (
        f"{subject} selesai rata-rata {average} hari {since}; yang terakhir selesai {last}, "
        f"{distance(reported, max(days))} setelah laporan itu."
    )


def _subject(facts: Facts) -> str:
    if len(facts.plans) == 1:
        return "RTL"
    if not facts.open:
        return "seluruh RTL"
    return f"{count_word(len(facts.done))} RTL yang telah dilaksanakan"


def _days_done(facts: Facts) -> list[date]:
    """The day of every plan that is done; none at all unless all are known."""
    days = [fact.plan.realisation.completed_on for fact in facts.done]
    known = [day for day in days if day]
    return known if len(known) == len(days) else []
