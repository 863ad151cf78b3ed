"""One entry of the file as a whole written anew, behind a signed file: which may come, and which is a change."""

import io
import re
import zlib

import pikepdf
import pytest

from reports.signing.judging.judge import judged
from reports.signing.judging.revisions import state_at
from reports.signing.verify import Added
from tests.reports.signing.forgeries.draft import Draft, stream
from tests.reports.signing.forgeries.original import original_of
from tests.reports.signing.judging.judging import redated

FREE, OTHER, METADATA = Added.PROOFS, Added.OTHER, Added.METADATA


@pytest.fixture(scope="module", params=[False, True], ids=["streams", "table"])
def original(request, authority):
    return original_of(authority, table=request.param)


def told(original, place, trailer=b"", **entries):
    draft = Draft(original)
    if place:
        draft.edit(getattr(original, place), **entries)
    return judged(draft.written(trailer=trailer), len(original.pdf))


@pytest.mark.parametrize(
    ("entries", "added"),
    [
        ({}, FREE),
        ({"Version": b"/2.0"}, FREE),
        ({"Version": b"/1.0"}, OTHER),
        ({"Version": b"/3.0"}, OTHER),
        ({"Version": b"2.0"}, OTHER),
        ({"Extensions": b"<< /ADBE << /BaseVersion /1.7 /ExtensionLevel 8 >> >>"}, FREE),
        ({"Extensions": b"<< /Type /Extensions >>"}, FREE),
        ({"Extensions": b"<< /ADBE << /BaseVersion /1.7 /JS (app.alert) >> >>"}, OTHER),
        ({"Extensions": b"<< /ADBE 8 >>"}, OTHER),
        ({"Extensions": b"[1]"}, OTHER),
        ({"Perms": b"<< /UR3 << >> >>"}, OTHER),
        ({"Perms": b"<< /DocMDP << >> >>"}, OTHER),
        ({"Lang": b"(en)"}, OTHER),
        ({"OpenAction": b"<< /S /JavaScript /JS (app.alert) >>"}, OTHER),
        ({"Metadata": None}, OTHER),
        ({"AcroForm": None}, OTHER),
        ({"Pages": b"<< >>"}, OTHER),
        ({"DSS": b"<< >>"}, FREE),
        ({"DSS": b"<< /Type /DSS /Certs [] >>"}, FREE),
        ({"DSS": b"<< /Type /DSS /VRI << /ABCD << >> >> /Certs [] /OCSPs [] /CRLs [] >>"}, FREE),
        ({"DSS": b"<< /Type /Catalog >>"}, OTHER),
        ({"DSS": b"<< /Lain [] >>"}, OTHER),
        ({"DSS": b"<< /Certs << >> >>"}, OTHER),
        ({"DSS": b"<< /Certs [(a)] >>"}, OTHER),
        ({"DSS": b"[]"}, OTHER),
        ({"DSS": b"<< /VRI << >> >>"}, FREE),
        ({"DSS": b"<< /VRI << /ABCD << /Type /VRI /Cert [] >> >> >>"}, FREE),
        ({"DSS": b"<< /VRI << /ABCD << /TU (D:20260109) >> >> >>"}, FREE),
        ({"DSS": b"<< /VRI << /ABCD << /Type /Lain >> >> >>"}, OTHER),
        ({"DSS": b"<< /VRI << /ABCD << /Lain 1 >> >> >>"}, OTHER),
        ({"DSS": b"<< /VRI << /ABCD [] >> >>"}, OTHER),
        ({"DSS": b"<< /VRI << /ABCD << /TS (a) >> >> >>"}, OTHER),
    ],
)
def test_of_the_catalogue_only_proofs_and_what_a_file_says_of_its_format_may_come(original, entries, added):
    assert told(original, "root", **entries) == added


