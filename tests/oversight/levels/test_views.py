"""The page Kesiapan PEKPPP: who reads it, what it says of an office, where it leads, and from where one comes to it."""

import re
from datetime import date

import pytest

from followups.models import FollowUp, Medium, Publication
from surveys.models import Survey
from tests.conftest import make_survey
from tests.oversight.levels.test_gather import publication, told
from tests.reports.issued import make_report

PAGE = "/satuan-kerja/3521/pekppp/"
READERS = ["head", "admin", "secretary", "supervisor"]


def text_of(answer):
    return " ".join(answer.content.decode().split())


def section(answer, number):
    """What is said of one indicator, without tags."""
    page = text_of(answer)
    part = re.search(rf'aria-labelledby="indikator-{number}">(.*?)</section>', page)[1]
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def links_of(answer):
    main = text_of(answer).split("Bagian satuan kerja", 1)[1].split("</nav>", 1)[1].split("</main>", 1)[0]
    return set(re.findall(r'<a href="(/[^"]+)"', main))


@pytest.fixture(autouse=True)
def _in_march(time_machine):
    time_machine.move_to("2026-03-05 09:00+07:00", tick=False)


@pytest.fixture
def followed_up(survey, people):
    """Reported in July, three of four plans done in the signed report, one publication proven and one not."""
    Survey.objects.update(respondents=110, report_date=date(2025, 7, 10))
    document = told("done", "done", "done", "in_progress")
    make_report(FollowUp.objects.get(survey=survey), people.secretary, document=document)
    publication(survey, proof="publications/a.jpg", sha256="a" * 64)
    publication(survey, Medium.SOCIAL, place="@kpungawi")
    return survey


def test_it_tells_each_indicator_with_its_level_and_its_weight(as_user, people, survey):
    page = text_of(as_user(people.admin).get(PAGE))
    assert "6. Pelaksanaan SKM sesuai peraturan" in page
    assert "Kode 6.a.B. Yang dihitung: tahun 2025 dan 2026." in page
    assert '<span class="quiet">Bobot 17%</span> </th> <td class="amount">1</td> <td> 31 Desember 2026 </td>' in page
    assert "<strong>Tingkat 1 dari 5</strong>: SKM sudah dilaksanakan, tetapi belum sesuai" in page
    assert "<strong>Tingkat 0 dari 5</strong>: Hasil SKM tidak dipublikasikan." in page
    assert "Tingkat empat indikator SKM (0–5) yang didukung data portal pada 5 Maret 2026." in page


def test_it_tells_the_sum_and_on_which_rules_it_rests(as_user, people, followed_up):
    page = text_of(as_user(people.admin).get(PAGE))
    assert "menyumbang <strong>0,79</strong> dari paling banyak 1,90 pada aspek Kebijakan Pelayanan" in page
    assert "PermenPANRB 29/2022 sebagaimana diubah dengan PermenPANRB 4/2023" in page


def test_it_tells_what_holds_a_level_what_is_missing_and_what_reaches_the_next(as_user, people, followed_up):
    answer = as_user(people.admin).get(PAGE)
    conduct, media, done, speed = (section(answer, number) for number in (6, 7, 8, 9))
    assert "Tingkat 3 dari 5" in conduct and "Bertahan sampai 31 Desember 2026 ; sesudahnya tingkat 0" in conduct
    assert "Publikasi: Papan, 20 Juli 2025" in conduct
    assert "Bukti yang belum ada Berkas laporan SKM Semester I Tahun 2025 belum ada di portal." in conduct
    assert "Menuju tingkat 4: " in conduct
    assert "Bukti yang belum ada Unggah foto atau tangkapan layar publikasi di @kpungawi." in media
    assert "Tingkat 3 dari 5 : 30% sampai dengan 80% RTL selesai. 75,00% dari RTL SKM tahun 2025" in done
    assert "Menuju tingkat 4: Lebih dari 80% RTL selesai Selesaikan 1 RTL lagi" in done
    assert "Kecepatan baru dihitung setelah seluruh RTL selesai" in speed
    assert "bertanggal paling lambat 10 April 2026, tercapai tingkat 2." in speed


def test_each_thing_leads_to_the_page_where_it_is_mended(as_user, people, followed_up):
    admin = as_user(people.admin)
    found = links_of(admin.get(PAGE))
    assert found >= {
        "/skm/3521/2025-S1/publikasi/",
        "/skm/3521/2025-S1/",
        "/skm/3521/2025-S1/hasil/",
        "/rtl/3521/2025-S1/realisasi/",
        "/laporan/3521/2025-S1/",
        "/laporan/3521/2025-S1/tanda-tangan/",
    }
    assert {admin.get(place).status_code for place in found} == {200}


