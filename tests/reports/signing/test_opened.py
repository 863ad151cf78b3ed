"""What page-validation passes is opened by other programs, too, without a word: it is not the sole judge of a file."""

import subprocess

import pytest

from reports.signing.field import add_field
from reports.signing.sign import sign
from tests.mass import sampled
from tests.programs import needed
from tests.reports.signing.authority import NOW
from tests.reports.signing.judging.judging import failures

PROGRAMS = {
    "qpdf": ["qpdf", "--check", "{file}"],
    "pdftoppm": ["pdftoppm", "-r", "20", "{file}", "{folder}/p"],
    "mutool": ["mutool", "draw", "-r", "20", "-o", "{folder}/m%d.ppm", "{file}"],
}
OF_THE_PROGRAM = (
    "no syntax or stream encoding errors",
    "errors that qpdf cannot detect",
    "warning: icc support is not available",
)
"""What a program says of itself."""
WARNED = ("warning", "error", "repair", "invalid", "damaged")


@pytest.fixture(scope="module")
def files(prepared, signed, report, key):
    """A page and a whole report, prepared and signed."""
    whole = add_field(report("ordinary").data)
    told = sign(whole, key, at=NOW, reason="Menyetujui isi laporan", location="Ngawi")
    return {"prepared": prepared, "signed": signed, "report_prepared": whole, "report_signed": told}


@pytest.mark.parametrize("name", sampled(["prepared", "signed", "report_prepared", "report_signed"], every=3))
@pytest.mark.parametrize("program", PROGRAMS)
def test_a_file_is_opened_without_a_warning(files, tmp_path, program, name):
    status, said = opened(files[name], tmp_path, program)
    assert (status, [word for word in WARNED if word in said]) == (0, [])


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_same_programs_warn_of_a_torn_file(signed, tmp_path, program):
    status, said = opened(signed[: len(signed) // 2], tmp_path, program)
    assert status or any(word in said for word in WARNED)


def test_what_is_opened_is_what_the_validator_passes(files):
    assert {name: failures(pdf) for name, pdf in files.items()} == {name: set() for name in files}


def opened(pdf, folder, program):
    """Exit status, and all that the program says of the file, in small letters."""
    needed(program)
    file = folder / "berkas.pdf"
    file.write_bytes(pdf)
    made = [part.format(file=file, folder=folder) for part in PROGRAMS[program]]
    ran = subprocess.run(made, capture_output=True, text=True, errors="replace", check=False, timeout=120)
    said = (ran.stdout + ran.stderr).lower()
    for remark in OF_THE_PROGRAM:
        said = said.replace(remark, "")
    return ran.returncode, said
