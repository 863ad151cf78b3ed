"""Addresses of a cycle's report, its PDF and its findings."""

from django.urls import path

from reports import views

urlpatterns = [
    path("laporan/<str:code>/<period:period>/", views.report, name="report"),
    path("laporan/<str:code>/<period:period>/pdf/", views.report_pdf, name="report_pdf"),
    path("laporan/<str:code>/<period:period>/pdf/berkas/", views.report_pdf_file, name="report_pdf_file"),
    path("pemeriksaan/<str:code>/<period:period>/", views.findings, name="findings"),
]
