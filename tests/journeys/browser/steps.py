"""What walks have in common: signing in, and looking at a page with a critic's eyes."""

from axe_playwright_python.base import AXE_SCRIPT

from tests.conftest import PASSWORD

# The whole answer of axe is large; what is at fault is named in the page itself.
FAULTS = """axe.run({resultTypes: ["violations"]}).then(({violations}) =>
    violations.map(fault => [fault.id, fault.nodes.map(node => node.target)]))"""


def sign_in(page, username, address="/"):
    page.goto(address)
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(lambda url: "/akun/masuk/" not in url)


def assert_sound(page, *sizes):
    """No fault that axe knows, nothing that has to be scrolled sideways, a title, one language; at each size given."""
    page.evaluate(AXE_SCRIPT)
    for size in sizes:
        page.set_viewport_size(size)
        _assert_fits(page)
    if not sizes:
        _assert_fits(page)
    assert page.title().endswith("SKM Portal")
    assert page.evaluate("document.documentElement.lang") == "id"


def _assert_fits(page):
    where = (page.url, page.viewport_size)
    faults = page.evaluate(FAULTS)
    assert faults == [], (where, faults)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), where
