"""Addresses of the account pages that the portal offers, and of an office's pictures.

Only these pages of django-allauth exist here: nobody signs up, and mail is not relied on.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.urls import path
from django.views.generic import RedirectView

from offices import views

urlpatterns = [
    path("akun/", RedirectView.as_view(pattern_name="mfa_index"), name="account"),
    path("akun/masuk/", account.login, name="account_login"),
    path("akun/keluar/", account.logout, name="account_logout"),
    path("akun/nonaktif/", account.account_inactive, name="account_inactive"),
    path("akun/konfirmasi/", account.reauthenticate, name="account_reauthenticate"),
    path("akun/kata-sandi/", account.password_change, name="account_change_password"),
    path("akun/dua-langkah/", mfa.index, name="mfa_index"),
    path("akun/dua-langkah/masuk/", mfa.authenticate, name="mfa_authenticate"),
    path("akun/dua-langkah/konfirmasi/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("akun/dua-langkah/aktifkan/", totp.activate_totp, name="mfa_activate_totp"),
    path("akun/dua-langkah/nonaktifkan/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("akun/dua-langkah/kode-cadangan/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "akun/dua-langkah/kode-cadangan/buat/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "akun/dua-langkah/kode-cadangan/unduh/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("satuan-kerja/<str:code>/gambar/<slug:which>", views.office_picture, name="office_picture"),
]
