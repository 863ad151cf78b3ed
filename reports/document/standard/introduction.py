"""The standard texts of Bab I, Pendahuluan."""

from reports.document.facts import Facts
from reports.document.phrases import upkeep_words
from reports.words.language import listed


def background(facts: Facts) -> str:
    may_check = (
        "mengetahui rencana itu, membandingkannya dengan realisasi, dan memeriksa bukti dukungnya."
        if facts.has_evidence
        else "mengetahui rencana itu dan membandingkannya dengan realisasinya."
    )
    return (
        "Pelayanan publik diselenggarakan bagi masyarakat, sehingga penilaian masyarakat menjadi ukuran "
        "mutunya. {{ instrumen }} mengatur Survei Kepuasan Masyarakat (SKM) sebagai cara untuk memperoleh "
        "penilaian itu atas {{ jumlah_unsur }} unsur pelayanan, yaitu {{ daftar_unsur }}.\n\n"
        f"{_what_it_found(facts)}\n\n"
        "Survei baru bermanfaat apabila hasilnya ditindaklanjuti. Tindak lanjut dimulai dengan penetapan unsur "
        "yang menjadi prioritas perbaikan, diteruskan dengan rencana tindak lanjut (RTL) dan pelaksanaannya. "
        f"Laporan ini disusun agar masyarakat dan pihak yang berkepentingan dapat {may_check}"
    )


def _what_it_found(facts: Facts) -> str:
    if facts.index is None:
        return "{{ satker_lengkap }} menyelenggarakan SKM {{ periode }}. Hasilnya belum dimasukkan."
    found = (
        "{{ satker_lengkap }} telah menyelenggarakan SKM {{ periode }} dan memperoleh Indeks Kepuasan "
        "Masyarakat (IKM) sebesar {{ ikm }} dengan mutu pelayanan {{ mutu_lengkap }}."
    )
    if facts.all_equal:
        return f"{found} Semua unsur memperoleh nilai yang sama, yaitu {{{{ nilai_tertinggi }}}}."
    return (
        f"{found} Nilai tertinggi adalah {{{{ nilai_tertinggi }}}} pada unsur {{{{ unsur_tertinggi }}}}, "
        "sedangkan nilai terendah adalah {{ nilai_terendah }} pada unsur {{ unsur_terendah }}."
    )


def legal_bases(facts: Facts) -> str:
    if not facts.source.legal_bases:
        return "Dasar hukum laporan ini belum dimasukkan."
    return "Laporan ini disusun berdasarkan peraturan berikut:\n\n{{ dasar_hukum }}"


def purpose(facts: Facts) -> str:
    told_with = ", hambatannya, dan bukti dukungnya" if facts.has_evidence else " dan hambatannya"
    aims = [
        "menyajikan hasil survei dan unsur yang menjadi prioritas perbaikan",
        "menyajikan RTL untuk setiap unsur prioritas beserta waktu dan penanggung jawabnya",
        f"melaporkan realisasi setiap RTL{told_with}",
        *([f"melaporkan {upkeep_words(facts)}"] if facts.upkeep else []),
        "menyediakan bahan untuk menyusun rencana pada periode berikutnya",
    ]
    items = "\n".join(f"{number}. {aim}" for number, aim in enumerate(listed(aims), 1))
    return (
        "Laporan ini dimaksudkan sebagai pertanggungjawaban {{ satker }} atas tindak lanjut hasil SKM "
        f"{{{{ periode }}}}. Tujuannya adalah:\n\n{items}"
    )


def scope(facts: Facts) -> str:
    upkeep = f" {upkeep_words(facts)}," if facts.upkeep else ""
    realised = "realisasi dan bukti dukungnya" if facts.has_evidence else "realisasi"
    return (
        "Ruang lingkup laporan ini adalah sebagai berikut:\n\n"
        "1. **Pelayanan.** Pelayanan publik yang diselenggarakan oleh {{ satker }} dan dinilai dalam SKM "
        "{{ periode }}.\n"
        "2. **Unsur.** Sebanyak {{ jumlah_unsur }} unsur pelayanan menurut {{ instrumen }}.\n"
        "3. **Waktu.** Hasil survei {{ periode }} dan tindak lanjutnya pada {{ masa_tindak_lanjut }}.\n"
        f"4. **Isi.** Hasil survei, unsur prioritas, RTL, {realised},{upkeep} serta kesimpulan."
    )
