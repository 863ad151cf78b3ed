"""What independent programs say about a file, and the least that may be done to one."""

import subprocess

import page as validator

from tests.programs import needed
from tests.reports.signing.forgeries.draft import Draft


def failures(pdf):
    """Rules of PDF/A-3a and PDF/UA-1 that a file breaks."""
    return {
        failure.rule_id
        for profile in ("3a", "ua1")
        for failure in validator.validate_pdf_bytes(pdf, profile=profile).failures
    }


def pdfsig(pdf, tmp_path):
    """What poppler says about the signatures of a file."""
    file = tmp_path / "berkas.pdf"
    file.write_bytes(pdf)
    return subprocess.run([needed("pdfsig"), "-nocert", str(file)], capture_output=True, text=True, check=False).stdout


def flipped(pdf, at, bit=0x01):
    """The file with one bit of one byte turned."""
    return pdf[:at] + bytes([pdf[at] ^ bit]) + pdf[at + 1 :]


def redated(original):
    """A draft that says no more than that the file was changed today."""
    draft = Draft(original)
    draft.edit(original.info, ModDate=b"(D:20260109)")
    return draft
