"""The office itself under another name or of another kind, where this office must be meant. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reports.rules.truth.frames.frame import Told, frame
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.atoms import phrase_of

KINDS = (
    "komisi pemilihan umum",
    "kpu",
    "bawaslu",
    "rumah sakit umum daerah",
    "rsud",
    "rumah sakit",
    "puskesmas",
    "pusat kesehatan masyarakat",
    "kecamatan",
    "kelurahan",
    "desa",
    "dinas",
    "badan",
    "kantor",
    "pengadilan agama",
    "pengadilan negeri",
    "kejaksaan negeri",
    "polres",
    "polsek",
    "balai",
    "sekretariat",
    "inspektorat",
    "disdukcapil",
    "dpmptsp",
    "smp negeri",
    "sma negeri",
    "smk negeri",
    "sd negeri",
    "universitas",
)
_ELSEWHERE = re.compile(
    r"\b(?:dari|ke|bersama|kepada|dengan|terhadap|studi|kunjungan|banding|kerja ?sama|koordinasi|mengundang|undangan"
    r"|narasumber|peserta|dibanding\w*|tetangga|seperti|sebagaimana|antara|lain|wilayah|warga|masyarakat|penduduk|camat"
    r"|lurah|perwakilan|melalui|milik|daripada|dihadiri|pimpinan|alamat|jalan|jl|mantan|eks|gedung|aula|tokoh|rujukan"
    r"|percontohan|belajar|replikasi|mencontoh|se|atas|bantuan|dibantu|hibah|oleh petugas|meniru|difasilitasi|mitra)\b"
)
_MEANS_ITSELF = re.compile(
    r"\b(?:lingkungan|pada|oleh|kinerja|pelayanan|layanan|ikm|skm|kepuasan|mutu|nilai|survei|laporan|sekretaris|kepala"
    r"|direktur|ketua|di|lingkup|masyarakat|lanjut|indeks)\)?\s+$"
)
_CAPITAL = re.compile(r"\s+([A-Z][\w.'’-]*)")
_TITLES = frozenset(("dr.", "drs.", "h.", "hj.", "prof.", "negeri", "umum", "daerah", "kelas", "tipe", "dr"))
_MOST = 4
_MANY = ("dinas", "badan", "kantor", "balai", "sekretariat", "inspektorat", "rumah sakit", "desa")
"""Of these there are many beside this office: one that begins a sentence is as likely another that did something."""


def office_named(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K83: the kind of this office with another proper name, or its proper name with another level."""
    office = truth.facts.cycle.office
    names = (office.name, office.short_name)
    own = frozenset(word for name in names for word in phrase_of(name))
    near = frozenset(phrase_of(office.place)) | frozenset(phrase_of(office.address or ""))
    low = sentence.text.lower()
    for start, end, words in _named(sentence, _heads(names)):
        taken = any(token.kind in "OoU" and token.start <= start < token.end for token in sentence.tokens)
        lead = low[:start]
        begins = not lead.strip(' "“(') and not low.startswith(_MANY, start)
        if taken or not words or not (begins or _MEANS_ITSELF.search(lead)) or _ELSEWHERE.search(lead[-28:].rstrip()):
            continue
        strange = [word for word in words if word not in own]
        if strange and not _shortens(strange, own) and not set(words) <= near | own:
            first, last = _tokens(sentence, start, end)
            given = f"nama satuan kerja adalah {office.name}"
            if office.short_name != office.name:
                given = f"{given} ({office.short_name})"
            yield Told(first, last, False, "K83", office.short_name, given, "satker")


@lru_cache(16)
def _heads(names: tuple[str, ...]) -> re.Pattern[str]:
    """The kinds that begin the names of this office."""
    own = [kind for kind in KINDS if any(name.lower().startswith(kind) for name in names)]
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
    initials = "".join(word[0] for word in own)
    return all(any(name.startswith(word[:3]) for name in own) or set(word) <= set(initials) for word in words)


def _tokens(sentence: Scanned, start: int, end: int) -> tuple[int, int]:
    """The first and last token of a part of the text."""
    inside = [number for number, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    return inside[0], inside[-1]


FRAMES = (frame("^", office_named),)
