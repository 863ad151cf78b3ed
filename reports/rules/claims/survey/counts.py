"""What a text says of how many RTL there are, and how many of them are done or open: in numbers. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followups.progress import Progress
from reports.rules.claims.grammar.contexts import clause
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.numbers import COUNT, whole
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against

PLAN = (
    r"(?:rtl\b|rencana tindak lanjut\b(?: ?\(rtl\)|/rtl\b)?"
    r"|(?:kegiatan|program|program/kegiatan|butir) (?:rencana )?tindak lanjut\b)"
)
_ABOUT = re.compile(PLAN)
DONE = re.compile(
    r"\b(?:telah|sudah|selesai|berhasil|tuntas|rampung|terlaksana|terealisasi(?:kan)?|ditindaklanjuti"
    r"|direalisasikan|dituntaskan)\b"
)
OPEN = re.compile(
    r"\b(?:(?:belum|tidak (?:dapat|bisa))(?: \w+){0,2}|sisanya|tersisa|tertunda|menyisakan|sedang|tidak (?:di|ter)\w+"
    r"|masih (?:dalam|terdapat|ada|menyisakan|berjalan|berproses|menunggu|tersisa)|dalam proses|berproses)\b"
)
_STATE = re.compile(rf"(?P<open>{OPEN.pattern})|(?P<done>{DONE.pattern})")
_AIM = re.compile(r"\b(?:akan|ditargetkan|target|direncanakan|diharapkan|agar|untuk|guna|dapat|perlu|harus)\b")
_OUT_OF = re.compile(
    rf"(?P<part>{COUNT}) (?:{PLAN} )?(?:dari|di antara)(?: total| seluruh"
    rf"| keseluruhan)? (?P<all>{COUNT}) (?:buah |butir )?{PLAN}"
)
_OUT_OF_IN_BRACKETS = re.compile(
    rf"\b(?:seluruh|semua|belum ada|tidak ada) {PLAN}[^.;,()]{{0,40}} \((?P<part>{COUNT}) dari (?P<all>{COUNT})\)"
)
_COUNT = re.compile(rf"(?P<n>{COUNT}) (?:buah |butir |program |kegiatan )?{PLAN}")
_TOLD_COUNT = re.compile(
    rf"(?:\b(?:jumlah|total|banyaknya)(?: seluruh| keseluruhan)? {PLAN}(?P<which>[^.;,\d]{{0,40}}?)"
    rf" (?:adalah|sebanyak|yaitu|mencapai|sebesar|berjumlah)|\b{PLAN}(?P<those>[^.;,\d]{{0,40}}?) berjumlah)"
    rf" (?P<n>{COUNT})(?! ?%| persen| dari)"
)
_REALISED = re.compile(
    r"\b(?:realisasi|capaian)(?:nya)?(?: (?:pelaksanaan|rtl|tindak lanjut|adalah|sebanyak|mencapai|sebesar|baru))* $"
)
_SUBSET = re.compile(
    r"^(?: (?:yang|lainnya|pertama|terakhir|tambahan|baru|berikut(?:nya)?|di antaranya|tersebut dijadwalkan"
    r"|dijadwalkan|dengan|untuk|per)\b)"
)
_TOTAL = re.compile(
    r"\b(?:disusun|menyusun|ditetapkan|menetapkan|direncanakan|merencanakan|jumlah|berjumlah|total|sebanyak"
    r"|sejumlah|memuat|berisi"
    r"|mencakup|seluruh|terdiri (?:atas|dari)|terdapat|memiliki|kesemua)(?: \S+){0,3} $"
)


def counts_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K46: a number of RTL that the data do not give, of all or of the element that the clause names."""
    if not known.plans or not _ABOUT.search(sentence.low):
        return
    counts = _Counts(sentence, known)
    taken = []
    for match in (*_OUT_OF.finditer(sentence.low), *_OUT_OF_IN_BRACKETS.finditer(sentence.low)):
        taken.append(match.span())
        yield from counts.out_of(match)
    for match in _TOLD_COUNT.finditer(sentence.low):
        taken.append(match.span("n"))
        yield from counts.told(match)
    for match in _COUNT.finditer(sentence.low):
        if not any(start <= match.start() < end for start, end in taken):
            yield from counts.single(match)


def progress_at(sentence: Sentence, known: Known, place: int) -> tuple[Progress, str]:
    """Whose RTL are told of at a place: those of the one priority that its clause names, else all."""
    start, end = clause(sentence.low, place)
    named = {m.key for m in known.names.mentions(sentence.low[start:end])}
    chosen = [priority for key in named if (priority := known.priority(key)) and priority.plans]
    return (chosen[0].progress, chosen[0].element.key) if len(chosen) == 1 else (known.facts.progress, "")


def tells_open(low: str, start: int, end: int) -> bool | None:
    """Whether the words around a number tell of open RTL (True), of done ones (False), or of neither."""
    first, last = clause(low, start)
    tail = next(_STATE.finditer(low, end, min(last, end + 70)), None)
    head = next(reversed(list(_STATE.finditer(low, max(first, start - 70), start))), None)
    for state, words in ((tail, low[end : min(last, end + 70)]), (head, low[max(first, start - 70) : start])):
        if state and (state["open"] or not _AIM.search(words)):
            return bool(state["open"])
    return None


