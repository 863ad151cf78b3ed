"""Addresses of the paraf."""

from reports.kinds.addresses import of_each_kind
from reports.paraf import views

urlpatterns = [
    *of_each_kind("paraf/", views.paraf, "paraf"),
    *of_each_kind("paraf/lembar/", views.paraf_sheet, "paraf_sheet"),
]
