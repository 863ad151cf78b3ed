"""What is said of a version that another service signed, from what was kept of its signature; words only."""

from collections.abc import Mapping
from typing import Any

OUTSIDE = "Ditandatangani secara elektronik di luar portal."
REWRITTEN = (
    "Layanan tanda tangan menulis ulang berkas ini; halamannya terbukti sama dengan berkas yang disiapkan portal."
)
CONFORMS = "Berkas ini tetap memenuhi PDF/A-3a (arsip) dan PDF/UA-1 (aksesibel)."
CONFORMS_NO_MORE = (
    "Sesudah ditandatangani berkas ini tidak lagi memenuhi PDF/A-3a (arsip) dan PDF/UA-1 (aksesibel); isinya tetap."
)
BLANK = "Di ujung berkas ada baris kosong atau spasi yang timbul saat berkas dikirim; tidak berpengaruh."
MOST_NAMED = 5  # pages


def sentences_of(signer: Mapping[str, Any] | None) -> tuple[str, ...]:
    """How a version came back from another service; empty for one that was signed in the portal or by hand."""
    if not signer or "rewritten" not in signer:
        return ()
    pages = signer.get("stamped", ())
    where = f"halaman {', '.join(map(str, pages))}" if len(pages) <= MOST_NAMED else f"{len(pages)} halaman"
    stamped = f"Layanan itu membubuhkan tampilannya pada {where}, di tempat yang disediakan."
    said = {
        OUTSIDE: True,
        REWRITTEN: signer["rewritten"],
        stamped: bool(signer.get("stamped")),
        CONFORMS: signer["conforms"],
        CONFORMS_NO_MORE: not signer["conforms"],
        BLANK: signer.get("blank_added", False),
    }
    return tuple(sentence for sentence, holds in said.items() if holds)
