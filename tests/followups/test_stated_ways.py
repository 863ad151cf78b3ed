"""Of scores that are typed an admin says which questionnaire, mapping and method they rest on; nothing is assumed."""

from decimal import Decimal

import pytest

from offices.models import AuditEvent
from reports.cycle.read import read_cycle
from reports.document.gather import document_of
from surveys.basis import mapping_of, told_basis, way_of, ways_of, weights_of, weights_on
from surveys.models import ScoreBasis
from tests.followups.test_views_survey import PAGE, filled
from tests.mass import sampled

pytestmark = pytest.mark.django_db
NINE = "permenpanrb-14-2017|A|elements"
BY_QUESTIONS = "skm-2025-tatap-muka|B|questions"
WORDS = "pemetaan B ("


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def basis():
    return ScoreBasis.objects.get()


def test_every_way_of_the_instrument_is_offered_and_none_is_chosen(admin, survey):
    ways = ways_of(survey.instrument)
    assert {way.key for way in ways} == {NINE} | {
        f"skm-2025-{channel}|{mapping}|{method}"
        for channel in ("campuran", "elektronik", "tatap-muka")
        for mapping in "AB"
        for method in ("elements", "questions")
    }
    field = admin.get(PAGE).context["form"]["way"]
    assert [key for key, _words in field.field.choices] == ["", *(way.key for way in ways)]
    assert (field.value(), way_of(None), mapping_of(survey.instrument, "")) == ("", "", None)


def test_what_is_stated_is_kept_told_in_the_trail_and_printed_in_one_sentence(admin, survey, people):
    assert admin.post(PAGE, filled(score_waktu="3,50", way=BY_QUESTIONS)).status_code == 302
    row = basis()
    assert (row.kind, row.actor, way_of(row)) == ("typed", people.admin, BY_QUESTIONS)
    event = AuditEvent.objects.get()
    assert event.after["basis"].startswith("diketik; ") and WORDS in event.after["basis"]
    sentence = document_of(survey).plans.results.method
    assert "menurut pemetaan pertanyaan B" in sentence
    assert "IKM dihitung dari rata-rata nilai seluruh pertanyaan" in sentence
    assert told_basis(survey).how in admin.get(PAGE).content.decode()
    assert read_cycle(survey).survey.basis.kind == "typed"


def test_the_index_is_that_of_the_stated_method(admin, survey):
    plain = document_of(survey).plans.results.index.computed
    admin.post(PAGE, filled(way=BY_QUESTIONS))
    assert weights_of(survey) == weights_on(survey.instrument, BY_QUESTIONS)
    assert sum(weights_of(survey).values()) == 16
    assert document_of(survey).plans.results.index.computed != plain
    admin.post(PAGE, filled(way=NINE))
    assert weights_of(survey) == {} == weights_on(survey.instrument, NINE)
    assert document_of(survey).plans.results.index.computed == plain


def test_the_reading_beside_the_form_follows_what_is_chosen(admin, survey):
    def read(way):
        shown = {name: value for name, value in filled(declared_index="").items() if name.startswith("score_")}
        return admin.get(f"{PAGE}hitung/", shown | {"way": way}).context["reading"].index.computed

    admin.post(PAGE, filled(way=BY_QUESTIONS))
    stored = admin.get(PAGE).context["reading"].index.computed
    assert read(BY_QUESTIONS) == stored != read(NINE)
    assert read("tidak|ada|questions") == stored  # as that of the survey, whose scores these are


def test_stating_it_later_or_taking_it_back_is_an_event_and_the_same_again_is_none(admin, survey):
    for way in (NINE, BY_QUESTIONS, ""):
        assert admin.post(PAGE, filled(way=way)).status_code == 302
        assert way_of(basis()) == way
    told = [event.after["basis"] for event in AuditEvent.objects.order_by("pk")]
    assert ["; " in words for words in told] == [True, True, False]
    admin.post(PAGE, filled(way=""))
    assert "basis" not in AuditEvent.objects.latest("pk").after


def test_a_page_from_before_says_nothing_of_it_and_leaves_it(admin, survey):
    admin.post(PAGE, filled(way=NINE))
    admin.post(PAGE, filled(respondents="120"))
    assert way_of(basis()) == NINE


@pytest.mark.parametrize(
    "way", sampled(["lain", "skm-2025-tatap-muka|Z|questions", "permenpanrb-14-2017|A|questions"], every=3)
)
def test_a_way_that_there_is_not_is_refused_and_what_was_typed_stays(admin, survey, way):
    response = admin.post(PAGE, filled(score_waktu="3,50", way=way))
    assert response.status_code == 422
    assert 'value="3,50"' in response.content.decode()
    assert not ScoreBasis.objects.exists()


def from_file(survey):
    mapping = mapping_of(survey.instrument, NINE)
    return ScoreBasis.objects.create(
        survey=survey, kind="answers", questionnaire=mapping.questionnaire, mapping=mapping, method="elements"
    )


def test_of_scores_from_a_file_nothing_else_can_be_stated(admin, survey):
    from_file(survey)
    response = admin.post(PAGE, filled(respondents="120", way=BY_QUESTIONS))
    assert response.status_code == 422
    assert "Nilai ini diambil dari berkas beserta kuesionernya" in response.content.decode()
    survey.refresh_from_db()
    assert (basis().kind, survey.respondents) == ("answers", None)
    assert admin.post(PAGE, filled(respondents="120", way=NINE)).status_code == 302
    assert basis().kind == "answers"


def test_scores_that_are_typed_over_those_of_a_file_rest_on_what_is_stated_then(admin, survey):
    from_file(survey)
    admin.post(PAGE, filled(score_waktu="3,50", way=BY_QUESTIONS))
    assert (basis().kind, way_of(basis())) == ("typed", BY_QUESTIONS)
    assert survey.scores.get(element__key="waktu").score == Decimal("3.5")


def test_of_two_who_state_different_things_the_second_is_asked(admin, survey):
    form = admin.get(PAGE).context["form"]
    opened = {name: form[name].value() for name in ("revision", "asal")}
    admin.post(PAGE, filled(way=NINE))
    response = admin.post(PAGE, filled(way=BY_QUESTIONS) | opened)
    (difference,) = response.context["differences"]
    assert difference.label == "Kuesioner yang menghasilkan nilai ini"
    assert (WORDS in difference.mine, "pemetaan A" in difference.stored) == (True, True)
    assert way_of(basis()) == NINE
