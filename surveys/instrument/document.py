"""A file of an instrument, ``skm-instrument/1`` (docs/instruments.md), into values. Pure.

What is none is refused by its path, in Indonesian.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeVar

from offices.invisible import alike, tidied
from surveys.ikm import Grade
from surveys.instrument.form import ElementMapping, ElementText, Form, InstrumentDocument, InstrumentText, Question

FORMAT = "skm-instrument/1"
CHANNELS = ("any", "in_person", "online", "mixed")
METHODS = ("elements", "questions")
LARGEST_FILE = 2_000_000
FEWEST_ELEMENTS, MOST_ELEMENTS = 5, 30
MOST_QUESTIONS = 200
LOWEST = Decimal(25)
HIGHEST = Decimal(100)
_CODE = re.compile(r"[A-Za-z0-9._-]{1,32}", re.ASCII)
_INDEX = re.compile(r"\d{2,3}\.\d{2}", re.ASCII)
_LETTER = re.compile(r"[A-Z]{1,2}", re.ASCII)

T = TypeVar("T")
Known = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Instruments that are there: key to the keys of their elements, each with what files call it."""


class InstrumentFault(ValueError):
    """A file that is no instrument; ``str`` names the path and what is wrong, in Indonesian."""


def read_document(content: bytes, known: Known) -> InstrumentDocument:
    """Read a file. Raises InstrumentFault naming the path of the first thing that is wrong."""
    if len(content) > LARGEST_FILE:
        raise InstrumentFault(f"Berkas lebih besar dari {LARGEST_FILE // 1_000_000} MB.")
    try:
        value = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_members)
    except UnicodeDecodeError:
        raise InstrumentFault("Berkas bukan teks UTF-8.") from None
    except (json.JSONDecodeError, RecursionError) as error:
        where = f" pada baris {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InstrumentFault(f"Berkas bukan JSON yang utuh; salah{where}.") from None
    return document_of(value, known)


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _once([key for key, _value in pairs], "")
    return dict(pairs)


def document_of(value: Any, known: Known) -> InstrumentDocument:
    """A document as JSON has it. Raises InstrumentFault as read_document does."""
    root = _object(value, "", ("format", "instrument", "forms"))
    if root["format"] != FORMAT:
        raise InstrumentFault(f"format: harus “{FORMAT}”.")
    given = root["instrument"]
    instrument = None if isinstance(given, str) else _instrument(given)
    key = instrument.key if instrument else _known(given, known)
    names = instrument.names if instrument else known[key]
    parts = _list(root["forms"], "forms", least=1 if instrument is None else 0)
    forms = tuple(_form(part, f"forms[{at}]", key, names) for at, part in enumerate(parts))
    _once([form.key for form in forms], "forms")
    return InstrumentDocument(key, instrument, forms)


def _known(key: str, known: Known) -> str:
    if key not in known:
        told = ", ".join(known)
        raise InstrumentFault(f"instrument: “{key}” tidak ada dalam portal ini; yang ada: {told}.")
    return key


def _instrument(value: Any) -> InstrumentText:
    given = _object(value, "instrument", ("key", "name", "valid_from", "elements", "grades"))
    elements = _each(given["elements"], "instrument.elements", _element, least=FEWEST_ELEMENTS, most=MOST_ELEMENTS)
    _once([element.key for element in elements], "instrument.elements")
    _once([alike(element.name) for element in elements], "instrument.elements")
    _once([alike(name) for element in elements for name in element.all_names], "instrument.elements")
    return InstrumentText(
        key=_code(given["key"], "instrument.key"),
        name=_text(given["name"], "instrument.name", 300),
        valid_from=_day(given["valid_from"], "instrument.valid_from"),
        elements=elements,
        grades=_grades(given["grades"]),
    )


