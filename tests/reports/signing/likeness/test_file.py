"""Two files beside each other by what they are made of: which pages were added to, and what makes them differ."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reports.signing.likeness.difference import DiffersError, Kind
from reports.signing.likeness.file import differing_pages
from reports.signing.likeness.places import Box, block_at, strip_of
from tests.reports.signing.likeness.files import ANCHOR, IN_STRIP, OUTSIDE, WORDS, drawn_besides, field, written

pytestmark = pytest.mark.filterwarnings("ignore:This document has")  # a field that stands in no form
PREPARED = written()
STRIP, BLOCK = strip_of(Box(0, 0, 595, 842)), block_at(*ANCHOR)
SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def added(change=lambda file: None, prepared=PREPARED, **options):
    return differing_pages(prepared, written(change, **options))


def difference(change=lambda file: None, prepared=PREPARED, **options):
    """Kind, page and detail of the first difference; None where there is none."""
    try:
        added(change, prepared, **options)
    except DiffersError as differs:
        return differs.kind, differs.page, differs.detail
    return None


def page_entry(at, key, value):
    return lambda file: file.pages[at].obj.__setitem__(f"/{key}", value)


def root_entry(key, value):
    return lambda file: file.Root.__setitem__(f"/{key}", value)


def both(*changes):
    def change(file):
        for each in changes:
            each(file)

    return change


# --- the same


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
        {"compress_streams": False},
        {"normalize_content": True},
        {"min_version": "1.7"},
    ],
)
def test_a_file_that_was_only_saved_anew_is_the_same(options):
    assert added(**options) == {}


@pytest.mark.parametrize(
    "change",
    [
        page_entry(0, "Rotate", 0),
        page_entry(0, "UserUnit", 1),
        page_entry(0, "CropBox", Array([0, 0, 595, 842])),
        root_entry("DSS", Dictionary(Certs=Array([]))),
        root_entry("Extensions", Dictionary()),
        root_entry("Perms", Dictionary(DocMDP=Dictionary())),
        root_entry("AcroForm", Dictionary()),
        lambda file: file.Root.AcroForm.__delitem__("/SigFlags"),
        lambda file: file.pages[1].obj.__delitem__("/Annots"),
        lambda file: file.docinfo.__delitem__("/Title"),
        lambda file: file.docinfo.__setitem__("/Producer", "Layanan TTE"),
        lambda file: file.pages[0].obj.Resources.__setitem__("/ProcSet", Array([Name.PDF])),
    ],
)
def test_what_says_nothing_else_may_come_or_go(change):
    assert added(change) == {}


def test_what_a_service_may_lose_may_go_but_not_where_files_hang_on_it():
    tagged = both(root_entry("MarkInfo", Dictionary(Marked=True)), root_entry("Lang", String("id")))
    assert differing_pages(written(tagged), PREPARED) == {}
    hung = both(tagged, root_entry("AF", Array([])))
    with pytest.raises(DiffersError) as refused:
        differing_pages(written(hung), written(root_entry("AF", Array([]))))
    assert refused.value.kind == Kind.CATALOGUE
    attached = both(tagged, root_entry("Names", Dictionary(EmbeddedFiles=Dictionary())))
    with pytest.raises(DiffersError):
        differing_pages(written(attached), written(root_entry("Names", Dictionary(EmbeddedFiles=Dictionary()))))


@pytest.mark.parametrize("key", ["StructParents", "Tabs", "BleedBox", "TrimBox", "ArtBox"])
def test_what_a_page_may_lose_may_go_and_not_come(key):
    value = {"StructParents": 1, "Tabs": Name.S}.get(key, Array([0, 0, 595, 842]))
    there = written(page_entry(0, key, value))
    assert differing_pages(there, PREPARED) == differing_pages(there, there) == {}
    assert difference(page_entry(0, key, value)) == (Kind.CATALOGUE, 1, "")
    assert difference(page_entry(0, key, Array([1])), prepared=there) == (Kind.CATALOGUE, 1, "")


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


# --- the file as a whole


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (root_entry("OpenAction", SCRIPT), (Kind.ACTION, 0, "/OpenAction")),
        (root_entry("AA", Dictionary()), (Kind.ACTION, 0, "/AA")),
        (root_entry("OCProperties", Dictionary()), (Kind.ACTION, 0, "/OCProperties")),
        (root_entry("Names", Dictionary(JavaScript=Dictionary())), (Kind.ACTION, 0, "/Names")),
        (root_entry("AF", Array([])), (Kind.ACTION, 0, "/AF")),
        (root_entry("Collection", Dictionary()), (Kind.ACTION, 0, "/Collection")),
        (root_entry("Lang", String("en")), (Kind.CATALOGUE, 0, "/Lang")),
        (root_entry("Lain", 1), (Kind.CATALOGUE, 0, "/Lain")),
        (root_entry("Perms", Dictionary(UR3=Dictionary())), (Kind.ACTION, 0, "")),
        (root_entry("AcroForm", Dictionary(XFA=Array([]))), (Kind.FORM, 0, "")),
        (lambda file: file.docinfo.__setitem__("/Title", "Lain"), (Kind.TITLE, 0, "")),
    ],
)
def test_what_acts_hides_or_hangs_on_is_refused(change, told):
    assert difference(change) == told


def titled(title):
    def change(file):
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["dc:title"] = title

    return change


def test_both_titles_of_a_file_are_held_to_what_was_prepared():
    there = written(titled("Laporan"))
    assert differing_pages(there, there) == differing_pages(there, PREPARED) == {}
    assert difference(titled("Lain"), prepared=there) == (Kind.TITLE, 0, "")
    assert difference(titled("Laporan")) == (Kind.TITLE, 0, "")


def locked(user):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(PREPARED)) as file:
        file.save(target, encryption=pikepdf.Encryption(owner="pemilik", user=user))
    return target.getvalue()


@pytest.mark.parametrize(
    ("found", "kind"),
    [
        (b"", Kind.IRREGULAR),
        (b" " + PREPARED, Kind.IRREGULAR),
        (PREPARED + b"\n% /XRefStm\n", Kind.IRREGULAR),
        (b"%PDF-1.7 rusak", Kind.UNREADABLE),
        (locked("rahasia"), Kind.LOCKED),
        (locked(""), Kind.LOCKED),
        (PREPARED[: PREPARED.rindex(b"startxref")], Kind.IRREGULAR),
    ],
)
def test_what_is_no_regular_file_is_refused(found, kind):
    with pytest.raises(DiffersError) as refused:
        differing_pages(PREPARED, found)
    assert refused.value.kind == kind


def test_a_hybrid_table_is_refused_only_where_it_was_not_prepared_so():
    hybrid = PREPARED + b"\n% /XRefStm\n"
    assert differing_pages(hybrid, hybrid) == {}
