"""The segments of a JPEG: what is bare, how large it is, how a decoder must read it, and where its data end."""

from PIL import Image

from followups.evidence.formats import jpeg
from tests.cases import in_one_test
from tests.followups.evidence.pictures import decoded, encode, flag, with_segment

BOX = (400, 300)
PLAIN = encode(flag((64, 48)), quality=85)
PROGRESSIVE = encode(flag((64, 48)), progressive=True)
GREY = encode(flag((64, 48)).convert("L"))


def markers(data):
    return [segment.marker for segment in jpeg.segments(data)]


def test_segments_are_told_up_to_the_end_of_the_first_picture():
    found = list(jpeg.segments(PLAIN + PLAIN))
    assert (found[0].marker, found[-1].marker) == (0xD8, 0xD9)
    assert found[-1].end == len(PLAIN)
    assert all(PLAIN[each.start] == 0xFF and PLAIN[each.start + 1] == each.marker for each in found)


@in_one_test("data", [b"", b"bukan gambar", b"\xff", b"\xff\x00\xff\xd0\xff\xff"])
def test_where_there_is_no_marker_there_is_no_segment(data):
    assert markers(data) == []


def test_a_segment_that_breaks_off_is_none():
    scan = next(segment for segment in jpeg.segments(PLAIN) if segment.marker == 0xDA)
    assert markers(PLAIN[: scan.end - 1])[-1] != 0xDA
    assert markers(PLAIN[: scan.end])[-1] == 0xDA


@in_one_test(
    ("data", "size"),
    [(PLAIN, (64, 48)), (PROGRESSIVE, (64, 48)), (GREY, (64, 48)), (b"", (0, 0)), (PLAIN[:20], (0, 0))],
)
def test_the_size_stands_in_the_first_frame(data, size):
    assert jpeg.size(data) == size


@in_one_test(("data", "number"), [(PLAIN, 3), (GREY, 1), (encode(flag().convert("CMYK")), 4), (b"", 0)])
def test_channels_are_counted(data, number):
    assert jpeg.channels(data) == number


def test_of_several_frames_the_one_with_most_channels_counts():
    assert jpeg.channels(GREY[:-2] + PLAIN[2:]) == 3


# --- bare


def test_a_picture_and_nothing_else_is_bare():
    assert jpeg.is_bare(PLAIN, BOX)
    assert jpeg.is_bare(PLAIN, (64, 48))


@in_one_test("box", [(63, 48), (64, 47)])
def test_one_that_is_larger_than_its_box_is_not(box):
    assert not jpeg.is_bare(PLAIN, box)


@in_one_test(
    "data",
    [
        PROGRESSIVE,
        GREY,
        encode(flag((64, 48)), restart_marker_rows=1),
        with_segment(PLAIN, 0xE1, b"Exif\0\0"),
        with_segment(PLAIN, 0xED, b"Photoshop 3.0\0"),
        with_segment(PLAIN, 0xE2, b"ICC_PROFILE\0"),
        with_segment(PLAIN, 0xFE, b"catatan"),
        with_segment(PLAIN, 0xE0, b"JFXX\0"),
        with_segment(PLAIN, 0xDB, b"\0" + bytes(64)),  # a second table for one place
        PLAIN + b"x",
        PLAIN[:-2],
        b"\xff\xd8" + PLAIN[20:],  # without its JFIF
        b"x" + PLAIN,
        PLAIN[:20] + b"x" + PLAIN[20:],
        b"",
    ],
)
def test_whatever_else_it_carries_it_is_not_bare(data):
    assert not jpeg.is_bare(data, BOX)


def test_a_file_that_is_larger_than_its_pixels_carries_ballast():
    """A scan of blanks behind the data decodes to the same picture."""
    ballast = PLAIN[:-2] + bytes(64 * 48 * 3 + 4096) + PLAIN[-2:]
    assert not jpeg.is_bare(ballast, BOX)


@in_one_test("number", [0, 1, 5])
def test_the_scan_may_be_made_shorter(number):
    shorter = jpeg.without_last_bytes(PLAIN, number)
    assert len(shorter) == len(PLAIN) - number
    assert (shorter[:20], shorter[-2:]) == (PLAIN[:20], b"\xff\xd9")


