"""Who signs: name, post and staff number, where the signatory of this report must be meant. Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.gazetteer import core_name
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned, tokens_within
from reports.rules.truth.tokens.atoms import phrase_of

_SIGNS = re.compile(
    r"\b(?:di)?(?:tanda ?tangani|tandatangani) (?:secara \w+ )?oleh|\bmenandatangani|\bpenanda ?tangan(?:an)?\b"
    r"|\bdisahkan oleh|\bpenandatanganan oleh"
)
_NOT_THIS = re.compile(
    r"\b(?:surat tugas|surat perintah"
    r"|maklumat|pakta|perjanjian|kerja ?sama|nota|berita acara|kontrak|surat keputusan|mou|sk|keputusan|komitmen"
    r"|formulir|kuesioner|daftar hadir|petugas|pemohon|standar)\b"
)
_NIP = re.compile(r"\b(\d{8})[ .-]?(\d{6})[ .-]?([12])[ .-]?(\d{3})\b")
_HONOURS = r"(?:(?:Bapak|Ibu|Sdr\.?|Sdri\.?|Saudara|Saudari|Dr\.|dr\.|Drs\.|Dra\.|Ir\.|H\.|Hj\.|Prof\.|drg\.)\s+)*"
POSTS = (
    "sekretaris",
    "kepala",
    "direktur",
    "camat",
    "lurah",
    "ketua",
    "wakil",
    "inspektur",
    "kapolres",
    "kapolsek",
    "rektor",
    "panitera",
    "bupati",
    "wali",
    "gubernur",
    "komandan",
    "koordinator",
)
_SINGLE = frozenset(("direktur", "camat", "lurah", "kapolres", "kapolsek", "rektor", "bupati", "gubernur", "inspektur"))
"""Posts of which an office has one, so that they need no further word."""
_POST_BEFORE = re.compile(rf"\b(?P<post>{'|'.join(POSTS)})\b(?! (?:bidang|seksi|sub|bagian|dinas [a-z]+ (?:lain)))")
_POST_BEHIND = re.compile(
    rf"\b(?:ditandatangani|disahkan|ditanda tangani)(?: secara elektronik)?(?: oleh)?"
    rf"\s+(?:bapak |ibu )?(?P<post>{'|'.join(POSTS)})\b"
)
_SIGNERS = re.compile(r"[;]|\bbersama\b|\bdan\b|\bkepada\b|\boleh\b|\. ")
_AS = re.compile(r"\b(?:selaku|sebagai)\b")
_FORMER = re.compile(r"\b(?:mantan|terdahulu|sebelumnya|pernah|periode lalu|penggantinya|menggantikan)\b")
_NAME_BEHIND = re.compile(rf"(?<=[\s,(]){_HONOURS}(?P<name>[A-Z][a-z'’]+(?:\s+[A-Z][a-z'’]+){{1,3}})(?=[\s,.;:)]|$)")
_BESIDE = 18
"""Tokens; degrees behind a name are many."""
_ALIKE = 14
_NAME = re.compile(r"\b[A-Z][a-z'’]+(?: [A-Z][a-z'’]+){1,3}\b")
_SLIP = 0.8
_LEVELS = frozenset(("provinsi", "ri", "daerah"))
_OF_OFFICE = re.compile(r"(?:Kabupaten|Kota|Provinsi|Kecamatan|Kelurahan) ([A-Z][a-z]+)")
_ACTING = re.compile(r"^(?:plt|plh|pj|pjs)\.?\s+")


@hears("^")
def number_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K84: a staff number that is nearly the signatory's, or stands beside who signs."""
    signatory = truth.facts.cycle.signatory
    if not signatory.nip:
        return
    signs = _SIGNS.search(sentence.text.lower()) and not _NOT_THIS.search(sentence.text.lower())
    for match in _NIP.finditer(sentence.text):
        told = "".join(match.groups())
        alike = sum(one == other for one, other in zip(told, signatory.nip, strict=True))
        if signs or alike >= _ALIKE:
            first, last = tokens_within(sentence, *match.span())
            nip = signatory.nip
            spaced = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
            given = f"NIP penanda tangan adalah {nip} ({spaced})"
            yield Told(first, last, told == signatory.nip, "K84", signatory.nip, given)


