"""Hasil survei: the page of a survey, the reading while one types, and the beginning of a cycle."""

import re
from datetime import date
from decimal import Decimal

import pytest
import time_machine

from followups.cycles import version_of
from followups.models import FollowUp
from offices.models import AuditEvent
from surveys.models import Lock, Survey
from tests.conftest import SCORES
from tests.journeys.scene import fields_on
from tests.mass import sampled

PAGE = "/skm/3521/2025-S1/"
NEW = "/satuan-kerja/3521/siklus-baru/"


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def filled(**changes):
    values = {f"score_{key}": score.replace(".", ",") for key, score in SCORES.items()}
    values |= {"declared_index": "87,36", "start": "2025-06-02", "end": "2025-06-30", "respondents": "110"}
    values |= {"first_month": "2025-07", "last_month": "2025-12", "report_month": "2026-01"}
    values |= {"signatory_name": "Sari Utami", "signatory_title": "Sekretaris", "signatory_nip": ""}
    values["revision"] = present_version()
    return values | changes


def present_version():
    """What a page that is opened now would send back."""
    followup = FollowUp.objects.select_related("survey").get()
    return version_of(followup.survey, followup)


def begun(**changes):
    values = {"year": "2026", "part": "S1", "signatory_name": "Sari Utami", "signatory_title": "Sekretaris"}
    return values | changes


def test_an_admin_saves_the_results(admin, survey):
    response = admin.post(PAGE, filled(score_waktu="3.275", declared_index="87.4", grade_waktu="B"))
    assert (response.status_code, response.url) == (302, f"{PAGE}#tersimpan")
    survey.refresh_from_db()
    assert survey.scores.get(element__key="waktu").score == Decimal("3.275")
    assert (survey.declared_index, survey.declared_grades) == (Decimal("87.4"), {"waktu": "B"})
    assert (survey.start, survey.respondents) == (date(2025, 6, 2), 110)
    assert FollowUp.objects.get(survey=survey).report_month == date(2026, 1, 1)


def test_saving_leaves_one_event_with_what_was_and_what_is(admin, survey):
    admin.post(PAGE, filled(score_waktu="3,50"))
    (event,) = AuditEvent.objects.all()
    assert (event.action, event.object_kind) == ("survey.change", "survey")
    assert event.before["scores"]["waktu"] == "3.250000"
    assert event.after["scores"]["waktu"] == "3.500000"


@pytest.mark.parametrize("typed", sampled(["0,99", "4,01", "33,27", "327", "tiga", "3,2,7", "3,27%", "-3,27"], every=4))
def test_a_score_that_is_none_is_refused_with_advice_and_kept(admin, survey, typed):
    response = admin.post(PAGE, filled(score_waktu=typed))
    assert response.status_code == 422
    page = response.content.decode()
    assert "Tulis nilai 1,00 sampai 4,00" in page
    assert f'value="{typed}"' in page
    assert 'value="3,31"' in page
    assert survey.scores.get(element__key="waktu").score == Decimal("3.25")
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    ("name", "typed", "stored"),
    sampled(
        [
            ("score_waktu", "4", "4"),
            ("score_waktu", "3,3", "3.3"),
            ("score_waktu", "3,27\u200b", "3.27"),
            ("score_waktu", "\u202d3,27\u202c", "3.27"),
            ("score_waktu", "3.2777777777777777", "3.277778"),
            ("declared_index", "87,36%", "87.36"),
            ("declared_index", "87,36 %", "87.36"),
            ("respondents", "1.250", "1250"),
            ("respondents", "1 250 orang", "1250"),
            ("population", "12.500", "12500"),
            ("report_date", "\u200e20/10/2025", "2025-10-20"),
            ("report_date", "20 Nopember 2025", "2025-11-20"),
            ("report_date", "20 Pebruari 2026", "2026-02-20"),
            ("report_date", "20-Okt-2025", "2025-10-20"),
            ("report_date", "Senin, 20 Oktober 2025", "2025-10-20"),
            ("report_date", "20–10–2025", "2025-10-20"),
            ("report_date", "2025/10/20", "2025-10-20"),
            ("report_date", "20 Agt 2025", "2025-08-20"),
            ("start", "2 Juni 2025", "2025-06-02"),
            ("signatory_nip", "NIP. 198305032009021002", "198305032009021002"),
            ("signatory_nip", "19830503-200902-1-002", "198305032009021002"),
            ("signatory_nip", "'198305032009021002", "198305032009021002"),
            ("signatory_nip", "198305032009021002\u200b", "198305032009021002"),
        ],
        every=4,
    ),
)
def test_what_people_type_is_read_as_they_mean_it(admin, survey, name, typed, stored):
    values = {"population": "20000", name: typed}
    assert admin.post(PAGE, filled(**values)).status_code == 302
    survey.refresh_from_db()
    key = name.removeprefix("score_")
    value = survey.scores.get(element__key=key).score if key != name else getattr(survey, name)
    assert Decimal(value) == Decimal(stored) if key != name or name == "declared_index" else str(value) == stored


