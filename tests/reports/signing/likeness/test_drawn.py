"""What PDFium makes of two files: the same text, objects and picture, but for places where something may stand."""

import io
import math
import re

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Stream

from reports.signing.likeness.difference import DiffersError, Kind
from reports.signing.likeness.drawn import BROKEN, LOCKED, check_drawn_alike, hindrance_to_reading
from reports.signing.likeness.judge import Likeness, likeness
from reports.signing.likeness.places import Addition, Box, block_at, strip_of
from tests.reports.signing.likeness.files import (
    ANCHOR,
    IN_BLOCK,
    IN_STRIP,
    OUTSIDE,
    RED,
    WORDS,
    box,
    drawn_besides,
    field,
    written,
)

STRIP, BLOCK = strip_of(Box(0, 0, 595, 842)), block_at(*ANCHOR)
FOOT = WORDS + b" BT /F 9 Tf 500 20 Td (17) Tj ET"
PREPARED = written()
NUMBERED = written(words=FOOT)
EVERYWHERE = Addition((Box(0, 0, 595, 842),))
WHITE = "1 1 1"


def difference(found, additions=None, prepared=PREPARED):
    """Kind and page of the first difference; None where both show the same."""
    try:
        check_drawn_alike(prepared, found, additions or {})
    except DiffersError as differs:
        return differs.kind, differs.page
    return None


def words(text, left, bottom, font=b"F"):
    return b"BT /%s 9 Tf %d %d Td (%s) Tj ET" % (font, left, bottom, text)


# --- the same


def test_the_same_file_shows_the_same():
    assert difference(PREPARED) is None
    assert difference(written(object_stream_mode=pikepdf.ObjectStreamMode.generate)) is None


def test_what_nobody_allowed_is_a_difference_wherever_it_stands():
    assert difference(written(drawn_besides(0, IN_STRIP))) == (Kind.PICTURE, 1)
    assert difference(written(drawn_besides(1, OUTSIDE))) == (Kind.PICTURE, 2)
    assert difference(written(drawn_besides(1, words(b"Lain", 100, 20)))) == (Kind.TEXT, 2)


def test_what_was_taken_away_is_a_difference():
    assert difference(PREPARED, prepared=written(drawn_besides(0, IN_STRIP))) == (Kind.PICTURE, 1)
    assert difference(PREPARED, {1: EVERYWHERE}, prepared=written(drawn_besides(0, IN_STRIP))) == (Kind.OBJECT, 1)
    assert difference(written(words=b""), {1: EVERYWHERE, 2: EVERYWHERE}) == (Kind.TEXT, 1)


def test_another_word_is_a_difference_though_anything_may_be_added_there():
    assert difference(written(words=WORDS.replace(b"85", b"95"))) == (Kind.TEXT, 1)
    assert difference(written(words=WORDS.replace(b"85", b"95")), {1: EVERYWHERE}) == (Kind.TEXT, 1)


def test_words_that_moved_are_a_difference():
    moved = written(words=WORDS.replace(b"700", b"690"))
    assert difference(moved) == (Kind.PICTURE, 1)
    assert difference(moved, {1: Addition((STRIP,))}) is not None


@pytest.mark.parametrize(
    ("key", "value"), [("MediaBox", Array([0, 0, 595, 800])), ("Rotate", 90), ("CropBox", Array([0, 0, 500, 842]))]
)
def test_a_page_of_another_size_or_way_up_is_a_difference(key, value):
    def change(file):
        file.pages[1].obj[f"/{key}"] = value

    assert difference(written(change)) == (Kind.SIZE, 2)


def test_another_number_of_pages_is_irregular_and_what_does_not_open_unreadable():
    assert difference(written(pages=3)) == (Kind.IRREGULAR, 0)
    assert difference(b"%PDF-1.7 rusak") == (Kind.UNREADABLE, 0)
    assert difference(PREPARED, prepared=b"%PDF-1.7 rusak") == (Kind.UNREADABLE, 0)


# --- within places


