"""The form of the respondents' profile: a number for each class."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms import BoundField

from offices.sending.versions import OpenedForm
from surveys.number_fields import PeopleField
from surveys.profiles import MARGINS, Profile, excess


def field_name(margin: str, category: str) -> str:
    return f"{margin}_{category}"


def values_of(profile: Profile) -> dict[str, int | None]:
    """A profile in the names of the form; None where nobody was counted."""
    return {
        field_name(key, name): profile.get(key, {}).get(name) or None
        for key, margin in MARGINS.items()
        for name in margin.classes
    }


class ProfileForm(OpenedForm):
    """How many respondents there are of each class; ``respondents``: how many there are at all, if that is known."""

    def __init__(self, data: Any = None, *, respondents: int | None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.respondents = respondents
        for key, margin in MARGINS.items():
            for name, label in margin.classes.items():
                self.fields[field_name(key, name)] = PeopleField(label)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for key, sentence in excess(self.profile(), self.respondents).items():
            self.add_error(field_name(key, next(iter(MARGINS[key].classes))), sentence)
        return cleaned

    def margins(self) -> Iterator[tuple[str, list[BoundField]]]:
        """The label of each margin with its fields."""
        for key, margin in MARGINS.items():
            yield margin.label, [self[field_name(key, name)] for name in margin.classes]

    def profile(self) -> Mapping[str, Mapping[str, int]]:
        """The sound counts that there are."""
        return {
            key: {name: self.cleaned_data.get(field_name(key, name)) or 0 for name in margin.classes}
            for key, margin in MARGINS.items()
        }
