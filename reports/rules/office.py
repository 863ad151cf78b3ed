"""Rules on the office and its signatory: address, contact, post, staff number; and on the report's own date. Pure."""

import re
from datetime import date

from offices.nip import check_nip
from reports.document.model import ReportDocument
from reports.rules.days import last_day, report_month, semester_ended
from reports.rules.finding import Fault, Found, Place, Rule
from reports.rules.rows import END_CHAPTER
from reports.rules.words import word_set, words

BACK = "Sampul belakang"
_CAPITAL_I = re.compile(r"\bJI\b\.?")
_CRAMPED = re.compile(r"\bNo\.\d")
_ENGLISH = word_set("central east west north south street road regency district city village subdistrict")
_VACANT = word_set("kosong lowong vacant nihil")
_CONTRACT = "21"
MONTHS_TO_REPORT = 6


def address_miswritten(document: ReportDocument) -> Found:
    address = document.source.office.address or ""
    place = Place(BACK, "", "", "Alamat")
    if found := _CAPITAL_I.search(address):
        yield Fault(place, f"Alamat memuat “{found[0]}” dengan huruf I; tulis “Jl.” atau “Jalan”.", (address, "JI"))
    if english := [word for word in words(address) if word in _ENGLISH]:
        yield Fault(
            place, f"Alamat memuat kata Inggris “{english[0]}”; tulis nama tempat dalam bahasa Indonesia.", (address,)
        )
    if found := _CRAMPED.search(address):
        yield Fault(place, f"“{found[0]}…” ditulis rapat; beri spasi sesudah “No.”.", (address, "No."), severity="info")


def contact_missing(document: ReportDocument) -> Found:
    office = document.source.office
    known = {"Alamat": office.address, "Telepon": office.phone, "Surel": office.email, "Situs web": office.website}
    for field, text in known.items():
        if not text:
            yield Fault(
                Place(BACK, "", "", field),
                "Profil satuan kerja belum lengkap; isi data ini agar tercetak pada sampul.",
                (field,),
            )


def post_vacant(document: ReportDocument) -> Found:
    name = words(document.source.signatory.name)
    if not name or _VACANT & set(name):
        yield Fault(
            Place(END_CHAPTER, "", "", "Nama penanda tangan"),
            "Penanda tangan belum ada; isi nama pejabat yang menandatangani, termasuk pelaksana tugas.",
            (document.source.signatory.name,),
        )


def staff_number_wrong(document: ReportDocument) -> Found:
    nip = document.source.signatory.nip
    place = Place(END_CHAPTER, "", "", "NIP penanda tangan")
    if nip is None:
        yield Fault(place, "NIP penanda tangan belum diisi; isi bila ia seorang pegawai.", ("",), severity="info")
        return
    try:
        check_nip(nip, pppk=nip[12:14] == _CONTRACT, today=_as_of(document))
    except ValueError as error:
        yield Fault(place, f"{error} Periksa NIP penanda tangan.", (nip,))


def _as_of(document: ReportDocument) -> date:
    followup = document.source.followup
    return last_day(document) or followup.end.plus(1).first_day


def number_missing(document: ReportDocument) -> Found:
    if document.signing and not document.signing.number:
        yield Fault(
            Place(END_CHAPTER, "", "", "Nomor dokumen"),
            "Laporan belum bernomor dokumen; isi nomornya bila satuan kerja menomori laporan ini.",
            ("",),
        )


def month_missing(document: ReportDocument) -> Found:
    if report_month(document) is None:
        yield Fault(
            Place(END_CHAPTER, "", "", "Bulan laporan"),
            "Bulan laporan belum diisi; batas waktu strategi dihitung dari bulan sesudah masa tindak lanjut.",
            ("",),
        )


def reported_late(document: ReportDocument) -> Found:
    month, ended = report_month(document), semester_ended(document)
    if month and month > ended.plus(MONTHS_TO_REPORT):
        yield Fault(
            Place(END_CHAPTER, "", "", "Bulan laporan"),
            f"Laporan terbit lebih dari {MONTHS_TO_REPORT} bulan sesudah semester survei berakhir; kecepatan tindak "
            "lanjut dinilai dalam evaluasi pelayanan publik.",
            (month, ended),
        )


RULES = (
    Rule("F16", "warn", "Alamat yang salah tulis; Saran bila hanya rapat.", address_miswritten),
    Rule("T8", "info", "Laporan tanpa nomor dokumen.", number_missing, "reporting"),
    Rule("T9", "info", "Laporan terbit lebih dari enam bulan sesudah semester survei.", reported_late, "reporting"),
    Rule("K32", "warn", "NIP penanda tangan tidak mungkin; Saran bila kosong.", staff_number_wrong),
    Rule("K33", "warn", "Jabatan penanda tangan lowong.", post_vacant),
    Rule("K36", "info", "Bulan laporan belum diisi.", month_missing, "reporting"),
    Rule("K37", "info", "Alamat, telepon, surel, atau situs web satuan kerja belum diisi.", contact_missing),
)
