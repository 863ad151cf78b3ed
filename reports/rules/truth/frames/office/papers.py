"""The number of the survey's report. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned


@hears("z [^|dz]{0,6} d")
def number_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K85: another number of the survey's report."""
    at = match.end() - 1
    number = truth.facts.cycle.survey.report_number
    told = sentence.text[sentence.tokens[at].start : sentence.tokens[at].end]
    head = sentence.low(match.start())
    between = sentence.words(match.start(), at).lower()
    if not number or "/" not in told or not ("skm" in head or "survei" in head) or "tindak lanjut" in between:
        return
    if "nomor" in between or "no." in between:
        yield Told(at, at, told == number, "K85", number, f"nomor laporan hasil SKM adalah {number}")
