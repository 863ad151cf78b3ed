"""What a signature costs: signing with P-256 and RSA-3072, checking an 8 MB file, and how much the file grows.

Run with ``python -m benchmarks.signing``; exit status 1 if a *must* is missed. All warm: the process has signed and
checked once. The file is one page with a signature block and noise of the size of 25 photos.
"""

import io
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from statistics import median
from typing import Any

ROUNDS = 7
NOISE = 8_000_000  # bytes
MUST = {
    "sign_p256_ms": 300,
    "sign_rsa3072_ms": 800,
    "open_key_rsa3072_ms": None,
    "verify_8mb_ms": 500,
    "verify_8mb_with_proofs_ms": 500,
    "verify_first_ms": None,
    "field_growth_kb": None,
    "signature_growth_kb": 32,
}
PAGE = """<!DOCTYPE html><html lang="id"><title>Ukuran</title><body><p><a href="#tanda-tangan">Tanda tangan</a></p>
<div id="tanda-tangan"><p>Nama</p></div></body></html>"""
PASSPHRASE = "ukuran"


def rendered() -> bytes:
    """A tagged page, and beside it what nobody can compress."""
    import pikepdf

    from reports.printing.pdf import pdf_of

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(PAGE, {}))) as pdf:
        pdf.Root.Noise = pdf.make_stream(os.urandom(NOISE))
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return target.getvalue()


def container(key: Any) -> bytes:
    """A PKCS#12 container with a certificate of its own issue."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Ukuran")])
    now = datetime.now(UTC)
    own = x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(1), now + timedelta(1))
    locked = BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"ukuran", key, own.sign(key, hashes.SHA256()), None, locked)


def with_proofs(pdf: bytes, certificate: Any) -> bytes:
    """The file with a store of proofs behind it, as another program lays it there."""
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding
    from pyhanko.sign.validation.dss import DocumentSecurityStore

    target = io.BytesIO(pdf)
    own = x509.Certificate.load(certificate.public_bytes(Encoding.DER))
    DocumentSecurityStore.add_dss(target, None, certs=[own])
    return target.getvalue()


def milliseconds(work: Callable[[], object]) -> float:
    """The middle one of several rounds, by the clock."""
    taken = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken) * 1000


def measured() -> Iterator[tuple[str, float]]:
    """Each figure by its name in MUST."""
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    from reports.signing.field import add_field
    from reports.signing.keys.opening import open_key
    from reports.signing.sign import sign
    from reports.signing.verify import inspect

    plain = rendered()
    prepared, now = add_field(plain), datetime.now(UTC)
    yield "field_growth_kb", (len(prepared) - len(plain)) / 1000
    curve = open_key(container(ec.generate_private_key(ec.SECP256R1())), PASSPHRASE)
    dear = container(rsa.generate_private_key(65537, 3072))
    long = open_key(dear, PASSPHRASE)
    yield "open_key_rsa3072_ms", milliseconds(lambda: open_key(dear, PASSPHRASE))
    signed = {}
    for name, key in (("sign_p256_ms", curve), ("sign_rsa3072_ms", long)):
        signed[name] = sign(prepared, key, at=now, reason="Ukuran", location="Sini")
        yield name, milliseconds(lambda key=key: sign(prepared, key, at=now, reason="Ukuran", location="Sini"))  # type: ignore[misc]
    yield "signature_growth_kb", (max(map(len, signed.values())) - len(prepared)) / 1000
    began = time.perf_counter()
    found = inspect(signed["sign_p256_ms"])
    yield "verify_first_ms", (time.perf_counter() - began) * 1000
    if not found.holds:
        raise RuntimeError("the signature does not hold")
    yield "verify_8mb_ms", milliseconds(lambda: inspect(signed["sign_p256_ms"]))
    later = with_proofs(signed["sign_p256_ms"], curve.certificate)
    if not inspect(later).holds:
        raise RuntimeError("proofs are taken for a change")
    yield "verify_8mb_with_proofs_ms", milliseconds(lambda: inspect(later))


def main() -> int:
    """Print one line per figure: name, measured, must, verdict. Returns the exit status."""
    os.environ |= {"DJANGO_SETTINGS_MODULE": "skm_portal.settings", "DEBUG": "1"}
    import django

    django.setup()
    missed = 0
    print(f"{'name':38}{'measured':>10}{'must':>8}  verdict")
    for name, value in measured():
        most = MUST[name]
        late = most is not None and value > most
        missed += late
        must, verdict = ("-", "-") if most is None else (f"<={most}", "MISSED" if late else "ok")
        print(f"{name:38}{value:>10.1f}{must:>8}  {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
