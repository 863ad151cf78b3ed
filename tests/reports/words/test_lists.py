"""Lists as people type them and as Word, WhatsApp and a PDF leave them: they stay lists, and no number changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.words.lists import DEEPEST, pieces_of
from reports.words.markup import blocks_of
from tests.cases import in_one_test

BULLETS = ["-", "*", "+", "•", "–", "—", "·", "●", "○", "▪", "■", "◆", "‣", "➢", "\uf0b7", "\uf0a7", "\uf076", "o\t"]
NO_BLANK = ["•", "●", "▪", "\uf0b7", "\uf0a7"]
ORDERED = {
    "1. {}\n2. {}": (1, ""),
    "1) {}\n2) {}": (1, ""),
    "(1) {}\n(2) {}": (1, ""),
    "1.\t{}\n2.\t{}": (1, ""),
    "1){}\n2){}": (1, ""),
    "a. {}\nb. {}": (1, "a"),
    "a) {}\nb) {}": (1, "a"),
    "(a) {}\n(b) {}": (1, "a"),
    "A. {}\nB. {}": (1, "A"),
    "i. {}\nii. {}": (1, "i"),
    "IX. {}\nX. {}": (9, "I"),
    "3. {}\n4. {}": (3, ""),
    "10) {}\n11) {}": (10, ""),
    "c. {}\nd. {}": (3, "a"),
    "h. {}\ni. {}": (8, "a"),
    "1. {}\r\n2. {}": (1, ""),
    "1. {}\n\n2. {}": (1, ""),
    "  1. {}\n  2. {}": (1, ""),
}


def read(text):
    """Kind, first number and depth of each block, with its lines."""
    return [
        (block.kind, block.start, block.depth, ["".join(run.text for run in line) for line in block.lines])
        for block in blocks_of(text)
    ]


@pytest.mark.parametrize("mark", BULLETS)
@pytest.mark.parametrize("around", ["{}", "Kegiatan:\n{}\nSelesai.", "Kegiatan:\n\n{}\n\nSelesai."])
def test_a_bulleted_list_stays_one(mark, around):
    found = read(around.format(f"{mark} Loket\n{mark} Papan informasi"))
    assert ("ul", 1, 0, ["Loket", "Papan informasi"]) in found
    assert [block for block in found if block[0] == "p"] == (
        [("p", 1, 0, ["Kegiatan:"]), ("p", 1, 0, ["Selesai."])] if "Selesai" in around else []
    )


@pytest.mark.parametrize("mark", NO_BLANK)
def test_a_bullet_that_stands_close_is_one(mark):
    assert read(f"{mark}Loket\n{mark}Papan") == [("ul", 1, 0, ["Loket", "Papan"])]


@pytest.mark.parametrize("form", ORDERED)
@pytest.mark.parametrize("before", ["", "Yaitu:\n", "Yaitu:\n\n"])
def test_an_ordered_list_stays_one_and_keeps_its_number(form, before):
    *_rest, block = blocks_of(before + form.format("Loket", "Papan"))
    start, marks = ORDERED[form]
    assert (block.kind, block.start, block.marks, len(block.lines)) == ("ol", start, marks, 2)


def test_every_item_may_keep_a_sign_of_its_own():
    (block,) = blocks_of("✓ Loket\n✗ Papan\n\uf0d8 lanjut")
    assert (block.kind, block.marks, len(block.lines)) == ("ul", "own", 3)
    assert [line[0].text for line in block.lines] == ["✓ Loket", "✗ Papan", "\uf0d8 lanjut"]


@pytest.mark.parametrize(
    "text",
    [
        "1. Loket\n   - satu\n   - dua\n2. Papan",
        "1. Loket\n- satu\n- dua\n2. Papan",
        "1.\tLoket\n\t•\tsatu\n\t•\tdua\n2.\tPapan",
    ],
)
def test_a_list_within_a_list_leaves_the_numbers_of_the_outer_one(text):
    assert read(text) == [("ol", 1, 0, ["Loket"]), ("ul", 1, 1, ["satu", "dua"]), ("ol", 2, 0, ["Papan"])]


def test_letters_below_numbers_below_letters():
    text = "a. Loket\n1) satu\n2) dua\na) tiga\n3) empat\nb. Papan"
    assert read(text) == [
        ("ol", 1, 0, ["Loket"]),
        ("ol", 1, 1, ["satu", "dua"]),
        ("ol", 1, 2, ["tiga"]),
        ("ol", 3, 1, ["empat"]),
        ("ol", 2, 0, ["Papan"]),
    ]


def test_a_number_that_is_left_out_stays_out():
    assert read("1. Loket\n2. Papan\n5. Kursi") == [("ol", 1, 0, ["Loket", "Papan"]), ("ol", 5, 0, ["Kursi"])]


def test_a_list_that_begins_anew_is_another_one():
    assert read("1. a\n2. b\n\n1. c\n2. d") == [("ol", 1, 0, ["a", "b"]), ("ol", 1, 0, ["c", "d"])]


def test_one_number_for_all_counts_as_in_markdown():
    assert read("1. satu\n1. dua\n1. tiga") == [("ol", 1, 0, ["satu", "dua", "tiga"])]


def test_an_item_of_several_lines_is_one():
    assert read("1. Loket yang\nbaru dicat\n2. Papan") == [("ol", 1, 0, ["Loket yang baru dicat", "Papan"])]


@in_one_test(
    "text",
    [
        *(
            "Pada bulan\n5. Oktober",
            "A. Yani hadir",
            "Rapat dipimpin\nd. Sutomo",
            "2025. Tahun itu",
            "1.250 orang hadir",
        ),
        *("-5 derajat", "*miring* saja", "•", "-", "1.", "10.30 WIB rapat dimulai", "o begitu", "(lihat lampiran)"),
    ],
)
def test_what_only_looks_like_an_item_is_none(text):
    assert [block[0] for block in read(text)] == ["p"]


@given(st.text(st.sampled_from("ab1235.)(-–• \n\t\uf0b7o*Ai")))
def test_nothing_breaks_it_and_no_list_is_too_deep(text):
    assert all(block.lines and 0 <= block.depth <= DEEPEST and block.start > 0 for block in blocks_of(text))


@pytest.mark.parametrize("indent", ["  ", "\t", "    ", "\u00a0\u00a0"])
@pytest.mark.parametrize("marks", ["---", "•••", ("1.", "2.", "3."), ("a)", "b)", "c)")])
@pytest.mark.parametrize("strip", [str, str.strip])
def test_an_indented_list_has_one_level_even_where_a_form_took_the_first_blanks(indent, marks, strip):
    text = "\n".join(f"{indent}{mark} {word}" for mark, word in zip(marks, ("satu", "dua", "tiga"), strict=True))
    (block,) = read(strip(text))
    assert block[1:] == (1, 0, ["satu", "dua", "tiga"])


def test_the_next_number_goes_on_with_its_list_however_far_in_it_stands():
    assert read("Kegiatan:\n1. satu\n   2. dua\n   3. tiga")[1:] == [("ol", 1, 0, ["satu", "dua", "tiga"])]


def test_a_list_below_the_first_item_stays_within_it():
    assert [block[2] for block in read("- Loket:\n  - satu\n  - dua")] == [0, 1]
    assert [block[2] for block in read("- Loket\n  - satu\n- Papan")] == [0, 1, 0]
    assert [block[2] for block in read("1. Loket\n   1. satu\n   2. dua\n2. Papan")] == [0, 1, 0]
    assert [block[2] for block in read("- satu\n    - anak\n  - dua")] == [0, 1, 0]


@pytest.mark.parametrize(
    "form", ["1.{}\n2.{}", "1.{}\n\n2.{}", "a.{}\nb.{}", "-{}\n-{}", "–{}\n–{}", "*{}\n*{}", "-{}\n- {}"]
)
def test_a_mark_without_a_blank_is_one_beside_another(form):
    (block,) = read(form.format("Satu", "Dua"))
    assert block[3] == ["Satu", "Dua"]


@pytest.mark.parametrize("mark", ["§ ", "Ø ", "§\t", "Ø\t", "§", "Ø"])
def test_signs_that_a_font_showed_as_bullets_are_bullets(mark):
    assert read(f"{mark}satu\n{mark}dua") == [("ul", 1, 0, ["satu", "dua"])]


@pytest.mark.parametrize(
    "text", ["-satu", "1.Satu", "S.Sos\nM.Si", "*tebal* satu\n*tebal* dua", "-5 derajat\n-7 derajat"]
)
def test_a_mark_without_a_blank_alone_is_none(text):
    assert [block[0] for block in read(text)] == ["p"]


def test_numbers_on_keys_make_a_list():
    (block,) = pieces_of("1\ufe0f\u20e3 satu\n2\ufe0f\u20e3 dua\n3\u20e3tiga")
    assert (block.kind, block.texts) == ("ol", ["satu", "dua", "tiga"])
    (ten,) = pieces_of("9\ufe0f\u20e3 sembilan\n\N{KEYCAP TEN} sepuluh")
    assert (ten.start, ten.texts) == (9, ["sembilan", "sepuluh"])
