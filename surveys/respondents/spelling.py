"""What respondents wrote about themselves, as classes: “L”, “SMA/sederajat”, “27 tahun”, with slips of the pen. Pure.

Only the class leaves here; an answer that fits none, or more than one, is told as not told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from surveys.profiles import UNKNOWN

NEAR = 84
LONGEST_HEADING = 160
OLDEST = 120
_NO_ANSWER = {"", "0", "n a", "na", "tidak diisi", "tidak menjawab", "kosong", "null"}


@dataclass(frozen=True, slots=True)
class _Words:
    """``heading``: what calls a column so. ``classes``: pattern of each. ``whole``: words that are known with slips."""

    heading: str
    classes: Mapping[str, str]
    whole: tuple[str, ...]


_WORDS = {
    "sex": _Words(
        r"jenis kelamin|kelamin|gender|jk|sex|l p",
        {
            "male": r"^(?:l|lk|m)$|\b(?:laki|lelaki|pria|male)\b",
            "female": r"^(?:p|pr|w|f)$|\b(?:perempuan|wanita|female)\b",
        },
        ("laki", "lelaki", "perempuan", "wanita", "kelamin", "gender"),
    ),
    "age": _Words(r"usia|umur", {}, ()),
    "education": _Words(
        r"pendidikan",
        {
            "none": r"\b(?:tidak|belum|tdk) (?:pernah )?(?:bersekolah|sekolah|tamat)\b",
            "sd": r"\b(?:sd|mi|sr|ibtidaiyah|paket a|sekolah dasar)\b",
            "smp": r"\b(?:smp|sltp|mts|tsanawiyah|paket b|menengah pertama)\b",
            "sma": r"\b(?:sma|smk|slta|smu|ma|man|stm|smea|aliyah|paket c|menengah atas|menengah kejuruan)\b",
            "diploma": r"\bd ?(?:[123]|i{1,3})\b|\bdiploma\b(?! (?:4|iv|empat)\b)|\b(?:d1|d2|d3)\b",
            "s1": r"\bs ?1\b|(?<!pasca )\bsarjana\b|\bd ?(?:4|iv)\b|\bdiploma (?:4|iv|empat)\b|\bstrata (?:1|satu)\b",
            "s2": r"\bs ?2\b|\bmagister\b|\bmaster\b|\bpasca ?sarjana\b|\bstrata (?:2|dua)\b",
            "s3": r"\bs ?3\b|\bdoktor(?:al)?\b|\bstrata (?:3|tiga)\b",
        },
        ("sarjana", "diploma", "magister", "doktor", "pascasarjana", "tsanawiyah", "aliyah", "pendidikan"),
    ),
    "occupation": _Words(
        r"pekerjaan|profesi",
        {
            "asn": r"\b(?:asn|pns|cpns|pppk|p3k|aparatur sipil|pegawai negeri)\b",
            "tni": r"\b(?:tni|tentara)\b",
            "polri": r"\b(?:polri|polisi|kepolisian)\b",
            "private": r"\b(?:swasta|karyawan|karyawati|buruh)\b",
            "self-employed": r"\b(?:wirausaha|wiraswasta|pedagang|pengusaha|umkm|usaha sendiri)\b",
            "homemaker": r"\b(?:irt|(?:ibu|mengurus) rumah tangga)\b",
            "student": r"\b(?:pelajar|mahasiswa|mahasiswi|siswa|siswi)\b",
            "farmer-fisher": r"\b(?:petani|nelayan|pekebun|peternak)\b",
            "freelance": r"\b(?:lepas|freelance|freelancer)\b",
            "retired": r"\b(?:pensiun|pensiunan|purnawirawan)\b",
        },
        (
            *("swasta", "karyawan", "wirausaha", "wiraswasta", "pedagang", "pelajar", "mahasiswa", "petani", "nelayan"),
            *("pensiunan", "polisi", "tentara", "pekerjaan", "profesi", "freelance"),
        ),
    ),
    "disability": _Words(
        r"disabilitas|difabel|difable|kebutuhan khusus",
        {
            "no": r"^(?:tidak|bukan|non|tdk|normal|umum|no)\b",
            "physical": r"\b(?:fisik|daksa)\b",
            "intellectual": r"\b(?:intelektual|grahita)\b",
            "mental": r"\b(?:mental|psikososial)\b",
            "sensory": r"\b(?:sensorik|netra|tunanetra|rungu|tunarungu|wicara|tunawicara|tuli)\b",
            "unspecified": r"^(?:ya|iya|ada|penyandang|difabel|disabilitas|yes)\b",
        },
        ("disabilitas", "sensorik", "intelektual", "tunanetra", "tunarungu", "difabel"),
    ),
}
_STATE = {"asn", "tni", "polri"}
_KINDS = {"physical", "intellectual", "mental", "sensory"}
_NOT_OF_A_PERSON = re.compile(
    r"\b(?:layanan|pelayanan|nama|alamat|tempat|unit|dinas|instansi|jumlah|total|no|nomor|program|saran|keterangan)\b"
)
_AGE = re.compile(r"(\d{1,3}) ?(?:tahun|thn|th)?", re.ASCII)
_AGES = re.compile(r"(\d{1,3}) ?(?:tahun|thn|th)? ?(?:-|–|—|~|s d|sd|sampai(?: dengan)?|hingga) ?(\d{1,3})", re.ASCII)
_BELOW = re.compile(r"(?:<|di ?bawah|kurang dari|dibawah) ?(\d{1,3})", re.ASCII)
_ABOVE = re.compile(r"(?:>|di ?atas|lebih dari) ?(\d{1,3})", re.ASCII)
_BOUNDS = {
    "under-17": (0, 16),
    "17-25": (17, 25),
    "26-34": (26, 34),
    "35-44": (35, 44),
    "45-54": (45, 54),
    "55-65": (55, 65),
    "over-65": (66, OLDEST),
}


def margin_of(heading: str) -> str:
    """The margin that a column of this heading tells, or nothing."""
    text = _plain(heading)
    if not text or len(text) > LONGEST_HEADING or _NOT_OF_A_PERSON.search(text):
        return ""
    for key, known in _WORDS.items():
        if re.search(rf"\b(?:{known.heading})\b", text) or re.search(
            rf"\b(?:{known.heading})\b", _without_slips(text, known)
        ):
            return key
    return ""


def class_of(margin: str, answer: str) -> str:
    """The class of one respondent's answer; ``UNKNOWN`` where nothing was answered or it cannot be told."""
    text = _plain(answer)
    if text.strip(" -–—") in _NO_ANSWER:
        return UNKNOWN
    if margin == "age":
        return _age(text)
    known = _WORDS[margin]
    found = _classes(text, known) or _classes(_without_slips(text, known), known)
    return _one(margin, found)


