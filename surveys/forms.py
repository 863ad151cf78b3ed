"""The forms about a survey: its period and signatory, and its results."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.text import Truncator

from offices.days import DayField
from offices.nip import clean_nip, nip_fault
from offices.sending.versions import OpenedForm
from surveys import fields
from surveys.basis import Way
from surveys.number_fields import IndexField, PeopleField, ScoreField
from surveys.pasting import is_a_column, scores_in
from surveys.period_choices import parts_of_a_year, period_of
from surveys.periods import FIRST_YEAR, LAST_YEAR, Period
from surveys.reading import Scale
from surveys.scoring import Results, Signatory
from surveys.typed_numbers import NumberUnclearError

NOT_AN_ADDRESS = "Tulis alamat lengkap yang diawali https:// atau http://, misalnya https://kpu.go.id/skm."
FORUMS_LIKE = "Rapat pleno, 12 Juli 2025, berita acara nomor 45/BA/VII/2025"
_LONGEST_TOLD = 60
LOOKS = {"declared": "form-control", "score": "form-control", "grade": "form-select"}


class SignatoryForm(forms.Form):
    """Who signs the report of this cycle."""

    signatory_name = forms.CharField(label=fields.SIGNATORY_NAME.label, max_length=200)
    signatory_title = forms.CharField(label=fields.SIGNATORY_TITLE.label, max_length=300)
    signatory_nip = forms.CharField(
        label=fields.SIGNATORY_NIP.label, required=False, max_length=30, help_text="18 angka; spasi boleh ada."
    )
    pppk = forms.BooleanField(
        label="Penanda tangan adalah PPPK",
        required=False,
        help_text="Nomor induk PPPK tidak memuat bulan pengangkatan, sehingga hanya panjang dan tanggal lahirnya "
        "yang diperiksa.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        nip = clean_nip(cleaned.get("signatory_nip", ""))
        cleaned["signatory_nip"] = nip
        if nip and "signatory_nip" not in self.errors and (fault := nip_fault(nip, pppk=cleaned.get("pppk", False))):
            self.add_error("signatory_nip", fault)
        return cleaned

    def signatory(self) -> Signatory:
        return Signatory(**{name: self.cleaned_data[name] for name in Signatory.__dataclass_fields__})


class PeriodForm(SignatoryForm):
    """The period of a new cycle: its year, and the month, quarter or semester of it, or the whole of it."""

    year = forms.IntegerField(label="Tahun", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    part = forms.ChoiceField(label="Periode", choices=parts_of_a_year)

    field_order = ("year", "part")

    def period(self) -> Period:
        return period_of(self.cleaned_data["year"], self.cleaned_data["part"])


class ScoresForm(forms.Form):
    """The scores alone, with what the office published of them; nothing has to be filled in.

    A whole column of scores may be pasted into ``pasted``, or into the field of the first element.
    """

    pasted = forms.CharField(
        label="Tempel nilai semua unsur",
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 3, "class": "form-control", "data-hitung": ""}),
        help_text="Salin kolom nilai dari Excel atau pesan, satu nilai pada setiap baris, menurut urutan unsur di atas "
        "atau dengan nama unsurnya. Nilai yang ditempel menggantikan isian di atas.",
    )

    declared_index = IndexField(
        label=fields.DECLARED_INDEX.label, required=False, help_text="Menurut laporan SKM, misalnya 87,36."
    )

    def __init__(self, data: Any = None, *, scale: Scale, **kwargs: Any) -> None:
        self.scale, self.paste_fault = scale, ""
        super().__init__(self._spread(data), **kwargs)
        letters = [("", "–"), *((grade.letter, str(grade)) for grade in scale.grades)]
        for key, name in scale.elements:
            self.fields[f"score_{key}"] = ScoreField(label=name, required=False)
            self.fields[f"grade_{key}"] = forms.ChoiceField(
                label=f"Mutu {name} yang dipublikasikan", required=False, choices=letters
            )
        for name, field in self.fields.items():
            kind = name.split("_")[0]
            if kind in LOOKS:
                field.widget.attrs |= {"data-hitung": "", "class": LOOKS[kind]}

    def _spread(self, data: Any) -> Any:
        """What was sent, with a pasted column put to the elements; where that is unclear it stays as it was pasted."""
        first = f"score_{self.scale.elements[0][0]}" if self.scale.elements else ""
        text = data and (data.get("pasted") or data.get(first) or "")
        if not text or not (data.get("pasted") or is_a_column(text)):
            return data
        try:
            found = scores_in(text, self.scale.names)
        except NumberUnclearError as unclear:
            self.paste_fault = str(unclear)
            return data
        spread = data.copy()
        spread["pasted"] = ""
        for key, number in found.items():
            spread[f"score_{key}"] = number
        return spread

    def clean_pasted(self) -> str:
        if self.paste_fault:
            raise ValidationError(self.paste_fault)
        return ""

    def rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Score and published grade of each element."""
        for key, _name in self.scale.elements:
            yield self[f"score_{key}"], self[f"grade_{key}"]

    def scores(self) -> dict[str, Decimal]:
        """The sound scores (1–4) that there are."""
        found = {key: self.cleaned_data.get(f"score_{key}") for key, _name in self.scale.elements}
        return {key: score for key, score in found.items() if score is not None}

    def published(self) -> dict[str, str]:
        found = {key: self.cleaned_data.get(f"grade_{key}") for key, _name in self.scale.elements}
        return {key: letter for key, letter in found.items() if letter}