@pytest.mark.parametrize(
    ("name", "typed", "cause"),
    sampled(
        [
            ("report_date", "20-10-0025", "Tahun 25 terlalu lampau"),
            ("report_date", "31-12-9999", "belum tiba"),
            ("report_date", "Selasa, 20 Oktober 2025", "jatuh pada hari Senin, bukan Selasa"),
            ("start", "31-12-9999", "belum tiba"),
            ("end", "31-12-9999", "belum tiba"),
            ("respondents", "12,5", "tanpa desimal"),
            ("declared_index", "8736", "Mungkin komanya tertinggal: 87,36."),
            ("score_waktu", "81,25", "nilai konversi"),
        ],
        every=4,
    ),
)
def test_what_cannot_be_meant_is_told_at_its_field_with_its_cause(admin, name, typed, cause):
    response = admin.post(PAGE, filled(**{name: typed}))
    assert response.status_code == 422
    page = response.content.decode()
    assert cause in page
    assert f'value="{typed}"' in page


COLUMN = [*(f"3,{hundredths}" for hundredths in range(11, 20))]


@pytest.mark.parametrize("parted", sampled(["\n", "\r\n", "\t", ";", "; ", " "], every=4))
@pytest.mark.parametrize("name", ["pasted", "score_persyaratan"])
def test_a_pasted_column_fills_the_nine_fields(admin, survey, name, parted):
    assert admin.post(PAGE, filled(**{name: parted.join(COLUMN)})).status_code == 302
    stored = survey.scores.order_by("element__position").values_list("score", flat=True)
    assert [str(score.normalize()).replace(".", ",") for score in stored] == COLUMN


def test_a_pasted_column_is_shown_in_the_nine_fields_where_something_else_is_refused(admin):
    page = admin.post(PAGE, filled(pasted="\n".join(COLUMN), end="kemarin")).content.decode()
    assert all(f'value="{value}"' in page for value in COLUMN)


def test_a_pasted_column_that_does_not_fit_stays_and_is_told(admin, survey):
    response = admin.post(PAGE, filled(pasted="\n".join(COLUMN[:8])))
    assert response.status_code == 422
    page = response.content.decode()
    assert "Ada 8 nilai yang ditempel, sedangkan unsurnya 9." in page
    assert "\n".join(COLUMN[:8]) in page
    assert survey.scores.get(element__key="waktu").score == Decimal("3.25")


def test_a_column_is_read_while_one_types(admin):
    page = admin.get(f"{PAGE}hitung/", {"pasted": "\n".join(COLUMN)}).content.decode()
    assert "3,19 · 79,75 · B" in page


def test_scores_are_saved_as_far_as_they_are_known(admin, survey):
    known = ("persyaratan", "prosedur", "waktu", "biaya", "produk")
    part = {f"score_{key}": "" for key in SCORES if key not in known}
    assert admin.post(PAGE, filled(**part)).status_code == 302
    assert set(survey.scores.values_list("element__key", flat=True)) == set(known)
    page = " ".join(admin.get(PAGE).content.decode().split())
    assert "(5 dari 9)" in page and 'value="3,27"' in page
    empty = {f"score_{key}": "" for key in SCORES}
    assert admin.post(PAGE, filled(**empty)).status_code == 302
    assert survey.scores.count() == 0


def test_nothing_follows_from_a_part_of_the_scores(admin, survey):
    survey.scores.filter(element__key="waktu").delete()
    assert "Nilai unsur belum dimasukkan" in admin.get("/pemeriksaan/3521/2025-S1/").content.decode()
    assert "87,36" not in admin.get("/laporan/3521/2025-S1/").content.decode()
    ranking = admin.get(f"{PAGE}prioritas/").content.decode()
    assert "Nilai 3,27, mutu B" in ranking and "Terendah" not in ranking
    assert "IKM" not in admin.get("/skm/").content.decode()


@pytest.mark.parametrize(
    ("changes", "reason"),
    sampled(
        [
            ({"end": "2025-06-01"}, "mendahului tanggal mulai"),
            ({"respondents": "20", "population": "10"}, "melebihi populasi"),
            ({"signatory_nip": "123"}, "18 angka"),
            ({"signatory_nip": "198305032009131002"}, "bulan pengangkatan"),
            ({"signatory_name": ""}, "Bidang ini"),
            ({"last_month": "2025-06"}, "mendahului bulan pertama"),
            ({"declared_index": "18,2"}, "Tulis IKM antara"),
        ],
        every=3,
    ),
)
def test_what_cannot_be_is_refused_with_its_reason(admin, changes, reason):
    response = admin.post(PAGE, filled(**changes))
    assert response.status_code == 422
    assert reason in response.content.decode()


