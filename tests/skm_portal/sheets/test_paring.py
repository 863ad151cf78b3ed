"""A sheet is pared to what a page can show, and says the same as before to that page."""

import pytest

from skm_portal.sheets.paring import asked_by, left_out, pared, parsed
from tests.cases import in_one_test

SHEET = """
/* what only writers read */
.note, .tile { color : var(--ink);  margin: 0 !important; }
.note > svg { flex: none }
#pratinjau h4 { margin: 0; }
a:not(.btn) { color: red; }
:is(.open, .shut) p { margin: 0; }
main:has(> .dense) h2 { margin: 0; }
legend + * { clear: left; }
@media (max-width: 40rem) {
  .tile { width: 100%; }
}
@keyframes turn { to { rotate: 1turn; } }
"""


def sheet_for(*names):
    return pared(parsed(SHEET), {*names}.__contains__)


def test_a_rule_stays_where_one_of_its_selectors_may_meet_something():
    assert ".note{color:var(--ink);margin:0!important}" in sheet_for("note")
    assert ".note,.tile{" in sheet_for("note", "tile")


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("note", ".note > svg{flex:none}"),
        ("pratinjau", "#pratinjau h4{margin:0}"),
        ("dense", "main:has(> .dense) h2{margin:0}"),
        ("<legend", "legend + *{clear:left}"),
        ("tile", "@media (max-width: 40rem){.tile{width:100%}}"),
    ],
)
def test_a_rule_is_sent_to_the_page_that_has_its_class_and_to_no_other(name, rule):
    assert rule in sheet_for(name)
    assert rule not in sheet_for("lain")


@pytest.mark.parametrize(
    "rule", ["a:not(.btn){color:red}", ":is(.open, .shut) p{margin:0}", "@keyframes turn{to { rotate: 1turn; }}"]
)
def test_what_asks_for_no_certain_class_is_sent_to_every_page(rule):
    assert rule in sheet_for()


def test_a_block_of_which_nothing_is_left_is_gone():
    assert "@media" not in sheet_for("note")


def test_remarks_and_empty_lines_are_not_sent():
    assert "writers" not in sheet_for("note")
    assert "\n" not in sheet_for("note")


def test_what_is_left_out_can_be_named():
    assert [*left_out(parsed(SHEET), {"note", "<legend", "pratinjau", "dense"}.__contains__)] == [".tile", ".tile"]


def test_a_font_is_told_of_only_where_it_is_used():
    fonts = parsed('@font-face { font-family: "Laporan"; src: url("a.otf"); } .laporan { font-family: "Laporan"; }')
    assert "@font-face" in pared(fonts, {"laporan"}.__contains__)
    assert pared(fonts, set().__contains__) == ""


def test_a_sheet_that_cannot_be_read_is_refused():
    with pytest.raises(ValueError, match=r"^1:"):
        parsed(".note { color: red } .tile")


ASKED = """
@media print { @supports (display: grid) { .inner, #place { margin: 0; } } .outer { margin: 0; } }
:is(.alone) b { margin: 0; }
p:has(.one, .two) { margin: 0; }
p:not(.never) .kept:hover::before { content: ".no-class #no-id"; }
progress, .bar > caption { margin: 0; }
input:progress { margin: 0; }
"""


def test_what_rules_ask_for_is_told_however_deep_they_stand():
    assert {*asked_by(parsed(ASKED))} == {
        *("inner", "place", "outer", "alone", "kept", "bar"),
        *("<progress", "<caption"),
    }


FOR_EVERYBODY = ("p:has(.one, .two){margin:0}", "input:progress{margin:0}")
"""What no single class decides."""


@in_one_test(
    ("names", "left"),
    [
        ((), ""),
        (("inner",), "@media print{@supports (display: grid){.inner{margin:0}}}"),
        (("place", "outer"), "@media print{@supports (display: grid){#place{margin:0}}.outer{margin:0}}"),
        (("alone",), ":is(.alone) b{margin:0}"),
        (("kept",), 'p:not(.never) .kept:hover::before{content:".no-class #no-id"}'),
        (("bar",), ""),
        (("bar", "<caption"), ".bar > caption{margin:0}"),
        (("<progress",), "progress{margin:0}"),
    ],
)
def test_every_class_of_a_selector_must_be_there_and_conditions_keep_their_rules(names, left):
    sent = pared(parsed(ASKED), {*names}.__contains__)
    for rule in FOR_EVERYBODY:
        assert rule in sent
        sent = sent.replace(rule, "")
    assert sent == left


def test_of_several_selectors_those_are_left_out_that_meet_nothing():
    rules = parsed(ASKED)
    assert [*left_out(rules, {"inner", "outer", "alone", "kept", "<progress"}.__contains__)] == [
        "#place",
        ".bar > caption",
    ]
    assert [*left_out(rules, lambda _name: True)] == []


def test_a_font_that_another_page_uses_stays_away():
    """Of two fonts each page is told of its own."""
    fonts = parsed(
        '@font-face { font-family: "Satu"; } @font-face { font-family: "Dua"; }'
        '.a { font-family: "Satu" } .b { font-family: "Dua", serif }'
    )
    assert [('"Satu"' in sent, '"Dua"' in sent) for sent in (pared(fonts, {name}.__contains__) for name in "ab")] == [
        (True, False),
        (False, True),
    ]
