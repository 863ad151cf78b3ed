"""The verbs for an office itself: its profile and its pictures. Units are in units.py.

A cycle that is prepared or signed keeps what was frozen with it; only drafts print the new values.
"""

import hashlib
from dataclasses import asdict, dataclass, fields

from offices.audit import record
from offices.models import Office, ParafRule, User, Zone, picture_path
from offices.profile.holding import held_office
from offices.stored import keep_exactly

PICTURES = {
    "logo": "logo",
    "berakhlak": "values_mark",
    "bangga-melayani": "branding_mark",
    "sampul-depan": "cover_front",
    "sampul-belakang": "cover_back",
}
"""The name of a picture in addresses to its column."""


@dataclass(frozen=True, slots=True)
class Social:
    """One account of the office in a social medium, as covers print it."""

    platform: str
    label: str


@dataclass(frozen=True, slots=True)
class Profile:
    """What an office says of itself. ``signatory_*`` is what a new cycle is offered.

    ``zone`` is a value of Zone, ``paraf`` one of ParafRule; ``second_factor_roles``, values of
    Role, are those whose people must have a second factor. ``*_called``: the office's own words for roles, or empty.
    """

    name: str
    short_name: str
    place: str
    address: str
    postal_code: str
    website: str
    phone: str
    email: str
    socials: tuple[Social, ...]
    all_units_label: str
    signatory_name: str
    signatory_title: str
    signatory_nip: str
    zone: str = Zone.WIB
    paraf: str = ParafRule.SHOWN
    staff_called: str = ""
    head_called: str = ""
    admin_called: str = ""
    secretary_called: str = ""
    number_template: str = ""
    number_classification: str = ""
    number_unit_code: str = ""
    pdf_limit_mb: int | None = None
    second_factor_roles: tuple[str, ...] = ()


def profile_of(office: Office) -> Profile:
    values = {field.name: getattr(office, field.name) for field in fields(Profile)}
    return Profile(
        **values
        | {
            "socials": tuple(Social(**row) for row in office.socials),
            "second_factor_roles": tuple(office.second_factor_roles),
        }
    )


def save_profile(office: Office, actor: User, profile: Profile) -> None:
    """Write the whole profile, with one event."""
    with held_office(office) as held:
        before = asdict(profile_of(held))
        values = asdict(profile) | {"socials": [asdict(social) for social in profile.socials]}
        for name, value in values.items():
            setattr(held, name, value)
        held.save(update_fields=list(values))
        record(actor, "office.change", held, held, before=before, after=values)


def pictures_of(office: Office) -> dict[str, str]:
    """The storage paths of the pictures that the office has, by their columns."""
    names = {column: getattr(office, column).name for column in PICTURES.values()}
    return {column: name for column, name in names.items() if name}


def set_picture(office: Office, actor: User, which: str, data: bytes, extension: str) -> None:
    """Keep a picture that has been normalised, under its digest; ``which`` is a column of PICTURES. Raises Declined.

    The file of before stays: a frozen report may print it.
    """
    filename = f"{hashlib.sha256(data).hexdigest()}.{extension}"
    name = keep_exactly(picture_path(office, filename), data)
    _write_picture(office, actor, which, name, "office.picture_set")


def remove_picture(office: Office, actor: User, which: str) -> None:
    """Print without this picture from now on."""
    _write_picture(office, actor, which, "", "office.picture_remove")


def _write_picture(office: Office, actor: User, which: str, name: str, action: str) -> None:
    with held_office(office) as held:
        before = getattr(held, which).name or ""
        setattr(held, which, name)
        held.save(update_fields=[which])
        record(actor, action, held, held, before={which: before}, after={which: name})
