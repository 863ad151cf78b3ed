"""What may be parted at the end of a line, and what never is."""

import pytest

from reports.templatetags.report_document import endless_set_off, kept_whole


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("dalam Tabel 2.1.", 'dalam <span class="utuh">Tabel 2.1</span>.'),
        ("lihat Gambar 3, lalu", 'lihat <span class="utuh">Gambar 3</span>, lalu'),
        ("Undang-Undang Nomor 25", '<span class="utuh">Undang-Undang</span> <span class="utuh">Nomor 25</span>'),
        ("Tabel itu, 2–3 orang, -1", "Tabel itu, 2–3 orang, -1"),
        ("<b>Bab 3</b> & 'x'", '&lt;b&gt;<span class="utuh">Bab 3</span>&lt;/b&gt; &amp; &#x27;x&#x27;'),
    ],
)
def test_a_reference_and_a_doubled_word_stay_whole(typed, written):
    assert kept_whole(typed) == written


def test_only_what_is_no_word_may_be_cut():
    address = "https://contoh.example.go.id/a?b=<c>"
    assert endless_set_off(f"mempertanggungjawabkan {address}") == (
        'mempertanggungjawabkan <span class="kata-panjang">https://contoh.example.go.id/a?b=&lt;c&gt;</span>'
    )
