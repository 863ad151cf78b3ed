"""How a user name is written: one normal form for log-in, creating, changing and the console.

The field itself brings every value and every question to that form, so that no door can forget it.
"""

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models

from offices.invisible import visible

if TYPE_CHECKING:  # the class has no parameters when it runs
    Text = models.CharField[str, str]
else:
    Text = models.CharField

_ALLOWED = "Gunakan huruf a–z, angka, dan tanda @ . - _ saja, tanpa spasi."
_FOREIGN = (
    "Huruf “{letter}” bukan huruf a–z, walaupun mungkin tampak sama. Ketik ulang nama pengguna dengan huruf biasa; "
    "jangan menyalinnya."
)
_STRANGE = re.compile(r"[^a-z0-9@._-]")


def normal_name(text: str) -> str:
    """Without distinction of case, width and composition, without space around and characters that nobody sees.

    `` ＡＤＭＩＮ `` is ``admin``.

    Unicode's compatibility caseless matching (definition D146) without its first step, which only concerns
    one Greek accent: NFKC, case folding, NFKC again.
    """
    folded = unicodedata.normalize("NFKC", visible(text)).casefold()
    return unicodedata.normalize("NFKC", folded).strip()


def valid_username(text: str) -> None:
    """Raise ValidationError for a new name with letters of another script, which may look like those of a–z.

    Two names that nobody can tell apart would be two people. Names of before stay as they are.
    """
    strange = _STRANGE.findall(normal_name(text))
    foreign = next((letter for letter in strange if letter.isalpha()), "")
    if foreign:
        raise ValidationError(_FOREIGN.format(letter=foreign))
    if strange:
        raise ValidationError(_ALLOWED)


class UsernameField(Text):
    """A user name in its normal form, whatever form it is stored, read or asked for in.

    Django asks ``to_python`` for the value of every question, too.
    """

    def to_python(self, value: Any) -> Any:
        python = super().to_python(value)
        return normal_name(python) if isinstance(python, str) else python

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        name = self.to_python(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, name)
        return name
