"""What is filled in of a follow-up, one row for each field, in the order of the cycle file. Pure.

docs/architecture.md tells what takes its words and its way from here, and what to do for one field more.
"""

from offices.fields import Field, Kind
from surveys.fields import END, REPORT_DATE, START

LONGEST_TEXT = 4000
"""Of a text that is typed or pasted; a cycle file may bring longer ones."""

REPORT_MONTH = Field("followup", "report_month", "Bulan laporan", Kind.MONTH)
PRIORITIES = Field("followup", "priorities", "Unsur prioritas", Kind.CHOICE)
RATIONALE = Field(
    "priority",
    "rationale",
    "Permasalahan",
    hint="Misalnya: Pengguna menunggu lebih dari satu jam, karena saat istirahat hanya satu petugas yang berjaga.",
)
PLANS = Field("priority", "plans", "RTL")

PROGRAMME = Field("plan", "programme", "Program/kegiatan", short="nama", required=True)
INDICATOR = Field("plan", "indicator", "Indikator")
TARGET = Field("plan", "target", "Target")
PLAN_MONTHS = Field("plan", "months", "Bulan pelaksanaan", Kind.MONTHS, short="bulan rencana")
PLAN_UNITS = Field("plan", "units", "Penanggung jawab", Kind.UNITS)
LEAD = Field("plan", "lead", "Koordinator", Kind.UNIT)
PLAN_OTHERS = Field("plan", "others", "Penanggung jawab lain", Kind.NAMES)
PLAN_FIELDS = (PROGRAMME, INDICATOR, TARGET, PLAN_MONTHS, PLAN_UNITS, LEAD, PLAN_OTHERS)
PLAN_TEXTS = tuple(field for field in PLAN_FIELDS if field.kind is Kind.TEXT)
PLAN_DETAILS = PLAN_TEXTS[1:]
"""What stands beneath the programme in tables of plans, each after its label."""

STATUS = Field("realisation", "status", "Status", Kind.CHOICE, required=True)
DESCRIPTION = Field(
    "realisation", "description", "Deskripsi realisasi", hint="Apa yang dilaksanakan, oleh siapa, dan hasilnya."
)
OBSTACLE = Field("realisation", "obstacle", "Tantangan/hambatan", short="hambatan", hint="Kosongkan bila tidak ada.")
REALISED_MONTHS = Field("realisation", "months", "Bulan pelaksanaan", Kind.MONTHS, short="bulan realisasi")
COMPLETED_ON = Field("realisation", "completed_on", "Tanggal selesai", Kind.DAY)
REALISATION_FIELDS = (STATUS, DESCRIPTION, OBSTACLE, REALISED_MONTHS, COMPLETED_ON)

REASON = Field(
    "completion",
    "reason",
    "Alasan belum dilaksanakan",
    short="alasan belum selesai",
    hint="Mengapa RTL ini belum atau tidak dapat dilaksanakan.",
)
STRATEGY = Field("completion", "strategy", "Strategi penyelesaian", hint="Bagaimana RTL ini akan diselesaikan.")
EARLIEST = Field("completion", "earliest", "Mulai diselesaikan", Kind.MONTH)
LATEST = Field("completion", "latest", "Target selesai", Kind.MONTH)
COMPLETION_UNITS = Field("completion", "units", "Penanggung jawab penyelesaian", Kind.UNITS)
COMPLETION_OTHERS = Field("completion", "others", "Penanggung jawab penyelesaian lain", Kind.NAMES)
COMPLETION_FIELDS = (REASON, STRATEGY, EARLIEST, LATEST, COMPLETION_UNITS, COMPLETION_OTHERS)

UPKEEP_ELEMENT = Field("upkeep", "element", "Unsur", Kind.CHOICE, required=True)
UPKEEP_PLAN = Field("upkeep", "plan", "Rencana pemeliharaan", short="rencana")
UPKEEP_ACTIVITY = Field("upkeep", "activity", "Bentuk realisasi", short="kegiatan")
UPKEEP_UNITS = Field("upkeep", "units", "Penanggung jawab", Kind.UNITS)
UPKEEP_OTHERS = Field("upkeep", "others", "Penanggung jawab lain", Kind.NAMES)
UPKEEP_FIELDS = (UPKEEP_ELEMENT, UPKEEP_PLAN, UPKEEP_ACTIVITY, UPKEEP_UNITS, UPKEEP_OTHERS)

NOTE = Field(
    "evidence",
    "note",
    "Uraian foto",
    short="keterangan bukti dukung",
    hint="Dicetak sebelum foto-foto ini, misalnya untuk menjelaskan kegiatannya.",
)
PHOTOS = Field("evidence", "photos", "Foto", Kind.FILES)
WEB_PAGES = Field("evidence", "web_pages", "Laman web", Kind.FILES, short="laman bukti")
EVIDENCE_FIELDS = (NOTE, PHOTOS, WEB_PAGES)
PHOTO_FILE = Field("photo", "file", "Berkas", Kind.FILE, required=True)
CAPTION = Field("photo", "caption", "Keterangan gambar")
TAKEN_ON = Field("photo", "taken_on", "Tanggal pengambilan", Kind.DAY)
PHOTO_FIELDS = (PHOTO_FILE, CAPTION, TAKEN_ON)
WEB_ADDRESS = Field("web page", "address", "Alamat laman", required=True)
WEB_CAPTION = Field("web page", "caption", "Keterangan laman", required=True)
OPENED_ON = Field("web page", "opened_on", "Tanggal diakses", Kind.DAY, required=True)
WEB_PAGE_FIELDS = (WEB_ADDRESS, WEB_CAPTION, OPENED_ON)

EARLIER_INDEX = Field("earlier", "index", "IKM", Kind.NUMBER, short="IKM")
PLANS_DONE = Field("earlier", "plans_done", "RTL yang selesai", Kind.COUNT, short="RTL yang selesai")
PLANS_TOTAL = Field("earlier", "plans_total", "RTL yang direncanakan", Kind.COUNT, short="RTL yang direncanakan")
EARLIER_FIELDS = (EARLIER_INDEX, PLANS_DONE, PLANS_TOTAL, START, END, REPORT_DATE)
"""What is recorded by hand of an earlier period, beside its scores."""


def details_of(plan: object) -> tuple[tuple[str, str], ...]:
    """Label and text of each detail that a plan has: a row, or the plan of a cycle."""
    texts = ((field.label, getattr(plan, field.key)) for field in PLAN_DETAILS)
    return tuple((label, text) for label, text in texts if text)


PUBLISHED = {"results": "Hasil SKM", "follow_up": "Tindak lanjut", "report": "Laporan tindak lanjut"}
"""What is made public, as the log of publications and the report call it."""
MEDIA = {
    "printed": "Media cetak/non-elektronik",
    "electronic": "Media elektronik",
    "social": "Media sosial",
    "website": "Situs web atau subsitus",
    "application": "Aplikasi yang dapat diunduh",
    "billboard": "Papan reklame",
}
"""The kinds of media that indicator 7 of PEKPPP counts, in its order."""
MOST_PUBLICATIONS = 60
"""In the log of one cycle."""
LONGEST_PLACE = 200
