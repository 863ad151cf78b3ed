"""The cast: two offices under one parent, a person of every role, a stranger, one small cycle.

A test that commits (threads, live server, subprocess) asks for ``committed_db``; the test database
itself is in databases.py.
"""

import gc
import io
import os
import time
from contextlib import nullcontext
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from types import SimpleNamespace
from zipfile import ZipFile

import hypothesis
import lucide
import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models.expressions import Col
from django.test import Client
from django.test import client as test_client
from django.utils.functional import cached_property
from PIL import Image

from followups.evidence.places import Place
from followups.models import (
    ActionPlan,
    EvidenceGroup,
    EvidencePhoto,
    EvidenceUse,
    FollowUp,
    MonthKind,
    Priority,
    Status,
)
from offices.models import Membership, Office, Role, Unit, User
from surveys.models import Element, ElementScore, Instrument, Survey
from surveys.periods import of_period
from tests.mass import examples

PASSWORD = "kata-sandi-uji-7!"
LATER = date(2999, 3, 1)
"""A month that no report of the tests comes after."""
SCORES = {
    "persyaratan": "3.27",
    "prosedur": "3.33",
    "waktu": "3.25",
    "biaya": "4.00",
    "produk": "3.31",
    "kompetensi": "3.30",
    "perilaku": "3.33",
    "sarana": "3.76",
    "pengaduan": "3.89",
}


