"""The forms about people: who they are and which roles they have."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.conf import settings

from offices.fields import MAIL_FAULTS
from offices.models import UNIT_ROLES, Employment, Office, Role, role_name
from offices.people.roster import Details, Grant
from offices.profile.forms import check_typed_nip, text
from offices.sending.versions import OpenedForm
from offices.usernames import valid_username

NIP_HELP = "18 angka; spasi boleh ada. Untuk pegawai selain PNS dan PPPK dikosongkan."
ROLE_HELP = {
    Role.ADMIN: "mengelola data, rencana, bukti dukung, unit, dan pengguna",
    Role.SECRETARY: "membaca semuanya, menyetujui realisasi, menyunting teks, dan menandatangani laporan",
    Role.SUPERVISOR: "membaca satuan kerja di bawah satuan kerja ini",
}


class PersonForm(OpenedForm):
    """Who somebody is, and the roles. ``office_roles`` hold everywhere; ``staff`` and ``head`` in units."""

    name = text("Nama lengkap", 200)
    employment = forms.ChoiceField(label="Status kepegawaian", choices=Employment.choices)
    nip = text("NIP", 30, NIP_HELP, required=False)
    job_title = text("Jabatan", 200, required=False)
    email = forms.EmailField(label="Surel", max_length=254, required=False, error_messages=MAIL_FAULTS)
    office_roles = forms.MultipleChoiceField(
        label="Di seluruh satuan kerja",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    staff = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    head = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, office: Office, grants: frozenset[Grant] = frozenset(), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {grant.unit for grant in grants}
        units = [
            (str(unit.pk), f"{unit.short_name} (ditutup)" if unit.closed_on else unit.short_name)
            for unit in office.units.all()
            if not unit.closed_on or unit.pk in held
        ]
        whole = cast(forms.MultipleChoiceField, self.fields["office_roles"])
        whole.choices = [(role.value, f"{role_name(role, office)}: {told}") for role, told in ROLE_HELP.items()]
        for role in UNIT_ROLES:
            cast(forms.MultipleChoiceField, self.fields[role.value]).choices = units
            self.fields[role.value].label = f"{role_name(role, office)} di unit"
            self.initial[role.value] = [str(grant.unit) for grant in grants if grant.role == role]
        self.initial["office_roles"] = [grant.role for grant in grants if grant.unit is None]

    def clean(self) -> dict[str, Any]:
        super().clean()
        employment = self.cleaned_data.get("employment")
        check_typed_nip(self, "nip", pppk=employment == Employment.PPPK)
        if employment == Employment.OTHER and self.cleaned_data.get("nip"):
            self.add_error("nip", "Pegawai selain PNS dan PPPK tidak memiliki NIP. Kosongkan isian ini.")
        return self.cleaned_data

    def roles(self) -> Iterator[forms.BoundField]:
        """The three sets of boxes."""
        return (self[name] for name in ("office_roles", *UNIT_ROLES))

    def details(self) -> Details:
        return Details(**{name: self.cleaned_data[name] for name in Details.__dataclass_fields__})

    def grants(self) -> frozenset[Grant]:
        whole = {Grant(role) for role in self.cleaned_data["office_roles"]}
        in_units = {Grant(role.value, int(unit)) for role in UNIT_ROLES for unit in self.cleaned_data[role.value]}
        return frozenset(whole | in_units)


class NewPersonForm(PersonForm):
    """A person with a new user name, which stays."""

    username = text(
        "Nama pengguna",
        150,
        "Untuk masuk; tidak dapat diubah lagi. Huruf a–z (selalu huruf kecil), angka, dan tanda @ . - _ saja.",
        validators=[valid_username],
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
    )

    by_mail = forms.BooleanField(
        label="Kirim undangan ke alamat surel ini",
        required=False,
        help_text="Yang bersangkutan membuat kata sandinya sendiri dengan tautan; tidak ada kata sandi sementara.",
    )
    field_order = ("username",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not settings.HAS_MAIL:
            del self.fields["by_mail"]

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("by_mail") and not self.cleaned_data.get("email"):
            self.add_error("email", "Isi alamat surel, agar undangan dapat dikirim.")
        return self.cleaned_data
