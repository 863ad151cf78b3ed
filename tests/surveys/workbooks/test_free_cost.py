"""What costs nothing: answers by which people say so are asked about, left out or counted as Gratis, and told."""

from decimal import Decimal

import pytest

from surveys.instrument.rows import forms_of
from surveys.models import ElementScore, ScoreBasis
from surveys.workbooks.answers import NOT_PAID
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES
from tests.surveys.workbooks.test_basis import SURVEY, admin, send, text_of  # noqa: F401 (scenes)
from tests.surveys.workbooks.test_reading import P16, SIXTEEN, read, table

REPORT = "/laporan/3521/2025-S1/"


def nine(*costs, rest=3):
    return [["No", *NAMES], *([at, rest, rest, rest, cost, *[rest] * 5] for at, cost in enumerate(costs, 1))]


@pytest.mark.parametrize(
    "word",
    ["Tidak ada biaya", "N/A", "Tidak berlaku", "tanpa biaya", "Tidak dipungut biaya", "TIDAK ADA", " na ", "Nihil"],
)
def test_one_such_answer_is_enough_to_be_asked(word):
    asks = read(table(nine(3, 2, word, 3, 4, 3, 3, 2, 3, 3, 3, 3, 3)))["asks"]
    assert [(ask["id"], ask["choices"]) for ask in asks] == [("biaya", ["kosong", "gratis"])]
    assert asks[0]["question"].startswith("1 responden menjawab bahwa layanannya tidak berbayar. Dibiarkan kosong")


def test_left_out_it_is_no_answer_and_counted_it_is_a_four():
    rows = table(nine(3, 2, "Tidak ada biaya", "N/A"))
    left_out, counted = (read(rows, answers={"biaya": choice}) for choice in ("kosong", "gratis"))
    assert (left_out["scores"]["biaya"], left_out["counts"]["biaya"], left_out["missing"]) == ("2.5000", 2, 2)
    assert (counted["scores"]["biaya"], counted["counts"]["biaya"], counted["missing"]) == ("3.2500", 4, 0)
    assert (left_out["settled"], counted["settled"]) == ({"biaya": "kosong"}, {"biaya": "gratis"})
    assert "Biaya yang kosong atau tidak berlaku (2 responden) tidak dihitung." in left_out["notes"]
    assert "Biaya yang kosong atau tidak berlaku (2 responden) dihitung sebagai Gratis (4)." in counted["notes"]
    assert not any("jawaban kosong tidak dihitung" in note for note in counted["notes"])


def test_the_choice_is_in_the_standard_error_too():
    rows = table(nine(3, 2, "Tidak ada biaya", "N/A"))
    as_typed = {"kosong": nine(3, 2, None, None), "gratis": nine(3, 2, 4, 4)}
    for choice, same in as_typed.items():
        found = read(rows, answers={"biaya": choice})
        typed = read(table(same), answers={"biaya": choice})
        assert (found["errors"], found["index_error"]) == (typed["errors"], typed["index_error"])
        assert found["errors"]["biaya"] != "0.000000"


def test_what_people_left_blank_beside_is_told_and_treated_alike_where_it_is_much():
    rows = table(nine(3, 2, "tanpa biaya", None, None))
    question = read(rows)["asks"][0]["question"]
    assert question.startswith(
        "1 responden menjawab bahwa layanannya tidak berbayar dan 2 responden tidak mengisi biaya."
    )
    assert read(rows, answers={"biaya": "gratis"})["counts"]["biaya"] == 5


def test_a_blank_here_and_there_stays_a_blank():
    rows = table(nine("tanpa biaya", None, *[3] * 18))
    assert "tidak mengisi" not in read(rows)["asks"][0]["question"]
    counted = read(rows, answers={"biaya": "gratis"})
    assert (counted["counts"]["biaya"], counted["missing"]) == (19, 1)


def test_gratis_is_an_answer_where_the_form_has_it():
    found = read(table(nine("Gratis", "Murah", "Cukup mahal", "Gratis")))
    assert found["asks"] == [] and found["faults"] == []
    assert found["scores"]["biaya"] == "3.2500" and found["settled"] == {}


