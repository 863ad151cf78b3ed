"""What the Laporan Penyelesaian RTL says of what a signed report left open, from the rows of the next cycles."""

import pytest
from pypdfium2 import PdfDocument

from followups.models import ActionPlan, Completion, Review, Status
from followups.months import Month
from offices.declining import Declined
from offices.models import Office
from reports.addendum.build import MOST_PHOTOS
from reports.addendum.frozen import thaw
from reports.addendum.gather import addendum_of, check_settled
from reports.addendum.model import SCHEMA
from reports.document.frozen import FrozenDataError, freeze
from reports.printing.conformance import faults_of
from reports.printing.html import print_html
from reports.printing.pdf import render_pdf
from surveys.models import Lock, Survey
from tests.conftest import make_plan
from tests.reports.addendum.owed import CODE, carried, done, open_plans, with_signed_report
from tests.reports.issued import make_signing


@pytest.fixture(autouse=True)
def in_march(time_machine):
    time_machine.move_to("2026-03-30 09:00+07:00", tick=False)


@pytest.fixture
def two_owed(survey, people):
    """A signed report of three RTL, one of them done."""
    make_plan(open_plans(survey).get().priority, 3, all_units=True)
    with_signed_report(survey, people)
    return list(open_plans(survey))


def words(document):
    return " ".join(document.opening + document.closing)


def test_it_names_the_signed_report_and_tells_the_share_then_and_now(survey, people, two_owed):
    done(carried(people, two_owed[0]), people)
    document = addendum_of(survey)
    said = words(document)
    for piece in ("nomor 12/LTL/2026", "tanggal 9 Januari 2026", "versi 1", f"kode verifikasi {CODE}"):
        assert piece in said, piece
    assert f"https://skm.example.go.id/verifikasi/{CODE}/" in said
    assert "realisasi RTL adalah 33% (1 dari 3 RTL)" in said
    assert "Sampai dengan 30 Maret 2026, satu dari dua RTL tersebut sudah selesai" in said
    assert "menjadi 67% (2 dari 3 RTL)" in said
    assert [(row.when, row.share) for row in document.standings] == [
        ("Laporan semula, 9 Januari 2026", "33%"),
        ("Laporan ini, 30 Maret 2026", "67%"),
    ]


def test_each_rtl_of_the_table_has_what_was_promised_and_what_was_done_with_its_photos(survey, people, two_owed):
    done(carried(people, two_owed[0]), people, photos=MOST_PHOTOS + 1)
    document = addendum_of(survey)
    first, second = document.rows
    assert dict(first.promised) == {
        "Strategi": ("Dianggarkan pada perubahan.",),
        "Target waktu": ("mulai Februari 2026, paling lambat Maret 2026",),
        "Penanggung jawab": ("Subbag kul",),
    }
    assert (first.status, first.told) == ("Selesai", ("Loket ditata.", "Jadwal dipasang."))
    assert first.details == (
        "Pelaksanaan: Maret 2026",
        "Selesai: 12 Maret 2026",
        "Dilanjutkan dalam tindak lanjut SKM Semester II Tahun 2025",
        "Satu foto lain tersimpan pada periode itu",
    )
    assert len(document.annex.figures) == MOST_PHOTOS
    assert first.proofs[0].figures == ("1–2",)
    assert (second.status, second.told, second.proofs) == (
        "Belum selesai",
        ("Belum diteruskan dalam siklus berikutnya.",),
        (),
    )


def test_what_is_still_open_stands_with_its_target_of_today(survey, people, two_owed):
    done(carried(people, two_owed[0]), people)
    later = carried(people, two_owed[1])
    Completion.objects.filter(plan=later).update(
        strategy="Dilaksanakan oleh tim.", latest=Month(2026, 6).first_day, reason="Vendor mundur."
    )
    row = addendum_of(survey).left[0]
    assert (row.strategy, row.reason) == (("Dilaksanakan oleh tim.",), ("Vendor mundur.",))
    assert row.target == "mulai Februari 2026, paling lambat Juni 2026"
    assert "yaitu satu RTL, dilanjutkan" in words(addendum_of(survey))


def test_once_all_is_done_nothing_is_left_and_it_says_so(survey, people, two_owed):
    for plan in two_owed:
        done(carried(people, plan), people)
    document = addendum_of(survey)
    assert (document.left_head, document.left) == (None, ())
    assert "Sampai dengan 30 Maret 2026, seluruh RTL tersebut sudah selesai" in words(document)
    assert document.source.now.percent_done == 100


