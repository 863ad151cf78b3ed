"""The parts that every page is made of: note, way back, button, empty state, field, and what a form lacks.

The page *components* of a development server shows each with its markup.
"""

import re
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.forms import (
    BaseForm,
    BaseFormSet,
    BoundField,
    CheckboxInput,
    CheckboxSelectMultiple,
    FileInput,
    RadioSelect,
    Select,
    Widget,
)
from django.shortcuts import resolve_url
from django.template import Context, Library
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from lucide.templatetags.lucide import lucide

register = Library()
EVERYTHING = "skeleton.html"
LONG = 240
"""Characters of a text of which a list shows the beginning alone."""
TONES = {
    "": "info",
    "info": "info",
    "good": "circle-check",
    "success": "circle-check",
    "warn": "triangle-alert",
    "warning": "triangle-alert",
    "bad": "circle-alert",
    "error": "triangle-alert",
    "block": "octagon-alert",
}
"""What a note says by its colour, with the icon that says it too."""


@register.simple_block_tag
def note(content: str, tone: str = "", *, icon: str = "", tag: str = "div", **attributes: Any) -> SafeString:
    """Paragraphs beside an icon. ``role``: alert where it answers what was just sent, status where it tells of it."""
    if attributes.get("role") == "alert":  # what one has to read first is where one begins to read
        attributes |= {"tabindex": "-1", "data_summary": True, "autofocus": True}
    shown = _attributes({"class": f"note tone-{tone}" if tone else "note"} | attributes)
    return format_html("<{}{}>{}<div>{}</div></{}>", tag, shown, _icon(icon or TONES[tone]), content, tag)


@register.simple_block_tag
def back(content: str, to: str, *args: Any) -> SafeString:
    """The way to the page above: an address, or the name of one with what it takes."""
    return format_html(
        '<p class="way-back"><a class="back" href="{}">{} {}</a></p>',
        resolve_url(to, *args),
        _icon("arrow-left", 18),
        _label(content),
    )


@register.simple_block_tag
def button(content: str, icon: str = "", kind: str = "primary", **attributes: Any) -> SafeString:
    """A button that sends its form. ``kind``: primary for the one thing that a page is for, outline, danger."""
    shown = _attributes({"class": f"btn btn-{kind}", "type": "submit"} | attributes)
    return format_html("<button{}>{}{}</button>", shown, _icon_before(icon), _label(content))


@register.simple_block_tag
def link_button(content: str, to: str, *args: Any, icon: str = "", kind: str = "outline", **more: Any) -> SafeString:
    """A link that looks like a button. ``to``: an address, or the name of one with what it takes."""
    shown = _attributes({"class": f"btn btn-{kind}", "href": resolve_url(to, *args)} | more)
    return format_html("<a{}>{}{}</a>", shown, _icon_before(icon), _label(content))


@register.simple_block_tag
def icon_button(content: str, icon: str, **attributes: Any) -> SafeString:
    """A button of an icon alone; the content is what it is called."""
    shown = _attributes({"class": "icon-button", "type": "submit", "aria-label": _label(content)} | attributes)
    return format_html("<button{}>{}</button>", shown, _icon(icon))


@register.simple_block_tag
def icon_link(content: str, icon: str, to: str, *args: Any, **attributes: Any) -> SafeString:
    """A link of an icon alone; the content is what it is called."""
    named = {"class": "icon-button", "href": resolve_url(to, *args), "aria-label": _label(content)}
    return format_html("<a{}>{}</a>", _attributes(named | attributes), _icon(icon))


@register.simple_block_tag
def nothing_yet(content: str, title: str = "", level: int = 3) -> SafeString:
    """What stands where nothing is yet: what is missing, and what to do about it."""
    head = format_html("<h{}>{}</h{}>", level, title, level) if title else ""
    return format_html('<div class="panel stack">{}{}</div>', head, content)


