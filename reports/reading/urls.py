"""Addresses of who reads and compares. The report itself, its signature and its handing on are in reports/urls.py."""

from django.urls import path

from reports.reading import views

CYCLE = "laporan/<str:code>/<period:period>/"
NOTE = f"{CYCLE}catatan/<int:number>/"
urlpatterns = [
    path(f"{CYCLE}catatan/", views.reader_notes, name="reader_notes"),
    path(f"{NOTE}selesai/", views.reader_note_done, name="reader_note_done"),
    path(f"{NOTE}hapus/", views.reader_note_delete, name="reader_note_delete"),
    path(f"{CYCLE}bandingkan/", views.versions_compare, name="versions_compare"),
]
