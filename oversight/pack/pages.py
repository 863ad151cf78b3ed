"""The pages that lie in a pack beside its folders: what is in it, what is not, and answers to be copied.

They open without a network in any browser: their style stands in them, and they lead only to files of the pack.
"""

from collections.abc import Iterator

from django.template.loader import render_to_string

from oversight.pack.contents import ANSWERS, INDEX, LACKING
from oversight.pack.pack import Pack


def page_files(pack: Pack) -> Iterator[tuple[str, bytes]]:
    """Their names and bytes; no page of answers where there is no form, no page of what is lacking where nothing is."""
    yield INDEX, _page("index", pack)
    if pack.lacking:
        yield LACKING, _page("lacking", pack)
    if pack.answers:
        yield ANSWERS, _page("answers", pack)


def _page(name: str, pack: Pack) -> bytes:
    return render_to_string(f"oversight/pack/archive/{name}.html", {"pack": pack}).encode()
