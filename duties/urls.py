"""Addresses of where one arrives, and of the way of a cycle."""

from django.urls import path

from duties import views

urlpatterns = [
    path("", views.home, name="home"),
    path("beranda/berikutnya/", views.following, name="following"),
    path("mulai/", views.start, name="start"),
    path("beranda/kesiapan/<str:code>/<period:period>/", views.cycle_readiness, name="cycle_readiness"),
    path("skm/<str:code>/<period:period>/ikhtisar/", views.cycle_overview, name="cycle_overview"),
    path("skm/", views.cycle_list, name="cycle_list"),
]
