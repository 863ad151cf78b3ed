"""Why a file that another service signed is not taken for the prepared report, and what to do; words only."""

from reports.signing.likeness.difference import Kind
from reports.signing.likeness.judge import Likeness

_PLACES = (
    "di dalam blok tanda tangan di samping kode QR, atau pada lajur kosong setinggi 20 mm di tepi bawah halaman, tanpa "
    "menutupi nomor halaman"
)
_AGAIN = "Unduh lagi berkas siap tanda tangan, tandatangani tanpa mengubah isinya, lalu unggah hasilnya."
_AS_IT_IS = "Pilih pada layanan itu agar berkas ditandatangani apa adanya, bukan dicetak atau diubah ulang."
_MOVED = f"Letakkan tampilan tanda tangan {_PLACES}; atau pilih tanda tangan tanpa tampilan."
_WORDS = {
    Kind.UNREADABLE: f"Berkas ini tidak dapat dibaca seluruhnya: susunannya rusak. {_AGAIN}",
    Kind.IRREGULAR: f"Susunan berkas ini tidak beraturan, sehingga isinya tidak dapat dibuktikan. {_AGAIN} {_AS_IT_IS}",
    Kind.LOCKED: f"Berkas ini dikunci dengan kata sandi. Tandatangani tanpa memberi kata sandi. {_AGAIN}",
    Kind.SIZE: f"Ukuran atau arah {{page}} berubah. {_AGAIN}",
    Kind.CONTENT: f"Isi {{page}} tidak dapat dibuktikan sama dengan yang disiapkan. {_AGAIN} {_AS_IT_IS}",
    Kind.RESOURCE: f"Huruf atau gambar pada {{page}} bukan yang disiapkan. {_AGAIN} {_AS_IT_IS}",
    Kind.PICTURE: f"Tampilan {{page}} berbeda di luar tempat yang disediakan. {_MOVED}",
    Kind.TEXT: f"Teks {{page}} berbeda dari yang disiapkan. {_AGAIN}",
    Kind.OBJECT: f"Pada {{page}} ada yang digambar di luar tempat yang disediakan. {_MOVED}",
    Kind.COVERED: f"Tampilan tanda tangan pada {{page}} menutupi isi yang tercetak. {_MOVED}",
    Kind.ANNOTATION: f"Pada {{page}} ditambahkan catatan, tautan, atau coretan. Hapus, atau mulai dari awal. {_AGAIN}",
    Kind.APPEARANCE: f"Tampilan tanda tangan pada {{page}} berada di luar tempat yang disediakan. {_MOVED}",
    Kind.ACTION: f"Pada {{page}} ditambahkan perintah, lapisan, lampiran, atau skrip. {_AGAIN}",
    Kind.CATALOGUE: f"Susunan {{page}} diubah. {_AGAIN} {_AS_IT_IS}",
    Kind.FORM: f"Pada {{page}} ada isian yang bukan tanda tangan biasa. {_AGAIN}",
    Kind.TITLE: f"Judul dokumen pada berkas ini diubah. {_AGAIN}",
    Kind.TOO_LONG: f"Berkas ini terlalu rumit untuk dibandingkan dalam waktu yang tersedia. {_AGAIN} {_AS_IT_IS}",
}


def words_of(found: Likeness) -> str:
    """Cause and way out of a difference."""
    if found.kind == Kind.PAGE_COUNT:
        prepared, _, came = found.detail.partition(" ")
        return f"Berkas yang disiapkan terdiri atas {prepared} halaman, berkas ini {came} halaman. {_AGAIN}"
    where = f"halaman {found.page}" if found.page else "berkas ini"
    return _WORDS[Kind(found.kind or Kind.UNREADABLE)].format(page=where)
