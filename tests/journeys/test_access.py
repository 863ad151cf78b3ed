"""What holds for every page: no inline script or style, and few queries. Rights: test_rights_walk.py."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, client_of, outcome
from tests.mass import sampled

READABLE = [name for name, row in ROUTES.items() if row.get]
MOST_QUERIES = 34
MORE_QUERIES = {
    "cycle_readiness": 36,
    "cycle_workbook": 37,
    "evidence_pack_file": 35,
    "home": 35,
    "letter_file": 37,
    "open_data": 38,
    "open_data_below": 39,
    "paraf": 35,
    "paraf_sheet": 35,
    "public_page": 40,
    "signing": 39,
    "texts_takeover": 40,
}
"""What draws up a report and shows more: its findings, all about its signature, texts of the one before; and what
anybody reads, which is asked for once and then kept."""
OF_THE_TEST = ("SAVEPOINT", "RELEASE")  # a transaction within the test's own


@pytest.mark.parametrize("name", sampled(READABLE, every=2))
def test_every_page_is_without_inline_script_or_style_and_costs_34_queries_at_most(scene, name):
    row = ROUTES[name]
    with client_of(scene, row, row.owner) as client:
        client.get(reverse("account_logout"))  # the first page of a session notes, once a minute, that it is open
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address_of(row, scene))
        assert outcome(response) == "ok"
        policy = response.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert {"object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'"} <= set(policy.split("; "))
        asked = [query["sql"] for query in queries if not query["sql"].startswith(OF_THE_TEST)]
        assert len(asked) <= MORE_QUERIES.get(name, MOST_QUERIES)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            assert_nothing_inline(response.content.decode())


def assert_nothing_inline(page):
    assert ' style="' not in page
    assert "<style" not in page
    assert page.count("<script") == page.count("<script src=") + page.count('<script type="application/ld+json">')
    assert " onclick=" not in page


@pytest.mark.parametrize("address", ["/laporan/3521/2025-S2/", "/laporan/3521/2025-S3/", "/laporan/9999/2025-S1/"])
def test_a_cycle_that_does_not_exist_is_not_found(scene, as_user, address):
    response = as_user(scene.people.admin).get(address)
    assert response.status_code == 404
    assert "Halaman tidak ditemukan" in response.content.decode()
    assert_nothing_inline(response.content.decode())


def test_inline_script_would_be_noticed():
    with pytest.raises(AssertionError):
        assert_nothing_inline("<p><script>alert(1)</script></p>")
