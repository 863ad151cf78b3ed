"""What is known, asked, wrong and told while files of scores are read; the shape of the result. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from offices.invisible import alike

MOST_FAULTS = 50
LONGEST_SERVICE = 200
OTHER_SERVICE = "Satukan kedua berkasnya, atau beri nama layanan yang lain."


@dataclass(frozen=True, slots=True)
class ScoreFile:
    """What was sent: its bytes, its name, and the service whose results it holds (empty: of the whole office)."""

    name: str
    content: bytes
    service: str = ""


@dataclass(frozen=True, slots=True)
class Usual:
    """The keys of a mapping and of an index method that an office chose last."""

    mapping: str
    method: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is settled beforehand. ``answers``: to what was asked, by its id; ``usual``: by questionnaire.

    ``keeps``: whether the answers of each respondent are wanted, too.
    """

    form: str = ""
    mapping: str = ""
    method: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    population: int | None = None
    usual: Mapping[str, Usual] = field(default_factory=dict)
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    place: str
    message: str


@dataclass(frozen=True, slots=True)
class Asked:
    id: str
    question: str
    choices: list[str]


@dataclass
class Found:
    """The whole result. ``scores``: element key to a mean (1–4) with a decimal point; ``stored``: with six decimals.

    ``counts``: the answers behind each; ``dropped``: headings of what is not kept.
    ``services``: respondents of each, ``of_services``: its scores as in ``stored``, ``answers_of_services``: how many
    answers are behind each of them.
    ``errors`` and ``index_error``: standard errors of scores and index, where all answers were read.
    ``questions``: code to its mean, as in ``stored``, and the answers behind it, where they are known.
    ``kept``: by service, one text for each respondent with a sign for each question, where that is wanted.
    ``profile``: respondents by margin and class of their profile, none where the files do not tell it.
    ``written_in``: headings of the columns of suggestions; ``written``: how many different texts they hold;
    ``suggestions``: how many wrote each text, None unless they are to be kept.
    ``words``: how a page calls the choices of what is asked, where they are keys.

    ``settled``: what a person said of the file in words of the instrument. ``how``: form, mapping and method in words.
    ``usual``: what was taken because it was chosen last; ``open_to_choice``: the form has several mappings or methods.
    ``unused``: ids of answers to what was not asked.
    """

    kind: str | None = None
    form: str = ""
    mapping: str = ""
    method: str = ""
    respondents: int | None = None
    scores: dict[str, str] = field(default_factory=dict)
    stored: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    missing: int = 0
    services: dict[str, int] = field(default_factory=dict)
    of_services: dict[str, dict[str, str]] = field(default_factory=dict)
    answers_of_services: dict[str, dict[str, int]] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    index_error: str | None = None
    questions: dict[str, tuple[str, int | None]] = field(default_factory=dict)
    kept: dict[str, list[str]] = field(default_factory=dict)
    profile: dict[str, dict[str, int]] = field(default_factory=dict)
    index: str | None = None
    grade: str | None = None
    asks: list[Asked] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written_in: list[str] = field(default_factory=list)
    written: int = 0
    suggestions: dict[str, int] | None = None
    words: dict[str, str] = field(default_factory=dict)
    settled: dict[str, str] = field(default_factory=dict)
    how: str = ""
    usual: str = ""
    open_to_choice: bool = False
    unused: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """At most MOST_FAULTS faults, and then how many more there are."""
        shown = asdict(self)
        if len(self.faults) > MOST_FAULTS:
            more = len(self.faults) - MOST_FAULTS
            shown["faults"] = [*shown["faults"][:MOST_FAULTS], {"place": "", "message": f"dan {more} kesalahan lain."}]
        return shown


SUGGESTIONS = "saran"
"""The id of the answer by which suggestions are kept. It is no question: a file is complete without it."""
KEEP, LEAVE = "simpan", "tidak"
AS_USUAL = "biasa"
"""The id of the answer by which what was chosen last is declined: it is asked again."""
IDS = ("U8", "form", "mapping", "method", "table", "block", "column", "row", "kata", "nilai", "biaya", SUGGESTIONS)
PARTED = ("table", "column")
"""Ids that may be followed by the service or the question that they are asked about: ``column:U3``."""


class Unsettled(Exception):
    """Nothing more can be read before what is asked or wrong is settled."""


@dataclass
class Inquiry:
    """One reading: what was wanted, and what is found so far."""

    wanted: Wanted
    found: Found

    def refuse_unknown_answers(self) -> None:
        """Note each answer to what is never asked, and what cannot be one."""
        for key, value in self.wanted.answers.items():
            name, _, part = key.partition(":")
            if key == AS_USUAL and value == LEAVE:
                continue
            if name not in (PARTED if part else IDS):
                known = ", ".join((*IDS[:-1], *(f"{parted}:…" for parted in PARTED), SUGGESTIONS))
                self.refuse("", f"Tidak ada pertanyaan “{key}”. Kunci jawaban yang dikenal: {known}.")

    def refuse_twins(self, files: Sequence[ScoreFile]) -> None:
        """Note a file or a service that is there twice: answers would count twice, or be of nobody knows whom."""
        for at, file in enumerate(files):
            if any(file.content == other.content for other in files[:at]):
                self.refuse(file.name, "Berkas yang sama dikirim dua kali; jawabannya akan terhitung dua kali.")
            same = (other for other in files[:at] if file.service and alike(other.service) == alike(file.service))
            twin = next(same, None)
            if twin and twin.service == file.service:
                self.refuse(file.name, f"Layanan “{file.service}” sudah dipakai untuk {twin.name}. {OTHER_SERVICE}")
            elif twin:
                names = f"“{twin.service}” dan “{file.service}”"
                self.refuse(file.name, f"Nama layanan {names} hanya berbeda huruf besar atau spasi. {OTHER_SERVICE}")
            if len(file.service) > LONGEST_SERVICE:
                self.refuse(file.name, f"Nama layanan paling panjang {LONGEST_SERVICE} huruf.")

    def refuse(self, place: str, message: str) -> Unsettled:
        """Note what is wrong; to be raised where nothing can be read without it."""
        self.found.faults.append(Fault(place, message))
        return Unsettled()

    def choice(
        self,
        key: str,
        question: str,
        choices: Sequence[str],
        *,
        given: str = "",
        words: Mapping[str, str] | None = None,
    ) -> str:
        """What was chosen beforehand or is the only choice; else it is asked, and the answer is empty.

        ``words``: how a page calls the choices.
        """
        if key in self.found.unused:
            self.found.unused.remove(key)
        chosen = given or self.wanted.answers.get(key, "")
        if chosen in choices:
            return chosen
        if chosen:
            self.refuse("", f"“{chosen}” bukan pilihan untuk {key}. Pilih: {', '.join(choices)}.")
            return ""
        if len(choices) == 1:
            return choices[0]
        self.found.asks.append(Asked(key, question, list(choices)))
        self.found.words |= words or {}
        return ""

    def settle(self) -> None:
        """Raises Unsettled where anything is asked or wrong."""
        if self.found.asks or self.found.faults:
            raise Unsettled
