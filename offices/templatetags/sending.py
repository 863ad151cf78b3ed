"""What every form carries besides its fields: the token, and the key by which one sending is told from another."""

from typing import Any

from django import template
from django.template.context import RequestContext
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from offices.sending.kept import Offered, offered_on
from offices.sending.key import FIELD, key_for

register = template.Library()


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
def kept_forms(context: dict[str, Any]) -> list[Offered]:
    """What the reader typed on this page when the session had ended."""
    request = context.get("request")
    return offered_on(request) if request is not None else []
