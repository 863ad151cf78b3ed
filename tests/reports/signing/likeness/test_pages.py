"""Pages beside each other by what they are made of: which were added to, and what makes them differ."""

import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reports.signing.likeness.difference import Kind
from reports.signing.likeness.pages import places_on
from reports.signing.likeness.places import Box, block_at, strip_of
from tests.reports.signing.likeness.files import (
    ANCHOR,
    IN_STRIP,
    OUTSIDE,
    SCRIPT,
    WORDS,
    added,
    both,
    difference,
    drawn_besides,
    field,
    page_entry,
    written,
)

pytestmark = pytest.mark.filterwarnings("ignore:This document has")  # a field that stands in no form
STRIP, BLOCK = strip_of(Box(0, 0, 595, 842)), block_at(*ANCHOR)


# --- added to


def test_each_page_that_was_drawn_on_is_named_with_its_places():
    first = added(drawn_besides(0, IN_STRIP))
    assert {number: (each.places, each.in_form) for number, each in first.items()} == {1: ((STRIP,), False)}
    last = added(drawn_besides(1, IN_STRIP))
    assert {number: (each.places, each.in_form) for number, each in last.items()} == {2: ((STRIP, BLOCK), False)}
    assert list(added(both(drawn_besides(0, IN_STRIP), drawn_besides(1, IN_STRIP)))) == [1, 2]


def test_where_it_was_drawn_is_asked_of_the_picture():
    assert list(added(drawn_besides(0, OUTSIDE))) == [1]


@pytest.mark.parametrize(("before", "between"), [(b"q\n", b"Q\n"), (b"", b"\n"), (b"q Q\n", b"\n")])
def test_it_may_be_drawn_before_and_behind(before, between):
    assert list(added(drawn_besides(0, IN_STRIP, before, between))) == [1]
    assert list(added(drawn_besides(0, b"", IN_STRIP + b"\n", b"\n"))) == [1]


@pytest.mark.parametrize(
    "change",
    [
        drawn_besides(0, b"/S sh"),
        drawn_besides(0, b"", b"0.5 g\n", b"\n"),
        drawn_besides(0, b"/OC /L BDC EMC"),
        lambda file: file.pages[0].obj.__setitem__("/Contents", Stream(file, WORDS.replace(b"85", b"95"))),
        lambda file: file.pages[0].obj.__setitem__("/Contents", Stream(file, b"")),
        lambda file: file.pages[0].obj.__delitem__("/Contents"),
    ],
)
def test_what_is_drawn_otherwise_is_other_contents(change):
    assert difference(change) == (Kind.CONTENT, 1, "")


def shown(rect, **changes):
    """A signature field with an area on the first page."""

    def change(file):
        made = file.make_indirect(field(T=String("Layanan"), P=file.pages[0].obj, Rect=Array(rect), **changes))
        file.pages[0].obj.Annots = Array([made])
        file.Root.AcroForm.Fields.append(made)

    return change


def test_a_field_that_shows_is_an_addition_and_one_that_does_not_is_none():
    assert list(added(shown([90, 5, 300, 50]))) == [1]
    assert added(shown([0, 0, 0, 0])) == {}
    assert difference(shown([90, 300, 300, 350])) == (Kind.APPEARANCE, 1, "")


def test_of_two_fields_one_that_shows_is_enough():
    def change(file):
        shown([90, 5, 300, 50])(file)
        file.pages[0].obj.Annots.append(
            file.make_indirect(field(T=String("Dua"), P=file.pages[0].obj, Rect=Array([0] * 4)))
        )

    assert list(added(change)) == [1]


def pointing(file):
    """Something of the file as a whole leads to the first page."""
    file.Root["/Dests"] = Dictionary(A=Array([file.pages[0].obj, Name.Fit]))


