"""The standard texts of Bab I, Pendahuluan."""

from reports.facts import Facts


def background(facts: Facts) -> str:
    return "\n\n".join((_why_survey(), _what_it_found(facts), _why_report()))


def _why_survey() -> str:
    return (
        "Pelayanan publik diselenggarakan bagi masyarakat, sehingga penilaian masyarakat merupakan ukuran "
        "penting atas mutunya. {{ instrumen }} menetapkan Survei Kepuasan Masyarakat (SKM) sebagai cara untuk "
        "memperoleh penilaian itu melalui {{ jumlah_unsur }} unsur pelayanan, yaitu {{ daftar_unsur }}."
    )


def _what_it_found(facts: Facts) -> str:
    if facts.index is None:
        return "{{ satker_lengkap }} menyelenggarakan SKM untuk {{ periode }}. Hasilnya belum dimasukkan."
    found = (
        "{{ satker_lengkap }} telah menyelenggarakan SKM untuk {{ periode }} dan memperoleh Indeks Kepuasan "
        "Masyarakat (IKM) sebesar {{ ikm }} dengan mutu pelayanan {{ mutu_lengkap }}."
    )
    if facts.highest == facts.lowest:
        return f"{found} Semua unsur memperoleh nilai yang sama, yaitu {{{{ nilai_tertinggi }}}}."
    return (
        f"{found} Nilai tertinggi adalah {{{{ nilai_tertinggi }}}} pada unsur {{{{ unsur_tertinggi }}}}, "
        "sedangkan nilai terendah adalah {{ nilai_terendah }} pada unsur {{ unsur_terendah }}."
    )


def _why_report() -> str:
    return (
        "Survei baru bermanfaat apabila hasilnya ditindaklanjuti. Untuk itu ditetapkan unsur yang menjadi "
        "prioritas perbaikan, disusun rencana tindak lanjut (RTL), dan dilaporkan pelaksanaannya. Laporan ini "
        "disusun agar masyarakat dan pihak yang berkepentingan dapat mengetahui rencana itu, membandingkannya "
        "dengan realisasi, dan memeriksa bukti dukungnya."
    )


def legal_bases(_facts: Facts) -> str:
    return "Laporan ini disusun berdasarkan peraturan berikut:\n\n{{ dasar_hukum }}"


def purpose(_facts: Facts) -> str:
    return (
        "Laporan ini dimaksudkan sebagai pertanggungjawaban {{ satker }} atas tindak lanjut hasil SKM "
        "{{ periode }}. Tujuannya adalah:\n\n"
        "1. menyajikan hasil survei dan unsur yang menjadi prioritas perbaikan;\n"
        "2. menyajikan RTL untuk setiap unsur prioritas beserta waktu dan penanggung jawabnya;\n"
        "3. melaporkan realisasi setiap RTL, hambatannya, dan bukti dukungnya;\n"
        "4. melaporkan pemeliharaan unsur yang bernilai tinggi; dan\n"
        "5. menjadi bahan penyusunan rencana pada periode berikutnya."
    )


def scope(_facts: Facts) -> str:
    return (
        "Ruang lingkup laporan ini adalah sebagai berikut:\n\n"
        "1. **Pelayanan.** Pelayanan publik yang diselenggarakan oleh {{ satker }} dan dinilai dalam SKM "
        "{{ periode }}.\n"
        "2. **Unsur.** Sebanyak {{ jumlah_unsur }} unsur pelayanan menurut {{ instrumen }}.\n"
        "3. **Waktu.** Hasil survei {{ periode }} dan tindak lanjutnya pada {{ masa_tindak_lanjut }}.\n"
        "4. **Isi.** Hasil survei, unsur prioritas, RTL, realisasi dan bukti dukungnya, pemeliharaan unsur "
        "bernilai tinggi, serta kesimpulan."
    )
