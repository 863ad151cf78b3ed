"""What may differ between a prepared file and the one that came back; the words for it are those of issuing."""

from enum import StrEnum


class Kind(StrEnum):
    UNREADABLE = "unreadable"
    IRREGULAR = "irregular"
    LOCKED = "locked"
    PAGE_COUNT = "page_count"
    SIZE = "size"
    CONTENT = "content"
    RESOURCE = "resource"
    PICTURE = "picture"
    TEXT = "text"
    OBJECT = "object"
    COVERED = "covered"
    ANNOTATION = "annotation"
    APPEARANCE = "appearance"
    ACTION = "action"
    CATALOGUE = "catalogue"
    FORM = "form"
    TITLE = "title"
    TOO_LONG = "too_long"


class DiffersError(Exception):
    """The first difference that was met; ``page`` counts from 1, 0 for the file as a whole."""

    def __init__(self, kind: Kind, page: int = 0, detail: str = "") -> None:
        super().__init__(kind, page, detail)
        self.kind, self.page, self.detail = kind, page, detail
