"""Draws the icons of the installed portal from its mark: ``python -m tests.skm_portal.icons``, after the mark changed.

A phone cuts its own shape out of the full one, so that its mark stands within the middle four fifths and no corner is
left bare.
"""

from skm_portal.settings import BASE_DIR
from tests.programs import needed

IMAGES = BASE_DIR / "static" / "img"
GROUND = "#0e5158"
DRAWN = {"mark-192.png": (192, False), "mark-512.png": (512, False), "mark-full-512.png": (512, True)}
"""File to pixels on each side, and whether its ground fills the corners."""


def _page(side, is_full):
    mark = (IMAGES / "mark.svg").read_text()
    ground = GROUND if is_full else "transparent"
    return f"<style>body{{margin:0;background:{ground}}}svg{{display:block;width:{side}px}}</style>{mark}"


def main():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=needed("chromium"), args=["--no-sandbox"])
        for name, (side, is_full) in DRAWN.items():
            page = browser.new_page(viewport={"width": side, "height": side})
            page.set_content(_page(side, is_full))
            page.screenshot(path=IMAGES / name, omit_background=True)
        browser.close()


if __name__ == "__main__":
    main()
