"""The boxes of a HEIC or AVIF: what a file is, by its brands, and whether it turns its picture itself."""

from followups.evidence.formats.heif import boxes, coding_of, inside, turns_itself
from tests.cases import in_one_test


def box(kind, *content):
    inner = b"".join(content)
    return (8 + len(inner)).to_bytes(4) + kind + inner


def brands(first, *others):
    return box(b"ftyp", first, bytes(4), *others)


@in_one_test(
    ("data", "coding"),
    [
        (brands(b"heic", b"mif1", b"heic"), "HEIF"),
        (brands(b"heix"), "HEIF"),
        (brands(b"hevc"), "HEIF"),
        (brands(b"mif1", b"heic"), "HEIF"),
        (brands(b"mif1"), "HEIF"),
        (brands(b"msf1", b"hevc"), "HEIF"),
        (brands(b"avif", b"mif1"), "AVIF"),
        (brands(b"avis"), "AVIF"),
        (brands(b"mif1", b"avif"), "AVIF"),
        (brands(b"mif1", b"miaf", b"avis"), "AVIF"),
        (brands(b"heic", b"avif"), "HEIF"),
        (brands(b"isom", b"avif"), ""),
        (brands(b"mp42", b"heic"), ""),
        (box(b"free", b"heic"), ""),
        (b"", ""),
        (b"\0\0\0\x0cftyp", ""),
    ],
)
def test_what_a_file_is_its_brands_say(data, coding):
    assert coding_of(data) == coding


def test_a_brand_behind_the_box_says_nothing():
    assert coding_of(brands(b"mif1") + b"avifavifavif") == "HEIF"


# --- boxes


def test_boxes_stand_one_behind_the_other():
    assert list(boxes(box(b"aaaa", b"1") + box(b"bbbb") + box(b"cccc", b"345"))) == [
        (b"aaaa", b"1"),
        (b"bbbb", b""),
        (b"cccc", b"345"),
    ]


def test_a_long_box_tells_its_size_behind_its_type():
    long = (1).to_bytes(4) + b"mdat" + (19).to_bytes(8) + b"xyz"
    assert list(boxes(long + box(b"free"))) == [(b"mdat", b"xyz"), (b"free", b"")]


@in_one_test(
    "broken",
    [
        (0).to_bytes(4) + b"mdat",
        (7).to_bytes(4) + b"mdat",
        (99).to_bytes(4) + b"mdat",
        (1).to_bytes(4) + b"mdat" + (15).to_bytes(8),
        b"\0\0",
    ],
)
def test_a_box_that_does_not_end_within_the_file_is_the_end(broken):
    assert list(boxes(box(b"ftyp", b"x") + broken)) == [(b"ftyp", b"x")]


def test_the_first_box_of_a_kind_is_looked_into():
    data = box(b"aaaa", b"1") + box(b"bbbb", b"2") + box(b"bbbb", b"3")
    assert (inside(data, b"bbbb"), inside(data, b"cccc")) == (b"2", b"")


# --- turns


def associations(*entries, version=0, wide=False):
    """``entries``: an item with the places of its properties, of which a bit says that they are essential."""
    size = 4 if version else 2
    found = [bytes([version, 0, 0, int(wide)]), len(entries).to_bytes(4)]
    for item, places in entries:
        found += [item.to_bytes(size), bytes([len(places)])]
        found += [(place | 0x8000).to_bytes(2) if wide else bytes([place | 0x80]) for place in places]
    return box(b"ipma", *found)


def picture(kinds, told, primary=1, version=0):
    """A file whose properties are of these kinds; ``primary``: the item that is shown."""
    item = primary.to_bytes(4 if version else 2)
    properties = box(b"iprp", box(b"ipco", *(box(kind, b"\0") for kind in kinds)), told)
    meta = box(b"meta", bytes(4), box(b"pitm", bytes([version, 0, 0, 0]), item), properties)
    return brands(b"heic") + meta


@in_one_test(
    ("kinds", "told", "turns"),
    [
        ([b"ispe", b"irot"], associations((1, [1, 2])), True),
        ([b"imir", b"ispe"], associations((1, [1])), True),
        ([b"ispe", b"irot"], associations((1, [1])), False),
        ([b"ispe", b"irot"], associations((2, [2])), False),  # a picture that is not shown
        ([b"ispe", b"irot"], associations((2, [1]), (1, [2])), True),
        ([b"ispe", b"irot"], associations((1, [1, 2]), version=1), True),
        ([b"ispe", b"irot"], associations((1, [1, 2]), wide=True), True),
        ([b"ispe", b"irot"], associations((1, [1]), wide=True), False),
        ([b"ispe"], associations((1, [0, 2, 9])), False),  # places at which nothing stands
        ([b"irot"], associations(), False),
        ([], associations((1, [1])), False),
    ],
)
def test_a_file_turns_its_picture_where_what_it_shows_has_such_a_property(kinds, told, turns):
    assert turns_itself(picture(kinds, told)) is turns


def test_an_item_with_a_long_number_is_found():
    told = associations((70_000, [1]), version=1)
    assert turns_itself(picture([b"irot"], told, primary=70_000, version=1))
    assert not turns_itself(picture([b"irot"], told, primary=70_001, version=1))


@in_one_test("cut", range(0, 120, 7))
def test_a_file_that_breaks_off_anywhere_turns_nothing_and_fails_nowhere(cut):
    whole = picture([b"ispe", b"irot"], associations((1, [1, 2])))
    assert turns_itself(whole[: len(whole) - 1 - cut]) is False
