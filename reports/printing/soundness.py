"""Whether the pictures of a report are what they were: asked before it is printed, so that none is printed cut."""

from offices.declining import Declined
from offices.stored import digest_in, fault_of
from reports.kinds.documents import Document
from reports.printing.links import office_pictures

_NAMES = {
    "logo": "Logo",
    "values_mark": "Tanda BerAKHLAK",
    "branding_mark": "Tanda #banggamelayanibangsa",
    "cover_front": "Gambar sampul depan",
    "cover_back": "Gambar sampul belakang",
}
_MEND_PHOTO = "Unggah foto yang sama sekali lagi di kelompok itu untuk memulihkannya, atau hapus fotonya."
_MEND_OFFICE = "Unggah kembali gambarnya pada halaman Satuan kerja."
_MOST_NAMED = 10


def refuse_unsound(document: Document) -> None:
    """Raise Declined where a picture is gone or changed; it names each figure with what it proves. Reads them all."""
    photos = [
        f"Gambar {figure.number} ({group.heading}: {group.subject}) {fault}."
        for group in document.annex.groups
        for figure in group.figures
        if (fault := fault_of(figure.picture.path, figure.picture.sha256))
    ]
    others = [
        f"{_NAMES[name]} {fault}."
        for name, path in office_pictures(document).items()
        if (fault := fault_of(path, digest_in(path)))
    ]
    if not photos and not others:
        return
    more = [f"Demikian pula {len(photos) - _MOST_NAMED} gambar lain."] if len(photos) > _MOST_NAMED else []
    said = [
        *photos[:_MOST_NAMED],
        *more,
        *([_MEND_PHOTO] if photos else []),
        *others,
        *([_MEND_OFFICE] if others else []),
    ]
    raise Declined(" ".join(said))
