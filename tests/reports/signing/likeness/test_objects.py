"""Whether two objects of two files are the same, and whether what was added does nothing but draw."""

import zlib
from decimal import Decimal

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Stream, String

from reports.signing.likeness.objects import Pairs, is_inert, same_data
from tests.cases import in_one_test

FILE = pikepdf.new()
OTHER_FILE = pikepdf.new()


def indirect(value, file=FILE):
    return file.make_indirect(value)


def stream(content=b"0 g", file=FILE, **entries):
    return Stream(file, content, **entries)


def packed(content, level=9, file=FILE, **entries):
    return Stream(file, zlib.compress(content, level), Filter=Name.FlateDecode, **entries)


def same(one, other):
    return Pairs().are_same(one, other)


@in_one_test(
    ("one", "other"),
    [
        (1, 1),
        (1, Decimal("1.0")),
        (Decimal("0.5"), Decimal("0.50")),
        (True, True),
        (None, None),
        (Name.A, Name.A),
        (String("a"), String("a")),
        (Array([1, Name.A]), Array([1, Name.A])),
        (Dictionary(A=1, B=Name.C), Dictionary(B=Name.C, A=1)),
        (Dictionary(A=Dictionary(B=Array([]))), Dictionary(A=Dictionary(B=Array([])))),
        (stream(), stream()),
        (stream(b"0 g"), packed(b"0 g")),
        (packed(b"0 g" * 99, 1), packed(b"0 g" * 99, 9)),
        (stream(Type=Name.XObject), stream(file=OTHER_FILE, Type=Name.XObject)),
        (indirect(Dictionary(A=1)), indirect(Dictionary(A=1), OTHER_FILE)),
        (indirect(Dictionary(A=1)), Dictionary(A=1)),
        (Array([indirect(Array([5]))]), Array([Array([5])])),
    ],
)
def test_objects_are_the_same_however_they_are_numbered_and_packed(one, other):
    assert same(one, other) and same(other, one)


@in_one_test(
    ("one", "other"),
    [
        (1, 2),
        (1, True),
        (0, False),
        (1, String("1")),
        (Name.A, String("/A")),
        (Name.A, Name.B),
        (String("a"), String("A")),
        (Array([1]), Array([1, 1])),
        (Array([1, 2]), Array([2, 1])),
        (Array([]), Dictionary()),
        (Dictionary(A=1), Dictionary(A=1, B=2)),
        (Dictionary(A=1), Dictionary(B=1)),
        (Dictionary(A=Array([1])), Dictionary(A=Array([2]))),
        (Dictionary(Length=1), Dictionary(Length=2)),
        (stream(b"0 g"), stream(b"1 g")),
        (stream(b"0 g"), packed(b"1 g")),
        (stream(Type=Name.XObject), stream()),
        (stream(), Dictionary()),
        (indirect(Dictionary(A=1)), indirect(Dictionary(A=2), OTHER_FILE)),
        (Array([indirect(Array([5]))]), Array([Array([6])])),
        (None, 0),
    ],
)
def test_whatever_differs_anywhere_is_not_the_same(one, other):
    assert not same(one, other) and not same(other, one)


def looping(value, file):
    first, second = indirect(Dictionary(Value=value), file), indirect(Dictionary(), file)
    first.Next, second.Next = second, first
    return first


def test_objects_that_lead_back_to_themselves_are_compared_once():
    assert same(looping(1, FILE), looping(1, OTHER_FILE))
    assert not same(looping(1, FILE), looping(2, OTHER_FILE))


def test_what_is_compared_elsewhere_is_taken_as_the_same():
    one, other = indirect(Dictionary(A=1)), indirect(Dictionary(A=2), OTHER_FILE)
    pairs = Pairs()
    pairs.take_as_same(one, other)
    assert pairs.are_same(one, other) and pairs.are_same(Array([one]), Array([other]))
    third = indirect(Dictionary(A=3), OTHER_FILE)
    assert not pairs.are_same(one, third)
    pairs.take_as_same(Dictionary(A=1), third)
    assert not pairs.are_same(Dictionary(A=1), third)


