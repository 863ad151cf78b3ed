"""Addresses of the account pages that the portal offers, and of an office: profile, units, people, trail.

Only these pages of django-allauth exist here: nobody signs up, and mail is not relied on.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.contrib.auth.decorators import login_required
from django.urls import path, re_path
from django.views.generic import RedirectView

from offices.account import views as views_account
from offices.account import views_mail, views_reset, views_sessions
from offices.account.calendar import views as views_own_calendar
from offices.account.events import keeping_browser, noted
from offices.appearance import views as views_appearance
from offices.models import NoticeKind
from offices.people import views as views_people
from offices.people import views_lost_phone
from offices.profile import views as views_profile
from offices.profile import views_picture as views
from offices.sending import views as views_sending
from offices.trail import views as views_trail

to_account = login_required(RedirectView.as_view(pattern_name="account", http_method_names=["get", "head"]))
LINK = r"^akun/lupa/(?P<uidb36>[0-9a-z]+)-(?P<key>[\w-]+)/$"
OFFICE = "satuan-kerja/<str:code>/"
UNIT = f"{OFFICE}unit/<int:pk>/"
PERSON = f"{OFFICE}pengguna/<int:pk>/"
activate = noted(totp.activate_totp, "account.second_factor_on", NoticeKind.FACTOR_ON)
deactivate = noted(totp.deactivate_totp, "account.second_factor_off", NoticeKind.FACTOR_OFF)
generate = noted(codes.generate_recovery_codes, "account.recovery_codes", NoticeKind.RECOVERY_CODES)

urlpatterns = [
    path("akun/", views_account.account, name="account"),
    path("akun/pemberitahuan/", views_account.notices, name="notices"),
    path("akun/pemberitahuan/mengerti/", views_account.notices_understood, name="notices_understood"),
    path("akun/kalender/", views_own_calendar.account_calendar, name="account_calendar"),
    path("akun/kalender/buat/", views_own_calendar.account_calendar_renew, name="account_calendar_renew"),
    path("akun/kalender/cabut/", views_own_calendar.account_calendar_revoke, name="account_calendar_revoke"),
    path("akun/surel/", views_mail.account_mail, name="account_mail"),
    path("akun/masuk/", account.login, name="account_login"),
    path("akun/keluar/", account.logout, name="account_logout"),
    path("akun/nonaktif/", account.account_inactive, name="account_inactive"),
    path("akun/konfirmasi/", account.reauthenticate, name="account_reauthenticate"),
    path("akun/kata-sandi/", keeping_browser(account.password_change), name="account_change_password"),
    path("akun/lupa/", views_reset.password_forgotten, name="account_reset_password"),
    path("akun/lupa/terkirim/", account.password_reset_done, name="account_reset_password_done"),
    path("akun/lupa/selesai/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(LINK, views_reset.password_from_link, name="account_reset_password_from_key"),
    path("akun/isian/<int:pk>/buang/", views_sending.kept_discard, name="kept_discard"),
    path("akun/sesi/", views_sessions.own_sessions, name="account_sessions"),
    path("akun/sesi/akhiri-lainnya/", views_sessions.own_sessions_end_others, name="account_sessions_end_others"),
    path("akun/sesi/<int:pk>/akhiri/", views_sessions.own_session_end, name="account_session_end"),
    path("akun/dua-langkah/", to_account, name="mfa_index"),
    path("akun/dua-langkah/wajib/", views_account.second_factor, name="second_factor"),
    path("akun/dua-langkah/masuk/", mfa.authenticate, name="mfa_authenticate"),
    path("akun/dua-langkah/konfirmasi/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("akun/dua-langkah/aktifkan/", activate, name="mfa_activate_totp"),
    path("akun/dua-langkah/nonaktifkan/", deactivate, name="mfa_deactivate_totp"),
    path("akun/dua-langkah/kode-cadangan/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("akun/dua-langkah/kode-cadangan/buat/", generate, name="mfa_generate_recovery_codes"),
    path(OFFICE, views_profile.office_profile, name="office_profile"),
    path(f"{OFFICE}tampilan/", views_appearance.office_appearance, name="office_appearance"),
    path(f"{OFFICE}tampilan/di-bawah/", views_appearance.appearance_below, name="appearance_below"),
    path(f"{OFFICE}gambar/<slug:which>", views.office_picture, name="office_picture"),
    path(f"{OFFICE}unit/", views_profile.office_units, name="office_units"),
    path(UNIT, views_profile.unit, name="unit"),
    path(f"{UNIT}pindah/", views_profile.unit_move, name="unit_move"),
    path(f"{UNIT}tutup/", views_profile.unit_close, name="unit_close"),
    path(f"{UNIT}buka/", views_profile.unit_reopen, name="unit_reopen"),
    path(f"{UNIT}hapus/", views_profile.unit_delete, name="unit_delete"),
    path(f"{OFFICE}pengguna/", views_people.people, name="people"),
    path(f"{OFFICE}pengguna/kecil/", views_people.people_small, name="people_small"),
    path(f"{OFFICE}pengguna/baru/", views_people.person_new, name="person_new"),
    path(PERSON, views_people.person, name="person"),
    path(f"{PERSON}nonaktifkan/", views_people.person_disable, name="person_disable"),
    path(f"{PERSON}aktifkan/", views_people.person_enable, name="person_enable"),
    path(f"{PERSON}kata-sandi/", views_people.person_reset_password, name="person_reset_password"),
    path(f"{PERSON}dua-langkah/", views_people.person_reset_second_factor, name="person_reset_second_factor"),
    path(f"{OFFICE}ponsel-hilang/", views_lost_phone.lost_phones, name="lost_phones"),
    path(f"{OFFICE}ponsel-hilang/<int:pk>/", views_lost_phone.lost_phone_release, name="lost_phone_release"),
    path("riwayat/<str:code>/", views_trail.audit_trail, name="audit_trail"),
]
