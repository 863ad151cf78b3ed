"""Pasted rows as upkeep: which element, what is planned and done, who answers, and what keeps a row away."""

import pytest

from followups.upkeep.care import Care
from followups.upkeep.pasted import upkeep_in
from offices.declining import Declined

pytestmark = pytest.mark.django_db
HEADS = "Unsur\tRencana\tBentuk realisasi\tPenanggung jawab\n"


def only(survey, row, heads=HEADS):
    (item,) = upkeep_in(heads + row, survey).items
    return item


def test_a_row_is_an_upkeep_with_what_is_shown_of_it(survey, ngawi):
    item = only(survey, "U8. Sarana\tMerawat ruang\tDirawat\tkul, rendatin")
    units = tuple(sorted(ngawi.units.filter(key__in=["kul", "rendatin"]).values_list("pk", flat=True)))
    assert item.value == Care("sarana", "Merawat ruang", "Dirawat", False, units, ())
    assert (item.fault, item.doubts, item.is_ticked) == ("", (), True)
    assert [head for head, _text in item.cells] == [
        "Unsur",
        "Rencana pemeliharaan",
        "Bentuk realisasi",
        "Penanggung jawab",
    ]
    assert [text for _head, text in item.cells][1:] == ["Merawat ruang", "Dirawat", "Subbag kul; Subbag rendatin"]


@pytest.mark.parametrize(
    ("cell", "all_units", "others"),
    [
        ("Seluruh Subbagian", True, ()),
        ("semua unit", True, ()),
        ("", False, ()),
        ("-", False, ()),
        ("Camat", False, ("Camat",)),
        ("semua unit; Camat", True, ("Camat",)),
    ],
)
def test_who_answers_is_understood(survey, cell, all_units, others):
    value = only(survey, f"Sarana\tMerawat\tDirawat\t{cell}").value
    assert (value.all_units, value.units, value.others) == (all_units, (), others)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("\tMerawat\t\t", "Unsurnya tidak disebut, sehingga baris ini tidak disimpan."),
        ("Entah\tMerawat\t\t", "Unsur “Entah” tidak dikenal, sehingga baris ini tidak disimpan."),
        ("z" * 61 + "\tMerawat\t\t", f"Unsur “{'z' * 60}” tidak dikenal, sehingga baris ini tidak disimpan."),
        (
            "Sarana\tMerawat\t\t" + "; ".join(f"Kasi {number}" for number in range(11)),
            "Tulis paling banyak 10 jabatan atau orang; di sini ada 11.",
        ),
        ("Sarana\tMerawat\t\t" + "y" * 101, f"“{'y' * 40}…” terlalu panjang; paling banyak 100 karakter."),
    ],
)
def test_what_keeps_a_row_from_being_stored_is_said(survey, row, fault):
    assert only(survey, row).fault == fault


def test_each_post_or_person_is_told_as_a_doubt(survey):
    assert only(survey, "Sarana\tMerawat\t\tCamat; Lurah").doubts == (
        "“Camat” bukan nama unit, sehingga dicatat sebagai penanggung jawab lain.",
        "“Lurah” bukan nama unit, sehingga dicatat sebagai penanggung jawab lain.",
    )


def test_in_an_office_that_is_not_divided_nobody_named_is_everybody(survey, ngawi):
    ngawi.units.all().delete()
    assert only(survey, "Sarana\tMerawat\t\t").value.all_units is True
    assert only(survey, "Sarana\tMerawat\t\tKasi Pelayanan").value.all_units is False


def test_one_element_may_be_kept_up_in_several_ways(survey):
    pasted = upkeep_in(f"{HEADS}Sarana\tMerawat\n\tMengecat\nBiaya\tMengumumkan", survey)
    assert [(item.value.element, item.value.plan) for item in pasted.items] == [
        ("sarana", "Merawat"),
        ("sarana", "Mengecat"),
        ("biaya", "Mengumumkan"),
    ]


def test_columns_that_mean_nothing_here_are_named(survey):
    assert upkeep_in("Unsur\tRencana\tAnggaran\tTarget\nSarana\tMerawat\t1\t2", survey).ignored == (
        "Anggaran",
        "Target",
    )


def test_texts_are_kept_without_what_nobody_sees(survey):
    value = only(survey, "Sarana\tMera\N{SOFT HYPHEN}wat\N{NO-BREAK SPACE}ruang\t \t").value
    assert (value.plan, value.activity) == ("Merawat ruang", "")


@pytest.mark.parametrize("text", ["", "\n\n", HEADS])
def test_without_rows_there_is_nothing_to_understand(survey, text):
    with pytest.raises(Declined, match="Belum ada baris yang ditempel"):
        upkeep_in(text, survey)
