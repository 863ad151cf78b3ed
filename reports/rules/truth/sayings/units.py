"""Which units of the office a text names, against the office's own list. Pure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from reports.cycle.model import UnitData
from reports.rules.truth.known import Truth
from reports.rules.truth.sayings.plan_words import flat
from reports.rules.truth.sayings.saying import Said, against
from reports.rules.truth.tokens.sentences import Sentence

_KINDS = {
    "subbag": r"(?:subbag(?:ian)?|sub ?-?bag(?:ian)?|kasubbag|kepala subbag(?:ian)?)",
    "bagian": r"(?:bagian|bag|kabag)",
    "bidang": r"(?:bidang|bid|kabid)",
    "subbid": r"(?:sub ?bid(?:ang)?)",
    "seksi": r"(?:seksi|kasi)",
    "divisi": r"divisi",
}
_KIND_WORDS = re.compile("bagian|subbag|bidang|seksi|divisi")
_CROSS = re.compile(
    r"\b(?:(?P<how>lintas|antar|seluruh|semua|setiap|tiap|masing-masing)(?:-| )?|antar)(?P<kind>subbagian"
    r"|subbag|bagian|bidang|seksi|divisi)\b"
    r"(?P<next>(?: [a-z]+)?)"
)
_OF_A_THING = re.compile(
    r" (?:dalam |di |pada |dari |isi )?(?:laporan|dokumen|bab|gedung|ruang|teks|formulir"
    r"|kuesioner|naskah)\b"
)
_FOLLOWS_UNIT = frozenset(
    [
        "dan",
        "serta",
        "agar",
        "untuk",
        "guna",
        "dalam",
        "di",
        "pada",
        "yang",
        "terkait",
        "dengan",
        "sesuai",
        "melalui",
        "secara",
        "untuk",
        "terlibat",
        "sebagai",
        "telah",
        "sudah",
        "belum",
        "akan",
        "ikut",
        "turut",
        "harus",
        "mempunyai",
        "memiliki",
        "bertanggung",
        "melaksanakan",
        "kerja",
    ]
)
_OTHER_OFFICE = re.compile(
    r"^,? (?:pada |di |di lingkungan )?(?:KPU|Sekretariat|Dinas|Badan|Setda|Pemerintah|Kementerian|Polres"
    r"|Bawaslu|Kantor|Inspektorat)\b"
)


def units_told(sentence: Sentence, truth: Truth) -> Iterator[Said]:
    """M12: a unit of the office by another name; M10: one that it does not have."""
    units = truth.facts.source.cycle.office.units
    for pattern in _patterns(tuple(name for unit in units for name in (unit.name, unit.short_name))):
        for match in pattern.finditer(sentence.text):
            if not _OTHER_OFFICE.match(sentence.text[match.end() :]):
                yield from _judge(sentence, units, match)


@lru_cache(maxsize=64)
def _patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """How units of the kinds that an office has are named in a text."""
    kinds = [kind for kind in _KINDS.values() if any(re.match(rf"{kind}\b", name.lower()) for name in names)]
    return tuple(
        re.compile(rf"\b(?i:{kind}) (?P<name>[A-Z][\w/-]*(?:(?:,? dan|,| &|,? serta)? [A-Z][\w/-]*)*)")
        for kind in kinds
    )


def _judge(sentence: Sentence, units: tuple[UnitData, ...], match: re.Match[str]) -> Iterator[Said]:
    """A told name may go on behind that of a unit; commas and *dan* do not matter."""
    told = [word for word in flat(match["name"]).split() if word != "dan"]
    names = {
        unit.key: [[word for word in _bare(name) if word != "dan"] for name in (unit.name, unit.short_name)]
        for unit in units
    }
    if any(name and told[: len(name)] == name for own in names.values() for name in own):
        return
    shared = {key: max(len(set(told) & set(name)) for name in own) for key, own in names.items()}
    best = max(units, key=lambda unit: shared[unit.key])
    if shared[best.key]:
        given = f"nama unit itu adalah {best.name} ({best.short_name})"
        yield against(sentence, "M12", match.span(), given, best.name)
    else:
        yield against(sentence, "M10", match.span(), "unit itu tidak ada dalam daftar unit satuan kerja")


def _bare(name: str) -> list[str]:
    """A unit's name without the word for its kind."""
    words = flat(name).split()
    return words[1:] if words and any(re.fullmatch(kind, words[0]) for kind in _KINDS.values()) else words


def kinds_told(sentence: Sentence, truth: Truth) -> Iterator[Said]:
    """K57: *lintas bagian* and the like in an office that has no units of that kind."""
    if not _KIND_WORDS.search(sentence.low):
        return
    office = truth.facts.source.cycle.office
    own = " ".join(flat(f"{unit.name} {unit.short_name}") for unit in office.units).split()
    if not own:
        return
    for match in _CROSS.finditer(sentence.low):
        if match[0].removesuffix(match["next"]) == office.all_units_label.lower():
            continue
        if _OF_A_THING.match(sentence.low, match.end("kind")):
            continue
        following = match["next"].strip()
        kind = "subbag" if match["kind"].startswith("subbag") else match["kind"]
        if any(word.startswith(kind) for word in own) or (following and following not in _FOLLOWS_UNIT):
            continue
        listed = ", ".join(unit.short_name for unit in office.units)
        end = match.end("kind")
        yield against(
            sentence, "K57", (match.start(), end), f"satuan kerja tidak memiliki {match['kind']}; unitnya {listed}"
        )
