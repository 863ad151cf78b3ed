"""What else a text says: numbers of respondents, indicators and targets, titles of regulations. Pure."""

import re
from collections.abc import Iterator

from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.numbers import COUNT
from reports.rules.claims.grammar.saying import Said, against
from reports.rules.truth.tokens.sentences import Sentence

_RESPONDENTS = re.compile(
    rf"\b(?:diikuti(?: oleh)?|melibatkan|menjaring|memperoleh|sebanyak|sejumlah|berjumlah|total|dengan"
    rf"|diisi(?: oleh)?|jumlah responden(?: \w+){{0,2}})"
    rf" (?P<n>{COUNT})(?: orang)? responden\b(?P<rest>[^.;]{{0,30}})"
)
_NUMBER_OF = re.compile(
    rf"\bjumlah responden(?: (?:survei|skm|sebanyak|adalah|yaitu|sebesar|mencapai"
    rf"|tercatat))* (?P<n>{COUNT})(?P<rest>(?: orang)?\b[^.;]{{0,30}})"
)
_POPULATION = re.compile(
    rf"\bpopulasi(?: (?:survei|(?:pengguna|penerima) layanan"
    rf"|sebanyak|sebesar|berjumlah|adalah))* (?P<n>{COUNT})(?= (?:orang|pengguna"
    rf"|penerima|jiwa)\b|[.,)])"
)
_PART = re.compile(
    r"^ ?(?:orang )?(?:laki|perempuan|pria|wanita|berusia|berpendidikan|yang|pada layanan|untuk layanan"
    r"|dari (?:unsur|kalangan|kelompok|layanan)|per |layanan|dewasa|disabilitas|minimal)"
)
_AIM = re.compile(r"\b(?:minimal|target\w*|sekurang-kurangnya|paling sedikit|setidaknya|sampel minimum|seharusnya)\b")
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


def targets_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K58: indicators or targets told of a plan of action in which no RTL has any."""
    low = sentence.low
    plans = known.plans
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


def titles_told(sentence: Sentence, _known: Known) -> Iterator[Said]:
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
