"""A signature that others confirm, made whole or not at all, and silent about its secrets."""

import logging
import re
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pikepdf
import pytest
from asn1crypto import keys as asn1_keys
from asn1crypto import tsp, x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.timestamps import DummyTimeStamper

from reports.signing.keys.opening import UnusableKey, open_key
from reports.signing.sign import SigningFailed, sign
from reports.signing.verify import inspect
from tests.reports.signing.authority import NIP, NOW, PASSPHRASE, certificate, contained, name, p256, rsa_key
from tests.reports.signing.extending import extends
from tests.reports.signing.judging.judging import failures, pdfsig

WORDS = {"reason": "Menyetujui isi laporan", "location": "Ngawi"}


@pytest.fixture(scope="module")
def rsa_signed(prepared, authority):
    key = open_key(authority.container(key=rsa_key(), number=NIP), PASSPHRASE, at=NOW)
    return sign(prepared, key, at=NOW, **WORDS)


@pytest.fixture(params=["signed", "rsa_signed"])
def either(request):
    """Signed with P-256, and with RSA-3072."""
    return request.getfixturevalue(request.param)


def test_poppler_confirms_it(either, tmp_path):
    said = pdfsig(either, tmp_path)
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said


def test_it_stays_accessible_and_archivable(either):
    assert failures(either) == set()


def test_it_only_adds_to_the_prepared_file_and_little(prepared, either):
    assert extends(prepared, either)
    assert len(either) - len(prepared) <= 32_000


def test_we_confirm_it_ourselves(either, authority):
    (facts,) = inspect(either, [authority.pem]).signatures
    assert (facts.signer, facts.issuer, facts.signed_at) == ("Sri Contoh", "Otoritas Uji", NOW)
    assert facts.intact and facts.covers_whole_file and facts.trusted and facts.holds
    assert not facts.demo and not facts.not_valid_at_signing


def test_metadata_are_those_of_the_renderer(tmp_path, rendered, signed):
    (tmp_path / "a.pdf").write_bytes(rendered)
    (tmp_path / "b.pdf").write_bytes(signed)
    with pikepdf.open(tmp_path / "a.pdf") as before, pikepdf.open(tmp_path / "b.pdf") as after:
        assert after.Root.Metadata.read_raw_bytes() == before.Root.Metadata.read_raw_bytes()
        assert after.Root.Metadata.objgen == before.Root.Metadata.objgen


def test_no_stream_of_ours_may_end_unclearly(rendered, signed):
    """A compressed one would, once in 256 times."""
    added = signed[len(rendered) :]
    assert added.count(b"endstream") == 2
    assert b"/Filter /FlateDecode" not in added


def test_a_signed_file_is_not_signed_again(signed, key):
    with pytest.raises(SigningFailed, match="Siapkan ulang"):
        sign(signed, key, at=NOW, **WORDS)


def test_a_file_without_a_field_is_not_signed(rendered, key):
    with pytest.raises(SigningFailed):
        sign(rendered, key, at=NOW, **WORDS)


def test_a_certificate_that_ended_meanwhile_does_not_sign(prepared, key):
    with pytest.raises(UnusableKey, match="sudah habis pada 7 Januari 2036"):
        sign(prepared, key, at=NOW + timedelta(days=4000), **WORDS)


# --- what is laid beside the certificate


@pytest.fixture(scope="module")
def below(authority):
    """An authority below the first, and a key that it issued."""
    middle_key, key = p256(), p256()
    named = name("Otoritas Menengah", organisation="Otoritas Uji")
    usages = ("key_cert_sign", "crl_sign")
    middle = certificate(named, middle_key.public_key(), authority.name, authority.key, ca=True, usages=usages)
    own = certificate(name("Sri Contoh", number=NIP), key.public_key(), named, middle_key)
    return middle, contained(key, own, [middle, authority.root])


