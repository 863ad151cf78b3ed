"""Posts and persons answer for what is promised, beside units or instead of them: from each way in to each way out."""

import json
import re

import pytest

from followups.carrying.continuing import continue_plan
from followups.models import ActionPlan, Completion, Priority, Upkeep
from offices.models import AuditEvent, AuditName
from offices.recording.names import told_by
from reports.cycle.dump import cycle_json
from reports.cycle.parse import parse_cycle
from reports.cycle.read import known_instruments, read_cycle
from reports.document.gather import document_of
from reports.findings.answers import case_now, findings_now
from tests.conftest import LATER, make_survey

pytestmark = pytest.mark.django_db

PAGE = "/rtl/3521/2025-S1/"
POSTS = "Kasubbag TU; Siti Aminah, S.H."
KEPT = "Kasubbag TU\nSiti Aminah, S.H."


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


@pytest.fixture
def plan(survey):
    """The second of two: open, with nobody who answers for it yet."""
    row = ActionPlan.objects.get(position=2)
    row.all_units = False
    row.save()
    return row


def words_of(response):
    return " ".join(re.sub(r"<[^>]+>|\u00ad", " ", response.content.decode()).split())


def promised(plan, **more):
    """What the form of a plan sends."""
    return {"programme": plan.programme, "months": ["2025-10"], "others": POSTS, "revision": plan.revision} | more


def change(client, plan, **more):
    return client.post(f"{PAGE}{plan.pk}/ubah/", promised(plan, **more))


def found_rules(survey):
    return [found.id for found in findings_now(case_now(survey), LATER)]


def test_the_form_takes_several_and_every_table_shows_them(admin, plan, survey):
    assert change(admin, plan).status_code == 302
    plan.refresh_from_db()
    assert (plan.others, plan.all_units, plan.units.count()) == (KEPT, False, 0)
    assert "Kasubbag TU; Siti Aminah, S.H." in admin.get(f"{PAGE}{plan.pk}/ubah/").content.decode()
    for page in (PAGE, "/laporan/3521/2025-S1/", f"{PAGE}realisasi/", f"{PAGE}{plan.pk}/"):
        shown = words_of(admin.get(page))
        assert "Kasubbag TU" in shown and "Siti Aminah, S.H." in shown, page
    (event,) = AuditEvent.objects.filter(action="plan.change")
    assert told_by([event]).said(event.after["others"]) == ["Kasubbag TU", "Siti Aminah, S.H."]


def test_no_event_holds_their_names_so_that_these_can_be_erased(admin, plan):
    change(admin, plan)
    change(admin, plan, others="Kepala Desa", revision=plan.revision + 1)
    plan.refresh_from_db()
    sent = {"status": "in_progress", "reason": "Anggaran", "strategy": "Mengajukan", "others": POSTS}
    assert admin.post(f"{PAGE}{plan.pk}/", sent | {"revision": plan.revision}).status_code == 302
    admin.post("/pemeliharaan/3521/2025-S1/baru/", {"element": "biaya", "plan": "Menjaga", "others": POSTS})
    told = set(AuditEvent.objects.values_list("action", flat=True))
    assert told == {"plan.change", "plan.realise", "upkeep.add"}
    assert "Siti Aminah" not in str(list(AuditEvent.objects.values_list("before", "after")))
    assert "Siti Aminah, S.H." in words_of(admin.get("/riwayat/3521/"))
    assert AuditName.objects.filter(text="Siti Aminah, S.H.").exists()


def test_a_row_of_the_table_takes_them_beside_a_unit(admin, survey, ngawi):
    kul = ngawi.units.get(key="kul")
    row = {"di_tabel": "1", "priority": Priority.objects.get().pk, "programme": "Menata loket"}
    admin.post(f"{PAGE}baru/", row | {"units": str(kul.pk), "others": "Kepala Desa"})
    made = ActionPlan.objects.get(programme="Menata loket")
    assert (made.others, [unit.key for unit in made.units.all()]) == ("Kepala Desa", ["kul"])
    assert f"{kul.short_name} Kepala Desa" in words_of(admin.get(PAGE))


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ("; ".join(f"Jabatan {n}" for n in range(11)), "paling banyak 10 jabatan atau orang; di sini ada 11"),
        ("K" * 101, "terlalu panjang; paling banyak 100 karakter"),
    ],
)
def test_too_many_and_too_long_are_refused_and_kept_on_the_page(admin, plan, others, said):
    response = change(admin, plan, others=others)
    assert response.status_code == 422
    assert said in words_of(response) and others in response.content.decode()
    plan.refresh_from_db()
    assert plan.others == ""


def test_one_that_is_named_twice_is_one(admin, plan):
    change(admin, plan, others=" Kasubbag  TU ;kasubbag tu;; Kepala Desa")
    plan.refresh_from_db()
    assert plan.others == "Kasubbag TU\nKepala Desa"


def test_who_coordinates_is_one_of_those_who_answer(admin, plan, ngawi):
    kul, other = ngawi.units.all()[:2]
    refused = change(admin, plan, lead=str(kul.pk))
    assert refused.status_code == 422
    assert "Koordinator harus salah satu penanggung jawab." in words_of(refused)
    assert change(admin, plan, units=[str(other.pk)], lead=str(kul.pk)).status_code == 422
    assert change(admin, plan, units=[str(kul.pk)], lead=str(kul.pk)).status_code == 302


