"""Where the pictures of a report are fetched from: the portal, the renderer's own list, or a folder beside a file."""

from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse

from offices.profile.saving import PICTURES
from reports.addendum.model import AddendumDocument
from reports.document.shapes import Picture
from reports.kinds.documents import Document
from reports.survey_report.model import SurveyReportDocument

OFFICE_PICTURES = {column: which for which, column in PICTURES.items()}
"""The column of a picture to its name in addresses."""


class Links(Protocol):
    """Addresses of what a report shows; ``base`` stands before the address of a stylesheet."""

    @property
    def base(self) -> str: ...

    def photo(self, picture: Picture) -> str: ...

    def office_picture(self, name: str) -> str: ...


@dataclass(frozen=True, slots=True)
class PortalLinks:
    """The portal's own addresses, which the browser opens; ``publications``: paths of what proves publications."""

    office: str
    period: str
    base: str = ""
    publications: frozenset[str] = frozenset()

    def photo(self, picture: Picture) -> str:
        name = "publication_picture" if picture.path in self.publications else "photo"
        return reverse(name, args=(self.office, self.period, picture.sha256))

    def office_picture(self, name: str) -> str:
        return reverse("office_picture", args=(self.office, OFFICE_PICTURES[name]))


@dataclass(frozen=True, slots=True)
class PortalLinksOfCycles:
    """The same where photos come from several cycles; ``periods``: of which each is, by its digest."""

    office: str
    periods: dict[str, str]
    base: str = ""

    def photo(self, picture: Picture) -> str:
        return reverse("photo", args=(self.office, self.periods[picture.sha256], picture.sha256))

    def office_picture(self, name: str) -> str:
        return reverse("office_picture", args=(self.office, OFFICE_PICTURES[name]))


@dataclass(frozen=True, slots=True)
class PortalLinksOfSurvey:
    """The same where pictures are ``papers`` of a period, by their digests, or photos of another one."""

    office: str
    period: str
    photos_of: str
    papers: frozenset[str]
    base: str = ""

    def photo(self, picture: Picture) -> str:
        if picture.sha256 in self.papers:
            return reverse("paper_picture", args=(self.office, self.period, picture.sha256))
        return reverse("photo", args=(self.office, self.photos_of, picture.sha256))

    def office_picture(self, name: str) -> str:
        return reverse("office_picture", args=(self.office, OFFICE_PICTURES[name]))


def portal_links(document: Document) -> Links:
    """Where the portal has the pictures of a document that stands as it is now."""
    if isinstance(document, AddendumDocument):
        return PortalLinksOfCycles(document.office.code, document.source.photo_periods)
    if isinstance(document, SurveyReportDocument):
        told = document.source
        return PortalLinksOfSurvey(document.office.code, document.period, told.photos_of, frozenset(told.papers))
    return PortalLinks(document.office.code, document.period, publications=frozenset(document.publication_proofs))


@dataclass(frozen=True, slots=True)
class PrintLinks:
    """Names for the renderer alone, which finds them in its list: they need none of the portal's pages."""

    base: str = ""

    def photo(self, picture: Picture) -> str:
        return f"/gambar/{picture.sha256}.jpg"

    def office_picture(self, name: str) -> str:
        return f"/gambar/{OFFICE_PICTURES[name]}"


@dataclass(frozen=True, slots=True)
class FolderLinks:
    """Addresses relative to a HTML file, in a folder beside it."""

    folder: str
    base: str

    def photo(self, picture: Picture) -> str:
        return f"{self.folder}/{picture.sha256}.jpg"

    def office_picture(self, name: str) -> str:
        return f"{self.folder}/{OFFICE_PICTURES[name]}"


def office_pictures(document: Document) -> dict[str, str]:
    """The storage paths of the office's pictures by their name; only those that there are."""
    paths = {name: getattr(document.office, name) for name in OFFICE_PICTURES}
    return {name: path for name, path in paths.items() if path}


def stored_files(document: Document, links: Links) -> dict[str, str]:
    """Every address that a report's pictures have, with the path of its file in the storage."""
    photos = {links.photo(figure.picture): figure.picture.path for figure in document.annex.figures}
    return photos | {links.office_picture(name): path for name, path in office_pictures(document).items()}
