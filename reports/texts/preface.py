"""The standard text of the Kata Pengantar."""

from reports.facts import Facts


def preface(facts: Facts) -> str:
    return "\n\n".join((_opening(), _summary(facts), _thanks()))


def _opening() -> str:
    return (
        "Dengan memanjatkan puji dan syukur kepada Tuhan Yang Maha Esa, {{ satker_lengkap }} menyampaikan "
        "Laporan Tindak Lanjut Survei Kepuasan Masyarakat (SKM) {{ periode }}. Laporan ini memuat apa yang "
        "direncanakan dan apa yang telah dikerjakan setelah hasil survei diketahui, beserta bukti dukungnya."
    )


def _summary(facts: Facts) -> str:
    if facts.index is None:
        return "Nilai survei untuk periode ini belum dimasukkan. Laporan akan dilengkapi setelah hasil survei tersedia."
    result = "Survei tersebut menghasilkan Indeks Kepuasan Masyarakat (IKM) sebesar {{ ikm }}, mutu {{ mutu_lengkap }}."
    if not facts.plans:
        return f"{result} Rencana tindak lanjut (RTL) atas hasil itu belum disusun."
    return (
        f"{result} Untuk {{{{ jumlah_prioritas }}}} unsur prioritas disusun {{{{ jumlah_rtl }}}} rencana tindak "
        "lanjut (RTL). Sampai laporan ini disusun, {{ capaian }}."
    )


def _thanks() -> str:
    return (
        "Kami berterima kasih kepada masyarakat yang telah memberikan penilaian, serta kepada semua pihak yang "
        "mengerjakan tindak lanjutnya. Saran dan koreksi atas laporan ini kami terima dengan tangan terbuka."
    )
