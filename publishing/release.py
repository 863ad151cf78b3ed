"""By what pages and sheets are made: a mark that differs between two releases which may draw them otherwise."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static

from offices.templatetags.components import sheet_of
from reports.document.model import SCHEMA

_HOME = Path(settings.BASE_DIR)
_PAGE = "publishing/open/page.html"
_MADE_BY = {
    "publishing": "*.py",
    "templates/publishing": "*.html",
    "templates/publishing/open": "*.svg",
    "static/css": "sheet*.css",
}


@cache
def release() -> str:
    """What one had from another release is asked for anew: its style sheet may be gone."""
    paths = [path for folder, pattern in _MADE_BY.items() for path in sorted((_HOME / folder).rglob(pattern))]
    texts = [path.read_bytes() for path in paths]
    return sha256(b"".join([*texts, static(sheet_of(_PAGE)).encode(), str(SCHEMA).encode()])).hexdigest()
