"""Suggestions are read and decided one by one; nothing unread leaves the office."""

import json

import pytest

from offices.models import AuditEvent
from surveys.models import Decision, Lock, Suggestion, Survey
from surveys.suggestions.deciding import released_suggestions

pytestmark = pytest.mark.django_db
PAGE = "/skm/3521/2025-S1/saran/"
RESULTS = "/skm/3521/2025-S1/hasil/"


@pytest.fixture
def written(survey):
    """Three suggestions, of which one is released and one kept back."""
    rows = {"Baru": ("unread", 3), "Terbuka": ("released", 1), "Tertutup": ("kept", 1)}
    return {
        text: Suggestion.objects.create(survey=survey, text=text, decision=decision, times=times)
        for text, (decision, times) in rows.items()
    }


@pytest.fixture
def admin(as_user, people):
    return as_user(people.admin)


def flat(response):
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def decided(client, row, decision, follow=True, **more):
    return client.post(f"{PAGE}{row.pk}/", {"putusan": decision} | more, follow=follow)


def decision_of(row):
    return Suggestion.objects.get(pk=row.pk).decision


def test_those_that_nobody_has_read_stand_first_with_how_many_wrote_them(admin, written, survey):
    late = Suggestion.objects.create(survey=survey, text="Terakhir", times=1)
    shown = [one.row for one in admin.get(PAGE).context["suggestions"]]
    assert shown == [written["Baru"], late, written["Terbuka"], written["Tertutup"]]
    page = flat(admin.get(PAGE))
    assert "2 belum dibaca, 1 dirilis, 1 ditahan" in page and "Ditulis 3 orang." in page


def test_they_are_looked_for_by_word_and_by_decision(admin, written):
    assert [one.row.text for one in admin.get(f"{PAGE}?cari=buka").context["suggestions"]] == ["Terbuka"]
    assert [one.row.text for one in admin.get(f"{PAGE}?keadaan=kept").context["suggestions"]] == ["Tertutup"]
    assert "Tidak ada saran yang sesuai" in flat(admin.get(f"{PAGE}?cari=tiada"))
    assert len(admin.get(f"{PAGE}?keadaan=salah").context["suggestions"]) == 3


def test_many_are_leafed_through_with_what_was_looked_for(admin, survey):
    Suggestion.objects.bulk_create(Suggestion(survey=survey, text=f"Loket {at}", times=1) for at in range(31))
    page = flat(admin.get(f"{PAGE}?cari=loket"))
    assert "31 saran" in page and 'href="?cari=loket&amp;halaman=2"' in page
    assert len(admin.get(f"{PAGE}?cari=loket&halaman=2").context["suggestions"]) == 1


@pytest.mark.parametrize(("word", "decision"), [("rilis", "released"), ("tahan", "kept")])
def test_each_is_released_or_kept_back_and_the_trail_counts(admin, people, written, word, decision):
    decided(admin, written["Baru"], word)
    assert decision_of(written["Baru"]) == decision
    event = AuditEvent.objects.get()
    assert (event.actor_id, event.before["unread"]) == (people.admin.pk, 1)
    assert event.after["unread"] == 0 and "Baru" not in json.dumps([event.before, event.after])
    assert "Baru" not in event.object_label


def test_the_same_decision_again_is_no_event(admin, written):
    decided(admin, written["Terbuka"], "rilis")
    assert not AuditEvent.objects.exists()


def test_a_deleted_one_is_gone_and_nothing_of_it_stays_in_the_trail(admin, written):
    decided(admin, written["Baru"], "hapus")
    assert not Suggestion.objects.filter(pk=written["Baru"].pk).exists()
    event = AuditEvent.objects.get(action="suggestion.delete")
    assert "Baru" not in json.dumps([event.before, event.after, event.object_label])


def test_one_goes_on_where_one_was(admin, written):
    response = admin.post(f"{PAGE}{written['Baru'].pk}/?cari=a&halaman=2", {"putusan": "tahan"})
    assert response.url == f"{PAGE}?cari=a&halaman=2#daftar-saran"


