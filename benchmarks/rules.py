"""All consistency rules on a large cycle, as a ratio to building its document from rows of a database.

Measured where it costs most: 60 plans, 200 photos, an own text for every section, and none of them read before.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from time import process_time
from typing import Any

MUST = 1.0
ROUNDS = 7


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        _prepare(Path(folder))
        build, judge = _measured()
    ratio = judge / build
    print(f"document {build * 1000:.0f} ms, rules {judge * 1000:.0f} ms, ratio {ratio:.2f} (must be below {MUST})")
    return 1 if ratio >= MUST else 0


def _prepare(folder: Path) -> None:
    settings = {"DEBUG": "1", "DATABASE_URL": f"sqlite:///{folder}/bench.sqlite3", "MEDIA_ROOT": str(folder / "media")}
    os.environ.update(settings, DJANGO_SETTINGS_MODULE="skm_portal.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def _measured() -> tuple[float, float]:
    """The best of several rounds: seconds of a processor for the document, and for all rules on it."""
    from reports.cycle.load import load_cycle
    from reports.document.gather import document_of, source_of
    from reports.rules.case import case_of
    from reports.rules.registry import findings_of
    from reports.rules.words import sentences, words

    def judge(number: int) -> None:
        words.cache_clear()
        sentences.cache_clear()
        findings_of(cases[number])

    survey = load_cycle(_large(), lambda _name: None, placeholders=True)
    cases = [case_of(source_of(survey)) for _ in range(ROUNDS)]
    return _best(lambda _n: document_of(survey)), _best(judge)


def _large() -> Any:
    from reports.cycle.model import NARRATIVE_KEYS

    text = (
        "Pada SKM Semester I Tahun 2025, IKM sebesar {{ ikm }} dengan mutu {{ mutu_lengkap }}. Unsur Waktu "
        "Penyelesaian memperoleh nilai 3,25 dan ditetapkan sebagai prioritas. Sebanyak {{ jumlah_rtl_selesai }} RTL "
        "sudah dilaksanakan mulai Oktober guna meningkatkan pelayanan. Rencana disajikan dalam Tabel 2.2."
    )
    cycle = import_module("tests.make_cycle").make_large_cycle(9, 60, 200)
    return replace(cycle, narrative=dict.fromkeys(NARRATIVE_KEYS, f"{text}\n\n{text}"))


def _best(work: Callable[[int], object]) -> float:
    times = []
    for number in range(ROUNDS):
        start = process_time()
        work(number)
        times.append(process_time() - start)
    return min(times)


if __name__ == "__main__":
    sys.exit(main())