def test_but_not_to_nothing():
    *_others, scan, end = jpeg.segments(PLAIN)
    length = end.start - scan.end
    assert jpeg.without_last_bytes(PLAIN, length) is None
    assert jpeg.without_last_bytes(PLAIN, length - 1) is not None


# --- how it is decoded


@in_one_test(
    ("data", "in_passing"),
    [(PLAIN, True), (GREY, True), (encode(flag((64, 48)), optimize=True), True), (PROGRESSIVE, False), (b"", False)],
)
def test_only_a_picture_in_steps_is_kept_as_a_whole_while_it_is_decoded(data, in_passing):
    assert jpeg.is_decoded_in_passing(data) is in_passing


# --- the end of its data


def test_a_whole_picture_is_read_as_it_stands_first():
    for data in (PLAIN, PROGRESSIVE, GREY):
        assert next(jpeg.readings(data)) == data


def test_one_that_lost_its_end_marker_gets_one_if_its_last_scan_is_there():
    assert next(jpeg.readings(PLAIN[:-2])) == PLAIN
    assert next(jpeg.readings(PROGRESSIVE[:-2])) == PROGRESSIVE


def test_a_picture_in_steps_that_lost_one_is_not_read():
    scans = [segment for segment in jpeg.segments(PROGRESSIVE) if segment.marker == 0xDA]
    assert list(jpeg.readings(PROGRESSIVE[: scans[-1].start])) == []
    assert list(jpeg.readings(PROGRESSIVE[: scans[1].start])) == []


@in_one_test("padding", [bytes(1), bytes(9), b"\xff" * 5, b"\xff\0" * 3])
def test_padding_at_its_end_is_left_out_in_one_of_the_readings(padding):
    readings = list(jpeg.readings(PLAIN[:-2] + padding + b"\xff\xd9"))
    assert PLAIN in readings
    assert len(readings) == len(set(readings))


@in_one_test("data", [b"", b"bukan gambar", PLAIN[:100], b"\xff\xd8\xff\xd9"])
def test_without_a_scan_there_is_nothing_to_read(data):
    assert list(jpeg.readings(data)) == []


def test_as_many_scans_as_keep_a_decoder_busy_are_not_read():
    scan = next(segment for segment in jpeg.segments(PLAIN) if segment.marker == 0xDA)
    one = PLAIN[scan.start : -2]
    assert list(jpeg.readings(PLAIN[: scan.start] + one * jpeg.MAX_SCANS + b"\xff\xd9"))
    assert list(jpeg.readings(PLAIN[: scan.start] + one * (jpeg.MAX_SCANS + 1) + b"\xff\xd9")) == []


def test_the_picture_alone_shows_the_same_without_its_notes():
    noted = with_segment(with_segment(PLAIN, 0xFE, b"catatan"), 0xE1, b"Exif\0\0")
    assert b"catatan" not in jpeg.scan_alone(noted)
    for data in (noted, PROGRESSIVE):
        assert decoded(jpeg.scan_alone(data)).tobytes() == decoded(data).tobytes()


def test_a_scan_that_is_repeated_stands_there_once():
    scan = next(segment for segment in jpeg.segments(PLAIN) if segment.marker == 0xDA)
    one = PLAIN[scan.start : -2]
    twice = PLAIN[:-2] + one + b"\xff\xd9"
    assert jpeg.scan_alone(twice) == jpeg.scan_alone(PLAIN)


@in_one_test(
    ("behind", "is_none"),
    [
        (b"", True),
        (b"Diunduh dari portal\r\n", True),
        (bytes(20), True),
        (b"\xff\xd3 kata", True),
        (b"\xff\xff\0", True),
        (b"\x80\x12", False),
        (b"kata\x01", False),
        (b"kata\xff\xd3", False),
    ],
)
def test_words_and_padding_are_told_from_data(behind, is_none):
    assert jpeg.is_no_data(behind) is is_none


def test_the_smallest_picture_is_one():
    tiny = encode(Image.new("RGB", (1, 1)))
    assert jpeg.is_bare(tiny, (1, 1)) and jpeg.size(tiny) == (1, 1)
