"""What a page draws around what was prepared, and whether that leaves it as it was."""

from decimal import Decimal

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.signing.likeness.drawing import MOST_ADDED, Around, around, around_form, forms_drawn, steps_of
from tests.cases import in_one_test


def steps(text):
    """The operators of a page that draws this."""
    with pikepdf.new() as file:
        return steps_of(pikepdf.Stream(file, text.encode()))


PREPARED = steps("q 0 0 100 50 re f Q BT /F 9 Tf (Nilai) Tj ET")


def step(operator, *operands):
    return operator, operands


# --- how operators compare


@in_one_test(
    ("one", "other", "same"),
    [
        ("1 0 0 1 0 0 cm", "1.0 0 0 1.000 0 -0 cm", True),
        ("0.5 g", ".50 g", True),
        ("0.5 g", "0.51 g", False),
        ("0.5 g", "0.5 G", False),
        ("(Nilai) Tj", "<4e696c6169> Tj", True),
        ("(Nilai) Tj", "(nilai) Tj", False),
        ("[(a) 10 (b)] TJ", "[(a) 11 (b)] TJ", False),
        ("/F 9 Tf", "/G 9 Tf", False),
        ("q\n\nQ", "q Q", True),
        ("q Q", "Q q", False),
        ("BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI", "BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI", True),
        ("BI /W 1 /H 1 /BPC 8 /CS /G ID a EI", "BI /W 1 /H 1 /BPC 8 /CS /G ID b EI", False),
        ("/Artifact << /Type /Pagination >> BDC", "/Artifact << /Type /Layout >> BDC", False),
        ("true sh", "1 sh", False),
    ],
)
def test_operators_are_the_same_whatever_way_they_are_written(one, other, same):
    assert (steps(one) == steps(other)) is same


# --- where what was prepared stands


def test_nothing_is_around_what_is_all_there_is():
    assert around(PREPARED, PREPARED) == Around([], [])
    assert around([], []) == Around([], [])


def test_what_stands_before_and_behind_is_told_apart():
    before, behind = steps("q Q"), steps("q 1 0 0 rg 0 0 9 9 re f Q")
    assert around(PREPARED, before + PREPARED + behind) == Around(before, behind)
    assert around(PREPARED, PREPARED + behind) == Around([], behind)
    assert around(PREPARED, before + PREPARED) == Around(before, [])


@pytest.mark.parametrize("lost", range(len(PREPARED)))
def test_where_any_step_is_lost_or_parted_from_the_next_it_is_not_found(lost):
    assert around(PREPARED, PREPARED[:lost] + PREPARED[lost + 1 :] + steps("q Q")) is None
    if lost:
        assert around(PREPARED, PREPARED[:lost] + steps("q Q") + PREPARED[lost:]) is None


@pytest.mark.parametrize(("added", "found"), [(MOST_ADDED, True), (MOST_ADDED + 1, False)])
def test_as_many_steps_as_a_stamp_needs_may_be_added(added, found):
    assert (around(PREPARED, [step("q")] * added + PREPARED) is not None) is found


@given(st.lists(st.sampled_from("abq"), max_size=6), st.lists(st.sampled_from("abq"), max_size=9))
def test_it_is_found_exactly_where_it_stands_in_one_piece(prepared, found):
    told = around([step(each) for each in prepared], [step(each) for each in found])
    assert (told is not None) == ("".join(prepared) in "".join(found))
    if told:
        assert [*told.before, *(step(each) for each in prepared), *told.behind] == [step(each) for each in found]


def test_what_stands_around_a_form_and_what_is_drawn_by_name():
    found = steps("q 1 0 0 1 0 0 cm /TPL0 Do Q /QR Do")
    assert forms_drawn(found) == ["/TPL0", "/QR"]
    assert around_form(found, "/TPL0") == Around(found[:2], found[3:])
    assert around_form(found, "/QR") == Around(found[:4], [])


# --- whether it is harmless


@in_one_test(
    "before",
    [
        "",
        "q",  # behind it stands the Q
        "q Q",
        "q 1 0 0 rg 0 0 9 9 re f Q",
        "q 2 0 0 2 9 9 cm q 0.5 g Q Q",
        "1 0 0 1 0 0 cm",
        "q BT /F 9 Tf (QR) Tj ET Q",
        "q 0 0 m 9 9 l S Q",
        "q 0 0 9 9 re W n /QR Do Q",
        "/Artifact << /Type /Pagination >> BDC q Q EMC",
        "/Artifact BMC q Q EMC",
        "/P BMC EMC",
        "q BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q",
    ],
)
def test_what_gives_back_its_state_may_stand_before(before):
    assert Around(steps(before), []).is_harmless


@in_one_test(
    "before",
    [
        "q q Q 1 g",
        "Q",
        "Q q",
        "q Q Q q",
        "1 0 0 1 2 2 cm",
        "1 0 0 1 0 0 cm 0.5 g",
        "0.5 g",
        "q Q /G0 gs",
        "q 9 w",
        "q 0 0 9 9 re Q",
        "0 0 9 9 re",
        "0 0 m 9 9 l",
        "q 0 0 9 9 re q f Q Q",
        "q BT Q",
        "q BT q ET Q",
        "BT ET",
        "q BT /F 9 Tf Q",
        "/Artifact BMC",
        "/Artifact BMC /Artifact BMC EMC",
        "EMC",
        "q 0 0 9 9 re W Q",
    ],
)
def test_what_leaves_a_state_a_path_a_text_or_a_mark_open_may_not_stand_before(before):
    assert Around(steps(before), []).is_harmless is False


@pytest.mark.parametrize("kind", ["before", "behind"])
@pytest.mark.parametrize(
    "drawn",
    [
        "q /S sh Q",
        "q 0 0 d0 Q",
        "q /P MP Q",
        "q BX EX Q",
        "q /OC BMC EMC Q",
        "q /OC /L BDC EMC Q",
        "q /P << /MCID 1 >> BDC EMC Q",
        "q /Span << /ActualText (99) >> BDC EMC Q",
    ],
)
def test_only_operators_that_draw_plainly_may_be_added(kind, drawn):
    places = {"before": [], "behind": []} | {kind: steps(drawn)}
    assert Around(**places).is_harmless is False


@pytest.mark.parametrize("behind", ["1 0 0 rg 0 0 9 9 re f", "Q", "0.5 g", "q 1 0 0 1 9 9 cm /QR Do Q"])
def test_behind_all_that_was_prepared_a_state_may_linger(behind):
    assert Around([], steps(behind)).is_harmless


PARTS = ["q", "Q", "1 g", "BT", "ET", "0 0 9 9 re", "f", "n", "/Artifact BMC", "EMC", "1 0 0 1 0 0 cm"]


@given(st.lists(st.sampled_from(PARTS), max_size=7))
def test_what_is_harmless_once_is_harmless_again_and_within_a_state_of_its_own(parts):
    drawn = steps(" ".join(parts))
    if Around(drawn, []).is_harmless:
        assert Around(drawn + drawn, []).is_harmless
        assert Around([step("q"), *drawn, step("Q")], []).is_harmless
        assert not Around([*drawn, step("g", Decimal(1))], []).is_harmless
