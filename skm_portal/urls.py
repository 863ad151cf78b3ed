"""Where everything is mounted. Public paths are Indonesian, URL names English."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("akun/", include("allauth.urls")),
    path("server/admin/", admin.site.urls),
]
