"""Bandingkan versi: two versions, or a version and the data as they are, beside each other."""

import json

import pytest

from followups.models import ActionPlan, FollowUp
from reports.document.gather import document_of
from reports.models import Report, ReportKind, State
from surveys.models import Lock, Survey
from surveys.respondents.counts import write_profile
from tests.reports.addendum.addenda import addendum_file
from tests.reports.issued import make_report

PAGE = "/laporan/3521/2025-S1/bandingkan/"
SECOND = "BBBB-BBBB-BBBB-BBBB-BBBB"


@pytest.fixture
def two(people, survey):
    """Version 1 with a plan in other words; version 2, and the data, as they are now."""
    followup = FollowUp.objects.get(survey=survey)
    ActionPlan.objects.filter(position=1).update(description="Loket dibuka pukul delapan.")
    make_report(followup, people.secretary, State.SUPERSEDED, document=document_of(survey))
    ActionPlan.objects.filter(position=1).update(description="Loket dibuka pukul tujuh.")
    survey.refresh_from_db()
    make_report(followup, people.secretary, code=SECOND, version=2, document=document_of(survey), content=b"%PDF- dua")


def test_changed_words_are_marked_by_element_and_sign(as_user, people, two):
    page = as_user(people.staff).get(PAGE, {"lama": "1", "baru": "2"}).content.decode()
    assert "<del>delapan.</del>" in page and "<ins>tujuh.</ins>" in page
    assert "deskripsi realisasi" in page and "Diubah" in page


def test_the_data_of_now_are_a_side_too(as_user, people, two):
    assert "Isi kedua versi sama." in as_user(people.staff).get(PAGE, {"lama": "2", "baru": "draf"}).content.decode()
    ActionPlan.objects.filter(position=1).update(description="Loket dibuka pukul enam.")
    page = as_user(people.staff).get(PAGE, {"lama": "2", "baru": "draf"}).content.decode()
    assert "<ins>enam.</ins>" in page


def test_counts_of_few_are_compared_within_the_office_only(as_user, people, two, survey):
    write_profile(survey, {"disability": {"physical": 3}})
    sides = {"lama": "2", "baru": "draf"}
    assert 'id="tema-responden"' in as_user(people.staff).get(PAGE, sides).content.decode()
    other = as_user(people.supervisor).get(PAGE, sides).content.decode()
    assert 'id="tema-responden"' not in other and "Isi kedua versi sama." not in other
    assert "hanya ditampilkan di satuan kerja itu sendiri" in other


@pytest.mark.parametrize(("lock", "sides"), [(Lock.OPEN, ("2", "draf")), (Lock.SIGNED, ("1", "2"))])
def test_without_a_choice_the_latest_change_is_shown(as_user, people, two, lock, sides):
    Survey.objects.update(lock=lock)
    response = as_user(people.staff).get(PAGE)
    assert (response.context["before"], response.context["after"]) == sides


def test_without_any_version_there_is_nothing_to_compare(as_user, people, survey):
    assert "Isi kedua versi sama." in as_user(people.staff).get(PAGE).content.decode()


@pytest.mark.parametrize("side", ["3", "0", "x", "1' OR 1"])
def test_a_version_that_is_not_is_not_found(as_user, people, two, side):
    client = as_user(people.staff)
    assert client.get(PAGE, {"lama": side, "baru": "2"}).status_code == 404
    assert client.get(PAGE, {"lama": "2", "baru": side}).status_code == 404


def compared(client, **document):
    Report.objects.filter(version=1).update(**document)
    return client.get(PAGE, {"lama": "1", "baru": "2"}).content.decode()


def test_of_a_version_that_cannot_be_read_the_texts_are_compared(as_user, people, two):
    document = Report.objects.get(version=1).document | {"schema": 99}
    document["introduction"]["sections"][0]["blocks"] = [{"kind": "p", "lines": [[{"text": "Pembuka lama."}]]}]
    page = compared(as_user(people.staff), document=document)
    assert "lebih baru" in page and "Selain teksnya" in page
    assert "1.1 Latar Belakang" in page and "Pembuka" in page
    assert "deskripsi realisasi" not in page and "Isi kedua versi sama." not in page


