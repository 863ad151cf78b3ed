"""Addresses of the paraf."""

from django.urls import path

from reports.paraf import views

PARAF = "laporan/<str:code>/<period:period>/paraf/"
urlpatterns = [
    path(PARAF, views.paraf, name="paraf"),
    path(f"{PARAF}lembar/", views.paraf_sheet, name="paraf_sheet"),
]
