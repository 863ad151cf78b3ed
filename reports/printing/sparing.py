"""What the renderer is spared: pages whose numbers have not changed, lines broken before, styles of what nobody writes.

What is written stays the same; names of WeasyPrint are leant on that are not promised (its version is locked).
"""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_UNUSED = ("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")
Judge = Callable[[list[Any]], bool]
_LINES: ContextVar[dict[Any, Any] | None] = ContextVar("lines", default=None)
_GIVE_UP: ContextVar[Judge | None] = ContextVar("give_up", default=None)


class GivenUpError(Exception):
    """These pages are not wanted: another layout will be made."""


@contextmanager
def sparingly(give_up: Judge | None = None) -> Iterator[None]:
    """What is laid out in here remembers its lines: a row that did not fit on a page, a page with a number in it.

    ``give_up`` sees the pages before their numbers are known; GivenUpError where it does not want them.
    """
    lines = _LINES.set({})
    judge = _GIVE_UP.set(give_up)
    try:
        yield
    finally:
        _LINES.reset(lines)
        _GIVE_UP.reset(judge)


def do_less() -> None:
    """Teach the renderer all of it, once per process."""
    from weasyprint import layout
    from weasyprint.html import UA_STYLESHEET
    from weasyprint.layout import inline

    if inline.split_first_line.__module__ == __name__:
        return
    make = layout.make_all_pages
    split = inline.split_first_line

    def make_what_changed(context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        """WeasyPrint makes each page with a number in it twice more, the last time for nothing."""
        laid_out = _numbers(context)
        made = []
        for page in make(context, root_box, html, pages):
            made.append(page)
            yield page
        give_up = _GIVE_UP.get()
        if give_up and not pages and give_up(made):
            raise GivenUpError
        for _resume_at, _next_page, _right_page, _counters, again in context.page_maker:
            again["content_changed"] = False
        for item, number in _numbers(context, anew=True).items():
            if number != laid_out[item]:
                context.page_maker[item.page_maker_index][-1]["content_changed"] = True

    def split_once(text: str, style: Any, context: Any, width: Any, spacing: Any, **how: bool) -> Any:
        lines = _LINES.get()
        if lines is None:
            return split(text, style, context, width, spacing, **how)
        key = (text, id(style), width, spacing, *how.items())
        if key not in lines:
            lines[key] = (style, split(text, style, context, width, spacing, **how))  # it keeps the style's id its own
        layout, *metrics = lines[key][1]
        return copy.copy(layout), *metrics

    _style_what_is_there(UA_STYLESHEET.matcher)
    layout.make_all_pages = make_what_changed
    inline.split_first_line = split_once


def _style_what_is_there(matcher: Any) -> None:
    """WeasyPrint styles a marker and five kinds of notes for each element: only items have one, no report a note."""
    of_all = matcher.other_selectors
    markers = [selector for selector in of_all if selector[3] == "marker"]
    matcher.lower_local_name_selectors.setdefault("li", []).extend(markers)
    matcher.other_selectors = [one for one in of_all if one not in markers and one[3] not in _UNUSED]


def _numbers(context: Any, *, anew: bool = False) -> dict[Any, str]:
    """The words that hold page numbers, by what they are looked up with; ``anew``: read from the pages as they are."""
    words = {}
    for (box, part), item in context.target_collector.counter_lookup_items.items():
        if part != "content":
            continue
        if anew:
            item.parse_again(item.cached_page_counter_values)
        words[item] = "".join(getattr(inner, "text", "") for inner in box.descendants())
    return words
