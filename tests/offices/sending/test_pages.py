"""The page on which a form stood: as the browser names it, else the nearest that can be opened; never another site."""

from django.test import RequestFactory

from offices.sending.pages import can_be_opened, nearest_page, page_of
from tests.cases import in_one_test

HERE = "http://testserver"


def asked(method, address, **headers):
    return getattr(RequestFactory(), method)(address, headers=headers)


@in_one_test(
    ("path", "page"),
    [
        ("/", "/"),
        ("/satuan-kerja/3521/", "/satuan-kerja/3521/"),
        ("/satuan-kerja/3521/pengguna/baru/", "/satuan-kerja/3521/pengguna/baru/"),
        ("/laporan/3521/2025-S1/tanda-tangan/siapkan/", "/laporan/3521/2025-S1/tanda-tangan/"),
        ("/laporan/3521/2025-S1/tanda-tangan/tidak/ada/", "/laporan/3521/2025-S1/tanda-tangan/"),
        ("/tidak-ada/sama-sekali/", "/"),
        ("/tidak-ada", "/"),
    ],
)
def test_the_nearest_page_is_the_address_itself_or_one_above(path, page):
    assert nearest_page(path) == page


@in_one_test(
    ("path", "opens"),
    [
        ("/", True),
        ("/laporan/3521/2025-S1/tanda-tangan/", True),
        ("/laporan/3521/2025-S1/tanda-tangan/siapkan/", False),
        ("/tidak-ada/", False),
    ],
)
def test_an_address_opens_where_it_answers_a_reader(path, opens):
    assert can_be_opened(path) is opens


def test_who_reads_a_page_is_on_it_with_all_that_was_asked():
    assert page_of(asked("get", "/rtl/3521/2025-S1/?a=1&b=2", referer=f"{HERE}/")) == "/rtl/3521/2025-S1/?a=1&b=2"
    assert page_of(asked("head", "/rtl/3521/2025-S1/")) == "/rtl/3521/2025-S1/"


def test_a_part_of_a_page_stands_on_the_page_that_the_browser_names_first():
    part = {"hx-request": "true"}
    address = "/skm/3521/2025-S1/hitung/"
    assert page_of(asked("get", address, **part)) == "/skm/3521/2025-S1/"
    told = part | {"referer": f"{HERE}/rtl/3521/2025-S1/"}
    assert page_of(asked("get", address, **told)) == "/rtl/3521/2025-S1/"
    told |= {"hx-current-url": f"{HERE}/skm/3521/2025-S1/prioritas/?urut=nilai"}
    assert page_of(asked("get", address, **told)) == "/skm/3521/2025-S1/prioritas/?urut=nilai"


@in_one_test(
    "told",
    [
        "",
        "x",
        "/rtl/3521/2025-S1/",
        "//testserver.example/rtl/",
        "https://lain.example/rtl/3521/2025-S1/",
        f"{HERE}@lain.example/rtl/",
        "javascript:alert(1)",
        "http:///rtl/3521/2025-S1/",
    ],
)
def test_what_is_not_an_address_of_ours_is_passed_over(told):
    assert page_of(asked("post", "/skm/3521/2025-S1/", referer=told)) == "/skm/3521/2025-S1/"


def test_where_a_form_is_only_taken_the_page_above_is_meant_without_what_was_asked_there():
    told = f"{HERE}/laporan/3521/2025-S1/tanda-tangan/siapkan/?a=1"
    assert page_of(asked("post", "/x/", referer=told)) == "/laporan/3521/2025-S1/tanda-tangan/"
    assert page_of(asked("post", "/x/", referer=HERE)) == "/"
