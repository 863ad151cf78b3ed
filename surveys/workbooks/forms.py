"""What is sent with files of scores: the files or pasted cells, and answers to what was asked about them."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from surveys.instrument.form import ElementMapping, Form
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.told import METHODS

MOST_FILES = 20
MOST_BYTES = 25 * 2**20
ANSWER = "jawab-"


class _FilesInput(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002 (as Django calls it)
        return files.getlist(name)


class _FilesField(forms.FileField):
    """All files that were chosen, as a list."""

    widget = _FilesInput(attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt,.html,.xml"})

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":  # noqa: ARG002 (likewise)
        return list(data or [])


class ScoreFilesForm(forms.Form):
    """Files and pasted cells. Several files are one for each service, which their names tell."""

    uploads = _FilesField(
        label="Berkas nilai",
        required=False,
        help_text="Excel, ODS, atau CSV; paling besar 25 MB. Bila setiap layanan mempunyai berkas sendiri, pilih "
        "semuanya: nama berkas menjadi nama layanannya.",
    )
    pasted = forms.CharField(
        label="Atau tempel sel dari lembar kerja, beserta baris judulnya",
        required=False,
        strip=False,
        max_length=2_000_000,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        pasted = (cleaned.get("pasted") or "").strip()
        uploads = cleaned.get("uploads") or []
        if not uploads and not pasted:
            self.add_error("uploads", "Pilih berkas nilai, atau tempel sel dari lembar kerja.")
        if uploads and pasted:
            self.add_error("pasted", "Pilih salah satu: berkas, atau sel yang ditempel.")
        if len(uploads) > MOST_FILES:
            self.add_error("uploads", f"Paling banyak {MOST_FILES} berkas sekaligus; Anda memilih {len(uploads)}.")
        for upload in uploads:
            if upload.size and upload.size > MOST_BYTES:
                self.add_error("uploads", f"{upload.name} lebih besar dari 25 MB. Simpan lembar nilainya saja.")
        return cleaned

    def score_files(self) -> list[ScoreFile]:
        uploads: list[UploadedFile[Any]] = self.cleaned_data["uploads"]
        if not uploads:
            return [ScoreFile("tempelan", "\n".join(self.cleaned_data["pasted"].splitlines()).encode())]
        files = []
        for upload in uploads:
            name = upload.name or "berkas"
            files.append(ScoreFile(name, upload.read(), PurePath(name).stem if len(uploads) > 1 else ""))
        return files


class BlankFileForm(forms.Form):
    """Which questionnaire a template is for, with its mapping and method; nothing is chosen in silence."""

    held = forms.ChoiceField(label="Kuesioner survei ini")

    def __init__(self, known: Sequence[Form], data: Any = None, *, usual: str = "") -> None:
        super().__init__(data, initial={"held": usual})
        self._known = {
            "|".join((form.key, mapping.key, method)): (form, mapping, method)
            for form in known
            for mapping in form.mappings
            for method in form.methods
        }
        field = self.fields["held"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (as declared above)
        field.choices = [(key, _told(*parts)) for key, parts in self._known.items()]

    def chosen(self) -> tuple[Form, ElementMapping, str]:
        return self._known[self.cleaned_data["held"]]


def _told(form: Form, mapping: ElementMapping, method: str) -> str:
    """As short as it may be: what there is only one of is not told."""
    parts = [form.name]
    if len(form.mappings) > 1:
        parts.append(f"pemetaan {mapping.key}")
    if len(form.methods) > 1:
        parts.append(METHODS[method])
    return ", ".join(parts)


def wanted_of(data: QueryDict, population: int | None) -> Wanted:
    """Answers by the id of what was asked, as the preview sends them."""
    answers = {name.removeprefix(ANSWER): value for name, value in data.items() if name.startswith(ANSWER) and value}
    return Wanted(answers={key: str(value) for key, value in answers.items()}, population=population)
