"""Each rule finds its fault, names its place, and keeps quiet without it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from reports.build import build
from reports.consistency import RULES, findings_of
from reports.cycle.model import Realisation
from reports.finding import SEVERITIES, Place
from tests.make_cycle import (
    make_completion,
    make_cycle,
    make_followup,
    make_photos,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)

from .shapes import SHAPES, of, young


def findings(cycle, **changes):
    return findings_of(build(make_source(cycle, **changes)))


def sound(*, survey=None, upkeep=None, narrative=None, priorities=None, done=None, still_open=None):
    """A cycle without any fault: one plan done with proof, one open with reason and strategy."""
    done = {"photos": make_photos(1)} | (done or {})
    plans = (make_plan("Satu", **done), make_plan("Dua", **({"status": "in_progress"} | (still_open or {}))))
    priorities = (of("waktu", *plans),) if priorities is None else priorities
    return make_cycle(
        survey=make_survey(**(survey or {})),
        followup=make_followup(priorities, (make_upkeep(**(upkeep or {})),)),
        narrative=narrative or {},
    )


FAULTS = {
    "K01": (sound(survey={"scores": {}}), "block", "Bab II, Tabel 2.1, Nilai"),
    "N3": (sound(survey={"declared_index": Decimal("87.45")}), "warn", "Bab II, Tabel 2.1, IKM"),
    "K02": (sound(priorities=()), "block", "Bab II, Unsur prioritas"),
    "K03": (sound(priorities=(of("biaya"),)), "block", "Bab II, Tabel 2.2, nomor 1"),
    "K04": (sound(done={"months": ()}), "warn", "Bab II, Tabel 2.2, nomor 1 a, Waktu"),
    "K05": (sound(still_open={"units": ()}), "warn", "Bab II, Tabel 2.2, nomor 1 b, Penanggung Jawab"),
    "K06": (sound(done={"photos": ()}), "block", "Bab III, Tabel 3.1, nomor 1 a, Dokumentasi Kegiatan"),
    "K07": (
        sound(done={"realisation": Realisation("done")}),
        "warn",
        "Bab III, Tabel 3.1, nomor 1 a, Deskripsi Realisasi",
    ),
    "K08": (sound(still_open={"completion": make_completion(reason=None)}), "block", "Bab IV, nomor 1 b, Alasan"),
    "K09": (
        sound(still_open={"completion": make_completion(strategy=None)}),
        "block",
        "Bab IV, Tabel 4.1, nomor 1 b, Strategi Penyelesaian",
    ),
    "K10": (
        sound(still_open={"completion": make_completion(months_max=None)}),
        "warn",
        "Bab IV, Tabel 4.1, nomor 1 b, Target Waktu Penyelesaian",
    ),
    "K11": (sound(upkeep={"activity": None}), "warn", "Bab III, Tabel 3.2, nomor 1, Bentuk Realisasi"),
    "K12": (sound(narrative={"1.3": "Nilai {{ ikmm }}."}), "block", "Teks laporan, 1.3 Maksud dan Tujuan"),
}


def test_a_sound_report_has_no_findings():
    assert findings(sound()) == ()


@pytest.mark.parametrize("rule", FAULTS)
def test_each_rule_finds_its_own_fault_at_its_place_and_nothing_else(rule):
    cycle, severity, place = FAULTS[rule]
    assert [(f.id, f.severity, str(f.place)) for f in findings(cycle)] == [(rule, severity, place)]


def test_a_placeholder_photo_is_found():
    (finding,) = findings(sound(), placeholders=("photos/foto-001.jpg",))
    assert (finding.id, finding.severity, finding.message[:14]) == ("K13", "block", "Sebanyak 1 fot")


MENDED_ON = {
    **dict.fromkeys(("K01", "N3"), "Survei"),
    "K02": "Prioritas",
    **dict.fromkeys(("K03", "K04", "K05"), "Rencana"),
    **dict.fromkeys(("K06", "K07", "K08", "K09", "K10"), "Realisasi"),
    "K11": "Pemeliharaan",
    "K12": "Teks",
}


@pytest.mark.parametrize("rule", FAULTS)
def test_each_fault_leads_to_the_page_where_it_is_mended(rule):
    (finding,) = findings(FAULTS[rule][0])
    assert finding.place.mended_on[1] == MENDED_ON[rule]


def test_every_rule_is_proven_here():
    assert {rule.id for rule in RULES} == {*FAULTS, "K13"}
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_message_says_what_to_do_and_the_gravest_come_first(shape):
    found = findings(shape())
    for finding in found:
        assert finding.message[0].isupper()
        assert finding.message.endswith(".")
        assert "None" not in f"{finding.place} {finding.message}"
    order = [SEVERITIES.index(finding.severity) for finding in found]
    assert order == sorted(order)


@pytest.mark.parametrize("declared", ["87.21", "87.36", "87.44", None])
def test_an_index_within_the_envelope_needs_no_explanation(declared):
    assert findings(sound(survey={"declared_index": declared and Decimal(declared)})) == ()


def test_an_index_outside_the_envelope_is_told_with_its_bounds_and_what_is_printed():
    (finding,) = findings(FAULTS["N3"][0])
    assert all(number in finding.message for number in ("87,45", "87,21–87,44", "87,33"))


@pytest.mark.parametrize(
    ("completion", "ids"),
    [
        (None, ["K08"]),
        (make_completion(strategy=None, months_min=None, months_max=None), []),
        (make_completion(), []),
        (make_completion(months_max=None), ["K10"]),
    ],
)
def test_what_cannot_be_done_needs_a_reason_but_no_strategy(completion, ids):
    cycle = sound(still_open={"status": "impossible", "completion": completion})
    assert [finding.id for finding in findings(cycle)] == ids


def test_an_open_plan_without_anything_lacks_reason_and_strategy():
    cycle = sound(still_open={"completion": None})
    assert [finding.id for finding in findings(cycle)] == ["K08", "K09"]


def test_a_shared_photo_is_proof_for_both_plans():
    photos = make_photos(1)
    cycle = sound(priorities=(of("waktu", make_plan("Satu", photos=photos), make_plan("Dua", photos=photos)),))
    assert findings(cycle) == ()


def test_a_passage_amid_words_and_an_unknown_word_are_told_together():
    (finding,) = findings(sound(narrative={"4": "{{ tiada }}: {{ dasar_hukum }}"}))
    assert "{{ tiada }} dan {{ dasar_hukum }}" in finding.message


def test_each_plan_is_a_place_of_its_own():
    plans = tuple(make_plan(f"Rencana {number}", photos=()) for number in range(3))
    cycle = sound(priorities=(of("waktu", *plans[:2]), of("biaya", plans[2])))
    assert [finding.place.row for finding in findings(cycle)] == ["1 a", "1 b", "2 a"]


def test_a_young_cycle_is_told_to_begin_at_the_beginning():
    assert [finding.id for finding in findings(young())] == ["K01", "K02"]


def test_a_place_names_only_what_it_has():
    assert str(Place("Bab IV")) == "Bab IV"
    assert str(replace(Place("Bab II"), table="Tabel 2.2", row="1 b")) == "Bab II, Tabel 2.2, nomor 1 b"
