"""From the nineteenth number to the twentieth: an office words more sections of its survey report."""

from reports.document.build import build
from reports.document.frozen import freeze, thaw
from reports.document.upgrades_from_fifteen import nineteenth_to_twentieth
from tests.make_cycle import make_cycle, make_source

NEW = ("legal", "method", "sample", "analysis", "recommendation", "trend")


def test_what_was_frozen_before_has_no_words_of_its_own_there():
    document = build(make_source(make_cycle()))
    data = freeze(document) | {"schema": 19}
    for key in NEW:
        del data["source"]["survey"]["fieldwork"][key]
    assert thaw(data) == document


def test_the_words_that_there_were_stay():
    before = {"source": {"survey": {"fieldwork": {"team": "Sari", "background": "Kami."}}}, "title": "Laporan"}
    after = nineteenth_to_twentieth(before)
    kept = {"team": "Sari", "background": "Kami."}
    assert after["source"]["survey"]["fieldwork"] == kept | dict.fromkeys(NEW, "")
    assert "legal" not in before["source"]["survey"]["fieldwork"]
