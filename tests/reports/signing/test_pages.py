"""What a PDF shows and says of itself: its words, its makers, what is packed into it, whether it is but a picture."""

import io

import pikepdf
import pypdfium2
import pytest

from reports.signing import pages
from reports.signing.pages import LockedError, pages_of
from tests.reports.verification.test_traces import made


def several(words):
    """A file with a page for each of these."""
    target = io.BytesIO()
    with pikepdf.new() as whole:
        for each in words:
            with pikepdf.open(io.BytesIO(made(each))) as one:
                whole.pages.extend(one.pages)
        whole.save(target)
    return target.getvalue()


def test_the_words_of_all_pages_stand_in_their_order_and_makers_beside_each_other():
    found = pages_of(several(["Halaman satu", "Halaman dua"]))
    assert found.words == "Halaman satu Halaman dua"
    assert pages_of(made("a", creator="SKM Portal", producer="WeasyPrint")).makers == "SKM Portal WeasyPrint"
    assert pages_of(made("a")).makers == " "


def test_pages_and_attachments_beyond_the_bounds_are_not_read(monkeypatch):
    monkeypatch.setattr(pages, "MOST_PAGES", 2)
    monkeypatch.setattr(pages, "MOST_ATTACHED", 1)
    assert pages_of(several(["satu", "dua", "tiga"])).words == "satu dua"
    assert pages_of(made("a", attached=[b"satu", b"dua"])).attached == (b"satu",)


def test_what_is_packed_comes_out_as_it_is():
    assert pages_of(made("a", attached=[b"%PDF-1.7 isi", b"\0"])).attached == (b"%PDF-1.7 isi", b"\0")
    assert pages_of(made("a")).attached == ()


def test_an_attachment_that_holds_nothing_leaves_the_rest_to_be_read():
    found = pages_of(made("Nilai", attached=[b"", b"isi"]))
    assert (found.words, found.attached) == ("Nilai", (b"isi",))


@pytest.mark.parametrize("password", ["rahasia", ""])
def test_a_locked_file_is_told_as_locked_whether_or_not_it_opens_without_the_word(password):
    content = made("rahasia", password=password or None)
    if not password:
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(content)) as file:
            file.save(target, encryption=pikepdf.Encryption(owner="pemilik", user=""))
        content = target.getvalue()
    with pytest.raises(LockedError):
        pages_of(content)


@pytest.mark.parametrize("content", [b"", b"halo", b"%PDF-1.7\nrusak", several([])])
def test_what_is_no_pdf_or_has_no_page_raises_what_the_library_raises(content):
    with pytest.raises(pypdfium2.PdfiumError):
        pages_of(content)


@pytest.mark.parametrize(
    ("content", "is_picture"),
    [
        (made(picture=True), True),
        (made("Nilai", picture=True), False),
        (made("Nilai"), False),
        (made(), False),
    ],
    ids=["picture", "both", "text", "blank"],
)
def test_a_picture_is_a_first_page_with_nothing_else_on_it(content, is_picture):
    assert pages_of(content).pictures_only is is_picture


def test_only_the_first_page_says_whether_it_is_a_picture():
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(made(picture=True))) as one, pikepdf.open(io.BytesIO(made("Nilai"))) as other:
        one.pages.extend(other.pages)
        one.save(target)
    assert pages_of(target.getvalue()).pictures_only


def test_a_hyphen_at_the_end_of_a_line_is_one():
    """A code that is printed over two lines is still read."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(made("x"))) as file:
        drawn = b"BT /F 10 Tf 10 200 Td (ABCD-) Tj 0 -12 Td (EFGH) Tj ET"
        file.pages[0].Contents = pikepdf.Stream(file, drawn)
        file.save(target)
    words = pages_of(target.getvalue()).words
    assert "\ufffe" not in words
    assert "ABCD-" in words
