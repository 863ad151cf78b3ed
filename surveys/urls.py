"""Addresses of a survey that need nothing of what follows it."""

from django.urls import path

from surveys import views

urlpatterns = [
    path("skm/<str:code>/<period:period>/hitung/", views.survey_reading, name="survey_reading"),
]
