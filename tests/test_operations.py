"""The manual of the operator names every message that the server prints, and only commands and files that there are."""

import ast
import re
from pathlib import Path

from tests.cases import in_one_test

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "docs" / "operations.md").read_text()
ROOMS = ("offices", "surveys", "followups", "reports", "publishing", "oversight", "duties", "skm_portal")
TOLD = {"warning", "error", "exception"}


def messages(source):
    """The literal first words of each call of a log, and of each refusal to start."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and node.args:
            called, said = node.func, _literal(node.args[0])
            is_log = isinstance(called, ast.Attribute) and getattr(called.value, "id", "") in {"log", "logger"}
            is_refusal = getattr(called, "id", "") == "ImproperlyConfigured"
            if said and ((is_log and called.attr in TOLD) or is_refusal):
                yield max(re.split(r"%[sd]|[{}]", said), key=len).strip(" :")


def _literal(node):
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "%s" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def sources():
    return [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]


MESSAGES = sorted({message for path in sources() for message in messages(path.read_text())})


@in_one_test("message", MESSAGES)
def test_each_message_of_the_log_is_in_the_manual(message):
    first = " ".join(message.split()[:3]).rstrip("., ")
    first = first.removesuffix(" Jalankan:").rstrip(".")  # the remedy is in the message itself
    assert first in MANUAL


def test_the_messages_are_found_at_all():
    assert len(MESSAGES) > 15
    assert list(messages('log.warning("job %s: the lease", 1)\nraise ImproperlyConfigured("Isi X.")')) == [
        "the lease",
        "Isi X.",
    ]


def test_what_to_do_first_stands_first():
    heads = re.findall(r"^## (.+)$", MANUAL, re.MULTILINE)
    assert heads[1:4] == ["Day 1", "Each week", "When something is wrong"]


def test_every_link_within_the_manual_leads_somewhere():
    heads = re.findall(r"^##+ (.+)$", MANUAL, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads}
    assert set(re.findall(r"\]\(#([^)]+)\)", MANUAL)) <= anchors


def test_every_script_and_unit_that_it_names_is_there():
    named = set(re.findall(r"(?<![\w/])((?:bin|deploy)/[\w./-]*\w)", MANUAL)) - {"deploy/compose.env"}
    assert len(named) > 12
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
