"""What an update may add, to the last entry: with one more, or of another kind, a thing is not what it says."""

import zlib
from decimal import Decimal

import pytest

from reports.signing.judging.additions import (
    check_empty_surface,
    check_extensions,
    check_field,
    check_proof,
    check_signature,
    is_plain,
)
from reports.signing.judging.revisions import FileState
from reports.signing.judging.values import PdfObject, Reference, Stream, UnclearError
from tests.cases import in_one_test

ELSEWHERE = Reference(7, 0)
FIELD = {"FT": "Sig", "Type": "Annot", "Subtype": "Widget", "T": b"Kedua", "F": 132, "Rect": [0, 0, 0, 0]}
PDF = b"%PDF-1.7 lama\n9 0 obj <</Contents <0102>>> endobj xref"
OPENS, CLOSES = PDF.index(b"<0102>"), PDF.index(b"<0102>") + len(b"<0102>")
RANGE = [0, OPENS, CLOSES, len(PDF) - CLOSES]
SIGNATURE = {"Type": "Sig", "Filter": "Adobe.PPKLite", "Contents": b"\x01\x02", "ByteRange": RANGE}


def without(content, name):
    return {key: value for key, value in content.items() if key != name}


@pytest.mark.parametrize("value", [1, b"teks", "Nama", [1, [b"a"]], {"a": {"b": [None]}}, True])
def test_what_leads_nowhere_is_plain(value):
    assert is_plain(value)


@pytest.mark.parametrize("value", [ELSEWHERE, Stream({}, b""), [1, ELSEWHERE], {"a": {"b": [Stream({}, b"")]}}])
def test_what_leads_to_another_object_is_not(value):
    assert not is_plain(value)


# --- proofs and extensions


@pytest.mark.parametrize("head", [{}, {"Length": 3}, {"Type": "Bukti", "Length": 3}])
def test_one_sequence_is_a_proof(head):
    check_proof(Stream(head, b"\x30\x01\x05"))


@pytest.mark.parametrize(
    "found",
    [
        {"Length": 3},
        b"\x30\x01\x05",
        Stream({"Length": 3, "Resources": {}}, b"\x30\x01\x05"),
        Stream({}, b"\x30\x01\x05\x00"),
        Stream({}, b"\x30\x02\x05"),
        Stream({}, b"\x31\x01\x05"),
        Stream({}, b"\x04\x01\x05"),
        Stream({}, b""),
    ],
)
def test_anything_more_or_other_is_none(found):
    with pytest.raises(UnclearError):
        check_proof(found)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"Type": "Extensions"},
        {"ADBE": {"BaseVersion": "1.7", "ExtensionLevel": 8}},
        {"ESIC": [{"BaseVersion": "1.7"}, {"ExtensionLevel": 5}]},
    ],
)
def test_extensions_say_which_versions_they_belong_to(content):
    check_extensions(content)


@pytest.mark.parametrize(
    "content",
    [
        None,
        [],
        {"Type": "Catalog"},
        {"ADBE": 8},
        {"ADBE": {"BaseVersion": "1.7", "JS": b"app.alert(1)"}},
        {"ADBE": {"URL": ELSEWHERE}},
        {"ADBE": [{"BaseVersion": "1.7"}, b"teks"]},
    ],
)
def test_and_nothing_else(content):
    with pytest.raises(UnclearError):
        check_extensions(content)


@pytest.mark.parametrize("length", [0, 1])
def test_a_proof_and_an_extension_may_have_all_that_one_has(length):
    packed = zlib.compress(b"\x30\x01\x05")
    check_proof(Stream({"Type": "Bukti", "Filter": "FlateDecode", "Length": len(packed) + length}, packed))
    all_of_it = {
        "Type": "DeveloperExtensions",
        "BaseVersion": "1.7",
        "ExtensionLevel": 8,
        "URL": b"https://contoh.example",
    }
    check_extensions({"ADBE": all_of_it | {"ExtensionRevision": b":2017"}})


