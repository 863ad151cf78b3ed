"""The form of who hands on: a record of where a version went."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.validators import URLValidator
from django.utils import timezone

from followups.web_addresses import fault_of, plain
from offices.days import DayField
from reports.issuing.handing.handovers import Handing
from reports.models import HandoverKind, Report

LONGEST_LINK = 500


class HandoverForm(forms.Form):
    """What happened to which version, when, and where it can be read."""

    version = forms.TypedChoiceField(label="Versi laporan", coerce=int)
    kind = forms.ChoiceField(label="Jenis", choices=HandoverKind)
    party = forms.CharField(
        label="Dikirim kepada / dimuat di",
        max_length=200,
        help_text="Misalnya KPU Provinsi Jawa Timur, atau situs web satuan kerja.",
    )
    happened_on = DayField("Tanggal")
    note = forms.CharField(
        label="Catatan",
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Wajib diisi bila laporan dikembalikan: tuliskan alasannya.",
    )
    link = forms.URLField(
        label="Tautan",
        required=False,
        max_length=LONGEST_LINK,
        assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])],
        help_text="Alamat laporan yang dipublikasikan; terlihat pula pada halaman Cek Keaslian Dokumen.",
    )

    def __init__(self, *args: Any, versions: Iterable[Report], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(report.version, f"Versi {report.version}") for report in versions]
        cast(forms.ChoiceField, self.fields["version"]).choices = choices
        self.fields["happened_on"].initial = timezone.localdate()

    def clean_link(self) -> str:
        link = plain(str(self.cleaned_data["link"]))
        if fault := fault_of(link, LONGEST_LINK) if link else "":
            raise forms.ValidationError(fault)
        return link

    def handing(self) -> Handing:
        return Handing(**{name: self.cleaned_data[name] for name in Handing.__dataclass_fields__})