@pytest.mark.parametrize("who", ["head", "secretary"])
@pytest.mark.parametrize("day", ["2026-03-05", "2028-03-05"], ids=["with a survey", "with none that counts"])
def test_no_link_leads_who_reads_it_to_a_closed_door(as_user, people, followed_up, time_machine, day, who):
    time_machine.move_to(f"{day} 09:00+07:00", tick=False)
    reader = as_user(getattr(people, who))
    found = links_of(reader.get(PAGE))
    assert found
    assert {place: reader.get(place).status_code for place in found} == dict.fromkeys(found, 200)


def test_every_link_of_an_office_that_has_nothing_yet_is_there_too(as_user, people):
    admin = as_user(people.admin)
    found = links_of(admin.get(PAGE))
    assert "/satuan-kerja/3521/siklus-baru/" in found
    assert "/satuan-kerja/3521/periode-sebelumnya/" in found
    assert {admin.get(place).status_code for place in found} == {200}


def test_who_looks_on_from_above_reads_the_same_without_ways_to_mend_it(as_user, people, followed_up):
    own = as_user(people.admin).get(PAGE)
    own_sections = [section(own, number) for number in (6, 7, 8, 9)]
    answer = as_user(people.supervisor).get(PAGE)
    assert [section(answer, number) for number in (6, 7, 8, 9)] == own_sections
    assert links_of(answer) == set()


def test_this_years_survey_is_told_as_that_of_the_next_evaluation(as_user, people, followed_up, ngawi):
    make_survey(ngawi, "2026-B01")
    Survey.objects.filter(year=2026).update(report_date=date(2026, 2, 10))
    answer = as_user(people.admin).get(PAGE)
    ahead = "Dihitung pada penilaian tahun berikutnya SKM Bulan Januari 2026: "
    assert f"{ahead}1 dari 2 RTL selesai sampai hari ini" in section(answer, 8)
    assert f"{ahead}bila seluruh RTL selesai dan laporannya bertanggal paling lambat 10 Maret 2026" in section(
        answer, 9
    )


def test_the_day_is_that_of_the_office(as_user, people, ngawi, survey, time_machine):
    time_machine.move_to("2026-12-31 16:30+00:00", tick=False)  # half past eleven in Jakarta, the next year in Jayapura
    assert "pada 31 Desember 2026." in text_of(as_user(people.admin).get(PAGE))
    assert "Tingkat 1 dari 5" in section(as_user(people.admin).get(PAGE), 6)
    ngawi.zone = "WIT"
    ngawi.save()
    assert "pada 1 Januari 2027." in text_of(as_user(people.admin).get(PAGE))
    assert "Tingkat 0 dari 5" in section(as_user(people.admin).get(PAGE), 6)


@pytest.mark.parametrize("who", READERS)
def test_who_answers_for_the_evaluation_reads_it_and_finds_it(as_user, people, survey, who):
    reader = as_user(getattr(people, who))
    assert reader.get(PAGE).status_code == 200
    for place in ("/satuan-kerja/3521/", "/skm/3521/2025-S1/ikhtisar/", "/skm/3521/2025-S1/publikasi/"):
        assert f'href="{PAGE}"' in reader.get(place).content.decode()


def test_an_operator_is_told_whose_page_it_is_and_led_there_from_nowhere(as_user, people, survey):
    operator = as_user(people.staff)
    refused = operator.get(PAGE)
    assert refused.status_code == 403
    assert "yang dapat melihat kesiapan PEKPPP" in text_of(refused)
    for place in ("/satuan-kerja/3521/", "/skm/3521/2025-S1/ikhtisar/", "/skm/3521/2025-S1/publikasi/", "/"):
        assert PAGE not in operator.get(place).content.decode()


def test_who_looks_on_from_above_finds_it_at_home(as_user, people, survey):
    home = as_user(people.supervisor).get("/").content.decode()
    assert f'href="{PAGE}"' in home
    assert "/satuan-kerja/3520/pekppp/" in home


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_others_do_not_find_it(as_user, people, survey, who):
    assert as_user(getattr(people, who)).get(PAGE).status_code == 404


def test_the_report_says_nothing_of_it(as_user, people, followed_up):
    admin = as_user(people.admin)
    for page in ("/laporan/3521/2025-S1/", "/laporan/3521/2025-S1/survei/pdf/"):
        answer = admin.get(page)
        assert answer.status_code == 200
        assert "PEKPPP" not in answer.content.decode()


def test_one_publication_more_is_one_level_more(as_user, people, followed_up):
    admin = as_user(people.admin)
    assert "Tingkat 1 dari 5" in section(admin.get(PAGE), 7)
    Publication.objects.filter(proof="").update(proof="publications/b.jpg", sha256="b" * 64)
    assert "Tingkat 2 dari 5" in section(admin.get(PAGE), 7)
    assert "Tingkat 5 dari 5" in section(admin.get(PAGE), 6)
