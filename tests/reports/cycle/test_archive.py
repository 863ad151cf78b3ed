"""A zip from elsewhere is not trusted: what is refused, with the sound file as the control."""

import stat
import struct
import zipfile
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from offices.declining import Declined
from reports.cycle import archive
from reports.cycle.archive import open_package
from reports.cycle.faults import CycleFaults
from tests.reports.cycle.files import GONE, full_zip, jpeg, text_of, write_zip


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cycle.zip"


def refusal_of(path):
    with pytest.raises(CycleFaults) as refused, open_package(path):
        pass
    return str(refused.value)


def add(path, entry, data=b"x"):
    full_zip(path)
    with ZipFile(path, "a") as zipped:
        zipped.writestr(entry, data)
    return path


def test_it_reads_the_json_and_the_photos_of_a_sound_zip(path):
    with open_package(full_zip(path)) as package:
        assert package.text.decode() == text_of("full")
        assert package.file("photos/01.jpg") == jpeg("teal")
        assert package.file("photos/99.jpg") is None


def test_it_reads_a_deflated_zip_with_folders_and_strange_neighbours(path):
    with ZipFile(path, "w", ZIP_DEFLATED) as zipped:
        zipped.mkdir("photos")
        for name in ("cycle.json", "photos/foto dua.jpg", "__MACOSX/._cycle.json", "catatan.txt"):
            zipped.writestr(name, text_of("full"))
    with open_package(path) as package:
        assert package.text.decode() == text_of("full")
        assert package.file("photos/foto dua.jpg") == package.text


def test_paths_that_begin_here_are_those_without_it(path):
    with ZipFile(path, "w") as zipped:
        for name in ("./", "./cycle.json", "./photos/01.jpg"):
            zipped.writestr(name, text_of("full"))
    with open_package(path) as package:
        assert package.text.decode() == text_of("full")
        assert package.file("photos/01.jpg") == package.text


def test_bare_json_carries_no_photos(tmp_path):
    bare = tmp_path / "cycle.json"
    bare.write_text(text_of("full"))
    with open_package(bare) as package:
        assert package.text.decode() == text_of("full")
        assert package.file("photos/01.jpg") is None


def test_the_content_and_not_the_name_tells_a_zip(tmp_path):
    with open_package(full_zip(tmp_path / "cadangan.bin")) as package:
        assert package.file("photos/01.jpg") == jpeg("teal")


@pytest.mark.parametrize("content", [b"", b"{}", b"PK\x03\x04", b"PK\x05\x06", b"x" * 500])
def test_it_refuses_what_is_no_zip(path, content):
    path.write_bytes(content)
    assert "bukan berkas zip yang utuh" in refusal_of(path)


