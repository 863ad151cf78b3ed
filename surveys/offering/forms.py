"""The forms of a service, and of what a survey found of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.forms import BoundField

from offices.profile.forms import text
from offices.sending.versions import OpenedForm
from surveys.models import Service
from surveys.number_fields import PeopleField, ScoreField
from surveys.offering.results import OfService, too_many
from surveys.reading import Scale


class ServiceForm(OpenedForm):
    """The name of a service."""

    name = text("Nama layanan", 200, "Misalnya Pindah Memilih, atau Permohonan Informasi Publik.")


PEOPLE = "Jumlah responden"


@dataclass(frozen=True, slots=True)
class _Row:
    """The names of the fields of one service."""

    service: Service
    people: str
    scores: Mapping[str, str]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.people, *self.scores.values())


def _row(service: Service, scale: Scale) -> _Row:
    scores = {key: f"score_{service.pk}_{key}" for key, _name in scale.elements}
    return _Row(service, f"respondents_{service.pk}", scores)


def values_of(results: Mapping[str, OfService], services: Sequence[Service], scale: Scale) -> dict[str, Any]:
    """Results in the names of the form; None where there is none."""
    values: dict[str, int | Decimal | None] = {}
    for row in (_row(service, scale) for service in services):
        result = results.get(row.service.name)
        values[row.people] = result.respondents if result else None
        values |= {name: result.scores.get(key) if result else None for key, name in row.scores.items()}
    return values


class ServiceResultsForm(OpenedForm):
    """Respondents and means (1–4) of each service, a row all or not at all; ``respondents``: those of the survey."""

    def __init__(
        self, data: Any = None, *, services: Sequence[Service], scale: Scale, respondents: int | None, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.respondents = respondents
        self.rows = [_row(service, scale) for service in services]
        for row in self.rows:
            self.fields[row.people] = PeopleField(f"{PEOPLE}, {row.service}")
            for key, name in scale.elements:
                self.fields[row.scores[key]] = ScoreField(label=f"{name}, {row.service}", required=False)
            for name in row.names:
                self.fields[name].widget.attrs["class"] = "form-control"
        self.heads = (PEOPLE, *(name for _key, name in scale.elements))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for row in self.rows:
            if not self.errors.keys() & set(row.names):
                self._check(row)
        if not self.errors and (fault := too_many(self.results(), self.respondents)):
            self.add_error(self.rows[0].people, fault)
        return cleaned

    def _check(self, row: _Row) -> None:
        """Whether a row that somebody changed is whole; one from a file may lack what nobody answered."""
        empty = [name for name in row.names if self.cleaned_data[name] is None]
        changed = any(self.cleaned_data[name] != self.initial.get(name) for name in row.names)
        if empty and changed and len(empty) < len(row.names):
            self.add_error(
                empty[0],
                f"Isi jumlah responden dan semua nilai unsur {row.service}, atau kosongkan semua isian layanan ini.",
            )
        elif self.cleaned_data[row.people] == 0:
            self.add_error(row.people, "Paling sedikit 1 responden; kosongkan semua isian layanan ini bila tidak ada.")

    def panels(self) -> Iterator[tuple[Service, list[tuple[str, BoundField]]]]:
        """Each service with its fields, what each is called within the panel before it."""
        for row in self.rows:
            yield row.service, [(head, self[name]) for head, name in zip(self.heads, row.names, strict=True)]

    def results(self) -> dict[str, OfService]:
        """By the name of the service, those that have respondents."""
        return {
            row.service.name: OfService(self.cleaned_data[row.people], self._scores(row))
            for row in self.rows
            if self.cleaned_data[row.people]
        }

    def _scores(self, row: _Row) -> dict[str, Decimal]:
        found = {key: self.cleaned_data[name] for key, name in row.scores.items()}
        return {key: score for key, score in found.items() if score is not None}
