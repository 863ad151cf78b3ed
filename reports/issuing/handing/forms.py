"""The forms of who hands on: where a version went, and the slip that came back of it."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils import timezone

from followups.papers.field import PaperField
from followups.web_addresses import fault_of, plain
from offices.days import DayField
from reports.issuing.handing.handovers import Handing
from reports.issuing.handing.receipts import Receipt
from reports.models import Handover, HandoverKind, Report

LONGEST_LINK = 500
CHOOSE_AGAIN = "Pilih lagi foto atau pindaian ini: ia tidak ikut tersimpan karena isian lain masih keliru."


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
    expects_receipt = forms.BooleanField(
        label="Menunggu tanda terima",
        required=False,
        initial=True,
        help_text="Untuk laporan yang dikirim: penyampaian selesai setelah foto tanda terimanya disimpan. Hapus "
        "centang ini bila tidak ada tanda terima, misalnya laporan dikirim melalui aplikasi.",
    )
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
        error_messages={"invalid": "Alamat ini bukan alamat situs web. Salin alamatnya dari bilah alamat peramban."},
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
        """What was sent alone has a slip that comes back."""
        given = {name: self.cleaned_data[name] for name in Handing.__dataclass_fields__}
        is_sent = given["kind"] == HandoverKind.SENT
        return Handing(**given | {"expects_receipt": is_sent and given["expects_receipt"]})


class ReceiptForm(forms.Form):
    """What a slip says, and its photo or scan."""

    file = PaperField(
        missing="Pilih foto atau pindaian tanda terimanya.",
        label="Foto atau pindaian tanda terima",
        help_text="Foto atau PDF, paling besar 25 MB. Hanya dilihat oleh pengguna satuan kerja ini.",
    )
    received_on = DayField("Tanggal diterima")
    received_by = forms.CharField(
        label="Diterima oleh", max_length=200, help_text="Nama penerima seperti yang tertulis pada tanda terima."
    )

    def __init__(self, *args: Any, handover: Handover, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if handover.receipt:
            self.fields["file"].required = False
            self.fields["file"].label = "Ganti foto atau pindaiannya"
        self.fields["received_on"].initial = handover.received_on or timezone.localdate()
        self.fields["received_by"].initial = handover.received_by

    def ask_again(self) -> None:
        """A photo that came beside a wrong answer is not kept, which nobody sees who looks at that answer alone."""
        if self.errors and self.files and "file" not in self.errors:
            self.add_error("file", CHOOSE_AGAIN)

    def receipt(self) -> Receipt:
        given = self.cleaned_data
        return Receipt(given["received_on"], " ".join(given["received_by"].split()), given["file"])