@pytest.mark.parametrize(
    ("entries", "added"),
    [
        ({"SigFlags": b"0"}, FREE),
        ({"SigFlags": b"1"}, FREE),
        ({"SigFlags": b"2"}, FREE),
        ({"SigFlags": None}, FREE),
        ({"SigFlags": b"3"}, FREE),
        ({"SigFlags": b"4"}, OTHER),
        ({"SigFlags": b"(3)"}, OTHER),
        ({"NeedAppearances": b"true"}, OTHER),
        ({"XFA": b"[]"}, OTHER),
        ({"DA": b"(/Lain 0 Tf)"}, OTHER),
        ({"Fields": b"[]"}, OTHER),
        ({"Fields": None}, OTHER),
    ],
)
def test_a_form_keeps_its_fields_and_may_say_that_it_is_signed(original, entries, added):
    assert told(original, "form", **entries) == added


@pytest.mark.parametrize("again", [b"%d 0 R %d 0 R", b"%d 0 R << /FT /Sig /T (Lain) /Subtype /Widget >>"])
def test_a_form_gains_no_field_twice_and_none_that_is_no_object(original, again):
    fields = again % ((original.field,) * again.count(b"%d"))
    assert told(original, "form", Fields=b"[%s]" % fields) == OTHER


@pytest.mark.parametrize(
    ("entries", "added"),
    [
        ({"ModDate": b"(D:20260109)"}, FREE),
        ({"Producer": b"(Layanan)"}, FREE),
        ({"ModDate": b"(D:20260109)", "Producer": None}, FREE),
        ({"Title": b"(Lain)"}, METADATA),
        ({"Title": None}, METADATA),
        ({"Author": b"(Orang Lain)"}, METADATA),
        ({"Lain": b"<< /A 1 >>"}, METADATA),
        ({"Lain": b"9999 0 R"}, OTHER),
    ],
)
def test_what_a_file_says_of_itself_may_be_dated_anew_and_any_other_word_is_told(original, entries, added):
    assert told(original, "info", **entries) == added


@pytest.mark.parametrize(
    ("head", "added"),
    [
        (b"/Type /Metadata /Subtype /XML", FREE),
        (b"/Subtype /XML", OTHER),
        (b"/Type /Metadata /Subtype /XML /Lain 1", OTHER),
    ],
)
def test_what_it_says_in_xmp_may_be_packed(original, head, added):
    with pikepdf.open(io.BytesIO(original.pdf)) as file:
        said = file.Root.Metadata.read_bytes()
    draft = Draft(original)
    number = draft.stream(zlib.compress(said), head + b" /Filter /FlateDecode")
    draft.edit(original.root, Metadata=b"%d 0 R" % number)
    assert judged(draft.written(), len(original.pdf)) == added


def test_other_words_in_xmp_are_told(original):
    with pikepdf.open(io.BytesIO(original.pdf)) as file:
        said = file.Root.Metadata.read_bytes()
    other = said.replace(b"Laporan", b"Lampiran")
    assert other != said
    draft = Draft(original)
    number = draft.stream(other, b"/Type /Metadata /Subtype /XML")
    draft.edit(original.root, Metadata=b"%d 0 R" % number)
    assert judged(draft.written(), len(original.pdf)) == METADATA


def test_a_file_that_said_something_of_itself_goes_on_to_say_it(original):
    draft = Draft(original)
    draft.edit(original.pages[0])
    known, pdf = b"/Info %d 0 R " % original.info, draft.written()
    end = len(original.pdf)
    assert known in pdf[end:]
    assert judged(pdf[:end] + pdf[end:].replace(known, b""), end) == OTHER


@pytest.mark.parametrize(
    ("place", "entries"),
    [
        ("field", {"Rect": b"[0 0 500 500]"}),
        ("field", {"T": b"(Lain)"}),
        ("field", {"F": b"0"}),
        ("field", {"V": None}),
        ("signature", {"Reason": b"(Lain)"}),
        ("signature", {"M": b"(D:20300101)"}),
    ],
)
def test_what_was_signed_is_not_written_anew(original, place, entries):
    assert told(original, place, **entries) == OTHER