# --- fields


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"P": ELSEWHERE},
        {"P": None},
        {"TU": b"Tanda tangan"},
        {"MK": {}},
        {"Ff": 1},
        {"Rect": [Decimal("1.5"), 2, Decimal("1.5"), 2]},
    ],
)
def test_a_field_that_covers_nothing_may_come(changes):
    check_field(FIELD | changes)


@in_one_test(
    "changes",
    [
        {"A": {"S": "JavaScript"}},
        {"FT": "Tx"},
        {"Type": "Font"},
        {"Subtype": "Link"},
        {"MK": {"CA": b"Disetujui"}},
        {"F": b"132"},
        {"Ff": [1]},
        {"TU": "Nama"},
        {"P": 3},
        {"P": {"Type": "Page"}},
        {"T": "Kedua"},
        {"T": b"Kedua.lain"},
        {"Rect": [0, 0, 10, 10]},
        {"Rect": [0, 0, 0, 10]},
        {"Rect": [0, 0, 0]},
        {"Rect": [0, 0, 0, 0, 0]},
        {"Rect": [b"0", b"0", b"0", b"0"]},
        {"Rect": None},
        {"Rect": b"0000"},
    ],
)
def test_a_field_that_covers_says_or_does_something_may_not(changes):
    with pytest.raises(UnclearError):
        check_field(FIELD | changes)


def test_a_field_may_have_all_that_one_has():
    check_field(FIELD | {"TU": b"Tanda tangan", "Ff": 1, "P": ELSEWHERE, "V": ELSEWHERE, "AP": ELSEWHERE, "MK": {}})


@pytest.mark.parametrize("name", ["FT", "Subtype", "T", "Rect"])
def test_what_lacks_what_a_field_needs_is_none(name):
    with pytest.raises(UnclearError):
        check_field(without(FIELD, name))


def test_the_kind_may_be_left_out_and_the_flags():
    check_field(without(without(FIELD, "Type"), "F"))
    with pytest.raises(UnclearError):
        check_field([FIELD])


# --- surfaces


@pytest.mark.parametrize("packed", [b"", b" \n\t\r "])
def test_a_surface_that_draws_nothing_may_come(packed):
    check_empty_surface(Stream({"Type": "XObject", "Subtype": "Form", "BBox": [0, 0, 0, 0], "Resources": {}}, packed))


def test_a_surface_may_have_all_that_describes_one():
    kind = {"Type": "XObject", "Subtype": "Form", "FormType": 1, "Resources": {}}
    size = {"BBox": [0, 0, 0, 0], "Matrix": [1, 0, 0, 1, 0, 0], "Filter": "FlateDecode", "Length": 8}
    check_empty_surface(Stream(kind | size, zlib.compress(b"")))


@pytest.mark.parametrize(
    "found",
    [
        {"Type": "XObject"},
        Stream({"Type": "XObject"}, b"BT (Setuju) Tj ET"),
        Stream({"Resources": {"Font": {}}}, b""),
        Stream({"Resources": ELSEWHERE}, b""),
        Stream({"Group": {}}, b""),
        Stream({"BBox": ELSEWHERE}, b""),
    ],
    ids=repr,
)
def test_a_surface_that_draws_or_might_may_not(found):
    with pytest.raises(UnclearError):
        check_empty_surface(found)


# --- signatures


