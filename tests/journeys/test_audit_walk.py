"""Every POST that succeeds leaves exactly one event, one that is refused leaves none; and all of them have words."""

import pytest

from offices.models import AuditEvent
from offices.recording.words import UNNAMED
from offices.trail.entries import entries_of, unknown_names
from reports.work.drafts import request_draft
from reports.work.leases import claim, finish
from surveys.models import AskedQuestion, Element, Service, Survey
from surveys.profiles import MARGINS
from tests.journeys.routes import ROUTES
from tests.journeys.scene import address_of, client_of, data_of, outcome
from tests.mass import sampled

WRITTEN_TO = [name for name, row in ROUTES.items() if row.post]
OURS = [name for name in WRITTEN_TO if not name.startswith(("account", "mfa_"))]


@pytest.mark.each_database
@pytest.mark.parametrize("name", sampled(WRITTEN_TO, every=4))
def test_a_post_that_succeeds_leaves_exactly_one_event(scene, name):
    row = ROUTES[name]
    with client_of(scene, row, row.owner) as client:
        data = data_of(client, row, scene)
        known = set(AuditEvent.objects.values_list("pk", flat=True))
        assert outcome(client.post(address_of(row, scene), data)) == "ok"
        written = AuditEvent.objects.exclude(pk__in=known)
        assert len(written) == (0 if row.silent else 1), [event.action for event in written]
        for event in written:
            assert event.office_code == "3521"
            assert event.actor_id or event.action in UNNAMED
            assert unknown_names(event) - elements() - classes() - questions() - services() == set()
            assert entries_of([event])[0].action != event.action


def elements():
    return set(Element.objects.values_list("key", flat=True))


def questions():
    return set(AskedQuestion.objects.values_list("code", flat=True))


def services():
    return set(Service.objects.values_list("name", flat=True))


def classes():
    """Groups of respondents, which stand in the trail by the words that people chose from."""
    return {label for margin in MARGINS.values() for label in margin.classes.values()}


def test_only_named_addresses_leave_none():
    silent = {name for name, row in ROUTES.items() if row.silent}
    assert silent == {"account_reset_password", "kept_discard", "text_preview", "verification", "verification_of"}


@pytest.mark.parametrize("name", sampled([name for name in WRITTEN_TO if ROUTES[name].wrong is not None], every=4))
def test_a_post_that_is_refused_leaves_none(scene, name):
    row = ROUTES[name]
    with client_of(scene, row, row.owner) as client:
        data = data_of(client, row, scene) | row.wrong if row.wrong else {}
        known = set(AuditEvent.objects.values_list("pk", flat=True))
        response = client.post(address_of(row, scene), data)
        assert outcome(response) in {"422", "409", "404"} or (
            name.startswith(("account_", "mfa_")) and not moved(response)
        )
        actions = [event.action for event in AuditEvent.objects.exclude(pk__in=known)]
        assert actions == [] or all(action.endswith("_failed") for action in actions)


def moved(response):
    return response.status_code in (301, 302, 303)


@pytest.mark.parametrize("name", sampled(OURS, every=8))
def test_a_post_without_the_right_leaves_none(scene, name):
    row = ROUTES[name]
    with client_of(scene, row, row.owner) as client:
        data = data_of(client, row, scene)
    for person in {"staff", "supervisor", "stranger"} - set(row.post.split()):
        with client_of(scene, row, person) as client:
            known = AuditEvent.objects.count()
            client.post(address_of(row, scene), data)
            assert AuditEvent.objects.count() == known, person


def test_a_download_leaves_one_event_and_having_nothing_to_download_none(as_user, scene):
    secretary = scene.people.secretary
    client, address = as_user(secretary), "/laporan/3521/2025-S1/pdf/berkas/"
    known = set(AuditEvent.objects.values_list("pk", flat=True))
    client.get(address)
    assert not AuditEvent.objects.exclude(pk__in=known).exists()
    finish(claim(request_draft(Survey.objects.get(), scene.people.admin).pk), b"%PDF-1.7 draf")
    assert client.get(address).status_code == 200
    event = AuditEvent.objects.exclude(pk__in=known).get()
    assert (event.action, event.office_code, event.actor_id) == ("report.download", "3521", secretary.pk)
