"""The sheets of a Word file: their size, upright and across, and what stands at the head and the foot of each."""

from dataclasses import dataclass
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.section import Section as WordSection
from docx.section import _Footer, _Header
from docx.shared import Mm

from offices.appearance.values import Appearance
from reports.word.elements import Setting, field, paragraph, run, tab
from reports.word.reading import Words
from reports.word.styles import FOOT, RUNNING, Look, id_of

CONCEPT = "Konsep untuk disunting, bukan naskah resmi"
TWIP = 635
"""EMU of a twentieth of a point."""
SHEETS = {"A4": (Mm(210), Mm(297)), "F4": (Mm(215), Mm(330))}
TOP = Mm(28)
BOTTOM = Mm(25)
SIDES = {"bound": (Mm(30), Mm(20)), "even": (Mm(25), Mm(25))}
"""The margins at the left and at the right; together they are equally wide."""


@dataclass(frozen=True, slots=True)
class Running:
    """What every sheet says: ``title`` and ``status`` at its head, ``mark`` at its foot."""

    title: str
    mark: str
    status: str


def upright_width(look: Appearance) -> int:
    """How wide the text of an upright sheet is, in EMU."""
    return int(SHEETS[look.paper][0]) - _both_margins(look)


def _both_margins(look: Appearance) -> int:
    return sum(map(int, SIDES[look.margins]))


class Paper:
    """The sheets of one Word file, one section after the other."""

    def __init__(self, word: WordDocument, look: Appearance, running: Running) -> None:
        self.word = word
        self.look = look
        self.across, self.down = SHEETS[look.paper]
        self.running = running
        self._lay(word.sections[0])
        self._write(word.sections[0].header, RUNNING, [run(Words(running.status, bold=True))])

    @property
    def width(self) -> int:
        """How wide the text is, in EMU."""
        return int(self.across) - _both_margins(self.look)

    @property
    def height(self) -> int:
        return int(self.down) - int(TOP) - int(BOTTOM)

    def begin_text(self, *, after_covers: bool) -> None:
        """From here on sheets are headed and numbered: from the first one, where the report has no covers."""
        self._run(self._next() if after_covers else self.word.sections[0])

    def _next(self) -> WordSection:
        """A section that begins on a new sheet; the one before ends with its last paragraph, not with one more."""
        section: WordSection = self.word.add_section(WD_SECTION.NEW_PAGE)
        body: Any = self.word.element.body
        end = body[-2]
        before = end.getprevious()
        if before is not None and before.tag == end.tag and before.find("{*}pPr/{*}sectPr") is None:
            before.get_or_add_pPr().append(end.find("{*}pPr/{*}sectPr"))
            body.remove(end)
        return section

    def _lay(self, section: WordSection) -> None:
        section.page_width, section.page_height = self.across, self.down
        section.left_margin, section.right_margin = SIDES[self.look.margins]
        section.top_margin, section.bottom_margin = TOP, BOTTOM
        section.header_distance = section.footer_distance = Mm(12)

    def _run(self, section: WordSection) -> None:
        section.header.is_linked_to_previous = False
        section.footer.is_linked_to_previous = False
        head = [run(Words(self.running.title)), tab(), run(Words(self.running.status, bold=True))]
        number = field("PAGE", [run(Words("1"))])
        self._write(section.header, RUNNING, head)
        self._write(section.footer, FOOT, [run(Words(self.running.mark, bold=True)), tab(), *number])

    def _write(self, place: _Header | _Footer, look: Look, content: list[Any]) -> None:
        """One line in the place of what stands there."""
        element: Any = place._element
        for old in list(element):
            element.remove(old)
        element.append(paragraph(content, Setting(id_of(self.word, look))))
