"""The standard texts of Bab II, Deskripsi Rencana Tindak Lanjut."""

from reports.document.facts import Facts
from reports.document.phrases import survey_details
from reports.words.language import ordinal_word


def results(facts: Facts) -> str:
    opening = (
        "SKM {{ periode }} pada {{ satker }} menilai {{ jumlah_unsur }} unsur pelayanan dengan skala 1 sampai dengan 4."
    )
    if survey_details(facts):
        opening = f"{opening} {{{{ keterangan_survei }}}}"
    if facts.index is None:
        return f"{opening}\n\nNilai unsur belum dimasukkan, sehingga IKM dan mutu pelayanan belum dapat dihitung."
    return (
        f"{opening}\n\nIKM yang diperoleh adalah **{{{{ ikm }}}}** dengan mutu pelayanan "
        "**{{ mutu_lengkap }}**. Nilai rata-rata dan mutu setiap unsur disajikan dalam Tabel 2.1 dan "
        "digambarkan dalam Grafik 2.1."
    )


def priorities(facts: Facts) -> str:
    if not facts.priorities:
        return "Unsur prioritas tindak lanjut atas hasil SKM {{ periode }} belum ditetapkan."
    return f"{_chosen(facts)}\n\n{{{{ uraian_prioritas }}}}"


def _chosen(facts: Facts) -> str:
    if len(facts.priorities) == len(facts.elements):
        return "Seluruh unsur pelayanan yang dinilai ditetapkan sebagai unsur prioritas tindak lanjut."
    told_apart = facts.priorities_are_lowest and not facts.all_equal
    which = f"{ordinal_word(len(facts.priorities))} unsur" if len(facts.priorities) > 1 else "unsur"
    lower = f" Tidak ada unsur lain yang memperoleh nilai lebih rendah daripada {which} tersebut."
    lowest = lower if told_apart else ""
    if len(facts.priorities) == 1:
        return (
            "Dari {{ jumlah_unsur }} unsur yang dinilai, satu unsur ditetapkan sebagai prioritas tindak lanjut, "
            f"yaitu {{{{ daftar_prioritas }}}}.{lowest}"
        )
    return (
        "Dari {{ jumlah_unsur }} unsur yang dinilai, {{ jumlah_prioritas }} unsur ditetapkan sebagai prioritas "
        f"tindak lanjut, yaitu {{{{ daftar_prioritas }}}}.{lowest}"
    )


def plans(facts: Facts) -> str:
    if not facts.plans:
        return "Rencana tindak lanjut (RTL) atas hasil SKM {{ periode }} belum disusun."
    indicator = "indikator, " if any(fact.plan.indicator for fact in facts.plans) else ""
    target = "target, " if any(fact.plan.target for fact in facts.plans) else ""
    which = "RTL tersebut" if len(facts.plans) == 1 else "setiap RTL"
    opening = (
        "Untuk memperbaiki unsur prioritas disusun satu rencana tindak lanjut (RTL)"
        if len(facts.plans) == 1
        else "Untuk memperbaiki unsur prioritas disusun {{ jumlah_rtl }} rencana tindak lanjut (RTL)"
    )
    return (
        f"{opening} dengan masa tindak lanjut {{{{ masa_tindak_lanjut }}}}.\n\n{{{{ uraian_rencana }}}}\n\n"
        f"Program/kegiatan, {indicator}{target}waktu pelaksanaan, dan penanggung jawab {which} disajikan dalam "
        "Tabel 2.2."
    )


def upkeep(facts: Facts) -> str:
    if not facts.upkeep:
        return "Pada periode ini tidak ditetapkan kegiatan pemeliharaan unsur bernilai tinggi."
    which = "Unsur dengan nilai tinggi dipelihara" if facts.upkeep_is_high else "Unsur pelayanan dipelihara"
    return (
        f"{which} agar mutunya dapat dipertahankan. Pada periode ini pemeliharaan "
        "mencakup unsur {{ daftar_pemeliharaan }}.\n\n{{ uraian_rencana_pemeliharaan }}\n\n"
        "Bentuk realisasinya disajikan dalam Tabel 3.2."
    )
