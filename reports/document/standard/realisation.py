"""The standard texts of Bab III, Realisasi Rencana Tindak Lanjut."""

from reports.document.facts import Facts
from reports.document.phrases import upkeep_words

_SO_FAR = "Sampai laporan ini disusun, {{ capaian }}."


def introduction(facts: Facts) -> str:
    if not facts.plans:
        return "Bab ini akan melaporkan realisasi RTL setelah RTL atas hasil SKM {{ periode }} disusun."
    upkeep = f" serta realisasi {upkeep_words(facts)}" if facts.upkeep else ""
    words = "Sudah, Dalam proses, atau Belum" if facts.has_plain_statuses else "Sudah atau Belum"
    under_way = any(fact.plan.realisation.status == "in_progress" for fact in facts.plans)
    noted = [
        *(["masih dalam proses"] if under_way and not facts.has_plain_statuses else []),
        *(["tidak dapat dilaksanakan"] if facts.impossible else []),
    ]
    note = f" Status Belum diberi keterangan apabila RTL {' atau '.join(noted)}." if noted else ""
    return (
        "Bab ini melaporkan realisasi RTL atas hasil SKM {{ periode }} dengan masa tindak lanjut "
        f"{{{{ masa_tindak_lanjut }}}}{upkeep}. Status RTL dicatat sebagai {words}.{note}"
    )


def priorities(facts: Facts) -> str:
    if not facts.plans:
        return "Belum ada RTL yang realisasinya dapat dilaporkan."
    one = len(facts.plans) == 1
    several = sum(bool(priority.plans) for priority in facts.priorities) > 1
    opening = _SO_FAR if several else "Realisasi RTL sampai laporan ini disusun adalah sebagai berikut."
    which = "RTL tersebut" if one else "setiap RTL"
    return (
        f"{opening}\n\n{{{{ uraian_realisasi }}}}\n\nStatus, deskripsi realisasi, bukti dukung, dan tantangan atau "
        f"hambatan {which} disajikan dalam Tabel 3.1."
    )


def upkeep(facts: Facts) -> str:
    if not facts.upkeep:
        return (
            "Kegiatan pemeliharaan unsur bernilai tinggi tidak ditetapkan pada periode ini, sehingga tidak ada "
            "realisasi yang dilaporkan."
        )
    return (
        f"Realisasi {upkeep_words(facts)}, beserta nilai, mutu, bukti dukung, dan penanggung jawabnya, disajikan dalam "
        "Tabel 3.2."
    )


def evaluation(facts: Facts) -> str:
    parts = [_obstacles(facts), _next_survey(facts)]
    if facts.cycle.office.parent is not None:
        parts.append("Laporan ini juga dapat digunakan oleh {{ satker_atasan }} sebagai bahan pemantauan.")
    return "\n\n".join(part for part in parts if part)


def _obstacles(facts: Facts) -> str:
    hindered = [fact for fact in facts.plans if fact.plan.realisation.obstacle]
    if not hindered:
        return ""
    noted = "Tantangan dan hambatan yang dicatat dalam Tabel 3.1 menjadi bahan"
    if all(fact in facts.impossible for fact in hindered):
        return f"{noted} pertimbangan dalam menyusun rencana pada periode berikutnya."
    which = "RTL tersebut" if len(facts.plans) == 1 else "masing-masing RTL"
    return f"{noted} perbaikan bagi penanggung jawab {which}."


def _next_survey(facts: Facts) -> str:
    if not facts.plans:
        return "Tindak lanjut belum dapat dievaluasi karena RTL belum disusun."
    sentences = [
        "Pengaruh tindak lanjut terhadap kepuasan masyarakat baru dapat diketahui dari hasil survei berikutnya."
    ]
    if facts.owed:
        which = "masih dapat dilaksanakan" if facts.impossible else "belum selesai"
        sentences.append(f"RTL yang {which} diteruskan menurut strategi penyelesaian dalam Tabel 4.1.")
    if facts.impossible:
        sentences.append("RTL yang tidak dapat dilaksanakan tidak diteruskan.")
    return " ".join(sentences)