def test_the_way_to_the_root_is_in_the_signature_and_the_root_itself_is_not(prepared, authority, below):
    """Who checks the file has the root already; the authority between is nowhere else."""
    middle, container = below
    signed = sign(prepared, open_key(container, PASSPHRASE, at=NOW), at=NOW, **WORDS)
    (facts,) = inspect(signed, [authority.pem]).signatures
    assert facts.trusted
    (value,) = re.findall(rb"/Contents ?<([0-9a-fA-F]+)>", signed)
    assert middle.public_bytes(Encoding.DER).hex().encode() in value.lower()
    assert authority.root.public_bytes(Encoding.DER).hex().encode() not in value.lower()


def test_no_room_is_left_for_a_timestamp_that_nobody_asked_for(signed, key):
    (value,) = re.findall(rb"/Contents ?<([0-9a-fA-F]+)>", signed)
    certificates = sum(len(each.public_bytes(Encoding.DER)) for each in (key.certificate, *key.chain))
    assert len(value) == 2 * (2048 + certificates)


def test_a_moment_without_a_zone_is_a_mistake_of_the_caller(prepared, key):
    with pytest.raises(ValueError, match="aware"):
        sign(prepared, key, at=NOW.replace(tzinfo=None), **WORDS)


def test_neither_log_nor_message_nor_key_tells_a_secret(prepared, authority, caplog):
    caplog.set_level(logging.DEBUG)
    container = authority.container()
    key = open_key(container, PASSPHRASE, at=NOW)
    with pytest.raises(ValueError) as refused:
        open_key(container, PASSPHRASE + "x", at=NOW)
    sign(prepared, key, at=NOW, **WORDS)
    error, seen = refused.value, [caplog.text, repr(key), str(key)]
    while error:
        seen.append(repr(error))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    secret = key.key.private_numbers().private_value
    assert not [text for text in seen if PASSPHRASE in text or str(secret) in text or f"{secret:x}" in text]


# --- a timestamp ----------------------------------------------------------------------------------


@pytest.fixture
def stamping(authority):
    """An authority that stamps, at an address; ``answers`` may be replaced."""
    key, own = authority.stamping_key()
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    stamper = DummyTimeStamper(
        x509.Certificate.load(own.public_bytes(Encoding.DER)),
        asn1_keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, *plain)),
        fixed_dt=NOW + timedelta(seconds=2),
    )

    class Answers(BaseHTTPRequestHandler):
        status, asked = 200, 0

        def do_POST(self):
            type(self).asked += 1
            query = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            body = stamper.request_tsa_response(query).dump()
            self.send_response(self.status)
            self.send_header("Content-Type", "application/timestamp-reply" if self.status == 200 else "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments):
            """Silent."""

    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    Answers.url = f"http://127.0.0.1:{server.server_port}/"
    yield Answers
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_timestamp_is_asked_for_once_and_holds(prepared, key, authority, stamping, tmp_path):
    stamped = sign(prepared, key, at=NOW, timestamp_url=stamping.url, **WORDS)
    (facts,) = inspect(stamped, [authority.pem]).signatures
    assert facts.timestamped_at == NOW + timedelta(seconds=2)
    assert facts.holds and facts.trusted
    assert stamping.asked == 1
    assert failures(stamped) == set()
    assert len(stamped) - len(prepared) <= 32_000
    assert "Signature is Valid" in pdfsig(stamped, tmp_path)


def test_without_its_timestamp_nothing_is_signed(prepared, key, stamping):
    stamping.status = 500
    with pytest.raises(SigningFailed, match=r"Server penanda waktu .* belum ditandatangani"):
        sign(prepared, key, at=NOW, timestamp_url=stamping.url, **WORDS)


def test_a_timestamp_server_that_is_not_there_is_told(prepared, key):
    with pytest.raises(SigningFailed, match="Server penanda waktu"):
        sign(prepared, key, at=NOW, timestamp_url="http://127.0.0.1:9/", **WORDS)
