"""Regulations: number and year that a title has, title that a number has, those of the survey itself. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned

_LEAD = 130
_BEFORE = ("16", 2014)
"""What the ministry's regulation on the survey replaced."""


@dataclass(frozen=True, slots=True)
class Law:
    """A regulation on which every such report rests; ``kind`` finds its kind in small letters before its number."""

    number: str
    year: int
    title: str
    kind: re.Pattern[str]

    @property
    def reference(self) -> str:
        short = {"25": "Undang-Undang", "96": "Peraturan Pemerintah"}.get(self.number, "PermenPANRB")
        return f"{short} Nomor {self.number} Tahun {self.year}"


_ACT = re.compile(r"\b(?:undang-undang|uu)\b")
_RULE = re.compile(r"\b(?:peraturan pemerintah|pp)\b")
_MINISTER = re.compile(r"pendayagunaan aparatur|permen ?pan|panrb|pan-?rb|pan dan rb|peraturan menteri pan\b|permenpan")
LAWS = (
    Law("25", 2009, "pelayanan publik", _ACT),
    Law("96", 2012, "pelaksanaan undang-undang nomor 25 tahun 2009 tentang pelayanan publik", _RULE),
    Law("15", 2014, "pedoman standar pelayanan", _MINISTER),
    Law(
        "14",
        2017,
        "pedoman penyusunan survei kepuasan masyarakat unit penyelenggara pelayanan publik",
        _MINISTER,
    ),
)
_KIND = re.compile(
    r"\b(?:undang-undang|uu|peraturan (?:pemerintah|presiden|menteri|daerah|bupati|wali ?kota|gubernur|komisi|kepala"
    r"|badan|mahkamah|desa)|pp|perpres|permen\w*|perda|perbup|perwali|pergub|pkpu|peraturan|keputusan|surat|instruksi"
    r"|pedoman menteri)\b"
)
_TITLE = re.compile(r"\s*,?\s*(?:tentang|ttg\.?) (?P<title>[^;.()]+)")
_TITLE_ENDS = r"(?=$|,| (?:sebagai|yang|dan|serta|untuk|maka|beserta|berikut|sebagaimana|dengan|adalah))"
_SURVEY_TITLE = re.compile(r"pedoman penyusunan (?:survei kepuasan masyarakat|skm)\b")
_OF_SURVEY = re.compile(r"\b(?:skm|survei|kuesioner|sembilan unsur|9 unsur|unsur pelayanan|ikm|responden|mutu)\b")
_RESTS = re.compile(
    r"\b(?:berdasar\w*|mengacu|sesuai|menurut|merujuk|berpedoman|pedoman|diatur|amanat|mengamanatkan|ketentuan|dasar"
    r"|sebagaimana|memenuhi|instrumen|melaksanakan|mengatur|metode|acuan|mengikuti)\b"
)


@hears("L", "aim", "condition", "other time", "other body", "definition")
def law_told(sentence: Scanned, match: re.Match[str], _truth: Truth) -> Iterator[Told]:
    """K82: a regulation by its title with another number or year, or that of the survey so."""
    at = match.start()
    token = sentence.tokens[at]
    if token.number is None or token.when is None or token.when.first.year is None:
        return
    low = sentence.text.lower()
    lead = low[max(0, token.start - _LEAD) : token.start]
    kinds = list(_KIND.finditer(lead))
    own = lead[kinds[-1].start() if kinds else 0 :]
    title = _TITLE.match(low, token.end)
    told = (str(token.number), token.when.first.year)
    of_kind = [law for law in LAWS if law.kind.search(own)]
    known = next((law for law in of_kind if (law.number, law.year) == told), None)
    if known:
        # A title has at least one word in common with the law's own, or is an abbreviation of it.
        called = title["title"] if title else ""
        words = set(re.findall(r"\w{4,}", called.partition(",")[0]))
        is_its = bool(words & set(known.title.split())) or not words or "skm" in called
        given = f"{known.reference} adalah tentang {known.title.title()}"
        yield Told(at, at, is_its, "M15", known.title, given)
        return
    law = _titled(of_kind, " ".join(title["title"].split()) if title else "")
    if law is None and title and told == _BEFORE and title["title"].startswith("pedoman survei kepuasan"):
        law = _of_survey(of_kind, told, low)
    if law is None and title is None and not re.search(r"perubahan|diubah", low):
        # The act or the rule on public service with the digits of its number changed about, in its own year.
        same_year = (each for each in of_kind if each.year == told[1] and each.number in {"25", "96"})
        law = next((each for each in same_year if sorted(each.number) == sorted(told[0])), None)
    if law is None and title is None:
        law = _of_survey(of_kind, told, low) or _of_another_ministry(own, told, low)
    if law:
        given = f"peraturan itu adalah {law.reference}"
        yield Told(at, at, False, "K82", law.reference, given)


def _titled(laws: list[Law], title: str) -> Law | None:
    """The law that bears this title, the longest first; *pelayanan publik* must end there."""
    for law in sorted(laws, key=lambda law: len(law.title), reverse=True):
        if law.number == "14" and _SURVEY_TITLE.match(title):
            return law
        if title == law.title or re.match(rf"{re.escape(law.title)}{_TITLE_ENDS}", title):
            return law
    return None


def _of_survey(laws: list[Law], told: tuple[str, int], low: str) -> Law | None:
    """The ministry's regulation on the survey, where one of its two numbers is right and the survey rests on it."""
    law = next((law for law in laws if law.number == "14"), None)
    near = law is not None and ((law.number == told[0]) != (law.year == told[1]) or told == _BEFORE)
    if re.search(r"\b(?:menggantikan|mencabut|diganti\w*|dicabut|pengganti|lama|sebelumnya)\b", low):
        return None
    return law if near and _OF_SURVEY.search(low) and _RESTS.search(low) else None


def _of_another_ministry(own: str, told: tuple[str, int], low: str) -> Law | None:
    """Number and year of the regulation on the survey under another ministry, where the survey rests on it."""
    law = next(law for law in LAWS if law.number == "14")
    named = own.startswith(("peraturan menteri", "permen")) and told == (law.number, law.year)
    return law if named and _OF_SURVEY.search(low) and _RESTS.search(low) else None
