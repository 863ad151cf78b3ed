"""Every address of the portal, one row each: who may read it, who may write to it, and what is sent.

Both walks (test_rights_walk.py, test_audit_walk.py) go through this table. A new address needs one row here.
"""

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.urls import get_resolver

from offices.models import User
from tests.conftest import PASSWORD
from tests.journeys.routes_carrying import CARRYING
from tests.journeys.routes_evidence import EVIDENCE
from tests.journeys.routes_offering import OFFERING
from tests.journeys.routes_outward import OUTWARD
from tests.journeys.routes_oversight import OVERSIGHT
from tests.journeys.routes_papers import PAPERS
from tests.journeys.routes_planning import PLANNING
from tests.journeys.routes_publications import PUBLICATIONS
from tests.journeys.routes_published import PUBLISHED
from tests.journeys.routes_reading import READING
from tests.journeys.routes_texts import TEXTS
from tests.journeys.row import ANYBODY, EVERYONE, PUBLIC, Row, file, with_signed_report
from tests.reports.findings.warned import a_warning
from tests.reports.issuing import issuing
from tests.surveys.workbooks.accepted import accepted_scores

SECRET = issuing.SECRET
OWN_PASSWORD = "sandi-milik-sendiri-8"


def code_now(secret=SECRET):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def confirm(client, scene):
    client.post("/akun/konfirmasi/", {"password": PASSWORD})


def with_second_factor(client, scene):
    scene.second_factor(client)
    confirm(client, scene)


def half_way_in(client, scene):
    """Past the password, before the code."""
    user = scene.second_factor(client)
    client.logout()
    client.post("/akun/masuk/", {"login": user.username, "password": PASSWORD})


def begin_activation(client, scene):
    scene.no_second_factor(client)
    confirm(client, scene)


def code_of_page(scene):
    return {"code": code_now(scene.page.context["form"].secret)}


def with_two_people(client, scene):
    """Nobody but who asks and the admin, so that the office may call itself small."""
    asking = client.session["_auth_user_id"]
    User.objects.filter(memberships__office__code="3521").exclude(pk__in=[asking, scene.people.admin.pk]).update(
        is_active=False
    )


NEW_PERSON = {"username": "orang.baru", "name": "Orang Baru", "employment": "pns", "office_roles": ["secretary"]}
NEW_CYCLE = {"year": "2024", "signatory_name": "Sari Utami", "signatory_title": "Sekretaris"}
CYCLE = "/{}/3521/2025-S1/"
OFFICE, UNIT, PERSON = "/satuan-kerja/3521/", "/satuan-kerja/3521/unit/{unit}/", "/satuan-kerja/3521/pengguna/{person}/"
SIGNING = "/laporan/3521/2025-S1/tanda-tangan/"
UNITS_OWN = "staff head admin"

