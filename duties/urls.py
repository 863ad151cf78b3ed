"""Addresses of where one arrives, and of the way of a cycle."""

from django.urls import path

from duties import views

urlpatterns = [
    path("", views.home, name="home"),
    path("mulai/", views.start, name="start"),
    path("beranda/catatan/<str:code>/<period:period>/", views.home_findings, name="home_findings"),
    path("skm/", views.cycle_list, name="cycle_list"),
]
