"""Hasil survei: what is read of a survey, beside earlier periods and what was done meanwhile."""

import re
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followups.models import FollowUp, Priority, RecordedPeriod, Status
from offices.models import AuditEvent
from surveys.models import (
    BasisKind,
    ElementScore,
    IndexMethod,
    Instrument,
    Lock,
    Questionnaire,
    ScoreBasis,
    Service,
    ServiceResult,
)
from surveys.respondents.counts import write_profile
from tests.followups.results.offices import STANDARD, add_survey, three_years, with_elements

pytestmark = pytest.mark.django_db
PAGE = "/skm/3521/2025-S1/hasil/"


@pytest.fixture
def admin(as_user, people):
    return as_user(people.admin)


def flat(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def plain(response):
    """The words of a page without its pictures."""
    page = re.sub(r"<svg.*?</svg>", " ", flat(response))
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


# --- one survey


def test_index_grade_and_sample_stand_first(admin, survey):
    survey.respondents, survey.population = 110, 1250
    survey.save()
    page = plain(admin.get(PAGE))
    assert "87,36 Mutu B (Baik)" in page
    assert "110 responden dari populasi 1.250 orang" in page
    assert "paling sedikit 294 responden; masih kurang 184." in page


def test_every_element_has_value_grade_and_mark_in_words(admin, survey):
    page = plain(admin.get(PAGE))
    assert "Waktu Penyelesaian Prioritas 3,25 81,25 B (Baik)" in page
    assert "Biaya/Tarif 4,00 100,00 A (Sangat Baik)" in page
    assert page.count("Prioritas 3,") == 1
    assert "A (Sangat Baik) mulai 88,31; B (Baik) mulai 76,61; C (Kurang Baik) mulai 65,00" in page


@pytest.mark.parametrize("number", [7, 9, 11, 14])
def test_any_number_of_elements_is_shown(admin, ngawi, number):
    made = add_survey(ngawi, "2025-S1", instrument=with_elements(number))
    page = flat(admin.get(PAGE))
    assert page.count('<rect class="length"') == number
    assert all(element.name in page for element in made.instrument.elements.all())


def test_an_element_without_a_score_says_so_and_the_index_waits(admin, survey):
    survey.declared_index = None
    survey.save()
    ElementScore.objects.get(survey=survey, element__key="sarana").delete()
    page = plain(admin.get(PAGE))
    assert "setelah nilai semua unsur terisi (8 dari 9)" in page
    assert "Sarana dan Prasarana Belum ada nilai" in page


def test_without_scores_the_next_step_is_shown_to_who_can_take_it(as_user, people, survey):
    survey.declared_index = None
    survey.save()
    survey.scores.all().delete()
    page = flat(as_user(people.admin).get(PAGE))
    assert "Belum ada hasil" in page
    assert 'href="/skm/3521/2025-S1/berkas/"' in page
    page = flat(as_user(people.staff).get(PAGE))
    assert "Nilai dimasukkan oleh Admin" in page
    assert "/berkas/" not in page


def test_a_frozen_cycle_is_read_and_not_changed(admin, survey):
    survey.lock = Lock.SIGNED
    survey.save()
    page = flat(admin.get(PAGE))
    assert "87,36" in page and "Ubah data survei" not in page


def test_services_stand_beside_the_whole_and_the_basis_is_told(admin, people, survey):
    for position, name in enumerate(("KTP", "Kartu Keluarga"), start=1):
        service = Service.objects.create(office=survey.office, name=name, position=position)
        result = ServiceResult.objects.create(survey=survey, service=service, respondents=50 + position)
        for row in survey.scores.all():
            result.scores.create(element=row.element, score=row.score)
    ScoreBasis.objects.create(survey=survey, kind=BasisKind.SUMMARY, actor=people.admin)
    page = plain(admin.get(PAGE))
    assert "KTP 51 87,33 B Kartu Keluarga 52 87,33 B" in page
    assert "Dasar nilai: nilai rata-rata unsur dari berkas." in page


def test_respondents_stand_as_bars_as_far_as_the_reader_may_know(as_user, people, survey):
    write_profile(survey, {"sex": {"male": 60, "female": 40}, "age": {"under-17": 3, "17-25": 90, "26-34": 7}})
    own = plain(as_user(people.staff).get(PAGE))
    assert "Jenis kelamin · 100 orang" in own and "Laki-laki 60 60,00% Perempuan 40 40,00%" in own
    assert "Di bawah 17 tahun 3 3,00%" in own and "disembunyikan" not in own
    other = plain(as_user(people.supervisor).get(PAGE))
    assert "Di bawah 17 tahun disembunyikan 17–25 tahun 90 90,00% 26–34 tahun disembunyikan" in other
    assert "Jumlah di bawah 5 disembunyikan" in other


def test_without_a_profile_the_page_leads_to_where_it_is_entered(as_user, people, survey):
    page = flat(as_user(people.admin).get(PAGE))
    assert "Belum ada profil responden" in page
    assert 'href="/skm/3521/2025-S1/responden/"' in page and 'href="/skm/3521/2025-S1/berkas/"' in page
    page = flat(as_user(people.staff).get(PAGE))
    assert "Profil dimasukkan oleh Admin" in page and "/responden/" not in page


def test_respondents_of_a_service_of_few_are_told_to_nobody_outside(as_user, people, survey):
    for position, (name, respondents) in enumerate((("KTP", 50), ("KK", 8), ("Akta", 2)), start=1):
        service = Service.objects.create(office=survey.office, name=name, position=position)
        ServiceResult.objects.create(survey=survey, service=service, respondents=respondents)
    assert "KTP 50 83,33% KK 8 13,33% Akta 2 3,33%" in plain(as_user(people.secretary).get(PAGE))
    other = plain(as_user(people.supervisor).get(PAGE))
    assert "KTP 50 83,33% KK disembunyikan Akta disembunyikan" in other


def test_nothing_is_written_by_reading(admin, survey):
    before = AuditEvent.objects.count()
    admin.get(PAGE)
    assert AuditEvent.objects.count() == before
    assert admin.post(PAGE).status_code == 405


# --- over the periods


def test_one_period_has_no_line_and_says_how_to_come_to_one(admin, survey):
    page = flat(admin.get(PAGE))
    assert "Perkembangan IKM" not in page
    assert 'href="/satuan-kerja/3521/periode-sebelumnya/"' in page


def test_periods_are_told_with_their_changes_and_the_share_of_plans_done(admin, ngawi, survey):
    three_years(ngawi)
    page = plain(admin.get(PAGE))
    assert "Semester I Tahun 2025 87,36 B (Baik) naik 1,03 1 dari 2 (50%)" in page
    assert "Semester II Tahun 2024 86,33 B (Baik) naik 1,50 1 dari 2 (50%)" in page
    assert "Semester I Tahun 2024 84,83 B (Baik) tetap" in page
    assert "Persyaratan 3,23 3,27 naik 0,04" in page
    assert flat(admin.get(PAGE)).count('<path class="run"') == 1


def test_a_later_period_is_no_part_of_an_earlier_page(admin, ngawi, survey):
    add_survey(ngawi, "2025-S2")
    assert "Semester II Tahun 2025" not in flat(admin.get(PAGE))
    assert "Semester I Tahun 2025" in flat(admin.get("/skm/3521/2025-S2/hasil/"))


def test_another_instrument_breaks_the_line_and_says_why(admin, ngawi, survey):
    add_survey(ngawi, "2024-S2", instrument=with_elements(14))
    page = flat(admin.get(PAGE))
    assert '<path class="run"' not in page
    assert page.count('<line class="gap"') == 1
    assert "Tidak dibandingkan: instrumen berubah" in page
    assert "Perkembangan nilai unsur" not in page


def test_another_method_breaks_the_line_too(admin, ngawi, survey):
    mappings = Questionnaire.objects.get(name="Kuesioner SKM 16 pertanyaan (elektronik)").mappings
    for made, method in ((survey, IndexMethod.QUESTIONS), (add_survey(ngawi, "2024-S2"), IndexMethod.ELEMENTS)):
        mapping = mappings.first()
        ScoreBasis.objects.create(
            survey=made,
            kind=BasisKind.ANSWERS,
            questionnaire=mapping.questionnaire,
            mapping=mapping,
            method=method,
        )
    assert "Tidak dibandingkan: cara menghitung IKM berubah" in flat(admin.get(PAGE))


def test_typed_values_are_not_compared_with_those_of_sixteen_questions(admin, ngawi, survey):
    mapping = Questionnaire.objects.get(name="Kuesioner SKM 16 pertanyaan (elektronik)").mappings.first()
    known = {"questionnaire": mapping.questionnaire, "mapping": mapping, "method": IndexMethod.ELEMENTS}
    ScoreBasis.objects.create(survey=survey, kind=BasisKind.ANSWERS, **known)
    add_survey(ngawi, "2024-S2")
    page = flat(admin.get(PAGE))
    assert "kuesioner, yang tidak tercatat pada salah satu periode, mungkin berubah" in page


def test_a_period_recorded_by_hand_begins_the_line(admin, ngawi, survey):
    row = RecordedPeriod.objects.create(
        office=ngawi,
        instrument=Instrument.objects.get(key=STANDARD),
        year=2024,
        kind=6,
        number=2,
        index=Decimal("81.36"),
        plans_done=3,
        plans_total=4,
    )
    row.scores.create(element=row.instrument.elements.get(key="waktu"), score=Decimal("3.05"))
    page = plain(admin.get(PAGE))
    assert "Semester II Tahun 2024 dicatat, bukan disusun di portal 81,36 B (Baik) – 3 dari 4 (75%)" in page
    assert "Semester I Tahun 2025 87,36 B (Baik) naik 6,00" in page
    assert "Waktu Penyelesaian 3,05 3,25 naik 0,20" in page


# --- what was done meanwhile


def test_a_priority_is_told_before_and_after_with_what_was_done(admin, ngawi, survey):
    plans = [("Menata loket", Status.DONE), ("Melatih petugas", Status.IN_PROGRESS)]
    add_survey(ngawi, "2024-S2", "-0.30", plans=plans)
    page = plain(admin.get(PAGE))
    told = page.partition("Unsur prioritas, sebelum dan sesudah")[2]
    assert "Persyaratan Sebelum 2,97 · sesudah 3,27 · naik 0,30 1 dari 2 RTL selesai: Menata loket" in told
    assert "Melatih petugas" not in told
    assert "karena" not in told.lower()


def test_across_a_break_the_score_after_is_not_told(admin, ngawi, survey):
    plans = [("Menata loket", Status.DONE)]
    add_survey(ngawi, "2024-S2", instrument=with_elements(14), plans=plans)
    told = plain(admin.get(PAGE)).partition("Unsur prioritas, sebelum dan sesudah")[2]
    assert "tidak dibandingkan, karena instrumen berubah" in told
    assert "sesudah – 1 dari 1 RTL selesai: Menata loket" in told


def test_a_survey_is_followed_by_one_of_its_own_kind(admin, ngawi, survey):
    """The month in between came before anything was done for a whole semester."""
    add_survey(ngawi, "2024-S2", "-0.30", plans=[("Menata loket", Status.DONE)])
    add_survey(ngawi, "2025-B01", "-0.20")
    assert "Semester II Tahun 2024 → Semester I Tahun 2025" in plain(admin.get(PAGE))
    assert "Bulan Januari 2025" in plain(admin.get(PAGE))


# --- how much it costs


def asked(client):
    with CaptureQueriesContext(connection) as captured:
        client.get(PAGE)
    return len(captured)


def test_queries_do_not_grow_with_periods_services_and_priorities(admin, ngawi, survey):
    earlier = add_survey(ngawi, "2021-S2", plans=[("Satu", Status.DONE)])
    with_services(survey, 2)
    asked(admin)
    few = asked(admin)
    three_years(ngawi)
    with_services(survey, 6)
    followup = FollowUp.objects.get(survey=earlier)
    for position, element in enumerate(earlier.instrument.elements.all()[1:5], start=2):
        Priority.objects.create(followup=followup, element=element, position=position)
    assert asked(admin) == few
    assert few <= 40


def with_services(survey, number):
    for at in range(number):
        name = f"Layanan {at} dari {number}"
        service = Service.objects.create(office=survey.office, name=name, position=at)
        result = ServiceResult.objects.create(survey=survey, service=service, respondents=9)
        result.scores.create(element=survey.instrument.elements.first(), score=Decimal(3))