@pytest.mark.parametrize(
    ("trailer", "added"),
    [
        (b"", FREE),
        (b"/ID [(lain) (lain)]", OTHER),
        (b"/Lain 1", OTHER),
        (b"/Encrypt null", OTHER),
        (b"/ID [(a)]", OTHER),
    ],
)
def test_the_end_of_an_update_says_no_more_than_where_things_are(original, trailer, added):
    draft = Draft(original)
    draft.edit(original.info, ModDate=b"(D:20260109)")
    assert judged(draft.written(trailer=trailer), len(original.pdf)) == added


@pytest.mark.parametrize(("more", "added"), [(0, FREE), (-1, OTHER), (100, OTHER), (10**9, OTHER)])
def test_an_update_counts_the_numbers_as_they_are(original, more, added):
    draft = Draft(original)
    draft.edit(original.info, ModDate=b"(D:20260109)")
    end = len(original.pdf)
    usual = int(re.findall(rb"/Size (\d+)", draft.written()[end:])[-1])
    assert judged(draft.written(size=usual + more), end) == added


def test_an_object_that_the_update_does_not_name_is_a_change(authority):
    """A program that repairs files finds it, where all others read what stood there before."""
    original = original_of(authority, table=True)
    draft = Draft(original)
    draft.edit(original.pages[0])
    draft.edit(original.info, ModDate=b"(D:20260109)")
    end, pdf = len(original.pdf), draft.written()
    without = re.sub(rb"\n%d 1\n\d{10} 00000 n " % original.info, b"", pdf[end:])
    assert len(without) < len(pdf) - end
    assert [judged(pdf, end), judged(pdf[:end] + without, end)] == [FREE, OTHER]


def test_a_row_that_leads_to_another_object_of_the_update_is_a_change(original):
    draft = Draft(original)
    draft.edit(original.pages[0])
    draft.edit(original.info, ModDate=b"(D:20260109)")
    end, pdf = len(original.pdf), draft.written()
    places = [pdf.index(b"\n%d 0 obj" % number, end - 1) + 1 for number in (original.info, original.pages[0])]
    told = [judged(draft.written(rows=[(original.info, 1, place, 0)]), end) for place in places]
    assert told == [FREE, OTHER]


@pytest.mark.parametrize(
    ("remark", "added"),
    [
        (b"%Layanan 1.0\n", FREE),
        (b"  %Layanan 1.0\r\n%lagi\r", FREE),
        (b"%1 0 obj\n", OTHER),
        (b"%stream\n", OTHER),
        (b"%xref\n", OTHER),
        (b"%trailer\n", OTHER),
        (b"%%EOF\n", OTHER),
        (b"%PDF-1.7\n", OTHER),
        (b"%\xc3\xa9\n", OTHER),
        (b"%Layanan", OTHER),
        (b"%" + b"x" * 100 + b"\n", FREE),
        (b"%" + b"x" * 101 + b"\n", OTHER),
    ],
)
def test_a_program_may_name_itself_in_a_line_that_says_nothing_of_structure(original, remark, added):
    assert judged(redated(original).written(before=remark), len(original.pdf)) == added


@pytest.mark.prove
@pytest.mark.parametrize(("objects", "added"), [(5000, FREE), (5001, OTHER)])
def test_an_update_brings_five_thousand_objects_at_most(authority, objects, added):
    original = original_of(authority, table=True)
    draft = Draft(original)
    proofs = [draft.stream(b"\x30\x00") for _each in range(objects - 1)]
    draft.edit(original.root, DSS=b"<< /Certs [%s] >>" % b" ".join(b"%d 0 R" % number for number in proofs))
    assert judged(draft.written(), len(original.pdf)) == added


def test_an_object_that_stands_twice_in_an_update_is_a_change(original):
    """One program reads the first of them, another the one that the row names."""
    twice = b"%d 0 obj\n<< /Title (Lain) >>\nendobj\n" % original.info
    assert judged(redated(original).written(before=twice), len(original.pdf)) == OTHER


@pytest.mark.parametrize("place", ["contents", "fonts", "pages"])
def test_no_object_of_the_file_is_set_free(original, place):
    rows = [(getattr(original, place)[0], 0, 0, 0)]
    assert judged(redated(original).written(rows=rows), len(original.pdf)) == OTHER


