"""The office itself under another name or of another kind, where this office must be meant. Pure."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.neighbours import KINDS
from reports.rules.truth.scanned import Scanned, tokens_within
from reports.rules.truth.tokens.atoms import phrase_of

_ELSEWHERE = re.compile(
    r"\b(?:dari|ke|bersama|kepada|dengan|terhadap|studi|kunjungan|banding|kerja ?sama|koordinasi|mengundang|undangan"
    r"|narasumber|peserta|dibanding\w*|tetangga|seperti|sebagaimana|antara|lain|wilayah|warga|masyarakat|penduduk|camat"
    r"|lurah|perwakilan|melalui|milik|daripada|dihadiri|pimpinan|alamat|jalan|jl|mantan|eks|gedung|aula|tokoh|rujukan"
    r"|percontohan|belajar|replikasi|mencontoh|se|atas|bantuan|dibantu|hibah|oleh petugas|meniru|difasilitasi|mitra)\b"
)
_MEANS_ITSELF = re.compile(
    r"\b(?:lingkungan|pada|oleh|kinerja|pelayanan|layanan|ikm|skm|kepuasan|mutu|nilai|survei|laporan|sekretaris|kepala"
    r"|direktur|ketua|di|lingkup|jajaran|segenap|halaman kantor|besar|masyarakat|lanjut|indeks)\)?\s+$"
)
_COMMITS = re.compile(r"\s+(?:berkomitmen|bertekad|menyusun|menyelenggarakan|akan|telah)\b")
_COMPARES = re.compile(r"\b(?:perbandingan|pembanding)\b")
_THANKS_TO_ALL = re.compile(r"(?:terima kasih|apresiasi|penghargaan).{0,40} (?:seluruh|segenap) jajaran\s+$")
_ELSEWHERE_BEHIND = re.compile(r"\b(?:tetangga|turut|juga|mengirim|datang|berkunjung|sebelah)\b")
_LEVEL = re.compile(
    r"\b(?P<of>Pemerintah )?(?P<level>Kabupaten|Kota|Kecamatan|Kelurahan|Desa|Provinsi)\s+"
    r"(?P<name>[A-Z][a-z]+(?:\s+(?:Utara|Selatan|Barat|Timur"
    r"|Tengah|Baru|Lama|Raya|Jaya))?)"
)
_REGIONS = frozenset(("kabupaten", "kota"))
_SITE = re.compile(r"\b(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:go|desa|mil|ac|sch)\.id\b")
_SPEAKS_OF_ITSELF = re.compile(
    r"\b(?:laporan ini|laporan tindak lanjut|lingkungan|jajaran|segenap|berkomitmen|bertekad|senantiasa|kinerja"
    r"|dapat diselesaikan|demikian|(?:melaksanakan|menyelenggarakan|melakukan) (?:skm|survei))\b"
)
"""Where an office of quite another name can only be this one under a wrong name."""
_PLACES = frozenset(("kabupaten", "kota", "kecamatan", "kelurahan", "desa", "provinsi"))
_ABOVE = frozenset(("provinsi", "ri", "republik", "pusat"))
_LEAST_NAME = 6
_NEAR = 0.7
_SIMILAR = frozenset(("kecamatan", "kelurahan", "desa"))
_ANY_KIND = re.compile(
    rf"\b(?P<kind>{'|'.join(sorted(KINDS, key=len, reverse=True))})\s+(?P<name>[a-z]+(?:\s+[a-z]+)?)"
)
_CAPITAL = re.compile(r"\s+([A-Z][\w.'’-]*)")
_TITLES = frozenset(("dr.", "drs.", "h.", "hj.", "prof.", "negeri", "umum", "daerah", "kelas", "tipe", "dr"))
_MOST = 4
_FEW = 5
_MANY = ("dinas", "badan", "kantor", "balai", "sekretariat", "inspektorat", "rumah sakit", "desa")
"""Of these there are many beside this office: one that begins a sentence is as likely another that did something."""


@hears("^")
def office_named(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K83: the kind of this office with another proper name, or its proper name with another level."""
    office = truth.facts.cycle.office
    names = (office.name, office.short_name)
    own = frozenset(word for name in names for word in phrase_of(name))
    near = frozenset(phrase_of(office.place)) | frozenset(phrase_of(office.address or ""))
    low = sentence.text.lower()
    if _COMPARES.search(low):
        return
    for start, end, words in _named(sentence, _heads(names)):
        taken = any(token.kind in "OoU" and token.start <= start < token.end for token in sentence.tokens)
        lead = low[:start]
        begins = bool(re.search(r", $", lead)) and bool(_COMMITS.match(low, end))
        begins = begins or (not lead.strip(' "“(') and not low.startswith(_MANY, start))
        # What stands before a name may make it another office's; thanks to *seluruh jajaran* are to one's own.
        is_elsewhere = _ELSEWHERE.search(lead[-28:].rstrip()) and not _THANKS_TO_ALL.search(lead)
        if taken or not words or not (begins or _MEANS_ITSELF.search(lead)) or is_elsewhere:
            continue
        if _ELSEWHERE_BEHIND.search(low[end : end + 40]):
            continue
        strange = [word for word in words if word not in own]
        if words[0] in _ABOVE or not (_is_alike(words, own) or _SPEAKS_OF_ITSELF.search(low)):
            continue
        if strange and not _shortens(strange, own) and not set(words) <= near | own:
            first, last = tokens_within(sentence, start, end)
            given = f"nama satuan kerja adalah {office.name}"
            if office.short_name != office.name:
                given = f"{given} ({office.short_name})"
            yield Told(first, last, False, "K83", office.short_name, given, "satker")


