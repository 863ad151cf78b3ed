"""Where everything is mounted. Public paths are Indonesian, URL names English."""

from django.contrib import admin
from django.urls import include, path

from skm_portal import health

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("akun/", include("allauth.urls")),
    path("server/admin/", admin.site.urls),
]
