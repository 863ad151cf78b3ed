"""What ``verify_pdf`` writes for people and as JSON of what was found in a file, and what it refuses: pure values."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from reports.management.commands.verify_pdf import lines, verdict
from reports.signing.verify import WORDS_ADDED, Added, SignatureFacts
from reports.verification.files import Comparison, Form
from reports.verification.verdict import Familiar, FileCase, Integrity, Reason, Stands

MOMENT = datetime(2026, 1, 9, 2, 30, tzinfo=UTC)


def signature(**changes):
    values = {
        "signer": "Sri Contoh",
        "issuer": "Otoritas Uji",
        "signed_at": MOMENT,
        "timestamped_at": None,
        "intact": True,
        "covers_whole_file": True,
        "trusted": True,
        "changed_after": Added.NOTHING,
        "demo": False,
        "not_valid_at_signing": False,
    }
    return SignatureFacts(**values | changes)


def found(*signatures, known=Familiar.ISSUED, stands=Stands.SIGNED, integrity=Integrity.WHOLE, trusted=True, error=""):
    return Comparison(FileCase(known, stands, integrity, trusted), None, Form.PDF, signatures, error)


STRANGE = {"known": Familiar.NOTHING, "stands": Stands.UNKNOWN}


@pytest.mark.parametrize(
    ("case", "head", "known"),
    [
        ({}, "SAH", "ya"),
        ({"integrity": Integrity.CHANGED}, "TIDAK SAH", "tidak dikenal"),
        (STRANGE, "SAH", "tidak dikenal"),
        (STRANGE | {"trusted": False}, "TIDAK SAH", "tidak dikenal"),
        (STRANGE | {"integrity": Integrity.UNCHECKABLE}, "TIDAK DAPAT DICEK", "tidak dikenal"),
        (STRANGE | {"integrity": Integrity.INCOMPLETE}, "TIDAK DAPAT DICEK", "tidak dikenal"),
    ],
)
def test_the_first_line_is_the_verdict_and_a_later_one_whether_it_is_ours(case, head, known):
    told = list(lines(found(signature(), **case)))
    assert told[0].startswith(f"Hasil: {head}. ")
    assert f"Dikeluarkan portal ini: {known}" in told


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Tanda tangan 1: Sri Contoh, 9 Januari 2026 pukul 09.30 WIB"),
        ({"signer": ""}, "Tanda tangan 1: tidak terbaca, 9 Januari 2026 pukul 09.30 WIB"),
        ({"signed_at": None}, "Tanda tangan 1: Sri Contoh, waktu tidak disebutkan"),
        ({}, "  Penerbit sertifikat: Otoritas Uji (tepercaya)"),
        ({"issuer": "", "trusted": False}, "  Penerbit sertifikat: tidak terbaca (tidak tepercaya)"),
        ({}, "  Bagian yang ditandatangani utuh."),
        ({"intact": False}, "  Bagian yang ditandatangani TIDAK utuh."),
        ({"timestamped_at": MOMENT}, "  Penanda waktu: 9 Januari 2026 pukul 09.30 WIB"),
        ({"not_valid_at_signing": True}, "  Sertifikat tidak berlaku pada saat penandatanganan."),
        ({"demo": True}, "  CONTOH – BUKAN DOKUMEN RESMI: kunci contoh."),
        *(({"changed_after": added}, f"  {WORDS_ADDED[added]}") for added in Added if WORDS_ADDED[added]),
    ],
)
def test_each_signature_is_told_with_what_is_to_be_known_of_it(changes, said):
    told = list(lines(found(signature(**changes))))
    assert said in told
    plain = list(lines(found(signature())))
    assert not changes or said not in plain
    assert all(line.strip() for line in told)


def test_signatures_are_counted_in_their_order():
    told = list(lines(found(signature(signer="Satu"), signature(signer="Dua"))))
    assert [line[:20] for line in told if line.startswith("Tanda tangan ")] == [
        "Tanda tangan 1: Satu",
        "Tanda tangan 2: Dua,",
    ]


def test_as_json_the_first_signature_speaks_for_the_file_and_each_has_its_row():
    told = verdict(found(signature(timestamped_at=MOMENT), signature(signer="Dua", changed_after=Added.PROOFS)))
    assert (told["valid"], told["known"], told["standing"], told["reason"]) == (True, True, "signed", None)
    assert (told["signer"], told["signed_at"]) == ("Sri Contoh", "2026-01-09T02:30:00+00:00")
    first, second = told["signatures"]
    assert (first["timestamped_at"], first["changed_after"]) == ("2026-01-09T02:30:00+00:00", "")
    assert (second["timestamped_at"], second["changed_after"]) == (None, "ltv")


def test_as_json_what_is_not_known_is_null():
    told = verdict(found(**STRANGE, trusted=False))
    assert (told["valid"], told["known"], told["intact"]) == (False, False, False)
    assert [told[name] for name in ("signer", "signed_at", "standing", "code")] == [None] * 4
    assert told["signatures"] == []
    assert told["reason"] == Reason.UNKNOWN


@pytest.mark.parametrize("content", [None, b"", b"bukan sertifikat"])
def test_what_is_no_certificate_is_refused_as_an_authority_by_its_name(content, tmp_path):
    pdf, trust = tmp_path / "laporan.pdf", tmp_path / "otoritas.pem"
    pdf.write_bytes(b"%PDF-1.7")
    if content is not None:
        trust.write_bytes(content)
    with pytest.raises(CommandError, match=r"otoritas\.pem bukan berkas sertifikat PEM atau DER yang dapat dibaca\."):
        call_command("verify_pdf", pdf, "--trust", str(trust))


def test_a_file_that_is_not_there_is_told_by_its_name(tmp_path):
    with pytest.raises(CommandError, match=r"Berkas .*/hilang\.pdf tidak ada atau tidak dapat dibaca\."):
        call_command("verify_pdf", tmp_path / "hilang.pdf")
