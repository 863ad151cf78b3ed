"""Addresses of who reads and compares. The report itself, its signature and its handing on are in reports/urls.py."""

from django.urls import path

from reports.kinds.addresses import of_each_kind
from reports.reading import views

NOTE = "laporan/<str:code>/<period:period>/catatan/<int:number>/"
urlpatterns = [
    *of_each_kind("catatan/", views.reader_notes, "reader_notes"),
    path(f"{NOTE}selesai/", views.reader_note_done, name="reader_note_done"),
    path(f"{NOTE}hapus/", views.reader_note_delete, name="reader_note_delete"),
    *of_each_kind("bandingkan/", views.versions_compare, "versions_compare"),
]