def test_what_a_spreadsheet_names_that_is_no_unit_is_shown_before_it_is_kept(admin, survey):
    rows = "Program\tBulan\tPenanggung jawab\nMenata loket\tJuli\tSubbag kul dan Kepala Desa"
    sent = {"priority": Priority.objects.get().pk, "pasted": rows}
    preview = words_of(admin.post(f"{PAGE}tempel/", sent))
    assert "“Kepala Desa” bukan nama unit, sehingga dicatat sebagai penanggung jawab lain." in preview
    assert "Subbag kul; Kepala Desa" in preview
    assert admin.post(f"{PAGE}tempel/", sent | {"simpan": "1", "baris": ["1"]}).status_code == 302
    made = ActionPlan.objects.get(programme="Menata loket")
    assert (made.others, made.units.count()) == ("Kepala Desa", 1)


def test_a_change_of_them_is_undone_and_a_deleted_plan_comes_back_with_them(admin, plan):
    change(admin, plan)
    plan.refresh_from_db()
    change(admin, plan, others="Kepala Desa")
    undo(admin)
    plan.refresh_from_db()
    assert plan.others == KEPT
    admin.post(f"{PAGE}{plan.pk}/hapus/")
    assert not ActionPlan.objects.filter(pk=plan.pk).exists()
    undo(admin)
    assert ActionPlan.objects.get(pk=plan.pk).others == KEPT


def undo(client):
    step = re.search(r'name="langkah" value="(\d+)"', client.get(PAGE).content.decode())[1]
    client.post(f"{PAGE}urungkan/", {"langkah": step})


def test_the_history_of_a_plan_tells_who_answered(admin, plan):
    change(admin, plan)
    assert "Penanggung jawab lain" in words_of(admin.get(f"{PAGE}{plan.pk}/riwayat/"))


def test_a_list_is_searched_and_filtered_by_them(admin, plan):
    change(admin, plan)
    listed = f"{PAGE}realisasi/"
    for asked in ({"cari": "siti aminah"}, {"unit": "kasubbag tu"}):
        page = words_of(admin.get(listed, asked))
        assert "Program 2" in page and "Program 1" not in page, asked
    assert "Kasubbag TU" in words_of(admin.get("/bukti-dukung/3521/2025-S1/"))


def test_the_rules_count_a_post_as_one_who_answers(admin, plan, survey):
    assert "K05" in found_rules(survey)
    Completion.objects.create(plan=plan, reason="Anggaran", strategy="Mengajukan anggaran")
    assert "K19" in found_rules(survey)
    change(admin, plan)
    Completion.objects.update(others="Kepala Desa")
    assert not {"K05", "K19", "M14"} & set(found_rules(survey))


def test_home_asks_for_nobody_else_where_a_post_answers(admin, plan):
    assert "1 RTL tanpa penanggung jawab" in words_of(admin.get("/"))
    change(admin, plan)
    assert "RTL tanpa penanggung jawab" not in words_of(admin.get("/"))


def test_a_plan_of_posts_alone_is_realised_by_the_admin(admin, as_user, plan, people):
    change(admin, plan)
    page = f"{PAGE}{plan.pk}/"
    sent = {"status": "in_progress", "reason": "Anggaran", "strategy": "Mengajukan", "others": "Kepala Desa"}
    assert admin.post(page, sent | {"revision": plan.revision + 1}).status_code == 302
    completion = Completion.objects.get(plan=plan)
    assert (completion.others, completion.all_units) == ("Kepala Desa", False)
    assert as_user(people.staff).post(page, sent | {"revision": plan.revision + 2}).status_code == 403


def test_upkeep_has_them_too(admin, survey):
    admin.post("/pemeliharaan/3521/2025-S1/baru/", {"element": "biaya", "plan": "Menjaga", "others": POSTS})
    assert Upkeep.objects.get().others == KEPT
    assert "Siti Aminah, S.H." in words_of(admin.get("/pemeliharaan/3521/2025-S1/"))
    assert document_of(survey).realisation.upkeep_rows[0].responsible == ("Kasubbag TU", "Siti Aminah, S.H.")


def test_they_go_on_with_a_plan_to_the_next_cycle(admin, plan, people, ngawi):
    change(admin, plan)
    Completion.objects.create(plan=plan, reason="Anggaran", strategy="Mengajukan", others="Kepala Desa")
    here = ActionPlan.objects.get(pk=plan.pk)
    later = continue_plan(make_survey(ngawi, "2025-S2"), people.admin, here)
    assert (later.others, later.completion.others) == ("Kepala Desa", "Kepala Desa")


def test_a_cycle_file_brings_them_back(admin, plan, survey):
    change(admin, plan)
    Completion.objects.create(plan=plan, reason="Anggaran", strategy="Mengajukan", others="Kepala Desa")
    cycle = read_cycle(survey)
    text = cycle_json(cycle, known_instruments())
    assert json.loads(text)["format"] == "skm-cycle/2"
    again = parse_cycle(text, known_instruments())
    assert again == cycle
    assert again.followup.plans[1].others == ("Kasubbag TU", "Siti Aminah, S.H.")


@pytest.mark.parametrize("others", [["A; B"], ["A", " a "], ["A"] * 11, ["K" * 101], [3], "Kepala Desa"])
def test_a_cycle_file_that_names_them_wrongly_is_refused_where_it_does(survey, others):
    told = json.loads(cycle_json(read_cycle(survey), known_instruments()))
    told["format"] = "skm-cycle/2"
    told["followup"]["priorities"][0]["plans"][0]["others"] = others
    with pytest.raises(Exception, match=r"followup\.priorities\[0\]\.plans\[0\]\.others"):
        parse_cycle(json.dumps(told), known_instruments())


def test_the_document_prints_them_where_it_prints_units(admin, plan, survey):
    change(admin, plan)
    document = document_of(survey)
    (row,) = [row for group in document.plans.table.groups for row in group.rows if row.programme == "Program 2"]
    assert row.responsible == ("Kasubbag TU", "Siti Aminah, S.H.")