def test_the_number_of_a_pppk_is_held_to_less(admin, survey):
    assert admin.post(PAGE, filled(signatory_nip="19830503 200921 1 002")).status_code == 422
    assert admin.post(PAGE, filled(signatory_nip="19830503 200921 1 002", pppk="on")).status_code == 302
    survey.refresh_from_db()
    assert survey.signatory_nip == "198305032009211002"
    assert "checked" in admin.get(PAGE).content.decode()


def test_a_window_that_would_leave_plans_outside_is_refused_and_names_them(admin, survey):
    response = admin.post(PAGE, filled(last_month="2025-09"))
    assert response.status_code == 422
    page = response.content.decode()
    assert "1 a Program 1 (Oktober 2025); 1 b Program 2 (Oktober 2025)" in page
    assert FollowUp.objects.get().end == date(2025, 12, 1)
    assert admin.post(PAGE, filled(last_month="2025-10")).status_code == 302


def test_the_published_index_stands_beside_the_computed_one(admin):
    page = " ".join(admin.get(PAGE).content.decode().split())
    assert "<strong>87,33</strong>" in page
    assert "<strong>87,36</strong>" in page
    assert "dapat menghasilkan IKM antara 87,21 dan 87,44" in page


def test_while_one_types_index_and_grades_are_read_and_nothing_is_saved(admin, survey):
    reading = admin.get(f"{PAGE}hitung/", filled(score_waktu="4,00", declared_index="99"))
    page = " ".join(reading.content.decode().split())
    assert "<strong>89,42</strong>" in page
    assert "tidak dapat dijelaskan oleh pembulatan" in page
    assert survey.scores.get(element__key="waktu").score == Decimal("3.25")
    assert not AuditEvent.objects.exists()
    half = admin.get(f"{PAGE}hitung/", {"score_waktu": "3,25", "score_biaya": "9"}).content.decode()
    assert "(1 dari 9)" in half
    assert "3,25 · 81,25 · B" in half


def test_a_published_grade_that_disagrees_is_said(admin):
    page = admin.get(f"{PAGE}hitung/", filled(grade_sarana="B")).content.decode()
    assert "mutu yang dipublikasikan B, sedangkan nilainya termasuk A (Sangat Baik)" in page


def test_who_may_not_change_it_reads_why(as_user, people, survey):
    page = as_user(people.staff).get(PAGE).content.decode()
    assert "Hanya Admin yang dapat mengubah data survei." in page
    assert "Simpan data survei" not in page
    refused = as_user(people.staff).post(PAGE, filled())
    assert refused.status_code == 403
    assert "Hanya Admin" in refused.content.decode()
    assert as_user(people.stranger).post(PAGE, filled()).status_code == 404
    assert not AuditEvent.objects.exists()


def test_a_locked_cycle_is_not_changed(admin, survey):
    Survey.objects.update(lock=Lock.PREPARED)
    assert "sudah disiapkan untuk ditandatangani" in admin.get(PAGE).content.decode()
    response = admin.post(PAGE, filled(score_waktu="4,00"))
    assert response.status_code == 403
    assert "sudah disiapkan untuk ditandatangani" in response.content.decode()
    assert survey.scores.get(element__key="waktu").score == Decimal("3.25")


# --- a new cycle ----------------------------------------------------------------------------------


def test_an_admin_begins_a_cycle_with_the_usual_months(admin):
    response = admin.post(NEW, begun())
    assert (response.status_code, response.url) == (302, "/skm/3521/2026-S1/bawa/")
    followup = FollowUp.objects.get(survey__year=2026)
    assert (followup.start, followup.end, followup.report_month) == (
        date(2026, 7, 1),
        date(2026, 11, 1),
        date(2026, 12, 1),
    )
    (event,) = AuditEvent.objects.all()
    assert event.action == "cycle.start"
    assert admin.get(response.url).status_code == 200


@time_machine.travel("2026-03-01 12:00+07:00")
def test_a_new_cycle_is_offered_the_last_semester_and_the_signatory(admin, ngawi):
    ngawi.signatory_name = "Sari Utami"
    ngawi.save()
    form = admin.get(NEW).context["form"]
    assert (form["year"].value(), form["part"].value()) == (2025, "S2")
    assert form["signatory_name"].value() == "Sari Utami"


@time_machine.travel("2026-03-01 12:00+07:00")
def test_other_months_may_be_chosen(admin):
    admin.post(NEW, begun(first_month="2026-08", last_month="2027-01", report_month="2027-03"))
    followup = FollowUp.objects.get(survey__year=2026)
    assert (followup.start, followup.report_month) == (date(2026, 8, 1), date(2027, 3, 1))