def test_what_cannot_be_done_any_more_is_told_as_such(survey, people, two_owed):
    done(carried(people, two_owed[0]), people)
    give_up(carried(people, two_owed[1]))
    document = addendum_of(survey)
    assert document.rows[1].status == "Tidak dapat dilaksanakan"
    assert (document.left_head, document.left) == (None, ())
    assert document.closing[:2] == (
        "RTL nomor 2 dalam Tabel 2 dinyatakan tidak dapat dilaksanakan, sehingga tidak dilanjutkan. "
        "Alasannya: Gedung dijual.",
        "Dengan demikian, tidak ada lagi RTL dari Tabel 4.1 laporan semula yang masih harus diselesaikan.",
    )


def test_what_cannot_be_done_is_not_counted_among_what_goes_on(survey, people, two_owed):
    give_up(carried(people, two_owed[0]))
    document = addendum_of(survey)
    assert [row.number for row in document.left] == [2]
    assert "yaitu satu RTL, dilanjutkan sesuai dengan strategi dan target waktu dalam Tabel 3" in words(document)


def give_up(plan):
    ActionPlan.objects.filter(pk=plan.pk).update(status=Status.IMPOSSIBLE)
    Completion.objects.filter(plan=plan).update(reason="Gedung dijual.")


def test_what_nobody_approved_does_not_count(survey, people, two_owed):
    later = done(carried(people, two_owed[0]), people)
    ActionPlan.objects.filter(pk=later.pk).update(review=Review.PENDING, reviewed_by=None)
    document = addendum_of(survey)
    assert document.rows[0].status == "Belum selesai"
    with pytest.raises(Declined, match=r"Belum ada RTL dari Tabel 4\.1 yang selesai"):
        check_settled(document)


def test_a_plan_that_went_on_twice_is_told_by_where_it_is_now(survey, people, two_owed):
    first = carried(people, two_owed[0])
    Survey.objects.filter(pk=first.priority.followup.survey_id).update(lock=Lock.SIGNED)
    done(carried(people, first), people)
    row = addendum_of(survey).rows[0]
    assert row.status == "Selesai"
    assert "Dilanjutkan dalam tindak lanjut SKM Semester I Tahun 2026" in row.details


def test_who_signs_today_is_whom_the_office_names(survey, people, two_owed):
    done(carried(people, two_owed[0]), people)
    assert addendum_of(survey).signature.name == "Sari Utami"
    Office.objects.filter(pk=survey.office_id).update(signatory_name="Dewi Lestari", signatory_title="Plt. Sekretaris")
    assert addendum_of(Survey.objects.get(pk=survey.pk)).signature.name == "Dewi Lestari"


def test_there_is_none_without_a_signed_report_nor_while_a_new_version_is_open(survey, people, two_owed):
    Survey.objects.filter(pk=survey.pk).update(lock=Lock.OPEN)
    survey.refresh_from_db()
    with pytest.raises(Declined, match="sudah ditandatangani dan masih berlaku"):
        addendum_of(survey)


def test_there_is_none_where_the_report_left_nothing_open(survey, people):
    open_plans(survey).update(status=Status.IMPOSSIBLE)
    with_signed_report(survey, people)
    with pytest.raises(Declined, match=r"Tidak ada RTL dalam Tabel 4\.1"):
        addendum_of(survey)


def test_it_is_frozen_and_read_again_in_every_value(survey, people, two_owed):
    done(carried(people, two_owed[0]), people)
    document = addendum_of(survey, make_signing("ZZZZ-EFGH-JKMN-PQRS-TUVW"))
    frozen = freeze(document)
    assert thaw(frozen) == document
    with pytest.raises(FrozenDataError, match="portal yang lebih baru"):
        thaw(frozen | {"schema": SCHEMA + 1})
    with pytest.raises(FrozenDataError, match="tidak lengkap atau rusak"):
        thaw({"schema": SCHEMA})


@pytest.mark.usefixtures("own_media")
def test_its_pdf_is_an_archive_that_everybody_can_read_of_two_to_four_pages(survey, people, two_owed):
    for plan in two_owed:
        done(carried(people, plan), people, photos=3)
    content = render_pdf(addendum_of(survey, make_signing("ZZZZ-EFGH-JKMN-PQRS-TUVW")))
    assert faults_of(content) == ()
    assert 2 <= len(PdfDocument(content)) <= 4


@pytest.mark.usefixtures("own_media")
def test_what_people_typed_is_text_and_a_draft_says_that_it_is_one(survey, people, two_owed):
    later = done(carried(people, two_owed[0]), people)
    ActionPlan.objects.filter(pk=later.pk).update(description="<script>alert(1)</script>")
    page = print_html(addendum_of(survey))
    assert "<script>" not in page and "&lt;script&gt;" in page
    assert "Draf – belum ditandatangani" in page
