"""The photos of a cycle file on their way into the portal: read, brought into shape, drawn if absent, stored."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from followups.evidence.photos import NormalisedPhoto, draw_placeholder, normalise, store
from offices.declining import Declined
from reports.cycle.faults import CycleFault, quoted
from reports.cycle.model import PLACEHOLDER_MARK, Cycle, Evidence, Photo, is_placeholder
from reports.cycle.parse_followup import folded

FileReader = Callable[[str], bytes | None]
_ABSENT = "tidak ada; seharusnya ada di dalam zip, kecuali dimuat dengan --placeholder-photos"
_LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class NumberedPhoto:
    """A photo where the cycle first names it; ``subject`` is what it proves."""

    path: str
    photo: Photo
    subject: str


@dataclass(frozen=True, slots=True)
class ReadyPicture:
    """A photo in the portal's shape; ``name`` differs from the file's for a drawn placeholder."""

    name: str
    photo: NormalisedPhoto


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Where a ready picture and its thumbnail lie in the storage."""

    ready: ReadyPicture
    file: str
    thumbnail: str


def figures_of(cycle: Cycle) -> list[NumberedPhoto]:
    """Every photo of the cycle once, in the order of its figures."""
    first: dict[str, NumberedPhoto] = {}
    for figure in _uses(cycle):
        first.setdefault(figure.photo.file, figure)
    return list(first.values())


def read_photos(
    figures: list[NumberedPhoto], file_of: FileReader, *, placeholders: bool
) -> tuple[dict[str, ReadyPicture], list[CycleFault]]:
    """Each photo by its file name, ready to be stored, and why others cannot be.

    ``file_of`` gives the bytes of a file, None if it is absent: a fault, or a drawn placeholder.
    """
    ready: dict[str, ReadyPicture] = {}
    faults: list[CycleFault] = []
    taken = {folded(figure.photo.file) for figure in figures}
    for figure in figures:
        file = figure.photo.file
        try:
            data = file_of(file)
            if data is None and not placeholders:
                faults.append(CycleFault(figure.path, f"berkas {quoted(file)} {_ABSENT}"))
                continue
            picture = _placeholder(figure, taken) if data is None else ReadyPicture(file, normalise(data))
            taken.add(folded(picture.name))
            ready[file] = picture
        except Declined as refused:
            faults.append(CycleFault(figure.path, f"{quoted(file)} ditolak: {refused}"))
    return ready, faults


def store_photos(office_code: str, ready: dict[str, ReadyPicture]) -> dict[str, StoredFile]:
    """Put the pictures into the storage; one that is there already stays as it is."""
    return {file: StoredFile(picture, *store(office_code, picture.photo)) for file, picture in ready.items()}


def _uses(cycle: Cycle) -> Iterator[NumberedPhoto]:
    for p, priority in enumerate(cycle.followup.priorities):
        for n, plan in enumerate(priority.plans):
            yield from _group(f"followup.priorities[{p}].plans[{n}]", plan.evidence, plan.programme)
    for n, upkeep in enumerate(cycle.followup.upkeep):
        subject = upkeep.activity or upkeep.plan or f"pemeliharaan unsur {upkeep.element}"
        yield from _group(f"followup.upkeep[{n}]", upkeep.evidence, subject)


def _group(path: str, evidence: Evidence, subject: str) -> Iterator[NumberedPhoto]:
    for n, photo in enumerate(evidence.photos):
        yield NumberedPhoto(f"{path}.evidence.photos[{n}].file", photo, subject[:_LONGEST_SUBJECT])


def _placeholder(figure: NumberedPhoto, taken: Collection[str]) -> ReadyPicture:
    name = marked_name(figure.photo.file, taken)
    base = figure.photo.file.rpartition("/")[2]
    drawn = draw_placeholder(f"Gambar contoh untuk {base}: {figure.subject}")
    return ReadyPicture(name, normalise(drawn))


def marked_name(file: str, taken: Collection[str]) -> str:
    """The name of a drawn placeholder, ``photos/01.jpg`` → ``photos/CONTOH-01.jpg``; never a taken one.

    ``taken`` are folded names. A file that already bears the mark keeps its name.
    """
    name = file
    while not is_placeholder(name) or (name != file and folded(name) in taken):
        folder, slash, base = name.rpartition("/")
        name = f"{folder}{slash}{PLACEHOLDER_MARK}{base}"
    return name
