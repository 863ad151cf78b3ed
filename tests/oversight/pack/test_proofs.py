"""Pages printed for a pack: what is known and nothing else, each made once."""

from datetime import date

import pytest

from oversight.pack.lists import Kind
from oversight.pack.pieces import KeptFile, Piece
from oversight.pack.proofs import PrintedProofs, proof_page
from reports.printing.pdf import FileNotOursError
from surveys.periods import Period
from tests.oversight.pack.opened import text_of

OFFICE = "Kantor <i>Contoh</i> & Uji"


def piece(place, file=None):
    told = (("Tempat atau nama akun", place),)
    period = Period.parse("2025-S1")
    return Piece(Kind.RESULTS_PUBLISHED, period, "Publikasi", (), date(2025, 7, 20), file, told)


def test_each_page_is_printed_once_and_differs_from_the_others(tmp_path):
    proofs = PrintedProofs(OFFICE, tmp_path)
    first = proofs.path_of(piece("Loket <b>satu</b> 10⁴"))
    second = proofs.path_of(piece("Loket dua"))
    text = text_of(first.read_bytes())
    assert "Loket <b>satu</b> 10^4" in text
    assert "Publikasi Hasil SKM" in text
    assert "Survei Kepuasan Masyarakat Semester I Tahun 2025" in text
    assert OFFICE in text
    assert "Loket dua" in text_of(second.read_bytes())
    second.write_bytes(b"sudah dicetak")
    assert proofs.path_of(piece("Loket dua")).read_bytes() == b"sudah dicetak"
    assert len([*tmp_path.iterdir()]) == 2


def test_a_picture_that_is_gone_is_refused(db):
    with pytest.raises(FileNotOursError):
        proof_page(piece("Loket", KeptFile("publications/tidak-ada.jpg", "", 0)), OFFICE)
