"""What share of the plans a text says to be in a state: in per cent or as a fraction. Pure."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from operator import ge, gt, le, lt

from reports.rules.truth.frames.followup.counts import ahead_of, behind_of
from reports.rules.truth.frames.followup.scope import Scope, is_told_of_plans, scopes_of
from reports.rules.truth.frames.followup.statuses_said import NAMES, Said, last_status_in, may_count, status_in
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.judges.numbers import tells
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.token import Token
from reports.words.language import decimal_text

_MEASURED = re.compile(
    r"\b(?:(?:tingkat|persentase|angka|presentase) (?:penyelesaian|realisasi|capaian|ketercapaian|pelaksanaan)(?:nya)?"
    r"|(?:penyelesaian|realisasi|capaian|pelaksanaan) (?:rtl|rencana|kegiatan|program|tindak lanjut)|menindaklanjuti)\b"
)
_PLANS = re.compile(r"\b(?:rtl|rencana|kegiatan|program|aksi|tindak lanjut)(?:nya)?\b")
_LEFT = re.compile(r"\b(?:sisanya|selebihnya|sisa)\b")
_OTHERS = re.compile(
    r"\b(?:responden|pemohon|permohonan|pasien|warga|petugas|surat|anggaran|berkas|pengguna|volume|pekerjaan|putusan"
    r"|peserta|pegawai|masyarakat|pengaduan|penduduk)\b"
)
_AHEAD = re.compile(r"\b(?:(?<!yang )(?:ditargetkan|direncanakan)|diharapkan|akan|harus|perlu)\b")
_NEAR = Fraction(1, 25)
_OLDEST = 1900
_BOUNDS: dict[str, Callable[[Fraction, Fraction], bool]] = {">": gt, "≥": ge, "<": lt, "≤": le}


@hears("[CF]")
def share_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K45: the share of plans in a state."""
    at = match.start()
    token = sentence.tokens[at]
    if token.number is None or not truth.facts.plans:
        return
    behind = behind_of(sentence, at)
    first = sentence.clause(at)[0]
    ahead = sentence.text[sentence.tokens[first].start : sentence.tokens[at].start].lower()
    if _AHEAD.search(behind) or _OTHERS.search(behind[:30]) or not _speaks_of_plans(sentence, ahead, behind):
        return
    said = _said(sentence, at, ahead, behind)
    if said is None:
        return
    scopes = [scope for scope in scopes_of(sentence, at, truth) if scope.plans]
    shares = [
        Fraction(count, len(scope.plans))
        for scope in scopes
        for count in may_count(said, scope.plans)[: 1 if _LEFT.search(ahead) else None]
    ]
    if not shares:
        return
    right = any(_is(token, share) for share in shares)
    exact = Decimal(shares[0].numerator * 100) / Decimal(shares[0].denominator)
    value = f"{decimal_text(exact, 2).removesuffix('0').removesuffix(',0')}%"
    plans = scopes[0].plans
    count = may_count(said, plans)[0]
    given = f"bagian RTL{scopes[0].of} {NAMES[said]} adalah {value} ({count} dari {len(plans)})"
    yield Told(at, at, right, "K45", value, given, _placeholder(said, scopes[0]))


def _speaks_of_plans(sentence: Scanned, ahead: str, behind: str) -> bool:
    """Whether plans stand right behind the share, or the clause measures how many are done."""
    words = behind.removeprefix("nya").strip().removeprefix("dari ").split()
    if words and _PLANS.match(" ".join(words[:3]).removeprefix("seluruh ").removeprefix("jumlah ")):
        return is_told_of_plans(sentence) or "rtl" in words
    if not is_told_of_plans(sentence):
        return False
    if _MEASURED.search(sentence.text.lower()) and not _OTHERS.search(ahead[-40:]):
        return True
    return bool(_PLANS.search(ahead)) and not _OTHERS.search(ahead[-40:]) and not sentence.where.plan


def _said(sentence: Scanned, at: int, ahead: str, behind: str) -> Said | None:
    told = status_in(behind) or status_in(_behind_comma(sentence, at))
    if told:
        return told[0]
    if _LEFT.search(ahead_of(sentence, at)):
        return "open"
    last = last_status_in(ahead_of(sentence, at)) or _state_ahead(sentence, at, ahead)
    if last is None and sentence.types[at - 1 : at] == "<" and not _MEASURED.search(ahead_of(sentence, at)):
        return None
    measured = [match.end() for match in _MEASURED.finditer(ahead)]
    if last and not (measured and measured[-1] > ahead.rfind(" ", 0, last[2])):
        return last[0]
    return "done" if _MEASURED.search(sentence.text.lower()) or "realisasi" in ahead else None


def _state_ahead(sentence: Scanned, at: int, ahead: str) -> tuple[Said, int, int] | None:
    """The state told last before a share, but the one of another number."""
    told = last_status_in(ahead)
    start = sentence.tokens[sentence.clause(at)[0]].start
    if told and any(
        token.number is not None and token.start >= start + told[2] and token.number <= _OLDEST
        for token in sentence.tokens[:at]
    ):
        return None
    return told


def _behind_comma(sentence: Scanned, at: int) -> str:
    """*Sisanya, 30 persen, belum tuntas*: what stands behind the comma of an insertion."""
    comma = sentence.right(at, ",", 4)
    is_insertion = comma > 0 and sentence.left(at, ",", 3) >= 0
    return behind_of(sentence, comma) if is_insertion else ""


def _is(token: Token, share: Fraction) -> bool:
    if token.kind == "C":
        return tells(token, share * 100)
    told = Fraction(token.number or 0).limit_denominator(20)
    if token.bound in _BOUNDS:
        return _BOUNDS[token.bound](share, told)
    is_loose = token.bound == "~" or told == Fraction(1, 2)
    return share == told or (is_loose and abs(share - told) <= _NEAR)


def _placeholder(said: Said, scope: Scope) -> str:
    if scope.named:
        return ""
    return {"done": "persen_selesai", "open": "persen_belum"}.get(said, "")
