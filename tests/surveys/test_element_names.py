"""Which element a text names: one matcher, for pasted scores as for headings of files, of any instrument."""

import pytest

from surveys.element_names import element_named, exactly_named, two_orders
from surveys.instrument.document import document_of
from surveys.pasting import scores_in
from surveys.typed_numbers import NumberUnclearError
from surveys.workbooks.headings import named_element
from tests.cases import in_one_test
from tests.surveys.instrument.built_in import built_in
from tests.surveys.instrument.generated import instrument_of
from tests.surveys.test_pasting import SCALE
from tests.surveys.workbooks.test_reading import read, table

NINE = built_in()[0]


def names_of(elements):
    return document_of(instrument_of(elements), {}).instrument.names


@in_one_test(
    ("text", "key"),
    [
        ("Sistem, Mekanisme, dan Prosedur", "prosedur"),
        ("SISTEM MEKANISME  DAN PROSEDUR", "prosedur"),
        ("Sarpras", "sarana"),
        ("Aduan", "pengaduan"),
        ("Persyaratn Pelayanan", "persyaratan"),
        ("Penanganan Pengaduan, Saran, dan Masukan", "pengaduan"),
        ("Rata-rata waktu", ""),
        ("IKM", ""),
        ("Saran dan masukan", ""),
        ("Kritik tentang biaya", ""),
        ("Nomor HP", ""),
        ("", ""),
    ],
)
def test_a_name_is_known_in_spite_of_slips_and_nothing_else_is_taken_for_one(text, key):
    assert element_named(text, NINE.names) == key
    assert named_element(text.casefold(), NINE) == key


def test_an_exact_name_is_no_nearly_exact_one():
    assert exactly_named("waktu  penyelesaian.", NINE.names) == "waktu"
    assert exactly_named("waktu", NINE.names) == "waktu"
    assert exactly_named("waktu penyelesaia", NINE.names) == ""


def test_what_files_call_an_element_is_known_when_it_is_pasted():
    assert scores_in("Sarpras: 3,76\nAduan: 3,89\nTarif 4", NINE.names) == {
        "sarana": "3,76",
        "pengaduan": "3,89",
        "biaya": "4",
    }


def test_names_of_any_instrument_are_pasted_and_read():
    names = names_of(14)
    pasted = "\n".join(f"{known[-1]}\t3,{at:02}" for at, known in enumerate(names.values(), 10))
    assert list(scores_in(pasted, names)) == list(names)


# --- the eighth and the ninth


@pytest.mark.parametrize(("elements", "either"), [(7, None), (9, ("u-8", "u-9")), (11, ("u-8", "u-9"))])
def test_the_two_orders_are_of_complaints_and_facilities_wherever_they_are_eighth_and_ninth(elements, either):
    assert two_orders(names_of(elements)) == either


def test_where_others_are_eighth_and_ninth_their_numbers_are_clear():
    names = {f"unsur-{number}": (f"Unsur {chr(64 + number)}",) for number in range(1, 15)}
    assert two_orders(names) is None
    assert scores_in("\n".join(f"U{number} 3,{number:02}" for number in range(1, 15)), names)["unsur-8"] == "3,08"


def test_a_pasted_bare_code_of_either_is_asked_by_both_names():
    with pytest.raises(NumberUnclearError, match=r"U8.*dapat berarti .*Sarana.* atau .*Pengaduan"):
        scores_in("\n".join(f"U{number} 3,0{number}" for number in range(1, 10)), SCALE)


@pytest.mark.parametrize(("elements", "asked"), [(7, []), (11, ["U8"]), (14, ["U8"])])
def test_files_of_any_number_of_elements_are_read_and_asked_about_only_where_it_is_unclear(elements, asked):
    forms = document_of(instrument_of(elements), {}).forms
    rows = [["No", *(f"U{number}" for number in range(1, elements + 1))]]
    rows += [[at, *[3 + at % 2] * elements] for at in range(1, 9)]
    found = read(table(rows), forms=forms, mapping="A", method="elements")
    assert [ask["id"] for ask in found["asks"]] == asked and found["faults"] == []
    answers = {"U8": "u-8"} if asked else {}
    found = read(table(rows), forms=forms, mapping="A", method="elements", answers=answers)
    assert (len(found["scores"]), found["index"]) == (elements, "87.50")
