"""A survey of each kind of period on its way through the portal: begun, scored, planned, reported, prepared."""

import re

import pytest

from followups.models import ActionPlan, FollowUp
from reports.document.frozen import thaw
from reports.models import Report, State
from surveys.models import Lock, Survey
from tests.journeys.scene import fields_on
from tests.mass import sampled
from tests.reports.issuing.issuing import made, make_ready

pytestmark = pytest.mark.django_db

NEW = "/satuan-kerja/3521/siklus-baru/"
NINE = "\n".join(["3,40", "3,30", "3,10", "3,80", "3,50", "3,60", "3,70", "3,20", "3,45"])
KINDS = [
    ("B03", "2025-B03", "Bulan Maret 2025", "Bulan April 2025", "2025-04", "April 2025"),
    ("T2", "2025-T2", "Triwulan II Tahun 2025", "Triwulan III Tahun 2025", "2025-08", "Juli–September 2025"),
    ("S1", "2025-S1", "Semester I Tahun 2025", "Semester II Tahun 2025", "2025-08", "Juli–November 2025"),
    ("tahun", "2024", "Tahun 2024", "Tahun 2025", "2025-08", "Januari–November 2025"),
]


def flat(response):
    return " ".join(re.sub(r"<[^>]+>|\u2060|\u00ad", " ", response.content.decode()).replace("\u00a0", " ").split())


@pytest.mark.usefixtures("own_media")
@pytest.mark.parametrize("kind", sampled([pytest.param(kind, id=kind[1]) for kind in KINDS], every=2))
def test_a_cycle_of_each_kind_goes_the_whole_way(as_user, people, kind):
    part, code, label, following, month, window = kind
    admin = as_user(people.admin)
    sent = {"year": code[:4], "part": part, "signatory_name": "Sari Utami", "signatory_title": "Sekretaris"}
    assert admin.post(NEW, sent).url == f"/skm/3521/{code}/"
    page = f"/skm/3521/{code}/"
    form = fields_on(admin.get(page).content.decode(), page)
    assert admin.post(page, form | {"pasted": NINE, "respondents": "120", "population": "600"}).status_code == 302
    choose = f"{page}prioritas/"
    admin.post(choose, {"chosen": ["waktu"], "seen": ""})
    priority = FollowUp.objects.get().priorities.get()
    plan = {"priority": priority.pk, "programme": "Membuka loket kedua", "months": [month], "units": ["*"]}
    assert admin.post(f"/rtl/3521/{code}/baru/", plan).status_code == 302
    report = flat(admin.get(f"/laporan/3521/{code}/"))
    assert label in report and window in report
    assert "Semester" not in report or part == "S1"
    texts = flat(admin.get(f"/laporan/3521/{code}/teks/"))
    assert "Teks" in texts
    assert label in flat(admin.get("/skm/")) and label in flat(admin.get("/"))
    survey = Survey.objects.get()
    make_ready(survey, people)
    secretary = as_user(people.secretary)
    signing = f"/laporan/3521/{code}/tanda-tangan/"
    wish = fields_on(secretary.get(signing).content.decode(), f"{signing}siapkan/")
    assert secretary.post(f"{signing}siapkan/", wish | {"way": "by_hand"}).status_code == 302
    prepared = made(Report.objects.get(state=State.PREPARING))
    survey.refresh_from_db()
    assert (prepared.state, survey.lock) == (State.PREPARED, Lock.PREPARED)
    document = thaw(prepared.document)
    assert (document.period, document.period_label) == (code, label)
    assert following == survey.span.next.label
    assert ActionPlan.objects.count() == 1