@pytest.mark.parametrize(
    ("page", "content", "places"),
    [
        (1, IN_STRIP, (STRIP,)),
        (2, IN_BLOCK, (STRIP, BLOCK)),
        (2, IN_STRIP + b" " + IN_BLOCK, (STRIP, BLOCK)),
        (1, words(b"Ditandatangani", 100, 20), (STRIP,)),
        (1, box(RED, 0, 0, 490, 56), (STRIP,)),
        (2, box(RED, ANCHOR[0], ANCHOR[1] - 170, 205, 170), (STRIP, BLOCK)),
    ],
)
def test_what_is_added_within_its_places_is_none(page, content, places):
    found = written(drawn_besides(page - 1, content), words=FOOT)
    assert difference(found, {page: Addition(places)}, NUMBERED) is None


@pytest.mark.parametrize(
    ("page", "content", "kind"),
    [
        (1, OUTSIDE, Kind.OBJECT),
        (2, IN_BLOCK, Kind.OBJECT),
        (1, box(RED, 0, 0, 490, 60), Kind.OBJECT),
        (1, words(b"Lain", 100, 300), Kind.TEXT),
        (1, words(b"Lain", 580, 20), Kind.TEXT),
        (1, box(RED, 490, 10, 40, 30), Kind.COVERED),
        (1, box(WHITE, 490, 10, 40, 30), Kind.COVERED),
        (1, words(b"99", 500, 20), Kind.COVERED),
    ],
)
def test_what_is_added_elsewhere_or_over_what_was_printed_is_a_difference(page, content, kind):
    found = written(drawn_besides(page - 1, content), words=FOOT)
    assert difference(found, {page: Addition((STRIP,))}, NUMBERED) == (kind, page)


def test_right_beside_what_is_printed_something_may_stand():
    assert (
        difference(written(drawn_besides(0, box(RED, 450, 10, 48, 30)), words=FOOT), {1: Addition((STRIP,))}, NUMBERED)
        is None
    )
    assert (
        difference(written(drawn_besides(0, box(RED, 512, 10, 40, 30)), words=FOOT), {1: Addition((STRIP,))}, NUMBERED)
        is None
    )


def test_in_the_block_nothing_that_has_a_colour_is_covered_and_in_the_strip_a_cover_may_be():
    line = box("0 0 1", ANCHOR[0] + 10, ANCHOR[1] - 50, 80, 30)
    lined = written(drawn_besides(1, line))
    over = written(lambda file: (drawn_besides(1, line)(file), drawn_besides(1, IN_BLOCK)(file)))
    assert difference(over, {2: Addition((STRIP, BLOCK))}, lined) == (Kind.COVERED, 2)
    band = box("0 0 1", 0, 0, 595, 50)
    cover = written(drawn_besides(0, band))
    stamped = written(lambda file: (drawn_besides(0, band)(file), drawn_besides(0, IN_STRIP)(file)))
    assert difference(stamped, {1: Addition((STRIP,))}, cover) is None


# --- all of a page as one form


def as_form(besides=b""):
    def change(file):
        page = file.pages[0].obj
        form = Stream(file, page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form, BBox=page.MediaBox)
        form.Resources = page.Resources
        page.Resources = Dictionary(XObject=Dictionary(TPL0=file.make_indirect(form)))
        page.Contents = Stream(file, b"q /TPL0 Do Q " + besides)

    return written(change)


def test_one_form_may_stand_for_all_that_was_drawn():
    in_form = Addition((STRIP,), in_form=True)
    assert difference(as_form(), {1: in_form}) is None
    assert difference(as_form(IN_STRIP), {1: in_form}) is None
    assert difference(as_form(OUTSIDE), {1: in_form}) == (Kind.OBJECT, 1)
    assert difference(as_form(b"/TPL0 Do"), {1: in_form}) == (Kind.TEXT, 1)
    assert difference(as_form(), {1: Addition((STRIP,))}) == (Kind.OBJECT, 1)


def test_no_more_than_a_form_may_stand_for_what_was_drawn():
    found = written(drawn_besides(0, b"", OUTSIDE + b"\n", b"\n"))
    assert difference(found, {1: Addition((STRIP,), in_form=True)}) == (Kind.OBJECT, 1)


