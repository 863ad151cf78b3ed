"""The addresses of the user guide; anybody may read it, also before logging in."""

from django.urls import path

from skm_portal.manual import views

urlpatterns = [
    path("panduan/", views.manual, name="manual"),
    path("panduan/gambar/<slug:name>.png", views.manual_picture, name="manual_picture"),
    path("panduan/halaman/<slug:page>/", views.manual_help, name="manual_help"),
    path("panduan/<slug:slug>/", views.manual_chapter, name="manual_chapter"),
]
