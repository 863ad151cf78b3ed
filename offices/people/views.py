"""The pages of an office's people, for its admins."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from offices.account.confirming import asked_first
from offices.lists.narrowing import Facet, narrowed
from offices.models import UNIT_ROLES, Membership, Office, User, role_choices
from offices.people.factor_removal import OF_THE_OFFICE_ABOVE, is_for_the_office_above, reset_second_factor
from offices.people.forms import NewPersonForm, PersonForm
from offices.people.roster import (
    ELSEWHERE,
    Details,
    add_person,
    belongs_elsewhere,
    change_person,
    details_of,
    disable_person,
    enable_person,
    grants_of,
    people_of,
    reset_password,
)
from offices.people.small import FEWEST, declare_small, is_small, people_count
from offices.permissions import Action, fetch, visible
from offices.profile.holding import held_office
from offices.profile.views import frame
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.changes import last_change
from offices.sending.once import once
from offices.sending.versions import choice, met, opened_on

CREATED = 201


@dataclass(frozen=True, slots=True)
class Deed:
    """What a button does to a person, what is asked before ("Sebelum …"), and what is told afterwards."""

    verb: Callable[[Office, User, User], None]
    asked: str
    told: str


DISABLING = Deed(disable_person, "menonaktifkan akun {}", "{} dinonaktifkan; semua sesinya sudah berakhir.")
ENABLING = Deed(enable_person, "mengaktifkan akun {}", "{} dapat masuk kembali.")
REMOVING_FACTOR = Deed(
    reset_second_factor,
    "menghapus verifikasi dua langkah {}",
    "Verifikasi dua langkah {} dihapus. Mintalah untuk mengaktifkannya lagi setelah masuk.",
)


@login_required
@require_safe
def people(request: AuthedRequest, code: str) -> HttpResponse:
    """Everyone with a role in the office: roles, last log-in, state."""
    return _people_page(request, _office(request, code))


@login_required
@require_POST
def people_small(request: AuthedRequest, code: str) -> HttpResponse:
    """Declare once that the office is too small for a second person."""
    office = _office(request, code)
    if question := asked_first(request, "menyatakan satuan kerja ini kecil"):
        return question
    with answered() as answer:
        declare_small(office, request.user)
        messages.success(request, "Satuan kerja dinyatakan kecil; tercatat di riwayat perubahan.")
        return redirect("people", code)
    messages.error(request, answer.fault)
    return _people_page(request, office)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def person_new(request: AuthedRequest, code: str) -> HttpResponse:
    """A new account; the answer shows its temporary password, once, unless an invitation goes out by mail."""
    office = _office(request, code)
    form = NewPersonForm(request.POST if request.method == "POST" else None, office=office)
    if form.is_valid():
        if question := asked_first(request, "menambah pengguna"):
            return question
        with answered(form):
            username = form.cleaned_data["username"]
            by_mail = form.cleaned_data.get("by_mail", False)
            details = form.details()
            user, password = add_person(office, request.user, username, details, form.grants(), by_mail=by_mail)
            if by_mail:
                messages.success(request, f"Undangan untuk {user.name} dikirim ke {user.email}.")
                return redirect("person", code, user.pk)
            return _shown_once(request, office, user, password)
    context = frame(request, office, "people") | {"form": form}
    return render(request, "offices/people/person_new.html", context, status=status_of(request))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """One person: who they are, their roles, and how they get in."""
    office = _office(request, code)
    if request.method != "POST":
        user = _person(office, pk)
        return _person_page(request, office, user, _form_of(office, user))
    with held_office(office):
        user = _person(office, pk)
        meeting = met(request.POST, [_form_of(office, user)], _stored(office, user))
        form = _form_of(office, user, meeting.data)
        if meeting.differences:
            change = last_change(user, request.user, "person.change", "person.add")
            return _person_page(request, office, user, form, **choice(meeting, change))
        if form.is_valid():
            if question := asked_first(request, f"mengubah data atau peran {user.name}"):
                return question
            with answered(form):
                change_person(office, request.user, user, form.details(), form.grants())
                messages.success(request, f"Data {user.name} tersimpan.{meeting.told}")
                return redirect("people", code)
        return _person_page(request, office, user, form)


@login_required
@require_POST
def person_disable(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Shut a person out."""
    return _done(request, code, pk, DISABLING)


