"""What is filled in of a publication."""

from typing import Any

from django import forms

from followups.fields import LONGEST_PLACE
from followups.models import Medium, Publication, Published
from followups.papers.field import PaperField
from followups.publications.noting import Announced
from followups.web_addresses import LONGEST, fault_of, plain
from offices.days import DayField

EXAMPLES = {
    Medium.PRINTED: "brosur, leaflet, majalah, papan pengumuman",
    Medium.ELECTRONIC: "TV, layar monitor, kiosk",
    Medium.SOCIAL: "Instagram, Facebook, X, YouTube",
    Medium.WEBSITE: "laman satuan kerja",
    Medium.APPLICATION: "aplikasi pelayanan di ponsel",
    Medium.BILLBOARD: "videotron, billboard, baliho",
}


class PublicationForm(forms.Form):
    """What was published where, when, and the proof of it."""

    what = forms.ChoiceField(label="Yang dipublikasikan", choices=Published)
    medium = forms.ChoiceField(
        label="Jenis media",
        choices=[(medium.value, f"{medium.label} ({EXAMPLES[medium]})") for medium in Medium],
    )
    place = forms.CharField(
        label="Tempat atau nama akun",
        max_length=LONGEST_PLACE,
        help_text="Misalnya: Papan pengumuman ruang pelayanan, atau Instagram @kpu.ngawi.",
        error_messages={"required": "Isi di mana publikasi ini dapat dilihat."},
    )
    address = forms.CharField(
        label="Alamat web",
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
        help_text=f"Bila ada, lengkap dengan https://, paling panjang {LONGEST} karakter.",
    )
    published_on = DayField(
        "Tanggal publikasi", error_messages={"required": "Isi tanggal ketika hasilnya dipublikasikan."}
    )
    file = PaperField(
        missing="Pilih fotonya.",
        label="Bukti (foto, tangkapan layar, atau PDF)",
        required=False,
        help_text="Paling besar 25 MB. Penilai meminta satu foto atau tangkapan layar untuk setiap media.",
    )

    def clean_place(self) -> str:
        return " ".join(str(self.cleaned_data["place"]).split())

    def clean_address(self) -> str:
        address = plain(str(self.cleaned_data["address"]))
        if address and (fault := fault_of(address)):
            raise forms.ValidationError(fault)
        return address

    def said(self) -> Announced:
        given = self.cleaned_data
        return Announced(given["what"], given["medium"], given["place"], given["address"], given["published_on"])


def stored_values(row: Publication) -> dict[str, Any]:
    """What the form of a publication shows when it is opened."""
    return {name: getattr(row, name) for name in ("what", "medium", "place", "address", "published_on")}
