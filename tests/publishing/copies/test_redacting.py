"""What a released copy leaves out, as values: no NIP wherever it stands, no picture that is kept back, no signature."""

from dataclasses import replace

import pytest

from publishing.copies.redacting import HIDDEN, released_document, without_nip
from publishing.signed import document_in
from reports.document.source import Acknowledger
from tests.publishing.results import document
from tests.publishing.scene import NIP
from tests.reports.issued import make_document


@pytest.mark.parametrize(
    "written",
    [
        NIP,
        "NIP. 19830503 200902 1 002",
        "NIP 19830503.200902.1.002",
        "19830503-200902-1-002",
        "NIPPPK: 198305032009021002",
        "NIP198305032009021002",
        "NIP_19830503_200902_1_002",
        "19830503  200902  1  002",
        "19830503 - 200902 - 1 - 002",
    ],
)
def test_a_nip_is_taken_out_however_it_is_spaced(written):
    said = without_nip(f"Ditulis oleh Sri ({written}), kasubbag.")
    assert said == "Ditulis oleh Sri ([NIP tidak dirilis]), kasubbag."


@pytest.mark.parametrize(
    "written",
    [
        "198313032009021002",  # no thirteenth month
        "Rp123.456.789.012.345.678",
        "ABCD-EFGH-JKMN-PQRS-TUVW",
        "0351 123456, 0351 123457",
        "2025-01-02 – 2025-06-30, 12 orang",
        "a" * 40 + "198305032009021002" + "b" * 6,  # within a digest
        "Pasal 14 ayat 2 huruf b",
    ],
)
def test_other_numbers_stay(written):
    assert without_nip(written) == written


@pytest.mark.parametrize("written", ["surat_198305032009021002.pdf", "NIP 198305032009021002Kasubbag"])
def test_a_nip_within_a_name_or_run_into_the_next_word_is_taken_out_too(written):
    assert NIP not in without_nip(written)
    assert "[NIP tidak dirilis]" in without_nip(written)


def test_it_looks_into_every_text_of_a_document():
    made = document(report_number=f"B/1/2025 ({NIP})", forums=f"Rapat, NIP. {NIP}")
    assert NIP not in repr(without_nip(made))
    assert NIP in repr(made)


def test_the_signature_gives_way_to_where_the_report_is_checked():
    signed = make_document(acknowledger=Acknowledger("Ketua", "Budi", NIP))
    copy = released_document(signed, ())
    for block in (copy.preface.signature, copy.conclusion.signature):
        assert (block.nip, block.anchor, block.ink, block.acknowledger) == ("", "", False, None)
        assert block.name == signed.conclusion.signature.name
    assert copy.conclusion.signature.seal.prepared.startswith("Salinan rilis versi 1, tanpa tanda tangan")
    assert copy.conclusion.signature.seal.url == signed.signing.url
    assert NIP not in repr(copy)


def test_a_draft_has_no_copy():
    with pytest.raises(ValueError, match="signed"):
        released_document(document(), ())


def test_a_picture_that_is_kept_back_keeps_its_number_and_is_gone(published):
    signed = document_in(published.report)
    copy = released_document(signed, {published.shown.sha256})
    assert [figure.number for figure in copy.annex.figures] == [figure.number for figure in signed.annex.figures]
    kept = {figure.picture.sha256 for figure in copy.annex.figures}
    assert kept == {published.shown.sha256, ""}
    assert published.kept_back.sha256 not in repr(copy.annex)
    assert published.kept_back.file.name not in repr(copy.annex)
    (hidden,) = [figure for figure in copy.annex.figures if not figure.picture.path]
    assert hidden.caption.endswith(f"({HIDDEN})")
    assert hidden.picture.alt.endswith(f"({HIDDEN})")


def test_what_may_be_seen_is_said_as_it_was_signed(published):
    signed = document_in(published.report)
    copy = released_document(signed, {figure.picture.sha256 for figure in signed.annex.figures})
    assert copy.plans == signed.plans
    assert copy.annex == signed.annex
    assert replace(copy, source=signed.source).realisation == signed.realisation
