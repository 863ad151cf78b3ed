"""What machines are told of a public page: JSON-LD of schema.org, and the badge that other sites show. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from publishing.open.period import OpenPeriod
from reports.words.language import decimal_text

_ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
DESCRIPTION = (
    "Indeks Kepuasan Masyarakat, nilai per unsur, responden, dan tindak lanjut dari laporan yang ditandatangani."
)


def json_ld(name: str, address: str, files: Mapping[str, str], periods: Sequence[OpenPeriod]) -> str:
    """A Dataset, as text that can stand in a page whatever the office is called. ``files``: address to media type."""
    told = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"Survei Kepuasan Masyarakat {name}",
        "description": DESCRIPTION,
        "url": address,
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "creator": {"@type": "GovernmentOrganization", "name": name},
        "temporalCoverage": f"{periods[-1].period.first_day}/{periods[0].period.last_day}" if periods else None,
        "dateModified": max(each.behind.dated for each in periods).isoformat() if periods else None,
        "variableMeasured": ["Indeks Kepuasan Masyarakat (25–100)", "Nilai rata-rata unsur (1–4)"],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": url} for url, kind in files.items()
        ],
    }
    return json.dumps({key: value for key, value in told.items() if value}, ensure_ascii=False).translate(_ESCAPES)


@dataclass(frozen=True, slots=True)
class Badge:
    """Two fields side by side, in units of the drawing: ``x`` is where the second begins."""

    label: str
    value: str
    x: int
    width: int
    words: str

    @property
    def rest(self) -> int:
        """The width of the second field."""
        return self.width - self.x

    @property
    def value_x(self) -> int:
        return self.x + 10


def badge_of(name: str, latest: OpenPeriod | None) -> Badge:
    """``IKM Semester I Tahun 2025`` and ``87,36 · B``; of an office that signed nothing yet that there is none."""
    label = f"IKM {latest.period.label}" if latest else "IKM"
    value = f"{decimal_text(latest.index)} · {latest.grade.letter}" if latest else "belum ada"
    x = 20 + 7 * len(label)
    return Badge(label, value, x, x + 20 + 8 * len(value), f"{name}: {label} {value}")
