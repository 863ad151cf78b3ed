"""Respondents counted by class: in their order, in words, and never more of them than answered."""

from hypothesis import given
from hypothesis import strategies as st

from surveys.profiles import MARGINS, excess, in_order, told
from tests.cases import in_one_test

COUNTS = st.fixed_dictionaries(
    {},
    optional={
        key: st.dictionaries(st.sampled_from(list(margin.classes)), st.integers(0, 9))
        for key, margin in MARGINS.items()
    },
)


def test_margins_and_classes_stand_in_their_order_whatever_that_of_the_counts():
    mixed = {"education": {"s3": 1, "none": 2}, "sex": {"female": 3, "male": 4}}
    ordered = in_order(mixed)
    assert list(ordered) == ["sex", "education"]
    assert [list(counts) for counts in ordered.values()] == [["male", "female"], ["none", "s3"]]
    assert ordered == mixed


@in_one_test(
    ("profile", "left"),
    [
        ({}, {}),
        ({"sex": {}}, {}),
        ({"sex": {"male": 0}}, {}),
        ({"sex": {"male": 0, "female": 2}}, {"sex": {"female": 2}}),
        ({"height": {"tall": 3}}, {}),
        ({"sex": {"child": 3, "male": 1}}, {"sex": {"male": 1}}),
    ],
)
def test_classes_of_nobody_and_what_is_not_known_are_left_out(profile, left):
    assert in_order(profile) == left


@given(COUNTS)
def test_nobody_is_lost_and_in_words_all_are_there(profile):
    ordered = in_order(profile)
    assert sum(sum(counts.values()) for counts in ordered.values()) == sum(
        sum(counts.values()) for counts in profile.values()
    )
    assert [list(counts.values()) for counts in told(profile).values()] == [
        list(counts.values()) for counts in ordered.values()
    ]


def test_the_trail_tells_classes_by_their_labels():
    assert told({"sex": {"unknown": 1, "female": 2}}) == {"sex": {"Perempuan": 2, "Lainnya/tidak diisi": 1}}
    assert told({"occupation": {"unknown": 1}}) == {"occupation": {"Tidak diisi": 1}}


@in_one_test(
    ("counts", "respondents", "too_many"),
    [
        ({"male": 5, "female": 5}, 10, False),
        ({"male": 5, "female": 6}, 10, True),
        ({"male": 5}, 10, False),
        ({"male": 1}, 0, True),
        ({"male": 99}, None, False),
        ({}, 0, False),
    ],
)
def test_more_people_than_answered_are_told_of_the_margin(counts, respondents, too_many):
    assert list(excess({"sex": counts}, respondents)) == (["sex"] if too_many else [])


def test_the_sentence_names_margin_and_both_numbers():
    faults = excess({"age": {"17-25": 8, "26-34": 4}, "sex": {"male": 10}}, 10)
    assert faults == {"age": "Usia: jumlahnya 12, melebihi 10 responden. Periksa keduanya."}


def test_every_margin_has_labels_of_its_own_and_a_class_for_what_was_not_told():
    for key, margin in MARGINS.items():
        assert margin.key == key
        assert len(set(margin.classes.values())) == len(margin.classes)
        assert list(margin.classes)[-1] == "unknown"
