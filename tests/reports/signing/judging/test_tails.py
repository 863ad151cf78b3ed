"""What stands behind the end of a whole file, before anything of it is read: blanks, padding, too much."""

from reports.signing.judging.judge import judged
from reports.signing.verify import Added, added_behind
from tests.cases import in_one_test

FILE = b"%PDF-1.7\n%%EOF\n"


@in_one_test(
    ("tail", "told"),
    [
        (b"", Added.NOTHING),
        (b"\n", Added.BLANK),
        (b"\r\n \t\0\f", Added.BLANK),
        (b" " * 64, Added.BLANK),
        (b" " * 65, Added.PADDED),
        (b"\0" * 100_000, Added.PADDED),
        (b"\0" * (16 * 2**20 + 1), Added.PADDED),
        (b"x", Added.OTHER),
        (b" " * 64 + b"x", Added.OTHER),
        (b"% kata", Added.OTHER),
        (b"%%EOF\n", Added.OTHER),
        (b"x" * (16 * 2**20), Added.OTHER),
        (b"x" * (16 * 2**20 + 1), Added.UNKNOWN),
    ],
)
def test_a_tail_is_told_by_what_it_consists_of_and_how_long_it_is(tail, told):
    assert judged(FILE + tail, len(FILE)) == told
    if len(tail) < 1000:
        assert added_behind(FILE + tail, len(FILE)) == told


def test_without_time_nothing_is_said_of_a_tail_but_that_there_was_none():
    assert added_behind(FILE, len(FILE), by_clock=0) == Added.NOTHING
    assert added_behind(FILE + b"x", len(FILE), by_clock=0) == Added.BUSY
