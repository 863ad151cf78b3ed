"""By what respondents are counted: sex, age, education, occupation, disability, and the classes of each. Pure.

Classes are those of the form in use since 2025, which include those of the sheet of PermenPANRB 14/2017.
"""

from collections.abc import Mapping
from dataclasses import dataclass

UNKNOWN = "unknown"
Profile = Mapping[str, Mapping[str, int]]
"""Key of a margin to key of a class to how many; a margin that nobody counted is not there."""


@dataclass(frozen=True, slots=True)
class Margin:
    """``classes``: key to label, in their order; ``is_exact``: the regulation's sheet prints every count of it."""

    key: str
    label: str
    classes: Mapping[str, str]
    is_exact: bool = False


_NOT_TOLD = {UNKNOWN: "Lainnya/tidak diisi"}
SEX = Margin("sex", "Jenis kelamin", {"male": "Laki-laki", "female": "Perempuan"} | _NOT_TOLD, is_exact=True)
AGE = Margin(
    "age",
    "Usia",
    {
        "under-17": "Di bawah 17 tahun",
        "17-25": "17–25 tahun",
        "26-34": "26–34 tahun",
        "35-44": "35–44 tahun",
        "45-54": "45–54 tahun",
        "55-65": "55–65 tahun",
        "over-65": "Di atas 65 tahun",
    }
    | _NOT_TOLD,
)
EDUCATION = Margin(
    "education",
    "Pendidikan",
    {
        "none": "Tidak sekolah",
        "sd": "SD/sederajat",
        "smp": "SMP/sederajat",
        "sma": "SMA/sederajat",
        "diploma": "D1/D2/D3",
        "s1": "D4/S1",
        "s2": "S2",
        "s3": "S3",
    }
    | _NOT_TOLD,
    is_exact=True,
)
OCCUPATION = Margin(
    "occupation",
    "Pekerjaan",
    {
        "asn": "ASN (PNS/PPPK)",
        "tni": "TNI",
        "polri": "Polri",
        "state": "ASN/TNI/Polri (tidak dirinci)",
        "private": "Swasta",
        "self-employed": "Wirausaha",
        "homemaker": "Ibu rumah tangga",
        "student": "Pelajar/mahasiswa",
        "farmer-fisher": "Petani/nelayan",
        "freelance": "Pekerja lepas",
        "retired": "Pensiunan",
        "other": "Lainnya",
        UNKNOWN: "Tidak diisi",
    },
    is_exact=True,
)
DISABILITY = Margin(
    "disability",
    "Disabilitas",
    {
        "no": "Bukan penyandang disabilitas",
        "physical": "Fisik",
        "intellectual": "Intelektual",
        "mental": "Mental",
        "sensory": "Sensorik",
        "unspecified": "Penyandang disabilitas (ragam tidak dirinci)",
    }
    | _NOT_TOLD,
)
MARGINS = {margin.key: margin for margin in (SEX, AGE, EDUCATION, OCCUPATION, DISABILITY)}


def in_order(profile: Profile) -> dict[str, dict[str, int]]:
    """Margins and classes in their order, without classes of nobody and margins without classes."""
    ordered = {
        key: {name: counts[name] for name in margin.classes if counts.get(name)}
        for key, margin in MARGINS.items()
        if (counts := profile.get(key))
    }
    return {key: counts for key, counts in ordered.items() if counts}


def told(profile: Profile) -> dict[str, dict[str, int]]:
    """Every margin with the labels of its classes, as the trail tells it."""
    return {
        key: {MARGINS[key].classes[name]: count for name, count in counts.items()}
        for key, counts in in_order(profile).items()
    }


def excess(profile: Profile, respondents: int | None) -> dict[str, str]:
    """Margins that count more people than the survey has respondents, each with a sentence that says so."""
    if respondents is None:
        return {}
    sums = {key: sum(counts.values()) for key, counts in in_order(profile).items()}
    return {
        key: f"{MARGINS[key].label}: jumlahnya {total}, melebihi {respondents} responden. Periksa keduanya."
        for key, total in sums.items()
        if total > respondents
    }
