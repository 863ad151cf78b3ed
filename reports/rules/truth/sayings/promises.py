"""Indicators and targets that a text promises, and titles that it gives to regulations. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.known import Truth
from reports.rules.truth.sayings.saying import Said, against
from reports.rules.truth.tokens.sentences import Sentence

_PLANS = re.compile(r"\b(?:rtl|rencana (?:tindak lanjut|aksi|perbaikan)|tabel 2\.2)\b")
_HAS = re.compile(
    r"\b(?:memuat|berisi|berisikan|disertai|dilengkapi|penentuan|penetapan|menetapkan|ditetapkan|mencakup"
    r"|meliputi|beserta|memiliki|mempunyai|dengan)\b"
)
_INDICATOR = re.compile(r"\bindikator(?: (?:keberhasilan|kinerja|capaian|keluaran))?\b")
_TARGET = re.compile(r"\btarget (?:capaian|kinerja|keluaran|hasil|yang terukur)\b")
_LATER = re.compile(r"\b(?:belum|tidak|tanpa|akan|perlu|berikutnya|penting bahwa|menjadi indikator)\b")
_TITLE = re.compile(r"\bnomor (?P<number>\d+) tahun (?P<year>\d{4}) tentang (?P<title>[^;.(]+)")
TITLES = {
    ("25", "2009"): "pelayanan publik",
    ("96", "2012"): "pelaksanaan undang-undang nomor 25 tahun 2009 tentang pelayanan publik",
    ("15", "2014"): "pedoman standar pelayanan",
    ("14", "2017"): "pedoman penyusunan survei kepuasan masyarakat unit penyelenggara pelayanan publik",
}
"""The regulations on which every such report rests, by number and year, with their titles in small letters."""
_KINDS = {
    ("25", "2009"): r"\b(?:undang-undang|uu)\b",
    ("96", "2012"): r"\b(?:peraturan pemerintah|pp)\b",
    ("15", "2014"): r"pendayagunaan|panrb|pan-?rb|pan dan rb",
    ("14", "2017"): r"pendayagunaan|panrb|pan-?rb|pan dan rb",
}


def targets_told(sentence: Sentence, truth: Truth) -> Iterator[Said]:
    """K58: indicators or targets told of a plan of action in which no RTL has any."""
    low = sentence.low
    plans = truth.plan_words
    if not plans or not _PLANS.search(low) or not _HAS.search(low) or _LATER.search(low):
        return
    lacking = [
        match
        for pattern, has in (
            (_INDICATOR, any(p.fact.plan.indicator for p in plans)),
            (_TARGET, any(p.fact.plan.target for p in plans)),
        )
        if not has and (match := pattern.search(low))
    ]
    if lacking:
        match = min(lacking, key=lambda m: m.start())
        name = "indikator" if "indikator" in match[0] else "target"
        yield against(sentence, "K58", match.span(), f"tidak satu pun RTL mempunyai {name}")


def titles_told(sentence: Sentence, _truth: Truth) -> Iterator[Said]:
    """M15: a regulation under another title than its own."""
    for match in _TITLE.finditer(sentence.low):
        which = (match["number"], match["year"])
        right = TITLES.get(which)
        if right and re.search(_KINDS[which], sentence.low[max(0, match.start() - 120) : match.start()]):
            told = " ".join(match["title"].split())
            cut = told[: len(right)]
            if not (cut == right or right.startswith(told.split(",")[0].rstrip())):
                end = match.start("title") + len(match["title"].rstrip())
                title = " ".join(word if word in ("tentang", "dan") else word.title() for word in right.split())
                yield against(sentence, "M15", (match.start("title"), end), f"judul peraturan itu adalah “{title}”")
