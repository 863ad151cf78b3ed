"""What a text says of the share of RTL that is done: *seluruh*, *sebagian besar*, *belum ada*. Pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from followups.progress import Progress
from reports.rules.claims.grammar.contexts import clause
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against
from reports.rules.claims.survey.counts import DONE, OPEN, PLAN, progress_at

_AIM = re.compile(
    r"\b(?:agar|supaya|guna|untuk|diharapkan|harapan\w*|akan|memastikan|apabila|jika|bila|sebelum|setelah"
    r"|target\w*|ditargetkan"
    r"|dapat|mampu|perlu|harus|wajib|berkomitmen|bertujuan|dimaksudkan|diupayakan|hingga)\b"
)
_QUANTITY = re.compile(
    r"\b(?P<how>seluruh|semua|segenap|keseluruhan|sebagian besar|mayoritas|sebagian kecil|separuh|setengah"
    r"|(?:tidak|tak|belum)(?: ada)? satu pun|belum ada|tidak ada)"
    rf" (?:dari )?(?:kegiatan |program |target |butir )?{PLAN}(?P<tail>[^.;]*)"
)
_NONE = re.compile(r"(?:belum|tidak|tak)\b")
_LEFT = re.compile(r"\byang (?:masih )?(?:tertunda|tersisa|terhambat)\b")
_ALL_OF_IT = re.compile(
    rf"\b{PLAN}(?P<done>[^.;,]{{0,30}}\b(?:telah|sudah"
    rf"|selesai)\b[^.;,]{{0,30}}) (?P<all>seluruhnya|semuanya)\b"
)
_FITS: dict[str, Callable[[Progress], bool]] = {
    "sebagian besar": lambda p: 2 * p.done > p.total,
    "mayoritas": lambda p: 2 * p.done > p.total,
    "sebagian kecil": lambda p: 0 < 2 * p.done < p.total,
    "separuh": lambda p: 2 * p.done == p.total,
    "setengah": lambda p: 2 * p.done == p.total,
}
_DONE_VERB = re.compile(
    r"\b(?:dilaksanakan|terlaksana|direalisasikan|terealisasi(?:kan)?|ditindaklanjuti|diselesaikan|dituntaskan"
    r"|selesai|tuntas|rampung"
    r"|dijalankan|dilakukan|terpenuhi|tercapai|terselesaikan)\b"
)


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of RTL as a sentence tells it."""

    sentence: Sentence
    known: Known
    match: re.Match[str]

    def says_done(self) -> bool:
        start, end = clause(self.sentence.low, self.match.start())
        tail = self.match["tail"][: max(0, end - self.match.start("tail"))][:90]
        if _AIM.search(self.sentence.low[start : self.match.start()]):
            return False
        if _NONE.match(self.match["how"]) and _LEFT.search(tail):
            return True
        if not _DONE_VERB.search(tail):
            return False
        if _NONE.match(self.match["how"]):
            return True
        verb = _DONE_VERB.search(tail)
        told = DONE.search(tail) or OPEN.search(tail)
        return bool(told and verb) and not _AIM.search(tail[: verb.start() if verb else 0])

    def holds(self, progress: Progress) -> bool:
        tail = self.match["tail"][:60]
        negated = bool(re.search(r"\b(?:belum|tidak)\b", tail) or _LEFT.search(tail))
        told = self.match["how"]
        if told in ("seluruh", "semua", "segenap", "keseluruhan"):
            return negated or progress.open == 0
        if _NONE.match(told):
            return progress.open == 0 if negated else progress.done == 0
        opposite = Progress(progress.total, progress.open)
        return _FITS[told](opposite if negated else progress)


def quantities_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K47: *seluruh RTL telah dilaksanakan* and the like where the data say otherwise."""
    if not known.plans:
        return
    for match in _ALL_OF_IT.finditer(sentence.low):
        progress, _key = progress_at(sentence, known, match.start())
        if progress.open and not _AIM.search(match["done"]):
            given = f"{progress.done} dari {progress.total} RTL sudah dilaksanakan"
            yield against(sentence, "K47", match.span("all"), given)
    for match in _QUANTITY.finditer(sentence.low):
        progress, key = progress_at(sentence, known, match.start())
        share = _Share(sentence, known, match)
        if share.says_done() and not share.holds(progress):
            element = f" pada unsur {known.facts.elements[key].name}" if key else ""
            given = f"{progress.done} dari {progress.total} RTL{element} sudah dilaksanakan"
            yield against(sentence, "K47", (match.start(), match.end("how")), given)