@login_required
@require_POST
def person_enable(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Let a person in again."""
    return _done(request, code, pk, ENABLING)


@login_required
@require_POST
def person_reset_second_factor(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """Let a person in who has lost the telephone."""
    return _done(request, code, pk, REMOVING_FACTOR)


@login_required
@require_POST
def person_reset_password(request: AuthedRequest, code: str, pk: int) -> HttpResponse:
    """A new temporary password; the answer shows it, once."""
    office = _office(request, code)
    user = _person(office, pk)
    if question := asked_first(request, f"membuat kata sandi sementara untuk {user.name}"):
        return question
    with answered() as answer:
        return _shown_once(request, office, user, reset_password(office, request.user, user))
    return _person_page(request, office, user, _form_of(office, user), fault=answer.fault)


def _done(request: AuthedRequest, code: str, pk: int, deed: Deed) -> HttpResponse:
    office = _office(request, code)
    user = _person(office, pk)
    if question := asked_first(request, deed.asked.format(user.name)):
        return question
    with answered() as answer:
        deed.verb(office, request.user, user)
        messages.success(request, deed.told.format(user.name))
        return redirect("person", code, pk)
    return _person_page(request, office, user, _form_of(office, user), fault=answer.fault)


def _people_page(request: AuthedRequest, office: Office) -> HttpResponse:
    may_be_small = office.small_since is None and people_count(office) < FEWEST
    below = visible(request.user, Action.RELEASE_BELOW, Office.objects.filter(parent=office))
    listed = narrowed(request.GET, _listed(office), "pengguna", _words_of, _facets(office))
    shown = {"list": listed, "below": below, "may_be_small": may_be_small, "is_small": is_small(office)}
    return render(
        request, "offices/people/people.html", frame(request, office, "people") | shown, status=status_of(request)
    )


def _facets(office: Office) -> tuple[Facet[Any], ...]:
    """By what the people of an office are chosen: role, unit, whether they can log in."""
    units = [(str(unit.pk), unit.short_name) for unit in office.units.all()]
    states = [("aktif", "Aktif"), ("nonaktif", "Nonaktif")]
    return (
        Facet("peran", "Peran", role_choices(office), lambda person: [role.role for role in person.roles_here]),
        Facet("unit", "Unit", units, lambda person: [str(role.unit_id) for role in person.roles_here if role.unit_id]),
        Facet("status", "Status", states, lambda person: ["aktif" if person.is_active else "nonaktif"]),
    )


def _words_of(person: User) -> str:
    return f"{person.name} {person.username} {person.job_title}"


def _office(request: AuthedRequest, code: str) -> Office:
    return fetch(request.user, Action.MANAGE_PEOPLE, Office.objects.all(), code=code)


def _person(office: Office, pk: int) -> User:
    """Somebody of this office; whoever has no role in it does not exist here."""
    return get_object_or_404(people_of(office), pk=pk)


def _form_of(office: Office, user: User, data: Any = None) -> PersonForm:
    initial = asdict(details_of(user)) | opened_on(_stored(office, user))
    form = PersonForm(data, initial=initial, office=office, grants=grants_of(user, office))
    if belongs_elsewhere(user, office):
        for name in Details.__dataclass_fields__:
            form.fields[name].disabled = True
    return form


def _stored(office: Office, user: User) -> dict[str, Any]:
    """Who somebody is and which roles they have, in the names of the form."""
    grants = grants_of(user, office)
    in_units = {role.value: [str(grant.unit) for grant in grants if grant.role == role] for role in UNIT_ROLES}
    whole = {"office_roles": [grant.role for grant in grants if grant.unit is None]}
    return asdict(details_of(user)) | in_units | whole


def _person_page(
    request: AuthedRequest,
    office: Office,
    user: User,
    form: PersonForm,
    **more: Any,
) -> HttpResponse:
    context = frame(request, office, "people") | {
        "person": user,
        "form": form,
        "fault": "",
        "elsewhere": ELSEWHERE if belongs_elsewhere(user, office) else "",
        "has_second_factor": Authenticator.objects.filter(user=user).exists(),
        "factor_obstacle": OF_THE_OFFICE_ABOVE if is_for_the_office_above(user, office) else "",
        "is_self": user.pk == request.user.pk,
    }
    return render(
        request, "offices/people/person.html", context | {"differences": ()} | more, status=status_of(request, more)
    )


def _shown_once(request: AuthedRequest, office: Office, user: User, password: str) -> HttpResponse:
    """The answer itself carries the password: so nothing has to keep it, and no address leads back to it."""
    context = frame(request, office, "people") | {"person": user, "password": password}
    response = render(request, "offices/people/password_once.html", context, status=CREATED)
    response.headers["Location"] = reverse("person", args=(office.code, user.pk))  # for who asks a second time
    add_never_cache_headers(response)
    return response


def _listed(office: Office) -> QuerySet[User]:
    roles = Membership.objects.filter(office=office).select_related("unit", "office").order_by("role", "unit__position")
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return (
        people_of(office)
        .prefetch_related(Prefetch("memberships", roles, to_attr="roles_here"))
        .annotate(has_second_factor=Exists(factors))
        .order_by("-is_active", "name", "username")
    )
