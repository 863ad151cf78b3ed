"""The form of priorities: what was chosen, in which order, and why."""

import pytest

from followups.planning.forms import PrioritiesForm
from followups.planning.plans import Chosen

ELEMENTS = [(key, f"Unsur {key}") for key in ("a", "b", "c", "d")]
RANKING = ["d", "c", "b", "a"]


def form(seen, *chosen, **reasons):
    sent = {"seen": seen, "chosen": list(chosen)} | {f"rationale_{key}": text for key, text in reasons.items()}
    made = PrioritiesForm(sent, elements=ELEMENTS)
    assert made.is_valid(), made.errors
    return made


@pytest.mark.parametrize(
    ("seen", "chosen", "order"),
    [
        ("", [], ""),
        ("", ["a"], "a"),
        ("", ["a", "b", "d"], "dba"),
        ("a,b", ["a", "b"], "ab"),
        ("a,b", ["b"], "b"),
        ("a,b", ["d", "b", "c"], "bdc"),
        ("b,a", ["a", "b", "c", "d"], "badc"),
        ("a,,b", ["b", "a"], "ab"),
        ("x,a", ["a"], "a"),
    ],
)
def test_those_seen_before_keep_their_order_and_new_ones_follow_from_the_lowest_up(seen, chosen, order):
    assert [item.element for item in form(seen, *chosen).in_order(RANKING)] == list(order)


def test_each_has_its_own_reason_without_blanks_around_it():
    chosen = form("a", "a", "b", a="  Antrean panjang. \n", b="", c="Tidak dipilih.").in_order(RANKING)
    assert chosen == [Chosen("a", "Antrean panjang."), Chosen("b", "")]


@pytest.mark.parametrize(("seen", "keys"), [("", []), ("a", ["a"]), ("b,a", ["b", "a"]), (",", [])])
def test_what_was_seen_is_read_in_its_order(seen, keys):
    assert form(seen).seen_keys() == keys


def test_an_element_that_was_not_offered_is_refused():
    assert "chosen" in PrioritiesForm({"seen": "", "chosen": ["x"]}, elements=ELEMENTS).errors


def test_each_element_has_a_field_for_its_reason_that_names_it():
    fields = PrioritiesForm(elements=ELEMENTS).fields
    assert [fields[f"rationale_{key}"].label for key, _name in ELEMENTS] == [
        f"Permasalahan pada unsur {name}" for _key, name in ELEMENTS
    ]
    assert not any(fields[f"rationale_{key}"].required for key, _name in ELEMENTS)
