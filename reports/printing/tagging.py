"""What a page's boxes are to somebody who listens: one tree of elements over all pages; WeasyPrint has one per page.

It is read off the boxes after they were drawn; structure.py writes it into the file.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reports.document.block import SIGNATURE

SVG = "{http://www.w3.org/2000/svg}svg"
POINTS_PER_PIXEL = 0.75
_LIST, _ITEM, _MARKER = "L", "LI", "li::marker"
ROLES = {
    **{tag: tag.upper() for tag in ("h1", "h2", "h3", "h4", "h5", "h6", "p", "tr", "th", "td")},
    **dict.fromkeys(("div", "figure"), "Div"),
    **dict.fromkeys(("ul", "ol", "dl"), _LIST),
    **dict.fromkeys(("li", "dt", "dd"), _ITEM),
    **dict.fromkeys(("img", SVG), "Figure"),
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "blockquote": "BlockQuote",
    "a": "Link",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
}
"""Which HTML is which element; what is not here (``span``, ``strong``, ``::after``) is words of what is around it."""

_NUMBERINGS = {
    "decimal": "Decimal",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
    "lower-roman": "LowerRoman",
}
_BULLETS = {"disc": "Disc", "circle": "Circle", "square": "Square"}


@dataclass(eq=False, slots=True)
class Mark:
    """Words or a picture: the number that they have in the content of a page."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Tagged:
    """An element. ``words``: what stands for a figure or is said of a link. ``frame``: left, bottom, right and top of a
    figure, in points. ``annotations``: a link's places, each with its page. ``across``, ``down``: the columns and rows
    of a cell, ``heads`` what it is told with; ``name``: of a head and of where one signs; ``scope``: of a head, as HTML
    says it.
    """

    role: str
    page: int
    within: "Tagged | None" = None
    kids: list["Tagged | Mark"] = field(default_factory=list)
    words: str = ""
    frame: tuple[float, ...] | None = None
    numbering: str = ""
    across: int = 1
    down: int = 1
    name: str = ""
    scope: str = ""
    heads: list["Tagged"] = field(default_factory=list)
    annotations: list[tuple[int, Any]] = field(default_factory=list)

    def of_role(self, *roles: str) -> Iterator["Tagged"]:
        """The elements among its kids and theirs that have one of the roles, from the first page to the last."""
        for kid in self.kids:
            if isinstance(kid, Tagged):
                if kid.role in roles:
                    yield kid
                else:
                    yield from kid.of_role(*roles)


class Tree:
    """The elements of a document; ``artifacts``: by page the numbers of what is no word of it, as heads and feet."""

    def __init__(self) -> None:
        from weasyprint.formatting_structure import boxes

        self.boxes = boxes
        self.root = Tagged("Document", 0)
        self.artifacts: dict[int, set[int]] = defaultdict(set)
        self._known: dict[tuple[int, str], Tagged] = {}
        self._heads: dict[int, int] = {}

    def add_page(self, number: int, page: Any, tags: dict[Any, Any]) -> None:
        """Read the boxes of a page; ``tags``: which number each that was drawn has there."""
        _Page(self, number, page.height, tags).read(page._page_box, self.root)
        if tags:
            raise RuntimeError(f"{len(tags)} boxes of page {number + 1} were drawn, and stand in no element")

    def node(self, box: Any, part: str, role: str, page: int, within: Tagged) -> Tagged:
        """The element of an HTML element, one for all boxes that it has on however many pages."""
        key = (id(box.element), part)
        if key not in self._known:
            self._known[key] = Tagged(role, page, within)
            within.kids.append(self._known[key])
        return self._known[key]

    def new_name(self) -> str:
        """A name that no other element has."""
        return f"kepala-{len(self._known)}"

    def repeats(self, box: Any, page: int) -> bool:
        """Whether a table's head was printed on an earlier page already: then this one is said no more."""
        return box.element_tag in ("thead", "tfoot") and self._heads.setdefault(id(box.element), page) != page


@dataclass(frozen=True, slots=True)
class _Page:
    """A page whose boxes are read."""

    tree: Tree
    number: int
    height: float
    tags: dict[Any, Any]

    def read(self, box: Any, within: Tagged) -> None:
        """Put a box and what is in it where it belongs."""
        boxes = self.tree.boxes
        box = getattr(box, "_box", box)  # what was taken out of the flow left a note of where it belongs
        if isinstance(box, boxes.TextBox):
            self._mark(box, within)
            return
        if isinstance(box, boxes.MarginBox) or (box.element is not None and self.tree.repeats(box, self.number)):
            self._pass_over(box)
            return
        node = within if box.element is None else self._node_of(box, within)
        if node is None:
            self._pass_over(box)
            return
        if box.link_annotation and node.role == "Link":
            node.annotations.append((self.number, box.link_annotation))
        if isinstance(box, boxes.ReplacedBox):
            self._mark(box, node)
            return
        for child in getattr(box, "children", ()):
            self.read(child, node)

    def _mark(self, box: Any, node: Tagged) -> None:
        node.kids.append(Mark(self.number, self.tags.pop(box)["mcid"]))
        if node.role == "Link" and isinstance(box, self.tree.boxes.TextBox):
            node.words += f" {box.text}"

    def _pass_over(self, box: Any) -> None:
        """All that is in a box is no content."""
        box = getattr(box, "_box", box)
        if box in self.tags:
            self.tree.artifacts[self.number].add(self.tags.pop(box)["mcid"])
        for child in getattr(box, "children", ()):
            self._pass_over(child)

    def _node_of(self, box: Any, within: Tagged) -> Tagged | None:
        """The element that a box is of; None where it is a picture that only decorates."""
        tag = box.element_tag
        if tag == _MARKER:
            return self._label(box, within)
        role = ROLES.get(tag)
        if role is None:
            return within
        if role == "Figure":
            return self._figure(box, within)
        node = self.tree.node(box, tag, role, self.number, within)
        if role == _ITEM:
            return self.tree.node(box, "body", "LBody", self.number, node)
        if role == "Div" and box.element.get("id") == SIGNATURE:
            node.name = SIGNATURE
        if role in ("TH", "TD"):
            node.across = int(box.element.get("colspan", 1))
            node.down = int(box.element.get("rowspan", 1))
        if role == "TH" and not node.name:
            node.name = self.tree.new_name()
            node.scope = box.element.get("scope", "col")
        return node

    def _label(self, box: Any, within: Tagged) -> Tagged:
        """The number or bullet before an item, and what it says of the list."""
        item = self.tree.node(box, "li", _ITEM, self.number, within)
        label = self.tree.node(box, _MARKER, "Lbl", self.number, item)
        item.kids.sort(key=lambda kid: kid is not label)
        style = box.style["list_style_type"]
        if item.within and item.within.role == _LIST and isinstance(style, str):
            item.within.numbering = _NUMBERINGS.get(style) or _BULLETS.get(style, "")
        return label

    def _figure(self, box: Any, within: Tagged) -> Tagged | None:
        """A picture with the words that stand for it, and where it lies on the page."""
        element = box.element
        title = element.findtext("{http://www.w3.org/2000/svg}title") if element.tag == SVG else element.get("alt")
        if title == "":
            return None
        node = self.tree.node(box, box.element_tag, "Figure", self.number, within)
        left = box.content_box_x()
        top = box.content_box_y()
        edges = (left, self.height - top - box.height, left + box.width, self.height - top)
        node.frame = tuple(edge * POINTS_PER_PIXEL for edge in edges)
        node.words = title or ""
        return node
