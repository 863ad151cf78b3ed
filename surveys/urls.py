"""Addresses of a survey that need nothing of what follows it."""

from django.urls import path

from surveys import views
from surveys.answers.views import survey_answers, survey_answers_file
from surveys.fieldwork.views import survey_fieldwork
from surveys.offering import views as views_offering
from surveys.offering.views_typed import survey_services
from surveys.respondents.views import survey_respondents
from surveys.suggestions import views as views_suggestions
from surveys.workbooks.views import score_template, survey_files

SERVICES = "satuan-kerja/<str:code>/layanan/"
urlpatterns = [
    path("skm/<str:code>/<period:period>/hitung/", views.survey_reading, name="survey_reading"),
    path("skm/<str:code>/<period:period>/berkas/", survey_files, name="survey_files"),
    path("skm/<str:code>/<period:period>/berkas/templat/", score_template, name="score_template"),
    path("skm/<str:code>/<period:period>/jawaban/", survey_answers, name="survey_answers"),
    path("skm/<str:code>/<period:period>/jawaban/berkas/", survey_answers_file, name="survey_answers_file"),
    path("skm/<str:code>/<period:period>/responden/", survey_respondents, name="survey_respondents"),
    path("skm/<str:code>/<period:period>/pelaksanaan/", survey_fieldwork, name="survey_fieldwork"),
    path("skm/<str:code>/<period:period>/layanan/", survey_services, name="survey_services"),
    path("skm/<str:code>/<period:period>/saran/", views_suggestions.suggestions, name="suggestions"),
    path("skm/<str:code>/<period:period>/saran/<int:pk>/", views_suggestions.suggestion, name="suggestion"),
    path(SERVICES, views_offering.services, name="services"),
    path(f"{SERVICES}<int:pk>/", views_offering.service, name="service"),
    path(f"{SERVICES}<int:pk>/pindah/", views_offering.service_move, name="service_move"),
    path(f"{SERVICES}<int:pk>/pakai/", views_offering.service_use, name="service_use"),
    path(f"{SERVICES}<int:pk>/hapus/", views_offering.service_delete, name="service_delete"),
]
