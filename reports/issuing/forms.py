"""The forms about issuing a report: prepare, sign, upload, give a reason, keep a key."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format

from followups.months import Month
from offices.days import DayField
from offices.zones import today_of
from reports.findings.reasons import LONGEST_REASON
from reports.issuing import Declared, Will, Wish
from reports.issuing.contents import is_early
from reports.issuing.preparing import DAYS_AHEAD
from reports.issuing.signing_here import READ_AND_AGREED
from reports.models import SigningWay
from reports.signing.keys.certificate import Certificate
from surveys.models import Survey

WAYS = (
    (SigningWay.HERE, "Di portal ini, dengan kunci (.p12) milik penanda tangan"),
    (SigningWay.ELSEWHERE, "Dengan layanan tanda tangan elektronik lain, misalnya BSrE: berkas diunduh lalu diunggah"),
    (SigningWay.BY_HAND, "Dengan tangan: dicetak, ditandatangani dan dicap, lalu pindaiannya diunggah"),
)


class PrepareForm(forms.Form):
    """How, when and under which number the report is signed; the number only where the office has a pattern.

    ``ends``: the last month of what the report looks back on, if it has to be over.
    """

    way = forms.ChoiceField(label="Cara penandatanganan", choices=WAYS, widget=forms.RadioSelect)
    dated = DayField(
        "Tanggal laporan",
        ahead=DAYS_AHEAD,
        help_text=f"Tercetak di atas tanda tangan: tanggal-bulan-tahun, paling lambat {DAYS_AHEAD} hari lagi.",
    )
    early = forms.BooleanField(
        label="Laporan disiapkan sebelum masa tindak lanjut berakhir.",
        required=False,
        help_text="RTL yang masih berjalan tercetak sebagai belum dilaksanakan.",
    )
    number = forms.CharField(label="Nomor urut dokumen", max_length=20, required=False)

    reason = forms.CharField(
        label="Penjelasan atas catatan ini",
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 3, "class": "form-control"}),
        help_text="Hanya untuk catatan Perlu penjelasan.",
    )

    def __init__(self, survey: Survey, ends: Month | None, data: Mapping[str, Any] | None = None) -> None:
        self.ends = ends
        office = survey.office
        self.today = today_of(office)
        super().__init__(data, initial={"dated": self.today, "way": SigningWay.HERE})
        if office.number_template:
            self.fields["number"].help_text = f"Bagian {{nomor}} dari pola {office.number_template}."
            self.fields["number"].widget.attrs |= {"class": "form-control", "autocomplete": "off"}
        else:
            del self.fields["number"]

    def wish(self) -> Wish:
        chosen = self.cleaned_data
        return Wish(
            chosen["way"], chosen["dated"], chosen.get("number", ""), reason=chosen["reason"], early=chosen["early"]
        )

    @property
    def asks_whether_early(self) -> bool:
        """Whether the date that stands there is within the follow-up."""
        day = self.cleaned_data.get("dated") if self.is_bound and self.is_valid() else self.today
        return day is not None and self.ends is not None and is_early(self.ends, day)


class ReasonForm(forms.Form):
    """Why a step back is taken."""

    reason = forms.CharField(
        label="Alasan", max_length=LONGEST_REASON, widget=forms.Textarea({"rows": 3, "class": "form-control"})
    )

    def __init__(self, name: str, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id=f"{name}_%s")


def passphrase_field(label: str) -> forms.CharField:
    """Never shown again, never offered for keeping."""
    look = {"autocomplete": "off", "class": "form-control", "spellcheck": "false"}
    return forms.CharField(
        label=label, strip=False, max_length=500, widget=forms.PasswordInput(attrs=look, render_value=False)
    )


class SignHereForm(forms.Form):
    """The signatory's declaration and passphrase; neither box is ever ticked beforehand."""

    agreed = forms.BooleanField(required=False)
    other_holder = forms.BooleanField(required=False, label="Saya menandatangani atas nama jabatan tersebut.")
    own_key = forms.BooleanField(
        required=False, label="Kunci ini milik saya sendiri, dan hanya saya yang memegang frasa sandinya."
    )
    passphrase = passphrase_field("Frasa sandi kunci")

    def __init__(self, version: int, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        self.fields["agreed"].label = READ_AND_AGREED.format(version=version)

    def will(self) -> Will:
        return Will(self.cleaned_data["agreed"], self.cleaned_data["other_holder"], self.cleaned_data["own_key"])


class UploadForm(forms.Form):
    """One file that comes back; for one signed elsewhere, what is declared about its certificate."""

    file = forms.FileField(label="Berkas hasil tanda tangan", error_messages={"required": "Pilih berkasnya dahulu."})
    other_holder = forms.BooleanField(
        required=False,
        label="Sertifikat atas nama lain: saya tahu, dan orang itu berwenang menandatangani laporan ini.",
    )
    unknown_issuer = forms.BooleanField(
        required=False, label="Penerbit sertifikat tidak terdaftar di portal ini: saya yakin akan asalnya."
    )
    issuer_reason = forms.CharField(
        label="Alasan menerima penerbit itu",
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea({"rows": 2, "class": "form-control"}),
    )

    def __init__(self, way: str, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        by_hand = way == SigningWay.BY_HAND
        self.fields["file"].label = "Pindaian laporan" if by_hand else "Berkas PDF yang sudah ditandatangani"
        self.fields["file"].widget.attrs["accept"] = (
            "application/pdf,image/jpeg,image/png" if by_hand else "application/pdf"
        )

    def declared(self) -> Declared:
        told = self.cleaned_data
        return Declared(told["other_holder"], told["unknown_issuer"], told["issuer_reason"])

    @property
    def is_declaring(self) -> bool:
        """Whether something about the certificate was ticked or typed, so that it stays in sight."""
        return any(self[name].value() for name in ("other_holder", "unknown_issuer", "issuer_reason"))


class KeyForm(forms.Form):
    """A key with its passphrase, which is tried once."""

    container = forms.FileField(
        label="Berkas kunci (.p12 atau .pfx)",
        error_messages={"required": "Pilih berkas kuncinya dahulu."},
        widget=forms.ClearableFileInput({"accept": ".p12,.pfx,application/x-pkcs12"}),
    )
    passphrase = passphrase_field("Frasa sandi kunci")
    wanted = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def ask_which(self, choices: Sequence[Certificate]) -> None:
        """Show the keys of the container to choose from; the file itself has to be chosen again."""
        days = ((choice, date_format(choice.not_after, "j F Y")) for choice in choices)
        told = [
            (one.fingerprint, f"{one.holder}, diterbitkan oleh {one.issuer}, berlaku sampai {day}") for one, day in days
        ]
        self.fields["wanted"] = forms.ChoiceField(label="Kunci yang dipakai", choices=told, widget=forms.RadioSelect)
