"""A PDF read back: where every word and picture stands, what is tagged as what, where links and outline lead.

Only for files as our renderer writes them: one font encoding (Identity-H with ToUnicode), text in TJ arrays.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO

import pikepdf

IDENTITY = (1, 0, 0, 1, 0, 0)
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Text:
    """Words written in one go; x and y in points from the page's lower left corner, y of the base line.

    ``width`` is without blanks at the end, which hang over a margin.
    """

    page: int
    x: float
    y: float
    width: float
    size: float
    text: str
    mcid: int | None


@dataclass(frozen=True)
class Box:
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass
class Page:
    number: int
    width: float
    height: float
    texts: list = field(default_factory=list)
    pictures: list = field(default_factory=list)

    @property
    def text(self):
        return " ".join(" ".join(text.text for text in self.texts).split())

    def within(self, top_mm, bottom_mm):
        """The words between the running head and the foot."""
        high, low = self.height - top_mm * POINTS_PER_MM, bottom_mm * POINTS_PER_MM
        return [text for text in self.texts if low <= text.y <= high]


@dataclass
class Element:
    """A tagged element: its role, what it holds (elements, and words or pictures as (page, mcid)) as they follow."""

    role: str
    content: list
    page: int | None
    source: object = None

    @property
    def kids(self):
        return [item for item in self.content if isinstance(item, Element)]

    @property
    def marks(self):
        return [item for item in self.content if not isinstance(item, Element)]

    def walk(self):
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all_marks(self):
        return [mark for item in self.content for mark in (item.all_marks() if isinstance(item, Element) else [item])]

    def pages(self):
        return sorted({page for page, _mcid in self.all_marks()})

    def find(self, *roles):
        return [element for element in self.walk() if element.role in roles]


class Printed:
    def __init__(self, data):
        self.data = data
        self.pdf = pikepdf.open(BytesIO(data))
        self._numbers = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        self._fonts = {}
        self._used = {}

    @cached_property
    def pages(self):
        return [_Reader(self, number, page).read() for number, page in enumerate(self.pdf.pages, 1)]

    @cached_property
    def root(self):
        return self._element(self.pdf.Root.StructTreeRoot.K)

    @cached_property
    def by_mark(self):
        found = {}
        for page in self.pages:
            for text in page.texts:
                found.setdefault((page.number, text.mcid), []).append(text)
        return found

    def text_of(self, element):
        texts = [text.text for mark in element.all_marks() for text in self.by_mark.get(mark, ())]
        return " ".join(" ".join(texts).split())

    def texts_of(self, element):
        return [text for mark in element.all_marks() for text in self.by_mark.get(mark, ())]

    def text(self, top_mm=20, bottom_mm=15):
        """All that stands between heads and feet, page after page."""
        return " ".join(text.text for page in self.pages for text in page.within(top_mm, bottom_mm))

    def _element(self, node, page=None):
        if isinstance(node, pikepdf.Array):
            return Element("Root", [self._element(kid) for kid in node], None)
        number = self._numbers[node.Pg.objgen] if "/Pg" in node else page
        content = node.get("/K", [])
        return Element(
            str(node.S)[1:],
            [
                self._element(kid, number) if "/S" in kid else (self._numbers[kid.Pg.objgen], kid.MCID)
                for kid in (_spelled_out(item, node) for item in content)
                if "/Obj" not in kid
            ],
            number,
            node,
        )

    def names(self):
        """Every named destination with its page and its height on it."""
        names = self.pdf.Root.get("/Names", {}).get("/Dests")
        tree = pikepdf.NameTree(names) if names is not None else {}
        return {str(name): self._target(target) for name, target in tree.items()}

    def _target(self, target):
        """(page, y) that a destination leads to."""
        if isinstance(target, pikepdf.String):
            return self.names()[str(target)]
        if isinstance(target, pikepdf.Dictionary):
            target = target.D
        return self._numbers[target[0].objgen], float(target[3])

    def links(self):
        """Every clickable link inside the document: (page, rectangle, page that it leads to)."""
        known = self.names()
        for number, page in enumerate(self.pdf.pages, 1):
            for note in page.get("/Annots", []):
                if note.get("/Subtype") != "/Link" or "/Dest" not in note:
                    continue
                target = note.Dest
                goal = known[str(target)] if isinstance(target, pikepdf.String) else self._target(target)
                yield number, Box(number, *(float(edge) for edge in note.Rect)), goal[0]

    def outline(self):
        """The bookmarks as (level, title, page)."""
        with self.pdf.open_outline() as outline:
            yield from self._bookmarks(outline.root, 1)

    def _bookmarks(self, items, level):
        for item in items:
            target = item.destination if item.destination is not None else item.action.D
            yield level, item.title, self._target(target)[0]
            yield from self._bookmarks(item.children, level + 1)

    def glyphs_used(self):
        """The glyph numbers that are drawn of each font; 0 is the empty box."""
        return self._used.values() if self.pages else ()

    def font(self, font):
        key = font.objgen
        if key not in self._fonts:
            self._used[key] = set()
            self._fonts[key] = (_to_unicode(font), _widths(font.DescendantFonts[0]), self._used[key])
        return self._fonts[key]


def _spelled_out(item, node):
    """A number alone is content of the page that its element names."""
    return pikepdf.Dictionary(Pg=node.Pg, MCID=item) if isinstance(item, int) else item


class _Reader:
    """One page's content, with the state that its operators change."""

    def __init__(self, printed, number, page):
        self.printed = printed
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        self.source, self.page = page, Page(number, right - left, top - bottom)

    def read(self):
        self._run(self.source, self.source.get("/Resources", {}), IDENTITY)
        return self.page

    def _run(self, stream, resources, matrix):
        stack, tags, font, size, place = [], [], None, 0, IDENTITY
        for operands, operator in pikepdf.parse_content_stream(stream):
            match str(operator):
                case "q":
                    stack.append(matrix)
                case "Q":
                    matrix = stack.pop()
                case "cm":
                    matrix = _times(tuple(map(float, operands)), matrix)
                case "BDC" | "BMC":
                    tags.append(_mcid(operands))
                case "EMC":
                    tags.pop()
                case "Tf":
                    font, size = self.printed.font(resources.Font[operands[0]]), float(operands[1])
                case "BT":
                    place = IDENTITY
                case "Tm":
                    place = tuple(map(float, operands))
                case "Td":
                    place = _times((1, 0, 0, 1, *map(float, operands)), place)
                case "TJ" | "Tj":
                    pieces = operands[0] if str(operator) == "TJ" else operands
                    mcid = next((tag for tag in reversed(tags) if tag is not None), None)
                    self._write(pieces, font, size, _times(place, matrix), mcid)
                case "Do":
                    self._draw(resources.XObject[operands[0]], resources, matrix)

    def _write(self, pieces, font, size, matrix, mcid):
        characters, widths, used = font
        words, width, blank = [], 0, 0
        for piece in pieces:
            if not isinstance(piece, pikepdf.String):
                width -= float(piece)
                continue
            raw = bytes(piece)
            for glyph in (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)):
                used.add(glyph)
                words.append(characters.get(glyph, "\ufffd"))
                blank = blank + widths.get(glyph, 1000) if words[-1].isspace() else 0
                width += widths.get(glyph, 1000)
        scale = (matrix[0] ** 2 + matrix[1] ** 2) ** 0.5 * size
        text = "".join(words)
        self.page.texts.append(
            Text(self.page.number, matrix[4], matrix[5], (width - blank) / 1000 * scale, scale, text, mcid)
        )

    def _draw(self, drawing, resources, matrix):
        if drawing.Subtype == "/Form":
            inner = _times(tuple(map(float, drawing.get("/Matrix", IDENTITY))), matrix)
            self._run(drawing, drawing.get("/Resources", resources), inner)
            return
        corners = [_times((1, 0, 0, 1, x, y), matrix)[4:] for x in (0, 1) for y in (0, 1)]
        across, up = zip(*corners, strict=True)
        self.page.pictures.append(Box(self.page.number, min(across), min(up), max(across), max(up)))


def _mcid(operands):
    return operands[1].get("/MCID") if isinstance(operands[-1], pikepdf.Dictionary) else None


def _times(first, second):
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _to_unicode(font):
    table = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", part):
            found[int(glyph, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found


def _widths(font):
    found, widths = {}, list(font.get("/W", []))
    while widths:
        first = int(widths.pop(0))
        following = widths.pop(0)
        if isinstance(following, pikepdf.Array):
            found.update({first + at: float(width) for at, width in enumerate(following)})
        else:
            width = float(widths.pop(0))
            found.update(dict.fromkeys(range(first, int(following) + 1), width))
    return found
