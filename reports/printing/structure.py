"""The tree of elements written into a PDF: structure tree, way back from content and links, heads of cells."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pydyf

from reports.printing.tagging import Mark, Tagged, Tree

_CELLS = ("TH", "TD")
_TOLD_EMPTY = ("Table", "TR", *_CELLS)
_SCOPES = {"row": "Row", "rowgroup": "Row"}


def write_structure(pdf: Any, document: Any, _version: Any, streams: list[Any]) -> None:
    """What WeasyPrint's ``add_tags`` is asked for, with its arguments: tag a file whose pages are drawn."""
    tree = Tree()
    for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
        tree.add_page(number, page, stream._tags)
    for table in _tables(tree.root):
        _head_cells(table)
    for page, numbers in tree.artifacts.items():
        content = streams[page].stream
        for at, item in enumerate(content):
            if isinstance(item, pydyf.Dictionary) and item.get("MCID") in numbers:
                content[at - 1] = "/Artifact"
                content[at] = pydyf.Dictionary({"Type": "/Pagination"})
    _Writing(pdf).write(tree.root)
    pdf.catalog["ViewerPreferences"] = pydyf.Dictionary({"DisplayDocTitle": "true"})
    pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})


def _tables(node: Tagged) -> Iterator[Tagged]:
    for table in node.of_role("Table"):
        yield table
        yield from _tables(table)


def _head_cells(table: Tagged) -> None:
    """Tell each cell of data its heads: of its row, of the group of rows in which it is, and of its columns."""
    of_rows: dict[int, list[Tagged]] = defaultdict(list)
    of_groups: dict[Tagged | None, list[Tagged]] = defaultdict(list)
    of_columns: dict[int, list[Tagged]] = defaultdict(list)
    for number, row, node, columns in _placed(table):
        if node.role == "TD":
            heads = [*of_rows[number], *of_groups[row.within], *(head for at in columns for head in of_columns[at])]
            node.heads = list(dict.fromkeys(heads))
        elif node.scope == "row":
            for down in range(node.down):
                of_rows[number + down].append(node)
        elif node.scope == "rowgroup":
            of_groups[row.within].append(node)
        else:
            for at in columns:
                of_columns[at].append(node)


def _placed(table: Tagged) -> Iterator[tuple[int, Tagged, Tagged, range]]:
    """Each cell with the number of its row, the row and the columns that it takes."""
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(table.of_role("TR")):
        column = 0
        for node in row.of_role(*_CELLS):
            while (number, column) in taken:
                column += 1
            columns = range(column, column + node.across)
            taken.update((number + down, at) for down in range(node.down) for at in columns)
            yield number, row, node, columns
            column = columns.stop


class _Written(pydyf.Object):  # type: ignore[misc]
    """An object whose bytes are known: a dictionary of pydyf would make them anew each time it is asked."""

    data = b""


class _Writing:
    """A PDF into which elements are written."""

    def __init__(self, pdf: Any) -> None:
        self.pdf = pdf
        self.pages: tuple[bytes, ...] = pdf.page_references
        self.back: list[dict[int, bytes]] = [{} for _page in self.pages]
        self.annotations: list[tuple[Any, bytes]] = []
        self.named: list[tuple[str, bytes]] = []

    def write(self, root: Tagged) -> None:
        """The tree, and from each piece of content and each link back to its element."""
        numbers = _Written()
        top = _Written()
        self.pdf.add_object(numbers)
        self.pdf.add_object(top)
        whole = self._element(root, top.reference)
        names = b" ".join(b"(%s)%s" % (name.encode(), element) for name, element in sorted(self.named))
        by_name = b"/IDTree<</Names[%s]>>" % names if names else b""
        top.data = b"<</Type/StructTreeRoot/ParentTree %s/K[%s]%s>>" % (numbers.reference, whole, by_name)
        numbers.data = b"<</Nums[%s]>>" % b" ".join([*self._of_pages(), *self._of_annotations()])
        self.pdf.catalog["StructTreeRoot"] = top.reference

    def _element(self, node: Tagged, within: bytes) -> bytes:
        """Write an element with all that is in it; its reference."""
        written = _Written()
        self.pdf.add_object(written)
        own: bytes = written.reference
        if node.name:
            self.named.append((node.name, own))
        kids = [self._annotation(page, annotation, own, node) for page, annotation in node.annotations]
        for kid in node.kids:
            if isinstance(kid, Mark):
                kids.append(self._mark(kid, own, node))
            elif _tells(kid):
                kids.append(self._element(kid, own))
        start = b"<</Type/StructElem/S/%s/P %s/Pg %s/K[%s]" % (
            node.role.encode(),
            within,
            self.pages[node.page],
            b" ".join(kids),
        )
        written.data = start + b"".join(_attributes(node)) + b">>"
        return own

    def _mark(self, mark: Mark, own: bytes, node: Tagged) -> bytes:
        self.back[mark.page][mark.number] = own
        if mark.page == node.page:
            return b"%d" % mark.number
        return b"<</Type/MCR/Pg %s/MCID %d>>" % (self.pages[mark.page], mark.number)

    def _annotation(self, page: int, annotation: Any, own: bytes, node: Tagged) -> bytes:
        """A link's place on a page; who comes upon it without its words is told them."""
        if "Dest" in annotation and node.words:
            annotation["Contents"] = pydyf.String(" ".join(node.words.split()))
        self.annotations.append((annotation, own))
        return b"<</Type/OBJR/Pg %s/Obj %s>>" % (self.pages[page], annotation.reference)

    def _of_pages(self) -> Iterator[bytes]:
        for page, elements in enumerate(self.back):
            listed = [elements.get(number, b"null") for number in range(max(elements, default=-1) + 1)]
            yield b"%d[%s]" % (page, b" ".join(listed))

    def _of_annotations(self) -> Iterator[bytes]:
        for number, (annotation, own) in enumerate(self.annotations, len(self.pages)):
            annotation["StructParent"] = number
            yield b"%d %s" % (number, own)


def _tells(node: Tagged) -> bool:
    return node.role in _TOLD_EMPTY or any(isinstance(kid, Mark) or _tells(kid) for kid in node.kids)


def _attributes(node: Tagged) -> Iterator[bytes]:
    """What an element says of itself beside its role and its kids."""
    if node.name:
        yield b"/ID(%s)" % node.name.encode()
    if node.role == "Figure":
        yield b"/A<</O/Layout/BBox[%s]>>" % b" ".join(b"%.2f" % edge for edge in node.frame or ())
        if node.words:
            yield b"/Alt" + pydyf.String(node.words).data
    if node.numbering:
        yield b"/A<</O/List/ListNumbering/%s>>" % node.numbering.encode()
    if node.role in _CELLS:
        yield b"/A<</O/Table"
        if node.across > 1:
            yield b"/ColSpan %d" % node.across
        if node.down > 1:
            yield b"/RowSpan %d" % node.down
        if node.role == "TH":
            yield b"/Scope/%s" % _SCOPES.get(node.scope, "Column").encode()
        if node.heads:
            yield b"/Headers[%s]" % b" ".join(b"(%s)" % head.name.encode() for head in node.heads)
        yield b">>"
