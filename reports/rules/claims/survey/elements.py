"""What a text calls the elements of the survey, how many it counts, and which it calls priorities. Pure."""

import re
from collections.abc import Iterator

from reports.rules.claims.grammar.contexts import clause
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.names import MERGED, Mention
from reports.rules.claims.grammar.numbers import COUNT, WORD, whole
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against

_FAULTS = {"waktu": "M1", "persyaratan": "M2", "produk": "M3"}
_AFTER_UNSUR = re.compile(r"\bunsur(?: pelayanan| prioritas| layanan)? (?=\S)")
_LIST = re.compile(
    r"\b(?:unsur(?:-unsur)?)(?: (?:pelayanan|layanan|skm|prioritas|yang|diukur|dinilai|dalam|survei|tersebut"
    r"|penilaian|itu|ini|terdapat))*,? ?"
    r"(?:antara lain|yaitu|yakni|meliputi|mencakup|terdiri (?:atas|dari)|adalah|seperti|di antaranya|:)(?: unsur)?:? "
)
_ENDS = re.compile(
    r"[;:(]|\b(?:yang|agar|untuk|sehingga|dengan|karena|guna|perlu|masih|telah|sudah|ditetapkan|menjadi"
    r"|memperoleh|mendapat|dipandang|sebagai)\b"
)
_ITEM = re.compile(r",? (?:dan|serta|atau) |, ?")
_SURVEY = re.compile(r"\b(?:skm|survei|ikm|nilai|mutu|skor|prioritas|kepuasan|unsur (?:pelayanan|layanan))\b")
_MEETING = re.compile(
    r"\b(?:rapat|dihadiri|perwakilan|undangan|melibatkan|peserta|tim|panitia|forum|keanggotaan"
    r"|unsur (?:pimpinan|masyarakat))\b"
)
_NAMED = re.compile(
    r"(?!(?:Program|Pelayanan|Layanan|Prioritas|SKM|Tindak|Penilaian|Terendah|Tertinggi|Survei|Yang"
    r"|Dengan)\b)[A-Z][\w/]*(?:(?:,| dan| &)? [A-Z][\w/]*)*"
)
_FILLERS = re.compile(r"^(?:dan|serta|lain-lain|lainnya|sebagainya|masing-masing|antara lain|unsur)?$")
_COUNT = re.compile(
    rf"(?P<n>{COUNT}|ke(?:{WORD})(?= unsur)) unsur(?P<tail>(?: pelayanan| layanan| penilaian| skm"
    rf"| prioritas)*)(?P<rest>[^.;]*)"
)
_WHOLE_SURVEY = re.compile(
    r"\b(?:menilai|dinilai|mengukur|diukur|meliputi|mencakup|terdiri (?:atas|dari)|atas|terhadap|dari|seluruh"
    r"|semua|menggunakan|memuat)"
    r"(?: (?:seluruh|semua|ke))? $"
)
_PRIORITIES = re.compile(
    r"\bunsur prioritas(?: (?:tindak lanjut|perbaikan|tersebut|pada periode ini))*,? ?"
    r"(?:yaitu|yakni|adalah|meliputi|mencakup|:)(?: unsur)? "
)

_MADE = re.compile(r" (?:telah |juga )?(?:ditetapkan|dipilih) (?:sebagai|menjadi) (?:salah satu )?unsur prioritas\b")


def names_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """M1–M3, K48: unofficial names of elements; M16: what is none; M17: two told as one."""
    if "unsur" not in sentence.low and "(" not in sentence.low:
        return
    # A name before its score in brackets, where *unsur* does not announce it: Waktu Pelayanan (3,25).
    for mention in known.names.mentions(sentence.low):
        scored = re.match(r" \((?:nilai )?[1-4],\d", sentence.low[mention.end :])
        announced = re.search(r"\bunsur(?: \w+)? $", sentence.low[: mention.start])
        if scored and not announced and not mention.official:
            yield _unofficial(sentence, known, mention)
    for match in _AFTER_UNSUR.finditer(sentence.low):
        yield from _single(sentence, known, match.end())
    for match in _LIST.finditer(sentence.low):
        if _SURVEY.search(sentence.low) and not _MEETING.search(sentence.low[: match.end()]):
            yield from _listed(sentence, known, match.end())


def _single(sentence: Sentence, known: Known, place: int) -> Iterator[Said]:
    """The name that stands behind *unsur*, written as a name."""
    merged = MERGED.match(sentence.low, place)
    if merged:
        yield _merged(sentence, merged)
        return
    found = _at(sentence, known, place)
    if not sentence.text[place].isupper() and (found is None or found.short):
        return
    if found and not found.official and not _is_longer_name(sentence, found):
        yield _unofficial(sentence, known, found)
    elif not found and _SURVEY.search(sentence.low) and not _MEETING.search(sentence.low):
        match = _NAMED.match(sentence.text, place)
        if match:
            yield _none(sentence, match.span())


def _at(sentence: Sentence, known: Known, place: int) -> Mention | None:
    match = known.names.pattern.match(sentence.low, place)
    if not match:
        return None
    found = known.names.whole(match[0])
    return found and Mention(found.key, match.start(), match.end(), found.official, found.short)


def _is_longer_name(sentence: Sentence, found: Mention) -> bool:
    """Whether a mere word goes on as another name, which is no element: told as such, not as unofficial."""
    return found.short and bool(re.match(r" [A-Z]", sentence.text[found.end :]))


