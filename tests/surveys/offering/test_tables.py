"""The table of results per service: a line each, and none at all where there is nothing beside the whole."""

from decimal import Decimal

from surveys.ikm import Grade
from surveys.offering.results import OfService
from surveys.offering.tables import ServiceLine, service_lines
from surveys.reading import Scale

GRADES = (Grade("A", "Baik", Decimal(75)), Grade("B", "Kurang", Decimal(25)))
SCALE = Scale((("u1", "Waktu"), ("u2", "Biaya")), GRADES)


def of(respondents, **scores):
    return OfService(respondents, {key: Decimal(score) for key, score in scores.items()})


def table(results, *, in_office=True):
    """Of these services and nobody else."""
    whole = OfService(sum(result.respondents for result in results.values()), {})
    return service_lines(results, SCALE, whole, in_office=in_office)


def lines(results, *, in_office=True):
    return table(results, in_office=in_office).lines


def test_one_service_alone_is_the_whole():
    assert lines({}) == ()
    assert lines({"KTP": of(9, u1="3", u2="4")}) == ()


def test_each_service_has_its_line_in_the_order_given():
    results = {"KTP": of(9, u1="3.125", u2="4"), "Akta": of(6, u1="1", u2="2")}
    shown = (
        ServiceLine("KTP", False, 9, ("3,13", "4,00"), "89,06", "A"),
        ServiceLine("Akta", False, 6, ("1,00", "2,00"), "37,50", "B"),
    )
    assert lines(results) == lines(results, in_office=False) == shown
    assert table(results).elements == ("Waktu", "Biaya")


def test_without_every_score_a_service_has_no_index_and_no_grade():
    found = lines({"KTP": of(9, u2="4"), "Akta": of(6)})
    assert [(line.scores, line.index, line.grade) for line in found] == [(("", "4,00"), "", ""), (("", ""), "", "")]


def test_what_is_hidden_is_told_to_the_office_alone():
    results = {"KTP": of(90, u1="3", u2="4"), "Akta": of(4, u1="1", u2="2"), "SIM": of(50, u1="3", u2="3")}
    of_the_office = table(results)
    assert of_the_office.has_hidden
    assert all(line.respondents and line.index for line in of_the_office.lines)
    for line in (line for line in lines(results, in_office=False) if line.is_hidden):
        assert (line.respondents, line.scores, line.index, line.grade) == (None, (), "", "")
    told = {line.name: line.is_hidden for line in lines(results, in_office=False)}
    assert told["Akta"] and told == {line.name: line.is_hidden for line in of_the_office.lines}
    assert not table({"KTP": of(5, u1="3"), "SIM": of(9)}, in_office=False).has_hidden


def test_a_score_of_few_answers_is_told_to_the_office_alone_and_so_is_the_index_that_holds_it():
    of_few = OfService(9, {"u1": Decimal(3), "u2": Decimal(4)}, answers={"u1": 9, "u2": 1})
    results = {"KTP": of_few, "Akta": of(6, u1="3", u2="3"), "SIM": of(50, u1="3", u2="3")}
    first, covering, shown = lines(results, in_office=False)
    assert (first.scores, first.index, first.grade) == (("3,00", "disembunyikan"), "disembunyikan", "disembunyikan")
    assert covering.scores == ("3,00", "disembunyikan") and first.is_partly_hidden and covering.is_partly_hidden
    assert (shown.scores, shown.index, shown.is_partly_hidden) == (("3,00", "3,00"), "75,00", False)
    own = table(results)
    assert own.has_hidden and own.lines[0].scores == ("3,00", "4,00") and own.lines[0].is_partly_hidden


def test_an_index_counts_questions_as_the_whole_survey_does():
    weighted = Scale(SCALE.elements, GRADES, {"u1": 3, "u2": 1})
    assert of(9, u1="3", u2="4").index_on(SCALE) == Decimal("87.50")
    assert of(9, u1="3", u2="4").index_on(weighted) == Decimal("81.25")
    assert of(9, u1="3").index_on(SCALE) is None
