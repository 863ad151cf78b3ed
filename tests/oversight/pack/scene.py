"""An office with evidence of two years, beside what must never leave with it: drafts, old versions, another office."""

from hashlib import sha256
from types import SimpleNamespace

from followups.models import FollowUp, Paper, Publication, RecordedPeriod
from offices.stored import keep_exactly
from reports.models import ReportKind, SigningWay, State
from surveys.models import Instrument
from tests.conftest import jpeg, make_office, make_people, make_province, make_survey
from tests.followups.papers.papers import pdf
from tests.reports.issued import make_report

PLACE = "Papan <b>pengumuman</b> & loket"
ADDRESS = "https://kab-ngawi.kpu.go.id/skm?periode=1&lihat=<semua>"
PRINTED_PROOF = pdf(2, size=(300, 400))
MINUTES = pdf(1, size=(310, 410))
RECORDED = pdf(1, size=(320, 420))
SIGNED = {
    "survey": pdf(1, size=(330, 430)),
    "follow_up": pdf(2, size=(340, 440)),
    "addendum": pdf(1, size=(350, 450)),
    "scan": pdf(3, size=(360, 460)),
}
OLD = pdf(1, size=(370, 470))
WITHDRAWN = pdf(1, size=(380, 480))
DRAFT = pdf(1, size=(390, 490))
OTHERS = pdf(1, size=(400, 500))
NEVER = (OLD, WITHDRAWN, DRAFT, OTHERS)
_CODES = iter(f"{letter * 4}-AAAA-AAAA-AAAA-AAAA" for letter in "BCDEFGHJKMNPQRSTUVWXYZ" * 40)


def signed(survey, user, content, state=State.SIGNED, **more):
    followup = FollowUp.objects.get(survey=survey)
    return make_report(followup, user, state, code=next(_CODES), content=content, **more)


def make_paper(survey, kind, content, ending="pdf", **more):
    digest = sha256(content).hexdigest()
    printed = {"width": 240, "height": 180} if kind in ("questionnaire", "survey_photo") else {}
    return Paper.objects.create(
        followup=FollowUp.objects.get(survey=survey),
        kind=kind,
        file=keep_exactly(f"papers/{survey.office.code}/{digest[:2]}/{digest}.{ending}", content),
        sha256=digest,
        size=len(content),
        pages=0 if ending == "jpg" else 1,
        **printed,
        **more,
    )


def make_publication(survey, medium, content=b"", ending="jpg", **more):
    values = {"what": "results", "place": PLACE, "published_on": "2025-07-20", "noted_on": "2025-07-20"}
    row = Publication(followup=FollowUp.objects.get(survey=survey), medium=medium, **(values | more))
    if content:
        row.sha256 = sha256(content).hexdigest()
        row.pages = 0 if ending == "jpg" else 2
        row.proof.name = keep_exactly(f"publications/{survey.office.code}/{row.sha256}.{ending}", content)
    row.save()
    return row


def make_recorded(office, content=RECORDED, year=2024):
    digest = sha256(content).hexdigest()
    return RecordedPeriod.objects.create(
        office=office,
        instrument=Instrument.objects.get(key="permenpanrb-14-2017"),
        year=year,
        kind=6,
        number=1,
        index="81.25",
        plans_done=3,
        plans_total=4,
        report=keep_exactly(f"earlier/{office.code}/{digest}.pdf", content),
        sha256=digest,
        size=len(content),
    )


def make_evidence():
    """Ngawi: 2024-S1 recorded, 2024-S2 signed by hand, 2025-S1 complete, 2025-S2 a draft; Magetan beside it."""
    province = make_province()
    ngawi = make_office("3521", "Ngawi", province)
    magetan = make_office("3520", "Magetan", province)
    people = make_people(ngawi, magetan, province)
    user = people.secretary
    first, second, before = (make_survey(ngawi, period) for period in ("2025-S1", "2025-S2", "2024-S2"))
    signed(first, user, SIGNED["survey"], kind=ReportKind.SURVEY)
    signed(first, user, OLD, State.SUPERSEDED)
    signed(first, user, SIGNED["follow_up"], version=2)
    signed(first, user, SIGNED["addendum"], kind=ReportKind.ADDENDUM)
    signed(second, user, DRAFT, State.PREPARED)
    signed(second, user, WITHDRAWN, State.WITHDRAWN, kind=ReportKind.SURVEY)
    signed(before, user, SIGNED["scan"], way=SigningWay.BY_HAND)
    make_recorded(ngawi)
    make_paper(first, "minutes", MINUTES, number="12/2025", dated_on="2025-07-03")
    make_paper(first, "survey_photo", jpeg("olive"), "jpg", caption="Responden di loket")
    make_publication(first, "printed", PRINTED_PROOF, "pdf")
    make_publication(first, "social", jpeg("navy"), place="Instagram @kpu.ngawi")
    make_publication(first, "website", address=ADDRESS)
    make_publication(first, "billboard", place="Videotron")
    others = make_survey(magetan)
    signed(others, people.stranger, OTHERS)
    make_paper(others, "minutes", pdf(1, size=(410, 510)))
    return SimpleNamespace(
        ngawi=ngawi,
        magetan=magetan,
        province=province,
        people=people,
        first=first,
        before=before,
        others=others,
    )
