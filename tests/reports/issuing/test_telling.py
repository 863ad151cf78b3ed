"""A report that can be signed is told to who signs, one that is signed to everybody whose work is in it."""

import pytest

from offices.models import Notice, NoticeKind
from offices.notices.words import sentence_of
from reports.issuing.preparing import prepare
from reports.issuing.reopening import return_to_draft
from tests.reports.issuing.issuing import made, make_prepared, make_ready, make_signed, wish

pytestmark = [pytest.mark.usefixtures("own_media"), pytest.mark.each_database]


def told(kind):
    return {notice.user.username: notice for notice in Notice.objects.filter(kind=kind).select_related("user")}


def test_a_prepared_report_is_told_to_the_secretary(people, survey):
    make_prepared(survey, people)
    ((name, notice),) = told(NoticeKind.TO_SIGN).items()
    assert (name, notice.place) == ("sekretaris", "/laporan/3521/2025-S1/tanda-tangan/")
    said = sentence_of(notice)
    assert said.startswith(
        "Laporan Tindak Lanjut SKM KPU Kabupaten Ngawi Semester I Tahun 2025 versi 1 siap ditandatangani"
    )


def test_also_to_the_secretary_who_asked_for_it_and_had_to_wait(people, survey):
    make_ready(survey, people)
    made(prepare(survey, people.secretary, wish()))
    assert set(told(NoticeKind.TO_SIGN)) == {"sekretaris"}


def test_who_signed_is_asked_no_more(people, survey):
    make_signed(survey, people)
    assert told(NoticeKind.TO_SIGN)["sekretaris"].understood_at


def test_nor_is_anybody_when_it_became_a_draft_again(people, survey):
    report = make_prepared(survey, people)
    assert told(NoticeKind.TO_SIGN)["sekretaris"].understood_at is None
    return_to_draft(report, people.secretary, "Tabel 2.1 belum lengkap.")
    assert told(NoticeKind.TO_SIGN)["sekretaris"].understood_at


def test_a_signed_report_is_told_to_the_units_once(people, survey):
    make_signed(survey, people)
    signed = told(NoticeKind.SIGNED)
    assert sorted(signed) == ["kasubbag", "operator"]
    assert sentence_of(signed["kasubbag"]).startswith("Laporan ")
    assert "versi 1 ditandatangani oleh Sekretaris (sekretaris) pada" in sentence_of(signed["kasubbag"])
    assert signed["operator"].place == "/laporan/3521/2025-S1/"
