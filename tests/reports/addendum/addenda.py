"""A frozen Laporan Penyelesaian RTL of each schema number, in tests/data.

``python -m tests.reports.addendum.addenda`` freezes one for the present number.
"""

import json
from datetime import date

from followups.months import Month
from followups.progress import Progress
from offices.appearance.values import Appearance
from reports.addendum.build import build
from reports.addendum.model import SCHEMA, AddendumDocument, AddendumSource, Completes, Fate, Owed
from reports.cycle.model import Evidence, Photo, StoredPicture
from reports.document.build import face_of
from reports.document.frozen import freeze
from surveys.periods import Period
from tests.make_cycle import make_source
from tests.reports.cycle.files import DATA
from tests.reports.document.documents import shape
from tests.reports.document.test_build import SIGNED
from tests.reports.shapes import mixed


def addendum_file(number):
    return DATA / f"addendum-{number}.json"


def frozen(number):
    """The document of this schema number as its release froze it."""
    return json.loads(addendum_file(number).read_text())


def addendum() -> AddendumDocument:
    """Of three RTL one is done since, one was given up, and one is taken up by nobody."""
    of_report = make_source(mixed(), signing=SIGNED)
    office = of_report.cycle.office
    done = _fate(
        status="done",
        approved=True,
        description="Loket ditata.",
        months=(Month(2026, 3),),
        completed_on=date(2026, 3, 12),
        evidence=Evidence("Di ruang pelayanan.", (Photo("1/loket.jpg", "Loket", date(2026, 3, 12)),)),
    )
    source = AddendumSource(
        office=office,
        signatory=of_report.cycle.signatory,
        completes=Completes(1, "12/LTL/2026", date(2026, 1, 9), SIGNED.code, SIGNED.url),
        then=Progress(4, 1),
        impossible=0,
        owed=tuple(_owed(number) for number in (1, 2, 3)),
        fates=(done, _fate(status="impossible", reason="Gedung dijual."), None),
        pictures={"1/loket.jpg": StoredPicture("1/loket.jpg", "a" * 64, 800, 600, 90_000, False)},
    )
    return build(source, face_of(office, Appearance(), {}), Period.parse("2025-S1"), date(2026, 3, 30), SIGNED)


def _owed(number):
    return Owed(number, f"{number} a", f"Program {number}", ("Dianggarkan.",), "Maret 2026", ("Subbag kul",))


def _fate(**told):
    unknown = {"approved": False, "description": "", "months": (), "completed_on": None, "reason": ""}
    promised = {"strategy": ("Dianggarkan.",), "target": "Maret 2026", "responsible": ("Subbag kul",)}
    return Fate(**{"period": "2025-S2", "evidence": Evidence(None, ()), **unknown, **promised, **told})


def main() -> None:
    target = addendum_file(SCHEMA)
    if target.exists():
        raise SystemExit(f"{target} is there already; what a release has frozen never changes")
    target.write_text(json.dumps(freeze(addendum()), ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"{target}\n{SCHEMA}: {shape(AddendumDocument)}")


if __name__ == "__main__":
    main()