def test_a_period_has_one_cycle(admin):
    response = admin.post(NEW, begun(year="2025", signatory_name="Orang Lain"))
    assert response.status_code == 422
    page = response.content.decode()
    assert "Siklus Semester I Tahun 2025 sudah ada." in page
    assert 'value="Orang Lain"' in page
    assert Survey.objects.count() == 1
    assert not AuditEvent.objects.exists()


def test_the_list_of_cycles_leads_an_admin_there(as_user, people, survey):
    assert f'href="{NEW}"' in as_user(people.admin).get("/skm/").content.decode()
    assert f'href="{NEW}"' not in as_user(people.staff).get("/skm/").content.decode()


def test_only_an_admin_of_the_office_begins_a_cycle(as_user, people, survey):
    for role in (people.staff, people.secretary, people.supervisor):
        assert as_user(role).post(NEW, begun()).status_code == 403
    assert as_user(people.stranger).post(NEW, begun()).status_code == 404
    assert Survey.objects.count() == 1


def test_the_form_works_without_javascript(admin):
    page = admin.get(PAGE).content.decode()
    assert re.search(r'<form id="form-survei"\s+method="post"', page)
    assert re.search(r'<button class="btn btn-primary"\s+type="submit">', page)


# --- two people at once


def at_once(admin, **second):
    """One saved 120 respondents while another one, with the page still open, sends ``second``."""
    typed = filled(**second)
    assert admin.post(PAGE, filled(respondents="120", start="2025-06-09")).status_code == 302
    return admin.post(PAGE, typed)


def hidden_in(page):
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def test_the_second_writer_is_shown_both_versions_and_nothing_is_lost(admin, survey):
    response = at_once(admin, respondents="130", score_waktu="3,50", report_month="")
    assert response.status_code == 409
    page = " ".join(response.content.decode().split())
    assert "Data survei ini disimpan lagi ketika Anda mengisinya" in page
    asked = re.findall(r'<legend class="form-label">([^<]+)</legend>', page)
    assert asked == ["Mulai survei", "Jumlah responden", "Waktu Penyelesaian", "Bulan laporan"]
    shown = re.findall(r'<span class="version-text">([^<]*)</span>', page)
    assert shown[:4] == ["2 Juni 2025", "9 Juni 2025", "130", "120"]
    assert shown[4:] == ["3,50", "3,25", "Belum ditentukan", "Januari 2026"]
    assert (hidden_in(page)["respondents"], hidden_in(page)["score_waktu"]) == ("130", "3,50")
    survey.refresh_from_db()
    assert survey.respondents == 120


def test_one_chooses_a_version_for_each_field(admin, survey):
    page = at_once(admin, respondents="130", score_waktu="3,50").content.decode()
    chosen = {"pilihan-respondents": "tersimpan", "pilihan-start": "tersimpan", "pilihan-score_waktu": "saya"}
    assert admin.post(PAGE, hidden_in(page) | chosen).status_code == 302
    survey.refresh_from_db()
    assert (survey.respondents, survey.start) == (120, date(2025, 6, 9))
    assert survey.scores.get(element__key="waktu").score == Decimal("3.5")


@pytest.mark.parametrize(("version", "respondents"), sampled([("saya", 130), ("tersimpan", 120)], every=2))
def test_one_chooses_a_whole_version(admin, survey, version, respondents):
    page = at_once(admin, respondents="130").content.decode()
    assert admin.post(PAGE, hidden_in(page) | {"pilihan": version}).status_code == 302
    survey.refresh_from_db()
    assert survey.respondents == respondents


def test_who_chooses_while_a_third_one_writes_is_asked_again(admin, survey):
    page = at_once(admin, respondents="130").content.decode()
    assert admin.post(PAGE, filled(respondents="140")).status_code == 302
    response = admin.post(PAGE, hidden_in(page) | {"pilihan": "saya"})
    assert response.status_code == 409
    assert '<span class="version-text">140</span>' in response.content.decode()


@pytest.mark.parametrize("name", sampled(["pasted", "score_persyaratan"], every=2))
def test_a_pasted_column_asks_where_another_saved_meanwhile(admin, survey, name):
    opened = fields_on(admin.get(PAGE).content.decode(), PAGE)
    assert admin.post(PAGE, filled(score_waktu="3,66")).status_code == 302
    page = " ".join(admin.post(PAGE, opened | {name: "\n".join(["3,20"] * 9)}).content.decode().split())
    assert re.findall(r'<span class="version-text">([^<]*)</span>', page) == ["3,20", "3,66"]
    assert survey.scores.get(element__key="waktu").score == Decimal("3.66")
    assert admin.post(PAGE, hidden_in(page) | {"pilihan-score_waktu": "tersimpan"}).status_code == 302
    assert survey.scores.get(element__key="waktu").score == Decimal("3.66")
    assert survey.scores.get(element__key="biaya").score == Decimal("3.2")
