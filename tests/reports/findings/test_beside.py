"""What stands beside fields and rows: the place on the page, how it is put there, and what is left out of rows."""

import pytest

from followups.models import ActionPlan, Upkeep
from offices.models import Role, User
from reports.cycle.load import load_cycle
from reports.document.fields import CHAPTERS
from reports.findings.answers import case_now, judged_by
from reports.findings.page import beside_fields, chapters_of, counts_of, lines_of, tab_counts
from reports.findings.places import Whereabouts
from reports.models import Answer
from reports.rules.registry import findings_of
from surveys.models import Survey
from tests.conftest import make_user
from tests.reports.rules.clean import all_of, changed, clean, judged_case
from tests.reports.rules.test_mutations import DONE, MUTATIONS, mutated

SURVEY = "/skm/9901/2025-S1/"
PLANS, UPKEEP, EVIDENCE = "/rtl/9901/2025-S1/", "/pemeliharaan/9901/2025-S1/", "/bukti-dukung/9901/2025-S1/"


@pytest.fixture(scope="module")
def loaded(shared_db):
    with shared_db():
        survey = load_cycle(clean(), lambda _name: None, placeholders=True)
        return survey.pk, make_user("admin", Role.ADMIN, survey.office).pk


@pytest.fixture
def survey(db, loaded):
    return Survey.objects.get(pk=loaded[0])


@pytest.fixture
def places(survey, loaded):
    return Whereabouts(survey, case_now(survey), User.objects.get(pk=loaded[1]))


@pytest.fixture
def plan(survey):
    return ActionPlan.objects.filter(priority__followup__survey=survey).first()


def judged(*names, answers=()):
    """The findings of these mutations, one after the other."""
    cycles = [mutated(MUTATIONS[name][0]) for name in names]
    late = {finding.subject for finding in all_of(judged_case(clean()))}
    findings = [finding for cycle in cycles for finding in all_of(judged_case(cycle))]
    return judged_by(answers, [finding for finding in findings if finding.subject not in late])


def spots(findings, places, path):
    return {
        item.selector: (item.how, [line.rule for line in item.lines]) for item in beside_fields(findings, places, path)
    }


def test_scores_and_grades_stand_in_the_row_of_their_element(places):
    findings = judged("a score on the edge of a grade", "another grade than published", "free of charge")
    assert spots(findings, places, SURVEY) == {
        ".scores li:has(#id_score_sarana)": ("beforeend", ["K14"]),
        ".scores li:has(#id_grade_sarana)": ("beforeend", ["N2"]),
        ".scores li:has(#id_score_biaya)": ("beforeend", ["N7"]),
    }


def test_other_inputs_are_followed_by_what_is_said_of_them(places):
    findings = judged("no respondents", "more respondents than people", "an impossible NIP")
    assert spots(findings, places, SURVEY) == {
        "#id_respondents": ("afterend", ["N8", "K16"]),
        "#id_signatory_nip": ("afterend", ["K32"]),
    }


def test_groups_of_boxes_end_with_it(places, plan):
    page = f"{PLANS}{plan.pk}/ubah/"
    assert spots(judged("no month", "no indicator"), places, page) == {
        "#div_id_months": ("beforeend", ["K04"]),
        "#id_indicator": ("afterend", ["S14"]),
    }


def test_rows_show_only_what_must_be_acted_on(places, plan):
    findings = judged("no month", "no indicator", "every unit, with a lead")
    assert spots(findings, places, PLANS) == {f"#rtl-{plan.pk} .programme": ("beforeend", ["K04"])}


def test_and_not_what_was_explained(places, survey, plan):
    (finding,) = [item.finding for item in judged("no month")]
    answer = Answer(pk=1, rule="K04", subject=finding.subject, reason="Jadwal menyusul.")
    assert spots(judged("no month", answers=[answer]), places, PLANS) == {}
    page = f"{PLANS}{plan.pk}/ubah/"
    assert spots(judged("no month", answers=[answer]), places, page) == {"#div_id_months": ("beforeend", ["K04"])}


