"""How three programs show the pages of a file: as pictures, or not at all."""

import hashlib
import subprocess
import tempfile
from pathlib import Path

import pypdfium2

DPI = 40
SECONDS = 20


def by_pdfium(pdf):
    try:
        with pypdfium2.PdfDocument(pdf) as file:
            file.init_forms()
            return [hashlib.sha256(bytes(page.render(scale=DPI / 72).buffer)).hexdigest() for page in file]
    except pypdfium2.PdfiumError:
        return None


def by_poppler(pdf):
    return _drawn(pdf, ["pdftoppm", "-r", str(DPI), "{file}", "{folder}/p"])


def by_mupdf(pdf):
    return _drawn(pdf, ["mutool", "draw", "-q", "-r", str(DPI), "-o", "{folder}/p%03d.ppm", "{file}"])


def _drawn(pdf, command):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "berkas.pdf")
        file.write_bytes(pdf)
        made = [part.format(file=file, folder=folder) for part in command]
        try:
            subprocess.run(made, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return None
        return [hashlib.sha256(page.read_bytes()).hexdigest() for page in sorted(Path(folder).glob("*.ppm"))] or None


PROGRAMS = {"PDFium": by_pdfium, "Poppler": by_poppler, "MuPDF": by_mupdf}


def shown(pdf):
    """``{program: pages, or None where it shows nothing}``."""
    return {name: draw(pdf) for name, draw in PROGRAMS.items()}
