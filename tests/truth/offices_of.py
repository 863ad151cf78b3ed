"""The offices of the trial texts, as cases judged on one day, each with the texts of a trial put at their places."""

import json
import re
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from reports.cycle.parse import parse_cycle
from reports.cycle.parse_scores import InstrumentKeys
from reports.document.earlier import EarlierPeriod
from reports.document.facts import facts_of
from reports.rules.case import case_of
from reports.rules.registry import findings_of
from reports.words.language import count_word
from tests.make_cycle import ELEMENT_KEYS, make_instrument, make_source

TODAY = date(2026, 3, 1)
KEYS = {make_instrument().key: InstrumentKeys(ELEMENT_KEYS, tuple("ABCD"))}
_NUMBER_WORDS = {count_word(number): str(number) for number in range(11)}
_JOINING = {"sampai", "dengan", "dan", "s", "d", "hingga"}
_STEP = re.compile(r"(\w+)((?:\[\d+\])*)")


def put(data, place, text):
    """The text at a place of a cycle file, ``followup.upkeep[0].plan``; what is missing on the way is made."""
    if place.startswith("narrative."):
        data["narrative"] = (data.get("narrative") or {}) | {place.removeprefix("narrative."): text}
        return
    *way, last = place.split(".")
    here = data
    for step in way:
        name, numbers = _STEP.fullmatch(step).groups()
        if here.get(name) is None:
            here[name] = {"evidence": {"note": None, "photos": []}, "realisation": {"status": "not_started"}}[name]
        here = here[name]
        for number in re.findall(r"\d+", numbers):
            here = here[int(number)]
    here[last] = text


@cache
def office_text(folder, name):
    return (folder / f"{name}.cycle.json").read_text(encoding="utf-8")


@cache
def earlier_of(folder, name):
    """The office's cycle of the period before, where there is one."""
    path = folder / f"{name}.before.cycle.json"
    if not path.exists():
        return ()
    cycle = parse_cycle(path.read_bytes(), KEYS)
    facts = facts_of(make_source(cycle))
    index = facts.index.printed if facts.index else None
    return (EarlierPeriod(cycle.survey.period, facts.period, index, dict(cycle.survey.scores), ()),)


def case_with(folder, name, texts=()):
    """The office of a folder with texts at places, judged on the day of all trials."""
    data = json.loads(office_text(folder, name))
    for place, text in texts:
        put(data, place, text)
    cycle = parse_cycle(json.dumps(data).encode(), KEYS)
    return case_of(make_source(cycle, earlier=earlier_of(folder, name)), today=TODAY)


def faults_of(case):
    """What is found of a case, each by what it says and where, with severity: warnings and blocks."""
    return {(f.id, str(f.place), f.message) for f in findings_of(case) if f.severity != "info"}


@cache
def untouched(folder, name):
    return frozenset(faults_of(case_with(folder, name)))


def new_faults(folder, trial):
    """What a trial text raises that the untouched office does not."""
    texts = [(trial["place"], trial["text"])]
    if also := trial.get("also"):
        texts.append((also["place"], also["text"]))
    return faults_of(case_with(folder, trial["office"], texts)) - untouched(folder, trial["office"])


def names_value(message, value):
    """Whether a message gives the value as the data have it; a trailing zero or unit more or less is the same."""
    low = message.casefold()
    given = str(value).casefold()
    if given in low:
        return True
    bare = given.strip("% .")
    if re.fullmatch(r"\d+(?:,\d+)?", bare):
        numbers = {number.strip(",.") for number in re.findall(r"\d[\d.,]*", low)}
        return any(_number(number) == _number(bare) for number in numbers)
    words = {_NUMBER_WORDS.get(word, word) for word in re.findall(r"[\w,]+", bare)} - _JOINING
    return bool(words) and words <= {_NUMBER_WORDS.get(word, word) for word in re.findall(r"[\w,]+", low)}


def _number(text):
    try:
        return Decimal(text.replace(".", "").replace(",", "."))
    except ArithmeticError:
        return None


OFFICES = Path(__file__).parent / "offices"
