"""The forms about issuing a report: prepare, sign, upload, give a reason, keep a key."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format

from followups.months import Month
from offices.days import DayField
from offices.nip import check_nip, clean_nip
from offices.numbering import LONGEST
from offices.zones import today_of
from reports.document.source import Acknowledger
from reports.findings.reasons import LONGEST_REASON
from reports.issuing import Declared, Will, Wish
from reports.issuing.by_hand.written import Blanks, ByPen, blanks_of
from reports.issuing.contents import is_early
from reports.issuing.preparing import DAYS_AHEAD
from reports.issuing.signing_here import READ_AND_AGREED
from reports.issuing.usual import usual_signing
from reports.models import Report, SigningWay
from reports.signing.keys.certificate import Certificate
from surveys.models import Survey

WAYS = (
    (SigningWay.HERE, "Di portal ini, dengan kunci (.p12) milik penanda tangan"),
    (SigningWay.ELSEWHERE, "Dengan layanan tanda tangan elektronik lain, misalnya BSrE: berkas diunduh lalu diunggah"),
    (SigningWay.BY_HAND, "Dengan tangan: dicetak, ditandatangani dan dicap, lalu pindaiannya diunggah"),
)

SECOND = ("second_title", "second_name", "second_nip")
"""The fields of who acknowledges it, in the order of Acknowledger."""


def _line(label: str, longest: int, help_text: str = "") -> forms.CharField:
    """One line that may stay empty."""
    look = {"autocomplete": "off", "class": "form-control"}
    return forms.CharField(
        label=label, max_length=longest, required=False, widget=forms.TextInput(look), help_text=help_text
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
    limit_mb = forms.IntegerField(
        label="Batas unggah tujuan (MB)",
        required=False,
        min_value=1,
        max_value=200,
        widget=forms.NumberInput({"class": "form-control", "inputmode": "numeric"}),
        help_text="Ukuran terbesar yang diterima tujuan. Foto diperkecil saat disiapkan, tidak sesudahnya.",
    )
    rank = _line("Pangkat/Golongan penanda tangan", 100, "Misalnya Pembina Tk. I (IV/b). Kosongkan bila tidak dicetak.")
    pen_day = forms.BooleanField(label="Tanggal ditulis dengan pena", required=False)
    pen_number = forms.BooleanField(label="Nomor ditulis dengan pena", required=False)
    second_title = _line("Jabatan", 300)
    second_name = _line("Nama", 200)
    second_nip = _line("NIP", 30)

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
        usual = usual_signing(survey)
        super().__init__(data, initial=usual | {"dated": self.today, "limit_mb": office.pdf_limit_mb})
        self.fields["dated"].required = False
        if office.number_template:
            self.fields["number"].help_text = f"Bagian {{nomor}} dari pola {office.number_template}."
            self.fields["number"].widget.attrs |= {"class": "form-control", "autocomplete": "off"}
        else:
            del self.fields["number"]

    def clean(self) -> dict[str, Any]:
        chosen: dict[str, Any] = super().clean() or {}
        if not chosen.get("dated") and not chosen.get("pen_day") and "dated" not in self.errors:
            self.add_error("dated", "Isi tanggal laporan, atau pilih bahwa tanggalnya ditulis dengan pena.")
        self._check_second(chosen)
        return chosen

    def _check_second(self, chosen: dict[str, Any]) -> None:
        """Post and name belong together; the number may be left out."""
        chosen["second_nip"] = clean_nip(chosen.get("second_nip", ""))
        named = [name for name in SECOND if chosen.get(name)]
        for name in ("second_title", "second_name"):
            if named and not chosen.get(name):
                self.add_error(name, "Isi jabatan dan nama pejabat yang mengetahui, atau kosongkan semuanya.")
        if chosen["second_nip"]:
            try:
                check_nip(chosen["second_nip"])
            except ValueError as error:
                self.add_error("second_nip", str(error))

    def wish(self) -> Wish:
        chosen = self.cleaned_data
        second = Acknowledger(*(chosen[name] for name in SECOND)) if chosen["second_name"] else None
        return Wish(
            chosen["way"],
            None if chosen["pen_day"] else chosen["dated"],
            chosen.get("number", ""),
            reason=chosen["reason"],
            early=chosen["early"],
            pen_number=chosen["pen_number"],
            rank=chosen["rank"],
            acknowledger=second,
            limit_mb=chosen["limit_mb"],
        )

    @property
    def asks_for_pen(self) -> bool:
        """Whether something is chosen that only a signature by hand has, so that it stays in sight."""
        return any(self[name].value() for name in ("pen_day", "pen_number", *SECOND))

    @property
    def asks_whether_early(self) -> bool:
        """Whether the date that stands there is within the follow-up."""
        day = self.cleaned_data.get("dated") if self.is_bound and self.is_valid() else None
        day = day or self.today
        return self.ends is not None and is_early(self.ends, day)


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


def written_fields(blanks: Blanks) -> dict[str, forms.Field]:
    """The fields that ask what the pen wrote where a version left something blank."""
    fields: dict[str, forms.Field] = {}
    if blanks.day:
        fields["dated"] = DayField("Tanggal yang ditulis pada naskah", help_text="Tanggal di atas tanda tangan.")
    if blanks.number:
        fields["number"] = forms.CharField(
            label="Nomor yang ditulis pada naskah",
            max_length=LONGEST,
            required=False,
            widget=forms.TextInput({"autocomplete": "off", "class": "form-control"}),
            help_text="Kosongkan bila belum bernomor; nomor dapat dicatat kemudian.",
        )
    return fields


class SentForm(forms.Form):
    """What the pen wrote on the pages of which the file that is sent is made."""

    def __init__(self, report: Report, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, auto_id="kirim_%s")
        self.fields |= written_fields(blanks_of(report))

    def written(self) -> ByPen:
        return written_in(self.cleaned_data)


class NumberForm(forms.Form):
    """The number that a report got after it was signed."""

    number = forms.CharField(
        label="Nomor dokumen",
        max_length=LONGEST,
        widget=forms.TextInput({"autocomplete": "off", "class": "form-control"}),
    )


def written_in(cleaned: Mapping[str, Any]) -> ByPen:
    """What was filled in of these fields."""
    return ByPen(cleaned.get("dated"), cleaned.get("number", ""))


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

    def __init__(self, report: Report, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        by_hand = report.way == SigningWay.BY_HAND
        self.fields |= written_fields(blanks_of(report))
        self.fields["file"].label = "Pindaian laporan" if by_hand else "Berkas PDF yang sudah ditandatangani"
        self.fields["file"].widget.attrs["accept"] = (
            "application/pdf,image/jpeg,image/png" if by_hand else "application/pdf"
        )

    def written(self) -> ByPen:
        return written_in(self.cleaned_data)

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
