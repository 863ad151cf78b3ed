"""Other offices that a sentence names, and whether one of them stands before a value as its owner. Pure."""

import re

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
_ANOTHER = re.compile(rf"\b(?i:{'|'.join(sorted(KINDS, key=len, reverse=True))})(?: [A-Z][\w.'’-]*){{1,2}}")


def owned_elsewhere(sentence: Scanned, at: int, truth: Truth) -> bool:
    """Whether an office with a name that is not this one's stands before a token in its clause.

    *Dinas Kesehatan memperoleh 85,20*, *indeks pada KPU Provinsi Jawa Tengah adalah 86,20*.
    """
    office = truth.facts.cycle.office
    own = frozenset(phrase_of(f"{office.name} {office.short_name} {office.place} {office.address or ''}"))
    first = sentence.tokens[sentence.clause(at)[0]].start
    before = sentence.text[first : sentence.tokens[at].start]
    return any(not set(phrase_of(match[0])) <= own for match in _ANOTHER.finditer(before))
