"""The form of a letter: its number and day, and the texts that a letter of its kind has."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms

from offices.days import DayField
from offices.invisible import tidied
from offices.nip import check_nip, clean_nip
from offices.sending.versions import OpenedForm
from reports.letters.standard import WHOLE, LetterKind, standard_texts
from reports.letters.values import complaint_of
from reports.letters.wording import Own
from reports.words.language import date_text

AHEAD = 31
"""How many days before it is dated a letter may be written."""
BACK_TO_STANDARD = "Kosongkan untuk kembali ke teks baku."


def _line(label: str, longest: int = 200, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, help_text=help_text)


def _lines(label: str, longest: int, help_text: str, rows: int = 3) -> forms.CharField:
    area = forms.Textarea({"rows": rows, "maxlength": longest})
    return forms.CharField(label=label, max_length=longest, required=False, help_text=help_text, widget=area)


_FIELDS: dict[str, Callable[[], forms.CharField]] = {
    "addressee": lambda: _lines("Yth.", 1000, "Tujuan surat, satu baris setiap isi. Kata Yth. dicetak di depannya."),
    "sender": lambda: _line("Dari", help_text="Jabatan pengirim, juga dicetak di atas tanda tangannya."),
    "nature": lambda: _line("Sifat", 100, "Misalnya Biasa, Penting, atau Segera."),
    "attached": lambda: _line("Lampiran", 100),
    "subject": lambda: _line("Hal", 300),
    "body": lambda: _lines("Isi surat", 10_000, f"Pisahkan paragraf dengan baris kosong. {BACK_TO_STANDARD}", 12),
    "items": lambda: _lines(
        "Yang dikirim",
        3000,
        f"Satu baris setiap kiriman: jenis; banyaknya; keterangan. Pisahkan dengan titik koma. {BACK_TO_STANDARD}",
        4,
    ),
    "sender_name": lambda: _line("Nama pengirim"),
    "sender_nip": lambda: _line("NIP pengirim", 30),
    "copies": lambda: _lines("Tembusan", 1000, "Satu baris setiap penerima. Kosong: tanpa tembusan."),
}


class LetterForm(OpenedForm):
    """What is left empty is printed with room for the pen."""

    version = forms.CharField(required=False, widget=forms.HiddenInput)
    number = _line("Nomor", 100, "Boleh diisi setelah surat ditandatangani.")
    dated = DayField("Tanggal surat", required=False, ahead=AHEAD)

    def __init__(
        self, *args: Any, kind: LetterKind, head: str, carries: str, sends: date | None = None, **kwargs: Any
    ) -> None:
        """``carries``: what letters call the report that goes with it.

        ``sends``: the day on which that was signed, before which the letter cannot be dated.
        """
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.carries = carries
        self.sends = sends
        self.standard = standard_texts(kind, head, carries)
        for key in self.standard:
            self.fields[key] = _FIELDS[key]()

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for key in self.standard:
            text = tidied(given.get(key, ""))
            given[key] = text
            if complaint := complaint_of(text, self.carries):
                self.add_error(key, complaint)
            elif key == "sender_nip" and text:
                given[key] = self._nip(text)
        return given

    def clean_dated(self) -> date | None:
        dated: date | None = self.cleaned_data["dated"]
        if dated and self.sends and dated < self.sends:
            raise forms.ValidationError(
                f"Laporan yang dikirim bertanggal {date_text(self.sends)}, sehingga suratnya tidak dapat lebih awal. "
                "Periksa kembali tanggalnya."
            )
        return dated

    def own(self) -> Own:
        """As it was typed; an empty text without which there is no letter is the standard one."""
        given = self.cleaned_data
        texts = {key: given[key] or (text if key in WHOLE else "") for key, text in self.standard.items()}
        return Own(" ".join(given["number"].split()), given["dated"], texts)

    def _nip(self, typed: str) -> str:
        """Its digits; a contract employee's has no month of appointment, so that of neither is held."""
        nip = clean_nip(typed)
        try:
            check_nip(nip, pppk=True)
        except ValueError as fault:
            self.add_error("sender_nip", str(fault))
        return nip
