"""The lists at the front of a Word file: fields that Word can make anew, with the entries of the report in them."""

from collections.abc import Iterator
from typing import Any

from reports.word.elements import field_begin, field_end, made, name_of, page_number, run, tab
from reports.word.reading import Words, classes_of, text_of, words_of

TEXT = "isi_laporan"
"""The bookmark of all that the contents tell of: sections of the annex stand behind it."""


def instruction_of(listed: Any) -> str:
    """Headings of two levels, or the captions of tables or figures, by what its first entry is called."""
    if "daftar-bab" in classes_of(listed):
        return f'TOC \\o "1-2" \\h \\z \\b {TEXT}'
    label = listed.find(".//span[@class='daftar-no']")
    kind = "Tabel" if label is None else label.text_content().split()[0]
    return f'TOC \\h \\z \\c "{kind}"'


def entries_of(listed: Any) -> Iterator[tuple[int, list[Any]]]:
    """Level and content of each line; the first begins the field and the last ends it."""
    items = list(listed.iterchildren("li"))
    for place, item in enumerate(items):
        content = list(field_begin(instruction_of(listed))) if place == 0 else []
        link = item.find(".//a")
        anchor = link.get("href").removeprefix("#")
        label = item.find(".//span[@class='daftar-no']")
        parts = [link] if label is None else [label, link]
        line = Words(" ".join(text_of(words_of(part)) for part in parts))
        content.append(made("w:hyperlink", run(line), tab(), *page_number(anchor), anchor=name_of(anchor)))
        if place == len(items) - 1:
            content.append(field_end())
        yield (2 if "daftar-2" in classes_of(item) else 1), content
