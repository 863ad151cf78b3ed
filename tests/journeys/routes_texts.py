"""The addresses of a report's texts, which are rows of the table in routes.py."""

from reports.document.facts import facts_of
from reports.document.gather import source_of
from reports.editing.narratives import Written
from reports.editing.settling import settle
from reports.models import Narrative
from surveys.models import Survey
from tests.journeys.row import Row
from tests.reports.earlier import with_earlier_texts

TEXT = "/laporan/3521/2025-S1/teks/4.penutup/"
SETTLEABLE = "IKM sebesar 87,36."


def with_settled_text(scene):
    """What the admin can undo: the figure of a text follows the data."""
    survey = Survey.objects.get(office__code="3521")
    written = Written("4.penutup", SETTLEABLE, own_text())
    settle(survey, scene.people.admin, written, facts_of(source_of(survey)))


def own_text():
    texts = Narrative.objects.filter(followup__survey__office__code="3521", section="4.penutup")
    return texts.values_list("text", flat=True).first() or ""


TEXTS = {
    "texts": Row("/laporan/3521/2025-S1/teks/"),
    "text": Row(TEXT, post="admin secretary", sent={"text": "Teks lain."}, wrong={"text": "{{ bukan }}"}),
    "text_preview": Row(
        f"{TEXT}pratinjau/",
        get="admin secretary",
        post="admin secretary",
        sent={"text": "Teks lain."},
        silent="A preview saves nothing.",
    ),
    "texts_takeover": Row(
        "/laporan/3521/2025-S1/teks/ambil/",
        get="admin secretary",
        post="admin secretary",
        given=with_earlier_texts,
        sent={"chosen": ["1.1"]},
        wrong={"chosen": []},
    ),
    "text_restore": Row(f"{TEXT}baku/", get="admin secretary", post="admin secretary"),
    "text_settle": Row(
        f"{TEXT}otomatis/",
        get="admin secretary",
        post="admin secretary",
        sent=lambda _scene: {"text": SETTLEABLE, "seen": own_text()},
        wrong={"text": "Tanpa angka."},
    ),
    "text_unsettle": Row(
        f"{TEXT}otomatis/urungkan/", get="admin secretary", post="admin secretary", given=with_settled_text
    ),
}
