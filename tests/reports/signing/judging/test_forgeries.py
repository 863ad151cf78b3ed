"""Whenever one of three programs shows a page otherwise, the verdict is not green and never says *as signed*.

A twentieth of the forgeries is tried in the usual run; all, with both kinds of cross-references, by ``make prove``.
"""

from collections import Counter
from pathlib import Path

import pytest

from reports.signing.verify import HARMLESS, Added, added_behind, inspect
from tests.mass import sampled
from tests.programs import needed
from tests.reports.signing.forgeries import covers, fields, honest, loose, stamps
from tests.reports.signing.forgeries.draft import Draft
from tests.reports.signing.forgeries.families import EVERY, FAMILIES
from tests.reports.signing.forgeries.judged import judged
from tests.reports.signing.forgeries.original import original_of
from tests.reports.signing.forgeries.pictures import PROGRAMS, shown

ROOT = Path(__file__).parents[4]
LEAST = 150
KINDS = {"streams": False, "table": True}


@pytest.fixture(scope="session")
def originals(authority):
    return {kind: original_of(authority, table=table) for kind, table in KINDS.items()}


@pytest.fixture(scope="session")
def pictures(originals):
    for program in ("pdftoppm", "mutool"):
        needed(program)
    return {kind: shown(original.pdf) for kind, original in originals.items()}


@pytest.fixture
def look(originals, pictures):
    """``look(family, name, kind)``: the forgery, and what is shown and said of it."""

    def at(family, name, kind="streams"):
        original = originals[kind]
        return judged(original, FAMILIES[family][name](original), pictures[kind])

    return at


def check(found):
    assert not found.green
    assert not (found.otherwise and found.says_as_signed)


def test_there_are_enough_of_them_in_every_family():
    assert len(EVERY) >= LEAST
    assert all(len(forgeries) >= 4 for forgeries in FAMILIES.values())


@pytest.mark.parametrize(("family", "name"), EVERY[::20])
def test_a_forged_file_is_not_green(look, family, name):
    check(look(family, name))


@pytest.mark.prove
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("family", FAMILIES)
def test_no_file_of_a_family_is_green(look, family, kind):
    found = {name: look(family, name, kind) for name in FAMILIES[family]}
    assert [name for name, each in found.items() if each.green] == []
    assert [name for name, each in found.items() if each.otherwise and each.says_as_signed] == []
    seen = sum(bool(each.otherwise) for each in found.values())
    print(f"{family} | {kind} | {len(found)} | {seen} | {dict(Counter(each.verdict for each in found.values()))}")


@pytest.mark.prove
def test_the_figures_in_the_docs_are_those_of_this_list():
    text = (ROOT / "docs" / "security.md").read_text()
    for family, forgeries in FAMILIES.items():
        assert f"| {family} | {2 * len(forgeries)} |" in text


# --- what is honest -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sampled(honest.FILES, every=3))
def test_what_honest_programs_add_is_harmless_and_shows_nothing(originals, pictures, name):
    original = originals["streams"]
    pdf = honest.FILES[name](original)
    assert added_behind(pdf, len(original.pdf)) in HARMLESS
    assert inspect(pdf, [original.authority.pem]).holds
    assert shown(pdf) == pictures["streams"]


@pytest.mark.prove
@pytest.mark.parametrize("name", honest.FILES)
def test_so_is_it_behind_a_table(originals, pictures, name):
    original = originals["table"]
    pdf = honest.FILES[name](original)
    assert added_behind(pdf, len(original.pdf)) in HARMLESS
    assert inspect(pdf, [original.authority.pem]).holds
    assert shown(pdf) == pictures["table"]


@pytest.mark.prove
def test_proofs_are_called_proofs_and_blanks_blanks(originals):
    original = originals["streams"]
    end = len(original.pdf)
    told = {name: added_behind(make(original), end) for name, make in honest.FILES.items()}
    assert told.pop("signed") == Added.NOTHING
    assert told.pop("line_end") == Added.BLANK
    assert set(told.values()) == {Added.PROOFS}


# --- seen and wrong once --------------------------------------------------------------------------

