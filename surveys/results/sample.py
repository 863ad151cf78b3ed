"""Whether enough people answered, in a sentence. Pure; the size of a sample is in sampling.py."""

from dataclasses import dataclass

from surveys.sampling import sample_of
from surveys.typed_numbers import count_words


@dataclass(frozen=True, slots=True)
class SampleTold:
    """``enough`` is None where it cannot be said."""

    sentence: str
    enough: bool | None = None


def sample_told(respondents: int | None, population: int | None) -> SampleTold:
    """How many answered, of how many, and how many of them the table of Krejcie and Morgan asks for."""
    if respondents is None:
        return SampleTold("Jumlah responden belum diisi.")
    if not population:
        return SampleTold(
            f"{count_words(respondents)} responden. Populasi belum diisi, sehingga kecukupan jumlah responden belum "
            "dapat dinilai."
        )
    wanted = sample_of(population)
    lacking = wanted - respondents
    verdict = f"masih kurang {count_words(lacking)}" if lacking > 0 else "jumlah itu mencukupi"
    return SampleTold(
        f"{count_words(respondents)} responden dari populasi {count_words(population)} orang. Menurut tabel Krejcie "
        f"dan Morgan diperlukan paling sedikit {count_words(wanted)} responden; {verdict}.",
        enough=lacking <= 0,
    )