@dataclass(frozen=True, slots=True)
class _Counts:
    """What a sentence says of numbers of RTL, and what the data give."""

    sentence: Sentence
    known: Known

    def out_of(self, match: re.Match[str]) -> Iterator[Said]:
        progress, key = progress_at(self.sentence, self.known, match.start())
        part = whole(match["part"])
        total = whole(match["all"])
        if total not in (progress.total, self.known.facts.progress.total):
            yield self._wrong(
                match.span("all"), _told("RTL", progress.total, key, self.known), _word("jumlah_rtl", key)
            )
            return
        if total != progress.total:
            progress = self.known.facts.progress
            key = ""
        state = tells_open(self.sentence.low, *match.span())
        if state is None and _REALISED.search(self.sentence.low[: match.start()]):
            state = False
        if state is None or part in _fitting(progress, self.known, key, is_open=state):
            if state is None and part not in (progress.done, progress.open):
                yield self._wrong(
                    match.span("part"), _told("RTL yang sudah dilaksanakan", progress.done, key, self.known), ""
                )
            return
        yield self._part(match.span("part"), progress, key=key, is_open=state)

    def single(self, match: re.Match[str]) -> Iterator[Said]:
        progress, key = progress_at(self.sentence, self.known, match.start())
        number = whole(match["n"])
        low = self.sentence.low
        if re.search(r"(?:nomor|poin|butir|ke)[ -]$", low[: match.start()]):
            return
        state = tells_open(low, *match.span())
        if number > self.known.facts.progress.total:
            word = {True: "jumlah_rtl_belum", False: "jumlah_rtl_selesai", None: "jumlah_rtl"}[state]
            right = {True: progress.open, False: progress.done, None: progress.total}[state]
            name = {True: "RTL yang belum dilaksanakan", False: "RTL yang sudah dilaksanakan", None: "RTL"}[state]
            yield self._wrong(match.span("n"), _told(name, right, key, self.known), _word(word, key))
        elif state is not None:
            if number not in _fitting(progress, self.known, key, is_open=state) and not _is_subset(low, match):
                yield self._part(match.span("n"), progress, key=key, is_open=state)
        elif number != progress.total and _TOTAL.search(low[: match.start()]) and not _is_subset(low, match):
            yield self._wrong(match.span("n"), _told("RTL", progress.total, key, self.known), _word("jumlah_rtl", key))

    def told(self, match: re.Match[str]) -> Iterator[Said]:
        """*Jumlah RTL … adalah N*: of all, or of those that are done or open."""
        progress, key = progress_at(self.sentence, self.known, match.start())
        words = match["which"] or match["those"] or ""
        number = whole(match["n"])
        words = re.sub(r"^ yang (?:di(?:susun|tetapkan|rencanakan|sepakati))\b", "", words)
        state = next(_STATE.finditer(words), None)
        if state:
            is_open = bool(state["open"])
            if number not in _fitting(progress, self.known, key, is_open=is_open):
                yield self._part(match.span("n"), progress, key=key, is_open=is_open)
        elif number != progress.total and not re.search(r"\b(?:yang|per|untuk|dengan|lain)\b", words):
            yield self._wrong(match.span("n"), _told("RTL", progress.total, key, self.known), _word("jumlah_rtl", key))

    def _part(self, span: tuple[int, int], progress: Progress, *, key: str, is_open: bool) -> Said:
        if is_open:
            given = _told("RTL yang belum dilaksanakan", progress.open, key, self.known)
            return self._wrong(span, given, _word("jumlah_rtl_belum", key))
        given = _told("RTL yang sudah dilaksanakan", progress.done, key, self.known)
        return self._wrong(span, given, _word("jumlah_rtl_selesai", key))

    def _wrong(self, span: tuple[int, int], given: str, suggestion: str) -> Said:
        return against(self.sentence, "K46", span, given, suggestion)


def _is_subset(low: str, match: re.Match[str]) -> bool:
    """Whether the words go on to pick some of the RTL by something that is not their status."""
    tail = low[match.end() :]
    picks = _SUBSET.match(tail)
    return bool(picks) and not re.match(
        r" yang (?:\S+ )?(?:telah|sudah|belum|selesai|masih|tidak|ter\w+"
        r"|dilaksanakan|dituntaskan|diselesaikan)\b",
        tail,
    )


def _fitting(progress: Progress, known: Known, key: str, *, is_open: bool) -> set[int]:
    """What may be told of done (open) ones: their number, or that of one kind of open ones."""
    if not is_open:
        return {progress.done}
    plans = [fact for p in known.facts.priorities for fact in p.plans if not key or p.element.key == key]
    kinds = [fact.plan.realisation.status for fact in plans if not fact.done]
    return {progress.open, *(kinds.count(kind) for kind in set(kinds))}


def _told(name: str, right: int, key: str, known: Known) -> str:
    element = f" pada unsur {known.facts.elements[key].name}" if key else ""
    return f"jumlah {name}{element} adalah {right}"


def _word(name: str, key: str) -> str:
    """The placeholder of a count of all RTL; one element's has none of its own."""
    return "" if key else f"{{{{ {name} }}}}"
