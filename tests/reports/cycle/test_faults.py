"""How the faults of a cycle file are told: where, what, and foreign text that cannot mislead. Pure."""

import pytest

from reports.cycle.faults import CycleFault, CycleFaults, listed, quoted, refusal


@pytest.mark.parametrize(
    ("path", "told"), [("survey.period", "survey.period: tidak dikenal"), ("", "berkas: tidak dikenal")]
)
def test_a_fault_says_where_it_is(path, told):
    assert str(CycleFault(path, "tidak dikenal")) == told
    assert str(refusal(path, "tidak dikenal")) == told


def test_all_faults_are_told_a_line_each_in_their_order():
    faults = [CycleFault("b", "dua"), CycleFault("a", "satu")]
    refused = CycleFaults(iter(faults))
    assert refused.faults == tuple(faults)
    assert str(refused) == "b: dua\na: satu"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", '""'),
        ("Kabupaten Ngawi", '"Kabupaten Ngawi"'),
        ("x" * 60, f'"{"x" * 60}"'),
        ("x" * 61, f'"{"x" * 59}…"'),
        ("dua\nbaris\t", '"dua\\nbaris\\t"'),
        ('a"b', '"a\\"b"'),
        ("é 漢", '"é 漢"'),
        ("\u202eabc", '"\\u202eabc"'),
        ("a\u200bb", '"a\\u200bb"'),
        ("\x1b[31m", '"\\u001b[31m"'),
    ],
)
def test_what_a_file_says_is_quoted_short_on_one_line_and_without_what_nobody_sees(text, shown):
    assert quoted(text) == shown


@pytest.mark.parametrize(("known", "said"), [((), "–"), (("a",), "a"), (("a", "b"), "a, b")])
def test_known_keys_are_listed_at_the_end_of_a_message(known, said):
    assert listed(iter(known)) == said
