"""Counters: exact among many at once, and not to be swept away by whoever fills other tables."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone

from offices.account.throttling import Limit, address_of, give_back, is_within, is_within_in_all, take
from offices.models import Counter
from tests.mass import sampled

START = timezone.now()
THREE = Limit("uji", 3, 60)


def taken(who="satu", limit=THREE, times=5):
    return [take(limit, who) for _ in range(times)]


def request_of(address):
    return RequestFactory().get("/", REMOTE_ADDR=address)


def test_a_limit_lets_as_many_through_as_it_says_and_begins_again_when_its_time_is_over(db):
    with time_machine.travel(START, tick=False) as clock:
        assert taken() == [True, True, True, False, False]
        clock.shift(timedelta(seconds=59))
        assert not take(THREE, "satu")
        clock.shift(timedelta(seconds=1))
        assert taken() == [True, True, True, False, False]


def test_each_has_a_counter_of_its_own_and_each_limit_too(db):
    taken("satu")
    assert take(THREE, "dua")
    assert take(Limit("lain", 3, 60), "satu")


def test_what_was_given_back_counts_no_longer_and_never_becomes_a_credit(db):
    taken()
    give_back(THREE, "satu")
    assert taken(times=2) == [True, False]
    for _ in range(9):
        give_back(THREE, "satu")
    assert taken() == [True, True, True, False, False]
    give_back(THREE, "tidak pernah dihitung")
    assert taken("tidak pernah dihitung") == [True, True, True, False, False]


def test_filling_the_cache_does_not_reopen_a_closed_counter(db, settings):
    settings.CACHES = {"default": settings.CACHES["default"] | {"OPTIONS": {"MAX_ENTRIES": 10}}}
    taken()
    for number in range(60):
        cache.set(f"sampah-{number}", "x" * 100)
    cache.clear()
    assert not take(THREE, "satu")


@pytest.mark.prove
def test_filling_the_table_does_not_reopen_a_closed_counter(db):
    taken()
    for number in range(500):
        take(THREE, f"orang asing {number}")
    assert not take(THREE, "satu")


def test_what_has_ended_is_deleted_by_the_next_new_counter(db):
    with time_machine.travel(START, tick=False) as clock:
        for number in range(20):
            take(THREE, f"orang {number}")
        take(Limit("panjang", 3, 3600), "tetap")
        clock.shift(timedelta(seconds=61))
        take(THREE, "yang baru")
    assert Counter.objects.count() == 2


def test_nothing_that_was_typed_can_be_read_in_the_table(db):
    take(THREE, "kata-sandi-di-isian-yang-salah")
    assert "sandi" not in "".join(Counter.objects.values_list("key", flat=True))


def test_an_address_is_counted_apart_and_all_of_them_together(db):
    here, there = request_of("192.0.2.1"), request_of("192.0.2.2")
    assert [is_within(here, "unggah", 2, 60) for _ in range(3)] == [True, True, False]
    assert is_within(there, "unggah", 2, 60)
    assert [is_within_in_all("unggah", 2, 60) for _ in range(3)] == [True, True, False]
    assert is_within(there, "unggah", 2, 60)


def test_the_addresses_of_one_ipv6_subscriber_are_one(db):
    assert address_of(request_of("2001:db8:1:2::1")) == address_of(request_of("2001:db8:1:2:ffff::9"))
    assert address_of(request_of("2001:db8:1:2::1")) != address_of(request_of("2001:db8:1:3::1"))


def all_at_once(limit, who, times):
    barrier = Barrier(times)

    def one(_number):
        try:
            barrier.wait()
            return take(limit, who)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


@pytest.mark.parametrize("round_", sampled(range(3), every=3))
def test_of_many_at_once_exactly_as_many_pass_as_the_limit_says(committed_db, round_):
    limit = Limit(f"bersamaan {round_}", 4, 60)
    assert sorted(all_at_once(limit, "satu", 10)) == [False] * 6 + [True] * 4
    assert sorted(all_at_once(limit, "satu", 3)) == [False] * 3


def test_of_many_at_once_after_its_end_exactly_as_many_pass(committed_db):
    limit = Limit("bersamaan", 4, 60)
    with time_machine.travel(START, tick=False) as clock:
        taken(limit=limit)
        clock.shift(timedelta(seconds=61))
        assert sorted(all_at_once(limit, "satu", 10)) == [False] * 6 + [True] * 4
