"""Addresses of what an evaluator is shown of an office; all lie under the office."""

from django.urls import path

from oversight.levels import views as views_levels
from oversight.pack import views as views_pack

PEKPPP = "satuan-kerja/<str:code>/pekppp/"
PACK = "satuan-kerja/<str:code>/paket-bukti/"

urlpatterns = [
    path(PEKPPP, views_levels.pekppp, name="pekppp"),
    path(PACK, views_pack.evidence_pack, name="evidence_pack"),
    path(f"{PACK}<slug:recipient>/nama/", views_pack.evidence_names, name="evidence_names"),
    path(f"{PACK}<slug:recipient>/<int:year>/", views_pack.evidence_pack_file, name="evidence_pack_file"),
]
