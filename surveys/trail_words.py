"""The words of this room's events in the trail: scores that were taken from files."""

from offices.recording.words import Words

WORDS = Words(
    actions={"survey.import": "Mengambil nilai survei dari berkas"},
    groups={},
    kinds={},
    fields={
        "files": "Sidik jari berkas nilai",
        "kind": "Jenis isi berkas",
        "form": "Kuesioner",
        "mapping": "Pemetaan pertanyaan ke unsur",
        "method": "Cara menghitung IKM",
    },
)