def test_a_group_of_photos_has_it_after_its_head(places, plan):
    row = f"section[aria-labelledby='judul-bukti-rtl-{plan.pk}'] > header"
    findings = judged("a claim of growth")
    assert spots(findings, places, EVIDENCE) == {row: ("afterend", ["K18"])}
    page = f"{EVIDENCE}rtl/{plan.pk}/"
    assert spots(findings, places, page) == {f"#keterangan-bukti-rtl-{plan.pk}": ("afterend", ["K18"])}


def test_upkeep_has_rows_and_a_form(places, survey):
    care = Upkeep.objects.filter(followup__survey=survey).first()
    findings = judged("upkeep without plan", "upkeep without unit")
    assert spots(findings, places, UPKEEP) == {f"#pemeliharaan-{care.pk}": ("beforeend", ["S13", "K19"])}
    assert spots(findings, places, f"{UPKEEP}{care.pk}/ubah/") == {
        "#id_plan": ("afterend", ["S13"]),
        "#div_id_units": ("beforeend", ["K19"]),
    }


def test_another_page_has_nothing(places):
    assert spots(judged("no month", "no respondents", "a capital I"), places, "/skm/9901/2024-S2/") == {}


@pytest.mark.prove
def test_chapters_stand_in_the_order_of_the_report(places):
    chapters = chapters_of(judged(*MUTATIONS), places)
    assert [chapter.title for chapter in chapters] == list(CHAPTERS)
    assert [chapter.anchor for chapter in chapters] == [f"bagian-{number}" for number in range(1, 7)]
    assert all(
        len({(line.rule, line.meaning, line.severity) for line in each.lines}) == each.count for each in chapters
    )


def test_chapters_keep_their_anchor_where_others_have_nothing(places):
    (chapter,) = chapters_of(judged("a capital I"), places)
    assert (chapter.title, chapter.anchor) == ("Sampul belakang", "bagian-6")


def test_what_all_places_say_is_said_once(places):
    (line,) = lines_of(judged("no indicator", "no target"), places)
    assert line.message.startswith("Indikator atau target RTL belum diisi")
    assert [spot.message for spot in line.spots] == ["", ""]
    assert [spot.place for spot in line.spots] == ["Tabel 2.2, nomor 1 a, Indikator", "Tabel 2.2, nomor 1 a, Target"]
    assert (line.icon, line.severity_name, line.can_be_answered) == ("lightbulb", "Saran", False)


def test_what_differs_is_said_at_each_place(places):
    (line,) = lines_of(judged("misspelt", "no month", "no month")[0:1] + judged("misspelt")[0:1], places)
    assert line.message and line.meaning == "Ejaan yang tidak baku."
    many = lines_of(judged("a caption that breaks off", "a description that breaks off"), places)
    assert [line.message for line in many] == [""]
    assert all(spot.message.startswith("Teks terputus") for spot in many[0].spots)


def test_a_place_without_table_row_or_name_is_called_by_its_chapter(places):
    (line,) = lines_of(judged("no priority"), places)
    assert [spot.place for spot in line.spots] == ["Unsur prioritas"]


def test_a_line_is_answered_when_every_place_is(places):
    one, other = judged("no month", "no unit")
    answer = Answer(pk=1, rule=one.finding.id, subject=one.finding.subject, reason="Menyusul.")
    lines = lines_of(judged_by([answer], [one.finding, other.finding]), places)
    assert [line.is_answered for line in lines] == [True, False]
    (counted,) = counts_of(chapters_of(judged_by([answer], [one.finding, other.finding]), places))
    assert (counted.severity, counted.total, counted.answered) == ("warn", 2, 1)
    assert (counted.name, counted.icon) == ("Perlu penjelasan", "triangle-alert")
    assert counted.explanation.startswith("Perbaiki datanya")


def test_the_tab_counts_notes_not_places(places):
    cycle = changed(changed(clean(), f"{DONE}.months", ()), "followup.priorities.1.plans.0.months", ())
    findings = findings_of(judged_case(changed(cycle, "survey.scores", {})))
    assert tab_counts(findings)["blocking_count"] == 1
    assert tab_counts(findings)["finding_count"] == len({(f.place.chapter, f.note) for f in findings}) < len(findings)
    assert tab_counts(()) == {"finding_count": 0, "blocking_count": 0}
