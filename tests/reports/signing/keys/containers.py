"""PKCS#12 containers as no library writes them: with several keys, nested, or locked beyond reason."""

import hashlib
import hmac

from asn1crypto import algos, cms, core, keys, pkcs12
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from tests.reports.signing.authority import PASSPHRASE

SALT = b"garam-uji"
ROUNDS = 2048


def with_keys(*pairs, passphrase=PASSPHRASE, plain=False):
    """One container of many keys, each with its certificate; ``plain``: the keys are not locked on their own."""
    bags = [_plain_bag(key) if plain else _locked_bag(key, passphrase) for key, _own in pairs]
    return _closed([_data(bags), _data([_certificate_bag(own) for _key, own in pairs])], passphrase)


def with_a_key_under_another_passphrase(first, second):
    """The container opens, its second key does not."""
    (key, own), (other_key, other_own) = first, second
    bags = [_locked_bag(key, PASSPHRASE), _locked_bag(other_key, "frasa-lain-sama-sekali")]
    return _closed([_data(bags), _data([_certificate_bag(own), _certificate_bag(other_own)])], PASSPHRASE)


def nested(iterations=2**31 - 1, depth=1):
    """A key bag that wants hours, out of sight of who looks at the first level only."""
    bag = _bag("pkcs8_shrouded_key_bag", _dear_key(iterations))
    for _ in range(depth):
        bag = _bag("safe_contents", pkcs12.SafeContents([bag]))
    return _closed([_data([bag])], None)


def enveloped():
    """A part that is locked for somebody's key, which no passphrase opens and no count can be seen of."""
    content = cms.EnvelopedData({"version": "v0", "recipient_infos": [], "encrypted_content_info": {
        "content_type": "data",
        "content_encryption_algorithm": {"algorithm": "aes256_cbc", "parameters": core.OctetString(bytes(16))},
    }})  # fmt: skip
    return _closed([cms.ContentInfo({"content_type": "enveloped_data", "content": content})], None)


def dear(*iterations):
    """Key bags on the first level, each with its own count."""
    return _closed([_data([_bag("pkcs8_shrouded_key_bag", _dear_key(count)) for count in iterations])], None)


def _dear_key(iterations):
    kdf = algos.KdfAlgorithm(
        {"algorithm": "pbkdf2", "parameters": {"salt": core.OctetString(SALT), "iteration_count": iterations}}
    )
    scheme = algos.EncryptionAlgorithm({"algorithm": "aes256_cbc", "parameters": core.OctetString(bytes(16))})
    lock = algos.EncryptionAlgorithm(
        {"algorithm": "pbes2", "parameters": {"key_derivation_func": kdf, "encryption_scheme": scheme}}
    )
    return keys.EncryptedPrivateKeyInfo({"encryption_algorithm": lock, "encrypted_data": bytes(32)})


def _locked_bag(key, passphrase):
    locked = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode()))
    return _bag("pkcs8_shrouded_key_bag", keys.EncryptedPrivateKeyInfo.load(locked))


def _plain_bag(key):
    return _bag(
        "key_bag", keys.PrivateKeyInfo.load(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
    )


def _certificate_bag(own):
    der = core.ParsableOctetString(own.public_bytes(Encoding.DER))
    return _bag("cert_bag", pkcs12.CertBag({"cert_id": "x509", "cert_value": der}))


def _bag(kind, value):
    return pkcs12.SafeBag({"bag_id": kind, "bag_value": value})


def _data(bags):
    content = core.OctetString(pkcs12.SafeContents(bags).dump())
    return cms.ContentInfo({"content_type": "data", "content": content})


def _closed(parts, passphrase):
    safe = pkcs12.AuthenticatedSafe(parts).dump()
    fields = {"version": "v3", "auth_safe": {"content_type": "data", "content": core.OctetString(safe)}}
    if passphrase is not None:
        digest = hmac.new(_mac_key(passphrase), safe, "sha256").digest()
        info = {"digest_algorithm": {"algorithm": "sha256"}, "digest": digest}
        fields["mac_data"] = {"mac": info, "mac_salt": SALT, "iterations": ROUNDS}
    return pkcs12.Pfx(fields).dump()


def _mac_key(passphrase):
    """RFC 7292, appendix B, for one block of SHA-256 and purpose 3."""

    def filled(text):
        return (text * 64)[: -(-len(text) // 64) * 64]

    block = bytes([3]) * 64 + filled(SALT) + filled(passphrase.encode("utf-16-be") + b"\x00\x00")
    for _ in range(ROUNDS):
        block = hashlib.sha256(block).digest()
    return block
