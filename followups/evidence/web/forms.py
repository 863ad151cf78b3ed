"""What is filled in about a web page that is proof."""

from typing import Any

from django import forms

from followups.fields import OPENED_ON, WEB_ADDRESS, WEB_CAPTION
from followups.web_addresses import LONGEST, fault_of, plain
from offices.days import DayField
from offices.sending.versions import OpenedForm


class WebProofForm(OpenedForm):
    """The address of a page, what it shows, and when it was opened."""

    address = forms.CharField(
        label=WEB_ADDRESS.label,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"}),
        help_text=f"Lengkap dengan https://, paling panjang {LONGEST} karakter. Dicetak dalam laporan bersama kode QR.",
        error_messages={"required": "Isi alamat laman yang menjadi bukti."},
    )
    caption = forms.CharField(
        label=WEB_CAPTION.label,
        max_length=300,
        help_text="Judul laman atau apa yang tampak di sana. Jangan menyebut nama pengunjung.",
        error_messages={"required": "Isi judul laman atau apa yang tampak di sana."},
    )
    opened_on = DayField(
        OPENED_ON.label,
        help_text="Hari ketika Anda membuka laman itu dan melihat isinya; tanggal-bulan-tahun, misalnya 20-10-2025.",
        error_messages={"required": "Isi tanggal ketika laman itu dibuka."},
    )

    def __init__(self, *args: Any, part: str = "laman", **kwargs: Any) -> None:
        """``part`` is the id of the part of the page in which the form stands."""
        super().__init__(*args, **kwargs)
        self.auto_id = f"{part}-%s"

    def clean_address(self) -> str:
        address = plain(str(self.cleaned_data["address"]))
        if fault := fault_of(address):
            raise forms.ValidationError(fault)
        return address

    def clean_caption(self) -> str:
        """One paragraph: a caption has no lines of its own."""
        return " ".join(str(self.cleaned_data["caption"]).split())
