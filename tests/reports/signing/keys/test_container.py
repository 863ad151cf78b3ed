"""Containers as people have them, and as attackers send them: which key is taken, and how long it takes."""

import unicodedata
from datetime import timedelta
from itertools import permutations

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

from reports.signing.keys import container as opening
from reports.signing.keys import opening as keys
from reports.signing.keys.certificate import fingerprint_of
from reports.signing.keys.opening import SeveralKeys, UnusableKey, WrongPassphrase, open_key
from tests.processor import processor
from tests.reports.signing.authority import NOW, PASSPHRASE, Authority, certificate, contained
from tests.reports.signing.keys.containers import (
    dear,
    enveloped,
    nested,
    with_a_key_under_another_passphrase,
    with_keys,
)

DAY = timedelta(days=1)
COMPOSED = unicodedata.normalize("NFC", "kata-kuncí-é")
DECOMPOSED = unicodedata.normalize("NFD", COMPOSED)


def opened(container, passphrase=PASSPHRASE, wanted=""):
    return open_key(container, passphrase, at=NOW, wanted=wanted)


# --- several keys


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("fit_first", [False, True])
def test_of_several_keys_the_fit_one_is_taken(authority, fit_first, plain):
    old, new = authority.issue("Sri Lama", end=NOW - DAY), authority.issue("Sri Baru")
    key = opened(with_keys(*((new, old) if fit_first else (old, new)), plain=plain))
    assert key.certificate == new[1]
    assert key.key.public_key() == new[1].public_key()
    assert key.chain == ()


def test_where_several_are_fit_it_is_asked_which(authority):
    one, other = authority.issue("Sri Satu"), authority.issue("Sri Dua")
    container = with_keys(one, other)
    with pytest.raises(SeveralKeys, match="Pilih salah satu") as asked:
        opened(container)
    assert {choice.holder for choice in asked.value.choices} == {"Sri Satu", "Sri Dua"}
    for _key, own in (one, other):
        assert opened(container, wanted=fingerprint_of(own)).certificate == own
    with pytest.raises(SeveralKeys):
        opened(container, wanted="0" * 64)


def test_where_none_is_fit_each_reason_is_told(authority):
    late, early = authority.issue("Sri Lama", end=NOW - DAY), authority.issue("Sri Muda", start=NOW + DAY)
    with pytest.raises(UnusableKey, match=r"Tidak satu pun dari 2 kunci .*Sri Lama: .*habis.*Sri Muda: .*baru berlaku"):
        opened(with_keys(late, early))


def test_a_key_without_its_own_certificate_is_no_pair(authority):
    (key, _own), (_key, other) = authority.issue(), authority.issue()
    with pytest.raises(UnusableKey, match="bukan pasangan"):
        opened(with_keys((key, other)))


def test_a_second_key_under_another_passphrase_is_told_in_words(authority):
    container = with_a_key_under_another_passphrase(authority.issue("Sri Satu"), authority.issue("Sri Dua"))
    with pytest.raises(UnusableKey, match="bukan kunci PKCS#12"):
        opened(container)


# --- the way to a root


@pytest.fixture
def below(authority):
    """An authority that the other one vouches for, and what it issued."""
    middle = Authority("Otoritas Antara")
    middle.middle = certificate(
        middle.name, middle.key.public_key(), authority.name, authority.key, ca=True, usages=("key_cert_sign",)
    )
    return middle


def test_issuers_stand_from_the_certificate_to_the_root_whatever_their_order_in_the_file(authority, below):
    key, own = below.issue()
    stranger = Authority("Otoritas Lain").root
    for others in permutations([authority.root, below.middle, stranger]):
        assert opened(contained(key, own, others)).chain == (below.middle, authority.root)


def test_where_an_issuer_is_missing_the_way_ends_before_it(authority, below):
    key, own = below.issue()
    assert opened(contained(key, own, [authority.root])).chain == ()
    assert opened(contained(key, own, [below.middle])).chain == (below.middle,)


