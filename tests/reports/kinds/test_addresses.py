"""How the kind of a report stands in an address."""

import re

import pytest
from django.urls import resolve, reverse

from reports.kinds.addresses import FOLDERS, KindConverter
from reports.models import ReportKind

CYCLE = "/laporan/3521/2025-S1/"
PAGES = ("reader_notes", "versions_compare", "signing")


def test_every_kind_has_a_folder_of_its_own():
    assert set(FOLDERS) == set(ReportKind)
    assert len(set(FOLDERS.values())) == len(FOLDERS)


@pytest.mark.parametrize("kind", ReportKind)
def test_a_kind_is_read_back_from_what_is_written_for_it(kind):
    converter = KindConverter()
    folder = converter.to_url(kind)
    assert re.fullmatch(converter.regex, folder)
    assert converter.to_python(folder) is kind
    assert converter.to_url(str(kind)) == folder


def test_what_is_no_kind_has_no_address():
    with pytest.raises(ValueError, match="surat"):
        KindConverter().to_url("surat")
    assert not re.fullmatch(KindConverter.regex, "surat/")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_follow_up_report_is_the_same_with_and_without_its_kind(page):
    plain = reverse(page, args=["3521", "2025-S1"])
    assert reverse(page, args=["3521", "2025-S1", ReportKind.FOLLOW_UP]) == plain


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_what_completes_it_stands_in_a_folder_and_is_found_there(page):
    address = reverse(page, args=["3521", "2025-S1", ReportKind.ADDENDUM])
    assert address.startswith(f"{CYCLE}penyelesaian/")
    found = resolve(address)
    assert found.url_name == page
    assert found.kwargs["kind"] is ReportKind.ADDENDUM
    assert address.replace("penyelesaian/", "") == reverse(page, args=["3521", "2025-S1"])
