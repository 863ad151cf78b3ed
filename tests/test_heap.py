"""Which memory is asked to lie in large pages: what the run holds itself, and it stays as it is."""

import ctypes
import mmap
import sys

import pytest

from tests.heap import LARGE, _own_memory, ask_for_large_pages

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked")
PRIVATE = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS


def address_of(block):
    return ctypes.addressof(ctypes.c_char.from_buffer(block))


def is_listed(address):
    return any(begin <= address < end for begin, end in _own_memory())


def test_memory_of_the_run_is_asked_about_and_that_of_a_file_is_not(tmp_path):
    assert is_listed(address_of(mmap.mmap(-1, LARGE, flags=PRIVATE)))
    path = tmp_path / "berkas"
    path.write_bytes(bytes(LARGE))
    with path.open("r+b") as file:
        assert not is_listed(address_of(mmap.mmap(file.fileno(), LARGE)))


def test_what_it_holds_stays():
    block = mmap.mmap(-1, 4 * LARGE, flags=PRIVATE)
    content = bytes(range(256)) * (4 * LARGE // 256)
    block.write(content)
    ask_for_large_pages()
    assert block[:] == content