def test_a_row_that_repeats_where_an_object_stood_is_no_change(original):
    known = state_at(original.pdf, len(original.pdf)).places
    rows = [(number, 1, known[number].at, 0) for number in original.contents if known[number].stream is None]
    assert rows
    assert judged(redated(original).written(rows=rows), len(original.pdf)) == FREE


@pytest.mark.parametrize("cut", [1, 3])
def test_a_file_is_known_by_two_marks(original, cut):
    """Half of them, or one more, is no mark of a file, though the first one is its own."""
    with pikepdf.open(io.BytesIO(original.pdf)) as file:
        first = bytes(file.trailer.ID[0]).hex().encode()
    draft = Draft(original)
    draft.edit(original.info, ModDate=b"(D:20260109)")
    told = [
        judged(draft.written(trailer=b"/ID [%s]" % (b"<%s>" % first * count)), len(original.pdf)) for count in (2, cut)
    ]
    assert told == [FREE, OTHER]


@pytest.mark.parametrize("body", [b"<< /A 1 >>", b"[1 2]", b"(kata)", stream(b"0 0 500 500 re f")])
def test_an_object_that_belongs_to_nothing_is_a_change(original, body):
    draft = Draft(original)
    draft.add(body)
    assert judged(draft.written(), len(original.pdf)) == OTHER


@pytest.mark.parametrize(
    ("page", "entries"),
    [
        (0, {"Rotate": b"90"}),
        (0, {"Annots": b"[]"}),
        (1, {"Annots": b"[<< /Subtype /FreeText >>]"}),
        (1, {"AA": b"<< >>"}),
        (2, {"Contents": b"[]"}),
    ],
)
def test_a_page_says_and_shows_what_it_did(original, page, entries):
    draft = Draft(original)
    draft.edit(original.pages[page], **entries)
    assert judged(draft.written(), len(original.pdf)) == OTHER


def test_a_page_that_is_only_written_anew_is_the_same(original):
    draft = Draft(original)
    draft.edit(original.pages[0])
    assert judged(draft.written(), len(original.pdf)) == FREE


def test_as_many_updates_are_read_as_a_life_of_proofs_may_bring(authority):
    """Fifty; none of them says more than that the file was changed."""
    original = original_of(authority, table=True)
    again = Draft(original).edited(original.info, ModDate=b"(D:20260109)")
    files, start = [original.pdf], original.start
    for _each in range(51):
        draft = Draft(original, files[-1])
        draft.start = start
        draft.put(original.info, again)
        files.append(draft.written())
        start = last_section(files[-1])
    assert [judged(pdf, len(original.pdf)) for pdf in files[-2:]] == [FREE, Added.UNKNOWN]


def last_section(pdf):
    return int(pdf.rsplit(b"startxref\n", 1)[1].split()[0])


@pytest.mark.parametrize(("place", "added"), [("", FREE), ("info", METADATA), ("root", OTHER)])
def test_what_is_told_of_updates_is_the_heaviest_of_them_whatever_blanks_follow(original, place, added):
    """As many blanks as harm nothing, with the end of the last line, and one more, which is told itself."""
    draft = redated(original)
    if place:
        draft.edit(getattr(original, place), Title=b"(Lain)")
    pdf, end = draft.written(), len(original.pdf)
    assert [judged(pdf + b"\0" * blanks, end) for blanks in (0, 63)] == [added, added]
    assert judged(pdf + b"\0" * 64, end) == (Added.PADDED if added == FREE else added)


def test_a_later_update_makes_an_earlier_one_no_lighter(original):
    draft = Draft(original)
    draft.edit(original.info, Title=b"(Lain)")
    changed = draft.written()
    later = Draft(original, changed)
    later.start = last_section(changed)
    later.next = original.size + (not original.table)
    later.put(original.info, draft.edited(original.info, Title=b"(Lain)", ModDate=b"(D:20260109)"))
    pdf = later.written()
    assert judged(pdf, len(changed)) == FREE
    assert judged(pdf, len(original.pdf)) == METADATA
