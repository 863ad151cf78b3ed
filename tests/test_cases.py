"""A test over many cases tries all of them and says which ones fail, and how."""

import pytest

from tests.cases import in_one_test


def failing(names, cases, test):
    with pytest.raises(AssertionError) as failed:
        in_one_test(names, cases)(test)()
    return str(failed.value)


def test_all_cases_are_tried():
    seen = []
    in_one_test("case", ["a", ("b", "c")])(lambda case: seen.append(case) or None)()
    in_one_test(("one", "other"), [(1, 2)])(lambda other, one: seen.append((one, other)))()
    in_one_test("one, other", [(3, 4)])(lambda one, other: seen.append((one, other)))()
    assert seen == ["a", ("b", "c"), (1, 2), (3, 4)]


def test_each_that_fails_is_named_and_the_others_are_tried_nevertheless():
    def test(number):
        assert 6 % number == 0, "a rest is left"

    told = failing("number", [1, 4, 0, 5, 6], test)
    assert told.startswith("3 of 5 cases")
    for row, fault in (("{'number': 4}", "a rest is left"), ("{'number': 0}", "ZeroDivisionError")):
        assert f"{row}: " in told and fault in told
    assert "{'number': 1}" not in told and "{'number': 6}" not in told


def test_what_should_have_been_raised_and_was_not_is_a_fault():
    def test(text):
        with pytest.raises(ValueError, match="invalid"):
            int(text)

    assert "'7'" in failing("text", ["x", "7"], test)


def test_a_table_without_rows_proves_nothing():
    assert "no case" in failing("case", [], lambda case: None)


def test_a_row_has_a_value_for_each_name():
    with pytest.raises(ValueError, match="shorter"):
        in_one_test(("one", "other"), [(1,)])


def test_it_keeps_its_name():
    assert in_one_test("case", [1])(test_all_cases_are_tried).__name__ == "test_all_cases_are_tried"
