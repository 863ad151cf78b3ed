"""What is filled in of a survey and of who signs its report, one row for each field. Pure."""

from offices.fields import Field, Kind

START = Field("survey", "start", "Mulai survei", Kind.DAY)
END = Field("survey", "end", "Selesai survei", Kind.DAY)
RESPONDENTS = Field("survey", "respondents", "Jumlah responden", Kind.COUNT)
POPULATION = Field("survey", "population", "Populasi", Kind.COUNT)
REPORT_DATE = Field("survey", "report_date", "Tanggal laporan SKM", Kind.DAY)
DECLARED_INDEX = Field("survey", "declared_index", "IKM yang dipublikasikan", Kind.NUMBER, short="IKM")
DECLARED_GRADES = Field("survey", "declared_grades", "Mutu yang dipublikasikan", Kind.BY_ELEMENT)
SCORES = Field("survey", "scores", "Nilai", Kind.BY_ELEMENT)
SURVEY_FIELDS = (START, END, RESPONDENTS, POPULATION, REPORT_DATE, DECLARED_INDEX, DECLARED_GRADES, SCORES)
REPORT_NUMBER = Field("survey", "report_number", "Nomor laporan SKM")
REPORT_URL = Field("survey", "report_url", "Alamat laporan SKM di internet")
COVERED = Field("survey", "covered", "Layanan yang disurvei")
FORUMS = Field("survey", "forums", "Forum pembahasan hasil SKM")
SOURCE_FIELDS = (REPORT_NUMBER, REPORT_URL, COVERED, FORUMS)
"""Where the results come from and who discussed them; each may be empty."""
EXCEEDS_POPULATION = Field(
    "survey", "exceeds_population", "Responden melebihi populasi, dan demikian tercetak dalam laporan SKM", Kind.FLAG
)
METHOD_UNKNOWN = Field("survey", "method_unknown", "Cara hitung IKM yang dipublikasikan tidak diketahui", Kind.FLAG)
STATED_FIELDS = (EXCEEDS_POPULATION, METHOD_UNKNOWN)
"""What an office states of numbers that do not fit; each is printed as a note where it is so."""

SIGNATORY_NAME = Field("signatory", "name", "Nama penanda tangan", required=True)
SIGNATORY_TITLE = Field("signatory", "title", "Jabatan penanda tangan", required=True)
SIGNATORY_NIP = Field("signatory", "nip", "NIP penanda tangan", short="NIP penanda tangan")
SIGNATORY_FIELDS = (SIGNATORY_NAME, SIGNATORY_TITLE, SIGNATORY_NIP)
"""Their columns and inputs are called ``signatory_name`` and so on: they lie in the survey."""

TEAM = Field("fieldwork", "team", "Pelaksana survei", hint="Satu orang atau unit pada setiap baris, dengan tugasnya.")
MANNER = Field("fieldwork", "manner", "Cara pengumpulan data")
PLACES = Field("fieldwork", "places", "Lokasi pengumpulan data", hint="Satu lokasi pada setiap baris.")
_INSTEAD, _BENEATH = "Menggantikan teks baku.", "Dicetak di bawah uraian yang disusun portal."
BACKGROUND = Field("fieldwork", "background", "Latar belakang (bagian 1.1)", hint=_INSTEAD)
LEGAL = Field(
    "fieldwork",
    "legal",
    "Dasar pelaksanaan (bagian 1.2)",
    hint=f"{_INSTEAD} {{{{ dasar_hukum }}}} memuat peraturannya.",
)
PURPOSE = Field("fieldwork", "purpose", "Maksud dan tujuan (bagian 1.3)", hint=_INSTEAD)
METHOD = Field(
    "fieldwork", "method", "Metode (bagian 2.2)", hint=f"{_INSTEAD} Cara pengumpulan data dicetak di bawahnya."
)
SAMPLE = Field("fieldwork", "sample", "Penjelasan jumlah responden (bagian 2.5)", hint=_BENEATH)
ANALYSIS = Field("fieldwork", "analysis", "Analisis masalah dan kelebihan (bagian 4.1)", hint=_BENEATH)
RECOMMENDATION = Field("fieldwork", "recommendation", "Rekomendasi (bagian 4.2)", hint=_BENEATH)
TREND = Field("fieldwork", "trend", "Penjelasan tren (bagian 4.3)", hint=_BENEATH)
CONCLUSION = Field("fieldwork", "conclusion", "Kesimpulan dan saran (Bab V)", hint=_INSTEAD)
OWN_SECTIONS = {
    "survei.1.1": BACKGROUND,
    "survei.1.2": LEGAL,
    "survei.1.3": PURPOSE,
    "survei.2.2": METHOD,
    "survei.2.5": SAMPLE,
    "survei.4.1": ANALYSIS,
    "survei.4.2": RECOMMENDATION,
    "survei.4.3": TREND,
    "survei.5": CONCLUSION,
}
"""Sections of the survey report that an office may word itself, with placeholders, by their key."""
OWN_TEXTS = tuple(OWN_SECTIONS.values())
FIELDWORK_TEXTS = (TEAM, MANNER, PLACES, *OWN_TEXTS)
LONGEST_OF_FIELDWORK = 5000
MOST_WORKDAYS = 400
ACTIVITIES = {
    "preparation": "Persiapan",
    "collection": "Pengumpulan data",
    "processing": "Pengolahan data dan analisis hasil",
    "reporting": "Penyusunan dan pelaporan hasil",
}
"""What is done in a survey, by the beginning of the keys of its three fields, in the order of Tabel 2.1."""


def activity_fields(key: str) -> tuple[Field, Field, Field]:
    """First and last day of an activity, and how many working days it took."""
    named = ACTIVITIES[key].lower()
    return (
        Field("fieldwork", f"{key}_start", f"Mulai {named}", Kind.DAY),
        Field("fieldwork", f"{key}_end", f"Selesai {named}", Kind.DAY),
        Field("fieldwork", f"{key}_days", f"Hari kerja {named}", Kind.COUNT),
    )


COLLECTION_START, COLLECTION_END, _COLLECTION_DAYS = activity_fields("collection")
FIELDWORK_FIELDS = (*FIELDWORK_TEXTS, *(field for key in ACTIVITIES for field in activity_fields(key)))
"""How a survey was carried out; each may be empty."""
