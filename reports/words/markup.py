"""What an office may write in a section — paragraphs, lists, bold, italic — read into blocks.

The one door of markdown-it. Nothing else of Markdown is known here: all other text stays as it was typed.
"""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reports.words.prose import Block, Blocks, Line, Run

_READER = MarkdownIt("zero").enable(["emphasis", "list"])
_LISTS = {"bullet_list_open": "ul", "ordered_list_open": "ol"}


def blocks_of(text: str) -> Blocks:
    """The blocks of a text in our small markup; a list within a list goes on as part of the outer one."""
    return tuple(_blocks(_READER.parse(text)))


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    depth, kind, start = 0, "", 1
    lines: list[Line] = []
    for token in tokens:
        if token.type in _LISTS:
            depth += 1
            if depth == 1:
                kind, start, lines = _LISTS[token.type], int(token.attrs.get("start", 1)), []
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            if depth == 0:
                yield Block("ol" if kind == "ol" else "ul", tuple(lines), start)
        elif token.type == "list_item_open":
            lines.append(())
        elif token.type == "inline":
            line = _line(token.children or [])
            if depth == 0:
                yield Block("p", (line,))
            else:
                lines[-1] = lines[-1] + ((Run(" "),) if lines[-1] else ()) + line


def _line(tokens: Sequence[Token]) -> Line:
    bold = italic = 0
    runs = []
    for token in tokens:
        bold += (token.type == "strong_open") - (token.type == "strong_close")
        italic += (token.type == "em_open") - (token.type == "em_close")
        if token.content and token.type == "text":
            runs.append(Run(token.content.replace("\n", " "), bold > 0, italic > 0))
    return tuple(runs)
