"""Hostile work: an answer in seconds, whatever it does, and nothing left behind."""

import os
import threading
import time

import pytest

from offices import fence
from offices.fence import OutOfTimeError, UnfinishedError, fenced
from tests.processor import children, processor


def forever():
    while True:
        pass


def all_memory():
    yield len(bytearray(2**34))


def crash():
    os.abort()
    yield


def nothing_said():
    yield from ()


def no_json():
    yield object()


def is_open(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def too_much():
    yield bytes(2 * 2**20)


@pytest.mark.parametrize("work", [all_memory, crash, nothing_said, no_json])
def test_work_that_fails_is_told_at_once(work):
    with pytest.raises(UnfinishedError):
        fenced(work)


def test_work_that_does_not_end_is_ended():
    with processor() as used, pytest.raises(UnfinishedError):
        fenced(forever, seconds=1)
    assert used.seconds < 3


@pytest.mark.prove
def test_who_waits_for_the_processor_is_not_ended_like_one_who_uses_it():
    def late():
        threading.Event().wait(1.5)
        yield "selesai"

    assert fenced(late, seconds=1) == "selesai"


@pytest.mark.prove
def test_the_clock_ends_it_all_the_same_and_says_so():
    began = time.monotonic()
    with pytest.raises(OutOfTimeError):
        fenced(lambda: iter([threading.Event().wait()]), by_clock=0.5)
    assert time.monotonic() - began < 10


def test_the_last_answer_in_time_counts():
    def better_and_better():
        yield "kasar"
        yield "teliti"
        forever()

    assert fenced(better_and_better, seconds=1) == "teliti"


def test_nothing_of_the_parent_is_open_in_the_child_and_no_file_can_be_written(tmp_path):
    with (tmp_path / "terbuka").open("w") as file:

        def look():
            try:
                os.fstat(file.fileno())
                inherited = True
            except OSError:
                inherited = False
            try:
                (tmp_path / "baru").write_text("isi")
                wrote = True
            except OSError:
                wrote = False
            yield [inherited, wrote]

        assert fenced(look) == [False, False]
        file.write("masih terbuka di sini")


def test_it_works_from_threads_at_once_and_leaves_no_child():
    answers = []
    known = children()
    threads = [threading.Thread(target=lambda n=n: answers.append(fenced(lambda: iter([n])))) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == list(range(6))
    assert children() - known == set()


def test_an_answer_may_be_bytes_of_any_kind_and_length():
    every = bytes(range(256)) * 4096
    assert fenced(lambda: iter([every])) == every
    assert fenced(lambda: iter([b""])) == b""


def test_the_better_answer_counts_of_whichever_kind():
    assert fenced(lambda: iter(["kata", b"bita"])) == b"bita"
    assert fenced(lambda: iter([b"bita", None])) is None


def test_an_answer_that_is_cut_short_leaves_the_one_before():
    def begun():
        yield "utuh"
        pipe = max(number for number in range(3, 4096) if is_open(number))
        os.write(pipe, b"b\x00\x00\x10\x00separuh")
        os._exit(0)

    assert fenced(begun) == "utuh"


def test_an_answer_beyond_the_limit_is_none(monkeypatch):
    monkeypatch.setattr(fence, "MOST_ANSWER", 2**20)
    with pytest.raises(UnfinishedError):
        fenced(too_much)


def test_memory_is_what_the_caller_allows():
    def eat():
        yield len(bytearray(200 * 2**20))

    with pytest.raises(UnfinishedError):
        fenced(eat, memory=100 * 2**20)
    assert fenced(eat, memory=300 * 2**20) == 200 * 2**20