def test_a_page_that_was_drawn_on_is_the_same_to_what_only_leads_to_it():
    there = written(pointing)
    assert list(added(both(pointing, drawn_besides(0, IN_STRIP)), prepared=there)) == [1]
    assert difference(drawn_besides(0, IN_STRIP), prepared=there) is None
    elsewhere = both(pointing, lambda file: file.Root.Dests.A.__setitem__(0, file.pages[1].obj))
    assert difference(elsewhere, prepared=there) == (Kind.CATALOGUE, 0, "/Dests")


def tagged(file):
    """Something of the file as a whole leads to the signature field."""
    file.Root["/StructTreeRoot"] = Dictionary(K=Array([file.Root.AcroForm.Fields[0]]))


def filled(file):
    file.Root.AcroForm.Fields[0]["/V"] = Dictionary(Type=Name.Sig)
    file.Root.AcroForm.Fields[0]["/M"] = String("D:2026")


def test_a_field_that_was_filled_in_is_the_same_to_what_only_leads_to_it():
    there = written(tagged)
    assert added(both(tagged, filled), prepared=there) == {}
    renamed = both(tagged, filled, lambda file: file.Root.AcroForm.Fields[0].__setitem__("/T", String("Lain")))
    assert difference(renamed, prepared=there) == (Kind.CATALOGUE, 0, "/StructTreeRoot")


# --- resources


def used(name):
    """The prepared page draws with a second font of this name."""
    return lambda file: file.pages[0].obj.Resources.Font.__setitem__(f"/{name}", Dictionary(BaseFont=Name.Courier))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda file: file.pages[0].obj.Resources.Font.F.__setitem__("/BaseFont", Name.Courier), Kind.RESOURCE),
        (lambda file: file.pages[0].obj.Resources.Font.__delitem__("/F"), Kind.RESOURCE),
        (lambda file: file.pages[0].obj.Resources.__delitem__("/Font"), Kind.RESOURCE),
        (lambda file: file.pages[0].obj.__delitem__("/Resources"), Kind.RESOURCE),
        (used("G"), None),
        (lambda file: file.pages[0].obj.Resources.__setitem__("/XObject", Dictionary(X=Stream(file, b""))), None),
        (lambda file: file.pages[0].obj.Resources.__setitem__("/XObject", Dictionary(X=SCRIPT)), Kind.ACTION),
        (lambda file: file.pages[0].obj.Resources.Font.__setitem__("/G", Dictionary(OC=Dictionary())), Kind.ACTION),
        (
            lambda file: file.pages[0].obj.Resources.__setitem__("/ColorSpace", Dictionary(DefaultRGB=Name.DeviceRGB)),
            Kind.RESOURCE,
        ),
        (lambda file: file.pages[0].obj.Resources.__setitem__("/ColorSpace", Dictionary(C=Name.DeviceRGB)), None),
    ],
)
def test_what_a_page_draws_with_stays_and_what_comes_only_draws(change, kind):
    assert difference(change) == ((kind, 1, "") if kind else None)
    assert difference(both(drawn_besides(0, IN_STRIP), change)) == ((kind, 1, "") if kind else None)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.pages[0].obj.Resources.Font.__delitem__("/Lain"),
        lambda file: file.pages[0].obj.Resources.Font.Lain.__setitem__("/BaseFont", Name.Helvetica),
    ],
)
def test_what_the_page_names_nowhere_is_told_of_the_file_as_a_whole(change):
    """Pages share what they draw with: another page draws with it."""
    assert difference(both(used("Lain"), change), prepared=written(used("Lain"))) == (Kind.RESOURCE, 0, "")


# --- the whole page as one form


def as_form(change=lambda form: None, content=b"q /TPL0 Do Q"):
    def changed(file):
        page = file.pages[0].obj
        form = Stream(file, page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form, BBox=page.MediaBox)
        form.Resources = page.Resources
        change(form)
        page.Resources = Dictionary(XObject=Dictionary(TPL0=file.make_indirect(form)))
        page.Contents = Stream(file, content)

    return changed


