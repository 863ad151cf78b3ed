"""How texts call the RTL and their states, and whose RTL they tell of at a place. Pure."""

import re

from followups.progress import Progress
from reports.rules.claims.grammar.contexts import clause
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.reading import Sentence

PLAN = (
    r"(?:rtl\b|rencana tindak lanjut\b(?: ?\(rtl\)|/rtl\b)?"
    r"|(?:kegiatan|program|program/kegiatan|butir) (?:rencana )?tindak lanjut\b)"
)
DONE = re.compile(
    r"\b(?:telah|sudah|selesai|berhasil|tuntas|rampung|terlaksana|terealisasi(?:kan)?|ditindaklanjuti"
    r"|direalisasikan|dituntaskan)\b"
)
OPEN = re.compile(
    r"\b(?:(?:belum|tidak (?:dapat|bisa))(?: \w+){0,2}|sisanya|tersisa|tertunda|menyisakan|sedang|tidak (?:di|ter)\w+"
    r"|masih (?:dalam|terdapat|ada|menyisakan|berjalan|berproses|menunggu|tersisa)|dalam proses|berproses)\b"
)


def progress_at(sentence: Sentence, known: Known, place: int) -> tuple[Progress, str]:
    """Whose RTL are told of at a place: those of the one priority that its clause names, else all."""
    start, end = clause(sentence.low, place)
    named = {m.key for m in known.names.mentions(sentence.low[start:end])}
    chosen = [priority for key in named if (priority := known.priority(key)) and priority.plans]
    return (chosen[0].progress, chosen[0].element.key) if len(chosen) == 1 else (known.facts.progress, "")
