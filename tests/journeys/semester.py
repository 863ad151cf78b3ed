"""One cycle in the hands of three people, in any order: what they have open, what they send, what must then hold.

Every step goes through the front door. ``Semester`` knows the rows before and after each of them; it does not know how
the portal decides.
"""

import io
import re
from dataclasses import dataclass, field
from hashlib import sha256

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule
from PIL import Image

from followups.models import ActionPlan, Completion, EvidencePhoto, EvidenceUse, Review, Status, Upkeep
from offices.models import AuditEvent
from reports.models import FINAL, Narrative, Report, State
from surveys.models import ElementScore, Lock, Survey
from tests.conftest import just_confirmed
from tests.journeys.scene import fields_on
from tests.reports.issuing.issuing import PASSPHRASE, give_key, made, make_ready

CYCLE = "3521/2025-S1"
TEXT, SIGNING = f"/laporan/{CYCLE}/teks/4.penutup/", f"/laporan/{CYCLE}/tanda-tangan/"
WORDS = st.sampled_from(
    ["Loket dibuka.", "Petugas ditambah.", "Papan alur dipasang.", "Jadwal diumumkan.", "Antrean ditata."]
)
FORMS = [
    *(("admin", kind) for kind in ("realisation", "plan", "upkeep", "text", "survey", "photo")),
    *(("staff", kind) for kind in ("realisation", "photo")),
    ("secretary", "text"),
]
NAMES = st.sampled_from(["admin", "staff", "secretary"])
TYPED = {
    "programme": (ActionPlan, "programme"),
    "indicator": (ActionPlan, "indicator"),
    "target": (ActionPlan, "target"),
    "description": (ActionPlan, "description"),
    "obstacle": (ActionPlan, "obstacle"),
    "plan": (Upkeep, "plan"),
    "activity": (Upkeep, "activity"),
    "text": (Narrative, "text"),
    "signatory_title": (Survey, "signatory_title"),
    "caption": (EvidencePhoto, "caption"),
}
"""The name of a field on the page to where its words lie."""
KEYS = {Narrative: "section", ElementScore: "element_id"}
TOLD_ELSEWHERE = {"id", "revision", "uploaded_at", "file", "thumbnail"}
"""Columns that say nothing that anybody typed."""


@dataclass
class Page:
    """A form as somebody has it open: its fields as they stood, and the row that it is about."""

    person: str
    address: str
    fields: dict
    about: tuple = ()
    last: dict = field(default_factory=dict)


def stored():
    """Everything typed that lies in the database: ``{(model, key, column): value}``."""
    values = {}
    for model in (ActionPlan, Completion, Upkeep, Narrative, Survey, ElementScore, EvidencePhoto, EvidenceUse):
        for row in model.objects.values():
            key = row[KEYS.get(model, "id")]
            for column, value in row.items():
                if column not in TOLD_ELSEWHERE and not column.startswith(("review", "submitted", "updated", "lock")):
                    values[model, key, column] = value
    return values


def acknowledged(response):
    """Whether the portal said that it did what was sent."""
    return response.status_code == 302 and not response.url.startswith(("/akun/masuk/", "/akun/konfirmasi/"))


def picture(colour):
    buffer = io.BytesIO()
    Image.new("RGB", (400, 300), (colour, 90, 120)).save(buffer, "JPEG")
    return SimpleUploadedFile(f"foto-{colour}.jpg", buffer.getvalue())


