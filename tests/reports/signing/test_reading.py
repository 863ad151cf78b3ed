"""What reading itself tells of signatures, without the fence: those that a form names, lost ones, and too many."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest

from reports.signing import reading
from reports.signing.sign import sign
from reports.signing.verify import SignatureFacts
from tests.cases import in_one_test
from tests.reports.signing.forgeries.draft import Draft
from tests.reports.signing.forgeries.original import original_of
from tests.reports.signing.judging.judging import flipped

FIELD = b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Lagi%d) /F 132 /Rect [0 0 0 0] /V %d 0 R >>"


@pytest.fixture(scope="module")
def original(authority):
    return original_of(authority, table=True)


def answers(pdf):
    return list(reading.signatures(pdf, []))


def with_fields(original, more):
    """The signed file with so many further fields that name its signature."""
    draft = Draft(original)
    fields = [draft.add(FIELD % (at, original.signature)) for at in range(more)]
    draft.edit(original.form, Fields=b" ".join([b"[%d 0 R", *[b"%d 0 R"] * more]) % (original.field, *fields) + b"]")
    return draft.written()


def test_a_signature_that_the_form_names_no_more_is_told_as_one_that_cannot_be_read(original):
    draft = Draft(original)
    draft.edit(original.form, Fields=b"[]")
    (lost,) = answers(draft.written())[-1]["signatures"]
    facts = SignatureFacts.of_row(lost)
    assert (facts.signer, facts.issuer, facts.signed_at, facts.timestamped_at) == ("", "", None, None)
    told = (facts.intact, facts.covers_whole_file, facts.trusted, facts.demo, facts.not_valid_at_signing, facts.holds)
    assert (facts.changed_after, *told) == ("other", *[False] * 6)


def test_a_signature_whose_value_cannot_be_read_is_told_without_facts_for_the_file_still_is(original):
    """Bytes turned over the whole of it; what lies there differs with every key."""
    begin, _end = original.gap
    rows = [row for at in range(begin + 51, begin + 2000, 150) for row in told(flipped(original.pdf, at, 0x04))]
    assert reading._unreadable_signature() in rows


def told(pdf):
    return answers(pdf)[-1]["signatures"]


@pytest.mark.parametrize(("more", "read"), [(29, 30), (30, 0)])
def test_thirty_signatures_are_read_and_more_are_refused(original, more, read):
    first, *_better = answers(with_fields(original, more))
    assert len(first["signatures"]) == read
    assert first["error"] == ("" if read else "Berkas ini memuat lebih dari 30 tanda tangan sehingga tidak diperiksa.")


def test_a_file_with_a_password_is_told_as_such_and_a_broken_one_otherwise(original):
    locked = BytesIO()
    with pikepdf.open(BytesIO(original.pdf)) as file:
        file.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    told = [answers(pdf) for pdf in (locked.getvalue(), original.pdf[:2000])]
    assert told == [
        [{"signatures": [], "error": "Berkas PDF ini dikunci dengan kata sandi sehingga tidak dapat diperiksa."}],
        [{"signatures": [], "error": "Berkas PDF ini rusak atau tidak dapat dibaca."}],
    ]


@pytest.mark.parametrize(("seconds", "trusted"), [(570, True), (630, False)])
def test_a_clock_may_be_ten_minutes_fast(prepared, key, authority, seconds, trusted):
    moment = datetime.now(UTC) + timedelta(seconds=seconds)
    pdf = sign(prepared, key, at=moment, reason="Uji", location="Ngawi")
    (row,) = list(reading.signatures(pdf, [authority.pem]))[-1]["signatures"]
    assert (row["intact"], row["trusted"]) == (True, trusted)


def test_what_is_known_at_once_is_told_before_what_was_added_is_read(original):
    """So that a file whose additions take too long still has its signatures told."""
    first, last = answers(with_fields(original, 0))
    assert [answer["signatures"][0]["intact"] for answer in (first, last)] == [True, True]
    assert (first["error"], last["error"], last["signatures"][0]["changed_after"]) == ("", "", "ltv")


@in_one_test(
    ("name", "shown"),
    [
        ("Sri Contoh, S.H.", "Sri Contoh, S.H."),
        ("x" * 200, "x" * 200),
        ("x" * 201, "x" * 200),
        ("Sri\nContoh\x00\u202e", "SriContoh"),
        ("", ""),
    ],
)
def test_a_name_is_shown_without_what_controls_and_not_endlessly(name, shown):
    assert reading._short(name) == shown
