"""What every form carries besides its fields: the token, and the key by which one sending is told from another."""

from typing import Any, cast

from django import template
from django.forms import BaseForm
from django.forms.formsets import BaseFormSet
from django.template.context import RequestContext
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from offices.sending.kept import Offered, offered_on
from offices.sending.key import FIELD, key_for

register = template.Library()
TOLD = ("differences", "changed", "fault", "refusal", "review_fault")
OF_A_BOARD = ("error", "refused", "doubles", "note_choice")
"""By which names pages, and the board of the photos on one, know that something was not done."""


@register.simple_tag(takes_context=True)
def csrf_token(context: RequestContext) -> str:
    """Django's token with our key: no form can have the one without the other."""
    token = CsrfTokenNode().render(context)
    request = context.get("request")
    key = key_for(request) if request is not None else ""
    if not key:
        return token
    return format_html('{}<input type="hidden" name="{}" value="{}">', token, FIELD, key)


@register.simple_tag(takes_context=True)
def refused_mark(context: RequestContext) -> str:
    """What the title of a page begins with whose form was refused, or waits for a choice between two versions."""
    shown = cast(dict[str, Any], context.flatten())
    # By their types: isinstance would wake what is lazy, and with the token set a cookie on public pages.
    forms = [each for each in shown.values() if issubclass(type(each), BaseForm | BaseFormSet)]
    refused = any(form.is_bound and not form.is_valid() for form in forms)
    told = any(shown.get(name) for name in TOLD) or any(getattr(shown.get("board"), name, None) for name in OF_A_BOARD)
    return "Galat: " if refused or told else ""


@register.simple_tag(takes_context=True)
def kept_forms(context: dict[str, Any]) -> list[Offered]:
    """What the reader typed on this page when the session had ended."""
    request = context.get("request")
    return offered_on(request) if request is not None else []
