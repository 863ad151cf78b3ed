"""What a piece of text is about: its words without endings and prefixes, so that texts can be compared. Pure."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from reports.rules.words import word_set

_WORD = re.compile(r"[^\W\d_]{2,}")
_EMPTY = word_set(
    "dan serta yang di ke dari pada untuk dengan dalam oleh ini itu tersebut sebagai juga telah sudah akan ada adalah "
    "ialah yaitu yakni atau maupun setiap tiap seluruh semua para hal bagi karena agar supaya sehingga sebagaimana "
    "terlihat tampak tampil dilihat lihat foto gambar dokumentasi ditampilkan menampilkan memperlihatkan diperlihatkan "
    "ditunjukkan menunjukkan terdapat disajikan laporan lampiran halaman berikut sedangkan sementara adapun namun "
    "tetapi kegiatan pelaksanaan dilaksanakan melaksanakan dapat bisa pula lain lainnya saat ketika setelah sesudah "
    "sebelum seusai lalu kini masih sedang hanya sekadar bukti dukung proses hasil keadaan kondisi suasana terekam "
    "termuat memuat dimuat nomor poin huruf secara antara lagi ia nya mereka kami sebanyak berupa masing baru tidak "
    "bukan belum tanpa sebagian salah seperti melalui terhadap hingga sampai sejak menjadi selama tahun bulan tanggal"
)
_ENDINGS = re.compile(r"(?:kah|lah|pun|nya)$")
_SUFFIXES = (re.compile(r"kan$"), re.compile(r"an$"), re.compile(r"(?<!as)i$"))
_PREFIXES = (
    (re.compile(r"^(?:memper|diper)"), ""),
    (re.compile(r"^(?:meny|peny)(?=[aeiou])"), "s"),
    (re.compile(r"^(?:meng|peng)"), ""),
    (re.compile(r"^(?:mem|pem)(?=[aeiou])"), "p"),
    (re.compile(r"^(?:mem|pem)"), ""),
    (re.compile(r"^(?:men|pen)(?=[aeiou])"), "t"),
    (re.compile(r"^(?:men|pen)"), ""),
    (re.compile(r"^(?:di|ter|ber|per)"), ""),
    (re.compile(r"^(?:me|pe)(?=[lrwy])"), ""),
)
_SHORTEST = 3


@lru_cache(4096)
def content_of(text: str) -> frozenset[str]:
    """The stems of all words of a text that say something."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in _EMPTY)


@lru_cache(8192)
def stem(word: str) -> str:
    """A word without endings and one prefix; two forms of one word mostly give the same, which need not be a word."""
    word = _without(_ENDINGS, "", word)
    for pattern, instead in _PREFIXES:
        if (bare := _without(pattern, instead, word)) != word:
            word = bare
            break
    for suffix in _SUFFIXES:
        word = _without(suffix, "", word)
    return word


def _without(pattern: re.Pattern[str], instead: str, word: str) -> str:
    bare = pattern.sub(instead, word, count=1)
    return bare if len(bare) > _SHORTEST else word


def rarity(groups: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """How much each word tells one of these groups from the others: one where only one has it."""
    counts: dict[str, int] = {}
    for group in groups:
        for word in group:
            counts[word] = counts.get(word, 0) + 1
    return {word: 1 / count for word, count in counts.items()}
