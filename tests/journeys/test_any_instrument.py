"""An instrument of any number of elements, from its file to the report, through the front door."""

import io
import json
import re
from datetime import date
from decimal import Decimal
from html import unescape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from PIL import Image

from followups.models import ActionPlan, Priority, Upkeep
from reports.document.gather import document_of
from reports.findings.answers import case_now, findings_now
from reports.printing.pdf import render_pdf
from surveys.models import Survey
from tests.journeys.scene import fields_on
from tests.mass import sampled
from tests.reports.printing.reading import Printed
from tests.surveys.instrument.generated import instrument_of, names_of

CYCLE = "3521/2026-S1"
SURVEY = f"/skm/{CYCLE}/"
NEW = "/satuan-kerja/3521/siklus-baru/"


def text_of(page):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def scores_for(elements):
    """From the lowest up, in the order of the questionnaire; the last two are high."""
    scores = [Decimal("3.10") + Decimal("0.02") * at for at in range(elements)]
    return [*scores[:-2], Decimal("3.91"), Decimal("3.95")]


def picture(number):
    buffer = io.BytesIO()
    Image.new("RGB", (800, 600), (40 * number, 90, 120)).save(buffer, "JPEG")
    return SimpleUploadedFile(f"foto-{number}.jpg", buffer.getvalue())


class Office:
    """What an admin sends, page by page; a page that refuses fails the test."""

    def __init__(self, client, unit):
        self.client, self.unit = client, str(unit)

    def open(self, address):
        response = self.client.get(address)
        assert response.status_code == 200, address
        return response.content.decode()

    def send(self, address, **changes):
        sent = fields_on(self.open(address), address) | changes
        response = self.client.post(address, sent)
        assert response.status_code == 302, text_of(response.content.decode())
        return response

    def begins(self, instrument):
        who = {"signatory_name": "Sari Utami", "signatory_title": "Sekretaris", "signatory_nip": "198305032009022002"}
        months = {"first_month": "2026-07", "last_month": "2026-11", "report_month": "2026-12"}
        self.send(NEW, year="2026", part="S1", instrument=instrument, **who, **months)

    def pastes(self, pairs):
        pasted = "\n".join(f"{name}\t{score}" for name, score in pairs)
        self.send(SURVEY, pasted=pasted, respondents="280", population="900", start="2026-06-01", end="2026-06-30")

    def chooses(self, keys):
        self.send(f"{SURVEY}prioritas/", chosen=keys)

    def plans(self):
        for priority in Priority.objects.order_by("position"):
            self.send(
                f"/rtl/{CYCLE}/baru/",
                priority=str(priority.pk),
                programme=f"Menata layanan {priority.element.name}",
                indicator="Layanan tertata",
                target="Satu layanan",
                months=["2026-08"],
                units=[self.unit],
            )

    def does(self):
        for number, plan in enumerate(ActionPlan.objects.order_by("priority__position"), 1):
            place = f"/bukti-dukung/{CYCLE}/rtl/{plan.pk}/unggah/"
            assert self.client.post(place, {"photos": picture(number)}).status_code in {200, 302}
            self.send(
                f"/rtl/{CYCLE}/{plan.pk}/",
                status="done",
                description=f"Layanan ditata dan diumumkan di loket {number}.",
                months=["2026-08"],
                completed_on="2026-08-20",
            )

    def keeps_up(self, key):
        care = {
            "element": key,
            "plan": "Menjaga mutu layanan.",
            "activity": "Mutu layanan dijaga.",
            "units": [self.unit],
        }
        self.send(f"/pemeliharaan/{CYCLE}/baru/", **care)
        place = f"/bukti-dukung/{CYCLE}/pemeliharaan/{Upkeep.objects.get().pk}/unggah/"
        assert self.client.post(place, {"photos": picture(6)}).status_code in {200, 302}


@pytest.fixture
def office(people, ngawi, as_user):
    ngawi.address, ngawi.website, ngawi.phone = "Jalan Ahmad Yani 1", "kab-ngawi.example.go.id", "(0351) 700000"
    ngawi.email = "kab-ngawi@example.go.id"
    ngawi.save()
    with time_machine.travel("2026-12-01 09:00+07:00", tick=False):
        yield Office(as_user(people.admin), ngawi.units.get(key="kul").pk)


def load(tmp_path, document):
    path = tmp_path / "instrumen.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    call_command("load_instrument", str(path))


def walked(office, tmp_path, elements):
    """The survey of a finished cycle with an instrument of so many elements."""
    load(tmp_path, instrument_of(elements))
    office.begins(f"uji-{elements}")
    office.pastes(zip(names_of(elements), map(str, scores_for(elements)), strict=True))
    office.chooses(["u-1", "u-2", "u-3"])
    office.plans()
    office.does()
    office.keeps_up(f"u-{elements}")
    return Survey.objects.select_related("office__parent", "instrument").get()


@pytest.mark.parametrize("elements", sampled([11, 7, 9, 14], every=4))
def test_a_cycle_goes_from_scores_to_the_report(office, tmp_path, elements):
    survey = walked(office, tmp_path, elements)
    assert survey.instrument.key == f"uji-{elements}"
    scores = scores_for(elements)
    index = (sum(scores) / elements * 25).quantize(Decimal("0.01"))
    page = office.open(SURVEY)
    assert f"{index}".replace(".", ",") in page
    assert len(re.findall(r'name="score_u-\d+"', page)) == elements
    chosen = office.open(f"{SURVEY}prioritas/")
    assert len(re.findall(r'name="chosen"', chosen)) == elements
    assert f"Terendah dari {elements} unsur" in chosen
    assert f"Tertinggi dari {elements} unsur" in chosen
    report = office.open(f"/laporan/{CYCLE}/")
    results = re.search(r'<table class="tabel-21">.*?</table>', report, re.DOTALL)[0]
    assert re.findall(r"<td>(.*?)</td>", results) == list(names_of(elements))
    assert len(re.findall(r'<rect x="[1-9][^>]* fill="#(?:b4541a|155e58)"', report)) == elements
    assert Upkeep.objects.get().element.key == f"u-{elements}"
    assert [finding.message for finding in findings_now(case_now(survey), date(2026, 12, 1))] == []


@pytest.mark.prove
@pytest.mark.parametrize("elements", sampled([14, 7], every=2))
def test_the_pdf_has_a_row_for_every_element_within_its_pages(office, tmp_path, elements):
    printed = Printed(render_pdf(document_of(walked(office, tmp_path, elements))))
    words = " ".join(page.text for page in printed.pages)
    for score in scores_for(elements):
        assert f"{score * 25:.2f}".replace(".", ",") in words
    widest = max(text.x + text.width for page in printed.pages for text in page.texts)
    assert widest <= max(page.width for page in printed.pages)
