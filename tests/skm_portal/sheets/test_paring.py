"""A sheet is pared to what a page can show, and says the same as before to that page."""

import pytest

from skm_portal.sheets.paring import left_out, pared, parsed

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