def test_words_of_the_form_beside_such_an_answer_keep_their_scores():
    found = read(table(nine("Gratis", "Murah", "Tidak berlaku")), answers={"biaya": "kosong"})
    assert (found["faults"], found["scores"]["biaya"], found["counts"]["biaya"]) == ([], "3.5000", 2)


def test_the_form_of_sixteen_knows_gratis_as_no_answer_of_its_own():
    rows = [[3, *row[1:]] for row in SIXTEEN]
    sheet = [["No", *P16], *([at, *row[:6], "Gratis", *row[7:]] for at, row in enumerate(rows, 1))]
    settled = {"form": "skm-2025-tatap-muka", "mapping": "A", "method": "elements"}
    asks = read(table(sheet), answers=settled)["asks"]
    assert [ask["id"] for ask in asks] == ["biaya"]
    counted = read(table(sheet), answers=settled | {"biaya": "gratis"})
    own = Decimal(4 + sum((Decimal(sum(row[at] for row in rows)) / 3) for at in (7, 8))) / 3
    assert Decimal(counted["scores"]["biaya"]) == own.quantize(Decimal("0.0001"))


def test_of_other_questions_not_applicable_is_no_answer_and_asked_of_nobody():
    sheet = nine(3, 3, 3)
    sheet[1][9] = "Tidak berlaku"
    found = read(table(sheet))
    assert (found["asks"], found["faults"], found["missing"]) == ([], [], 1)


def test_no_facilities_for_complaints_is_still_the_lowest_answer_of_that_question():
    sheet = nine(3, 3, 3)
    for row, answer in zip(sheet[1:], ("Tidak ada", "Dikelola dengan baik", "Tidak ada"), strict=True):
        row[1 + NAMES.index(next(name for name in NAMES if "engaduan" in name))] = answer
    found = read(table(sheet))
    assert (found["faults"], found["scores"]["pengaduan"]) == ([], "2.0000")


def test_a_row_that_says_only_this_is_nobodys():
    sheet = [*nine(3, 4), [3, *[None] * 3, "Tidak ada biaya", *[None] * 5]]
    found = read(table(sheet))
    assert (found["respondents"], found["asks"]) == (2, [])


def test_where_nobody_pays_and_it_is_left_out_the_missing_index_is_told():
    found = read(table(nine(*["Tidak ada biaya"] * 4)), answers={"biaya": "kosong"})
    assert "biaya" not in found["scores"]
    assert any(note.startswith("Biaya tidak mempunyai nilai, sehingga IKM") for note in found["notes"])
    counted = read(table(nine(*["Tidak ada biaya"] * 4)), answers={"biaya": "gratis"})
    assert counted["scores"]["biaya"] == "4.0000"


@pytest.mark.prove
def test_the_choice_is_kept_with_the_survey_shown_and_printed_in_the_sentence_on_method(send, admin):  # noqa: F811
    file = ("data.csv", separated(nine(3, 2, "Tidak ada biaya")))
    send(accept=True, file=file, **{"jawab-biaya": "gratis"})
    assert ScoreBasis.objects.get().settled == {"biaya": "gratis"}
    assert ElementScore.objects.get(element__key="biaya").score == 3
    page = text_of(admin.get(SURVEY).content.decode())
    assert "Biaya yang kosong atau tidak berlaku: dihitung Gratis (4)." in page
    report = text_of(admin.get(REPORT).content.decode())
    assert "Biaya yang tidak diisi atau tidak berlaku dihitung sebagai Gratis (nilai 4)." in report
    send(accept=True, file=file, **{"jawab-biaya": "kosong"})
    assert "atau tidak berlaku tidak dinilai." in text_of(admin.get(REPORT).content.decode())


def test_no_form_scores_with_the_sign_of_what_is_not_paid(survey):
    assert NOT_PAID not in "1234-" and all(form.code_of_cost for form in forms_of(survey.instrument))