def test_a_page_that_was_put_into_one_form_is_the_same_page():
    ((number, addition),) = added(as_form()).items()
    assert (number, addition.in_form, addition.places) == (1, True, (STRIP,))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (as_form(lambda form: form.__setitem__("/OC", Dictionary())), Kind.ACTION),
        (as_form(lambda form: form.__setitem__("/Ref", Dictionary())), Kind.ACTION),
        (as_form(lambda form: form.__delitem__("/Resources")), Kind.RESOURCE),
        (as_form(lambda form: form.__setitem__("/Resources", Dictionary(Font=Dictionary()))), Kind.RESOURCE),
        (as_form(lambda form: form.__setitem__("/Subtype", Name.Image)), Kind.CONTENT),
        (as_form(lambda form: form.write(WORDS.replace(b"85", b"95"))), Kind.CONTENT),
        (as_form(content=b"q /Lain Do Q"), Kind.CONTENT),
        (as_form(content=b"q 2 0 0 2 0 0 cm 0.5 g /TPL0 Do Q"), Kind.CONTENT),
        (as_form(content=b"q Q"), Kind.CONTENT),
    ],
)
def test_a_form_that_is_not_the_page_as_it_was_is_refused(change, kind):
    assert difference(change) == (kind, 1, "")


# --- frames of pages


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (page_entry(1, "MediaBox", Array([0, 0, 595, 843])), Kind.SIZE),
        (page_entry(1, "CropBox", Array([0, 0, 595, 400])), Kind.SIZE),
        (page_entry(1, "Rotate", 90), Kind.SIZE),
        (page_entry(1, "UserUnit", 2), Kind.SIZE),
        (page_entry(1, "AA", Dictionary(O=SCRIPT)), Kind.CATALOGUE),
        (page_entry(1, "Group", Dictionary()), Kind.CATALOGUE),
        (page_entry(1, "Dur", 3), Kind.CATALOGUE),
    ],
)
def test_size_way_up_and_whatever_a_page_says_stay(change, kind):
    assert difference(change) == (kind, 2, "")


def test_what_pages_inherit_counts_as_their_own():
    def inherited(file):
        file.Root.Pages["/MediaBox"], file.Root.Pages["/Rotate"] = file.pages[0].obj.MediaBox, 0
        for page in file.pages:
            del page.obj["/MediaBox"]

    assert added(inherited) == {}
    assert difference(both(inherited, lambda file: file.Root.Pages.__setitem__("/Rotate", 90))) == (Kind.SIZE, 1, "")


@pytest.mark.parametrize("levels", [0, 1, 50])
def test_a_size_is_inherited_over_many_levels_and_places_follow_from_it(levels):
    page = Dictionary(MediaBox=Array([0, 100, 300, 500]))
    for _ in range(levels):
        page = Dictionary(Parent=page)
    box = Box(0, 100, 300, 500)
    assert places_on(page, []) == (strip_of(box),)
    assert places_on(page, [ANCHOR, (9, 200)]) == (strip_of(box), BLOCK, block_at(9, 200))


@pytest.mark.parametrize("number", [1, 3])
def test_pages_are_counted_first(number):
    assert difference(pages=number) == (Kind.PAGE_COUNT, 0, f"2 {number}")


# --- links


def links(*addresses):
    def change(file):
        for address in addresses:
            action = Dictionary(S=Name.URI, URI=String(address))
            link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([9, 9, 99, 99]), A=action)
            if "/Annots" not in file.pages[0].obj:
                file.pages[0].obj.Annots = Array([])
            file.pages[0].obj.Annots.append(file.make_indirect(link))

    return change


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        ("abc", None),
        ("ab", None),
        ("ac", None),
        ("bc", None),
        ("c", None),
        ("", None),
        ("abcd", Kind.ANNOTATION),
        ("abb", Kind.ANNOTATION),
        ("ba", Kind.ANNOTATION),
        ("x", Kind.ANNOTATION),
        ("aabc", Kind.ANNOTATION),
    ],
)
def test_links_stay_in_their_order_or_go(found, kind):
    assert difference(links(*found), prepared=written(links(*"abc"))) == ((kind, 1, "") if kind else None)
