"""A sentence read against one report: its tokens as a string for frames, and the stance of each. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.document.facts import PlanFact, UpkeepFact
from reports.rules.finding import Place
from reports.rules.truth.known import OwnTimes
from reports.rules.truth.stance import (
    AIMED_AT,
    COPULAS,
    NEAREST,
    NEARLY,
    NEVER_BACKWARD,
    TO_COMMA,
    stance_marks,
)
from reports.rules.truth.tokens.atoms import Atom, atoms_of
from reports.rules.truth.tokens.scanner import tokens_of
from reports.rules.truth.tokens.token import Token
from reports.rules.truth.tokens.words import Lexicon

_REACH = 6
"""So many tokens before a word of another time may be of that time."""
_OWN = {"other time": "W", "other body": "isOE"}
_LEAST_QUOTED = 4
_ASIDE = re.compile(r", yang (?!akan|diharapkan|ditargetkan|perlu|harus)|\byang (?:sudah|telah) ")
_IS_OF = re.compile(r"\b(?:adalah|merupakan|ialah|yaitu) (?:hasil|nilai|angka|capaian|skor|milik|data)\b")
_SCORED = re.compile(r"<[.n:]{0,2}X")
_COPULAS = frozenset(("adalah", "yaitu", "yakni", "ialah", "meliputi"))


@dataclass(frozen=True, slots=True)
class SpeaksOf:
    """The field that a text fills, and of what it speaks where it names nothing.

    ``photo``: of which it is the caption.
    """

    place: Place
    section: str = ""
    element: str = ""
    plan: PlanFact | None = None
    upkeep: UpkeepFact | None = None
    photo: str = ""

    @property
    def is_of_element(self) -> bool:
        """Whether it is about an element itself, not about what is done for one."""
        return bool(self.section or self.element) and self.plan is None and self.upkeep is None


@dataclass(frozen=True, slots=True)
class Scanned:
    """``types`` has the letter of each token at its number; ``before`` is the sentence before in its paragraph."""

    text: str
    start: int
    tokens: tuple[Token, ...]
    types: str
    stances: tuple[str, ...]
    where: SpeaksOf
    before: "Scanned | None"

    def clause(self, at: int) -> tuple[int, int]:
        """The first token of the clause around a token, and the one behind its last."""
        end = self.types.find("|", at)
        return self.types.rfind("|", 0, at) + 1, len(self.types) if end < 0 else end

    def left(self, at: int, kinds: str, reach: int = 99) -> int:
        """The nearest token of these kinds before a token in its clause, or -1."""
        first = max(self.clause(at)[0], at - reach)
        return max((self.types.rfind(kind, first, at) for kind in kinds), default=-1)

    def right(self, at: int, kinds: str, reach: int = 99) -> int:
        """The nearest token of these kinds behind a token in its clause, or -1."""
        end = min(self.clause(at)[1], at + 1 + reach)
        found = [here for kind in kinds if (here := self.types.find(kind, at + 1, end)) >= 0]
        return min(found, default=-1)

    def words(self, first: int, last: int) -> str:
        """What is written from one token to another."""
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def low(self, at: int) -> str:
        return self.text[self.tokens[at].start : self.tokens[at].end].lower() if 0 <= at < len(self.tokens) else ""


_GOES_ON = frozenset(("lalu", "kemudian", "disusul", "diikuti", "lantas", "sama"))
_ITEM = re.compile(r"[a-i]")


_BY_THE_WAY = re.compile(
    r", (?:yang (?!di ?antara)|meskipun|walaupun|sekalipun|terutama|sebagaimana|tidak lama|tak lama|lebih cepat"
    r"|lebih lambat|seperti)[^,;:()“”]{3,110},(?= )"
)


def without_asides(text: str) -> str:
    """A sentence with blanks where something is told by the way: *Survei, yang dimulai sesudah libur, ditutup …*."""
    return _BY_THE_WAY.sub(lambda match: " " * len(match[0]), text) if ", " in text else text


def scan(
    text: str, low: str, start: int, lexicon: Lexicon, own: OwnTimes, where: SpeaksOf, before: Scanned | None
) -> Scanned:
    atoms = atoms_of(low)
    tokens = tuple(_with_short_names(_joined(tokens_of(text, atoms, lexicon), text), low))
    types = "".join(token.kind for token in tokens)
    stances = tuple(_Stances(text, atoms, tokens, types, own).each())
    return Scanned(text, start, tokens, types, stances, where, before)


def _joined(tokens: tuple[Token, ...], text: str) -> tuple[Token, ...]:
    """What joins the items of a list like *dan*: *lalu*, *disusul*, the letter of an item."""
    words = [text[token.start : token.end] for token in tokens] + [""]
    kinds = "".join(token.kind for token in tokens) + "  "
    return tuple(
        replace(token, kind="&")
        if (words[at] in _GOES_ON and kinds[at + 1 :].lstrip("u.")[:1] in set("Ee") and kinds[at - 1] in set(",Ee"))
        or (_ITEM.fullmatch(words[at]) and words[at + 1] == ")")
        or (token.kind == ">" and _ITEM.fullmatch(words[at - 1]))
        else token
        for at, token in enumerate(tokens)
    )


def _with_short_names(tokens: Sequence[Token], low: str) -> Iterator[Token]:
    """An ordinary word is an element behind *unsur*, before a score in brackets, in a list of elements."""
    types = "".join(token.kind for token in tokens)
    for at, token in enumerate(tokens):
        if token.kind == "e":
            before = tokens[at - 1] if at else token
            announced = types[at - 1 : at] in ("u", "j") or _SCORED.match(types, at + 1)
            copula = at and low[before.start : before.end] in _COPULAS
            first = types.rfind("|", 0, at) + 1
            lists = bool(set(types[first:at]) & set("uj")) and (copula or types[at - 1 : at] in set(",&:<"))
            scored = at + 1 < len(tokens) and types[at + 1] == "X" and bool(set(types[first:at]) & set("unE"))
            headed = at == first and types[at + 1 : at + 4].lstrip(".f")[:1] == "X"
            if announced or lists or scored or headed:
                types = f"{types[:at]}E{types[at + 1 :]}"
                yield replace(token, kind="E")
                continue
        yield token


def tokens_within(sentence: Scanned, start: int, end: int) -> tuple[int, int]:
    """The first and last token of a part of the sentence's text."""
    inside = [number for number, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    return inside[0], inside[-1]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A word that gives a stance, from one character to another, to what stands until ``until``."""

    start: int
    end: int
    until: int
    stance: str
    words: str


class _Stances:
    """Finds the stance of every token of a sentence."""

    def __init__(self, text: str, atoms: Sequence[Atom], tokens: Sequence[Token], types: str, own: OwnTimes) -> None:
        self.text, self.atoms, self.tokens, self.types, self.own = text, atoms, tokens, types, own
        self.ends = [token.start for token in tokens if token.kind == "|"] + [len(text)]
        self.marks = self._marks()
        self.periods = [
            number
            for number, token in enumerate(tokens)
            if token.kind in "QSY" and token.when and not own.has(token.when)
        ]
        self.quoted = _quoted(text)
        self.supposed = self._supposed()

    def _marks(self) -> list[_Mark]:
        marks: list[_Mark] = []
        for at, stance, words in sorted([*stance_marks(self.atoms), *self._passed_over()]):
            start = self.atoms[at].start
            if stance == "aim" and any(atom.low == "bahwa" for atom in self.atoms[at + 1 : at + 5]):
                continue  # *perlu disampaikan bahwa* opens what is so
            until = next(end for end in self.ends if end > start + (len(words) + 1 if stance == "denied" else 0))
            if at and self.atoms[at - 1].low == "yang" and stance in {"aim", "denied"}:
                until = self._next(at, until, COPULAS)
            elif words in TO_COMMA:
                until = self._next(at, until, frozenset(","))
            outer = next((mark for mark in marks if mark.words in TO_COMMA and start < mark.until), None)
            marks.append(_Mark(start, start + len(words), min(until, outer.until) if outer else until, stance, words))
        return marks

    def _passed_over(self) -> Iterator[tuple[int, str, str]]:
        """*Setelah Biaya/Tarif*: an element that comes before those of which is spoken."""
        begins = {token.start for token in self.tokens if token.kind in "Eeu"}
        for at, atom in enumerate(self.atoms[:-1]):
            if atom.low in {"setelah", "sesudah"} and self.atoms[at + 1].start in begins:
                yield at, "exception", "selain"

    def _next(self, at: int, until: int, words: frozenset[str]) -> int:
        return next((atom.start for atom in self.atoms[at + 1 :] if atom.low in words and atom.start < until), until)

    def each(self) -> Iterator[str]:
        for number, token in enumerate(self.tokens):
            yield self._of(number, token) if token.kind not in "|." else "asserted"

    def _of(self, number: int, token: Token) -> str:
        if set_apart := self._set_apart(number, token):
            return set_apart
        joint = self.types.rfind("|", 0, number)
        first = self._carried(self.tokens[joint].start) if joint >= 0 else 0
        for mark in self.marks:
            governs = first <= mark.start <= token.start < mark.until and not self._is_aside(mark, token)
            if mark.stance not in NEAREST:
                if governs or (mark.words in AIMED_AT and self._is_just_before(number, mark)):
                    return mark.stance
            elif (governs and not self._is_lifted(number, mark)) or self._is_of_other_time(number, mark):
                return mark.stance
        was = token.number is not None and self._was(number)
        then = token.kind not in "QSY" and any(self._is_near(number, period) for period in self.periods)
        return "other time" if was or then else "asserted"

    def _set_apart(self, number: int, token: Token) -> str:
        """The stance of what is quoted, a yardstick, or supposed; empty where it is none of these."""
        if any(start < token.start < end for start, end in self.quoted):
            return "quotation"
        if (token.number is not None and self._is_yardstick(number)) or self._is_only_near(number):
            return "definition"
        return "condition" if any(start <= token.start < end for start, end in self.supposed) else ""

    def _carried(self, joint: int) -> int:
        """Where a clause begins; *bukan karena …* denies what its joint begins."""
        near = (mark.start for mark in self.marks if mark.stance == "denied" and mark.end == joint - 1)
        return next(near, joint)

    def _is_aside(self, mark: _Mark, token: Token) -> bool:
        """Whether a relative clause told by the way, *…, yang menurut survei 3,31*, stands between."""
        return mark.stance in {"aim", "condition"} and bool(_ASIDE.search(self.text, mark.end, token.start))

    def _was(self, number: int) -> bool:
        """Whether a value is the first of *dari 84,20 menjadi 88,00*."""
        if not number or self._low(number - 1) not in {"dari", "semula"}:
            return False
        first = self.types.rfind("|", 0, number) + 1
        if self.tokens[number].kind in "XN" and set("vV") & set(self.types[first:number]):
            return True
        if self.types[number : number + 3] == "X.X" and self._low(number + 1) in {"ke", "hingga"}:
            return True
        return any(self._low(here) == "menjadi" for here in range(number + 1, min(number + 9, len(self.tokens))))

    def _is_yardstick(self, number: int) -> bool:
        """Whether *kurang 2,17 poin dari batas 88,31* says how far something is from something."""
        if self._low(number - 1) == "kurang":
            return True
        first = self.types.rfind("|", 0, number) + 1
        near = [self._low(here) for here in range(max(first, number - 5), number)]
        gap = any(kind == "Δ" for kind in self.types[first:number]) or any(
            self._low(here) == "kurang" for here in range(first, number)
        )
        return gap and bool({"dari", "daripada", "ke"} & set(near)) and bool(set("XNI") & set(self.types[first:number]))

    def _is_only_near(self, number: int) -> bool:
        """Whether *nyaris jatuh ke mutu C* names a grade that is not the one of the subject."""
        near = (self._low(here) for here in range(max(0, number - 4), number))
        return self.tokens[number].kind in "Gg" and any(word in NEARLY for word in near)

    def _supposed(self) -> list[tuple[int, int]]:
        """Where a clause stands under the condition that follows it: *mutunya turun bila IKM di bawah 76,61*."""
        places: list[tuple[int, int]] = []
        for mark in self.marks:
            before = self.text[: mark.start].rstrip()
            if mark.stance == "condition" and before and before[-1] not in ",;:(":
                places.append((max((end for end in self.ends if end < mark.start), default=0), mark.start))
        return places

    def _low(self, number: int) -> str:
        return self.text[self.tokens[number].start : self.tokens[number].end].lower()

    def _is_lifted(self, number: int, mark: _Mark) -> bool:
        """Whether this report's own word stands nearer before the token than the mark."""
        kinds = _OWN[mark.stance]
        if self.types[max(0, number - 2) : number + 1] == "X.X" and self._low(number - 1) == "ke":
            return True  # *naik dari 81,11 ke 81,94*
        for at in range(number, -1, -1):
            token = self.tokens[at]
            if token.start < mark.end:
                return False
            own_time = token.when is not None and token.kind in "QSYR" and self.own.is_of_survey(token.when)
            named = token.kind in kinds and (
                token.kind != "i" or "indeks" not in self._low(at) or "masy" in self._low(at)
            )
            if at != number and (named or (own_time and mark.stance == "other time")):
                return True
        return False

    def _is_just_before(self, number: int, mark: _Mark) -> bool:
        behind = self.tokens[number + 1 : number + 1 + _REACH]
        between = self.text[self.tokens[number].end : mark.start]
        return any(token.start == mark.start for token in behind) and between.strip() in {"yang", "", "poin yang"}

    def _is_of_other_time(self, number: int, mark: _Mark) -> bool:
        """Whether the mark speaks of the value just before it: *80,11 pada periode sebelumnya*."""
        if mark.stance != "other time" or mark.words in NEVER_BACKWARD:
            return False
        told = self.text[self.tokens[number].end : mark.start].lower()
        if _IS_OF.search(told) and ";" not in told and not any(letter.isdigit() for letter in told):
            return True
        behind = [token for token in self.tokens[number + 1 : number + 1 + _REACH] if token.start <= mark.start]
        reaches = bool(behind) and behind[-1].end >= mark.start + len(mark.words.split()[0])
        parted = any(token.kind in "|WNXCI" or self.text[token.start : token.end] == "dibanding" for token in behind)
        compared = "banding" in told or " daripada " in told
        compared = compared or any(token.kind in "vVΔ" for token in behind)
        return reaches and not parted and not compared

    def _is_near(self, number: int, period: int) -> bool:
        """Whether a strange period stands so near to a token that this is of that period."""
        if number == period:
            return False
        low, high = sorted((number, period))
        between = self.types[low + 1 : high]
        if "|" in between or any(self._is_own(at) for at in range(low + 1, high)):
            return False
        if number > period:
            return "W" not in between and self._low(number - 1) != "ke"
        told = self.text[self.tokens[number].end : self.tokens[period].start].lower()
        return high - low <= _REACH and not set(between) & set("WNXCIvVΔ") and "banding" not in told

    def _is_own(self, at: int) -> bool:
        token = self.tokens[at]
        told = token.when
        if told is not None and told.first.year is None and told.last.year is None and self._follows_year(at):
            return False
        return told is not None and token.kind in "QSYR" and self.own.has(told)

    def _follows_year(self, at: int) -> bool:
        """Whether a time without a year is of the strange year before it: *pada tahun 2024 survei semester kedua*."""
        year = max((period for period in self.periods if period < at and self.types[period] == "Y"), default=-1)
        between = self.types[year + 1 : at]
        return year >= 0 and "|" not in between and ("," not in between[1:] or self.tokens[at].kind == "R")


def _quoted(text: str) -> list[tuple[int, int]]:
    """Whole utterances between quotation marks; a word or name between them is no quotation."""
    places: list[tuple[int, int]] = []
    for opened, closed in (("“", "”"), ('"', '"')):
        start = text.find(opened)
        while start >= 0:
            end = text.find(closed, start + 1)
            if end < 0:
                break
            if len(text[start:end].split()) >= _LEAST_QUOTED:
                places.append((start, end))
            start = text.find(opened, end + 1)
    return places