def _listed(sentence: Sentence, known: Known, place: int) -> Iterator[Said]:
    """Each item of a list of elements, in capitals or not."""
    end = place + next((m.start() for m in _ENDS.finditer(sentence.low[place:])), len(sentence.low) - place)
    at = place
    while at < end:
        found = _at(sentence, known, at)
        merged = MERGED.match(sentence.low, at, end)
        if merged:
            yield _merged(sentence, merged)
        elif found and not found.official and not found.short:
            yield _unofficial(sentence, known, found)
        elif not found and (said := _unknown(sentence, known, (at, _item_end(sentence.low, at, end)))):
            yield said
        start = merged.end() if merged else found.end if found else at
        at = _next_item(sentence.low, start, end)


def _item_end(low: str, at: int, end: int) -> int:
    match = _ITEM.search(low, at, end)
    return match.start() if match else end


def _next_item(low: str, at: int, end: int) -> int:
    match = _ITEM.search(low, at, end)
    if not match:
        return end
    further = _ITEM.match(low, match.end(), end)
    place = further.end() if further else match.end()
    return place + (6 if low.startswith("unsur ", place) else 0)


def _unknown(sentence: Sentence, known: Known, span: tuple[int, int]) -> Said | None:
    start = span[0]
    end = span[0] + len(sentence.text[span[0] : span[1]].rstrip(" .,"))
    item = re.sub(r"^(?:dan|serta|unsur) ", "", sentence.low[start:end])
    inside = known.names.all_mentions(item)
    if _FILLERS.match(item) or inside or not 1 <= len(item.split()) <= 4 or any(c.isdigit() for c in item):
        return None
    return _none(sentence, (start, end))


def _none(sentence: Sentence, span: tuple[int, int]) -> Said:
    return against(sentence, "M16", span, "tidak ada unsur pelayanan dengan nama itu", "")


def _merged(sentence: Sentence, match: re.Match[str]) -> Said:
    given = "Kompetensi Pelaksana dan Perilaku Pelaksana adalah dua unsur"
    return against(sentence, "M17", match.span(), given, "{{ unsur_kompetensi }}, {{ unsur_perilaku }}")


def _unofficial(sentence: Sentence, known: Known, found: Mention) -> Said:
    given = f"nama unsur itu adalah {known.names.official[found.key]}"
    rule = _FAULTS.get(found.key, "K48")
    return against(sentence, rule, (found.start, found.end), given, f"{{{{ unsur_{found.key} }}}}")


def element_counts_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K49: how many elements the survey has, or how many were chosen, told otherwise than the data give."""
    if "unsur" not in sentence.low:
        return
    for match in _COUNT.finditer(sentence.low):
        told = match["n"]
        number = whole(told.removeprefix("ke") if told.startswith("ke") else told)
        if right := _right_count(sentence.low, match, known):
            value, name, word = right
            if number != value:
                yield against(sentence, "K49", match.span("n"), f"jumlah {name} adalah {value}", f"{{{{ {word} }}}}")


def _right_count(low: str, match: re.Match[str], known: Known) -> tuple[int, str, str] | None:
    """What a number of elements is to be compared with, if the words around it say."""
    facts = known.facts
    rest = match["rest"]
    _start, end = clause(low, match.start())
    rest = rest[: max(0, end - match.start("rest"))]
    if not (
        match["tail"] or re.match(r"(?:$|[ ,]*(?:yang|dengan|tersebut|,|ini|itu|memperoleh|ditetapkan)\b)", rest)
    ) or re.match(r" (?:lain|tersisa|lainnya)", rest):
        return None
    chosen = "prioritas" in match["tail"] or re.search(
        r"^[^,]{0,60}\b(?:ditetapkan|dipilih|dijadikan|menjadi) (?:sebagai )?(?:unsur )?prioritas\b", rest
    )
    if chosen:
        return (len(facts.priorities), "unsur prioritas", "jumlah_prioritas") if facts.priorities else None
    if match["tail"] and re.search(r"(?:mutu|nilai|kategori|tinggi|rendah|di atas|di bawah|perlu)", rest):
        return None
    if _WHOLE_SURVEY.search(low[: match.start()]) and match["tail"]:
        return len(facts.elements), "unsur pelayanan", "jumlah_unsur"
    return None


def priorities_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K50: an element called a priority that is none."""
    if not known.facts.priorities:
        return
    yield from _made_priorities(sentence, known)
    for match in _PRIORITIES.finditer(sentence.low):
        end = match.end() + next((m.start() for m in _ENDS.finditer(sentence.low[match.end() :])), 400)
        for mention in known.names.mentions(sentence.low):
            if match.end() <= mention.start < end and known.priority(mention.key) is None:
                yield _no_priority(sentence, known, mention)


def _made_priorities(sentence: Sentence, known: Known) -> Iterator[Said]:
    """*Unsur X ditetapkan sebagai prioritas*: the one that is named right before."""
    for match in _MADE.finditer(sentence.low):
        for mention in known.names.mentions(sentence.low):
            if mention.end == match.start() and known.priority(mention.key) is None:
                yield _no_priority(sentence, known, mention)


def _no_priority(sentence: Sentence, known: Known, mention: Mention) -> Said:
    given = f"unsur {known.names.official[mention.key]} tidak ditetapkan sebagai prioritas"
    return against(sentence, "K50", (mention.start, mention.end), given, "{{ daftar_prioritas }}")
