"""The dictionary of a document timestamp: what it may say before its token is looked at, and which token is none."""

import pytest

from reports.signing.judging.stamps import check_label, check_stamp
from reports.signing.judging.values import Reference, UnclearError
from tests.cases import in_one_test

STAMP = {"Type": "DocTimeStamp", "Filter": "Adobe.PPKLite", "SubFilter": "ETSI.RFC3161", "Contents": b"\x30\x00"}
SAYS, NO_MOMENT, NO_TOKEN = "says something", "of no moment", "no token"


@in_one_test(
    ("changes", "reason"),
    [
        ({}, NO_TOKEN),
        ({"V": 0, "Prop_Build": {}, "ByteRange": [0, 1, 2, 3]}, NO_TOKEN),
        ({"M": b"D:20260109"}, NO_TOKEN),
        ({"M": b"D:2026"}, NO_TOKEN),
        ({"M": b"D:20260109103000+07'00'"}, NO_TOKEN),
        ({"M": b"D:20260109103000Z"}, NO_TOKEN),
        ({"M": b"kata"}, NO_MOMENT),
        ({"M": b"D:202"}, NO_MOMENT),
        ({"M": b"D:202601091030001"}, NO_MOMENT),
        ({"M": b"D:20260109 disetujui"}, NO_MOMENT),
        ({"M": "D:20260109"}, NO_MOMENT),
        ({"M": 2026}, NO_MOMENT),
        ({"Name": b"Budi"}, SAYS),
        ({"Reason": b"Setuju"}, SAYS),
        ({"Filter": b"Adobe"}, SAYS),
        ({"Filter": {}}, SAYS),
        ({"V": b"0"}, SAYS),
        ({"V": Reference(7, 0)}, SAYS),
        ({"Prop_Build": b"kata"}, SAYS),
        ({"Prop_Build": []}, SAYS),
        ({"Contents": b""}, NO_TOKEN),
        ({"Contents": "kata"}, NO_TOKEN),
        ({"Contents": b"\x30\x03\x02\x01\x01"}, NO_TOKEN),
    ],
)
def test_a_stamp_says_nothing_but_when_and_holds_a_token(changes, reason):
    with pytest.raises(UnclearError, match=reason):
        check_stamp(STAMP | changes, b"")


def test_a_stamp_without_a_token_or_with_something_behind_it_is_none():
    with pytest.raises(UnclearError, match=NO_TOKEN):
        check_stamp({key: value for key, value in STAMP.items() if key != "Contents"}, b"")
    for behind, reason in ((b"\0" * 8, NO_TOKEN), (b"x", "something else"), (b"\0\0x", "something else")):
        with pytest.raises(UnclearError, match=reason):
            check_stamp(STAMP | {"Contents": b"\x30\x00" + behind}, b"")


@pytest.mark.parametrize(
    ("field", "clear"),
    [
        ({}, True),
        ({"TU": b""}, True),
        ({"TU": b"Timestamp"}, True),
        ({"TU": b"Disetujui"}, False),
        ({"TU": "Timestamp"}, False),
        ({"TU": 1}, False),
        ({"T": b"Disetujui"}, True),
    ],
)
def test_a_field_is_called_by_no_sentence(field, clear):
    if clear:
        assert check_label(field) is None
    else:
        with pytest.raises(UnclearError, match="a field that says something"):
            check_label(field)
