"""The words of this room's events in the trail: instruments, and scores that were taken from files."""

from offices.recording.words import Words
from surveys.fields import FIELDWORK_FIELDS
from surveys.models import Decision
from surveys.profiles import MARGINS

WORDS = Words(
    actions={
        "survey.import": "Mengambil nilai survei dari berkas",
        "survey.answers_out": "Mengunduh nilai jawaban responden",
        "survey.answers_delete": "Menghapus jawaban responden yang disimpan",
        "survey.answers_expire": "Jawaban responden dihapus karena lewat masa simpannya",
        "survey.services": "Mengetik hasil per layanan",
        "survey.profile": "Mengubah profil responden",
        "survey.fieldwork": "Mengubah pelaksanaan survei",
        "suggestion.release": "Merilis saran responden",
        "suggestion.keep": "Menahan saran responden",
        "suggestion.delete": "Menghapus saran responden",
        "instrument.load": "Memuat instrumen survei",
        "service.add": "Menambah jenis layanan",
        "service.rename": "Mengubah nama jenis layanan",
        "service.move": "Mengubah urutan jenis layanan",
        "service.retire": "Menandai jenis layanan tidak dipakai",
        "service.restore": "Memakai kembali jenis layanan",
        "service.delete": "Menghapus jenis layanan",
    },
    groups={"instrument": "Instrumen survei", "service": "Jenis layanan", "suggestion": "Saran responden"},
    kinds={"instrument": "instrumen", "service": "jenis layanan"},
    fields={
        **{key: margin.label for key, margin in MARGINS.items()},
        **{field.key: field.label for field in FIELDWORK_FIELDS},
        "in_use": "Dipakai",
        "services": "Nilai per layanan",
        "kept": "Jawaban responden yang disimpan",
        "questions": "Nilai per pertanyaan",
        "suggestions": "Saran responden",
        **dict(Decision.choices),
        "files": "Nilai hash berkas nilai",
        "basis": "Dasar nilai",
        "kind": "Jenis isi berkas",
        "instrument": "Instrumen",
        "forms": "Kuesioner",
        "form": "Kuesioner",
        "mapping": "Pemetaan pertanyaan ke unsur",
        "method": "Cara menghitung IKM",
        "settled": "Jawaban atas pertanyaan tentang berkas",
    },
    personal=frozenset({"team"}),
)
