"""Addresses of who reads, compares and hands on a report. The report itself and its signature are in urls.py."""

from django.urls import path

from reports.issuing import views_handover
from reports.reading import views as views_reader

CYCLE = "laporan/<str:code>/<period:period>/"
NOTE, HANDOVER = f"{CYCLE}catatan/<int:number>/", f"{CYCLE}penyampaian/<int:number>/"
urlpatterns = [
    path(f"{CYCLE}catatan/", views_reader.reader_notes, name="reader_notes"),
    path(f"{NOTE}selesai/", views_reader.reader_note_done, name="reader_note_done"),
    path(f"{NOTE}hapus/", views_reader.reader_note_delete, name="reader_note_delete"),
    path(f"{CYCLE}bandingkan/", views_reader.versions_compare, name="versions_compare"),
    path(f"{CYCLE}penyampaian/", views_handover.handovers, name="handovers"),
    path(f"{HANDOVER}hapus/", views_handover.handover_remove, name="handover_remove"),
    path(f"{HANDOVER}perbaiki/", views_handover.handover_reopen, name="handover_reopen"),
]
