"""Which plan of one version is which of another."""

import pytest

from reports.cycle.model import PriorityData
from reports.document.facts import plans_in
from reports.versions.matching import paired
from tests.make_cycle import make_followup, make_plan
from tests.processor import processor


def plans(*programmes, element="waktu"):
    return plans_in(make_followup((PriorityData(element, None, tuple(map(make_plan, programmes))),)))


def names(before, after):
    return [
        (pair.before.plan.programme if pair.before else "", pair.after.plan.programme if pair.after else "")
        for pair in paired(before, after)
    ]


def test_plans_are_told_in_the_order_of_the_later_version_and_those_that_went_last():
    assert names(plans("Satu hal", "Dua perkara"), plans("Tiga urusan", "Dua perkara")) == [
        ("", "Tiga urusan"),
        ("Dua perkara", "Dua perkara"),
        ("Satu hal", ""),
    ]


def test_a_name_is_the_same_whatever_its_marks_capitals_and_blanks():
    assert names(plans("Menata  Loket, lalu antrean."), plans("menata loket lalu antrean")) == [
        ("Menata  Loket, lalu antrean.", "menata loket lalu antrean")
    ]


def test_the_same_name_under_the_same_element_counts_first():
    before = plans("Menata loket", element="sarana") + plans("Menata loket", element="waktu")
    (pair, gone) = paired(before, plans("Menata loket", element="waktu"))
    assert (pair.before.element, gone.before.element, gone.after) == ("waktu", "sarana", None)


def test_each_plan_has_one_partner_at_most():
    assert names(plans("Menata loket"), plans("Menata loket", "Menata loket")) == [
        ("Menata loket", "Menata loket"),
        ("", "Menata loket"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("Menyusun jadwal pelayanan", "Menyusun jadwal pelayanan loket", True),
        ("Menyusun jadwal pelayanan", "Menyusun aturan kerja", False),
        ("Menyusun jadwal pelayanan satu", "Menyusun jadwal lain dua", False),
    ],
)
def test_a_mended_name_is_the_same_plan_while_most_of_its_words_are(old, new, same):
    assert (len(paired(plans(old), plans(new))) == 1) is same


def test_a_mended_name_under_another_element_is_another_plan():
    assert len(paired(plans("Menyusun jadwal loket"), plans("Menyusun jadwal loket utama", element="sarana"))) == 2


def test_of_several_that_are_alike_the_most_alike_is_meant_and_else_the_first():
    before = plans("Melatih petugas loket satu", "Melatih petugas loket dua", "Melatih petugas loket tiga")
    assert names(before, plans("Melatih petugas loket dua hari"))[0][0] == "Melatih petugas loket dua"
    assert names(before, plans("Melatih petugas loket baru"))[0][0] == "Melatih petugas loket satu"


def test_a_pair_is_called_by_its_later_name():
    (pair,) = paired(plans("Menata loket."), plans("Menata loket utama."))
    assert pair.name == "“Menata loket utama”"
    (gone,) = paired(plans("Menata loket."), ())
    assert gone.name == "“Menata loket”"


def test_hundreds_of_plans_are_matched_within_seconds():
    programmes = [f"Kegiatan nomor {number} di ruang {number * 7}" for number in range(300)]
    with processor() as used:
        assert all(pair.before and pair.after for pair in paired(plans(*programmes), plans(*reversed(programmes))))
    assert used.seconds < 10