def test_what_was_only_assumed_on_the_way_to_a_difference_is_not_kept():
    """An inner pair that differs must differ again when it is asked for alone."""
    inner, other_inner = indirect(Dictionary(A=1)), indirect(Dictionary(A=2), OTHER_FILE)
    pairs = Pairs()
    assert not pairs.are_same(Array([inner]), Array([other_inner]))
    assert not pairs.are_same(inner, other_inner)
    alike, other_alike = indirect(Dictionary(A=5)), indirect(Dictionary(A=5), OTHER_FILE)
    assert pairs.are_same(alike, other_alike)
    other_alike.A = 6
    assert pairs.are_same(alike, other_alike)  # asked once


# --- what streams carry


JPEG = {"Filter": Name.DCTDecode}


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (stream(b"abc"), stream(b"abc"), True),
        (stream(b"abc"), packed(b"abc"), True),
        (packed(b"abc"), packed(b"abd"), False),
        (stream(b"\xff\xd8 a", **JPEG), stream(b"\xff\xd8 a", **JPEG), True),
        (stream(b"\xff\xd8 a", **JPEG), stream(b"\xff\xd8 b", **JPEG), False),
        (stream(b"\xff\xd8 a", **JPEG), stream(b"\xff\xd8 a", Filter=indirect(Name.DCTDecode)), True),
        (stream(b"\xff\xd8 a", **JPEG), stream(b"\xff\xd8 a"), False),
        (packed(b"\0" * 8), Stream(FILE, zlib.compress(b"\0" * 8), Filter=Array([Name.FlateDecode])), True),
        (
            packed(b"\2\1\1\1", DecodeParms=Dictionary(Predictor=12, Columns=3)),
            packed(b"\2\1\1\1", DecodeParms=Dictionary(Predictor=12, Columns=1)),
            False,
        ),
    ],
)
def test_streams_carry_the_same_by_what_they_hold_not_by_their_packing(one, other, alike):
    assert same_data(one, other) is alike
    assert same_data(other, one) is alike


# --- whether it acts


def around_it(value):
    """Each way in which something can be hidden in something else."""
    yield value
    yield Array([1, value])
    yield Dictionary(Deep=Dictionary(Deeper=Array([value])))
    yield stream(b"", Resources=Dictionary(XObject=Dictionary(X=value)))
    yield indirect(Dictionary(Deep=indirect(Array([value]))))


@pytest.mark.parametrize(
    "key", ["JS", "JavaScript", "AA", "A", "OpenAction", "OC", "OCProperties", "XFA", "EF", "Launch"]
)
def test_what_acts_is_found_however_deep_it_lies(key):
    for holder in around_it(Dictionary({f"/{key}": Dictionary()})):
        assert not is_inert(holder)
    assert not is_inert(stream(b"", **{key: 1}))


@pytest.mark.parametrize("entries", [{"Alternates": Array([])}, {"OPI": 1}, {"Ref": 1}, {"F": 1}, {"Subtype": Name.PS}])
def test_a_stream_that_stands_for_something_else_is_not_inert_and_a_dictionary_may_be_called_so(entries):
    for holder in around_it(stream(b"", **entries)):
        assert not is_inert(holder)
    assert is_inert(Dictionary(**entries))


@pytest.mark.parametrize("up", ["Parent", "P", "Pg", "V", "StructParent"])
def test_what_only_points_upwards_is_asked_elsewhere(up):
    assert is_inert(Dictionary({f"/{up}": Dictionary(JS="app.alert(1)")}))
    assert not is_inert(Dictionary({f"/{up}x": Dictionary(JS="app.alert(1)")}))


@pytest.mark.parametrize(
    "value", [1, Name.JS, String("/JS"), Array([Name.AA]), Dictionary(Type=Name.XObject), stream()]
)
def test_what_only_draws_is_inert(value):
    for holder in around_it(value):
        assert is_inert(holder)


def test_what_leads_back_to_itself_is_looked_at_once():
    loop = indirect(Dictionary())
    loop.Next = Array([loop])
    assert is_inert(loop)
    loop.AA = 1
    assert not is_inert(loop)
