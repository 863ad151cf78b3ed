"""The standard text of the Kata Pengantar."""

from reports.document.facts import Facts


def preface(facts: Facts) -> str:
    realised = "realisasinya, dan bukti dukungnya" if facts.has_evidence else "dan realisasinya"
    opening = (
        "Dengan memanjatkan puji dan syukur kepada Tuhan Yang Maha Esa, {{ satker_lengkap }} menyampaikan "
        "Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM) {{ periode }}. Laporan ini memuat hasil "
        f"survei, rencana yang disusun atas hasil itu, {realised}."
    )
    return "\n\n".join((opening, _summary(facts), _thanks(facts)))


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


def _thanks(facts: Facts) -> str:
    thanked = []
    if facts.index:
        thanked.append("kepada masyarakat yang telah memberikan penilaian")
    if facts.done:
        thanked.append("kepada semua pihak yang telah melaksanakan tindak lanjutnya")
    thanks = f"Kami berterima kasih {' serta '.join(thanked)}. " if thanked else ""
    return f"{thanks}Saran dan masukan atas laporan ini kami harapkan."