def test_where_only_the_texts_can_be_read_and_are_the_same_that_is_told(as_user, people, two):
    document = Report.objects.get(version=2).document
    document["plans"]["table"] = 3
    page = compared(as_user(people.staff), document=document)
    assert "rusak" in page and "Teks kedua versi sama." in page and "Isi kedua versi sama." not in page


@pytest.mark.parametrize("document", [{}, [], {"schema": -1}, {"schema": 1, "title": "Laporan"}])
def test_a_version_of_which_nothing_can_be_read_is_told_in_words(as_user, people, two, document):
    page = compared(as_user(people.staff), document=document)
    assert "Isi dan teks kedua versi tidak dapat dibandingkan di sini" in page


@pytest.mark.parametrize("unreadable", [1, 2])
def test_it_does_not_matter_which_side_cannot_be_read(as_user, people, two, unreadable):
    Report.objects.filter(version=unreadable).update(document={"schema": 99})
    page = as_user(people.staff).get(PAGE, {"lama": "1", "baru": "2"}).content.decode()
    assert "Isi dan teks kedua versi tidak dapat dibandingkan di sini" in page
    assert "<del>" not in page.split("</form>")[-1] and "Ditambahkan" not in page


def sides_of(response):
    return response.context["sides"], response.context["before"], response.context["after"]


def test_of_one_signed_version_it_is_shown_beside_itself_and_of_an_open_one_beside_the_data(as_user, people, survey):
    make_report(FollowUp.objects.get(survey=survey), people.secretary, document=document_of(survey))
    client = as_user(people.staff)
    assert sides_of(client.get(PAGE)) == (["1", "draf"], "1", "draf")
    Survey.objects.update(lock=Lock.SIGNED)
    assert sides_of(client.get(PAGE)) == (["1", "draf"], "1", "1")


def test_versions_stand_in_their_order_before_the_data_and_a_draft_without_document_is_none(as_user, people, two):
    Report.objects.create(followup=FollowUp.objects.get(), version=3)
    sides, before, after = sides_of(as_user(people.staff).get(PAGE))
    assert (sides, before, after) == (["1", "2", "draf"], "2", "draf")


def test_a_side_alone_is_compared_with_the_one_that_is_shown_anyhow(as_user, people, two):
    client = as_user(people.staff)
    assert sides_of(client.get(PAGE, {"lama": "1"}))[1:] == ("1", "draf")
    assert sides_of(client.get(PAGE, {"baru": "1"}))[1:] == ("2", "1")
    assert "Isi kedua versi sama." in client.get(PAGE, {"lama": "1", "baru": "1"}).content.decode()


def test_what_was_new_is_old_when_the_sides_are_changed(as_user, people, two):
    page = as_user(people.staff).get(PAGE, {"lama": "2", "baru": "1"}).content.decode()
    assert "<del>tujuh.</del>" in page and "<ins>delapan.</ins>" in page


def test_where_there_is_neither_version_nor_data_one_is_led_back_and_told_why(as_user, people, survey):
    answer = as_user(people.admin).get("/laporan/3521/2025-S1/penyelesaian/bandingkan/", follow=True)
    assert answer.redirect_chain[0][0] == "/laporan/3521/2025-S1/penyelesaian/tanda-tangan/"
    assert list(answer.context["messages"])


def test_others_see_nothing(as_user, people, two):
    assert as_user(people.stranger).get(PAGE).status_code == 404


@pytest.mark.parametrize(("state", "after"), [(None, "1"), (State.PREPARED, "draf")])
def test_a_report_that_leaves_the_cycle_open_is_compared_with_the_data_while_a_version_of_it_is(
    as_user, people, survey, state, after
):
    """Whether the follow-up report of the cycle is signed says nothing of it."""
    followup = FollowUp.objects.get(survey=survey)
    kind = ReportKind.SURVEY
    make_report(followup, people.secretary, kind=kind)
    if state:
        make_report(followup, people.secretary, state, code=SECOND, version=2, kind=kind)
    document = json.loads(addendum_file(4).read_text())
    Report.objects.update(document=document)
    response = as_user(people.staff).get(PAGE.replace("bandingkan/", "survei/bandingkan/"))
    assert response.context["after"] == after