def _element(value: Any, path: str) -> ElementText:
    given = _object(value, path, ("key", "name", "definition"), ("names",))
    return ElementText(
        key=_code(given["key"], f"{path}.key"),
        name=_short(given["name"], f"{path}.name"),
        definition=_text(given["definition"], f"{path}.definition"),
        names=_each(given["names"], f"{path}.names", _short) if "names" in given else (),
    )


def _grades(value: Any) -> tuple[Grade, ...]:
    """From the best down; the lowest begins where the scale begins, so that every index has one."""
    path = "instrument.grades"
    grades = _each(value, path, _grade, most=10)
    _once([grade.letter for grade in grades], path)
    bounds = [grade.lowest for grade in grades]
    for at, (above, below) in enumerate(pairwise(bounds), start=1):
        if below >= above:
            raise InstrumentFault(f"{path}[{at}].lowest: harus lebih rendah daripada mutu sebelumnya, {above}.")
    if bounds[-1] != LOWEST:
        raise InstrumentFault(f"{path}[{len(grades) - 1}].lowest: mutu terendah harus mulai dari 25.00.")
    return grades


def _grade(value: Any, path: str) -> Grade:
    given = _object(value, path, ("letter", "label", "lowest"))
    letter = _matching(given["letter"], f"{path}.letter", _LETTER, "satu atau dua huruf besar")
    lowest = Decimal(_matching(given["lowest"], f"{path}.lowest", _INDEX, "teks angka “25.00” sampai “100.00”"))
    if not LOWEST <= lowest <= HIGHEST:
        raise InstrumentFault(f"{path}.lowest: harus teks angka “25.00” sampai “100.00”.")
    return Grade(letter, _text(given["label"], f"{path}.label", 60), lowest)


def _form(value: Any, path: str, instrument: str, names: Mapping[str, tuple[str, ...]]) -> Form:
    given = _object(value, path, ("key", "name", "channel", "questions", "mappings", "methods"))
    questions = _each(given["questions"], f"{path}.questions", _question, most=MOST_QUESTIONS)
    codes = [question.code for question in questions]
    _once(codes, f"{path}.questions")
    mappings = _each(
        given["mappings"], f"{path}.mappings", lambda item, at: _mapping(item, at, codes, tuple(names)), most=20
    )
    _once([mapping.key for mapping in mappings], f"{path}.mappings")
    methods = _each(given["methods"], f"{path}.methods", lambda item, at: _choice(item, at, METHODS))
    _once(list(methods), f"{path}.methods")
    return Form(
        key=_code(given["key"], f"{path}.key"),
        name=_text(given["name"], f"{path}.name", 300),
        instrument=instrument,
        channel=_choice(given["channel"], f"{path}.channel", CHANNELS),
        questions=questions,
        mappings=mappings,
        methods=methods,
        names=names,
    )


def _question(value: Any, path: str) -> Question:
    given = _object(value, path, ("code", "text", "labels"), ("texts", "also"))
    labels = _each(given["labels"], f"{path}.labels", _short)
    if len(labels) != 4:
        raise InstrumentFault(f"{path}.labels: harus empat label, dari nilai 1 sampai 4.")
    also = {
        _short(word, f"{path}.also"): _score(score, f"{path}.also.{word}")
        for word, score in _object(given.get("also", {}), f"{path}.also").items()
    }
    _once([alike(label) for label in labels], f"{path}.labels")
    _once([alike(word) for word in (*labels, *also)], f"{path}.also")
    return Question(
        code=_code(given["code"], f"{path}.code"),
        text=_text(given["text"], f"{path}.text"),
        labels=labels,
        texts=_each(given["texts"], f"{path}.texts", _text) if "texts" in given else (),
        also=also,
    )


