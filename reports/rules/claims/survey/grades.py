"""What a text says of grades: letter and name of the index's grade, and of the elements'. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reports.rules.claims.grammar.contexts import COMPARES, clause, is_bound, measures_something_else
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against
from surveys.ikm import Grade

_HEAD = (
    r"(?P<head>[Mm]utu(?: [Uu]nit)?(?: [Pp]elayanan(?:nya)?| [Ll]ayanan)?|[Nn]ilai [Mm]utu|[Kk]ategori|[Pp]redikat"
    r"|[Kk]ualifikasi"
    r"|[Kk]inerja(?: [Uu]nit)?(?: [Pp]elayanan)?|[Gg]rade)"
)
_ANY_HEAD = re.compile(r"mutu|kategori|predikat|kualifikasi|kinerja|grade")
_JOINT = (
    r"(?:(?: [A-Z][\w/&.-]+){1,7}(?= (?:adalah|dinyatakan|tergolong|termasuk|dinilai)\b))?"
    r"(?: ?[:=]| adalah| yaitu| berupa| dinilai| dinyatakan| tergolong| termasuk| masuk| pada"
    r"| dengan(?: nilai| kategori| predikat)?)? ?[\"“”'(]*"
)
_LETTER = rf"{_HEAD}{_JOINT}(?P<letter>[A-D])\b[\"”']*(?: ?[(/–—-] ?| (?:atau|dengan (?:kategori|predikat|kinerja)) )?"
_OF_SURVEY = re.compile(
    r"\b(?:skm|ikm|indeks kepuasan|survei|(?:mutu|kinerja) (?:unit )?(?:pelayanan|layanan)(?:nya)?)\b"
)
_SCALE = re.compile(
    r"\b(?:interval|rentang|antara|konversi|target\w*|ditargetkan|berikutnya|mendatang"
    r"|apabila|jika)\b"
)
_SOME = re.compile(r"\b(?:unsur|beberapa|sebagian|semua|seluruh|setiap|masing-masing|lainnya)\b")
_LISTED = re.compile(
    r"^(?:\s*\([^)]*\))?\s*(?:,|;|dan|serta|&|, dan|, serta|; dan|; serta|, unsur|dan unsur|serta unsur)\s*$"
)


def grades_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K41 for the index, K43 for an element: a grade that the data do not give it."""
    if known.facts.index is None:
        return
    found = list(_grades(sentence, known.facts.source.instrument.grades))
    letters = {letter for _span, letter, _label in found if letter}
    many = len(letters) > 1 and not known.names.mentions(sentence.low)
    for span, letter, label in [] if many else found:
        low = sentence.low
        of_survey = _OF_SURVEY.search(low) or re.search(r"\bunsur\b", low) or _OF_SURVEY.search(sentence.before)
        compares = COMPARES.search(low) and not re.search(r"menjadi\b[^,;]*$", low[: span[0]])
        head = is_bound(low, span[0], span[0]) or _SCALE.search(low)
        other = not of_survey or bool(compares or head) or measures_something_else(low, span[0])
        if not other:
            yield from _Grades(sentence, known).judge(span, letter, label)


Told = tuple[tuple[int, int], str, str]


def _grades(sentence: Sentence, grades: tuple[Grade, ...]) -> Iterator[Told]:
    """Place, letter and name in small letters, the one or the other perhaps empty."""
    if not _ANY_HEAD.search(sentence.low):
        return
    either, only = _patterns(tuple(grade.label for grade in grades))
    for match in either.finditer(sentence.text):
        start = match.start("letter")
        end = match.end("label") if match["label"] else match.end("letter")
        closed = 1 if match["label"] and sentence.text[end : end + 1] == ")" else 0
        yield (start, end + closed), match["letter"], (match["label"] or "").lower()
    for match in only.finditer(sentence.text):
        written = match["label"]
        head = match["head"].lower()
        if written[0].isupper() or head in ("kategori", "predikat", "kualifikasi"):
            yield (match.end() - len(written), match.end()), "", written.lower()


@lru_cache(maxsize=8)
def _patterns(labels: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A letter, perhaps with a name; a name alone."""
    names = "|".join(sorted(map(re.escape, labels), key=len, reverse=True))
    return re.compile(rf"{_LETTER}(?P<label>(?i:{names})\b)?"), re.compile(rf"{_HEAD}{_JOINT}(?P<label>(?i:{names}))\b")


@dataclass(frozen=True, slots=True)
class _Grades:
    """What a sentence says of grades, and what the data give."""

    sentence: Sentence
    known: Known

    def judge(self, span: tuple[int, int], letter: str, label: str) -> Iterator[Said]:
        keys, indefinite = self._owners(span)
        index = self.known.facts.index
        if keys:
            for key in keys:
                grade = self.known.facts.elements[key].grade
                if grade and not _same(grade, letter, label):
                    name = self.known.facts.elements[key].name
                    given = f"mutu unsur {name} adalah {grade}"
                    yield against(self.sentence, "K43", span, given, f"{{{{ mutu_{key} }}}}")
                    return
        elif index and not indefinite and not _same(index.grade, letter, label):
            written = (bool(letter), bool(label))
            placeholder = {(True, True): "mutu_lengkap", (True, False): "mutu"}.get(written, "kinerja")
            given = f"mutu pelayanan adalah {index.grade}"
            yield against(self.sentence, "K41", span, given, f"{{{{ {placeholder} }}}}")

    def _owners(self, span: tuple[int, int]) -> tuple[list[str], bool]:
        """The elements that a grade is given to; and whether it is given to some that are not named."""
        low = self.sentence.low
        start, _end = clause(low, span[0])
        mentions = [m for m in self.known.names.mentions(low[: span[0]]) if m.start >= start]
        after = re.match(r"\)?[^,;.]{0,25}?\b(?:pada|untuk|bagi) unsur ", low[span[1] :])
        if after and not mentions:
            rest = span[1] + after.end()
            return [m.key for m in self.known.names.all_mentions(low[rest:])[:1] if m.start == 0], True
        places = (m.start() for m in re.finditer(r"\b(?:ikm|indeks|skm)\b", low[start : span[0]]))
        index = max(places, default=-1) + start
        if not mentions or mentions[-1].start < index:
            said = low[max(start, index) : span[0]]
            return [], bool(_SOME.search(said)) and not re.search(r"\b(?:ikm|indeks)\b", said)
        keys = [mentions[-1].key]
        for earlier, later in zip(reversed(mentions[:-1]), reversed(mentions[1:]), strict=True):
            if not _LISTED.match(low[earlier.end : later.start]):
                break
            keys.append(earlier.key)
        return keys, False


def _same(grade: Grade, letter: str, label: str) -> bool:
    return (not letter or letter == grade.letter) and (not label or label == grade.label.lower())
