"""A questionnaire: questions with the scores of their labels, how they make elements and the index. Pure.

The documents lie in surveys/instrument/forms/; docs/scores.md tells their format.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FORMAT = "skm-form/1"
FORMS = Path(__file__).parent / "forms"
CHANNELS = ("any", "in_person", "online", "mixed")
METHODS = ("elements", "questions")


class FormFault(ValueError):
    """A document that is no questionnaire; ``str`` names the place and what is wrong, in Indonesian."""


@dataclass(frozen=True, slots=True)
class Question:
    """One statement. ``labels``: what may be answered, from score 1 to 4; ``also``: other words with their score."""

    code: str
    text: str
    labels: tuple[str, ...]
    texts: tuple[str, ...] = ()
    also: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ElementMapping:
    """Which questions make which element: element key to codes."""

    key: str
    name: str
    elements: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire of an instrument, for a channel; ``methods``: how its index may be taken."""

    key: str
    name: str
    instrument: str
    channel: str
    questions: tuple[Question, ...]
    mappings: tuple[ElementMapping, ...]
    methods: tuple[str, ...]
    names: Mapping[str, tuple[str, ...]]
    """Element key to what offices call it in their files."""

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(question.code for question in self.questions)

    def mapping(self, key: str) -> ElementMapping:
        """Raises KeyError for a mapping that the form does not have."""
        return {mapping.key: mapping for mapping in self.mappings}[key]


@cache
def built_in() -> tuple[Form, ...]:
    """The questionnaires that come with the portal."""
    return tuple(form_of(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(FORMS.glob("*.json")))


def form_of(document: Any) -> Form:
    """Read a document. Raises FormFault naming the path of the first thing that is wrong."""
    root = _object(
        document, "", {"format", "key", "name", "instrument", "channel", "questions", "mappings", "methods", "names"}
    )
    if root["format"] != FORMAT:
        raise FormFault(f"format: harus “{FORMAT}”.")
    questions = tuple(
        _question(item, f"questions[{at}]") for at, item in enumerate(_list(root["questions"], "questions"))
    )
    codes = [question.code for question in questions]
    _once(codes, "questions")
    mappings = tuple(
        _mapping(item, f"mappings[{at}]", codes) for at, item in enumerate(_list(root["mappings"], "mappings"))
    )
    _once([mapping.key for mapping in mappings], "mappings")
    methods = tuple(
        _choice(item, f"methods[{at}]", METHODS) for at, item in enumerate(_list(root["methods"], "methods"))
    )
    return Form(
        key=_text(root["key"], "key"),
        name=_text(root["name"], "name"),
        instrument=_text(root["instrument"], "instrument"),
        channel=_choice(root["channel"], "channel", CHANNELS),
        questions=questions,
        mappings=mappings,
        methods=methods,
        names=_names(root["names"], {key for mapping in mappings for key in mapping.elements}),
    )


def _question(item: Any, path: str) -> Question:
    given = _object(item, path, {"code", "text", "labels"}, {"texts", "also"})
    labels = tuple(
        _text(label, f"{path}.labels[{at}]") for at, label in enumerate(_list(given["labels"], f"{path}.labels"))
    )
    if len(labels) != 4:
        raise FormFault(f"{path}.labels: harus empat label, dari nilai 1 sampai 4.")
    also = given.get("also", {})
    if not isinstance(also, dict):
        raise FormFault(f"{path}.also: harus objek kata dan nilainya.")
    for word, score in also.items():
        if score not in (1, 2, 3, 4) or isinstance(score, bool):
            raise FormFault(f"{path}.also.{word}: nilainya harus 1, 2, 3, atau 4.")
    texts = _list(given["texts"], f"{path}.texts") if "texts" in given else []
    return Question(
        code=_text(given["code"], f"{path}.code"),
        text=_text(given["text"], f"{path}.text"),
        labels=labels,
        texts=tuple(_text(text, f"{path}.texts[{at}]") for at, text in enumerate(texts)),
        also=dict(also),
    )


def _mapping(item: Any, path: str, codes: Iterable[str]) -> ElementMapping:
    """Every question goes into exactly one element."""
    given = _object(item, path, {"key", "name", "elements"})
    if not isinstance(given["elements"], dict) or not given["elements"]:
        raise FormFault(f"{path}.elements: harus objek unsur dan kode pertanyaannya.")
    elements = {
        element: tuple(
            _choice(code, f"{path}.elements.{element}[{at}]", codes)
            for at, code in enumerate(_list(part, f"{path}.elements.{element}"))
        )
        for element, part in given["elements"].items()
    }
    used = [code for part in elements.values() for code in part]
    _once(used, f"{path}.elements")
    if missing := [code for code in codes if code not in used]:
        raise FormFault(f"{path}.elements: pertanyaan {', '.join(missing)} belum masuk unsur mana pun.")
    return ElementMapping(_text(given["key"], f"{path}.key"), _text(given["name"], f"{path}.name"), elements)


def _names(value: Any, elements: set[str]) -> dict[str, tuple[str, ...]]:
    given = _object(value, "names", elements)
    return {
        key: tuple(_text(name, f"names.{key}[{at}]") for at, name in enumerate(_list(names, f"names.{key}")))
        for key, names in given.items()
    }


def _object(value: Any, path: str, required: set[str], optional: Iterable[str] = ()) -> dict[str, Any]:
    where = f"{path}: " if path else ""
    if not isinstance(value, dict):
        raise FormFault(f"{where}harus objek.")
    if missing := sorted(required - set(value)):
        raise FormFault(f"{where}tanpa kunci “{missing[0]}”.")
    if unknown := sorted(set(value) - required - set(optional)):
        raise FormFault(f"{where}kunci “{unknown[0]}” tidak dikenal.")
    return value


def _list(value: Any, path: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise FormFault(f"{path}: harus daftar yang tidak kosong.")
    return value


def _text(value: Any, path: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise FormFault(f"{path}: harus teks yang tidak kosong.")
    return value.strip()


def _choice(value: Any, path: str, choices: Iterable[str]) -> str:
    known = tuple(choices)
    if value not in known:
        raise FormFault(f"{path}: harus salah satu dari {', '.join(known)}.")
    return str(value)


def _once(keys: list[str], path: str) -> None:
    if doubled := next((key for key in keys if keys.count(key) > 1), None):
        raise FormFault(f"{path}: “{doubled}” disebut dua kali.")
