"""Which web addresses may stand as proof, and in which letters they are printed."""

import pytest

from followups.web_addresses import LONGEST, fault_of, plain

GOOD = [
    "https://kab-ngawi.kpu.go.id/berita/standar-pelayanan",
    "http://kpu.go.id",
    "https://www.instagram.com/p/C8x_a-1/?img_index=2#isi",
    "https://kpu.go.id:8443/a%20b",
    "https://kpu.go.id/(arsip)/a,b;c=d!e'f*g~h@i",
    "https://kpu.go.id?surel=ppid@kpu.go.id",
    "https://kpu.go.id#@ppid",
]


@pytest.mark.parametrize("address", GOOD)
def test_what_a_browser_shows_may_stand_as_it_is(address):
    assert plain(f"  {address}\n") == address
    assert fault_of(address) == ""


def test_other_letters_are_written_as_browsers_send_them():
    assert plain("https://kpu.go.id/kafé?q=a") == "https://kpu.go.id/kaf%C3%A9?q=a"
    assert plain("HTTPS://kpu.go.id/A") == "https://kpu.go.id/A"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("", "harus diawali https://"),
        ("kpu.go.id/berita", "harus diawali https://"),
        ("javascript:alert(1)", "harus diawali https://"),
        ("ftp://kpu.go.id/a", "harus diawali https://"),
        ("https://kpu.go.id/a b", "tidak boleh memuat spasi"),
        ("https://kpu.go.id/a\u200bb", "tidak boleh memuat spasi"),
        ("https://kpu.go.id/\x07", "tidak boleh memuat spasi"),
        ("https://kpu.go.id/" + "a" * LONGEST, f"paling panjang {LONGEST}"),
        ("https://admin:rahasia@kpu.go.id/", "kata sandi"),
        ("https://kpu.go.id@lain.id/", "kata sandi"),
        ("https:///berita", "tidak terbaca"),
        ("https://localhost/", "tidak terbaca"),
        ("https://kpu.go.id:99999/", "tidak terbaca"),
        ("https://[kpu.go.id/", "tidak terbaca"),
        ('https://kpu.go.id/"><script>', "tidak terbaca"),
        ("https://kafé.id/", "tidak terbaca"),
    ],
)
def test_what_nobody_could_open_or_print_is_refused_with_the_reason(address, said):
    assert said in fault_of(address)


def test_the_longest_address_fits():
    start = "https://kpu.go.id/"
    assert fault_of(start + "a" * (LONGEST - len(start))) == ""
