"""Addresses of the evidence."""

from django.urls import path

from followups import views

PHOTO = "bukti-dukung/<str:code>/<period:period>/foto/<slug:sha256>"
urlpatterns = [
    path(f"{PHOTO}.jpg", views.photo, name="photo"),
    path(f"{PHOTO}/kecil.jpg", views.photo_thumbnail, name="photo_thumbnail"),
]
