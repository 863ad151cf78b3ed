"""The standard texts of Bab IV, Kesimpulan, around its computed points."""

from reports.document.facts import Facts


def opening(facts: Facts) -> str:
    if not facts.plans:
        return (
            "RTL atas hasil SKM {{ periode }} pada {{ satker }} belum disusun, sehingga pelaksanaannya belum dapat "
            "disimpulkan."
        )
    return (
        "Berdasarkan pelaksanaan tindak lanjut hasil SKM {{ periode }} pada {{ satker }}, ditarik kesimpulan sebagai "
        "berikut:"
    )


def closing(facts: Facts) -> str:
    if facts.plans and not facts.open:
        every = "seluruh RTL" if len(facts.plans) > 1 else "RTL"
        return (
            f"Dengan demikian, {every} atas hasil SKM {{{{ periode }}}} telah dilaksanakan. Penilaian masyarakat "
            "setelah tindak lanjut itu baru dapat diketahui dari survei pada periode berikutnya."
        )
    return (
        "Demikian laporan ini disusun sebagai pertanggungjawaban atas tindak lanjut SKM {{ periode }} dan sebagai "
        "bahan penyusunan rencana tindak lanjut pada periode berikutnya."
    )
