"""Pages of strangers' PDFs: counted and drawn within limits, whatever the file says of itself."""

from io import BytesIO

import pytest
from PIL import Image

from followups.papers.pages import page_drawn, pages_in
from offices.declining import Declined
from tests.followups.papers.papers import locked_pdf, pdf


def picture(data):
    image = Image.open(BytesIO(data))
    image.load()
    return image


def test_a_page_is_drawn_as_large_as_photos_are_kept():
    drawn = picture(page_drawn(pdf(), 2))
    assert drawn.size == (1601, 2265)  # a hair more than the box, within which it is kept
    assert drawn.getpixel((130, 2000)) < (40, 40, 40)  # within the bar
    assert drawn.getpixel((800, 200)) > (200, 200, 200)


def test_each_page_is_another_picture():
    file = pdf()
    assert len({page_drawn(file, number) for number in (1, 2, 3)}) == 3


@pytest.mark.parametrize("size", [(14_400, 14_400), (14_400, 3), (3, 14_400)])
def test_a_page_of_any_size_needs_no_more_room(size):
    drawn = picture(page_drawn(pdf(1, size), 1))
    assert drawn.width <= 1601
    assert drawn.height <= 2401


@pytest.mark.parametrize("file", [b"%PDF-1.7 tidak ada isinya", b"%PDF-", pdf()[:300], locked_pdf()])
def test_what_cannot_be_opened_is_said(file):
    with pytest.raises(Declined, match="rusak atau terkunci kata sandi"):
        pages_in(file)


def test_more_pages_than_any_paper_has_are_refused(monkeypatch):
    monkeypatch.setattr("followups.papers.pages.MOST_PAGES", 4)
    assert pages_in(pdf(4)) == 4
    with pytest.raises(Declined, match="berisi 5 halaman"):
        pages_in(pdf(5))
