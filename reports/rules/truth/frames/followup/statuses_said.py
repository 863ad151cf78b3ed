"""In what state a text says that plans are: by the words beside them; and how many really are so. Pure."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from reports.document.facts import PlanFact

Said = Literal["total", "done", "open", "in_progress", "not_started", "impossible"]

_DONE = (
    r"selesai\w*|terselesaikan|tuntas\w*|rampung\w*|terlaksana|terealisasi\w*|terpenuhi|direalisasikan|dituntaskan"
    r"|diselesaikan|dirampungkan|dilaksanakan|ditindaklanjuti|menyelesaikan|merealisasikan|mewujudkan|menuntaskan|merampungkan"
)
_SAID = re.compile(
    r"\b(?:"
    r"(?P<impossible>(?:tidak|tak) (?:lagi )?(?:dapat|mungkin|bisa|mampu) (?:di\w+|terlaksana|terealisasi\w*))"
    r"|(?P<not_started>belum (?:(?:juga|sempat|dapat|bisa|sama sekali|pernah) )*(?:dimulai|mulai|disentuh|tersentuh"
    r"|dikerjakan|digarap|dijalankan|berjalan))"
    rf"|(?P<open>(?:belum|tidak|(?:masih |yang )?harus|masih perlu) (?:\w+ ){{0,3}}?(?:{_DONE}|usai|beres)|tersisa"
    r"|tertunda|tertinggal"
    r"|terlambat|diteruskan|dilanjutkan)"
    r"|(?P<in_progress>dalam (?:tahap )?(?:proses|pelaksanaan|pengerjaan|penyelesaian)|berproses|setengah jalan"
    r"|(?:masih|sedang|tengah|terus) (?:dalam \w+|\w*proses|berjalan|berlangsung|di(?!laksanakan\b)\w+"
    r"|dilaksanakan|dalam))"
    rf"|(?P<done>{_DONE})"
    r")\b"
)
NAMES: dict[Said, str] = {
    "total": "",
    "done": "yang selesai",
    "open": "yang belum selesai",
    "in_progress": "yang dalam proses",
    "not_started": "yang belum dimulai",
    "impossible": "yang tidak dapat dilaksanakan",
}
STATES = {
    "done": "selesai",
    "in_progress": "dalam proses (sedang berjalan, belum selesai)",
    "not_started": "belum dimulai (belum dilaksanakan)",
    "impossible": "tidak dapat dilaksanakan",
}


def status_in(words: str) -> tuple[Said, int, int] | None:
    """The first state that words tell, and where."""
    match = _SAID.search(words)
    return _told(match) if match else None


def last_status_in(words: str) -> tuple[Said, int, int] | None:
    """The last state that words tell, and where."""
    matches = list(_SAID.finditer(words))
    return _told(matches[-1]) if matches else None


def _told(match: re.Match[str]) -> tuple[Said, int, int]:
    said = next(name for name in NAMES if name == match.lastgroup)
    return said, match.start(), match.end()


def are(said: Said, plans: Iterable[PlanFact]) -> tuple[PlanFact, ...]:
    """The plans that are in a state; *open* is all that is not done."""
    if said == "total":
        return tuple(plans)
    if said == "open":
        return tuple(fact for fact in plans if not fact.done)
    return tuple(fact for fact in plans if fact.plan.realisation.status == said)


def may_count(said: Said, plans: Sequence[PlanFact]) -> tuple[int, ...]:
    """The counts that may be meant, the likeliest first: what is impossible may be told apart from what is open."""
    count = len(are(said, plans))
    if said == "open":
        return count, count - len(are("impossible", plans)), len(are("not_started", plans))
    return (count,)
