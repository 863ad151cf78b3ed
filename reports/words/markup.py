"""What an office may write in a section — paragraphs, lists, bold, italic — read into blocks.

``*kata*`` is bold as WhatsApp has it, ``_kata_`` italic. The one door of markdown-it, which reads that; lists.py reads
the lines. Nothing else is known here.
"""

from markdown_it import MarkdownIt

from reports.words.lists import pieces_of
from reports.words.prose import Block, Blocks, Line, Run

_READER = MarkdownIt("zero").enable("emphasis")


def blocks_of(text: str) -> Blocks:
    """The blocks of a text in our small markup; a list within a list is a block of its own, with its depth."""
    return tuple(
        Block(piece.kind, tuple(map(_line, piece.texts)), piece.start, piece.marks, piece.depth)
        for piece in pieces_of(text)
    )


def _line(text: str) -> Line:
    (inline,) = _READER.parseInline(text)
    bold = italic = 0
    runs = []
    for token in inline.children or []:
        turned = token.nesting  # 1 where it begins, -1 where it ends
        if token.type.startswith("strong_") or token.markup == "*":
            bold += turned
        elif token.type.startswith("em_"):
            italic += turned
        if token.content and token.type == "text":
            runs.append(Run(token.content.replace("\n", " "), bold > 0, italic > 0))
    return tuple(runs)