def _is_alike(words: Sequence[str], own: frozenset[str]) -> bool:
    """Whether a strange name is nearly one's own, so that it can be no other office."""
    proper = own - {word for kind in KINDS for word in kind.split()} - _PLACES
    return any(word[:3] == name[:3] for word in words for name in proper if len(name) >= _LEAST_NAME - 1)


@lru_cache(16)
def _heads(names: tuple[str, ...]) -> re.Pattern[str]:
    """The kinds that begin the names of this office."""
    own = [kind for kind in KINDS if any(name.lower().startswith(kind) for name in names)]
    own += [re.escape(name.split()[0].lower()) for name in names if name.split()[0].isupper() and len(name.split()) > 1]
    kinds = "|".join(sorted(own, key=len, reverse=True)) or r"(?!)"
    return re.compile(rf"\b(?:{kinds})\b")


def _named(sentence: Scanned, heads: re.Pattern[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Each kind in the sentence with the capitalised words behind it, in small letters."""
    for match in heads.finditer(sentence.text.lower()):
        if not sentence.text[match.start()].isupper():
            continue
        end = match.end()
        words: list[str] = []
        while len(words) < _MOST and (word := _CAPITAL.match(sentence.text, end)):
            end = word.end()
            if (small := word[1].lower().rstrip(".")) not in _TITLES:
                words.append(small)
            if word[1].endswith(".") and len(word[1]) > 4:
                break
        yield match.start(), end, words


def _shortens(words: Sequence[str], own: frozenset[str]) -> bool:
    """Whether words that the name lacks are initials or the beginning of some of its words."""
    initials = {word[0] for word in own}
    return all(
        any(name.startswith(word) for name in own) or (len(word) <= _FEW and set(word) <= initials) for word in words
    )


@hears("^")
def region_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K83: the own region under a name that is nearly the same, or as another level: *Kota X* for *Kabupaten X*."""
    office = truth.facts.cycle.office
    parent = (office.parent.name, office.parent.short_name) if office.parent else ()
    known: dict[str, set[str]] = {}
    for name in (office.name, office.short_name, office.address or "", *parent):
        for match in _LEVEL.finditer(name):
            known.setdefault(match["level"].lower(), set()).add(match["name"].lower())
    all_names = {name for names in known.values() for name in names}
    for match in _LEVEL.finditer(sentence.text):
        level = match["level"].lower()
        name = match["name"].lower()
        own = known.get(level, set())
        if name in own or not known or _ELSEWHERE_BEHIND.search(sentence.text[match.end() :][:30].lower()):
            continue
        near = next(
            (
                each
                for each in own
                if len(each) >= _LEAST_NAME
                and each[:3] == name[:3]
                and SequenceMatcher(None, each, name).ratio() >= _NEAR
            ),
            "",
        )
        other = next((kind for kind, names in known.items() if name in names and {kind, level} <= _REGIONS), "")
        if near or (other and not own):
            right = f"{match['level']} {near.title()}" if near else f"{other.title()} {match['name']}"
            right = f"{match['of'] or ''}{right}"
            if near in all_names or other:
                first, last = tokens_within(sentence, *match.span())
                yield Told(first, last, False, "K83", right, f"yang benar {right} ({office.name}; {office.short_name})")


@hears("^")
def site_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K83: an address of the web that is nearly the office's own."""
    own = re.sub(r"^(?:https?://)?(?:www\.)?|/.*$", "", (truth.facts.cycle.office.website or "").lower())
    for found in _SITE.finditer(sentence.text.lower()):
        told = found[0].removeprefix("www.")
        if own and told != own and SequenceMatcher(None, own, told).ratio() >= _NEAR:
            first, last = tokens_within(sentence, *found.span())
            yield Told(first, last, False, "K83", own, f"situs web satuan kerja adalah {own}")


@hears("^")
def kind_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K83: this office's own proper name under another kind: *Pengadilan Agama X* for *Pengadilan Negeri X*."""
    office = truth.facts.cycle.office
    low = sentence.text.lower()
    own = _kind_of(office.name)
    if not own or not (_SPEAKS_OF_ITSELF.search(low) or re.search(r"\bkami\b", low)):
        return
    proper = [word for word in phrase_of(office.name) if word not in phrase_of(own)]
    for match in _ANY_KIND.finditer(low):
        told = match["kind"]
        alike = told != own and (told.split()[0] == own.split()[0] or {told, own} <= _SIMILAR)
        if alike and proper and match["name"].split()[0] == proper[0] and sentence.text[match.start()].isupper():
            first, last = tokens_within(sentence, *match.span())
            yield Told(
                first, last, False, "K83", office.name, f"nama satuan kerja adalah {office.name}", "satker_lengkap"
            )


def _kind_of(name: str) -> str:
    low = name.lower()
    return next((kind for kind in sorted(KINDS, key=len, reverse=True) if low.startswith(kind)), "")