def test_an_unknown_word_decides_nothing(admin, written):
    assert decided(admin, written["Baru"], "kirim").status_code == 200
    assert decision_of(written["Baru"]) == Decision.UNREAD and not AuditEvent.objects.exists()


def test_personal_data_are_pointed_out_and_released_only_after_a_tick(admin, survey):
    row = Suggestion.objects.create(survey=survey, text="Telepon saya 081234567890", times=1)
    page = flat(admin.get(PAGE))
    assert "<mark>081234567890</mark>" in page and "Memuat nomor telepon." in page
    assert "Saran ini memuat nomor telepon." in flat(decided(admin, row, "rilis"))
    assert decision_of(row) == Decision.UNREAD and not AuditEvent.objects.exists()
    decided(admin, row, "rilis", diperiksa="1")
    assert decision_of(row) == Decision.RELEASED


def test_personal_data_need_no_tick_to_be_kept_back(admin, survey):
    row = Suggestion.objects.create(survey=survey, text="081234567890 ini saya", times=1)
    decided(admin, row, "tahan")
    assert decision_of(row) == Decision.KEPT


def test_a_suggestion_is_never_markup(admin, survey, as_user, people):
    Suggestion.objects.create(survey=survey, text="<b>tebal</b> & {{ ikm }}", times=1, decision="released")
    for page in (flat(admin.get(PAGE)), flat(as_user(people.staff).get(RESULTS))):
        assert "&lt;b&gt;tebal&lt;/b&gt; &amp; {{ ikm }}" in page


def test_a_frozen_cycle_hinders_nobody_from_taking_personal_data_away(admin, written):
    Survey.objects.update(lock=Lock.SIGNED)
    decided(admin, written["Terbuka"], "tahan")
    decided(admin, written["Baru"], "hapus")
    assert decision_of(written["Terbuka"]) == Decision.KEPT and Suggestion.objects.count() == 2


# --- who reads what


@pytest.mark.parametrize("who", ["staff", "head", "supervisor"])
def test_others_read_what_was_released_and_nothing_else(as_user, people, written, who):
    client = as_user(getattr(people, who))
    for address in (PAGE, f"{PAGE}?keadaan=unread", f"{PAGE}?cari=t", RESULTS):
        page = flat(client.get(address))
        assert "Terbuka" in page and "Tertutup" not in page and ">Baru<" not in page
        assert "belum dibaca" not in page and 'value="rilis"' not in page
    assert decided(client, written["Baru"], "rilis").status_code == 403


def test_the_secretary_reads_all_and_decides_nothing(as_user, people, written):
    client = as_user(people.secretary)
    page = flat(client.get(PAGE))
    assert "Tertutup" in page and "Baru" in page and 'value="rilis"' not in page
    assert decided(client, written["Baru"], "rilis").status_code == 403
    assert decision_of(written["Baru"]) == Decision.UNREAD


def test_of_another_survey_or_office_is_none(admin, as_user, people, written):
    assert admin.post(f"/skm/3521/2024-S1/saran/{written['Baru'].pk}/", {"putusan": "rilis"}).status_code == 404
    assert as_user(people.stranger).get(PAGE).status_code == 404


def test_the_results_show_the_first_that_were_released_and_lead_to_all(admin, as_user, people, survey, written):
    page = flat(admin.get(RESULTS))
    assert "Terbuka" in page and "Baca semua saran (1 belum dibaca)" in page and "Tertutup" not in page
    for at in range(6):
        Suggestion.objects.create(survey=survey, text=f"Loket {at}", times=2, decision="released")
    page = flat(as_user(people.staff).get(RESULTS))
    assert "Semua saran yang dirilis" in page and page.count("(ditulis 2 orang)") == 4


def test_without_suggestions_nothing_is_said_of_them(admin, as_user, people, survey):
    assert "Saran responden" not in flat(admin.get(RESULTS))
    assert "dapat disimpan ketika nilai diambil" in flat(admin.get(PAGE))
    assert "Belum ada saran yang dapat Anda baca" in flat(as_user(people.staff).get(PAGE))


def test_only_released_ones_may_leave_the_office(written, survey):
    assert list(released_suggestions(survey)) == [written["Terbuka"]]
