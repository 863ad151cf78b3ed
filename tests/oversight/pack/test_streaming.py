"""A zip that is made while it leaves: any program opens it, nothing of it waits, the same gives the same."""

from datetime import date
from io import BytesIO
from itertools import repeat
from subprocess import run
from zipfile import ZipFile

from oversight.pack.streaming import Entry, zip_stream
from tests.programs import needed

DAY = date(2025, 7, 20)


def entry(path, content=b"isi", day=DAY):
    return Entry(path, day, len(content), (content[:1], content[1:]))


def test_what_goes_in_comes_out(tmp_path):
    files = {"A/01_SATU.pdf": b"satu", "A/02_DUA.pdf": b"", "00_INDEKS.html": "é".encode() * 1000}
    made = b"".join(zip_stream(entry(path, content) for path, content in files.items()))
    with ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        info = archive.getinfo("A/01_SATU.pdf")
        assert info.date_time == (2025, 7, 20, 0, 0, 0)
        assert info.external_attr >> 16 == 0o100644


def test_another_program_opens_it(tmp_path):
    target = tmp_path / "paket.zip"
    target.write_bytes(b"".join(zip_stream([entry("A/01_SATU.pdf", b"satu" * 9999)])))
    told = run([needed("python3"), "-m", "zipfile", "-t", target], capture_output=True, text=True, check=True)
    assert "Done testing" in told.stdout


def test_parts_leave_before_the_next_are_asked_for():
    asked = []

    def parts():
        for number in range(50):
            asked.append(number)
            yield bytes(repeat(number, 70_000))

    sent = zip_stream([Entry("a.pdf", DAY, 3_500_000, parts())])
    next(sent)
    assert asked == [0]
    next(sent)
    assert asked == [0, 1]
    sent.close()


def test_the_same_entries_give_the_same_bytes():
    one, other = (b"".join(zip_stream([entry("a.pdf"), entry("b.pdf")])) for _time in range(2))
    assert one == other
    assert one != b"".join(zip_stream([entry("b.pdf"), entry("a.pdf")]))


def test_a_day_before_zips_can_tell_one_is_the_first_of_them():
    made = b"".join(zip_stream([entry("a.pdf", day=date(1970, 1, 1))]))
    assert ZipFile(BytesIO(made)).getinfo("a.pdf").date_time == (1980, 1, 1, 0, 0, 0)


def test_an_empty_pack_is_a_zip_too():
    assert ZipFile(BytesIO(b"".join(zip_stream([])))).namelist() == []
