"""The Kata Pengantar: who stands under it, and where the report is signed."""

from dataclasses import replace

import pytest

from reports.document.block import PREFACE_SIGNATURE, SIGNATURE
from reports.document.chapters.preface import preface_of
from reports.document.facts import facts_of
from tests.make_cycle import make_cycle, make_followup, make_source
from tests.reports.document.test_build import SIGNED


def preface(cycle=None, **changes):
    return preface_of(facts_of(make_source(cycle, **changes)))


def test_its_heading_leads_to_its_text():
    part = preface()
    assert (part.entry.label, part.entry.title, part.entry.level) == ("", "KATA PENGANTAR", 1)
    assert part.entry.anchor == part.section.anchor
    assert part.section.key == "kata_pengantar"


def test_a_draft_is_dated_by_the_month_of_the_report_and_has_no_seal():
    block = preface().signature
    assert block.place_and_date == "Contoh, Januari 2026"
    assert (block.name, block.title) == ("Sri Contoh", "Sekretaris KPU Kabupaten Contoh,")
    assert block.nip == "NIP. 19830503 200902 1 002"
    assert (block.seal, block.ink, block.remark, block.anchor) == (None, False, (), PREFACE_SIGNATURE)


def test_a_draft_without_a_month_has_only_its_place():
    assert preface(make_cycle(followup=make_followup(report_month=None))).signature.place_and_date == "Contoh"


@pytest.mark.parametrize("way", ["here", "elsewhere"])
def test_of_an_electronic_signature_it_says_on_which_page_it_stands(way):
    block = preface(signing=replace(SIGNED, way=way)).signature
    assert "".join(run.text for run in block.remark) == ("Laporan ini ditandatangani secara elektronik pada halaman .")
    assert [run.page_of for run in block.remark if run.page_of] == [SIGNATURE]
    assert (block.seal, block.ink) == (None, False)


def test_by_hand_it_is_signed_itself():
    block = preface(signing=replace(SIGNED, way="by_hand")).signature
    assert (block.remark, block.ink, block.seal) == ((), True, None)
    assert block.place_and_date == "Contoh, 9 Januari 2026"
