"""One authority, one key and one signed report for all tests of signatures."""

import pytest

from reports.printing.pdf import pdf_of
from reports.signing.field import add_field
from reports.signing.keys.opening import open_key
from reports.signing.sign import sign
from tests.reports.printing.conftest import report, shelf  # noqa: F401 (fixtures)
from tests.reports.signing.authority import NIP, NOW, PASSPHRASE, Authority

PAGE = """<!DOCTYPE html><html lang="id"><title>Laporan contoh</title><body><h1>Kesimpulan</h1>
<p><a href="#tanda-tangan">Tanda tangan</a></p>
<div id="tanda-tangan"><p>Ngawi, 9 Januari 2026</p><p>Sri Contoh</p></div></body></html>"""


@pytest.fixture(scope="session")
def authority():
    return Authority()


@pytest.fixture(scope="session")
def key(authority):
    return open_key(authority.container(number=NIP), PASSPHRASE, at=NOW)


@pytest.fixture(scope="session")
def rendered():
    """A page with the anchor of a signature block; a whole report is tried in test_field.py."""
    return pdf_of(PAGE, {})


@pytest.fixture(scope="session")
def prepared(rendered):
    """The page with its empty field."""
    return add_field(rendered)


@pytest.fixture(scope="session")
def signed(prepared, key):
    return sign(prepared, key, at=NOW, reason="Menyetujui isi laporan", location="Ngawi")
