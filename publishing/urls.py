"""Addresses of what is published of a cycle, and of what anybody may read of an office."""

from django.urls import path, re_path

from publishing.copies import views as views_copies
from publishing.data import views as views_data
from publishing.open import views as views_open
from publishing.released import views as views_released
from publishing.sheets import views as views_sheets
from publishing.views_setting import public_setting

PUBLICATION = "skm/<str:code>/<period:period>/publikasi/"
SHEET = f"{PUBLICATION}lembar/<slug:which>/<slug:design>/"
PUBLIC = "publik/<str:code>/"
FILE = r"(?P<name>[a-z-]+)\.(?P<ending>[a-z]+)$"

urlpatterns = [
    path(f"{PUBLICATION}lembar/", views_sheets.publication_sheets, name="publication_sheets"),
    path(SHEET, views_sheets.publication_sheet_forms, name="publication_sheet_forms"),
    path(f"{SHEET}<slug:form>/", views_sheets.publication_sheet, name="publication_sheet"),
    path(f"{PUBLICATION}salinan/", views_copies.released_copy, name="released_copy"),
    path(f"{PUBLICATION}salinan/berkas/", views_copies.released_copy_file, name="released_copy_file"),
    path(f"{PUBLICATION}foto/", views_released.public_photos, name="public_photos"),
    path("satuan-kerja/<str:code>/laman-publik/", public_setting, name="public_setting"),
    path(PUBLIC, views_open.public_page, name="public_page"),
    path(f"{PUBLIC}lencana.svg", views_open.public_badge, name="public_badge"),
    path(f"{PUBLIC}logo", views_open.public_logo, name="public_logo"),
    path(f"{PUBLIC}foto/<slug:sha256>.jpg", views_open.public_photo, name="public_photo"),
    path(f"{PUBLIC}laporan/<slug:sha256>.pdf", views_open.public_report, name="public_report"),
    path(f"{PUBLIC}metadata/", views_data.open_metadata, name="open_metadata"),
    re_path(rf"^publik/(?P<code>[^/]+)/data/{FILE}", views_data.open_data, name="open_data"),
    re_path(rf"^publik/(?P<code>[^/]+)/bawahan/{FILE}", views_data.open_data_below, name="open_data_below"),
]