def test_what_another_program_rounded_did_not_move():
    """Neither a thing nor a letter, by less than what a tenth of a point tells."""
    at, beside, elsewhere = (b"q 1 1 1 rg %s 300 50 30 re f Q" % left for left in (b"100.01", b"100.04", b"100.16"))
    prepared = written(drawn_besides(0, at))
    assert difference(written(drawn_besides(0, beside)), {1: Addition((STRIP,))}, prepared) is None
    assert difference(written(drawn_besides(0, elsewhere)), {1: Addition((STRIP,))}, prepared) == (Kind.OBJECT, 1)


@pytest.mark.parametrize("left", [500, 500.25, 500.5, 500.75])
def test_a_pixel_covers_what_lies_at_its_middle(left):
    foot = WORDS + b" BT /F 9 Tf %.2f 20 Td (17) Tj ET" % left
    prepared = written(words=foot)
    text = pypdfium2.PdfDocument(prepared)[0].get_textpage()
    right = round(text.get_charbox(text.count_chars() - 1)[2], 1)
    free = math.floor(right - 0.5) + 1  # the first pixel whose middle lies behind the last letter
    for begin, told in ((free, None), (free - 1, (Kind.COVERED, 1))):
        found = written(drawn_besides(0, box(RED, begin, 10, 20, 30)), words=foot)
        assert difference(found, {1: Addition((STRIP,))}, prepared) == told


# --- faces of fields are drawn


def test_the_face_of_a_field_is_seen():
    def change(file):
        face = Stream(
            file, b"1 0 0 rg 0 0 200 45 re f", BBox=Array([0, 0, 200, 45]), Subtype=Name.Form, Type=Name.XObject
        )
        made = file.make_indirect(field(P=file.pages[0].obj, Rect=Array([90, 5, 290, 50]), AP=Dictionary(N=face)))
        file.pages[0].obj.Annots = Array([made])
        file.Root.AcroForm.Fields.append(made)

    assert difference(written(change), {1: Addition((STRIP,))}) is None
    assert difference(written(change)) == (Kind.PICTURE, 1)


# --- whether it can be read at all


def locked(user):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(PREPARED)) as file:
        file.save(target, encryption=pikepdf.Encryption(owner="pemilik", user=user))
    return target.getvalue()


def with_a_page_that_is_not_there():
    """The second of two pages is an object that the file does not hold."""
    return re.sub(rb"(/Kids \[ \d 0 R) \d( 0 R \])", rb"\1 0\2", PREPARED)


@pytest.mark.parametrize(
    ("content", "hindrance"),
    [
        (PREPARED, ""),
        (locked(""), ""),
        (locked("rahasia"), LOCKED),
        (b"%PDF-1.7 rusak", BROKEN),
        (b"", BROKEN),
        (with_a_page_that_is_not_there(), "2"),
        (written(lambda file: file.Root.Pages.__setitem__("/Kids", Array([]))), BROKEN),
    ],
)
def test_what_hinders_a_reader_is_named(content, hindrance):
    assert hindrance_to_reading(content) == hindrance


# --- the question as a whole


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda file: None, Likeness()),
        (drawn_besides(0, IN_STRIP), Likeness(stamped=(1,))),
        (lambda file: (drawn_besides(1, IN_BLOCK)(file), drawn_besides(0, IN_STRIP)(file)), Likeness(stamped=(1, 2))),
        (drawn_besides(1, OUTSIDE), Likeness(Kind.OBJECT, 2)),
        (drawn_besides(1, words(b"Lain", 100, 300)), Likeness(Kind.TEXT, 2)),
        (lambda file: file.docinfo.__setitem__("/Title", "Lain"), Likeness(Kind.TITLE)),
        (lambda file: file.Root.__setitem__("/AA", Dictionary()), Likeness(Kind.ACTION, 0, "/AA")),
    ],
)
def test_a_file_is_told_by_its_first_difference_or_by_the_pages_that_were_added_to(change, told):
    assert likeness(PREPARED, written(change)) == told
