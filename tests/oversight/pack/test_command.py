"""``evidence_pack CODE YEAR -o FILE.zip [--list …]``: the same pack from a console, whole or not at all."""

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from offices import stored
from tests.oversight.pack.opened import contents


def run(*arguments):
    call_command("evidence_pack", *arguments)


def test_it_writes_the_pack_and_says_what_is_in_it(evidence, tmp_path, capsys):
    target = tmp_path / "paket.zip"
    run("3520", "2025", "-o", str(target))
    assert "1_8/01_LAPORAN_TINDAK_LANJUT_SKM_SEMESTER_I_2025.pdf" not in contents(target.read_bytes())
    assert "1_8/02_LAPORAN_TINDAK_LANJUT_SKM_SEMESTER_I_2025.pdf" in contents(target.read_bytes())
    assert capsys.readouterr().out == "3520 2025: 4 berkas, 5 belum ada\n"
    assert [path.name for path in tmp_path.iterdir()] == ["paket.zip"]


def test_it_writes_the_list_of_another_recipient(evidence, tmp_path):
    target = tmp_path / "paket.zip"
    run("3520", "2025", "-o", str(target), "--list", "zi")
    assert {path.split("/")[0] for path in contents(target.read_bytes()) if "/" in path} == {"A1_VI_IV_A", "A1_VI_IV_C"}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("9999", "2025"), "satuan kerja: tidak ada yang berkode 9999"),
        (("3520", "1900"), "tahun: harus antara"),
    ],
)
def test_it_refuses_in_one_line(evidence, tmp_path, capsys, arguments, reason):
    with pytest.raises(SystemExit, match="1"):
        run(*arguments, "-o", str(tmp_path / "paket.zip"))
    assert capsys.readouterr().err.startswith(reason)
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_is_not_there_is_told(evidence, tmp_path, capsys):
    with pytest.raises(SystemExit, match="1"):
        run("3520", "2025", "-o", str(tmp_path / "tidak-ada" / "paket.zip"))
    assert "berkas: tidak dapat ditulis" in capsys.readouterr().err


def test_what_stood_there_stays_where_the_pack_breaks_off(evidence, tmp_path, capsys, monkeypatch):
    """A file that changes between the look at it and its copy: nothing half is left."""
    target = tmp_path / "paket.zip"
    target.write_bytes(b"yang lama")
    read = []

    def opened(name, mode="rb"):
        read.append(name)
        if read.count(name) == 2:
            raise OSError("disk")
        return whole(name, mode)

    whole = default_storage.open
    monkeypatch.setattr(stored.default_storage, "open", opened)
    with pytest.raises(SystemExit, match="1"):
        run("3520", "2025", "-o", str(target))
    assert "tidak dapat dibaca dari penyimpanan" in capsys.readouterr().err
    assert target.read_bytes() == b"yang lama"
    assert [path.name for path in tmp_path.iterdir()] == ["paket.zip"]
