"""What is read off a page: words with their looks, without what only helps the renderer."""

import pytest
from lxml import html

from reports.word.reading import Paragraph, Words, parts_of, words_of


def read(inside):
    return words_of(html.fromstring(f"<p>{inside}</p>"))


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("  Satu\n   dua ", (Words("Satu dua"),)),
        ("Satu <strong>dua</strong> tiga", (Words("Satu "), Words("dua", bold=True), Words(" tiga"))),
        ("<strong><em>dua</em></strong>", (Words("dua", bold=True, italic=True),)),
        ("a <strong> </strong> b", (Words("a b"),)),
        ("lo\u00adket/\u200bruang", (Words("loket/ruang"),)),
        ("1\u00a0a", (Words("1\u00a0a"),)),
        ("Satu<br> dua", (Words("Satu\ndua"),)),
        ('<span class="hanya-layar">Lampiran</span>Halaman', (Words("Halaman"),)),
        ('hlm. <span class="hal" data-hal="#gambar-5"></span>', (Words("hlm. "), Words("", page_of="gambar-5"))),
        ('<a href="#gambar-5">Gambar 5</a>', (Words("Gambar 5", leads_to="#gambar-5"),)),
        ('<span class="bab">BAB I</span> <span class="bab-judul">X</span>', (Words("BAB I\nX"),)),
        ("&lt;b&gt; &amp;amp;", (Words("<b> &amp;"),)),
        ("<!-- tidak dicetak -->ada", (Words("ada"),)),
    ],
)
def test_words_come_with_their_look_and_without_the_source_s_blanks(inside, words):
    assert read(inside) == words


def test_words_between_blocks_are_paragraphs_of_their_own():
    item = html.fromstring("<li>Satu <b>dua</b><ul><li>tiga</li></ul> empat </li>")
    first, inner, last = parts_of(item)
    assert first == Paragraph((Words("Satu "), Words("dua", bold=True)))
    assert inner.tag == "ul"
    assert last == Paragraph((Words("empat"),))


def test_details_in_a_cell_stand_by_themselves():
    cell = html.fromstring('<div>Program<span class="rinci">Indikator: satu</span></div>')
    programme, detail = parts_of(cell)
    assert programme == Paragraph((Words("Program"),))
    assert detail.text == "Indikator: satu"
