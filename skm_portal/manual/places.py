"""Which section of the user guide explains which page. Pages without a row are explained by the guide's beginning."""

from skm_portal.manual.chapters import FIRST, Chapter, Section, chapters

PLACES = {
    "home": (FIRST, "arti-tanda"),
    "account": (FIRST, "masuk-dan-keluar"),
    "notices": (FIRST, "pemberitahuan"),
    "account_mail": (FIRST, "pemberitahuan"),
    "account_login": (FIRST, "masuk-dan-keluar"),
    "account_reauthenticate": (FIRST, "pastikan-ini-anda"),
    "mfa_authenticate": (FIRST, "ponsel-hilang"),
    "lost_phones": (FIRST, "ponsel-hilang"),
    "cycle_list": (FIRST, "arti-tanda"),
    "cycle_overview": (FIRST, "arti-tanda"),
    "realisations": ("operator", "mengisi-realisasi"),
    "realisation": ("operator", "mengisi-realisasi"),
    "approvals": ("kasubbag", "menyetujui-atau-mengembalikan"),
    "approvals_everywhere": ("kasubbag", "menyetujui-atau-mengembalikan"),
    "paraf": ("kasubbag", "memberi-paraf-pada-draf-laporan"),
    "plan_timeline": ("kasubbag", "melihat-riwayat-sebuah-rtl"),
    "plan_continue": ("operator", "rtl-yang-dijanjikan-dalam-laporan-yang-sudah-ditandatangani"),
    "carried_over": ("admin", "membawa-yang-tersisa-dari-periode-sebelumnya"),
    "evidence_place": ("operator", "menambah-foto"),
    "office_profile": ("admin", "profil-gambar-dan-unit"),
    "office_pictures": ("admin", "profil-gambar-dan-unit"),
    "office_units": ("admin", "profil-gambar-dan-unit"),
    "people": ("admin", "pengguna"),
    "person": ("admin", "pengguna"),
    "person_new": ("admin", "pengguna"),
    "survey": ("admin", "siklus-dan-hasil-survei"),
    "survey_new": ("admin", "siklus-dan-hasil-survei"),
    "survey_files": ("admin", "memasukkan-nilai-survei"),
    "survey_reading": ("admin", "memasukkan-nilai-survei"),
    "survey_answers": ("admin", "membaca-hasil-survei"),
    "earlier_periods": ("admin", "periode-sebelumnya"),
    "earlier_period": ("admin", "periode-sebelumnya"),
    "start": ("admin", "dari-kosong-sampai-draf-lengkap"),
    "services": ("admin", "profil-gambar-dan-unit"),
    "reader_notes": ("sekretaris", "menulis-catatan-untuk-admin"),
    "keys_waiting": ("admin", "kunci-penanda-tangan"),
    "signing_key": ("sekretaris", "menandatangani-dengan-salah-satu-dari-tiga-cara"),
    "plan_new": ("admin", "rencana-tindak-lanjut"),
    "plan_edit": ("admin", "rencana-tindak-lanjut"),
    "results": ("admin", "membaca-hasil-survei"),
    "suggestions": ("admin", "saran-responden"),
    "priorities": ("admin", "unsur-prioritas"),
    "plan_paste": ("admin", "menempel-rencana-dari-spreadsheet"),
    "upkeep_paste": ("admin", "menempel-rencana-dari-spreadsheet"),
    "plan_table": ("admin", "rencana-tindak-lanjut"),
    "upkeep": ("admin", "rencana-tindak-lanjut"),
    "evidence": ("admin", "bukti-dukung"),
    "photo_retouch": ("admin", "memutar-memotong-dan-menyamarkan-foto"),
    "papers": ("admin", "berkas-siklus"),
    "paper": ("admin", "berkas-siklus"),
    "texts": ("sekretaris", "menyunting-teks-laporan"),
    "text": ("sekretaris", "menyunting-teks-laporan"),
    "findings": ("admin", "memeriksa-draf"),
    "audit_trail": ("admin", "riwayat-perubahan"),
    "report": ("sekretaris", "membaca-laporan"),
    "report_pdf": ("sekretaris", "mengunduh-draf"),
    "signing": ("sekretaris", "menyiapkan-laporan-untuk-ditandatangani"),
    "handovers": ("sekretaris", "mencatat-penyampaian"),
    "versions_compare": ("sekretaris", "memperbaiki-laporan-yang-sudah-ditandatangani"),
    "verification": ("sekretaris", "mengecek-keaslian"),
}
"""The name of a page to the chapter and the section that explain it."""


def explanation_of(page: str) -> tuple[Chapter, Section]:
    """The chapter and the section that explain a page, by the name of its address."""
    slug, anchor = PLACES.get(page, (FIRST, ""))
    chapter = next(each for each in chapters() if each.slug == slug)
    return chapter, chapter.section(anchor) if anchor else chapter.sections[0]
