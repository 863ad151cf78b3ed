"""What a text says of the share of RTL that is done: percentages, *seluruh*, *sebagian besar*, *belum ada*. Pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from followups.progress import Progress
from reports.rules.claims.grammar.contexts import COMPARES, clause, measures_something_else
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.numbers import WORD, word_value
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against
from reports.rules.claims.survey.counts import DONE, OPEN, PLAN, progress_at, tells_open

_PERCENT = re.compile(rf"(?<![\w.,])(?P<n>\d{{1,3}}(?:[.,]\d{{1,2}})?|{WORD})(?: ?%|(?: ?\(\d+\))? persen\b)")
_OTHER = re.compile(
    r"\b(?:anggaran|dana|kehadiran|hadir|peserta|responden|petugas|pengguna|pemohon|pegawai|masyarakat|formulir"
    r"|permohonan|kuesioner"
    r"|bobot|kuota|kinerja|berkas|pengaduan|arsip|perangkat|laki-laki|perempuan|kenaikan|peningkatan|penurunan"
    r"|naik|turun|target|loket"
    r"|kepuasan|tingkat|warga|pelanggan|pasien|dokumen|kelengkapan)\b"
)
_GOES_ON = re.compile(
    r"\s*(?:$|[().,;:]|(?:dan|dari|atau|yang|telah|sudah|belum|selesai|terlaksana|terealisasi|sedangkan"
    r"|sehingga|serta|dengan|karena"
    rf"|pada|sebagaimana|tuntas|rampung|lainnya|sisanya)\b|{PLAN})"
)
_AHEAD = re.compile(
    rf"[\s(]*(?:dari )?(?:seluruh |total )?{PLAN}\)? (?:ditargetkan|diharapkan|akan"
    rf"|direncanakan|harus|perlu)\b"
)
_ABOUT = re.compile(rf"{PLAN}|\b(?:tindak lanjut|realisasi|capaian pelaksanaan|tingkat penyelesaian)\b")
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


def percentages_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K45: a percentage of RTL that the data do not give."""
    if (
        not known.plans
        or not ("%" in sentence.low or "persen" in sentence.words)
        or not _ABOUT.search(sentence.low)
        or COMPARES.search(sentence.low)
    ):
        return
    for match in _PERCENT.finditer(sentence.low):
        share = _Share(sentence, known, match)
        if share.is_of_plans():
            yield from share.percentage()


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of RTL as a sentence tells it."""

    sentence: Sentence
    known: Known
    match: re.Match[str]

    def is_of_plans(self) -> bool:
        low = self.sentence.low
        start, end = clause(low, self.match.start())
        if not _GOES_ON.match(low[self.match.end() : end]) or measures_something_else(low, self.match.start()):
            return False
        head = low[start : self.match.start()]
        about = max((m.end() for m in _ABOUT.finditer(head)), default=0)
        after = re.match(rf"\s*\(?[^.;,]{{0,40}}?{PLAN}", low[self.match.end() : end])
        if (not about and not after) or _AHEAD.match(low, self.match.end()):
            return False
        return not _OTHER.search(head[about:]) and not re.search(
            r"\b(?:minimal|target\w*|ditargetkan|sekurang-kurangnya|paling \w+)(?: \S+){0,2} $", head
        )

    def percentage(self) -> Iterator[Said]:
        progress, key = progress_at(self.sentence, self.known, self.match.start())
        written = self.match["n"].replace(",", ".")
        value = Decimal(written) if written[0].isdigit() else Decimal(word_value(written))
        is_open = tells_open(self.sentence.low, *self.match.span())
        allowed = [progress, *([self.known.facts.progress] if key else [])]
        if any(
            _tells(value, p, is_open=state)
            for p in allowed
            for state in ([is_open] if is_open is not None else [True, False])
        ):
            return
        share = progress.percent_open if is_open else progress.percent_done
        name = "RTL yang belum dilaksanakan" if is_open else "RTL yang sudah dilaksanakan"
        element = f" pada unsur {self.known.facts.elements[key].name}" if key else ""
        word = "" if key else "{{ persen_belum }}" if is_open else "{{ persen_selesai }}"
        yield against(self.sentence, "K45", self.match.span(), f"persentase {name}{element} adalah {share}%", word)

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


def _tells(value: Decimal, progress: Progress, *, is_open: bool) -> bool:
    """Whether a percentage is the right one, rounded or cut to the places that were written."""
    part = progress.open if is_open else progress.done
    whole = progress.percent_open if is_open else progress.percent_done
    if value == whole:
        return True
    exact = Decimal(100 * part) / progress.total if progress.total else Decimal(0)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return value in (exact.quantize(step, rounding="ROUND_HALF_UP"), exact.quantize(step, rounding=ROUND_FLOOR))


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
