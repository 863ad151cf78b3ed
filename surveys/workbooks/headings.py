"""What the heading of a column means: a question, an element by its name, a code, or nothing. Pure."""

import re
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz import fuzz, process, utils

from surveys.element_names import element_named, is_derived
from surveys.instrument.form import Form

NEAR_TEXT = 84
AHEAD = 4
"""By how many points the nearest text must lead the next one."""
_CODE = re.compile(r"(?:u|p|q|v|x|unsur|pertanyaan|butir|soal|no)[ .\-_]{0,2}(\d{1,2})[ .]?([ab])?", re.ASCII)
_PREFIX = re.compile(rf"(?:{_CODE.pattern}|\d{{1,2}})\s*(?:[.):\-–—=]\s*|\s+(?=[(a-z])|(?=\())", re.ASCII)
_OTHER_SCALE = re.compile(r"\b(?:kepentingan|harapan|penting|tingkat kepentingan)\b")
_SATISFACTION = re.compile(r"\s*[(\-–/]?\s*\b(?:tingkat )?kepuasan\b\)?")
_MET = re.compile(r"^(?:kenyataan|kinerja|persepsi)\b[ \-–:/]*|[ (\-–:/]*\b(?:kenyataan|kinerja|persepsi)\)?$")
"""What stands beside hopes or importance: how it was met, which is the answer."""

_OF_GRID = re.compile(r".*\[([^\[\]]+)\]", re.DOTALL)
"""What a form asks in a row of a grid stands in brackets behind the question of the whole grid."""


class Strength(IntEnum):
    """How a heading told its meaning."""

    CODE = 1
    NAME = 2
    TEXT = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """``number`` of a bare code (8 of “U8”, “b” of “P11b” in ``part``), or the ``code`` of the question itself."""

    strength: Strength
    code: str = ""
    number: int = 0
    part: str = ""


def meaning_of(heading: str, form: Form) -> Meaning | None:
    """What a heading (in small letters, see cells.words) asks in this questionnaire."""
    if not heading or says_other_scale(heading) or len(heading) > 600:
        return None
    if row := _OF_GRID.fullmatch(heading):
        heading = row[1].strip(" .:;*")
    heading = _MET.sub("", _SATISFACTION.sub("", heading).strip())
    bare = _CODE.fullmatch(heading)
    if bare:
        return Meaning(Strength.CODE, number=int(bare[1]), part=bare[2] or "")
    text = _without_prefix(heading)
    if code := _question(text, form):
        return Meaning(Strength.TEXT, code)
    if code := _element(text, form):
        return Meaning(Strength.NAME, code)
    found = _PREFIX.match(heading)
    if found and found[1] and not is_derived(heading):
        return Meaning(Strength.CODE, number=int(found[1]), part=found[2] or "")
    return None


def says_other_scale(heading: str) -> bool:
    """Whether a heading, in small letters, is of importance or hopes."""
    return _OTHER_SCALE.search(heading) is not None


def _without_prefix(heading: str) -> str:
    """Without the code or number before it, and without the brackets around what is left."""
    text = _PREFIX.sub("", heading, count=1).strip()
    return text[1:-1].strip() if text.startswith("(") and text.endswith(")") else text


def _question(text: str, form: Form) -> str:
    """The question that is asked with these words, in spite of slips of the pen."""
    if len(text.split()) < 4:
        return ""
    asked = [(question.code, other) for question in form.questions for other in (question.text, *question.texts)]
    near = process.extract(
        text, [other for _code, other in asked], scorer=_likeness, processor=utils.default_process, limit=4
    )
    best: dict[str, float] = {}
    for _other, score, at in near:
        code = asked[at][0]
        best[code] = max(best.get(code, 0), score)
    order = sorted(best.items(), key=lambda item: -item[1])
    if not order or order[0][1] < NEAR_TEXT or (len(order) > 1 and order[0][1] - order[1][1] < AHEAD):
        return ""
    return order[0][0]


def _element(text: str, form: Form) -> str:
    """The only question of the element that has this name; none where an element has several."""
    key = named_element(text, form)
    if not key:
        return ""
    codes = form.mappings[0].elements.get(key, ())
    return codes[0] if len(codes) == 1 and len(form.questions) == len(form.names) else ""


def _likeness(text: str, other: str, **_options: object) -> float:
    """Of words in any order; somewhat less where one only holds the other's words."""
    return max(fuzz.token_sort_ratio(text, other), 0.93 * fuzz.token_set_ratio(text, other))


def named_element(text: str, form: Form) -> str:
    """The element that is called so, with or without a code before its name and the scale in brackets behind it."""
    return element_named(re.sub(r"\(\d+\)$", "", _without_prefix(text)).strip(), form.names)
