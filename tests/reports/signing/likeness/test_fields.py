"""Signature fields as another service adds or fills them: what they may have, and where they may show."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reports.signing.likeness.difference import DiffersError, Kind
from reports.signing.likeness.fields import check_field, check_form, is_signature_field
from reports.signing.likeness.places import Box
from tests.cases import in_one_test
from tests.reports.signing.likeness.files import field

FILE = pikepdf.new()
PLACES = (Box(0, 0, 595, 56.7), Box(340, 330, 545, 500))
SCRIPT = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
INSIDE, OUTSIDE, NOWHERE = Array([350, 400, 450, 480]), Array([100, 400, 200, 480]), Array([0, 0, 0, 0])


def face(content=b"0 0 9 9 re f", **entries):
    return Dictionary(N=Stream(FILE, content, **({"BBox": Array([0, 0, 100, 80])} | entries)))


def refused(**changes):
    """The kind of difference for which a field is refused; None where it is taken."""
    try:
        check_field(field(**changes), 3, PLACES)
    except DiffersError as differs:
        assert differs.page == 3
        return differs.kind
    return None


# --- what is a signature field


@pytest.mark.parametrize(
    ("annotation", "is_one"),
    [
        (field(), True),
        (field(Subtype=None), True),
        (field(Subtype=Name.Link), False),
        (field(FT=Name.Tx), False),
        (field(FT=None), False),
        (Array([]), False),
        (Name.Sig, False),
    ],
)
def test_only_a_signature_in_one_piece_with_its_widget_is_one(annotation, is_one):
    assert is_signature_field(annotation) is is_one


# --- what one may have


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"V": Dictionary(Type=Name.Sig)},
        {"V": SCRIPT},  # what stands in a signature is asked by who reads it
        {
            "F": 132,
            "Ff": 1,
            "TU": String("Tanda tangan"),
            "M": String("D:2026"),
            "NM": String("x"),
            "Border": Array([]),
        },
        {"MK": Dictionary()},
        {"AP": face()},
        {"AP": face(Subtype=Name.Form)},
        {"Lock": Dictionary(Action=Name.All), "SV": Dictionary()},
        {"Rect": Array([450, 480, 350, 400])},
    ],
)
def test_a_field_that_does_nothing_but_sign_is_taken(changes):
    assert refused(**({"Rect": INSIDE} | changes)) is None


@in_one_test(
    ("changes", "kind"),
    [
        ({"A": SCRIPT}, Kind.FORM),
        ({"AA": Dictionary(E=SCRIPT)}, Kind.FORM),
        ({"Kids": Array([])}, Kind.FORM),
        ({"Parent": Dictionary()}, Kind.FORM),
        ({"OC": Dictionary()}, Kind.FORM),
        ({"DR": Dictionary(Font=SCRIPT)}, Kind.FORM),
        ({"MK": Dictionary(BG=Array([1]))}, Kind.APPEARANCE),
        ({"Rect": Array([0, 0, 9])}, Kind.FORM),
        ({"Rect": Array([0, 0, 9, 9, 9])}, Kind.FORM),
        ({"Rect": Array([0, 0, 9, Name.A])}, Kind.FORM),
        ({"Rect": Array([0, 0, 9, String("a")])}, Kind.FORM),
        ({"Rect": None}, Kind.FORM),
        ({"Rect": Name.A}, Kind.FORM),
        ({"Rect": OUTSIDE}, Kind.APPEARANCE),
        ({"Rect": Array([350, 400, 600, 480])}, Kind.APPEARANCE),
        ({"Rect": OUTSIDE, "AP": face()}, Kind.APPEARANCE),
        ({"AP": Dictionary()}, Kind.APPEARANCE),
        ({"AP": Dictionary(N=Dictionary(On=face().N))}, Kind.APPEARANCE),
        ({"AP": Dictionary(N=face().N, D=face().N)}, Kind.APPEARANCE),
        ({"AP": Dictionary(R=face().N)}, Kind.APPEARANCE),
        ({"AP": face(Subtype=Name.Image)}, Kind.APPEARANCE),
        ({"AP": face(Ref=Dictionary())}, Kind.FORM),
        ({"AP": face(OC=Dictionary())}, Kind.FORM),
    ],
)
def test_a_field_that_does_anything_else_or_shows_elsewhere_is_refused(changes, kind):
    assert refused(**({"Rect": INSIDE} | changes)) == kind


@pytest.mark.parametrize(
    ("rect", "ap", "shows"),
    [
        (INSIDE, None, True),
        (INSIDE, face(), True),
        (NOWHERE, None, False),
        (Array([100, 400, 100, 480]), None, False),
        (NOWHERE, face(b""), False),
        (NOWHERE, face(b" \n"), False),
        (NOWHERE, face(BBox=NOWHERE), False),
        (NOWHERE, face(b"", BBox=Array([0, 0])), False),
    ],
)
def test_a_field_shows_something_where_it_has_an_area(rect, ap, shows):
    assert check_field(field(Rect=rect, AP=ap), 3, PLACES) is shows


@pytest.mark.parametrize(
    ("ap", "kind"), [(face(), Kind.APPEARANCE), (face(BBox=Array([0, 0])), Kind.FORM), (face(BBox=Name.A), Kind.FORM)]
)
def test_a_field_without_an_area_may_have_no_picture_with_one(ap, kind):
    assert refused(Rect=NOWHERE, AP=ap) == kind


def test_each_place_counts_and_without_one_nothing_may_show():
    for place in PLACES:
        assert check_field(field(Rect=Array([place.left, place.bottom, place.right, place.top])), 1, PLACES)
    with pytest.raises(DiffersError):
        check_field(field(Rect=INSIDE), 1, ())


# --- the form as a whole


def form_refused(**entries):
    try:
        check_form(Dictionary({f"/{key}": value for key, value in entries.items()}))
    except DiffersError as differs:
        return differs.kind
    return None


PAGE = Dictionary(Type=Name.Page)


@pytest.mark.parametrize(
    "entries",
    [
        {},
        {"Fields": Array([]), "SigFlags": 3},
        {"Fields": Array([field(P=PAGE), field(P=PAGE)])},
        {"Fields": Array([field(P=PAGE, Rect=OUTSIDE)])},  # asked on its page
        {"Fields": Array([field(Rect=NOWHERE)])},
        {"NeedAppearances": False, "DA": String("/Helv 0 Tf"), "DR": Dictionary(Font=Dictionary()), "Q": 0},
    ],
)
def test_a_form_of_signature_fields_is_taken(entries):
    assert form_refused(**entries) is None


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ({"XFA": Array([])}, Kind.FORM),
        ({"CO": Array([])}, Kind.FORM),
        ({"NeedAppearances": True}, Kind.FORM),
        ({"DR": Dictionary(Font=SCRIPT)}, Kind.FORM),
        ({"Fields": Array([field(P=PAGE, FT=Name.Tx)])}, Kind.FORM),
        ({"Fields": Array([field(P=PAGE), Dictionary(Kids=Array([field(P=PAGE)]))])}, Kind.FORM),
        ({"Fields": Array([field(Rect=INSIDE)])}, Kind.APPEARANCE),
        ({"Fields": Array([field(Rect=NOWHERE, A=SCRIPT)])}, Kind.FORM),
    ],
)
def test_a_form_with_anything_else_is_refused(entries, kind):
    assert form_refused(**entries) == kind


def test_of_a_field_that_stands_on_no_page_none_is_named():
    with pytest.raises(DiffersError) as refused:
        check_form(Dictionary(Fields=Array([field(Rect=INSIDE)])))
    assert refused.value.page == 0
