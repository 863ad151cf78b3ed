"""Where everything is mounted. Public paths are Indonesian, URL names English."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from skm_portal import health, views, views_components, views_office
from skm_portal.watching.views import metrics

# One door: throttled, with the second factor, in the trail.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

PICTURES = "satuan-kerja/<str:code>/gambar/"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("aplikasi.webmanifest", views.manifest, name="manifest"),
    path(PICTURES, views_office.office_pictures, name="office_pictures"),
    path(f"{PICTURES}<slug:which>/unggah/", views_office.office_picture_set, name="office_picture_set"),
    path(f"{PICTURES}<slug:which>/hapus/", views_office.office_picture_remove, name="office_picture_remove"),
    path("", include("skm_portal.manual.urls")),
    path("", include("duties.urls")),
    path("", include("duties.outward.urls")),
    path("", include("oversight.urls")),
    path("", include("publishing.urls")),
    path("", include("offices.urls")),
    path("", include("surveys.urls")),
    path("", include("followups.urls")),
    path("", include("reports.urls")),
    path("", include("reports.reading.urls")),
    path("", include("reports.paraf.urls")),
    path("server/admin/", admin.site.urls),
]

if settings.DEBUG:
    urlpatterns.append(path("komponen/", views_components.components, name="components"))

handler400 = "skm_portal.errors.bad_request"
handler403 = "skm_portal.errors.forbidden"
handler404 = "skm_portal.errors.not_found"
handler500 = "skm_portal.errors.broken"
