"""What walks have in common: signing in, and looking at a page with a critic's eyes."""

from axe_playwright_python.sync_playwright import Axe

from tests.conftest import PASSWORD


def sign_in(page, username, address="/"):
    page.goto(address)
    page.get_by_label("Nama pengguna").fill(username)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(lambda url: "/akun/masuk/" not in url)


def assert_sound(page):
    """No fault that axe knows, nothing that has to be scrolled sideways, a title, one language."""
    found = Axe().run(page).response["violations"]
    faults = [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found]
    assert faults == [], page.url
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), page.url
    assert page.title().endswith("SKM Portal")
    assert page.evaluate("document.documentElement.lang") == "id"
