"""Addresses of what is published of a cycle."""

from django.urls import path

from publishing.released import views as views_released
from publishing.sheets import views as views_sheets

PUBLICATION = "skm/<str:code>/<period:period>/publikasi/"
SHEET = f"{PUBLICATION}lembar/<slug:which>/<slug:design>/<slug:form>/"

urlpatterns = [
    path(f"{PUBLICATION}lembar/", views_sheets.publication_sheets, name="publication_sheets"),
    path(SHEET, views_sheets.publication_sheet, name="publication_sheet"),
    path(f"{PUBLICATION}foto/", views_released.public_photos, name="public_photos"),
]