ROUTES = {
    # --- the server and the door
    "healthz": Row("/healthz", get=PUBLIC),
    "readyz": Row("/readyz", get=PUBLIC),
    "favicon": Row("/favicon.ico", get=PUBLIC),
    "manifest": Row("/aplikasi.webmanifest", get=PUBLIC),
    "account": Row("/akun/", get=ANYBODY),
    "account_login": Row(
        "/akun/masuk/",
        get=PUBLIC,
        post="anonymous",
        sent={"login": "admin", "password": PASSWORD},
        wrong={"login": "x"},
    ),
    "account_logout": Row("/akun/keluar/", get=PUBLIC, post=ANYBODY),
    "account_inactive": Row("/akun/nonaktif/", get=PUBLIC),
    "account_reauthenticate": Row(
        "/akun/konfirmasi/", get=ANYBODY, post=ANYBODY, sent={"password": PASSWORD}, wrong={}
    ),
    "account_change_password": Row(
        "/akun/kata-sandi/",
        get=ANYBODY,
        post=ANYBODY,
        sent={"oldpassword": PASSWORD, "password1": OWN_PASSWORD, "password2": OWN_PASSWORD},
        wrong={"oldpassword": PASSWORD, "password1": "1", "password2": "1"},
    ),
    "kept_discard": Row(
        "/akun/isian/1/buang/", get=None, post=ANYBODY, silent="What was never saved is no part of the trail."
    ),
    "account_sessions": Row("/akun/sesi/", get=ANYBODY),
    "account_session_end": Row("/akun/sesi/{session}/akhiri/", get=None, post="admin"),
    "account_sessions_end_others": Row("/akun/sesi/akhiri-lainnya/", get=None, post=ANYBODY),
    "mfa_index": Row("/akun/dua-langkah/", get=ANYBODY),
    "second_factor": Row("/akun/dua-langkah/wajib/", get=ANYBODY),
    "mfa_authenticate": Row(
        "/akun/dua-langkah/masuk/",
        get=PUBLIC,
        post=ANYBODY,
        before=half_way_in,
        sent=lambda scene: {"code": code_now()},
        wrong={},
    ),
    "mfa_reauthenticate": Row(
        "/akun/dua-langkah/konfirmasi/",
        get=ANYBODY,
        post=ANYBODY,
        before=lambda client, scene: scene.second_factor(client),
        sent=lambda scene: {"code": code_now()},
        wrong={},
    ),
    "mfa_activate_totp": Row(
        "/akun/dua-langkah/aktifkan/",
        get=ANYBODY,
        post=ANYBODY,
        before=begin_activation,
        sent=code_of_page,
        wrong={"code": "000000"},
    ),
    "mfa_deactivate_totp": Row("/akun/dua-langkah/nonaktifkan/", get=ANYBODY, post=ANYBODY, before=with_second_factor),
    "mfa_view_recovery_codes": Row("/akun/dua-langkah/kode-cadangan/", get=ANYBODY, before=with_second_factor),
    "mfa_generate_recovery_codes": Row(
        "/akun/dua-langkah/kode-cadangan/buat/", get=ANYBODY, post=ANYBODY, before=with_second_factor
    ),
    # --- where one arrives
    "home": Row("/", get=PUBLIC),  # who is nobody is sent to log in, without a way back
    "start": Row("/mulai/", get=ANYBODY),
    "cycle_list": Row("/skm/", get=ANYBODY),
    "cycle_overview": Row("/skm/3521/2025-S1/ikhtisar/"),
    "following": Row("/beranda/berikutnya/", get=ANYBODY),
    "cycle_readiness": Row("/beranda/kesiapan/3521/2025-S1/"),
    # --- an office
    "office_profile": Row(OFFICE, post="admin", sent={"place": "Ngawi Kota"}, wrong={"name": ""}),
    "office_appearance": Row(f"{OFFICE}tampilan/", post="admin", sent={"colour": "blue"}, wrong={"colour": "x"}),
    "appearance_below": Row(
        f"{OFFICE}tampilan/di-bawah/", get="admin", post="admin", sent={"paper": "F4"}, wrong={"paper": "A5"}
    ),
    "office_picture": Row(f"{OFFICE}gambar/logo"),
    "office_pictures": Row(f"{OFFICE}gambar/"),
    "office_picture_set": Row(
        f"{OFFICE}gambar/logo/unggah/", get=None, post="admin", sent=lambda scene: {"picture": file()}, wrong={}
    ),
    "office_picture_remove": Row(f"{OFFICE}gambar/logo/hapus/", get=None, post="admin"),
    "office_units": Row(
        f"{OFFICE}unit/", post="admin", sent={"name": "Unit Baru", "short_name": "Baru"}, wrong={"name": ""}
    ),
    "unit": Row(UNIT, get="admin", post="admin", sent={"name": "Nama Lain"}, wrong={"name": ""}),
    "unit_move": Row(f"{UNIT}pindah/", get=None, post="admin", sent={"arah": "naik"}),
    "unit_close": Row(f"{UNIT}tutup/", get=None, post="admin", sent={"closed_on": "2026-01-31"}, wrong={}),
    "unit_reopen": Row(f"{OFFICE}unit/{{closed}}/buka/", get=None, post="admin"),
    "unit_delete": Row(f"{UNIT}hapus/", get=None, post="admin"),
    "people_small": Row(f"{OFFICE}pengguna/kecil/", get=None, post="admin", before=with_two_people),
    "people": Row(f"{OFFICE}pengguna/", get="admin"),
    "person_new": Row(f"{OFFICE}pengguna/baru/", get="admin", post="admin", sent=NEW_PERSON, wrong={"name": ""}),
    "person": Row(PERSON, get="admin", post="admin", sent={"job_title": "Penata"}, wrong={"name": ""}),
    "person_disable": Row(f"{PERSON}nonaktifkan/", get=None, post="admin"),
    "person_enable": Row(f"{OFFICE}pengguna/{{disabled}}/aktifkan/", get=None, post="admin"),
    "person_reset_password": Row(f"{PERSON}kata-sandi/", get=None, post="admin"),
    "person_reset_second_factor": Row(f"{OFFICE}pengguna/{{guarded}}/dua-langkah/", get=None, post="admin"),
    "lost_phones": Row(f"{OFFICE}ponsel-hilang/", get="supervisor"),
    "lost_phone_release": Row(
        f"{OFFICE}ponsel-hilang/{{locked_out}}/", get=None, post="supervisor", before=with_second_factor
    ),
    "audit_trail": Row("/riwayat/3521/", get="admin secretary"),
    # --- a survey and what is planned
    "survey_new": Row(f"{OFFICE}siklus-baru/", get="admin", post="admin", sent=NEW_CYCLE, wrong={"year": "x"}),
    "survey": Row(CYCLE.format("skm"), post="admin", sent={"respondents": "120"}, wrong={"respondents": "x"}),
    "survey_reading": Row("/skm/3521/2025-S1/hitung/"),
    "results": Row("/skm/3521/2025-S1/hasil/"),
    "survey_files": Row(
        "/skm/3521/2025-S1/berkas/", get="admin", post="admin", sent=accepted_scores, wrong={"pasted": "tanpa tabel"}
    ),
    "score_template": Row("/skm/3521/2025-S1/berkas/templat/?held=permenpanrb-14-2017%7CA%7Celements", get="admin"),
    "survey_respondents": Row(
        "/skm/3521/2025-S1/responden/",
        get="staff head admin secretary",
        post="admin",
        sent={"sex_male": "4"},
        wrong={"sex_male": "x"},
    ),
    "survey_fieldwork": Row(
        "/skm/3521/2025-S1/pelaksanaan/",
        post="admin",
        sent={"team": "Sari Utami, ketua tim", "preparation_start": "2-6-2025"},
        wrong={"preparation_start": "x"},
    ),
    # --- what was done, and the proof of it
    "realisations": Row("/rtl/3521/2025-S1/realisasi/"),
    "realisation": Row(
        "/rtl/3521/2025-S1/{plan}/",
        post=UNITS_OWN,
        sent={"status": "in_progress", "description": "Sedang ditata."},
        wrong={"status": "bukan"},
    ),
    "realisation_approve": Row(
        "/rtl/3521/2025-S1/{waiting}/setujui/", get=None, post="head admin secretary", sent={"revision": "1"}, wrong={}
    ),
    "realisation_return": Row(
        "/rtl/3521/2025-S1/{waiting}/kembalikan/",
        get=None,
        post="head admin secretary",
        sent={"revision": "1", "note": "Lengkapi."},
        wrong={"note": ""},
    ),
    **EVIDENCE,
    # --- the report
    "report": Row(CYCLE.format("laporan")),
    "report_pdf": Row("/laporan/3521/2025-S1/pdf/", post=EVERYONE),
    "report_pdf_file": Row("/laporan/3521/2025-S1/pdf/berkas/"),
    "cycle_workbook": Row("/laporan/3521/2025-S1/excel/"),
    "findings": Row(
        CYCLE.format("pemeriksaan"),
        post="admin secretary",
        sent=lambda scene: {"subject": a_warning(), "reason": "Memang demikian."},
        wrong={"reason": " "},
    ),
    "findings_beside": Row(f"{CYCLE.format('pemeriksaan')}halaman/plan_table/"),
    **TEXTS,
    # --- preparing, signing and replacing it
    "signing": Row(SIGNING),
    "signing_prepare": Row(
        f"{SIGNING}siapkan/",
        get=None,
        post="admin secretary",
        given=issuing.with_ready_cycle,
        sent={"way": "by_hand", "dated": "09-01-2026"},
        wrong={"dated": "bukan"},
    ),
    "signing_retry": Row(f"{SIGNING}ulangi/", get=None, post="admin secretary", given=issuing.with_failed_preparation),
    "signing_return": Row(
        f"{SIGNING}kembalikan/",
        get=None,
        post="admin secretary",
        given=issuing.with_prepared_report,
        sent={"reason": "Salah tanggal."},
        wrong={"reason": ""},
    ),
    "signing_here": Row(
        f"{SIGNING}bubuhkan/",
        get=None,
        post="secretary",
        given=issuing.with_key_and_prepared_report,
        sent={"agreed": "on", "other_holder": "on", "passphrase": issuing.PASSPHRASE},
        wrong={"agreed": "on", "passphrase": "salah"},
    ),
    "signing_upload": Row(
        f"{SIGNING}unggah/",
        get=None,
        post="secretary",
        given=issuing.with_printed_report,
        sent=lambda scene: {"file": file("pindaian.jpg")},
        wrong={},
    ),
    "signing_pages": Row(
        f"{SIGNING}kirim/",
        get=None,
        post="secretary",
        given=issuing.with_signed_pages,
        sent={"dated": "09-01-2026", "number": "12/LAP/2026"},
        wrong={"dated": ""},
    ),
    "signed_page_keep": Row(
        f"{SIGNING}halaman/",
        get=None,
        post="admin secretary",
        given=issuing.with_signed_pages,
        sent=lambda scene: {"page": "1", "file": file("halaman.jpg")},
    ),
    "signed_page": Row(
        f"{SIGNING}halaman/1/",
        get="admin secretary",
        post="admin secretary",
        given=issuing.with_signed_pages,
        sent={"corners": "50,50;950,60;940,950;60,940", "turn": "0"},
        wrong={"corners": "1,1", "turn": "0"},
    ),
    "signed_page_picture": Row(f"{SIGNING}halaman/1/gambar/", get="admin secretary", given=issuing.with_signed_pages),
    "signed_page_drop": Row(
        f"{SIGNING}halaman/1/hapus/", get=None, post="admin secretary", given=issuing.with_signed_pages
    ),
    "signing_number": Row(
        f"{SIGNING}nomor/",
        get=None,
        post="admin secretary",
        given=issuing.with_report_for_the_pen,
        sent={"number": "12/LAP/2026"},
        wrong={"number": ""},
    ),
    "signing_reopen": Row(
        f"{SIGNING}versi-baru/",
        get=None,
        post="secretary",
        given=with_signed_report,
        sent={"reason": "Salah ketik."},
        wrong={"reason": ""},
    ),
    "signing_abandon": Row(f"{SIGNING}batal/", get=None, post="secretary", given=issuing.with_reopened_report),
    "signing_withdraw": Row(
        f"{SIGNING}tarik/",
        get=None,
        post="secretary",
        given=with_signed_report,
        sent={"reason": "Terlalu dini."},
        wrong={"reason": ""},
    ),
    "signing_file": Row(f"{SIGNING}berkas/", given=issuing.with_prepared_report),
    "version_file": Row(f"{SIGNING}versi/1/", given=with_signed_report),
    "version_scan": Row(f"{SIGNING}versi/1/pindaian/", given=issuing.with_scanned_report),
    "signing_key": Row(
        "/akun/kunci/",
        get="secretary",
        post="secretary",
        outside="403",
        before=issuing.with_guard,
        sent=lambda scene: {"container": issuing.key_file(), "passphrase": issuing.PASSPHRASE},
        wrong={},
    ),
    "signing_key_forget": Row(
        "/akun/kunci/hapus/", get=None, post="secretary", outside="403", before=issuing.with_own_key
    ),
    "keys_waiting": Row(f"{OFFICE}kunci/", get="head admin secretary supervisor", given=issuing.with_waiting_key),
    "key_confirm": Row(
        f"{OFFICE}kunci/{{key}}/konfirmasi/",
        get=None,
        post="head admin",
        given=issuing.with_waiting_key,
        sent=issuing.fingerprint_sent,
        wrong={"fingerprint": "lain"},
    ),
    "key_decline": Row(
        f"{OFFICE}kunci/{{key}}/tolak/",
        get=None,
        post="head admin",
        given=issuing.with_waiting_key,
        sent=issuing.fingerprint_sent,
        wrong={"fingerprint": "lain"},
    ),
    **PAPERS,
    **PUBLICATIONS,
    **PUBLISHED,
    **READING,
    **CARRYING,
    **PLANNING,
    **OFFERING,
    **OUTWARD,
    **OVERSIGHT,
}

NOT_OURS = {"admin"}
"""Namespaces of Django's own pages for the operator of the server."""


def names_of_all_routes():
    """But two: components are there on a development server alone, as the settings were at the import.

    The figures are opened by a token and by no account (tests/skm_portal/watching/test_metrics.py).
    """
    return set(_names(get_resolver().url_patterns)) - {"components", "metrics"}


def _names(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.app_name not in NOT_OURS:
                yield from _names(pattern.url_patterns)
        else:
            yield pattern.name or str(pattern.pattern)
