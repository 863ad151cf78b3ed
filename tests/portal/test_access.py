"""Every address of the portal, walked with real objects by everyone: the owner succeeds where the stranger fails."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import get_resolver

from tests.conftest import jpeg

PUBLIC = {"healthz", "readyz", "account_login", "account_inactive", "account_logout"}
ADDRESSES = {
    "survey": "/skm/3521/2025-S1/",
    "survey_reading": "/skm/3521/2025-S1/hitung/",
    "priorities": "/skm/3521/2025-S1/prioritas/",
    "plan_table": "/rtl/3521/2025-S1/",
    "upkeep": "/pemeliharaan/3521/2025-S1/",
    "texts": "/laporan/3521/2025-S1/teks/",
    "text": "/laporan/3521/2025-S1/teks/4.penutup/",
    "realisations": "/rtl/3521/2025-S1/realisasi/",
    "home_findings": "/beranda/catatan/3521/2025-S1/",
    "evidence": "/bukti-dukung/3521/2025-S1/",
    "report": "/laporan/3521/2025-S1/",
    "report_pdf": "/laporan/3521/2025-S1/pdf/",
    "report_pdf_file": "/laporan/3521/2025-S1/pdf/berkas/",
    "findings": "/pemeriksaan/3521/2025-S1/",
    "photo": f"/bukti-dukung/3521/2025-S1/foto/{'ab' * 32}.jpg",
    "photo_thumbnail": f"/bukti-dukung/3521/2025-S1/foto/{'ab' * 32}/kecil.jpg",
    "office_picture": "/satuan-kerja/3521/gambar/logo",
}
ADMIN_ADDRESSES = {
    "survey_new": "/satuan-kerja/3521/siklus-baru/",
    "plan_new": "/rtl/3521/2025-S1/baru/",
    "upkeep_new": "/pemeliharaan/3521/2025-S1/baru/",
}
WRITTEN_TO = {"survey", "priorities", "text", "report_pdf", "account"}
OWN_PAGES = {"home", "start", "cycle_list", "account"}
WALKED_WITH_A_PLAN = {
    *("realisation", "realisation_approve", "realisation_return"),  # in test_realisation.py
    *("plan_edit", "plan_month", "plan_move", "plan_delete"),  # in test_plan.py
    *("upkeep_edit", "upkeep_move", "upkeep_delete"),  # in test_upkeep.py
    *("text_preview", "text_restore"),  # in test_texts.py
}
WALKED_WITH_A_PHOTO = {  # in test_evidence_page.py
    "evidence_place",
    *("evidence_upload", "evidence_note", "evidence_order", "evidence_move"),
    *("evidence_photo", "evidence_share", "evidence_copy", "evidence_remove", "evidence_delete", "evidence_replace"),
}
READERS = ("staff", "head", "admin", "secretary", "supervisor")


@pytest.fixture
def cycle(survey, ngawi):
    ngawi.logo.save("logo.jpg", ContentFile(jpeg()))
    return survey


def names_of(patterns):
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.app_name != "admin":
                yield from names_of(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def test_this_walk_passes_every_address():
    account = {name for name in names_of(get_resolver().url_patterns) if name.startswith(("account_", "mfa_"))}
    walked = (
        PUBLIC | OWN_PAGES | account | set(ADDRESSES) | set(ADMIN_ADDRESSES) | WALKED_WITH_A_PLAN | WALKED_WITH_A_PHOTO
    )
    assert set(names_of(get_resolver().url_patterns)) == walked


@pytest.mark.parametrize("name", ADDRESSES)
def test_only_who_may_see_the_office_gets_through(people, cycle, client, name):
    for role in READERS:
        client.force_login(getattr(people, role))
        assert client.get(ADDRESSES[name]).status_code in (200, 302), role
        assert client.get(ADDRESSES[name]).headers.get("Location", "/laporan/").startswith("/laporan/")
    for outsider in (people.stranger, people.nobody):
        client.force_login(outsider)
        assert client.get(ADDRESSES[name]).status_code == 404
    anonymous = Client().get(ADDRESSES[name])
    assert anonymous.status_code == 302
    assert anonymous.url.startswith("/akun/masuk/?next=")


@pytest.mark.parametrize("name", [*ADDRESSES, *sorted(OWN_PAGES)])
def test_what_only_shows_refuses_to_be_written_to(people, cycle, as_user, name):
    address = ADDRESSES.get(
        name, {"home": "/", "start": "/mulai/", "cycle_list": "/skm/", "account": "/akun/"}.get(name)
    )
    if name in WRITTEN_TO:
        return
    assert as_user(people.admin).post(address).status_code == 405


@pytest.mark.parametrize("address", ["/laporan/3521/2025-S2/", "/laporan/3521/2025-S3/", "/laporan/9999/2025-S1/"])
def test_a_cycle_that_does_not_exist_is_not_found(people, cycle, as_user, address):
    response = as_user(people.admin).get(address)
    assert response.status_code == 404
    assert "Halaman tidak ditemukan" in response.content.decode()


@pytest.mark.parametrize("address", ["/akun/masuk/", "/skm/", "/laporan/3521/2025-S1/", "/laporan/9999/2025-S1/"])
def test_no_page_carries_inline_script_or_style(people, cycle, as_user, address):
    response = as_user(people.admin).get(address, follow=True)
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    page = response.content.decode()
    assert ' style="' not in page
    assert "<style" not in page
    assert page.count("<script") == page.count("<script src=")
    assert " onclick=" not in page


@pytest.mark.parametrize("address", ["/", "/skm/", *ADDRESSES.values()])
def test_every_page_costs_25_queries_at_most(people, cycle, as_user, address, django_assert_max_num_queries):
    client = as_user(people.supervisor)
    with django_assert_max_num_queries(25):
        client.get(address)
