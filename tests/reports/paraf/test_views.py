"""The pages of the paraf: the draft with the decision, the sheet to print, the signing page, home and the stages."""

import re
from html import unescape

import pytest

from followups.models import ActionPlan
from offices.models import Office, ParafRule
from reports.models import Job, JobKind, Paraf, ReaderNote, Report
from surveys.models import Lock, Survey
from tests.reports.issuing.issuing import make_prepared

PAGE = "/laporan/3521/2025-S1/paraf/"
SHEET = f"{PAGE}lembar/"
SIGNING = "/laporan/3521/2025-S1/tanda-tangan/"
PDF = "/laporan/3521/2025-S1/pdf/"


@pytest.fixture(autouse=True)
def in_january(time_machine):
    time_machine.move_to("2026-01-20 09:00+07:00", tick=False)


def text_of(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def state_on(page):
    return re.search(r'name="state" value="(\w+)"', page.content.decode())[1]


def test_a_head_reads_the_whole_draft_and_agrees(as_user, people, survey):
    client = as_user(people.head)
    page = client.get(PAGE)
    for words in ("BAB III", "Program 1", "Kasubbag", "Belum memberi paraf", "1 belum"):
        assert words in text_of(page), words
    answer = client.post(PAGE, {"state": state_on(page), "putusan": "setuju"}, follow=True)
    assert "Paraf Anda tersimpan." in text_of(answer)
    assert "Setuju 20 Januari 2026 09.00 WIB" in text_of(answer)
    assert Paraf.objects.get().given_by == people.head


@pytest.mark.parametrize("word", [{}, {"putusan": ""}, {"putusan": "tolak"}])
def test_nothing_is_agreed_to_without_the_word(as_user, people, survey, word):
    client = as_user(people.head)
    refused = client.post(PAGE, {"state": state_on(client.get(PAGE))} | word)
    assert (refused.status_code, "Belum ada paraf yang diberikan." in text_of(refused)) == (422, True)
    assert not Paraf.objects.exists()


def test_or_leaves_a_note_at_a_part(as_user, people, survey):
    client = as_user(people.head)
    sent = {"state": state_on(client.get(PAGE)), "putusan": "catatan", "part": "bab-3"}
    refused = client.post(PAGE, sent | {"text": " "})
    assert refused.status_code == 422
    assert not Paraf.objects.exists()
    answer = client.post(PAGE, sent | {"text": "Sebutkan <b>loketnya</b>."}, follow=True)
    assert "Dengan catatan" in text_of(answer)
    assert "Sebutkan &lt;b&gt;loketnya&lt;/b&gt;." in answer.content.decode()
    note = ReaderNote.objects.get()
    home = text_of(as_user(people.admin).get("/"))
    assert "Bab III Realisasi" in home
    as_user(people.head).post(f"/laporan/3521/2025-S1/catatan/{note.pk}/hapus/")
    assert not ReaderNote.objects.exists()


def test_what_changed_meanwhile_is_to_be_read_first_and_the_note_is_not_lost(as_user, people, survey):
    client = as_user(people.head)
    state = state_on(client.get(PAGE))
    ActionPlan.objects.filter(position=1).update(obstacle="Hujan deras.")
    refused = client.post(PAGE, {"state": state, "putusan": "setuju"})
    assert (refused.status_code, "Draf berubah sejak Anda membukanya" in text_of(refused)) == (422, True)
    typed = {"state": state, "putusan": "catatan", "part": "bab-3", "text": "Catatan panjang saya."}
    refused = client.post(PAGE, typed)
    assert "Draf berubah" in text_of(refused) and "Catatan panjang saya." in text_of(refused)
    again = client.post(PAGE, typed | {"state": state_on(refused)})
    assert again.status_code == 302


def test_a_paraf_of_before_is_told_as_such_where_it_is_signed(as_user, people, survey):
    head = as_user(people.head)
    head.post(PAGE, {"state": state_on(head.get(PAGE)), "putusan": "setuju"})
    secretary = as_user(people.secretary)
    page = text_of(secretary.get(SIGNING))
    assert "Setuju 20 Januari 2026 09.00 WIB" in page and "sebelum perubahan terakhir" not in page
    ActionPlan.objects.filter(position=1).update(obstacle="Hujan.")
    page = text_of(secretary.get(SIGNING))
    assert "09.00 WIB, sebelum perubahan terakhir" in page
    assert "Paraf yang belum ada tidak menghalangi penandatanganan." in page


def test_an_office_that_wants_all_says_so_where_it_is_signed(as_user, people, survey):
    Office.objects.filter(code="3521").update(paraf=ParafRule.REQUIRED)
    assert "mewajibkan paraf lengkap" in text_of(as_user(people.secretary).get(SIGNING))


def test_an_office_without_it_shows_it_nowhere(as_user, people, survey):
    Office.objects.filter(code="3521").update(paraf=ParafRule.OFF)
    client = as_user(people.head)
    assert client.get(PAGE).status_code == client.get(SHEET).status_code == 404
    assert client.post(PAGE, {"state": "x", "putusan": "setuju"}).status_code == 404
    for address in ("/", "/laporan/3521/2025-S1/", SIGNING, "/skm/3521/2025-S1/ikhtisar/"):
        assert "araf" not in text_of(as_user(people.secretary).get(address)), address
    assert "Menunggu paraf Anda" not in text_of(as_user(people.head).get("/"))


def test_the_admin_sets_the_rule_in_the_profile(as_user, people, survey):
    page = as_user(people.admin).get("/satuan-kerja/3521/")
    assert 'name="paraf"' in page.content.decode()


def test_it_waits_for_the_head_at_home_until_it_is_given(as_user, people, survey):
    client = as_user(people.head)
    home = client.get("/")
    assert "Menunggu paraf Anda 1" in text_of(home)
    assert f'href="{PAGE}"' in home.content.decode()
    assert "Menunggu paraf Anda" not in text_of(as_user(people.secretary).get("/"))
    client = as_user(people.head)
    client.post(PAGE, {"state": state_on(client.get(PAGE)), "putusan": "setuju"})
    assert "Menunggu paraf Anda" not in text_of(client.get("/"))


def test_it_does_not_wait_before_it_is_time_for_the_report(as_user, people, survey, time_machine):
    time_machine.move_to("2025-09-20 09:00+07:00")
    client = as_user(people.head)
    assert "Menunggu paraf Anda" not in text_of(client.get("/"))
    Survey.objects.update(lock=Lock.PREPARED)
    assert "Menunggu paraf Anda" in text_of(client.get("/"))


def test_the_way_of_a_cycle_tells_whose_paraf_is_lacking(as_user, people, survey):
    overview = "/skm/3521/2025-S1/ikhtisar/"
    client = as_user(people.head)
    assert "0 dari 1 kepala unit memberi paraf" in text_of(client.get(overview))
    client.post(PAGE, {"state": state_on(client.get(PAGE)), "putusan": "setuju"})
    assert "1 dari 1 kepala unit memberi paraf" in text_of(client.get(overview))


def test_the_sheet_has_parafs_corrections_and_room(as_user, people, survey):
    client = as_user(people.head)
    sent = {"state": state_on(client.get(PAGE)), "putusan": "catatan", "part": "bab-2", "text": "Perbaiki tabel."}
    client.post(PAGE, sent)
    page = client.get(SHEET)
    for words in ("Lembar Paraf dan Koreksi", "Kasubbag", "Subbag kul", "Dengan catatan", "Perbaiki tabel."):
        assert words in text_of(page), words
    assert page.content.decode().count('class="room"') >= 8


@pytest.mark.parametrize("who", ["staff", "supervisor"])
def test_who_may_not_give_one_reads_and_is_refused(as_user, people, survey, who):
    client = as_user(getattr(people, who))
    page = client.get(PAGE)
    assert "Setuju, beri paraf" not in text_of(page)
    answer = client.post(PAGE, {"state": "x", "putusan": "setuju"})
    assert answer.status_code == 403
    assert "yang dapat memberi paraf pada draf laporan" in text_of(answer)


def test_a_signed_report_takes_none(as_user, people, survey):
    Survey.objects.update(lock=Lock.SIGNED)
    page = text_of(as_user(people.head).get(PAGE))
    assert "paraf dapat diberikan lagi setelah versi baru dibuka" in page
    assert "Setuju, beri paraf" not in page


def test_a_draft_with_a_wide_margin_is_asked_for_by_itself(as_user, people, survey):
    client = as_user(people.head)
    page = client.get(f"{PDF}?tepi=lebar")
    assert "Draf bertepi lebar" in text_of(page)
    answer = client.post(f"{PDF}?tepi=lebar")
    assert answer.url.endswith("?tepi=lebar")
    assert "PDF sedang dibuat" in text_of(client.get(answer.url))
    assert "Laporan sebagai PDF" in text_of(client.get(PDF))
    assert [job.kind for job in Job.objects.all()] == [JobKind.MARGIN_PDF]


@pytest.mark.usefixtures("own_media")
def test_of_a_prepared_report_the_frozen_state_is_read(as_user, people, survey):
    make_prepared(survey, people)
    Office.objects.filter(code="3521").update(name="KPU Kabupaten Lain")
    client = as_user(people.head)
    page = client.get(PAGE)
    article = text_of(page).partition("KATA PENGANTAR")[2]
    assert "KPU Kabupaten Lain" not in article and "KPU Kabupaten Ngawi" in article
    client.post(PAGE, {"state": state_on(page), "putusan": "setuju"})
    signing = text_of(as_user(people.secretary).get(SIGNING))
    assert "Setuju 20 Januari 2026 09.00 WIB" in signing and "sebelum perubahan terakhir" not in signing


@pytest.mark.usefixtures("own_media")
def test_a_version_that_cannot_be_read_is_told_where_it_is_returned(as_user, people, survey):
    make_prepared(survey, people)
    Report.objects.update(document={"schema": 99999})
    page = as_user(people.head).get(PAGE, follow=True)
    assert page.redirect_chain == [(SIGNING, 302)]
    assert "portal yang lebih baru" in text_of(page)


def test_the_sheet_is_printed_without_script_too(as_user, people, survey):
    page = as_user(people.head).get(SHEET).content.decode()
    assert re.search(r"<button[^>]* hidden[^>]*>Cetak</button>", page)
    assert "<noscript>Cetak lembar ini melalui menu peramban" in page
