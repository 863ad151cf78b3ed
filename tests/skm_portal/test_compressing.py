"""Pages travel compressed, what is compressed by nature does not, and what is read at the other end is the same."""

import gzip
import re

import pytest

from followups.models import EvidencePhoto
from tests.mass import sampled

PACKED = {"Accept-Encoding": "gzip, deflate, br"}
PAGES = ("/", "/laporan/3521/2025-S1/", "/rtl/3521/2025-S1/", "/satuan-kerja/3521/")
TOKENS = re.compile(rb'(?<=value=")[\w:-]{60,}|(?<="X-CSRFToken": ")\w{64}')


def without_tokens(page):
    """A page's secrets are masked anew in each answer."""
    return TOKENS.sub(b"", page)


@pytest.mark.parametrize("address", sampled(PAGES, every=3))
def test_a_page_is_a_fraction_of_itself_and_reads_the_same(as_user, people, survey, address):
    client = as_user(people.admin)
    plain = client.get(address, follow=True)
    packed = client.get(address, follow=True, headers=PACKED)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert without_tokens(gzip.decompress(packed.content)) == without_tokens(plain.content)
    assert len(packed.content) < len(plain.content) / 2
    assert packed.headers["Content-Length"] == str(len(packed.content))


@pytest.mark.prove
def test_the_length_of_a_page_tells_nothing_exact(as_user, people, survey):
    """BREACH guesses a secret by the length of what was compressed with it."""
    client = as_user(people.admin)
    assert len({len(client.get("/", headers=PACKED).content) for _ in range(12)}) > 1


def test_a_photo_is_sent_as_it_is(as_user, people, survey):
    photo = EvidencePhoto.objects.get()
    sent = as_user(people.staff).get(f"/bukti-dukung/3521/2025-S1/foto/{photo.sha256}.jpg", headers=PACKED)
    assert "Content-Encoding" not in sent.headers
    assert b"".join(sent.streaming_content).startswith(b"\xff\xd8")


def test_a_workbook_is_sent_as_it_is(as_user, people, survey):
    sent = as_user(people.admin).get("/laporan/3521/2025-S1/excel/", headers=PACKED)
    assert sent.status_code == 200
    assert "Content-Encoding" not in sent.headers


def test_a_refusal_is_compressed_too(client, db):
    refused = client.get("/tidak-ada/", headers=PACKED)
    assert refused.status_code == 404
    assert "Alamat ini tidak ada" in gzip.decompress(refused.content).decode()
