"""Debian's Chromium, driven by Playwright on a thread of its own.

Playwright's synchronous interface runs an event loop, under which Django refuses to touch the database:
so a walk is a function of a page, run on that thread, while the test sets up and looks at the data.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.programs import needed

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ANSWERS = ("404 (Not Found)", "422 (Unprocessable Entity)")  # Chromium complains of what the portal rightly refuses
WIDE, NARROW = {"width": 1366, "height": 768}, {"width": 360, "height": 740}
BOTH = (WIDE, NARROW)


@pytest.fixture(scope="session")
def chromium():
    """Run ``walk(browser)`` on the thread that owns the browser."""
    path = needed("chromium")
    with ThreadPoolExecutor(1) as thread:
        playwright, browser = thread.submit(_start, path).result()
        yield lambda walk: thread.submit(walk, browser).result()
        thread.submit(_stop, playwright, browser).result()


def _start(path):
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)
    playwright = sync_playwright().start()
    return playwright, playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))


def _stop(playwright, browser):
    browser.close()
    playwright.stop()


@pytest.fixture
def walk(committed_db, live_server, chromium):
    """``walk(steps, NARROW)`` runs ``steps(page)``; what the browser complained about fails the test.

    Unless it is ``expected``: a part of the complaint.
    """

    def run(steps, size=WIDE, expected=(), **options):
        def walked(browser):
            with _page(browser, live_server.url, size, options, (*ANSWERS, *expected)) as page:
                return steps(page)

        return chromium(walked)

    return run


@contextmanager
def _page(browser, address, size, options, expected):
    context = browser.new_context(base_url=address, viewport=size, locale="id-ID", **options)
    context.set_default_timeout(20_000)
    page, complaints = context.new_page(), []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    try:
        yield page
    finally:
        context.close()
    assert [text for text in complaints if not any(answer in text for answer in expected)] == []
