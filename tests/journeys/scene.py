"""One office with something of everything, about which every address can be asked; and how an answer is read."""

from contextlib import contextmanager
from html.parser import HTMLParser
from time import time
from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client

from followups.models import ActionPlan, EvidenceGroup, EvidencePhoto, EvidenceUse, FollowUp, Review, Status, Upkeep
from offices.account.sessions import SEEN
from offices.models import OpenSession, Role, User
from reports.models import Narrative
from reports.work.beats import beat
from surveys.models import Element
from tests.conftest import jpeg, just_confirmed, make_photo, make_plan, make_user
from tests.journeys.routes import SECRET

UNSENT = ("checkbox", "radio", "file")


def make_scene(people, survey):
    """Ids of what stands in addresses. ``plan`` is kul's with two photos, ``waiting`` waits for approval."""
    office, followup = survey.office, FollowUp.objects.get(survey=survey)
    office.logo.save("logo.jpg", ContentFile(jpeg()))
    plan, waiting = ActionPlan.objects.order_by("position")
    ActionPlan.objects.filter(pk=plan.pk).update(status=Status.IN_PROGRESS)
    ActionPlan.objects.filter(pk=waiting.pk).update(
        status=Status.DONE, description="Sudah.", review=Review.PENDING, submitted_by=people.staff
    )
    upkeep = Upkeep.objects.create(
        followup=followup, element=Element.objects.get(key="biaya"), position=1, plan="Menjaga biaya"
    )
    Narrative.objects.create(followup=followup, section="4.penutup", text="Teks kantor.")
    photo = EvidencePhoto.objects.get()
    closed = office.units.create(key="arsip", name="Arsip", short_name="Arsip", position=9, closed_on="2025-01-01")
    TOTP.activate(people.head, SECRET)
    beat("server:7")
    locked_out = make_user("sekretaris-lain", Role.SECRETARY, office)
    TOTP.activate(locked_out, SECRET)
    return SimpleNamespace(
        people=people,
        plan=plan.pk,
        waiting=waiting.pk,
        spare=make_plan(plan.priority, 3).pk,
        priority=plan.priority_id,
        upkeep=upkeep.pk,
        photo=photo.pk,
        digest=photo.sha256,
        stand_in=_stand_in(followup, plan).pk,
        unit=office.units.get(key="tekhum").pk,
        closed=closed.pk,
        person=people.staff.pk,
        locked_out=locked_out.pk,
        guarded=people.head.pk,
        disabled=make_user("nonaktif", Role.SECRETARY, office, is_active=False).pk,
        session=_session_elsewhere(people.admin).pk,
        second_factor=_second_factor,
        no_second_factor=_no_second_factor,
        page=None,
        doors={name: _session_of(person) for name, person in vars(people).items()},
    )


def _session_of(person):
    """The key of a session in which somebody has logged in, just confirmed it, and that was noted as in use."""
    client = Client()
    client.force_login(person)
    just_confirmed(client, person)
    session = client.session
    session[SEEN] = time()  # else each answer of the walks, which are undone, would note it anew
    session.save()
    return session.session_key


def _session_elsewhere(user):
    return OpenSession.objects.create(
        user=user, stamp=user.get_session_auth_hash(), device="Chrome di Android", address="192.0.2.7"
    )


def _stand_in(followup, plan):
    photo = make_photo(followup, "contoh.jpg", "orange")
    EvidencePhoto.objects.filter(pk=photo.pk).update(is_placeholder=True)
    EvidenceUse.objects.create(group=EvidenceGroup.objects.get(plan=plan), photo=photo, position=2)
    return photo


def _no_second_factor(client):
    """Switch it off for whoever is logged in."""
    user = User.objects.get(pk=client.session["_auth_user_id"])
    Authenticator.objects.filter(user=user).delete()
    return user


def _second_factor(client):
    """Switch it on for whoever is logged in."""
    user = _no_second_factor(client)
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def address_of(row, scene):
    return row.address.format(**vars(scene))


@contextmanager
def client_of(scene, row, name):
    """Somebody at the door of an address; whatever is done inside is undone at the end."""
    with given(scene, row), at_the_door(scene, row, name) as client:
        yield client


@contextmanager
def given(scene, row):
    """What has to be there before anybody comes, for one or several who come; undone at the end."""
    with transaction.atomic():
        if row.given:
            row.given(scene)
        yield
        transaction.set_rollback(True)


@contextmanager
def at_the_door(scene, row, name):
    """Somebody who comes; what was done is undone before the next one does."""
    with transaction.atomic():
        client = Client()
        if name != "anonymous":
            client.cookies[settings.SESSION_COOKIE_NAME] = scene.doors[name]
            if row.before:
                row.before(client, scene)
        yield client
        transaction.set_rollback(True)


def data_of(client, row, scene):
    """What the page's own form would send, with what the row lays over it."""
    return typed_on(client, row, scene) | sent_by(row, scene)


def typed_on(client, row, scene):
    """What the page's own form would send, if the address has a page."""
    scene.page = client.get(address_of(row, scene)) if row.get else None
    if scene.page is None or scene.page.status_code != 200 or scene.page.streaming:
        return {}
    return fields_on(scene.page.content.decode(), address_of(row, scene))


def sent_by(row, scene):
    return row.sent(scene) if callable(row.sent) else row.sent


def outcome(response):
    """``ok``, ``login`` for who is sent to log in, or the status."""
    if response.status_code in (301, 302, 303) and response.url.startswith("/akun/masuk/?next="):
        return "login"
    return "ok" if response.status_code < 400 else str(response.status_code)


def fields_on(page, address):
    """Names and values of the first form in the content that is sent to this very address."""
    reader = FormReader(address)
    reader.feed(page)
    return reader.found or {}


class FormReader(HTMLParser):
    """Reads what a browser would send."""

    def __init__(self, address):
        super().__init__()
        self.address, self.found, self.inside = address, None, False
        self.select = self.area = None
        self.in_content = self.in_template = False

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.in_content = self.in_content or tag == "main"
        if tag == "template":
            self.in_template = True
        elif tag == "form" and self.in_content and self.found is None and given.get("method") == "post":
            self.inside = (given.get("action") or self.address) == self.address
            self.found = {} if self.inside else None
        elif self.inside and not self.in_template:
            self._field(tag, given)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag == "template":
            self.in_template = False
        elif tag == "form":
            self.inside = False
        elif tag == "textarea" and self.area:
            self._add(self.area[0], self.area[1].removeprefix("\n"))
            self.area = None
        elif tag == "select":
            self.select = None

    def handle_data(self, text):
        if self.area:
            self.area = (self.area[0], self.area[1] + text)

    def _field(self, tag, given):
        name, kind = given.get("name"), given.get("type", "text")
        if tag == "textarea":
            self.area = (name, "")
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in given:
            self._add(self.select, given.get("value", ""))
        elif tag == "input" and name and (kind not in UNSENT or "checked" in given):
            self._add(name, given.get("value", "on" if kind == "checkbox" else ""))

    def _add(self, name, value):
        if name != "csrfmiddlewaretoken":
            self.found.setdefault(name, []).append(value)
