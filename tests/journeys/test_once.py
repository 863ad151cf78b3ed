"""The same form twice, or eight times at once, leaves one result on every address that creates something.

Which addresses create is found by trying every one of the table (routes.py): a new one that is not done once fails.
"""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.apps import apps
from django.db import connections, transaction
from django.test import Client

from offices.models import SentForm
from offices.sending.key import FIELD
from tests.conftest import just_confirmed
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, client_of, make_scene, sent_by, typed_on
from tests.mass import sampled

AT_ONCE = 8
WRITTEN_TO = [name for name, row in ROUTES.items() if row.post and not name.startswith(("account_", "mfa_"))]
BESIDE = {
    "AuditEvent",
    "AuditName",
    "Session",
    "SentForm",
    "KeptForm",
    "OpenSession",
    "Counter",
    "Notice",
    "DBTaskResult",
}
"""Rows about what is done, not what is done."""
BY_NATURE = {
    "send_in_files": "The same picture is kept once.",
    "plan_month": "A month is promised or it is not.",
    "public_setting": "A page is open or it is not.",
    "released_copy": "A copy or a signed file is open or it is not, and one copy is made of the same photos.",
    "public_photos": "A photo is chosen or it is not.",
    "findings": "One answer stands for each warning; the latest counts.",
    "survey_files": "What the scores rest on is one row of the survey, written anew by every taking.",
    "survey_respondents": "There is one row for each class, which holds the latest count.",
    "survey_fieldwork": "A survey has one row for it, written anew by every saving.",
    "survey_services": "There is one row for each service, which holds the latest result.",
    "office_appearance": "An office has one row for its own reports, written anew by every choice.",
    "appearance_below": "An office has one row for the reports of all below it, written anew by every choice.",
    "letter": "A letter has one row for a version, written anew by every saving.",
    "publication_sheet_forms": "A sheet of the present data is made once (publishing/sheets/making.py).",
    "report_pdf": "The draft of the present data is made once (reports/work/drafts.py).",
}
"""Why sending these once more changes nothing, although they create."""
CREATING = {
    "carried_over",
    "earlier_periods",
    "evidence_copy",
    "evidence_links",
    "evidence_move",
    "evidence_parts",
    "evidence_share",
    "evidence_upload",
    "handover_reopen",
    "handovers",
    "key_confirm",
    "key_decline",
    "office_units",
    "paper_pages",
    "papers",
    "paraf",
    "person_new",
    "photo_retouch",
    "plan_continue",
    "plan_new",
    "plan_paste",
    "priorities",
    "publications",
    "reader_notes",
    "services",
    "signing_key",
    "signing_prepare",
    "signing_reopen",
    "signing_return",
    "survey_new",
    "texts_takeover",
    "upkeep_new",
    "upkeep_paste",
    "web_proof_new",
}
CREATORS = sorted(CREATING | set(BY_NATURE))


def rows():
    """How many there are of each kind."""
    models = apps.get_models(include_auto_created=True)
    return Counter({model: model._base_manager.count() for model in models if model.__name__ not in BESIDE})


def posted(client, row, scene, typed):
    """The same form, whose files are read anew."""
    answer = client.post(address_of(row, scene), typed | sent_by(row, scene) | {FIELD: "kunci-uji"})
    return answer.status_code, answer.headers.get("Location", "")


def same(first, second):
    """The same answer; of a password that is shown once only where it belongs."""
    return second == first or (first[0], second) == (201, (302, first[1]))


@pytest.mark.any_database
@pytest.mark.parametrize(
    "name", sampled(CREATORS, every=4) + sampled(sorted(set(WRITTEN_TO) - set(CREATORS)), every=30)
)
def test_sent_twice_an_address_creates_once_and_answers_alike(scene, name):
    row = ROUTES[name]
    with client_of(scene, row, row.owner) as client:
        typed = typed_on(client, row, scene)
        before = rows()
        first = posted(client, row, scene, typed)
        grown = rows() - before
        assert bool(grown) == (name in CREATING | set(BY_NATURE)), grown
        second = posted(client, row, scene, typed)
        if grown:
            assert rows() - before == grown
            assert name in BY_NATURE or same(first, second), (first, second)


@pytest.mark.any_database
def test_a_password_that_was_shown_once_is_not_kept(scene):
    row = ROUTES["person_new"]
    with client_of(scene, row, row.owner) as client:
        typed = typed_on(client, row, scene)
        shown = client.post(address_of(row, scene), typed | sent_by(row, scene) | {FIELD: "kunci"})
        assert (shown.status_code, "kata sandi sementara" in shown.content.decode().lower()) == (201, True)
        assert SentForm.objects.get().answer["body"] is None


@pytest.mark.any_database
@pytest.mark.parametrize("name", ["plan_new", "reader_notes", "evidence_copy"])
def test_without_a_key_or_with_another_each_is_done(scene, name):
    """A page from before, a script, or really a second one."""
    row = ROUTES[name]
    with client_of(scene, row, row.owner) as client:
        typed = typed_on(client, row, scene)
        before = rows()
        for key in ({}, {}, {FIELD: "satu"}, {FIELD: "dua"}):
            answer = client.post(address_of(row, scene), {**typed, FIELD: ""} | sent_by(row, scene) | key)
            assert answer.status_code == 302
        assert set((rows() - before).values()) == {4}


@pytest.mark.any_database
def test_another_text_under_the_same_key_is_another_form(scene):
    row = ROUTES["reader_notes"]
    with client_of(scene, row, row.owner) as client:
        for text in ("Satu.", "Dua.", "Satu."):
            client.post(address_of(row, scene), {"part": "bab-2", "text": text, FIELD: "kunci"})
        notes = [kind for kind, count in rows().items() if kind.__name__ == "ReaderNote" for _ in range(count)]
        assert len(notes) == 2


@pytest.mark.any_database
def test_a_refused_form_may_be_sent_again_once_what_stood_against_it_is_gone(scene):
    row = ROUTES["plan_new"]
    with client_of(scene, row, row.owner) as client:
        sent = typed_on(client, row, scene) | sent_by(row, scene) | {FIELD: "kunci"}
        assert client.post(address_of(row, scene), sent | {"months": ["2031-01"]}).status_code == 422
        assert client.post(address_of(row, scene), sent).status_code == 302
        assert SentForm.objects.count() == 1


def owner_of(row, scene):
    client = Client()
    user = getattr(scene.people, row.owner)
    client.force_login(user)
    just_confirmed(client, user)
    if row.before:
        row.before(client, scene)
    return client


def at_once(client, row, scene, typed):
    """Eight browsers with one session send one form in the same moment."""
    ready = Barrier(AT_ONCE)

    def send():
        browser = Client()
        browser.cookies = client.cookies.copy()
        ready.wait()
        try:
            return posted(browser, row, scene, typed)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return [future.result() for future in [pool.submit(send) for _ in range(AT_ONCE)]]


@pytest.mark.prove
@pytest.mark.parametrize("name", CREATORS)
def test_sent_eight_times_at_once_an_address_creates_once(committed_db, people, survey, name):
    scene, row = make_scene(people, survey), ROUTES[name]
    with client_of(scene, row, row.owner) as client:
        before = rows()
        posted(client, row, scene, typed_on(client, row, scene))
        grown = rows() - before
    with transaction.atomic():
        if row.given:
            row.given(scene)
    client = owner_of(row, scene)
    typed = typed_on(client, row, scene)
    before = rows()
    answers = at_once(client, row, scene, typed)
    assert rows() - before == grown, answers
    if name in CREATING:
        made = min(answers)
        assert all(same(made, answer) for answer in answers), answers
