"""The pack of an office: what it consists of, and its bytes as they are made, one file after the other."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from followups.earlier.history import periods_of
from offices.models import Office
from offices.stored import Unsound, parts_of
from offices.zones import today_of
from oversight.levels.gather import record_of
from oversight.levels.reading import Told
from oversight.levels.standing import standings_of
from oversight.pack.answers import Answer, IssuedIndex, answers_of
from oversight.pack.chosen import names_for
from oversight.pack.contents import FolderContents, Known, Packed, contents_of
from oversight.pack.gather import known_of
from oversight.pack.lists import BOTH, EvidenceList, Kind
from oversight.pack.pack import Pack
from oversight.pack.pages import page_files
from oversight.pack.pieces import KeptFile
from oversight.pack.proofs import PrintedProofs
from oversight.pack.streaming import Entry, zip_stream
from reports.printing.pdf import FileNotOursError

log = logging.getLogger(__name__)
_PART = 2**18
NOT_THERE = "{what}: berkasnya {fault}, sehingga tidak ikut dalam paket. Hubungi pengelola server."
UNPRINTED = "{what}: gambarnya tidak dapat dibaca, sehingga tidak ikut dalam paket. Unggah ulang gambarnya."


def pack_of(office: Office, wanted: EvidenceList, year: int) -> Pack:
    day = min(today_of(office), date(year, 12, 31))
    known = known_of(office, year)
    folders = contents_of(known, wanted, names_for(office, wanted))
    answers = _answers(office, known, day) if wanted.has_form else ()
    return Pack(office, wanted, year, day, folders, answers)


def _answers(office: Office, known: Known, day: date) -> tuple[Answer, ...]:
    record = record_of(office, day)
    return answers_of(record, standings_of(record, day), tuple(_issued(office, known, day)), known.year)


def _issued(office: Office, known: Known, day: date) -> Iterator[IssuedIndex]:
    """Of surveys whose report is signed or kept here, is dated elsewhere, or was recorded by hand."""
    with_report = {piece.period for piece in known.pieces if piece.kind in (Kind.SURVEY_REPORT, Kind.FOLLOW_UP)}
    for past in periods_of(office):
        period, index, survey = past.point.period, past.point.index, past.survey
        if index is None or known.year - period.year not in BOTH:
            continue
        dated = survey.report_date if survey else None
        if past.recorded or period in with_report or (dated and dated <= day):
            yield IssuedIndex(period, index)


def zipped(pack: Pack) -> Iterator[bytes]:
    """The zip, made while it is asked for: no more of it is in memory than a part of one file."""
    with TemporaryDirectory(prefix="paket-") as folder:
        yield from zip_stream(_entries(pack, PrintedProofs(pack.office.name, Path(folder))))


def _entries(pack: Pack, proofs: PrintedProofs) -> Iterator[Entry]:
    """The pages that tell what is in it come last, when it is known of each file whether it is sound."""
    left_out: dict[str, str] = {}
    for file in pack.files:
        try:
            yield _entry(pack, file, proofs)
        except Unsound as unsound:
            left_out[file.path] = NOT_THERE.format(what=file.piece.what, fault=unsound.fault)
        except FileNotOursError:
            log.exception("%s cannot be printed", file.path)
            left_out[file.path] = UNPRINTED.format(what=file.piece.what)
    sound = replace(pack, folders=tuple(_without(folder, left_out) for folder in pack.folders))
    for name, content in page_files(sound):
        yield Entry(f"{pack.root}/{name}", pack.day, len(content), (content,))


def _entry(pack: Pack, file: Packed, proofs: PrintedProofs) -> Entry:
    """Raises Unsound before any of the file is in the zip."""
    path, piece = f"{pack.root}/{file.path}", file.piece
    if piece.file:
        _read_through(piece.file)
    if piece.file is None or piece.is_printed:
        printed = proofs.path_of(piece)
        return Entry(path, piece.day, printed.stat().st_size, _parts_of_page(printed))
    return Entry(path, piece.day, piece.file.size, parts_of(piece.file.name, piece.file.sha256))


def _read_through(file: KeptFile) -> None:
    """A file that is not what it was is found before it is begun; it is read twice, and never held whole."""
    for _part in parts_of(file.name, file.sha256):
        pass


def _parts_of_page(path: Path) -> Iterator[bytes]:
    with path.open("rb") as page:
        while part := page.read(_PART):
            yield part


def _without(folder: FolderContents, left_out: Mapping[str, str]) -> FolderContents:
    files = tuple(file for file in folder.files if file.path not in left_out)
    told = tuple(Told(left_out[file.path]) for file in folder.files if file.path in left_out)
    return replace(folder, files=files, lacking=(*folder.lacking, *told))
