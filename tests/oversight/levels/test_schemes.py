"""The dated rules: what stands in them, and that new ones need no other code."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from followups.models import Medium
from oversight.levels.reaching import level_of
from oversight.levels.schemes import SCHEMES, SPEED, Bound, scheme_on
from oversight.levels.standing import standings_of
from surveys.models import Instrument
from tests.oversight.levels.record import DAY, cycle, office, signed

EQUAL = Decimal("11.11")
LATER = replace(
    SCHEMES[0],
    valid_from=date(2027, 1, 1),
    sources=("Peraturan yang baru",),
    indicators=tuple(
        replace(
            each,
            weight=EQUAL,
            bounds=tuple(Bound(Decimal(months)) for months in (10, 8, 6, 4, 2)) if each.number == 9 else each.bounds,
        )
        for each in SCHEMES[0].indicators
    ),
)
"""Nine equal weights, as a local sheet of 2026 has them, and other steps of speed."""


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: str(scheme.valid_from))
def test_each_indicator_says_what_its_levels_mean_and_when_they_are_reached(scheme):
    for each in scheme.indicators:
        assert len(each.levels) == len(each.bounds) + 1 == 6
        values = [bound.value for bound in each.bounds]
        assert values == sorted(values, reverse=each.less_is_better)
        assert [level_of(each, bound.value) for bound in each.bounds if not bound.open] == [
            level for level, bound in enumerate(each.bounds, start=1) if not bound.open
        ]


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: str(scheme.valid_from))
def test_rules_name_their_source_and_kinds_of_media_that_the_log_has(scheme):
    assert all(scheme.sources)
    assert set(scheme.media) == set(Medium.values)
    assert scheme.printed | scheme.electronic <= set(scheme.media)
    assert not scheme.printed & scheme.electronic


def test_rules_name_instruments_that_are_there(db):
    for scheme in SCHEMES:
        assert Instrument.objects.filter(key__in=scheme.instruments).count() == len(scheme.instruments)


def test_the_weights_are_those_of_the_ministry():
    weights = {each.number: each.weight for each in SCHEMES[0].indicators}
    assert weights == {6: Decimal(17), 7: Decimal(7), 8: Decimal(7), 9: Decimal(7)}
    assert (SCHEMES[0].aspect, SCHEMES[0].aspect_weight) == ("Kebijakan Pelayanan", Decimal(24))


@pytest.mark.parametrize(
    ("day", "source"),
    [
        (date(2019, 5, 1), SCHEMES[0].sources),
        (date(2026, 12, 31), SCHEMES[0].sources),
        (date(2027, 1, 1), LATER.sources),
        (date(2031, 1, 1), LATER.sources),
    ],
)
def test_the_latest_rules_in_force_on_a_day_are_used_in_whatever_order_they_stand(day, source):
    assert scheme_on(day, (SCHEMES[0], LATER)).sources == source
    assert scheme_on(day, (LATER, SCHEMES[0])).sources == source


def test_new_weights_and_steps_are_a_row_and_nothing_else():
    record = office(cycle("2026-S1", reported=date(2026, 7, 1), signed=signed(dated=date(2027, 2, 20))))
    day = date(2027, 3, 1)
    old, new = (standings_of(record, day, schemes).rows[-1] for schemes in (SCHEMES, (*SCHEMES, LATER)))
    assert (old.indicator.weight, old.level) == (Decimal(7), 2)
    assert (new.indicator.weight, new.level) == (EQUAL, 2)
    slower = replace(LATER, indicators=(replace(SPEED, bounds=tuple(Bound(Decimal(n)) for n in (7, 5, 3, 2, 1))),))
    assert standings_of(record, day, (*SCHEMES, slower)).rows[-1].level == 0


def test_a_level_may_be_lost_because_the_rules_change():
    record = office(cycle(signed=signed(dated=date(2025, 9, 1))))
    stricter = replace(
        SCHEMES[0],
        valid_from=date(2026, 7, 1),
        indicators=(replace(SPEED, bounds=tuple(Bound(Decimal(n)) for n in (5, 4, 3, 1, 0))),),
    )
    now = standings_of(record, DAY, (*SCHEMES, stricter)).rows[-1]
    assert (now.level, now.loss.until, now.loss.level) == (4, date(2026, 6, 30), 3)
