"""An office may write paragraphs, lists, bold and italic; everything else is text as it was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.words.markup import blocks_of
from reports.words.prose import Block, Run
from tests.cases import in_one_test


def words(text):
    """The text of the blocks, one string per line of a block."""
    return [(block.kind, "".join(run.text for run in line)) for block in blocks_of(text) for line in block.lines]


def test_an_empty_line_parts_paragraphs_and_a_simple_one_does_not():
    assert words("satu\ndua\n\ntiga") == [("p", "satu dua"), ("p", "tiga")]


def test_nothing_gives_nothing():
    assert blocks_of("") == blocks_of(" \n\n ") == ()


def test_bold_and_italic_and_both():
    assert blocks_of("a **b** _c_ *_d_* *e*") == (
        Block(
            "p",
            (
                (
                    Run("a "),
                    Run("b", bold=True),
                    Run(" "),
                    Run("c", italic=True),
                    Run(" "),
                    Run("d", bold=True, italic=True),
                    Run(" "),
                    Run("e", bold=True),
                ),
            ),
        ),
    )


@pytest.mark.parametrize("mark", ["-", "*", "+"])
def test_a_bulleted_list(mark):
    assert words(f"{mark} satu\n{mark} **dua**") == [("ul", "satu"), ("ul", "dua")]


def test_a_numbered_list_counts_from_its_first_number():
    (block,) = blocks_of("3. tiga\n4. empat")
    assert (block.kind, block.start, len(block.lines)) == ("ol", 3, 2)


def test_a_list_stands_between_paragraphs():
    assert words("Yaitu:\n\n- satu\n- dua\n\nSelesai.") == [
        ("p", "Yaitu:"),
        ("ul", "satu"),
        ("ul", "dua"),
        ("p", "Selesai."),
    ]


def test_a_list_within_a_list_goes_on_as_part_of_the_outer_one():
    assert words("- satu\n  - dua\n- tiga") == [("ul", "satu"), ("ul", "dua"), ("ul", "tiga")]


def test_paragraphs_of_one_item_stay_in_it():
    assert words("- satu\n\n  lagi\n- dua") == [("ul", "satu lagi"), ("ul", "dua")]


@in_one_test(
    "text",
    [
        "<b>tebal</b>",
        "<script>alert(1)</script>",
        "<!-- catatan -->",
        "[tautan](https://example.org)",
        "![gambar](x.png)",
        "<https://example.org>",
        "https://example.org",
        "# Judul",
        "> kutipan",
        "`kode`",
        "```",
        "~~coret~~",
        "| a | b |",
        "---",
        "&amp; &lt;",
        r"C:\berkas",
        "2 * 3 * 4",
        "nama_berkas_ini.pdf",
        "50% & lebih",
        "{% if x %}",
    ],
)
def test_everything_else_stays_as_it_was_typed(text):
    assert words(text) == [("p", text)]
    assert not any(run.bold or run.italic for run in blocks_of(text)[0].lines[0])


def test_an_indented_line_is_no_code():
    assert words("    menjorok") == [("p", "menjorok")]


@given(st.text(st.characters(categories=("L", "N", "Zs"), include_characters="\n")))
def test_no_word_is_lost(text):
    printed = " ".join(line for _kind, line in words(text))
    assert printed.split() == text.split()
