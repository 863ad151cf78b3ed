"""What every form carries besides its fields: the token, and the key by which one sending is told from another."""

from dataclasses import replace
from typing import Any, cast

from django import template
from django.forms import BaseForm
from django.forms.formsets import BaseFormSet
from django.template.context import RequestContext
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from offices.sending.content import texts_in
from offices.sending.kept import Offered, offered_on
from offices.sending.key import FIELD, key_for
from offices.sending.versions import changes_in

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
    refused = any(form.is_bound and not form.is_valid() for form in _forms_in(shown))
    told = any(shown.get(name) for name in TOLD) or any(getattr(shown.get("board"), name, None) for name in OF_A_BOARD)
    return "Galat: " if refused or told else ""


@register.simple_tag(takes_context=True)
def kept_forms(context: RequestContext) -> list[Offered]:
    """What the reader typed on this page when the session had ended, if it is not what the page shows as stored."""
    request = context.get("request")
    offered = offered_on(request) if request is not None else []
    if not offered:
        return []
    forms = _forms_in(cast(dict[str, Any], context.flatten()))
    single = [each for form in forms for each in (form.forms if isinstance(form, BaseFormSet) else [form])]
    new = []
    for item in offered:
        changes, compared = changes_in(item.fields, single)
        rest = texts_in([pair for pair in item.fields if pair[0] not in compared])
        if changes or rest or not compared:
            new.append(replace(item, changes=changes, texts=rest))
    return new


def _forms_in(shown: dict[str, Any]) -> "list[BaseForm | BaseFormSet[BaseForm]]":
    """By their types: isinstance would wake what is lazy, and with the token set a cookie on public pages."""
    return [each for each in shown.values() if issubclass(type(each), BaseForm | BaseFormSet)]