def most_telling(margin: str, answers: list[str]) -> str:
    """The class by several columns that tell one margin: what says most, as the kind of a disability beside “Ya”."""
    found = [class_of(margin, answer) for answer in answers]
    vague = {UNKNOWN, "unspecified", "other"}
    return next(
        (name for name in found if name not in vague), next((name for name in found if name != UNKNOWN), UNKNOWN)
    )


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w<>~–—-]|_", " ", text.casefold()).replace("laki-laki", "laki").split())


def _classes(text: str, known: _Words) -> set[str]:
    return {key for key, pattern in known.classes.items() if re.search(pattern, text.replace("-", " "))}


def _one(margin: str, found: set[str]) -> str:
    if "none" in found:  # “belum tamat SD”
        return "none"
    if margin == "disability":
        found = {"no"} if "no" in found else (found & _KINDS or found)
        return found.pop() if len(found) == 1 else ("unspecified" if found else UNKNOWN)
    if len(found) == 1:
        return found.pop()
    if margin == "occupation":
        return "state" if found and found <= _STATE else "other"
    return UNKNOWN


def _without_slips(text: str, known: _Words) -> str:
    """The text with its longer words as they are usually spelled."""
    spelled = []
    for word in text.split():
        is_long = len(word) >= 4 and bool(known.whole)
        found = process.extractOne(word, known.whole, scorer=fuzz.ratio, score_cutoff=NEAR) if is_long else None
        spelled.append(str(found[0]) if found else word)
    return " ".join(spelled)


def _age(text: str) -> str:
    """The only class in which an age, or all ages of a range, lie."""
    if found := _AGES.search(text):
        low = int(found[1])
        high = int(found[2])
    elif found := _BELOW.search(text):
        low = 0
        high = int(found[1]) - 1
    elif found := _ABOVE.search(text):
        low = int(found[1]) + 1
        high = OLDEST
    elif found := _AGE.fullmatch(text):
        low = high = int(found[1])
    else:
        return UNKNOWN
    if high == 0:
        return UNKNOWN
    return next((key for key, (first, last) in _BOUNDS.items() if first <= low <= high <= last), UNKNOWN)