def test_it_refuses_a_cut_zip(path):
    whole = full_zip(path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert "bukan berkas zip yang utuh" in refusal_of(path)


def test_it_refuses_a_file_that_is_not_there(tmp_path):
    assert "tidak dapat dibaca" in refusal_of(tmp_path / "hilang.json")
    assert "tidak dapat dibaca" in refusal_of(tmp_path / "hilang.zip")
    assert "tidak dapat dibaca" in refusal_of(tmp_path)


def test_it_refuses_a_zip_without_cycle_json(path):
    assert "cycle.json tidak ada" in refusal_of(full_zip(path, **{"cycle.json": GONE}))
    inner = write_zip(path, [("arsip/lama/cycle.json", text_of("full"))])
    assert "cycle.json tidak ada" in refusal_of(inner)


UNSAFE = [
    "/etc/passwd",
    "../luar.jpg",
    "photos/../../luar.jpg",
    "..\\luar.jpg",
    "C:/01.jpg",
    "././01.jpg",
    "./../01.jpg",
    ".//01.jpg",
    "a//b.jpg",
]


@pytest.mark.parametrize("name", UNSAFE)
def test_it_refuses_a_path_that_leads_elsewhere(path, name):
    assert "jalur entri tidak aman" in refusal_of(add(path, name))


def test_it_refuses_a_symbolic_link(path):
    link = ZipInfo("photos/tautan.jpg")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    assert "tautan simbolis" in refusal_of(add(path, link, b"/etc/passwd"))


@pytest.mark.parametrize("twin", ["./photos/01.jpg", "photos/01.jpg", "photos/01.JPG", "PHOTOS/01.jpg", "Cycle.json"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_it_refuses_two_entries_of_one_name(path, twin):
    assert "nama entri sama dengan" in refusal_of(add(path, twin))


def test_it_refuses_names_that_differ_only_in_how_an_accent_is_composed(path):
    add(path, "caf\u00e9.jpg")
    with ZipFile(path, "a") as zipped:
        zipped.writestr("cafe\u0301.jpg", b"x")
    assert "nama entri sama dengan" in refusal_of(path)


def test_it_refuses_an_encrypted_entry(path):
    content = bytearray(full_zip(path).read_bytes())
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "terenkripsi" in refusal_of(path)


def test_it_refuses_an_unusual_compression(path):
    full_zip(path)
    with ZipFile(path, "a", ZIP_BZIP2) as zipped:
        zipped.writestr("photos/04.jpg", b"x")
    assert "cara pemampatan" in refusal_of(path)


def test_it_refuses_too_many_entries(path):
    entries = [("cycle.json", text_of("full")), *((f"{n}.jpg", b"") for n in range(archive.MOST_ENTRIES))]
    assert "2001 entri" in refusal_of(write_zip(path, entries))
    with open_package(write_zip(path, entries[:-1])) as package:
        assert package.text


def test_it_refuses_a_directory_too_large_to_read(path):
    content = bytearray(full_zip(path).read_bytes())
    struct.pack_into("<L", content, content.rfind(b"PK\x05\x06") + 12, 2**30)
    path.write_bytes(content)
    assert "terlalu besar" in refusal_of(path)


def test_it_refuses_an_entry_over_the_limit(path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_PHOTO", 2**20)
    assert "photos/04.jpg" in refusal_of(add(path, "photos/04.jpg", bytes(2**20 + 1)))
    with open_package(add(path, "photos/04.jpg", bytes(2**20))) as package:
        assert len(package.file("photos/04.jpg")) == 2**20


def test_it_refuses_a_json_over_the_limit(path, tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_JSON", 2**20)
    large = text_of("full") + " " * 2**20
    assert "melebihi 1 MB" in refusal_of(full_zip(path, **{"cycle.json": large}))
    (tmp_path / "cycle.json").write_text(large)
    assert "melebihi 1 MB" in refusal_of(tmp_path / "cycle.json")


def test_it_refuses_more_in_all_than_the_limit(path, monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 2**20)
    assert "isi arsip melebihi" in refusal_of(add(path, "photos/04.jpg", bytes(2**20)))


def test_it_refuses_a_compression_bomb(path):
    full_zip(path)
    with ZipFile(path, "a", ZIP_DEFLATED) as zipped:
        zipped.writestr("photos/04.jpg", bytes(20 * 2**20))
    assert "pemampatan tidak wajar" in refusal_of(path)


def test_it_refuses_entries_that_share_bytes(path):
    full_zip(path)
    content = bytearray(path.read_bytes())
    second = content.find(b"PK\x01\x02", content.find(b"PK\x01\x02") + 4)
    struct.pack_into("<L", content, second + 42, 0)
    path.write_bytes(content)
    assert "bertumpang tindih" in refusal_of(path)


def test_a_declared_size_is_not_believed(path):
    """A photo that unpacks to more than it says is refused, and never read beyond what it said."""
    full_zip(path)
    with ZipFile(path, "a", ZIP_DEFLATED) as zipped:
        zipped.writestr("photos/04.jpg", bytes(500_000))
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, content.rfind(b"PK\x01\x02") + 24, 1_000)
    path.write_bytes(content)
    with open_package(path) as package, pytest.raises(Declined, match="rusak"):
        package.file("photos/04.jpg")


def test_a_damaged_photo_is_refused(path):
    whole = full_zip(path).read_bytes()
    path.write_bytes(whole.replace(jpeg("teal"), bytes(len(jpeg("teal")))))
    with open_package(path) as package, pytest.raises(Declined, match="rusak"):
        package.file("photos/01.jpg")


def test_it_never_unpacks_to_disk(path, tmp_path, monkeypatch):
    monkeypatch.setattr(zipfile.ZipFile, "extract", None)
    with open_package(full_zip(path)) as package:
        package.file("photos/01.jpg")
    assert list(tmp_path.iterdir()) == [path]


def test_what_lies_beside_the_folder_takes_the_place_of_nothing_in_it(path):
    entries = [("siklus/cycle.json", text_of("full")), ("siklus/photos/01.jpg", jpeg("teal"))]
    beside = [("photos/01.jpg", jpeg("navy")), ("photos/lain.jpg", jpeg("navy"))]
    for order in (entries + beside, beside + entries):
        with open_package(write_zip(path, order)) as package:
            assert package.file("photos/01.jpg") == jpeg("teal")
            assert package.file("photos/lain.jpg") is None