def pytest_configure():
    """What the tests prove hangs neither on a dear password hash nor on a list of all static files for each client.

    Nor does anybody pull the plug: no file waits for the disk. That the portal asks for it: offices/test_disk.py.

    Mail is for those that ask for it. Properties are tried on as many examples as the run has time for, and none fails
    because the machine is busy.
    """
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.WHITENOISE_AUTOREFRESH = True
    settings.HAS_MAIL = False
    os.fsync = lambda _handle: None
    hypothesis.settings.register_profile(
        "usual",
        max_examples=examples(100),
        deadline=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
    hypothesis.settings.load_profile("usual")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is imported stays until the end: to look through it for garbage again and again took an eighth of a run."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.set_threshold(50_000, 20, 20)
        gc.enable()


@pytest.fixture(autouse=True, scope="session")
def only_pages_keep_their_context():
    """Of each input that a form draws the test client would keep a copy of all that the page was drawn with."""
    keep = test_client.store_rendered_templates

    def keep_of_pages(store, signal, sender, template, context, **more):
        if not (template.name or "").startswith("django/forms/"):
            keep(store, signal, sender, template, context, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(test_client, "store_rendered_templates", keep_of_pages)
        yield


@pytest.fixture(autouse=True, scope="session")
def columns_are_told_apart_by_what_they_are():
    """For each column of an ordered query Django would bind the signature of its constructor anew to know it again."""
    known = cached_property(lambda column: (Col, column.alias, *map(Col._identity, (column.target, column.field))))
    known.__set_name__(Col, "identity")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Col, "identity", known)
        yield


@pytest.fixture(autouse=True, scope="session")
def icons_from_one_opened_archive():
    """For each icon that a process draws first, its library would read the contents of an archive of 1,700 anew."""
    with (
        lucide.open_binary("lucide", "lucide.zip") as file,
        ZipFile(file) as archive,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(lucide, "ZipFile", lambda *_file: nullcontext(archive))
        yield


@pytest.fixture
def committed_db(transactional_db):
    """A database in which a commit is one, for other threads and processes."""


@pytest.fixture
def province(db):
    return make_province()


def make_province():
    return Office.objects.create(
        code="35", name="Komisi Pemilihan Umum Provinsi Jawa Timur", short_name="KPU Jawa Timur", place="Surabaya"
    )


@pytest.fixture
def ngawi(province):
    return make_office("3521", "Ngawi", province)


@pytest.fixture
def magetan(province):
    return make_office("3520", "Magetan", province)


def make_office(code, place, parent):
    office = Office.objects.create(
        code=code,
        name=f"Komisi Pemilihan Umum Kabupaten {place}",
        short_name=f"KPU Kabupaten {place}",
        place=place,
        parent=parent,
        all_units_label="Seluruh Subbagian",
    )
    Unit.objects.bulk_create(
        Unit(office=office, key=key, name=f"Subbagian {key}", short_name=f"Subbag {key}", position=position)
        for position, key in enumerate(("kul", "rendatin", "tekhum"), 1)
    )
    return office


def make_user(username, role=None, office=None, unit=None, **fields):
    user = User.objects.create_user(username, password=PASSWORD, name=username.title(), **fields)
    if role:
        place = office.units.get(key=unit) if unit else None
        Membership.objects.create(user=user, office=office, role=role, unit=place)
    return user


@pytest.fixture
def people(ngawi, magetan, province):
    return make_people(ngawi, magetan, province)


def make_people(ngawi, magetan, province):
    """Ngawi's people by role; ``supervisor`` sits in the province above, ``stranger`` runs Magetan.

    With few queries: no other rows are made before as many tests.
    """
    kul = ngawi.units.get(key="kul")
    cast = {
        "staff": ("operator", Role.STAFF, ngawi, kul),
        "head": ("kasubbag", Role.HEAD, ngawi, kul),
        "admin": ("admin", Role.ADMIN, ngawi, None),
        "secretary": ("sekretaris", Role.SECRETARY, ngawi, None),
        "supervisor": ("pemantau", Role.SUPERVISOR, province, None),
        "stranger": ("orang-magetan", Role.ADMIN, magetan, None),
        "nobody": ("tanpa-peran", None, None, None),
    }
    made = User.objects.bulk_create(
        User(username=username, name=username.title(), password=make_password(PASSWORD))
        for username, *_where in cast.values()
    )
    Membership.objects.bulk_create(
        Membership(user=user, office=office, role=role, unit=unit)
        for user, (_username, role, office, unit) in zip(made, cast.values(), strict=True)
        if role
    )
    return SimpleNamespace(**dict(zip(cast, made, strict=True)))


@pytest.fixture
def as_user(client):
    """Log somebody in who was just asked for the password: ``as_user(people.admin).get(…)``."""

    def log_in(user) -> Client:
        client.force_login(user)
        just_confirmed(client, user)
        return client

    return log_in


def just_confirmed(client, user):
    """Put into the session what answering the question of confirming.py puts there."""
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(user.pk)
    session.save()


@pytest.fixture
def survey(ngawi):
    return make_survey(ngawi)


def make_survey(office, period="2025-S1"):
    instrument = Instrument.objects.get(key="permenpanrb-14-2017")
    survey = Survey.objects.create(
        office=office,
        instrument=instrument,
        **of_period(period),
        declared_index=Decimal("87.36"),
        signatory_name="Sari Utami",
        signatory_title=f"Sekretaris {office.name}",
    )
    ElementScore.objects.bulk_create(
        ElementScore(survey=survey, element=element, score=Decimal(SCORES[element.key]))
        for element in Element.objects.filter(instrument=instrument)
    )
    make_followup(survey)
    return survey


def make_followup(survey):
    """One priority, two plans: the first done by kul with a photo, the second open and everybody's."""
    followup = FollowUp.objects.create(survey=survey, start=date(2025, 7, 1), end=date(2025, 12, 1))
    element = Element.objects.get(instrument=survey.instrument, key="waktu")
    priority = Priority.objects.create(followup=followup, element=element, position=1)
    done = make_plan(priority, 1, status=Status.DONE, description="Loket dibuka lebih awal.")
    done.units.add(survey.office.units.get(key="kul"))
    make_plan(priority, 2, all_units=True)
    group = EvidenceGroup.objects.create(followup=followup, plan=done)
    EvidenceUse.objects.create(group=group, photo=make_photo(followup), position=1)
    return followup


def make_plan(priority, position, **fields):
    plan = ActionPlan.objects.create(priority=priority, position=position, programme=f"Program {position}", **fields)
    plan.months.create(kind=MonthKind.PLANNED, month=date(2025, 10, 1))
    return plan


def make_photo(followup, name="loket.jpg", colour="teal"):
    office = followup.survey.office
    picture = jpeg(colour)
    stored = default_storage.save(f"photos/{office.code}/{name}", ContentFile(picture))
    return EvidencePhoto.objects.create(
        office=office,
        followup=followup,
        name=name,
        sha256=sha256(picture).hexdigest(),
        width=240,
        height=180,
        size=len(picture),
        file=stored,
        thumbnail=stored,
    )


@cache
def jpeg(colour="teal"):
    buffer = io.BytesIO()
    Image.new("RGB", (240, 180), colour).save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.fixture
def own_media(settings, tmp_path):
    """A storage that no other test writes to, for tests that count what lies in it."""
    settings.MEDIA_ROOT = str(tmp_path / "media")


@pytest.fixture
def followup(survey):
    return FollowUp.objects.select_related("survey__office").get(survey=survey)


@pytest.fixture
def place(followup):
    """The plan that is done, and that kul answers for."""
    return Place(followup, plan=ActionPlan.objects.get(position=1))


@pytest.fixture
def other(followup):
    """A plan of another unit."""
    plan = make_plan(ActionPlan.objects.get(position=1).priority, 3)
    plan.units.add(followup.survey.office.units.get(key="rendatin"))
    return Place(followup, plan=plan)


@pytest.fixture
def tray(followup):
    return Place(followup)
