"""The field of a form into which a photo or PDF of a paper is put."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from followups.papers.kept import LARGEST, TOO_LARGE, Content, content_of
from offices.declining import Declined


class PaperField(forms.FileField):
    """Its value is what was found behind the fence; None where nothing was sent and nothing need be."""

    def __init__(self, *, missing: str, **kwargs: Any) -> None:
        """``missing``: what is said where nothing was sent."""
        super().__init__(
            widget=forms.FileInput(attrs={"accept": "image/*,.heic,.heif,.avif,application/pdf"}),
            error_messages={"empty": "Berkas ini kosong.", "required": missing},
            **kwargs,
        )

    def clean(self, data: Any, initial: Any = None) -> Content | None:
        sent = super().clean(data, initial)
        if not sent:
            return None
        if sent.size > LARGEST:
            raise ValidationError(TOO_LARGE)
        try:
            return content_of(sent.read())
        except Declined as declined:
            raise ValidationError(str(declined)) from declined
