"""The drawing operators of a page: whether it still draws all that was prepared, and what was added around that."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pikepdf

MOST_ADDED = 5000
_STATE = "q Q cm w J j M d i ri gs"
_COLOUR = "RG rg G g K k CS cs SC sc SCN scn"
_PATH = "m l c v y h re"
_PAINT = "f F f* S s B B* b b* n"
_TEXT = "BT ET T* Td TD Tm Tj TJ ' \" Tc Tw Tz TL Tf Tr Ts"
_ALLOWED = set(f"{_STATE} {_COLOUR} {_PATH} {_PAINT} {_TEXT} W W* Do BMC BDC EMC".split()) | {"INLINE IMAGE"}
_PATHS = set(_PATH.split())
_PAINTS = set(_PAINT.split())
_MARKED = {"BMC", "BDC"}

Step = tuple[str, tuple[Any, ...]]
"""An operator and its operands, as they compare."""
_IDENTITY: Step = ("cm", tuple(map(Decimal, (1, 0, 0, 1, 0, 0))))


@dataclass(frozen=True, slots=True)
class Around:
    """What a page draws before and behind what was prepared."""

    before: list[Step]
    behind: list[Step]

    @property
    def is_harmless(self) -> bool:
        """Whether it leaves what was prepared as it was: only plain operators, each state given back before it."""
        steps = self.before + self.behind
        return all(map(_is_plain, steps)) and _gives_back(self.before)


def steps_of(content: Any) -> list[Step]:
    """The operators of a page or of a form that is drawn."""
    found = pikepdf.parse_content_stream(content)
    return [(str(step.operator), tuple(map(_operand, step.operands))) for step in found]


def _operand(value: Any) -> Any:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return Decimal(value).normalize()
    if isinstance(value, pikepdf.PdfInlineImage):
        return bytes(value.unparse())
    return value.unparse() if isinstance(value, pikepdf.Object) else repr(value)


def around(prepared: list[Step], found: list[Step]) -> Around | None:
    """What stands around the prepared steps, which are found whole and in one piece; None where they are not."""
    added = len(found) - len(prepared)
    length = len(prepared)
    if not 0 <= added <= MOST_ADDED:
        return None
    for at in range(added + 1):
        if found[at : at + length] == prepared:
            return Around(found[:at], found[at + length :])
    return None


def around_form(found: list[Step], name: str) -> Around:
    """What stands around the one step that draws a form."""
    at = next(number for number, step in enumerate(found) if step == ("Do", (name.encode(),)))
    return Around(found[:at], found[at + 1 :])


def forms_drawn(found: list[Step]) -> list[str]:
    """The names of what is drawn by name, in their order."""
    return [step[1][0].decode() for step in found if step[0] == "Do"]


def _is_plain(step: Step) -> bool:
    operator, operands = step
    if operator == "BDC":
        return bool(operands[0] == b"/Artifact")
    return operator in _ALLOWED and not (operator == "BMC" and operands[0] == b"/OC")


def _gives_back(steps: list[Step]) -> bool:
    """Whether what follows starts from a fresh state: what was set is undone, no path, text or mark is left open."""
    open_states: list[list[str]] = [[]]
    in_text = has_path = False
    marks = 0
    for operator, operands in steps:
        if operator in ("q", "Q") and (has_path or in_text):
            return False
        if operator == "q":
            open_states.append([])
        elif operator == "Q":
            if len(open_states) == 1:
                return False
            open_states.pop()
        elif (operator, operands) != _IDENTITY:
            open_states[-1].append(operator)
        in_text = operator == "BT" or (in_text and operator != "ET")
        has_path = operator in _PATHS or (has_path and operator not in _PAINTS)
        marks += (operator in _MARKED) - (operator == "EMC")
    # Marks alone change nothing of what is drawn behind them.
    sets_state = any(operator not in ("BMC", "BDC", "EMC") for state in open_states for operator in state)
    return not in_text and not has_path and marks == 0 and not sets_state