class SurveyForm(ScoresForm, SignatoryForm, OpenedForm):
    """Everything about a survey: results and the way in which they came about, how it was held, who signs."""

    way = forms.ChoiceField(
        label="Kuesioner yang menghasilkan nilai ini",
        required=False,
        widget=forms.Select({"data-hitung": "", "class": "form-select"}),
        help_text="Bagi nilai yang diketik. Yang dinyatakan di sini dicetak dalam laporan dan menentukan cara "
        "menghitung IKM; portal tidak memilihnya sendiri.",
    )

    start = DayField(fields.START.label, required=False)
    end = DayField(fields.END.label, required=False)
    report_date = DayField(fields.REPORT_DATE.label, required=False)
    respondents = PeopleField(fields.RESPONDENTS.label)
    population = PeopleField(fields.POPULATION.label)
    exceeds_population = forms.BooleanField(
        label=fields.EXCEEDS_POPULATION.label,
        required=False,
        help_text="Hanya bila kedua angka itu benar-benar tercetak; laporan ini mencetak catatan tentangnya.",
    )
    method_unknown = forms.BooleanField(
        label=fields.METHOD_UNKNOWN.label,
        required=False,
        help_text="Bila IKM tidak dapat diperoleh dari nilai unsur; laporan ini mencetak keduanya dengan catatan.",
    )
    report_number = forms.CharField(label=fields.REPORT_NUMBER.label, required=False, max_length=100)
    report_url = forms.CharField(
        label=fields.REPORT_URL.label,
        required=False,
        max_length=400,
        validators=[URLValidator(["https", "http"], message=NOT_AN_ADDRESS)],
        widget=forms.TextInput({"inputmode": "url", "class": "form-control"}),
        help_text="Bila laporan SKM dipublikasikan. Dicetak pada bagian 2.1.",
    )
    covered = forms.CharField(
        label=fields.COVERED.label,
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2, "class": "form-control"}),
        help_text="Satu layanan pada setiap baris.",
    )
    forums = forms.CharField(
        label=fields.FORUMS.label,
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3, "class": "form-control", "placeholder": FORUMS_LIKE}),
        help_text="Satu forum pada setiap baris: rapat internal, rapat pleno dengan nomor berita acaranya, atau Forum "
        "Konsultasi Publik (FKP), dengan tanggalnya. Tidak ada yang wajib.",
    )

    def __init__(self, *args: Any, ways: Iterable[Way] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["way"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (as declared above)
        field.choices = [("", "Tidak dinyatakan"), *((way.key, way.words) for way in ways)]

    def hold(self, *, keep: Collection[str]) -> None:
        """Take what is stored for every field but these of the signatory, whatever is sent."""
        kept = {*(f"signatory_{name}" for name in keep), "pppk", *OpenedForm.base_fields}
        for name, field in self.fields.items():
            field.disabled = name not in kept

    def refused(self, free: "SurveyForm") -> Iterator[str]:
        """Label and value of each held field for which something else was sent; ``free``: the same, not held."""
        for name in free.changed_data:
            if self.fields[name].disabled and (typed := str(free.data.get(name) or "")):
                yield f"{self.fields[name].label} ({Truncator(typed).chars(_LONGEST_TOLD)})"

    def clean_report_url(self) -> str:
        """With its scheme in small letters, as the database asks for it."""
        scheme, mark, rest = self.cleaned_data["report_url"].partition("://")
        return f"{scheme.lower()}{mark}{rest}"

    def clean_way(self) -> str | None:
        """What was stated; None where nothing was asked, as of a page from before."""
        return str(self.cleaned_data["way"]) if "way" in self.data else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        start = cleaned.get("start")
        end = cleaned.get("end")
        if start and end and end < start:
            self.add_error("end", "Tanggal selesai mendahului tanggal mulai survei.")
        people = cleaned.get("respondents")
        population = cleaned.get("population")
        if people is not None and population is not None and (people > population) != cleaned.get("exceeds_population"):
            self._blame_numbers(is_more=people > population)
        return cleaned

    def _blame_numbers(self, *, is_more: bool) -> None:
        """What is stated of respondents and population is not so; what stood stated would hide a later slip."""
        if is_more:
            told = "Jumlah responden melebihi populasi. Periksa keduanya, atau nyatakan bahwa demikian tercetak."
            self.add_error("respondents", told)
        else:
            told = "Jumlah responden tidak melebihi populasi. Hapus centang ini, atau periksa kedua angkanya."
            self.add_error("exceeds_population", told)

    def results(self) -> Results:
        names: Sequence[str] = ("declared_index", "start", "end", "report_date", "respondents", "population")
        names = (*names, *(field.key for field in (*fields.SOURCE_FIELDS, *fields.STATED_FIELDS)))
        return Results(
            scores=self.scores(),
            declared_grades=self.published() or None,
            signatory=self.signatory(),
            **{name: self.cleaned_data[name] for name in names},
        )
