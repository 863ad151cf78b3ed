"""Addresses of a survey that need nothing of what follows it."""

from django.urls import path

from surveys import views
from surveys.workbooks.views import survey_files

urlpatterns = [
    path("skm/<str:code>/<period:period>/hitung/", views.survey_reading, name="survey_reading"),
    path("skm/<str:code>/<period:period>/berkas/", survey_files, name="survey_files"),
]
