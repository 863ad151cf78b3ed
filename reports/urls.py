"""Addresses of a cycle's report, its PDF and its findings."""

from django.urls import path

from reports import views, views_texts, views_verification

TEXTS = "laporan/<str:code>/<period:period>/teks/"
urlpatterns = [
    path("laporan/<str:code>/<period:period>/", views.report, name="report"),
    path("laporan/<str:code>/<period:period>/pdf/", views.report_pdf, name="report_pdf"),
    path("laporan/<str:code>/<period:period>/pdf/berkas/", views.report_pdf_file, name="report_pdf_file"),
    path(TEXTS, views_texts.texts, name="texts"),
    path(f"{TEXTS}<str:key>/", views_texts.text, name="text"),
    path(f"{TEXTS}<str:key>/pratinjau/", views_texts.text_preview, name="text_preview"),
    path(f"{TEXTS}<str:key>/baku/", views_texts.text_restore, name="text_restore"),
    path("verifikasi/", views_verification.verification, name="verification"),
    path("verifikasi/<str:code>/", views_verification.verification_of, name="verification_of"),
    path("pemeriksaan/<str:code>/<period:period>/", views.findings, name="findings"),
]
