"""Each room says itself what its events are called: whatever a room records, its own words name, and nothing else."""

import ast
import re
from pathlib import Path

import pytest

from offices.recording.words import GROUP_NAMES, PERSONAL, PERSONS, WORDS, Words, register
from tests.architecture import ROOMS
from tests.test_architecture import ROOT

ACTION = re.compile(r"[a-z_]+\.[a-z_]+")
RECORDING = {"record", "note", "noted"}
PAST = {"account.recovery_codes_download"}
"""No longer recorded, and still in the trails of before."""


def calls_in(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def literals_in(tree):
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {word for word in words if ACTION.fullmatch(word)}


def actions_in(source):
    """Actions that a module names: those that it gives to record(…), and all others where it gives a variable."""
    tree = ast.parse(source)
    given = [call for call, name in calls_in(tree) if name in RECORDING]
    literal = [call for call in given if any(isinstance(arg, ast.Constant) and arg.value for arg in call.args[1:2])]
    if len(given) > len(literal):
        return literals_in(tree)
    return {call.args[1].value for call in literal}


def files_of(room):
    return [file for file in Path(ROOT, room).rglob("*.py") if not {"migrations", "trail_words.py"} & set(file.parts)]


def recorded_in(room):
    return set().union(*(actions_in(file.read_text()) for file in files_of(room)))


@pytest.mark.parametrize("room", ROOMS)
def test_every_action_that_a_room_records_has_its_words_there(room):
    named = set(WORDS[room].actions) if room in WORDS else set()
    assert recorded_in(room) - named == set()


@pytest.mark.parametrize("room", list(WORDS))
def test_a_room_has_no_words_for_what_it_does_not_do(room):
    said = set().union(*(literals_in(ast.parse(file.read_text())) for file in files_of(room)))
    assert set(WORDS[room].actions) - said - PAST == set()


def test_the_search_finds_actions_and_notices_one_without_words():
    assert len(set().union(*map(recorded_in, ROOMS))) > 60
    assert actions_in('record(actor, "plan.invent", plan, office)') == {"plan.invent"}
    assert actions_in('DO = "plan.invent"\nrecord(actor, DO, plan, office)') == {"plan.invent"}
    assert actions_in('record(actor, "plan.add", plan, office, after={"x": "a.b"})') == {"plan.add"}


def test_every_action_belongs_to_a_kind_by_which_it_is_filtered():
    actions = set().union(*(words.actions for words in WORDS.values()))
    assert {action.split(".")[0] for action in actions} == set(GROUP_NAMES)


def test_no_two_rooms_name_one_action():
    actions = [action for words in WORDS.values() for action in words.actions]
    assert len(actions) == len(set(actions))
    with pytest.raises(ValueError, match=r"plan\.add is called Menambah RTL already, not Lain"):
        register("lain", Words({"plan.add": "Lain"}, {}, {}, {}))
    assert "lain" not in WORDS


def test_each_room_says_which_of_its_values_name_persons():
    assert {"user.name", "user.nip", "user.email", "signatory_name", "both_roles", "signer"} <= PERSONAL
    assert PERSONS == {"user": "pk", "signingkey": "user_id"}