SEEN = {
    "signature dictionary written again with a replaced page, then a stranger": (
        "signature wrapping",
        "signature_again-stranger",
    ),
    "the value leads to a copy": ("signature wrapping", "copy_of_signature-bare"),
    "the value leads to a copy, then a stranger": ("signature wrapping", "copy_of_signature-stranger"),
    "a visible signature paints over a page": ("certified files", "visible_signature_in_one_update"),
    "an area of five numbers and looks of the file, with proofs": ("form fields", "five_numbers_and_looks"),
    "the field dropped, a page replaced, a stranger signs": ("form fields", "dropped_and_page_replaced_and_signed"),
}


@pytest.mark.parametrize("case", sampled(SEEN, every=3))
def test_what_once_passed_is_told_as_changed(look, case):
    found = look(*SEEN[case])
    check(found)
    assert found.otherwise and found.added == Added.OTHER


@pytest.mark.parametrize("name", loose.FORGERIES)
@pytest.mark.parametrize("kind", KINDS)
def test_words_of_structure_stand_close_together_and_nowhere_else(originals, name, kind):
    original = originals[kind]
    assert added_behind(loose.FORGERIES[name](original), len(original.pdf)) == Added.OTHER


@pytest.mark.parametrize("widths", loose.WIDE)
def test_a_section_that_not_every_program_reads_is_not_read(originals, widths):
    original = originals["streams"]
    assert added_behind(loose.WIDE[widths](original), len(original.pdf)) == Added.OTHER


@pytest.mark.parametrize("widths", [(1, 8, 2), (1, 3, 1), (1, 4, 2)])
def test_a_section_as_honest_programs_write_it_is_read(originals, widths):
    original = originals["streams"]
    draft = Draft(original)
    draft.edit(original.root, DSS=b"<< /Type /DSS >>")
    assert added_behind(draft.written(widths=widths), len(original.pdf)) == Added.PROOFS


@pytest.mark.parametrize("name", sampled(stamps.FORGERIES, every=3))
def test_a_timestamp_that_is_none_or_says_something_is_a_change(originals, name):
    original = originals["streams"]
    assert added_behind(stamps.FORGERIES[name](original), len(original.pdf)) == Added.OTHER


@pytest.mark.parametrize("name", stamps.HONEST)
def test_a_timestamp_written_by_hand_is_a_proof(originals, name):
    """What the forged ones have wrong is what they are refused for."""
    original = originals["streams"]
    assert added_behind(stamps.HONEST[name](original), len(original.pdf)) == Added.PROOFS


def test_replaced_metadata_under_proofs_are_told(look):
    found = look("metadata", "replaced_xmp_and_title")
    check(found)
    assert not found.otherwise and found.added == Added.METADATA


def test_a_signature_that_the_form_forgot_is_told_as_unreadable(originals):
    first, second = inspect(fields.FORGERIES["dropped_and_page_replaced_and_signed"](originals["streams"])).signatures
    assert (first.signer, first.holds) == ("Budi Contoh", True)
    assert (second.signer, second.intact, second.changed_after) == ("", False, Added.OTHER)


def test_a_stranger_without_a_surface_is_a_signature_and_not_green(originals):
    original = originals["streams"]
    pdf = covers.strangers_signature(original, original.pdf)
    assert added_behind(pdf, len(original.pdf)) == Added.SIGNATURE
    assert not inspect(pdf).holds


def test_a_stranger_after_proofs_and_proofs_after_a_stranger_are_signatures(originals):
    original = originals["streams"]
    for pdf in (
        covers.strangers_signature(original, covers.proofs(original, original.pdf)),
        covers.proofs(original, covers.strangers_signature(original, original.pdf)),
    ):
        assert added_behind(pdf, len(original.pdf)) == Added.SIGNATURE


# --- the proof itself -----------------------------------------------------------------------------


@pytest.mark.parametrize("program", PROGRAMS)
def test_each_program_sees_a_painted_page(originals, pictures, program):
    original = originals["streams"]
    forged = FAMILIES["incremental saving"]["contents-bare"](original)
    assert program in judged(original, forged, pictures["streams"]).otherwise


def test_a_draft_that_changes_nothing_shows_nothing(originals, pictures):
    """What a forgery shows comes from the forgery and not from how it is written."""
    for kind, original in originals.items():
        draft = Draft(original)
        draft.edit(original.root, DSS=b"<< /Type /DSS >>")
        pdf = draft.written()
        assert shown(pdf) == pictures[kind]
        assert added_behind(pdf, len(original.pdf)) == Added.PROOFS
