"""What a text says of all plans, of most or of none of them: *seluruh RTL telah selesai*. Pure."""

import re
from collections.abc import Callable, Iterator

from reports.document.facts import PlanFact
from reports.rules.truth.frames.followup.scope import scopes_of
from reports.rules.truth.frames.followup.statuses_said import Said, are, status_in
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned, tokens_within

_PLANS = (
    r"(?:rtl|rencana tindak lanjut|(?:kegiatan|program|program/kegiatan|butir)"
    r" (?:rtl|rencana tindak lanjut|tindak lanjut))"
)
_HOW = re.compile(
    r"\b(?P<not>(?:belum|tidak|bukan|tak) )?(?P<how>seluruh|semua|segenap|keseluruhan|sebagian besar|mayoritas"
    r"|sebagian kecil|satu pun|ada satu pun|ada)"
    rf" (?:dari )?(?:seluruh |kegiatan |program |target |butir )?{_PLANS}\b(?: \(rtl\))?(?P<behind>[^.;,:]*)"
)
_ALL_BEHIND = re.compile(rf"\b{_PLANS}(?P<behind>[^.;,:]{{0,60}}) (?P<how>seluruhnya|semuanya)\b")
_APART = re.compile(
    r"\b(?:kecuali|terkecuali|selain|di luar|di samping|lain|lainnya|sisanya|selebihnya|tersebut|apabila|jika|bila|agar"
    r"|supaya|dipastikan|memastikan|sebelum|setelah|sesudah|hingga|sampai|akan|untuk|guna|harus|perlu|target\w*)\b"
)
"""What makes of all plans all others, or of what is so what is wished."""
_CERTAIN = re.compile(
    r"^\s*(?:(?:pada|di|dalam|bagi|atas|hasil|skm|unsur|ini|tahun|periode|semester|yang direncanakan|yang disusun"
    r"|yang ditetapkan|\d{4}|i|ii|iii|iv)\s+)*(?:telah|sudah|dapat|berhasil|dinyatakan|belum|tidak|masih|yang (?:belum"
    r"|masih|tertunda|tersisa|selesai|telah|sudah)|selesai|tuntas|rampung|terlaksana|terealisasi|tertunda|tersisa)\b"
)
_NEAR = 2
_FITS: dict[str, Callable[[int, int], bool]] = {
    "sebagian besar": lambda told, total: 2 * told > total,
    "mayoritas": lambda told, total: 2 * told > total,
    "sebagian kecil": lambda told, total: 0 < 2 * told < total,
}


@hears("^")
def wholes_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K47: all, most, few or none of the plans in a state in which they are not."""
    low = sentence.text.lower()
    if not truth.facts.plans:
        return
    for match in (*_HOW.finditer(low), *_ALL_BEHIND.finditer(low)):
        how = match["how"]
        denied = bool(match.groupdict().get("not"))
        if how.endswith(("satu pun", "ada")) and not denied:
            continue
        said = _said(match["behind"], picks=how.endswith(("satu pun", "ada")))
        if said is None or _is_apart(sentence, match, low):
            continue
        start = match.start("not") if denied and how.endswith(("pun", "ada")) else match.start("how")
        first, last = tokens_within(sentence, start, match.end("how"))
        scopes = [scope for scope in scopes_of(sentence, first, truth) if scope.plans]
        right = not scopes or any(_holds(how, said, scope.plans, denied=denied) for scope in scopes)
        given = ""
        if scopes:
            plans = scopes[0].plans
            given = f"{len(are('done', plans))} dari {len(plans)} RTL{scopes[0].of} sudah dilaksanakan"
        yield Told(first, last, right, "K47", "", given)


def _said(behind: str, *, picks: bool) -> Said | None:
    """The state of which a share is told; *yang selesai* picks some plans out, unless none of them is there."""
    certain = _CERTAIN.match(behind)
    told = status_in(behind)
    if not certain or told is None or (behind.strip().startswith("yang") and not picks and "yang di" not in behind):
        return None
    if certain[0].endswith("dapat") and not picks:
        return None
    between = behind[certain.end() : told[1]].split()
    return told[0] if len(between) <= _NEAR and not {"mulai", "dilaporkan"} & set(between) else None


def _is_apart(sentence: Scanned, match: re.Match[str], low: str) -> bool:
    """Whether the sentence sets some plans apart, or only wishes for what it tells."""
    told = status_in(match["behind"])
    until = match.start("behind") + told[1] if told else match.end()
    first = sentence.clause(tokens_within(sentence, match.start("how"), match.end("how"))[0])[0]
    begins = sentence.tokens[first].start
    excepts = re.search(r"\b(?:kecuali|terkecuali|selain|di luar)\b", low)
    return bool(excepts or _APART.search(low[begins:until]) or "lainnya" in match["behind"])


def _holds(how: str, said: Said, plans: tuple[PlanFact, ...], *, denied: bool) -> bool:
    told = len(are(said, plans))
    total = len(plans)
    if how in _FITS:
        return _FITS[how](told, total)
    if how.endswith(("satu pun", "ada")):
        return told == 0
    return (told == total) is not denied
