"""What is filled in of a paper, and which of its pages are wanted."""

from typing import Any

from django import forms

from followups.models import PAPER_KINDS
from followups.papers.field import PaperField
from followups.papers.kept import Described
from offices.days import DayField


class PaperForm(forms.Form):
    """A paper that was made elsewhere."""

    kind = forms.ChoiceField(label="Jenis berkas", choices=PAPER_KINDS)
    number = forms.CharField(label="Nomor", max_length=100, required=False)
    dated_on = DayField("Tanggal berkas", required=False)
    file = PaperField(
        missing="Pilih berkasnya.",
        label="Berkas (PDF atau gambar)",
        help_text="Paling besar 25 MB. Hanya dibaca oleh pengguna satuan kerja ini; tidak dicetak dalam laporan, "
        "kecuali Kuesioner dan Dokumentasi survei, yang menjadi Lampiran 1 dan 3 Laporan SKM.",
    )
    caption = forms.CharField(
        label="Keterangan gambar",
        max_length=200,
        required=False,
        help_text="Hanya bagi Kuesioner dan Dokumentasi survei; dicetak di bawah gambarnya. Samarkan dahulu wajah dan "
        "data pribadi responden.",
    )

    def said(self) -> Described:
        given = self.cleaned_data
        number, caption = (" ".join(given[name].split()) for name in ("number", "caption"))
        return Described(given["kind"], number, given["dated_on"], caption)


class PagesForm(forms.Form):
    """Which pages of a paper become photos, and where they are to stand."""

    pages = forms.CharField(
        label="Nomor halaman",
        max_length=100,
        required=False,
        help_text="Paling banyak 10 halaman, misalnya 1, 3-5.",
    )
    to = forms.ChoiceField(label="Menjadi bukti dukung")

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        """``places``: address and words of each place to which this person may add."""
        super().__init__(*args, **kwargs)
        self.fields["to"] = forms.ChoiceField(label="Menjadi bukti dukung", choices=places)
