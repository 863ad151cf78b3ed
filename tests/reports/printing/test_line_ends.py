"""What may be parted at the end of a line, and what never is."""

import re

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.document.shapes import Proof
from reports.templatetags.report_document import breakable, kept_whole
from reports.words.breaking import JOINT, SOFT_HYPHEN, pieces_of
from tests.mass import examples


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("dalam Tabel 2.1.", 'dalam <span class="utuh">Tabel 2.1</span>.'),
        ("lihat Gambar 3, lalu", 'lihat <span class="utuh">Gambar 3</span>, lalu'),
        ("Undang-Undang Nomor 25", '<span class="utuh">Undang-Undang</span> <span class="utuh">Nomor 25</span>'),
        ("selesai pada 3 Mei 2025.", 'selesai pada <span class="utuh">3 Mei</span> 2025.'),
        ("20 Juli–28 Agustus", '<span class="utuh">20 Juli</span>–<span class="utuh">28 Agustus</span>'),
        (
            "3 bulan 10 hari, 2 harian",
            '<span class="utuh">3 bulan</span> <span class="utuh">10 hari</span>, 2 harian',
        ),
        ("Tabel itu, 2–3 orang, -1", 'Tabel itu, <span class="utuh">2–3</span> orang, -1'),
        ("<b>Bab 3</b> & 'x'", '&lt;b&gt;<span class="utuh">Bab 3</span>&lt;/b&gt; &amp; &#x27;x&#x27;'),
    ],
)
def test_a_reference_and_a_doubled_word_stay_whole(typed, written):
    assert kept_whole(typed) == written


def test_a_reference_begins_with_the_number_of_its_first_figure():
    proof = Proof("bukti-1", ("12–14", "112"), "gambar-12", "gambar-112")
    cell = render_to_string("reports/document/_proofs.html", {"proofs": [proof]})
    assert '<span class="utuh">(<a href="#gambar-12">Gambar 12–14</a></span>, ' in cell
    assert '<span class="utuh"><a href="#gambar-112">112</a></span>)' in cell


def lines_of(typed):
    """The places of a cell's text at which a line may end: ``|`` without a hyphen, ``~`` with one."""
    written = breakable(typed).replace("&#8203;", "|").replace("&shy;", "~")
    return re.sub(r"<span[^>]*>|</span>", "", written)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("mempertanggungjawabkan", "mempertanggungjawabkan"),  # the renderer knows its syllables
        ("mengoordinasikan/menyosialisasikan", "mengoordinasikan/|menyosialisasikan"),
        ("berkas_panjang_2025_revisi_3.pdf", "berkas_|panjang_|2025_|revisi_|3.|pdf"),
        ("https://contoh.example.go.id/a?b=<c>", "https://|contoh.|example.|go.|id/|a?|b=&lt;c&gt;"),
        ("Pneumonoultramicroscopicsilicovolcanoconiosis", "Pneu~monoultra~microsco~picsi~lico~volca~noco~nio~sis"),
        ("XCVBNM" * 6, "XCVBNMXCVB~NMXCVBNMXC~VBNMXCVBNM~XCVBNM"),
        ("Rp1.250.000.000,00/tahun", "Rp1.250.000.000,00/|tahun"),
        ("20-10-2025, 3,27", "20-10-2025, 3,27"),
    ],
)
def test_a_long_token_has_places_where_its_line_may_end(typed, lines):
    assert lines_of(typed) == lines


@pytest.mark.parametrize(
    ("typed", "number", "look"),
    [
        ("senilai Rp1.250.000.000,00.", "Rp1.250.000.000,00", "utuh rapat"),
        ("(Rp 1.250.000.000.000,00)", "Rp 1.250.000.000.000,00", "utuh paling-rapat"),
        ("1.234.567.890.123.456,78", "1.234.567.890.123.456,78", "tanpa-akhir"),
        ("Rp1.250.000.000.000,00", "Rp1.250.000.000.000,00", "utuh paling-rapat"),
        ("198305032009021002", "198305032009021002", "utuh lebih-rapat"),
        ("Rp1.250.000.000,-", "Rp1.250.000.000,-", "utuh rapat"),
        ("1" * 40, "1" * 40, "tanpa-akhir"),
    ],
)
def test_a_long_number_stays_on_one_line_as_small_as_it_takes(typed, number, look):
    assert f'<span class="{look}">{number}</span>' in breakable(typed)


def test_running_text_carries_what_a_cell_has_to_part():
    short, long = "berkas_panjang_2025.pdf", "berkas_panjang_sekali_2025_final_revisi_3.pdf"
    assert kept_whole(f"{short} <") == f"{short} &lt;"
    assert "panjang_&#8203;sekali_" in kept_whole(long)


@settings(max_examples=examples(200))
@given(st.text("ab1.,_/-Rp ", max_size=60))
def test_nothing_of_a_text_is_lost_or_added(text):
    assert "".join(piece.text for piece in pieces_of(text)).replace(JOINT, "").replace(SOFT_HYPHEN, "") == text