def _mapping(value: Any, path: str, codes: Sequence[str], elements: Sequence[str]) -> ElementMapping:
    """Every question goes into exactly one element, and every element has one."""
    given = _object(value, path, ("key", "name", "elements"))
    parts = _object(given["elements"], f"{path}.elements", elements)
    made = {
        element: _each(parts[element], f"{path}.elements.{element}", lambda item, at: _choice(item, at, codes))
        for element in elements
    }
    used = [code for part in made.values() for code in part]
    _once(used, f"{path}.elements")
    if missing := [code for code in codes if code not in used]:
        raise InstrumentFault(f"{path}.elements: pertanyaan {', '.join(missing)} belum masuk unsur mana pun.")
    return ElementMapping(
        _code(given["key"], f"{path}.key"),
        _text(given["name"], f"{path}.name", 200),
        {element: tuple(sorted(part, key=codes.index)) for element, part in made.items()},
    )


def _object(
    value: Any, path: str, required: Sequence[str] | None = None, optional: Iterable[str] = ()
) -> dict[str, Any]:
    """An object with these keys; with any where none are required."""
    where = f"{path}: " if path else ""
    if not isinstance(value, dict):
        raise InstrumentFault(f"{where}harus objek.")
    if required is not None:
        if missing := [key for key in required if key not in value]:
            raise InstrumentFault(f"{where}tanpa kunci “{missing[0]}”.")
        if unknown := sorted(set(value) - set(required) - set(optional)):
            raise InstrumentFault(f"{where}kunci “{unknown[0]}” tidak dikenal.")
    return value


def _list(value: Any, path: str, *, least: int = 1, most: int = 100) -> list[Any]:
    if not isinstance(value, list) or len(value) < least:
        told = "harus daftar" if least == 0 else "harus daftar yang tidak kosong"
        raise InstrumentFault(f"{path}: {told if least < 2 else f'harus daftar paling sedikit {least} butir'}.")
    if len(value) > most:
        raise InstrumentFault(f"{path}: paling banyak {most} butir, ada {len(value)}.")
    return value


def _each(value: Any, path: str, read: Callable[[Any, str], T], *, least: int = 1, most: int = 100) -> tuple[T, ...]:
    return tuple(read(item, f"{path}[{at}]") for at, item in enumerate(_list(value, path, least=least, most=most)))


def _text(value: Any, path: str, most: int = 2000) -> str:
    text = tidied(value) if isinstance(value, str) else ""
    if not text:
        raise InstrumentFault(f"{path}: harus teks yang tidak kosong.")
    if len(text) > most:
        raise InstrumentFault(f"{path}: paling panjang {most} karakter, ada {len(text)}.")
    if "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise InstrumentFault(f"{path}: memuat karakter yang tidak dapat disimpan.")
    return text


def _short(value: Any, path: str) -> str:
    return _text(value, path, 200)


def _code(value: Any, path: str) -> str:
    return _matching(value, path, _CODE, "1–32 huruf, angka, titik, garis bawah, atau tanda hubung")


def _matching(value: Any, path: str, shape: re.Pattern[str], told: str) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise InstrumentFault(f"{path}: harus {told}.")
    return value


def _choice(value: Any, path: str, choices: Sequence[str]) -> str:
    if value not in choices:
        raise InstrumentFault(f"{path}: harus salah satu dari {', '.join(choices)}.")
    return str(value)


def _score(value: Any, path: str) -> int:
    if isinstance(value, bool) or value not in (1, 2, 3, 4):
        raise InstrumentFault(f"{path}: nilainya harus 1, 2, 3, atau 4.")
    return int(value)


def _day(value: Any, path: str) -> date:
    try:
        if len(value) == len("2017-01-01"):
            return date.fromisoformat(value)
    except (TypeError, ValueError):
        pass
    raise InstrumentFault(f"{path}: harus tanggal TTTT-BB-HH, misalnya 2017-01-01.")


def _once(keys: list[str], path: str) -> None:
    if doubled := next((key for key in keys if keys.count(key) > 1), None):
        where = f"{path}: " if path else ""
        raise InstrumentFault(f"{where}“{doubled}” disebut dua kali.")
