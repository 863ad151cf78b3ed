"""How the kind of a report stands in an address: nothing for the follow-up report, a folder for any other."""

from reports.models import ReportKind

FOLDERS = {ReportKind.FOLLOW_UP: "", ReportKind.ADDENDUM: "penyelesaian/"}
_KINDS = {folder: kind for kind, folder in FOLDERS.items()}


class KindConverter:
    """``penyelesaian/`` in a path."""

    regex = "(?:penyelesaian/)?"

    def to_python(self, value: str) -> ReportKind:
        return _KINDS[value]

    def to_url(self, value: str) -> str:
        """``value``: a kind, or as a row names it."""
        return FOLDERS[ReportKind(value)]