@register.filter
def full_stop(words: object) -> str:
    """Words at the end of a sentence, whose last letter may be the full stop of an academic title."""
    return f"{str(words).removesuffix('.')}."


@register.simple_tag
def field(bound: BoundField) -> SafeString:
    """A field with its label, what helps to fill it in, and what is wrong with it."""
    if bound.is_hidden:
        return bound.as_widget()
    context = {"field": bound, "kind": _kind(bound.field.widget), "drawn": bound.as_widget(attrs=_look(bound))}
    return render_to_string("components/field.html", context)


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """A whole form: what concerns all of it, and its fields in their order."""
    return render_to_string("components/fields.html", {"form": form})


@register.simple_tag
def faults(*forms: "BaseForm | BaseFormSet[Any]") -> SafeString:
    """Above one or several forms that stand together: that nothing was saved, why, and a link to each faulty field."""
    single = [each for form in forms for each in (form.forms if isinstance(form, BaseFormSet) else [form])]
    wrong = [form for form in single if form.errors]
    faulty = [form[name] for form in wrong for name in form.errors if name in form.fields]
    context = {
        "sentences": [sentence for form in wrong for sentence in form.non_field_errors()],
        "marked": [{"id": field.id_for_label or f"div_{field.auto_id}", "label": str(field.label)} for field in faulty],
    }
    return render_to_string("components/faults.html", context)


@register.simple_tag
def long_text(text: str) -> SafeString:
    """What a person wrote at length: its beginning, and the whole when asked for; short texts as they are."""
    beginning = Truncator(text).chars(LONG)
    return render_to_string("components/long_text.html", {"text": text, "beginning": beginning})


@register.simple_tag(takes_context=True)
def page_sheet(context: Context) -> SafeString:
    """The one style sheet of the page that is drawn."""
    return format_html('<link rel="stylesheet" href="{}">', static(sheet_of(context.template_name)))


def sheet_of(page: str | None) -> str:
    """Where the sheet of a template lies below the static files; of what is none of ours, the sheet with every rule."""
    known = page if page and _is_ours(page) else EVERYTHING
    return f"css/of-{known.removesuffix('.html').replace('/', '-')}.css"


@cache
def _is_ours(page: str) -> bool:
    return (Path(settings.BASE_DIR) / "templates" / page).exists()


def _kind(widget: Widget) -> str:
    """One control, a tick with its label behind it, or a set of choices."""
    if isinstance(widget, CheckboxInput):
        return "tick"
    return "set" if isinstance(widget, RadioSelect | CheckboxSelectMultiple) else "one"


def _look(bound: BoundField) -> dict[str, str | bool]:
    """The class of a control; and for files what describes it, which Django leaves to a fieldset."""
    widget = bound.field.widget
    if _kind(widget) != "one":
        return {}
    look: dict[str, str | bool] = {"class": "form-select" if isinstance(widget, Select) else "form-control"}
    described = bound.aria_describedby if isinstance(widget, FileInput) else ""
    return look | ({"aria-describedby": described} if described else {})


def _icon(name: str, size: int = 20) -> SafeString:
    return mark_safe(lucide(name, size=size, aria_hidden="true"))  # noqa: S308 (a file of the library)


def _icon_before(name: str) -> SafeString:
    return format_html("{} ", _icon(name)) if name else SafeString()


def _label(content: str) -> SafeString:
    """What stands between two tags was escaped there; its line breaks are the template's."""
    return mark_safe(" ".join(content.split()))  # noqa: S308


def _attributes(given: dict[str, Any]) -> SafeString:
    """HTML attributes, each with a blank before it; ``hx_post`` is data-hx-post, True stands alone."""
    shown = {
        re.sub("^hx-", "data-hx-", name.replace("_", "-")): value
        for name, value in given.items()
        if value not in ("", None, False)
    }
    return format_html_join(
        "",
        "{}{}",
        ((f" {name}", "" if value is True else format_html('="{}"', value)) for name, value in shown.items()),
    )
