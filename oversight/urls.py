"""Addresses of what an evaluator is shown of an office; all lie under the office."""

from django.urls import path

from oversight.levels import views as views_levels

PEKPPP = "satuan-kerja/<str:code>/pekppp/"

urlpatterns = [
    path(PEKPPP, views_levels.pekppp, name="pekppp"),
]
