"""The forms about an office and its units. Those about people are in people/forms.py, the trail's in trail/forms.py."""

from typing import Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.safestring import SafeString

from offices.days import DayField
from offices.declining import Declined
from offices.fields import ADDRESS, EMAIL, PHONE, PLACE, POSTAL_CODE, SHORT_NAME, WEBSITE, Field
from offices.models import Office, ParafRule, Role, Zone, role_choices
from offices.nip import clean_nip, needs_pppk, nip_fault
from offices.numbering import check_pattern
from offices.profile.contact import fault_of as contact_fault
from offices.profile.saving import Profile, Social, profile_of
from offices.sending.versions import OpenedForm, opened_on

SOCIAL, MOST_SOCIALS = "social", 12
CALLED = ("head_called", "secretary_called", "admin_called", "staff_called")


class OneLineField(forms.CharField):
    """A name or an address on one line: what was pasted over several, or with tabs, is put on one."""

    def to_python(self, value: Any) -> Any:
        return " ".join((super().to_python(value) or "").split())


def text(label: str, most: int, help_text: str = "", **options: Any) -> OneLineField:
    return OneLineField(label=label, max_length=most, help_text=help_text, **options)


def lines(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


def check_typed_nip(form: forms.Form, name: str, *, pppk: bool) -> None:
    """Put the digits of a typed NIP into the cleaned data, or say at the field what is wrong with it."""
    nip = clean_nip(form.cleaned_data.get(name) or "")
    form.cleaned_data[name] = nip
    if nip and (fault := nip_fault(nip, pppk=pppk)):
        form.add_error(name, fault)


class SocialRows(forms.HiddenInput):
    """The rows of the social media as one value of the profile: of two writers at once it is asked about as a whole."""

    def value_from_datadict(self, data: Any, _files: Any, _name: str) -> list[str]:
        numbers = range(MOST_SOCIALS + 1)
        rows = [[data.get(f"{SOCIAL}-{at}-{name}", "").strip() for name in ("platform", "label")] for at in numbers]
        return [": ".join(row) for row in rows if any(row)]

    def render(self, *_args: Any, **_options: Any) -> SafeString:
        """The rows are drawn by themselves."""
        return SafeString("")


class ProfileForm(OpenedForm):
    """What an office says of itself; its accounts in social media stand in a set of their own."""

    name = text("Nama lengkap", 200, "Seperti tercetak pada sampul laporan.")
    short_name = text(SHORT_NAME.label, 100)
    place = text(PLACE.label, 100, "Kota atau kabupaten, misalnya Ngawi.")
    address = lines(ADDRESS.label, "Tercetak pada sampul belakang laporan.")
    postal_code = text(POSTAL_CODE.label, 20, required=False)
    phone = text(PHONE.label, 100, required=False)
    email = forms.CharField(label=EMAIL.label, max_length=200, required=False, widget=forms.EmailInput)
    website = text(WEBSITE.label, 200, required=False)
    all_units_label = text("Sebutan seluruh unit", 100, "Tercetak bila semua unit bertanggung jawab atas sebuah RTL.")
    zone = forms.ChoiceField(
        label="Zona waktu",
        choices=Zone.choices,
        required=False,  # a page that was opened before there were zones changes none
        help_text="Menentukan hari ini, batas tanggal, dan jam pada halaman satuan kerja ini.",
    )
    paraf = forms.ChoiceField(
        label="Paraf kepala unit pada draf laporan",
        choices=ParafRule.choices,
        required=False,  # as the zone
        help_text="Kepala unit penanggung jawab membaca draf dan memberi paraf sebelum laporan ditandatangani.",
    )
    head_called = text("Kepala unit", 60, "Misalnya Kepala Bagian, Kepala Seksi, atau Kasubbag TU.", required=False)
    secretary_called = text(
        "Sekretaris", 60, "Yang menandatangani laporan, misalnya Kepala atau Camat.", required=False
    )
    admin_called = text("Admin", 60, required=False)
    staff_called = text("Operator", 60, required=False)
    number_template = text(
        "Pola nomor dokumen",
        100,
        "Misalnya {nomor}/{klasifikasi}-{jenis}/{kode}/{tahun}. Kosongkan bila laporan tidak bernomor.",
        required=False,
    )
    number_classification = text("Kode klasifikasi", 30, "Misalnya ORT.07.", required=False)
    number_unit_code = text("Kode satuan kerja pada nomor", 30, required=False)
    pdf_limit_mb = forms.IntegerField(
        label="Batas ukuran PDF (MB)",
        required=False,
        min_value=1,
        max_value=200,
        help_text="Bila diisi, foto diperkecil saat laporan disiapkan sampai berkasnya muat.",
    )
    second_factor_roles = forms.MultipleChoiceField(
        label="Wajib bagi peran",
        required=False,
        choices=Role.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Selalu wajib bagi penyimpan kunci tanda tangan dan pengelola lebih dari satu satuan kerja.",
    )
    signatory_name = text("Nama", 200, required=False)
    signatory_title = text("Jabatan", 300, required=False)
    signatory_nip = text("NIP", 30, "18 angka; spasi boleh ada.", required=False)
    pppk = forms.BooleanField(
        label="Penanda tangan adalah PPPK",
        required=False,
        help_text="Nomor induk PPPK tidak memuat bulan pengangkatan, sehingga hanya panjang dan tanggal lahirnya "
        "yang diperiksa.",
    )
    socials = forms.Field(label="Media sosial", required=False, widget=SocialRows)

    def clean(self) -> dict[str, Any]:
        super().clean()
        check_typed_nip(self, "signatory_nip", pppk=bool(self.cleaned_data.get("pppk")))
        self._check_pattern()
        for name in CALLED:
            if name not in self.data:  # a page that was opened before roles had names changes none
                self.cleaned_data[name] = self.initial.get(name, "")
        return self.cleaned_data

    def clean_postal_code(self) -> str:
        return self._checked(POSTAL_CODE)

    def clean_email(self) -> str:
        return self._checked(EMAIL)

    def clean_website(self) -> str:
        return self._checked(WEBSITE)

    def _checked(self, field: Field) -> str:
        """What was typed into a field, unless it is another than what stands there and cannot be one."""
        typed: str = self.cleaned_data[field.key]
        fault = contact_fault(field, typed)
        if fault and typed != self.initial.get(field.key):
            raise forms.ValidationError(fault)
        return typed

    def clean_zone(self) -> str:
        return self.cleaned_data["zone"] or str(self.initial.get("zone", Zone.WIB))

    def clean_paraf(self) -> str:
        return self.cleaned_data["paraf"] or str(self.initial.get("paraf", ParafRule.SHOWN))

    def _check_pattern(self) -> None:
        typed = {
            name: self.cleaned_data.get(f"number_{name}", "") for name in ("template", "classification", "unit_code")
        }
        pattern = typed.pop("template")
        try:
            if pattern:
                check_pattern(pattern, **typed)
        except Declined as refused:
            self.add_error("number_template", str(refused))

    def profile(self, socials: tuple[Social, ...]) -> Profile:
        values = {name: value for name, value in self.cleaned_data.items() if name in Profile.__dataclass_fields__}
        values["second_factor_roles"] = tuple(values["second_factor_roles"])
        return Profile(**values | {"socials": socials})


class SocialForm(forms.Form):
    """One account in a social medium; an empty row is none."""

    platform = text("Media", 100, required=False)
    label = text("Nama akun", 100, required=False)

    def clean(self) -> dict[str, Any]:
        super().clean()
        typed = {name: self.cleaned_data.get(name, "") for name in ("platform", "label")}
        if any(typed.values()) and not all(typed.values()):
            empty = next(name for name, value in typed.items() if not value)
            self.add_error(empty, "Isi media dan nama akunnya, atau kosongkan keduanya untuk menghapus baris ini.")
        return self.cleaned_data


SocialFormSet = formset_factory(SocialForm, extra=1, max_num=MOST_SOCIALS)


def socials_in(rows: "BaseFormSet[SocialForm]") -> tuple[Social, ...]:
    """The rows of a valid set that are not empty; of one that was not sent those that it shows."""
    if not rows.is_bound:
        return tuple(Social(**row) for row in rows.initial or ())
    found = [form.cleaned_data for form in rows.forms if form.cleaned_data.get("platform")]
    return tuple(Social(row["platform"], row["label"]) for row in found)


def profile_forms(office: Office, data: Any = None) -> "tuple[ProfileForm, BaseFormSet[SocialForm]]":
    """The form and the set of rows, filled in with what is stored.

    ``data`` may say that the stored rows are to stay (sending/versions.py): by a value of its own for them.
    """
    stored = profile_values(office)
    rows = [{"platform": social.platform, "label": social.label} for social in profile_of(office).socials]
    form = ProfileForm(data, initial=stored | opened_on(stored))
    cast(forms.MultipleChoiceField, form.fields["second_factor_roles"]).choices = role_choices(office)
    typed = None if data is not None and "socials" in data else data
    return form, SocialFormSet(typed, initial=rows, prefix=SOCIAL)


def profile_values(office: Office) -> dict[str, Any]:
    """What is stored, in the names of the form."""
    stored = profile_of(office)
    values = {name: getattr(stored, name) for name in Profile.__dataclass_fields__}
    socials = [f"{social.platform}: {social.label}" for social in stored.socials]
    return values | {"socials": socials, "pppk": needs_pppk(stored.signatory_nip)}


class UnitForm(OpenedForm):
    """The two names of a unit."""

    name = text("Nama lengkap unit", 200, "Misalnya Seksi Pelayanan Umum atau Bagian Tata Usaha.")
    short_name = text("Nama singkat", 100, "Misalnya Seksi Pelayanan atau TU.")

    def names(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "short_name")}


class CloseForm(forms.Form):
    """The day from which a unit is closed."""

    closed_on = DayField("Ditutup mulai tanggal", ahead=366)


class PictureForm(forms.Form):
    """One picture, as it comes from the computer or the telephone."""

    picture = forms.FileField(
        label="Pilih gambar",
        widget=forms.FileInput(attrs={"accept": "image/*", "data-called": "gambar"}),
        error_messages={"required": "Pilih dahulu berkas gambarnya.", "empty": "Berkas ini kosong."},
    )
