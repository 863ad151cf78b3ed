"""What is read for a pack: this office, these two years, what is in force; each row as the document that it is."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest
from django.core.files.storage import default_storage

from followups.models import Medium, Paper, Publication, RecordedPeriod
from oversight.pack.gather import known_of
from oversight.pack.lists import Kind
from reports.models import Report, ReportKind, SigningWay, State
from tests.conftest import make_survey
from tests.oversight.pack.scene import (
    ADDRESS,
    DRAFT,
    MINUTES,
    OLD,
    OTHERS,
    PRINTED_PROOF,
    RECORDED,
    SIGNED,
    WITHDRAWN,
    make_paper,
    make_publication,
    make_recorded,
    signed,
)

SIGNED_AT = datetime(2026, 1, 9, 18, tzinfo=UTC)
"""In Ngawi it is the tenth already."""


def digest(content):
    return sha256(content).hexdigest()


def pieces_of(office, year=2025):
    return known_of(office, year).pieces


def digests_of(office, year=2025):
    return {piece.file.sha256 for piece in pieces_of(office, year) if piece.file}


def the_piece(office, content):
    (found,) = [piece for piece in pieces_of(office) if piece.file and piece.file.sha256 == digest(content)]
    return found


def codes(periods):
    return [period.code for period in periods]


def published(office, **words):
    (found,) = [piece for piece in pieces_of(office) if all(word in piece.what for word in words.values())]
    return found


def fill(survey, user, mark):
    """A report, a paper and two publications, one of them without proof; their files say the mark."""
    content = [b"%PDF-1.7 " + part + mark for part in (b"laporan", b"notulen", b"publikasi")]
    signed(survey, user, content[0])
    make_paper(survey, "minutes", content[1])
    make_publication(survey, "printed", content[2], "pdf", place=f"Papan {mark.decode()}")
    make_publication(survey, "website", address=ADDRESS, place=f"Laman {mark.decode()}")
    return {digest(each) for each in content}


def test_periods_are_those_of_two_years_the_oldest_first(evidence):
    for code in ("2023-S2", "2024", "2026-S1"):
        make_survey(evidence.ngawi, code)
    make_recorded(evidence.ngawi, b"%PDF-1.7 2023", year=2023)
    known = known_of(evidence.ngawi, 2025)
    assert codes(known.periods) == ["2024-S1", "2024", "2024-S2", "2025-S1", "2025-S2"]
    assert codes(known.recorded) == ["2024-S1"]
    assert known.year == 2025


def test_periods_of_another_office_are_none_of_this(evidence):
    make_survey(evidence.magetan, "2024-S2")
    make_recorded(evidence.province, b"%PDF-1.7 provinsi")
    assert codes(known_of(evidence.magetan, 2025).periods) == ["2024-S2", "2025-S1"]
    assert known_of(evidence.magetan, 2025).recorded == frozenset()


@pytest.mark.parametrize("code", ["2023-S2", "2026-S1"])
def test_nothing_of_two_years_before_nor_of_a_later_year_is_read(evidence, code):
    before = pieces_of(evidence.ngawi)
    outside = fill(make_survey(evidence.ngawi, code), evidence.people.secretary, code.encode())
    assert pieces_of(evidence.ngawi) == before
    assert not outside & digests_of(evidence.ngawi)


def test_all_of_the_year_before_is_read(evidence):
    inside = fill(make_survey(evidence.ngawi, "2024-T3"), evidence.people.secretary, b"2024-T3")
    assert inside <= digests_of(evidence.ngawi)
    assert published(evidence.ngawi, place="Laman 2024-T3").period.code == "2024-T3"


def test_of_another_office_nothing_is_read(evidence):
    """Neither files nor what was only noted, whoever of the two asks."""
    before = pieces_of(evidence.ngawi)
    theirs = fill(make_survey(evidence.magetan, "2024-S2"), evidence.people.stranger, b"Magetan")
    make_recorded(evidence.magetan, b"%PDF-1.7 Magetan")
    assert pieces_of(evidence.ngawi) == before
    assert theirs <= digests_of(evidence.magetan)
    assert not digests_of(evidence.ngawi) & digests_of(evidence.magetan)
    assert not any("Ngawi" in piece.what or "Instagram" in piece.what for piece in pieces_of(evidence.magetan))
    assert pieces_of(evidence.province) == ()


@pytest.mark.parametrize("state", [State.PREPARED, State.SUPERSEDED, State.WITHDRAWN])
@pytest.mark.parametrize("kind", ReportKind)
def test_only_a_report_in_force_is_read(evidence, state, kind):
    survey = make_survey(evidence.magetan, "2024-S2")
    content = b"%PDF-1.7 tidak berlaku"
    row = signed(survey, evidence.people.stranger, content, state, kind=kind)
    assert digests_of(evidence.magetan) == {digest(OTHERS), *_paper_of(evidence.others)}
    assert not any(piece.period.code == "2024-S2" for piece in pieces_of(evidence.magetan))
    assert row.state == state


def _paper_of(survey):
    return Paper.objects.filter(followup__survey=survey).values_list("sha256", flat=True)


def test_of_several_versions_the_one_in_force_is_read(evidence):
    assert digests_of(evidence.ngawi) >= {digest(content) for content in SIGNED.values()}
    assert not digests_of(evidence.ngawi) & {digest(content) for content in (OLD, WITHDRAWN, DRAFT)}
    assert the_piece(evidence.ngawi, SIGNED["follow_up"]).what.endswith("Semester I Tahun 2025 versi 2")


@pytest.mark.parametrize(
    ("which", "kind"),
    [("survey", Kind.SURVEY_REPORT), ("follow_up", Kind.FOLLOW_UP), ("addendum", Kind.COMPLETION)],
)
def test_a_report_is_of_the_kind_that_it_was_signed_as(evidence, which, kind):
    piece = the_piece(evidence.ngawi, SIGNED[which])
    assert (piece.kind, piece.period.code, piece.day) == (kind, "2025-S1", date(2026, 1, 9))
    assert piece.file.size == len(SIGNED[which])


def test_of_a_report_signed_elsewhere_the_signed_file_is_read_and_not_the_scan(evidence):
    content = b"%PDF-1.7 di tempat lain"
    signed(make_survey(evidence.magetan, "2024-S2"), evidence.people.stranger, content, way=SigningWay.ELSEWHERE)
    assert the_piece(evidence.magetan, content).kind == Kind.FOLLOW_UP


def test_a_recorded_period_gives_way_to_a_cycle_of_the_portal(evidence):
    make_survey(evidence.ngawi, "2024-S1")
    known = known_of(evidence.ngawi, 2025)
    assert codes(known.periods).count("2024-S1") == 1
    assert known.recorded == frozenset()
    assert digest(RECORDED) not in digests_of(evidence.ngawi)


def test_a_recorded_period_without_its_report_is_known_and_proves_nothing(evidence):
    RecordedPeriod.objects.update(report="", sha256="", size=0)
    known = known_of(evidence.ngawi, 2025)
    assert codes(known.recorded) == ["2024-S1"]
    assert not any(piece.period.code == "2024-S1" for piece in known.pieces)


@pytest.mark.parametrize(("dated", "day"), [(None, date(2024, 6, 30)), (date(2024, 8, 1), date(2024, 8, 1))])
def test_a_recorded_report_is_of_its_date_or_of_the_end_of_its_period(evidence, dated, day):
    RecordedPeriod.objects.update(report_date=dated)
    piece = the_piece(evidence.ngawi, RECORDED)
    assert (piece.kind, piece.day, piece.file.size) == (Kind.FOLLOW_UP, day, len(RECORDED))
    assert piece.what == "Laporan bertanda tangan Semester I Tahun 2024 (dicatat, bukan disusun di portal)"


def test_a_paper_is_named_by_its_number_and_of_its_date(evidence):
    piece = the_piece(evidence.ngawi, MINUTES)
    assert (piece.kind, piece.details, piece.day) == (Kind.MINUTES, ("12/2025",), date(2025, 7, 3))
    assert piece.file.size == len(MINUTES)
    assert piece.told == (("Dokumen", "Notulen"), ("Nomor", "12/2025"))


def test_a_paper_without_a_date_is_of_the_day_on_which_it_was_kept_there(evidence):
    Paper.objects.filter(kind="minutes").update(dated_on=None, kept_at=SIGNED_AT)
    assert the_piece(evidence.ngawi, MINUTES).day == date(2026, 1, 10)


def test_a_photo_tells_its_caption_and_nothing_that_is_empty(evidence):
    (piece,) = [piece for piece in pieces_of(evidence.ngawi) if piece.kind == Kind.SURVEY_PHOTO]
    assert piece.told[1:] == (("Keterangan", "Responden di loket"),)


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("results", Kind.RESULTS_PUBLISHED),
        ("follow_up", Kind.FOLLOW_UP_PUBLISHED),
        ("report", Kind.REPORT_PUBLISHED),
    ],
)
def test_a_publication_is_of_the_kind_of_what_was_published(evidence, what, kind):
    make_publication(evidence.others, "website", address=ADDRESS, what=what, noted_on="2025-09-01")
    piece = published(evidence.magetan, beginning="Publikasi ")
    assert (piece.kind, piece.day, piece.period.code) == (kind, date(2025, 7, 20), "2025-S1")
    assert ("Tanggal publikasi", "20 Juli 2025") in piece.told


@pytest.mark.parametrize("medium", Medium)
def test_every_medium_has_its_word_in_the_name(evidence, medium):
    make_publication(evidence.others, medium, address=ADDRESS)
    (word,) = published(evidence.magetan, beginning="Publikasi ").details
    assert word
    assert word.replace(" ", "").isalpha()


def test_what_was_only_noted_is_no_evidence_and_an_address_is_some(evidence):
    noted = published(evidence.ngawi, place="Videotron")
    address = published(evidence.ngawi, place="Papan <b>", medium="Situs web")
    assert (noted.file, noted.is_evidence) == (None, False)
    assert (address.file, address.is_evidence) == (None, True)
    assert ("Alamat web", ADDRESS) in address.told
    assert not any(label == "Alamat web" for label, _value in noted.told)
    assert ("Tanggal publikasi", "20 Juli 2025") in noted.told


def test_a_proof_is_evidence_without_any_address(evidence):
    piece = the_piece(evidence.ngawi, PRINTED_PROOF)
    assert piece.is_evidence
    assert piece.file.size == len(PRINTED_PROOF)


def test_a_file_that_is_gone_is_read_all_the_same_without_a_size(evidence):
    """That it is gone is found, and told, when the pack is made."""
    for row in (Report.objects.get(followup__survey=evidence.others).signed_file, _proof()):
        default_storage.delete(row.name)
    assert the_piece(evidence.magetan, OTHERS).file.size == 0
    assert the_piece(evidence.ngawi, PRINTED_PROOF).file.size == 0


def _proof():
    return Publication.objects.get(medium="printed").proof
