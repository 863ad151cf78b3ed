"""What the cells before the answers call a row: nothing, a sum or the like, or something that only begins so. Pure.

Names of people and of services begin like sums, too: *Nilai Permata*, *Surat Keterangan*, *Mutu Benih*.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from surveys.workbooks.sheets.cells import MOST_KEPT, Sheet, words

_BEGINS = re.compile(
    r"^(?:[σ∑]|s\.?\s?nilai\b|sigma\b|jumlah\b|jml\b|(?:sub|grand)?[ -]?total\b|sub[ -]?jumlah\b|nilai\s*/|"
    r"nilai (?:rata|per|unsur|indeks|mean)|nilai$|rerata\b|rataan\b|mean\b|average\b|skor rata|"
    r"nrr\b|rata\b|rata-|rata2|bobot\b|ikm\b|skm\b|indeks\b|mutu\b|kategori\b|kinerja\b|keterangan\b|catatan\b|\*+\))"
)
_WORD = re.compile(r"[σ∑]|[^\W\d_σ∑]+2?")
_SUMS = (
    "σ ∑ sigma snilai jumlah jml jlh total subtotal sum nilai nrr rata rata2 rerata reratanya rataan mean average avg "
    "median modus mode bobot ikm skm ikp indeks index mutu kategori predikat kinerja skor score hasil min minimum "
    "minimal maks max maksimum maksimal maximum terendah tertinggi deviasi stdev sd varians ranking rangking rank "
    "peringkat prioritas n keterangan catatan pembulatan bulatan kesimpulan simpulan konversi target"
)
_SURE = "σ ∑ sigma snilai jumlah jml jlh total subtotal nrr rata rata2 rerata rataan mean average median modus"
_BESIDE = (
    "s sub grand akhir per unsur pertanyaan parameter indikator butir tiap setiap semua seluruh keseluruhan tertimbang "
    "tertbg unit pelayanan layanan kepuasan masyarakat survei survey interval persepsi standar std deviation valid "
    "data kumulatif responden jawaban halaman hal ip opd opp x dari dan dikali"
)
_SUM_WORDS = frozenset(_SUMS.split())
_SURE_WORDS = frozenset(_SURE.split())
_ALL_WORDS = _SUM_WORDS | frozenset(_BESIDE.split())


def leading(sheet: Sheet, row: int, first_column: int) -> Sequence[str]:
    """What stands before the answers, in small letters; where nothing may, the first cell."""
    return [text for cell in sheet.rows[row][: max(first_column, 1)] if (text := words(cell))]


def sum_label(sheet: Sheet, row: int, first_column: int) -> str:
    """What the cells before the answers call the row if its label may be one of sums, else nothing."""
    told = leading(sheet, row, first_column)
    return " ".join(told) if any(is_sum_word(text) or begins_like_sum(text) for text in told[:3]) else ""


def is_sum(sheet: Sheet, row: int, first_column: int) -> bool:
    """Whether one of the cells before the answers says nothing but that the row is one of sums or the like."""
    return any(is_sum_word(text) for text in leading(sheet, row, first_column)[:3])


def begins_like_sum(text: str) -> bool:
    return _BEGINS.match(text) is not None


def is_surely_sum(sheet: Sheet, row: int, first_column: int) -> bool:
    """Whether one of the cells before the answers is called as no person and no service is: *Rata-rata*, *Jumlah*."""
    told = leading(sheet, row, first_column)[:3]
    return any(is_sum_word(text) and _SURE_WORDS & set(_WORD.findall(text)) for text in told)


@lru_cache(MOST_KEPT)
def is_sum_word(text: str) -> bool:
    """Whether a text, in small letters, holds only words of sums: *jumlah nilai / unsur*, not *jumlah penduduk*."""
    told = set(_WORD.findall(text))
    return bool(told & _SUM_WORDS) and told <= _ALL_WORDS
