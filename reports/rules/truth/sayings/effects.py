"""Effects that a text claims although no survey has measured them yet. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.known import Truth
from reports.rules.truth.sayings.saying import Said
from reports.rules.truth.tokens.sentences import Sentence

_GOOD = r"(?:kualitas|mutu|kepuasan|kinerja|kepercayaan|nilai|ikm|indeks|profesionalitas|pelayanan|layanan)"
_EFFECT = re.compile(
    r"\b(?:memberikan|memberi|membawa|membuahkan|menimbulkan|berdampak|mendapat)? ?(?:dampak|pengaruh|efek"
    r"|hasil) (?:yang )?(?:positif|nyata|signifikan|baik bagi)\b"
    r"|\bberdampak (?:positif|nyata|langsung|baik|signifikan)\b|\bberpengaruh (?:positif|nyata|langsung|baik"
    r"|signifikan)\b"
    r"|\b(?:menunjukkan|memperlihatkan|terlihat|terjadi|terdapat|mengalami|mencerminkan"
    r"|membuktikan)(?: (?:adanya|suatu|tren))* (?:peningkatan|perbaikan|kemajuan|kenaikan)\b"
    r"|\b(?:kemajuan|peningkatan|perbaikan) (?:yang )?signifikan\b"
    rf"|\b(?:(?:berhasil|terbukti|telah|sudah) (?:mampu )?(?:meningkatkan|menaikkan)"
    rf"|berhasil memperbaiki) (?:\w+ ){{0,2}}?{_GOOD}\b"
    rf"|\b{_GOOD} (?:(?!yang\b)[a-z]+ ){{0,4}}?(?:(?:telah|sudah|terus|semakin|kian"
    rf"|makin) (?:\w+ )?(?:meningkat|membaik|naik)|meningkat (?:dari|sebesar|dibanding\w*|signifikan|secara)"
    rf"|mengalami (?:peningkatan|kenaikan|perbaikan)|(?:naik|membaik|meningkat)(?: (?:dari|sebesar"
    rf"|dibanding\w*|setelah|sejak|berkat|karena|seiring|pasca)|$|[.,])|menjadi (?:semakin |jauh )?lebih baik)"
)
_MODAL = re.compile(
    r"\b(?:agar|guna|untuk|supaya|diharapkan|harapan\w*|berharap|dapat|mampu|akan|perlu|bertujuan|bermaksud"
    r"|memastikan|upaya|dalam rangka|demi|tidak|belum|tanpa"
    r"|apabila|jika|bila|ingin|berkomitmen|komitmen|mendorong|target\w*|sasaran|potensi|berpotensi|mewujudkan"
    r"|menuju|bukan|hendaknya|harus|baru|sehingga|bagi|apakah|mengetahui|mengukur|menilai)\b"
)
_SHOWN = re.compile(r"\b(?:gambar|foto|dokumentasi|tabel)\b[^,;]{0,40}$")
"""What a picture shows is no effect."""
_FACT = re.compile(
    r"\b(?:telah|sudah|terbukti|menunjukkan|memperlihatkan|terlihat|terjadi|berhasil|nyatanya|tampak|mencerminkan)\b"
)


def effects_told(sentence: Sentence, truth: Truth) -> Iterator[Said]:
    """N9: an effect or improvement told as a fact, without the two surveys that would show it."""
    for match in _EFFECT.finditer(sentence.low):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        head = sentence.low[: match.start()]
        modal = max((m.start() for m in _MODAL.finditer(head)), default=-1)
        fact = max((m.start() for m in _FACT.finditer(head)), default=-1)
        inside = _FACT.search(match[0])
        if _SHOWN.search(head):
            continue
        if (modal > fact and not (inside and modal < match.start() - 60)) or _is_shown(sentence.low, truth):
            continue
        words = sentence.text[start : match.end()]
        if any(period.index is not None for period in truth.earlier):
            lacking = "data survei tidak menunjukkannya, dan survei berikutnya belum dilaksanakan"
        else:
            lacking = "tidak ada hasil survei lain sebagai pembanding"
        message = (
            f"“{words.strip(' .,')}” menyatakan pengaruh yang belum diukur: {lacking}; hapus pernyataan itu, atau "
            "tulis sebagai harapan."
        )
        yield Said("N9", start, match.end(), message)
        return


def _is_shown(low: str, truth: Truth) -> bool:
    """Whether the sentence tells of the index, and the index did rise since the latest earlier survey."""
    index = truth.facts.index
    before = next((p.index for p in truth.earlier if p.index is not None), None)
    of_index = re.search(r"\b(?:ikm|indeks|nilai skm|survei)\b", low)
    return bool(of_index and index and before is not None and index.printed > before)
