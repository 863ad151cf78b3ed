"""The words of this room's events in the trail: instruments, and scores that were taken from files."""

from offices.recording.words import Words

WORDS = Words(
    actions={
        "survey.import": "Mengambil nilai survei dari berkas",
        "instrument.load": "Memuat instrumen survei",
    },
    groups={"instrument": "Instrumen survei"},
    kinds={"instrument": "instrumen"},
    fields={
        "files": "Sidik jari berkas nilai",
        "kind": "Jenis isi berkas",
        "instrument": "Instrumen",
        "forms": "Kuesioner",
        "form": "Kuesioner",
        "mapping": "Pemetaan pertanyaan ke unsur",
        "method": "Cara menghitung IKM",
    },
)
