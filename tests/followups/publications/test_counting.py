"""How many kinds of media were used, and what is yet to be published."""

from followups.models import Medium, Publication, Published
from followups.publications.counting import MediumTold, media_told, unpublished


def row(medium, what=Published.RESULTS, proof="publications/a.jpg"):
    return Publication(medium=medium, what=what, proof=proof)


def test_kinds_are_counted_once_each_in_the_order_of_the_evaluator_with_what_lacks_a_proof():
    rows = [row(Medium.WEBSITE), row(Medium.PRINTED), row(Medium.WEBSITE, proof="")]
    assert media_told(rows) == (
        MediumTold("Media cetak/non-elektronik", 1, 0),
        MediumTold("Situs web atau subsitus", 2, 1),
    )
    assert media_told([]) == ()


def test_what_no_row_names_is_unpublished():
    assert unpublished([]) == tuple(Published)
    assert unpublished([row(Medium.SOCIAL, Published.FOLLOW_UP)]) == (Published.RESULTS, Published.REPORT)
