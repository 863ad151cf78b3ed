"""The words of this room's events in the trail."""

from offices.recording.words import Words

WORDS = Words(
    actions={
        "evidence_pack.download": "Mengunduh paket bukti",
        "evidence_pack.name": "Mengatur nama dalam paket bukti",
    },
    groups={"evidence_pack": "Paket bukti"},
    kinds={},
    fields={
        "recipient": "penerima",
        "year": "tahun",
        "packed": "jumlah berkas dalam paket",
        "lacking": "bukti yang belum ada",
        "evidence_names": "nama dalam paket",
    },
)
