"""What each recipient of evidence asks for: folders, what belongs into them and what must be there. Pure.

A list is a row with its source and the year of that. A change is another row; an office may give names of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

EARLIER, NOW = 1, 0
"""Years, counted back from that of the pack."""
BOTH = (EARLIER, NOW)


class Kind(Enum):
    """What a file of the pack is. The value names it in addresses and forms; papers of a cycle keep their key."""

    SURVEY_REPORT = "survey_report"
    FOLLOW_UP = "follow_up"
    COMPLETION = "addendum"
    RESULTS_PUBLISHED = "published_results"
    FOLLOW_UP_PUBLISHED = "published_follow_up"
    REPORT_PUBLISHED = "published_report"
    QUESTIONNAIRE = "questionnaire"
    SURVEY_PHOTO = "survey_photo"
    TEAM_DECREE = "team_decree"
    PLENARY_RECORD = "plenary_record"
    INVITATION = "invitation"
    ATTENDANCE = "attendance"
    MINUTES = "minutes"
    MEETING_RECORD = "meeting_record"
    FORUM_RECORD = "forum_record"
    SERVICE_STANDARD = "service_standard"
    RECEIPT = "receipt"

    @property
    def label(self) -> str:
        return _LABELS[self]

    @property
    def usual_name(self) -> str:
        """What its files are called where nobody says otherwise."""
        return self.label.upper().replace(" ", "_")


_LABELS = {
    Kind.SURVEY_REPORT: "Laporan SKM",
    Kind.FOLLOW_UP: "Laporan Tindak Lanjut SKM",
    Kind.COMPLETION: "Laporan Penyelesaian RTL",
    Kind.RESULTS_PUBLISHED: "Publikasi Hasil SKM",
    Kind.FOLLOW_UP_PUBLISHED: "Publikasi Tindak Lanjut",
    Kind.REPORT_PUBLISHED: "Publikasi Laporan Tindak Lanjut",
    Kind.QUESTIONNAIRE: "Kuesioner",
    Kind.SURVEY_PHOTO: "Dokumentasi Survei",
    Kind.TEAM_DECREE: "SK Tim",
    Kind.PLENARY_RECORD: "Berita Acara Pleno",
    Kind.INVITATION: "Undangan",
    Kind.ATTENDANCE: "Daftar Hadir",
    Kind.MINUTES: "Notulen",
    Kind.MEETING_RECORD: "Berita Acara Rapat",
    Kind.FORUM_RECORD: "Berita Acara FKP",
    Kind.SERVICE_STANDARD: "Standar Pelayanan",
    Kind.RECEIPT: "Tanda Terima",
}


@dataclass(frozen=True, slots=True)
class Folder:
    """``usual_name``: of the folder. ``wanted``: of which years each kind is asked for; other papers may lie here."""

    key: str
    usual_name: str
    title: str
    kinds: tuple[Kind, ...]
    wanted: Mapping[Kind, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class EvidenceList:
    """``year``: of the source. ``note``: what has to be known of it. ``has_form``: whether form F01 goes with it."""

    key: str
    name: str
    source: str
    year: int
    folders: tuple[Folder, ...]
    note: str = ""
    has_form: bool = False


_SURVEYED = (
    Kind.SURVEY_REPORT,
    Kind.QUESTIONNAIRE,
    Kind.SURVEY_PHOTO,
    Kind.TEAM_DECREE,
    Kind.PLENARY_RECORD,
)
_DECIDED = (Kind.FORUM_RECORD, Kind.MEETING_RECORD, Kind.INVITATION, Kind.ATTENDANCE, Kind.MINUTES)
_PUBLISHED = (Kind.RESULTS_PUBLISHED, Kind.FOLLOW_UP_PUBLISHED, Kind.REPORT_PUBLISHED)
_FOLLOWED_UP = (Kind.FOLLOW_UP, Kind.COMPLETION)

PEKPPP = EvidenceList(
    key="pekppp",
    name="PEKPPP, indikator 6–9",
    source=(
        "PermenPANRB 29/2022 sebagaimana diubah dengan PermenPANRB 4/2023, dan Pedoman Menteri PANRB 5/2023 "
        "(instrumen F01, F02, F03)"
    ),
    year=2023,
    folders=(
        Folder(
            key="6",
            usual_name="1_6",
            title="Indikator 6: pelaksanaan SKM sesuai peraturan",
            kinds=(*_SURVEYED, Kind.RESULTS_PUBLISHED, *_FOLLOWED_UP),
            wanted={Kind.SURVEY_REPORT: BOTH, Kind.SURVEY_PHOTO: (NOW,), Kind.RESULTS_PUBLISHED: (NOW,)},
        ),
        Folder(
            key="7",
            usual_name="1_7",
            title="Indikator 7: media publikasi",
            kinds=_PUBLISHED,
            wanted={Kind.RESULTS_PUBLISHED: (NOW,)},
        ),
        Folder(
            key="8",
            usual_name="1_8",
            title="Indikator 8: persentase RTL yang selesai",
            kinds=(Kind.SURVEY_REPORT, *_DECIDED, *_FOLLOWED_UP, Kind.RECEIPT),
            wanted={Kind.SURVEY_REPORT: (EARLIER,), Kind.FOLLOW_UP: (EARLIER,)},
        ),
        Folder(
            key="9",
            usual_name="1_9",
            title="Indikator 9: kecepatan tindak lanjut",
            kinds=(Kind.SURVEY_REPORT, *_FOLLOWED_UP, Kind.SERVICE_STANDARD),
            wanted={Kind.SURVEY_REPORT: BOTH, Kind.FOLLOW_UP: BOTH},
        ),
    ),
    note="Nama folder mengikuti kebiasaan unggahan: nomor aspek, lalu nomor indikator.",
    has_form=True,
)
ZI = EvidenceList(
    key="zi",
    name="Zona Integritas, A.1.VI.iv",
    source="Lembar Kerja Evaluasi Zona Integritas (PermenPANRB 90/2021), butir A.1.VI.iv",
    year=2021,
    folders=(
        Folder(
            key="a",
            usual_name="A1_VI_IV_A",
            title="A.1.VI.iv.a: survei kepuasan masyarakat dilakukan",
            kinds=(*_SURVEYED, *_DECIDED),
            wanted={Kind.SURVEY_REPORT: BOTH},
        ),
        Folder(
            key="b",
            usual_name="A1_VI_IV_B",
            title="A.1.VI.iv.b: hasil survei dapat diakses secara terbuka",
            kinds=_PUBLISHED,
            wanted={Kind.RESULTS_PUBLISHED: BOTH},
        ),
        Folder(
            key="c",
            usual_name="A1_VI_IV_C",
            title="A.1.VI.iv.c: hasil survei ditindaklanjuti",
            kinds=(*_FOLLOWED_UP, Kind.SERVICE_STANDARD, Kind.RECEIPT),
            wanted={Kind.FOLLOW_UP: BOTH},
        ),
    ),
    note="Lembar kerja itu tidak menetapkan nama folder; nama bawaan mengikuti nomor butirnya.",
)
REFORM = EvidenceList(
    key="rb",
    name="Reformasi Birokrasi KPU",
    source="Surat Sekretaris Jenderal KPU 2981/ORT.07-SD/01/2025 tentang Pelaksanaan SKM Tahun 2025",
    year=2025,
    folders=(
        Folder(
            key="survey",
            usual_name="01_PELAKSANAAN_SKM",
            title="Pelaksanaan SKM",
            kinds=_SURVEYED,
            wanted={Kind.SURVEY_REPORT: BOTH},
        ),
        Folder(
            key="publication",
            usual_name="02_PUBLIKASI_HASIL_SKM",
            title="Publikasi hasil SKM",
            kinds=_PUBLISHED,
            wanted={Kind.RESULTS_PUBLISHED: BOTH},
        ),
        Folder(
            key="follow_up",
            usual_name="03_TINDAK_LANJUT_SKM",
            title="Tindak lanjut hasil SKM",
            kinds=(*_DECIDED, *_FOLLOWED_UP, Kind.SERVICE_STANDARD, Kind.RECEIPT),
            wanted={Kind.FOLLOW_UP: BOTH},
        ),
    ),
    note=(
        "Surat itu menyebut SKM sebagai komponen Evaluasi Reformasi Birokrasi KPU dan tidak menetapkan nama folder; "
        "sesuaikan bila penilai memintanya."
    ),
)
LISTS = {each.key: each for each in (PEKPPP, ZI, REFORM)}
