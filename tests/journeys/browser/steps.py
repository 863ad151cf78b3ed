"""What walks have in common: signing in, and looking at a page with a critic's eyes."""

import re

from axe_playwright_python.base import AXE_SCRIPT

from skm_portal.sheets.finder import sheets
from tests.conftest import PASSWORD
from tests.journeys.browser.conftest import BOTH
from tests.journeys.routes import code_now

# The whole answer of axe is large; what is at fault is named in the page itself.
FAULTS = """axe.run({resultTypes: ["violations"]}).then(({violations}) =>
    violations.map(fault => [fault.id, fault.nodes.map(node => node.target)]))"""
SHEETS = sheets()
STYLED = SHEETS.asked()
FITS = "document.documentElement.scrollWidth <= window.innerWidth"


def sign_in(page, username, address="/", code=""):
    """Through the forms of the door, which nobody looks at: drawing them is dear. ``sign_in_by_hand`` does."""
    _send(page, "/akun/masuk/", login=username, password=PASSWORD)
    if code:
        _send(page, "/akun/dua-langkah/masuk/", code=code)
    page.goto(address)
    assert "/akun/masuk/" not in page.url


def _send(page, address, **typed):
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.request.get(address).text())[1]
    answer = page.request.post(address, form={"csrfmiddlewaretoken": token, **typed}, max_redirects=0)
    assert answer.status == 302, (address, answer.status)


def sign_in_by_hand(page, username, address="/", code=""):
    page.goto(address)
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(lambda url: "/akun/masuk/" not in url)
    if code:
        page.locator("input[name=code]").fill(code)
        page.get_by_role("button", name="Masuk").click()
        page.wait_for_url(lambda url: "/dua-langkah/masuk/" not in url)


def set_second_factor(page):
    """With a telephone at hand; the codes of the recovery sheet, each of which stands for one code of the telephone."""
    page.goto("/akun/dua-langkah/aktifkan/")
    page.get_by_label("Kata sandi akun Anda").fill(PASSWORD)
    page.get_by_role("button", name="Konfirmasi").click()
    secret = page.locator("main code").inner_text()
    page.locator("input[name=code]").fill(code_now(secret))
    page.get_by_role("button", name="Aktifkan").click()
    page.get_by_role("heading", name="Lembar pemulihan").wait_for()
    assert_sound(page)
    return page.locator(".codes li").all_inner_texts()


def answer_who_it_is(page):
    """The question before what matters, which an open session alone does not answer."""
    page.get_by_role("heading", name="Pastikan ini Anda").wait_for()
    assert_sound(page, *BOTH)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Konfirmasi dan lanjutkan").click()


def confirm_key_of_the_secretary(page):
    """A second person of the office, led there from home, says that the key is the secretary's; then leaves."""
    sign_in(page, "admin")
    page.goto("/")
    page.get_by_role("region", name="Kunci menunggu konfirmasi Anda").get_by_role("link").click()
    page.get_by_role("button", name="Kunci ini miliknya").wait_for()
    assert_sound(page, *BOTH)
    page.get_by_role("button", name="Kunci ini miliknya").click()
    answer_who_it_is(page)
    page.get_by_text("Kunci dikonfirmasi.").wait_for()
    assert_sound(page, *BOTH)


def assert_sound(page, *sizes):
    """Nothing to be scrolled sideways at any size given; no fault that axe knows at the last; title, language.

    Of a page that is there: while one still comes in, a busy browser may tell a width that nothing on it has.
    """
    page.wait_for_load_state("load")
    for size in sizes:
        page.set_viewport_size(size)
        assert page.evaluate(FITS), (page.url, size)
    if not page.evaluate("'axe' in window"):  # half a megabyte for each page, not for each look at it
        page.evaluate(AXE_SCRIPT)
    where = (page.url, page.viewport_size)
    faults = page.evaluate(FAULTS)
    assert faults == [], (where, faults)
    assert page.evaluate(FITS), where
    assert_styled(page)
    assert page.title().endswith("SKM Portal")
    assert page.evaluate("document.documentElement.lang") == "id"


def assert_styled(page):
    """Nothing on the page has a class for which its own sheet has no rule, while that of another page has one."""
    path = page.evaluate("document.querySelector('link[href*=\"/of-\"]').href").partition("/static/")[2]
    shown = SHEETS.house.shown(SHEETS.pages[path])
    names = page.evaluate("[...document.querySelectorAll('[class]')].flatMap((each) => [...each.classList])")
    assert sorted({name for name in names if name in STYLED and not shown.can_show(name)}) == [], page.url
