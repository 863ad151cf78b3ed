"""Which web addresses may stand as proof, and in which letters they are printed."""

import pytest

from followups.web_addresses import LONGEST, fault_of, plain, same_page

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
    assert plain("https://KPU.go.ID.:8443/A?B#C") == "https://kpu.go.id:8443/A?B#C"


@pytest.mark.parametrize("sign", list('"<>^`{|}'))
@pytest.mark.parametrize("start", ["https://kpu.go.id/a", "https://kpu.go.id?q=", "https://kpu.go.id/#"])
def test_a_sign_that_browsers_write_otherwise_is_written_so_or_named(sign, start):
    assert plain(f"{start}{sign}") == f"{start}%{ord(sign):02X}"
    assert fault_of(plain(f"{start}{sign}")) == ""
    assert (
        fault_of(f"{start}{sign}")
        == f"Alamat tidak boleh memuat tanda {sign}. Tulis %{ord(sign):02X} sebagai gantinya."
    )


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        ("https://KPU.GO.ID/ok", True),
        ("https://kpu.go.id./ok", True),
        ("https://kpu.go.id:443/ok", True),
        ("https://kpu.go.id/ok#frag", False),
        ("https://kpu.go.id/OK", False),
        ("http://kpu.go.id/ok", False),
        ("https://kpu.go.id:8443/ok", False),
    ],
)
def test_one_page_has_one_address_however_its_site_is_written(other, is_same):
    assert same_page("https://kpu.go.id/ok", other) == is_same
    assert same_page("https://kpu.go.id", "https://KPU.go.id/")
    assert same_page("https://kpu.go.id?a", "https://kpu.go.id/?a")


@pytest.mark.parametrize(
    "host",
    [
        *("localhost", "localhost:8000", "a.localhost", "127.0.0.1", "127.8.9.1:80", "169.254.1.1", "10.0.0.1"),
        *("192.168.1.1", "172.16.0.1", "172.31.255.1", "127.1", "0x7f.1", "[::1]", "[fe80::1]", "[::ffff:127.0.0.1]"),
        *("127.0.0.1.", "printer.local", "0.0.0.0"),
    ],
)
def test_a_page_of_one_machine_or_network_is_none_for_the_reader(host):
    assert "hanya dapat dibuka dari satu komputer atau jaringan" in fault_of(f"https://{host}/berita")


@pytest.mark.parametrize("host", ["172.32.0.1", "8.8.8.8", "192.169.1.1", "10.go.id"])
def test_other_numbers_are_open_to_everybody(host):
    assert fault_of(f"https://{host}/berita") == ""


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
        ("https://localhost/", "satu komputer atau jaringan"),
        ("https://kpu.go.id:99999/", "tidak terbaca"),
        ("https://[kpu.go.id/", "tidak terbaca"),
        ('https://kpu.go.id/"><script>', 'memuat tanda "'),
        ("https://kafé.id/", "tidak terbaca"),
    ],
)
def test_what_nobody_could_open_or_print_is_refused_with_the_reason(address, said):
    assert said in fault_of(address)


def test_the_longest_address_fits():
    start = "https://kpu.go.id/"
    assert fault_of(start + "a" * (LONGEST - len(start))) == ""
