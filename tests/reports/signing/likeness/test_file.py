"""Two files beside each other: what may come, go and be lost around the pages, and what makes them differ."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reports.signing.likeness.difference import DiffersError, Kind
from reports.signing.likeness.file import differing_pages
from tests.cases import in_one_test
from tests.reports.signing.likeness.files import (
    PREPARED,
    SCRIPT,
    added,
    both,
    difference,
    page_entry,
    root_entry,
    written,
)

pytestmark = pytest.mark.filterwarnings("ignore:This document has")  # a field that stands in no form


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


@in_one_test(
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


def with_contents_that_are_no_drawing(file):
    file.pages[0].obj.Contents = Stream(file, b"rusak", Filter=Name.DCTDecode)


def test_a_page_whose_drawing_cannot_be_unpacked_is_unreadable():
    assert difference(with_contents_that_are_no_drawing) == (Kind.UNREADABLE, 0, "")
