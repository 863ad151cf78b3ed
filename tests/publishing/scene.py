"""A province as strangers meet it: one office that shows itself, with much that it does not show; the others beside it.

What must not get out is written so that it is found wherever it stands: ``SECRETS``.
"""

from datetime import date
from types import SimpleNamespace

from followups.models import EvidencePhoto, FollowUp, Priority
from publishing.models import PublicFace, ReleasedPhoto
from reports.cycle.model import Photo, PriorityData, Realisation, StoredPicture
from reports.document.build import build
from reports.models import State
from surveys.models import Survey
from tests.conftest import make_office, make_people, make_photo, make_province, make_survey
from tests.make_cycle import make_cycle, make_followup, make_plan, make_source
from tests.make_cycle import make_survey as make_survey_data
from tests.publishing.results import CLOSED, PROFILE, service
from tests.reports.issued import make_report, make_signing

DRAFT = "Rencana yang masih draf"
WITHDRAWN = "Rencana dari laporan yang ditarik"
REPLACED = "Rencana dari versi yang diganti"
OF_CLOSED = "Rencana satuan kerja yang tertutup"
OBSTACLE = "Kendala yang ditulis untuk pimpinan"
DESCRIPTION = "Uraian realisasi untuk pimpinan"
SIGNATORY = "Sri Contoh"
NIP = "198305032009021002"
SECRETS = (DRAFT, WITHDRAWN, REPLACED, OF_CLOSED, OBSTACLE, DESCRIPTION, SIGNATORY, NIP)

FEW = {"age": {"17-25": 3, "26-34": 57, "35-44": 50}, "disability": {"no": 100, "physical": 4, "mental": 6}}
SERVICES = (service("Legalisir", 4), service("Perizinan", 50), service("Lain", 56))
CODES = {
    "open": "AAAA-AAAA-AAAA-AAAA-AAAA",
    "withdrawn": "BBBB-BBBB-BBBB-BBBB-BBBB",
    "replaced": "CCCC-CCCC-CCCC-CCCC-CCCC",
    "prepared": "DDDD-DDDD-DDDD-DDDD-DDDD",
    "closed": "EEEE-EEEE-EEEE-EEEE-EEEE",
}


def told(programme, photos=(), period="2025-S1", code=CODES["open"], **survey):
    """A signed document of one done plan that these photos (rows) prove; a second one is open."""
    named = {f"photos/{photo.name}": photo for photo in photos}
    proof = tuple(Photo(name, f"Keterangan {photo.name}", None) for name, photo in named.items())
    done = Realisation("done", DESCRIPTION, OBSTACLE, (), date(2025, 10, 20))
    plan = make_plan(programme, photos=proof, realisation=done)
    waiting = PriorityData("waktu", "Antrean panjang.", (plan, make_plan("Aplikasi antrean", "in_progress")))
    stored = {name: stored_picture(photo) for name, photo in named.items()}
    known = CLOSED | {"profile": PROFILE | FEW, "services": SERVICES, "period": period} | survey
    cycle = make_cycle(survey=make_survey_data(**known), followup=make_followup((waiting,), ()))
    return build(make_source(cycle, signing=make_signing(code), pictures=stored))


def stored_picture(photo):
    return StoredPicture(photo.file.name, photo.sha256, photo.width, photo.height, photo.size, is_placeholder=False)


def report_of(survey, user, which, document, state=State.SIGNED, **more):
    followup = FollowUp.objects.get(survey=survey)
    return make_report(followup, user, state, code=CODES[which], document=document, **more)


def make_published():
    """Ngawi is open, Magetan closed although it signed, Madiun open although it signed nothing."""
    province = make_province()
    ngawi = make_office("3521", "Ngawi", province)
    magetan = make_office("3520", "Magetan", province)
    madiun = make_office("3519", "Madiun", province)
    people = make_people(ngawi, magetan, province)
    survey = make_survey(ngawi)
    followup = FollowUp.objects.get(survey=survey)
    shown = EvidencePhoto.objects.get(followup=followup)
    kept_back = make_photo(followup, "ruang.jpg", "orange")
    elsewhere = make_photo(followup, "lain.jpg", "navy")
    group = shown.uses.get().group
    for position, photo in enumerate((kept_back, elsewhere), start=2):
        group.uses.create(photo=photo, position=position)
    for photo in (shown, elsewhere):
        ReleasedPhoto.objects.create(photo=photo, sha256=photo.sha256)
    report = report_of(survey, people.secretary, "open", told("Menambah loket", (shown, kept_back)))
    _hidden_beside(ngawi, people)
    closed = make_survey(magetan)
    report_of(closed, people.secretary, "closed", told(OF_CLOSED, code=CODES["closed"]))
    PublicFace.objects.create(office=ngawi, opened_by=people.admin)
    PublicFace.objects.create(office=madiun)
    return SimpleNamespace(
        people=people,
        province=province,
        ngawi=ngawi,
        magetan=magetan,
        madiun=madiun,
        survey=survey,
        report=report,
        shown=shown,
        kept_back=kept_back,
        elsewhere=elsewhere,
    )


def _hidden_beside(office, people):
    """Three cycles of the same office of which nothing may be told: withdrawn, replaced, only prepared."""
    versions = {
        "withdrawn": ("2024-S2", WITHDRAWN, State.WITHDRAWN),
        "replaced": ("2024-S1", REPLACED, State.SUPERSEDED),
        "prepared": ("2025-S2", DRAFT, State.PREPARED),
    }
    for which, (period, programme, state) in versions.items():
        survey = make_survey(office, period)
        report_of(survey, people.secretary, which, told(programme, period=period, code=CODES[which]), state)
        Priority.objects.filter(followup__survey=survey).update(rationale=f"{programme}, alasan")
    Survey.objects.filter(office=office, year=2025).update(respondents=977)
