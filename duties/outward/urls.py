"""Addresses of what leaves the portal in people's hands."""

from django.urls import path

from duties.outward import views, views_calendar

CYCLE = "bagikan/<str:code>/<period:period>/"

urlpatterns = [
    path(CYCLE, views.remind_of_late, name="remind_of_late"),
    path(f"{CYCLE}rtl/<int:number>/", views.remind_of_plan, name="remind_of_plan"),
    path("kalender/<str:token>.ics", views_calendar.calendar, name="calendar"),
]