def test_two_authorities_that_vouch_for_each_other_are_no_endless_way(authority, below):
    crossed = certificate(authority.name, authority.key.public_key(), below.name, below.key, ca=True)
    key, own = below.issue()
    assert opened(contained(key, own, [crossed, below.middle])).chain == (below.middle, crossed)


# --- passphrases


@pytest.mark.parametrize("typed", [COMPOSED, DECOMPOSED])
@pytest.mark.parametrize("written", [COMPOSED, DECOMPOSED])
def test_a_passphrase_opens_whichever_way_its_accents_were_typed(authority, written, typed):
    assert COMPOSED != DECOMPOSED
    key, own = authority.issue()
    assert opened(contained(key, own, passphrase=written), typed).certificate == own
    assert opened(with_keys((key, own), passphrase=written), typed).certificate == own


def test_another_letter_does_not_open(authority):
    key, own = authority.issue()
    with pytest.raises(WrongPassphrase):
        opened(contained(key, own, passphrase=COMPOSED), "kata-kunci-e")


def test_where_a_container_is_told_in_a_trace_its_passphrase_is_not():
    assert PASSPHRASE not in repr(opening._Container(b"", PASSPHRASE))


# --- hostile containers


@pytest.mark.parametrize("depth", [1, 2, 4])
def test_a_nested_container_is_refused_before_anything_is_derived(depth):
    with processor() as used, pytest.raises(UnusableKey, match="bertingkat"):
        opened(nested(depth=depth))
    assert used.seconds < 3
    assert len(nested()) < 300


def test_what_is_locked_for_somebodys_key_is_refused_as_unusual():
    with pytest.raises(UnusableKey, match="bertingkat"):
        opened(enveloped())


@pytest.mark.parametrize("counts", [(1_000_001,), (400_000, 400_000, 400_000), (1, 1_000_000)])
def test_iterations_count_in_sum(counts):
    with pytest.raises(UnusableKey, match="terlalu berat"):
        opened(dear(*counts))


@pytest.mark.parametrize("counts", [(1_000_000,), (300_000, 300_000), ()])
def test_what_an_honest_program_asks_for_is_tried(counts):
    with pytest.raises((WrongPassphrase, UnusableKey), match=r"Frasa sandi salah|tidak memuat kunci privat"):
        opened(dear(*counts))


def padded(authority, size):
    """A container of just so many bytes: something in its certificate fills it up."""
    filler = x509.ObjectIdentifier("2.25.4711")
    length = size - 3000
    for _ in range(200):  # a signature by a curve varies by a byte or two
        pair = authority.issue(extensions=[(x509.UnrecognizedExtension(filler, b"x" * length), False)])
        container = with_keys(pair, plain=True)
        if len(container) == size:
            return container
        length += size - len(container)
    raise AssertionError("no container of that size was found")


def test_a_container_may_have_a_hundred_thousand_bytes_and_not_one_more(authority):
    assert opened(padded(authority, keys.MOST_BYTES))
    with pytest.raises(UnusableKey, match="bukan kunci PKCS#12"):
        opened(padded(authority, keys.MOST_BYTES + 1))


def test_what_hides_its_costs_inside_is_ended_in_time(authority, monkeypatch):
    """The look from outside put away: the fence alone."""
    monkeypatch.setattr(opening._Container, "refuse_costly", lambda _container: None)
    assert keys.SECONDS <= 10
    monkeypatch.setattr(keys, "SECONDS", 1)
    with processor() as used, pytest.raises(UnusableKey, match="waktu yang wajar"):
        opened(dear(2**31 - 1))
    assert used.seconds < 3


def test_a_container_of_an_honest_program_with_many_iterations_opens(authority):
    key, own = authority.issue()
    lock = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(300_000).hmac_hash(hashes.SHA256())
    assert opened(pkcs12.serialize_key_and_certificates(b"k", key, own, None, lock.build(PASSPHRASE.encode())))


def test_the_passphrase_and_the_key_are_in_no_representation(authority):
    key = opened(authority.container())
    assert "PrivateKey" not in repr(key)
    with pytest.raises(UnusableKey) as refused:
        opened(nested())
    assert PASSPHRASE not in str(refused.value) + repr(refused.value.__context__)
