"""The letters that go with a report, as data: what each says of itself from the report that it carries. Pure.

What is left blank is printed with room for the pen: who registers letters gives number and day after somebody signed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from offices.nip import format_nip
from reports.document.placeholders import put_in
from reports.document.shapes import OfficeFace
from reports.letters.standard import DOTS, NAMES, LetterKind, standard_texts
from reports.letters.values import Carried, InForce, name_of, signature_of, values_of
from reports.words.language import begun_large, date_text
from reports.words.markup import blocks_of
from reports.words.prose import Blocks, text_of

RECEIPT = ("Diterima tanggal", "Nama", "NIP", "Jabatan", "Nomor telepon", "Tanda tangan dan cap")


@dataclass(frozen=True, slots=True)
class Own:
    """What an office wrote of a letter: ``texts`` in place of standard ones, by key; empty: left to the pen."""

    number: str = ""
    dated: date | None = None
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """What a covering letter sends: kind, how many, remark."""

    what: str
    count: str
    remark: str


NOTHING_SENT = Item("", "", "")


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. ``facts``: labels with what stands beside them; ``to``: the lines of the address.

    ``carries``: what the report is called that goes with it. ``office``, ``title`` and ``period_label`` are called as
    in a report, whose frame is printed around it. ``copies``: who gets one.
    """

    kind: LetterKind
    carries: str
    office: OfficeFace
    title: str
    period_label: str
    place_and_date: str
    facts: tuple[tuple[str, str], ...]
    to: tuple[str, ...]
    body: Blocks
    items: tuple[Item, ...]
    signer: tuple[str, str, str]
    copies: tuple[str, ...]

    @property
    def is_note(self) -> bool:
        return self.kind == LetterKind.NOTE

    @property
    def receipt(self) -> tuple[str, ...]:
        """What who receives it fills in."""
        return RECEIPT if self.kind == LetterKind.COVER else ()


NOTHING_OWN = Own()


def letter_of(kind: LetterKind, report: Carried, signed: InForce | None, head: str, own: Own = NOTHING_OWN) -> Letter:
    """The letter of this kind for a report as it stands; ``signed``: its version in force, if there is one.

    ``head``: what the office calls who heads a unit.
    """
    values = values_of(report, None if kind == LetterKind.NOTE else signed)
    texts = {key: own.texts.get(key, text) for key, text in standard_texts(kind, head, name_of(report)).items()}
    filled = {key: put_in(text, values).strip() for key, text in texts.items()}
    day = date_text(own.dated) if own.dated else DOTS
    return Letter(
        kind=kind,
        carries=name_of(report),
        office=report.office,
        title=NAMES[kind],
        period_label=report.period_label,
        place_and_date=f"{report.source.office.place}, {day}",
        facts=_facts(kind, filled, own.number or DOTS, day),
        to=() if kind == LetterKind.NOTE else ("Yth.", *(_lines(filled["addressee"]) or (DOTS,))),
        body=_body(texts.get("body", ""), values),
        items=_items(texts.get("items", ""), values),
        signer=_signer(kind, report, filled),
        copies=_lines(filled["copies"]),
    )


def _facts(kind: LetterKind, filled: Mapping[str, str], number: str, day: str) -> tuple[tuple[str, str], ...]:
    told = [("Nomor", number)]
    if kind == LetterKind.NOTE:
        to = ", ".join(_lines(filled["addressee"]))
        told = [("Yth.", to or DOTS), ("Dari", filled["sender"] or DOTS), ("Tanggal", day), *told]
    labels = {"nature": "Sifat", "attached": "Lampiran", "subject": "Hal"}
    return (*told, *((label, filled[key] or DOTS) for key, label in labels.items() if key in filled))


def _body(text: str, values: Mapping[str, str]) -> Blocks:
    """The paragraphs and lists; one that only held a sentence of which nothing is known is left out."""
    blocks = []
    for block in blocks_of(text):
        lines = tuple(tuple(replace(run, text=put_in(run.text, values)) for run in line) for line in block.lines)
        blocks.append(replace(block, lines=lines))
    return tuple(block for block in blocks if text_of((block,)).strip())


def _items(text: str, values: Mapping[str, str]) -> tuple[Item, ...]:
    """A line for each thing that is sent: what, how many and a remark between semicolons."""
    items = []
    for line in _lines(text):
        what, count, remark = (*(part.strip() for part in line.split(";", 2)), "", "")[:3]
        items.append(Item(begun_large(put_in(what, values)), put_in(count, values), put_in(remark, values)))
    return tuple(item for item in items if item != NOTHING_SENT)


def _signer(kind: LetterKind, report: Carried, filled: Mapping[str, str]) -> tuple[str, str, str]:
    if kind == LetterKind.NOTE:
        nip = format_nip(filled["sender_nip"]) or DOTS
        return filled["sender"] or DOTS, filled["sender_name"] or DOTS, f"NIP. {nip}"
    block = signature_of(report)
    return block.title, block.name or DOTS, block.nip


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
