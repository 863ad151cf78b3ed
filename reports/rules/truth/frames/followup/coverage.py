"""Whether words between a name and what is said of it have all been read, so that none can change its meaning. Pure."""

import re
from collections.abc import Iterable

from reports.rules.truth.tokens.stems import stem
from reports.rules.words import word_set
from surveys.periods import MONTHS

JOINING = word_set(
    "pada di ke dari dalam untuk bagi oleh dengan dan serta yang ini itu tersebut juga pun secara memang hanya baru "
    "adalah ialah yaitu yakni merupakan menjadi kembali lagi dapat berhasil akhirnya dinyatakan per kini "
    "telah sudah sedang masih belum akan tengah terus bulan tanggal tahun triwulan semester akhir awal pertengahan "
    "hingga sampai antara selama sepanjang kurun rentang waktu masa periode jangka tepat tepatnya tgl th seluruhnya "
    "sepenuhnya semuanya tahap saat ketika hari sendiri adapun ia maka bahwa atas kegiatan rencana program rtl aksi "
    "pekerjaan tindak lanjut pelaksanaan pengerjaan pelaksanaannya realisasi realisasinya penyelesaian penyelesaiannya "
    "jadwal jadwalnya jatuh rencananya sesuai menurut berdasarkan dimaksud nama bernama berjudul poin nomor skm s d"
)
"""Words that add nothing of their own to what is said of a plan."""
_INSERTED = re.compile(
    r",? ?\b(?:hingga|sampai|pada|per|saat|sampai dengan|sampai pada)? ?(?:saat )?"
    r"(?:laporan ini (?:disusun|ditulis|dibuat|disampaikan)|saat ini|sekarang)\b,?"
    r"|, (?:misalnya|antara lain|sebagaimana [^,]*|seperti [^,]*|menurut [^,]*),"
)
_ASIDE = re.compile(r", yang [^,]*,")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_MONTHS = frozenset(month.lower() for month in MONTHS)


def plainly(words: str) -> str:
    """Words without what is told by the way: *, yang ditangani Bidang Capil,*; *hingga laporan ini disusun*."""
    return _INSERTED.sub(" ", _ASIDE.sub(" ", words))


def unread(words: str, *known: Iterable[str]) -> list[str]:
    """The words that are neither joints nor of what is known: stems, or words as they are written."""
    of_it = frozenset().union(*known)
    return [
        word
        for word in _WORD.findall(words)
        if word not in JOINING and word not in of_it and word not in _MONTHS and stem(word) not in of_it
    ]