@hears("^")
def post_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K84: the signatory's own name with another post, or another post behind *ditandatangani oleh*."""
    low = sentence.text.lower()
    title = _ACTING.sub("", truth.facts.cycle.signatory.title.lower())
    own = title.partition(" ")[0]
    if own not in POSTS or _NOT_THIS.search(low):
        return
    for match in (*_POST_BEFORE.finditer(low), *_POST_BEHIND.finditer(low)):
        at = next((n for n, t in enumerate(sentence.tokens) if t.start <= match.start("post") < t.end), None)
        person = sentence.types.find("K")
        if at is None or match["post"] not in POSTS or match["post"] == own:
            continue
        if re.search(r"\bbukan(?:lah)?(?: oleh)?\s*$", low[: match.start("post")]):
            continue
        told = sentence.words(*sorted((at, person))).lower() if person >= 0 else ""
        joined = bool(_AS.search(told)) if person < at else not _SIGNERS.search(told)
        beside = person >= 0 and abs(person - at) <= _BESIDE and joined
        if beside or (match.re is _POST_BEHIND and person < 0):
            yield _other(sentence, match.span("post"), truth.facts.cycle.signatory.title, "jabatan penanda tangan")


@hears("^")
def person_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K84: another person in the signatory's post."""
    signatory, office = truth.facts.cycle.signatory, truth.facts.cycle.office
    if not signatory.title or "K" in sentence.types or _FORMER.search(sentence.text.lower()):
        return
    own = set(core_name(signatory.name))
    known = set(phrase_of(f"{office.name} {office.short_name} {signatory.title} {office.place}"))
    for match in _held(signatory.title, office.short_name).finditer(sentence.text):
        told = core_name(match["name"])
        strange = set(phrase_of(sentence.text[match.start() : match.end("name")])) & _LEVELS - known
        if len(told) < 2 or set(told) & known or set(told) <= own or own <= set(told) or strange:
            continue
        if any(
            set(phrase_of(name)) - known for name in _OF_OFFICE.findall(match[0][: match.start("name") - match.start()])
        ):
            continue
        yield _other(sentence, match.span("name"), signatory.name, "nama penanda tangan")


@lru_cache(16)
def _held(title: str, short_name: str) -> re.Pattern[str]:
    """The signatory's post, alone or with the office, and the name that stands behind it."""
    words = re.sub(_ACTING, "", title).split()
    alone = words[0].lower() in _SINGLE
    heads = [re.escape(" ".join(words[:2])), re.escape(f"{words[0]} {short_name.split(maxsplit=1)[0]}")]
    known = "|".join(re.escape(word) for word in {*words, *short_name.split()})
    head = "|".join([re.escape(words[0]), *heads] if alone else heads)
    return re.compile(
        rf"\b(?:{head})\b(?:\s+(?:dan|(?!Nomor)[A-Z][\w.]*)){{0,9}}?[\s,(:]+(?:yaitu |yakni |adalah )?{_HONOURS}"
        rf"(?P<name>(?!(?:{known})\b)[A-Z][a-z'’]+(?:\s+[A-Z][a-z'’]+){{1,3}})(?=[\s,.;:)]|$)"
    )


@hears("^")
def near_person_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K84: the signatory's own name with a slip in it."""
    signatory = truth.facts.cycle.signatory
    own = core_name(signatory.name)
    if "K" in sentence.types or len(own) < 2 or _FORMER.search(sentence.text.lower()):
        return
    for match in _NAME.finditer(sentence.text):
        told = core_name(match[0])
        alike = (
            len(told) == len(own)
            and told != own
            and sum(a == b for a, b in zip(told, own, strict=True)) == len(own) - 1
        )
        if alike and SequenceMatcher(None, " ".join(told), " ".join(own)).ratio() >= _SLIP:
            yield _other(sentence, match.span(), signatory.name, "nama penanda tangan")
            return


def _other(sentence: Scanned, span: tuple[int, int], value: str, name: str) -> Told:
    first, last = tokens_within(sentence, *span)
    placeholder = "penandatangan" if name.startswith("nama") else "jabatan_penandatangan"
    return Told(first, last, False, "K84", value, f"{name} adalah {value}", placeholder)


@hears("^")
def signer_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K84: another name behind *ditandatangani oleh*."""
    low = sentence.text.lower()
    signs = _SIGNS.search(low)
    signatory, office = truth.facts.cycle.signatory, truth.facts.cycle.office
    if not signs or _NOT_THIS.search(low) or "K" in sentence.types:
        return
    known = set(phrase_of(f"{office.name} {office.short_name} {signatory.title} {office.place}"))
    for match in _NAME_BEHIND.finditer(sentence.text, signs.end()):
        told = core_name(match["name"])
        if len(told) >= 2 and not set(told) & known and not set(told) <= set(core_name(signatory.name)):
            yield _other(sentence, match.span("name"), signatory.name, "nama penanda tangan")
            return
