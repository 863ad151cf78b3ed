"""The form of an earlier period that is recorded by hand."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from followups.earlier.pdf import LARGEST, TOO_LARGE, fault_of_pdf
from followups.earlier.periods import Recorded
from followups.fields import EARLIER_INDEX, PLANS_DONE, PLANS_TOTAL
from offices.days import DayField
from offices.sending.versions import OpenedForm
from surveys import fields
from surveys.forms import ScoresForm
from surveys.number_fields import PeopleField
from surveys.period_choices import parts_of_a_year, period_of
from surveys.periods import FIRST_YEAR, LAST_YEAR, Period


class RecordedForm(ScoresForm, OpenedForm):
    """What is known of an earlier period; all but the period may be left out."""

    start = DayField(fields.START.label, required=False)
    end = DayField(fields.END.label, required=False)
    report_date = DayField(fields.REPORT_DATE.label, required=False)
    plans_done = PeopleField(PLANS_DONE.label)
    plans_total = PeopleField(PLANS_TOTAL.label)
    report = forms.FileField(
        label="Laporan bertanda tangan (PDF)",
        required=False,
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
        error_messages={"empty": "Berkas ini kosong."},
        help_text="Paling besar 25 MB. Hanya dilihat satuan kerja ini dan pemantaunya, kecuali dinyatakan terbuka.",
    )
    is_public = forms.BooleanField(label="Laporan ini sudah dipublikasikan; siapa pun boleh membukanya", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in [name for name in self.fields if name.startswith("grade_")]:
            del self.fields[name]
        self.fields["declared_index"].label = EARLIER_INDEX.label

    def score_fields(self) -> Iterator[forms.BoundField]:
        for key, _name in self.scale.elements:
            yield self[f"score_{key}"]

    def clean_report(self) -> bytes:
        """The bytes that were sent, none where nothing was."""
        sent = self.cleaned_data["report"]
        if not sent:
            return b""
        if sent.size > LARGEST:
            raise ValidationError(TOO_LARGE)
        content = bytes(sent.read())
        if fault := fault_of_pdf(content):
            raise ValidationError(fault)
        return content

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        start = cleaned.get("start")
        end = cleaned.get("end")
        if start and end and end < start:
            self.add_error("end", "Tanggal selesai mendahului tanggal mulai survei.")
        done = cleaned.get("plans_done")
        total = cleaned.get("plans_total")
        if (done is None) != (total is None) and not {"plans_done", "plans_total"} & self.errors.keys():
            self.add_error("plans_total" if total is None else "plans_done", "Isi keduanya, atau kosongkan keduanya.")
        if done is not None and total is not None and done > total:
            self.add_error("plans_done", "RTL yang selesai lebih banyak daripada yang direncanakan.")
        return cleaned

    def recorded(self) -> Recorded:
        names = ("plans_done", "plans_total", "start", "end", "report_date", "is_public")
        return Recorded(
            index=self.cleaned_data["declared_index"],
            scores=self.scores(),
            **{name: self.cleaned_data[name] for name in names},
        )


class NewRecordedForm(RecordedForm):
    """An earlier period, and which one it is."""

    year = forms.IntegerField(label="Tahun", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    part = forms.ChoiceField(label="Periode", choices=parts_of_a_year)

    def period(self) -> Period:
        return period_of(self.cleaned_data["year"], self.cleaned_data["part"])
