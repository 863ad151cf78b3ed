"""Searching the user guide: all words, in any order, headings first; the excerpt shows where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skm_portal.manual.chapters import chapter_of, chapters
from skm_portal.manual.searching import AFTER, BEFORE, excerpt, hits

GUIDE = (
    chapter_of("satu", "# Satu\n\nTentang foto.\n\n## Kata sandi\n\nGanti setiap kali.\n"),
    chapter_of("dua", "# Dua\n\nFoto diunggah, lalu kata itu ditulis.\n\n## Menambah foto\n\nPilih berkas.\n"),
)


def titles(asked, guide=GUIDE):
    return [hit.section.title for hit in hits(guide, asked)]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("foto", ["Menambah foto", "Satu", "Dua"]),
        ("FOTO", ["Menambah foto", "Satu", "Dua"]),
        ("foto kata", ["Dua"]),
        ("kata foto", ["Dua"]),
        ("sandi", ["Kata sandi"]),
        ("sandi foto", []),
        ("tidak ada", []),
        ("", []),
        ("   ", []),
        ("<b>", []),
    ],
)
def test_every_word_must_be_there(asked, found):
    assert titles(asked) == found


def test_a_hit_names_its_chapter():
    (hit,) = hits(GUIDE, "berkas")
    assert (hit.chapter.title, hit.section.anchor, hit.excerpt) == ("Dua", "menambah-foto", "Pilih berkas.")


@given(st.sampled_from([section for chapter in chapters() for section in chapter.sections if section.text]), st.data())
def test_any_word_of_a_section_finds_it_and_is_shown(section, data):
    word = data.draw(st.sampled_from(section.text.split()))
    found = [hit for hit in hits(chapters(), word) if hit.section == section]
    assert found
    assert word.lower() in found[0].excerpt.lower()


@given(st.lists(st.text("abc ", min_size=1, max_size=30), max_size=30), st.text("abc", min_size=1, max_size=3))
def test_an_excerpt_is_a_part_of_the_text_and_short(parts, word):
    text = " ".join(" ".join(parts).split())
    shown = excerpt(text, [word])
    assert shown.removeprefix("… ").removesuffix(" …") in text
    assert len(shown) <= BEFORE + AFTER + len("…  …")


def test_an_excerpt_is_cut_between_words():
    text = " ".join(["panjang"] * 40 + ["sasaran"] + ["sesudah"] * 40)
    shown = excerpt(text, ["sasaran"])
    assert "sasaran" in shown
    assert shown.startswith("… panjang ")
    assert shown.endswith("sesudah …")
    assert set(shown.split()) == {"…", "panjang", "sasaran", "sesudah"}