def signed(content=SIGNATURE, *, start=14, before=14, end=None, pdf=PDF):
    state = FileState(pdf, len(pdf), 0, {}, {}, table=True)
    return check_signature(content, PdfObject(9, 0, content, start, end or len(pdf) - 5), state, before)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"M": b"D:2026", "Name": b"Sri", "Reason": b"Setuju", "Prop_Build": {"App": {"Name": "Lain"}}},
        {"Reference": [{"TransformMethod": "DocMDP", "TransformParams": {"P": 2}}]},
        {"Reference": [{"TransformMethod": "FieldMDP", "Data": ELSEWHERE}]},
        {"SubFilter": "ETSI.CAdES.detached", "M": b"D:2026", "Reference": []}
        | dict.fromkeys(("Name", "Reason", "Location", "ContactInfo", "Cert"), b"Sri")
        | dict.fromkeys(("Prop_Build", "Prop_AuthTime", "Prop_AuthType", "R", "V", "Changes"), 1),
    ],
    ids=["plain", "with words", "certifying", "locking fields", "with all that one has"],
)
def test_a_signature_that_covers_all_but_itself_may_come_and_is_no_timestamp(changes):
    assert signed(SIGNATURE | changes) is False
    assert signed(without(SIGNATURE, "Type")) is False


@in_one_test(
    "content",
    [
        [SIGNATURE],
        SIGNATURE | {"Lain": 1},
        SIGNATURE | {"Prop_Build": ELSEWHERE},
        SIGNATURE | {"Name": [Stream({}, b"")]},
        SIGNATURE | {"Reference": {}},
        SIGNATURE | {"Reference": [b"DocMDP"]},
        SIGNATURE | {"Reference": [{"TransformMethod": "UR3"}]},
        SIGNATURE | {"Reference": [{"TransformMethod": "DocMDP", "TransformParams": ELSEWHERE}]},
        SIGNATURE | {"Type": "DocTimeStamp"},
        SIGNATURE | {"SubFilter": "ETSI.RFC3161"},
        SIGNATURE | {"Type": "Catalog"},
        SIGNATURE | {"ByteRange": None},
        SIGNATURE | {"ByteRange": RANGE[:3]},
        SIGNATURE | {"ByteRange": [*RANGE, 0]},
        SIGNATURE | {"ByteRange": [0, OPENS, CLOSES, Decimal(1)]},
        SIGNATURE | {"ByteRange": [1, *RANGE[1:]]},
        SIGNATURE | {"ByteRange": [*RANGE[:3], RANGE[3] - 10]},
        SIGNATURE | {"Contents": b"\x01\x03"},
        SIGNATURE | {"Contents": "0102"},
        without(SIGNATURE, "Contents"),
        without(SIGNATURE, "ByteRange"),
    ],
)
def test_a_signature_with_more_less_or_other_may_not(content):
    with pytest.raises(UnclearError):
        signed(content)


def test_a_signature_stands_in_the_update_that_brings_it():
    with pytest.raises(UnclearError, match="something else"):
        signed(start=14, before=15)
    with pytest.raises(UnclearError, match="a part"):
        signed(start=OPENS)
    with pytest.raises(UnclearError, match="a part"):
        signed(end=CLOSES)
    with pytest.raises(UnclearError):
        signed(pdf=PDF + b" dan lagi")


@pytest.mark.parametrize(
    "changes",
    [
        {"Type": "DocTimeStamp"},
        {"SubFilter": "ETSI.RFC3161"},
        {"Type": "DocTimeStamp", "SubFilter": "ETSI.RFC3161", "Reference": []},
    ],
)
def test_a_timestamp_is_one_wholly_and_certifies_nothing(changes):
    with pytest.raises(UnclearError, match="half a timestamp"):
        signed(SIGNATURE | changes)
    with pytest.raises(UnclearError, match="no token"):
        signed(SIGNATURE | {"Type": "DocTimeStamp", "SubFilter": "ETSI.RFC3161"})


def test_a_proof_of_eight_megabytes_is_read_and_none_beyond():
    most = 8 * 2**20
    check_proof(Stream({"Filter": "FlateDecode"}, zlib.compress(sequence_of(most))))
    with pytest.raises(UnclearError):
        check_proof(Stream({"Filter": "FlateDecode"}, zlib.compress(sequence_of(most + 1))))


def sequence_of(length):
    """A DER sequence that is so many bytes long."""
    return b"\x30\x83" + (length - 5).to_bytes(3, "big") + bytes(length - 5)
