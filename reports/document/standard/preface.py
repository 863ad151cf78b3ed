"""The standard text of the Kata Pengantar."""

from reports.document.facts import Facts
from reports.document.phrases import upkeep_words


def preface(facts: Facts) -> str:
    realised = "realisasinya, dan bukti dukungnya" if facts.has_evidence else "dan realisasinya"
    opening = (
        "Dengan memanjatkan puji dan syukur kepada Tuhan Yang Maha Esa, {{ satker_lengkap }} menyampaikan "
        "Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM) {{ periode }}. Laporan ini memuat hasil "
        f"survei, rencana yang disusun atas hasil itu, {realised}."
    )
    return "\n\n".join((opening, _summary(facts), _parts(facts), _hope(facts)))


def _summary(facts: Facts) -> str:
    if facts.index is None:
        return "Nilai survei untuk periode ini belum dimasukkan. Laporan akan dilengkapi setelah hasil survei tersedia."
    result = (
        "Survei tersebut menghasilkan Indeks Kepuasan Masyarakat (IKM) sebesar {{ ikm }} dengan mutu pelayanan "
        "{{ mutu_lengkap }}."
    )
    if not facts.plans:
        return f"{result} Rencana tindak lanjut (RTL) atas hasil itu belum disusun."
    return (
        f"{result} Untuk {{{{ jumlah_prioritas }}}} unsur prioritas disusun {{{{ jumlah_rtl }}}} rencana tindak "
        "lanjut (RTL). Sampai laporan ini disusun, {{ capaian }}."
    )


def _parts(facts: Facts) -> str:
    """What stands where, as far as it is there."""
    of_what = "realisasi RTL" if facts.plans else "realisasi"
    realised = f"{of_what}, {upkeep_words(facts)}," if facts.upkeep else of_what
    which = "masih dapat dilaksanakan" if facts.impossible else "belum selesai"
    strategies = f" beserta strategi penyelesaian RTL yang {which}" if facts.owed else ""
    proven = " Bukti dukungnya disajikan dalam Lampiran." if facts.has_evidence else ""
    return (
        "Laporan ini terdiri atas empat bab. Bab I memuat latar belakang, dasar hukum, maksud dan tujuan, serta ruang "
        "lingkup. Bab II memuat hasil survei, unsur prioritas, dan rencana tindak lanjutnya. Bab III memuat "
        f"{realised} dan evaluasinya. Bab IV memuat kesimpulan{strategies}.{proven}"
    )


def _hope(facts: Facts) -> str:
    thanked = []
    if facts.index:
        thanked.append("kepada masyarakat yang telah memberikan penilaian")
    if facts.done:
        thanked.append("kepada semua pihak yang telah melaksanakan tindak lanjutnya")
    thanks = f"Kami berterima kasih {' serta '.join(thanked)}. " if thanked else ""
    above = " dan kepada {{ satker_atasan }} sebagai bahan pemantauan" if facts.cycle.office.parent else ""
    return (
        f"{thanks}Semoga laporan ini memberi gambaran kepada masyarakat tentang tindak lanjut atas penilaiannya{above}"
        ", serta menjadi bahan penyusunan rencana pada periode berikutnya. Saran dan masukan atas laporan ini kami "
        "harapkan."
    )
