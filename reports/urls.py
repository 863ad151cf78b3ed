"""Addresses of a cycle's report, its PDF and its findings."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.urls import path

from reports import views
from reports.carrying import views as views_carrying
from reports.editing import views as views_texts
from reports.editing import views_settling, views_takeover
from reports.findings import views as views_findings
from reports.issuing import views as views_signing
from reports.issuing import views_versions
from reports.issuing.by_hand import views as views_by_hand
from reports.issuing.handing import views as views_handover
from reports.issuing.handing import views_receipt
from reports.issuing.keys import views as views_keys
from reports.issuing.keys import views_confirming as views_key_confirming
from reports.kinds.addresses import of_each_kind
from reports.letters import views as views_letters
from reports.retouching.views import photo_retouch
from reports.verification import views as views_verification
from reports.workbook import views as views_workbook

ISSUING: tuple[tuple[str, Callable[..., HttpResponseBase], str], ...] = (
    ("", views_signing.signing, "signing"),
    ("siapkan/", views_signing.signing_prepare, "signing_prepare"),
    ("ulangi/", views_signing.signing_retry, "signing_retry"),
    ("kembalikan/", views_signing.signing_return, "signing_return"),
    ("bubuhkan/", views_signing.signing_here, "signing_here"),
    ("unggah/", views_signing.signing_upload, "signing_upload"),
    ("nomor/", views_signing.signing_number, "signing_number"),
    ("kirim/", views_signing.signing_pages, "signing_pages"),
    ("halaman/", views_by_hand.signed_page_keep, "signed_page_keep"),
    ("halaman/<int:page>/", views_by_hand.signed_page, "signed_page"),
    ("halaman/<int:page>/gambar/", views_by_hand.signed_page_picture, "signed_page_picture"),
    ("halaman/<int:page>/hapus/", views_by_hand.signed_page_drop, "signed_page_drop"),
    ("versi-baru/", views_signing.signing_reopen, "signing_reopen"),
    ("batal/", views_signing.signing_abandon, "signing_abandon"),
    ("tarik/", views_signing.signing_withdraw, "signing_withdraw"),
    ("berkas/", views_versions.signing_file, "signing_file"),
    ("versi/<int:version>/", views_versions.version_file, "version_file"),
    ("versi/<int:version>/pindaian/", views_versions.version_scan, "version_scan"),
)
HANDOVER = "laporan/<str:code>/<period:period>/penyampaian/"
RECEIPT = f"{HANDOVER}<int:number>/tanda-terima/"
TEXTS = "laporan/<str:code>/<period:period>/teks/"
urlpatterns = [
    path("laporan/<str:code>/<period:period>/", views.report, name="report"),
    *of_each_kind("pdf/", views.report_pdf, "report_pdf"),
    *of_each_kind("pdf/berkas/", views.report_pdf_file, "report_pdf_file"),
    *of_each_kind("surat/", views_letters.letters, "letters"),
    *of_each_kind("surat/<slug:which>/", views_letters.letter, "letter"),
    *of_each_kind("surat/<slug:which>.<slug:ending>", views_letters.letter_file, "letter_file"),
    path("laporan/<str:code>/<period:period>/excel/", views_workbook.cycle_workbook, name="cycle_workbook"),
    path("skm/<str:code>/<period:period>/bawa/", views_carrying.carried_over, name="carried_over"),
    path("bukti-dukung/<str:code>/<period:period>/foto/<int:pk>/ubah/", photo_retouch, name="photo_retouch"),
    path(TEXTS, views_texts.texts, name="texts"),
    path(f"{TEXTS}ambil/", views_takeover.texts_takeover, name="texts_takeover"),
    path(f"{TEXTS}<str:key>/", views_texts.text, name="text"),
    path(f"{TEXTS}<str:key>/pratinjau/", views_texts.text_preview, name="text_preview"),
    path(f"{TEXTS}<str:key>/baku/", views_texts.text_restore, name="text_restore"),
    path(f"{TEXTS}<str:key>/otomatis/", views_settling.text_settle, name="text_settle"),
    path(f"{TEXTS}<str:key>/otomatis/urungkan/", views_settling.text_unsettle, name="text_unsettle"),
    *(each for rest, view, name in ISSUING for each in of_each_kind(f"tanda-tangan/{rest}", view, name)),
    *of_each_kind("penyampaian/", views_handover.handovers, "handovers"),
    path(f"{HANDOVER}<int:number>/hapus/", views_handover.handover_remove, name="handover_remove"),
    path(f"{HANDOVER}<int:number>/perbaiki/", views_handover.handover_reopen, name="handover_reopen"),
    path(RECEIPT, views_receipt.handover_receipt, name="handover_receipt"),
    path(f"{RECEIPT}berkas/", views_receipt.handover_receipt_file, name="handover_receipt_file"),
    path(f"{RECEIPT}hapus/", views_receipt.handover_receipt_drop, name="handover_receipt_drop"),
    path(f"{RECEIPT}tidak-ada/", views_receipt.handover_no_receipt, name="handover_no_receipt"),
    path("akun/kunci/", views_keys.signing_key, name="signing_key"),
    path("akun/kunci/hapus/", views_keys.signing_key_forget, name="signing_key_forget"),
    path("satuan-kerja/<str:code>/kunci/", views_key_confirming.keys_waiting, name="keys_waiting"),
    path("satuan-kerja/<str:code>/kunci/<int:pk>/konfirmasi/", views_key_confirming.key_confirm, name="key_confirm"),
    path("satuan-kerja/<str:code>/kunci/<int:pk>/tolak/", views_key_confirming.key_decline, name="key_decline"),
    path("verifikasi/", views_verification.verification, name="verification"),
    path("verifikasi/<str:printed>/", views_verification.verification_of, name="verification_of"),
    path("pemeriksaan/<str:code>/<period:period>/", views_findings.findings, name="findings"),
    path(
        "pemeriksaan/<str:code>/<period:period>/halaman/<slug:tab>/",
        views_findings.findings_beside,
        name="findings_beside",
    ),
]