class Semester(RuleBasedStateMachine):
    """Three people edit, upload, approve, prepare, return, sign, replace and withdraw, in any order."""

    pages = Bundle("pages")

    def __init__(self, people, survey):
        super().__init__()
        self.people, self.survey = people, survey
        self.clients = {}
        self.verdicts = {}
        self.used = []
        self.scope = transaction.atomic()
        self.scope.__enter__()

    def teardown(self):
        transaction.set_rollback(True)
        self.scope.__exit__(None, None, None)

    @initialize()
    def begin(self):
        give_key(self.people.secretary)
        plan = ActionPlan.objects.order_by("position")[0]
        element = self.survey.scores.get(element__key="biaya").element
        followup = plan.priority.followup
        upkeep = Upkeep.objects.create(followup=followup, element=element, position=1, plan="Menjaga biaya.")
        photo = EvidencePhoto.objects.get()
        self.plan, self.upkeep, self.photo = plan.pk, upkeep.pk, photo.pk
        Narrative.objects.create(followup=followup, section="4.penutup", text="Demikian laporan ini.")
        for name in ("admin", "staff", "secretary", "head"):
            self.log_in(name)

    # --- sessions

    def log_in(self, name):
        client, user = Client(), getattr(self.people, name)
        client.force_login(user)
        just_confirmed(client, user)
        self.clients[name] = client

    @rule(name=NAMES)
    def session_ends_or_begins(self, name):
        if self.clients[name].session.is_empty():
            self.log_in(name)
        else:
            self.clients[name].session.flush()

    # --- forms, opened now and sent whenever

    def addresses(self):
        return {
            "realisation": (f"/rtl/{CYCLE}/{self.plan}/", self.plan),
            "plan": (f"/rtl/{CYCLE}/{self.plan}/ubah/", self.plan),
            "upkeep": (f"/pemeliharaan/{CYCLE}/{self.upkeep}/ubah/", self.upkeep),
            "text": (TEXT, "4.penutup"),
            "survey": (f"/skm/{CYCLE}/", self.survey.pk),
            "photo": (f"/bukti-dukung/{CYCLE}/rtl/{self.plan}/foto/{self.photo}/", self.photo),
        }

    @rule(target=pages, whose=st.sampled_from(FORMS))
    def open_form(self, whose):
        name, kind = whose
        address, about = self.addresses()[kind]
        response = self.clients[name].get(address)
        fields = fields_on(response.content.decode(), address) if response.status_code == 200 else {}
        return Page(name, address, fields, about)

    @rule(page=pages, data=st.data(), word=WORDS)
    def send(self, page, data, word):
        names = sorted(name for name in page.fields if name in TYPED)
        if not names:
            return
        name = data.draw(st.sampled_from(names))
        page.last = page.fields | {name: [word]}
        model, column = TYPED[name]
        place = (model, page.about, column)
        before, opened = stored(), page.fields[name][0]
        taken = self.post(page.person, page.address, page.last)
        after = stored()
        if not taken:
            assert after == before, "what was not acknowledged was kept"
            return
        assert after.get(place, "") == word, "what was acknowledged is not there"
        stood = before.get(place, "")
        assert stood in (opened, word), f"“{stood}” was overwritten by somebody who had read “{opened}”"
        others = {key for key, value in after.items() if key != place and before.get(key) != value}
        assert not {key for key in others if key[0] is not Narrative}, f"something else changed: {others}"

    @rule(whose=st.sampled_from(FORMS), data=st.data(), word=WORDS)
    def open_and_send(self, whose, data, word):
        self.send(self.open_form(whose), data, word)

    @rule(page=pages)
    def send_again(self, page):
        """The very request once more: whatever the answer, nothing is lost by it and nothing is there twice."""
        if page.last:
            before = stored()
            self.post(page.person, page.address, page.last)
            changed = {key for key, value in stored().items() if before.get(key) != value}
            mine = {TYPED[name] for name in page.last if name in TYPED and page.last[name] != page.fields[name]}
            assert {(model, column) for model, _, column in changed} <= mine

    def post(self, name, address, fields):
        """Whether it was acknowledged; a locked cycle takes nothing, and what was taken stands in the trail."""
        open_before, events, before = self.lock() == Lock.OPEN, AuditEvent.objects.count(), stored()
        taken = acknowledged(self.clients[name].post(address, fields))
        if stored() != before:
            assert open_before, "a locked cycle was written to"
            assert AuditEvent.objects.count() > events, "a change stands nowhere in the trail"
        return taken

    # --- evidence

    @rule(name=NAMES, colour=st.integers(0, 3))
    def upload(self, name, colour):
        address = f"/bukti-dukung/{CYCLE}/rtl/{self.plan}/unggah/"
        count = EvidencePhoto.objects.count()
        self.post(name, address, {"photos": picture(colour)})
        assert EvidencePhoto.objects.count() - count in (0, 1)

    @rule(name=NAMES, data=st.data(), what=st.sampled_from(["lepas", "hapus"]))
    def take_away(self, name, data, what):
        photos = sorted(EvidencePhoto.objects.exclude(pk=self.photo).values_list("pk", flat=True))
        if photos:
            photo = data.draw(st.sampled_from(photos))
            self.post(name, f"/bukti-dukung/{CYCLE}/rtl/{self.plan}/foto/{photo}/{what}/", {})

    # --- approval

    @precondition(lambda self: ActionPlan.objects.filter(pk=self.plan, review=Review.PENDING).exists())
    @rule(answer=st.sampled_from([("setujui", {}), ("kembalikan", {"note": "Lengkapi tanggalnya."})]))
    def review(self, answer):
        verb, more = answer
        plan = ActionPlan.objects.get(pk=self.plan)
        self.post("head", f"/rtl/{CYCLE}/{self.plan}/{verb}/", {"revision": plan.revision} | more)

    def everybody_does_their_part(self):
        ActionPlan.objects.filter(pk=self.plan).update(status=Status.DONE, review=Review.NONE, review_note="")
        EvidencePhoto.objects.update(is_placeholder=False)
        make_ready(Survey.objects.get(pk=self.survey.pk), self.people)

    # --- the report

    def lock(self):
        return Survey.objects.values_list("lock", flat=True).get(pk=self.survey.pk)

    def has(self, state):
        return Report.objects.filter(state=state).exists()

    @precondition(lambda self: self.lock() == Lock.OPEN)
    @rule(twice=st.booleans())
    def prepare(self, twice):
        """By a secretary who saw to it that everybody did their part."""
        self.everybody_does_their_part()
        sent = fields_on(self.clients["secretary"].get(SIGNING).content.decode(), f"{SIGNING}siapkan/")
        for _ in range(1 + twice):
            self.clients["secretary"].post(f"{SIGNING}siapkan/", sent | {"way": "here"})
        assert Report.objects.filter(state__in=(State.PREPARING, State.PREPARED)).count() <= 1

    @precondition(lambda self: self.has(State.PREPARING))
    @rule()
    def the_worker_comes(self):
        made(Report.objects.get(state=State.PREPARING))

    @precondition(lambda self: self.lock() == Lock.PREPARED)
    @rule()
    def return_to_draft(self):
        self.clients["secretary"].post(f"{SIGNING}kembalikan/", {})

    @precondition(lambda self: self.has(State.PREPARED))
    @rule(twice=st.booleans())
    def sign(self, twice):
        count = Report.objects.filter(state__in=FINAL).count()
        for _ in range(1 + twice):
            self.clients["secretary"].post(f"{SIGNING}bubuhkan/", {"agreed": "on", "passphrase": PASSPHRASE})
        assert Report.objects.filter(state__in=FINAL).count() - count in (0, 1)

    @precondition(lambda self: self.has(State.SIGNED))
    @rule()
    def open_a_new_version(self):
        self.clients["secretary"].post(f"{SIGNING}versi-baru/", {"reason": "Angka keliru."})

    @precondition(lambda self: self.has(State.DRAFT))
    @rule()
    def close_the_new_version(self):
        self.clients["secretary"].post(f"{SIGNING}batal/", {})

    @precondition(lambda self: self.has(State.SIGNED))
    @rule()
    def withdraw(self):
        self.clients["secretary"].post(f"{SIGNING}tarik/", {"reason": "Angka keliru."})

    # --- what holds after each step

    @invariant()
    def every_figure_has_one_photo(self):
        used = list(EvidenceUse.objects.order_by("pk").values_list("pk", "photo"))
        if not self.clients or used == self.used:
            return
        self.used = used
        admin = Client()
        admin.force_login(self.people.admin)
        page = admin.get(f"/laporan/{CYCLE}/").content.decode()
        figures = re.findall(r'<figure class="gambar [^"]*">\s*<img id="([^"]+)"\s+src="([^"]+)"', page)
        photos = {photo for _, photo in used}
        assert len(figures) == len({anchor for anchor, _ in figures}) == len({image for _, image in figures})
        assert len(figures) == len(photos)

    @invariant()
    def the_lock_tells_the_state(self):
        if not self.clients:
            return
        states = set(Report.objects.values_list("state", flat=True))
        assert (self.lock() == Lock.PREPARED) == bool(states & {State.PREPARING, State.PREPARED})

    @invariant()
    def every_versions_file_verifies(self):
        for report in Report.objects.filter(state__in=FINAL):
            with report.signed_file.open() as file:
                content = file.read()
            assert sha256(content).hexdigest() == report.signed_sha256
            if report.pk not in self.verdicts:
                answer = Client().post("/verifikasi/", {"file": SimpleUploadedFile("laporan.pdf", content)})
                self.verdicts[report.pk] = "sama persis, byte demi byte" in " ".join(answer.content.decode().split())
            assert self.verdicts[report.pk]
