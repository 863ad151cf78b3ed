"""Rules on the office and its signatory: address, contact, post, staff number; and on the report's own date. Pure."""

import re

from followups.progress import months_to_report
from offices import fields
from offices.nip import check_nip
from reports.document import fields as printed
from reports.rules.case import Case
from reports.rules.days import last_day, period_ended, report_month
from reports.rules.finding import Fault, Place
from reports.rules.rule import Faults, rule
from reports.rules.typed.other_office import is_of_another_region, strangers_in
from reports.rules.words import word_set, words
from reports.words.language import join_list

_CAPITAL_I = re.compile(r"\bJI\b\.?")
_CRAMPED = re.compile(r"\bNo\.\d")
_ENGLISH = word_set("central east west north south street road regency district city village subdistrict")
_VACANT = word_set("kosong lowong vacant nihil")
_CONTRACT = "21"


@rule("F16", "warn", "Alamat yang salah tulis; Saran bila hanya rapat.")
def address_miswritten(case: Case) -> Faults:
    address = case.cycle.office.address or ""
    place = Place(printed.CONTACT[fields.ADDRESS])
    if match := _CAPITAL_I.search(address):
        yield Fault(place, f"Alamat memuat “{match[0]}” dengan huruf I; tulis “Jl.” atau “Jalan”.", (address, "JI"))
    if english := [word for word in words(address) if word in _ENGLISH]:
        yield Fault(
            place, f"Alamat memuat kata Inggris “{english[0]}”; tulis nama tempat dalam bahasa Indonesia.", (address,)
        )
    if match := _CRAMPED.search(address):
        yield Fault(place, f"“{match[0]}…” ditulis rapat; beri spasi sesudah “No.”.", (address, "No."), severity="info")


@rule("T8", "info", "Laporan tanpa nomor dokumen.", "reporting")
def number_missing(case: Case) -> Faults:
    if case.document.signing and not case.document.signing.number:
        yield Fault(
            Place(printed.NUMBER),
            "Laporan belum bernomor dokumen; isi nomornya bila satuan kerja menomori laporan ini.",
            ("",),
        )


@rule(
    "T9",
    "info",
    "Laporan terbit lebih dari enam bulan sesudah periode survei, dua belas bulan sesudah setahun.",
    "reporting",
    aside=True,
)
def reported_late(case: Case) -> Faults:
    month = report_month(case)
    ended = period_ended(case)
    most = months_to_report(case.cycle.survey.span.kind)
    if month and month > ended.plus(most):
        yield Fault(
            Place(printed.REPORT_MONTH),
            f"Laporan terbit lebih dari {most} bulan sesudah periode survei berakhir; kecepatan tindak "
            "lanjut dinilai dalam evaluasi pelayanan publik.",
            (month, ended),
        )


@rule("K32", "warn", "NIP penanda tangan tidak mungkin; Saran bila kosong.")
def staff_number_wrong(case: Case) -> Faults:
    nip = case.cycle.signatory.nip
    place = Place(printed.SIGNATORY_NIP)
    if nip is None:
        yield Fault(place, "NIP penanda tangan belum diisi; isi bila ia seorang pegawai.", ("",), severity="info")
        return
    as_of = last_day(case) or case.cycle.followup.end.plus(1).first_day
    try:
        check_nip(nip, pppk=nip[12:14] == _CONTRACT, today=as_of)
    except ValueError as error:
        yield Fault(place, f"{error} Periksa NIP penanda tangan.", (nip,))


@rule("K33", "warn", "Jabatan penanda tangan lowong.")
def post_vacant(case: Case) -> Faults:
    name = words(case.cycle.signatory.name)
    if not name or _VACANT & set(name):
        yield Fault(
            Place(printed.SIGNATORY_NAME),
            "Penanda tangan belum ada; isi nama pejabat yang menandatangani, termasuk pelaksana tugas.",
            (case.cycle.signatory.name,),
        )


@rule("K36", "info", "Bulan laporan belum diisi.", "reporting")
def month_missing(case: Case) -> Faults:
    if report_month(case) is None:
        yield Fault(
            Place(printed.REPORT_MONTH),
            "Bulan laporan belum diisi; tanpa bulan itu draf tercetak tanpa bulan di samping tempatnya.",
            ("",),
        )


@rule("K37", "info", "Alamat, telepon, surel, atau situs web satuan kerja belum diisi.")
def contact_missing(case: Case) -> Faults:
    office = case.cycle.office
    for field, contact in printed.CONTACT.items():
        if not getattr(office, field.key):
            yield Fault(
                Place(contact),
                "Profil satuan kerja belum lengkap; isi data ini agar tercetak pada sampul.",
                (field.label,),
            )


@rule("K69", "block", "Nama satuan kerja lain: wilayah lain pada nama singkat; Perlu penjelasan bila hanya disebut.")
def another_office(case: Case) -> Faults:
    """Every standard text bears the short name, the cover the whole one: both are of one office."""
    office = case.cycle.office
    if is_of_another_region(office.short_name, office.name):
        yield Fault(
            Place(printed.SHORT_NAME),
            f"Nama singkat “{office.short_name}” menyebut wilayah lain daripada nama pada sampul, “{office.name}”; "
            "samakan keduanya.",
            (office.short_name, office.name),
        )
        return
    parent = (office.parent.name, office.parent.short_name) if office.parent else ()
    texts = {
        printed.SHORT_NAME: (office.short_name, (office.name,)),
        printed.SIGNATORY_TITLE: (case.cycle.signatory.title, (office.name, office.short_name)),
    }
    for field, (text, own) in texts.items():
        if others := strangers_in(text, (*own, *parent)):
            yield Fault(
                Place(field),
                f"{field.name} menyebut {join_list(others)}, bukan {office.name}; perbaiki, atau jelaskan.",
                (field.name, text, office.name),
                severity="warn",
            )


@rule("K76", "info", "Tempat penandatanganan di luar tempat satuan kerja.")
def signed_elsewhere(case: Case) -> Faults:
    office = case.cycle.office
    parent = (office.parent.name, office.parent.short_name) if office.parent else ()
    place = frozenset(words(office.place))
    own = frozenset(words(" ".join((office.name, office.short_name, office.address or "", *parent))))
    if office.address and place and not place & own:
        yield Fault(
            Place(printed.SIGNING_PLACE),
            f"{office.place} tidak terdapat dalam nama atau alamat satuan kerja; pastikan tempat ini benar.",
            (office.place,),
        )
