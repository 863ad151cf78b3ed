"""Who signs: name, post and staff number, where the signatory of this report must be meant. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.frames.frame import Told, frame
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.atoms import phrase_of

_SIGNS = re.compile(
    r"\b(?:di)?(?:tanda ?tangani|tandatangani) (?:secara \w+ )?oleh|\bmenandatangani|\bpenanda ?tangan(?:an)?\b"
    r"|\bdisahkan oleh|\bpenandatanganan oleh"
)
_NOT_THIS = re.compile(
    r"\b(?:maklumat|pakta|perjanjian|kerja ?sama|nota|berita acara|kontrak|surat keputusan|mou|sk|keputusan|komitmen"
    r"|formulir|kuesioner|daftar hadir|petugas|pemohon|standar)\b"
)
_NIP = re.compile(r"\b(\d{8})[ .-]?(\d{6})[ .-]?([12])[ .-]?(\d{3})\b")
_HONOURS = r"(?:(?:Bapak|Ibu|Sdr\.?|Sdri\.?|Saudara|Saudari|Dr\.|dr\.|Drs\.|Dra\.|Ir\.|H\.|Hj\.|Prof\.|drg\.)\s+)*"
_NAME = re.compile(rf"(?P<title>[^,;:()]*?)[,:(]?\s*{_HONOURS}(?P<name>(?:[A-Z][\w'’.]+\s?){{2,5}})")
_POSTS = (
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
_ACTING = re.compile(r"^(?:plt|plh|pj|pjs)\.?\s+")


def number_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K84: a staff number beside the signatory that is another."""
    signatory = truth.facts.cycle.signatory
    signs = _SIGNS.search(sentence.text.lower()) or "K" in sentence.types
    if not signatory.nip or not signs or _NOT_THIS.search(sentence.text.lower()):
        return
    for match in _NIP.finditer(sentence.text):
        told = "".join(match.groups())
        inside = [
            n for n, token in enumerate(sentence.tokens) if token.start < match.end() and token.end > match.start()
        ]
        given = f"NIP penanda tangan adalah {signatory.nip}"
        yield Told(inside[0], inside[-1], told == signatory.nip, "K84", signatory.nip, given)


def signer_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K84: a name or post behind *ditandatangani oleh* that is not the signatory's."""
    low = sentence.text.lower()
    signs = _SIGNS.search(low)
    signatory = truth.facts.cycle.signatory
    if not signs or _NOT_THIS.search(low):
        return
    start = signs.end()
    yield from _post(sentence, low, start, truth)
    if "K" in sentence.types:
        return
    own = set(phrase_of(signatory.name))
    office = set(phrase_of(truth.facts.cycle.office.name)) | set(phrase_of(truth.facts.cycle.office.short_name))
    post = set(phrase_of(signatory.title))
    for match in re.finditer(
        rf"(?<=[,:(])\s*{_HONOURS}(?P<name>[A-Z][\w'’]+(?:\s+[A-Z][\w'’.]+){{1,4}})", sentence.text[start:]
    ):
        words = set(phrase_of(match["name"]))
        if words & (office | post) or words & own == own:
            continue
        first = start + match.start("name")
        yield _other(sentence, first, first + len(match["name"]), signatory.name, "nama penanda tangan")


def _post(sentence: Scanned, low: str, start: int, truth: Truth) -> Iterator[Told]:
    """The post that stands behind *oleh*, against the first word of the signatory's."""
    title = _ACTING.sub("", truth.facts.cycle.signatory.title.lower())
    match = re.match(r"\s*(?:adalah |oleh |bapak |ibu |laporan ini adalah )?(?P<post>[a-z]+)", low[start:])
    if match and match["post"] in _POSTS and title.split()[0] in _POSTS and match["post"] != title.split()[0]:
        first = start + match.start("post")
        yield _other(
            sentence, first, first + len(match["post"]), truth.facts.cycle.signatory.title, "jabatan penanda tangan"
        )


def _other(sentence: Scanned, start: int, end: int, value: str, name: str) -> Told:
    inside = [n for n, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    placeholder = "penandatangan" if name.startswith("nama") else "jabatan_penandatangan"
    return Told(inside[0], inside[-1], False, "K84", value, f"{name} adalah {value}", placeholder)


def near_name(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K84: the signatory's post with a name that is nearly the signatory's, *Budi Raharjo* for *Budi Rahayu*."""
    own = phrase_of(truth.facts.cycle.signatory.name)
    if len(own) < 2 or "K" in sentence.types:
        return
    title = re.escape(truth.facts.cycle.signatory.title.split()[0])
    pattern = rf"\b{title}\b[^;:.]{{0,80}}?[, (]\s*{_HONOURS}(?P<name>[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+){{1,3}})"
    for match in re.finditer(pattern, sentence.text):
        words = phrase_of(match["name"])
        shared = set(words) & set(own)
        if shared and len(words) == len(own) and words != own and len(shared) >= len(own) - 1:
            yield _other(
                sentence,
                match.start("name"),
                match.end("name"),
                truth.facts.cycle.signatory.name,
                "nama penanda tangan",
            )


FRAMES = (
    frame("^", number_told),
    frame("^", signer_told),
    frame("^", near_name),
)
