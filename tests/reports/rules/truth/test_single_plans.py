"""What sections and fields of a plan say of single plans, held against the plan as it was drawn up and carried out."""

from dataclasses import replace

import pytest

from followups.months import Month
from reports.cycle.model import PriorityData
from reports.document.facts import facts_of
from reports.document.fields import DESCRIPTION, REASON, STRATEGY, PlanAt
from reports.rules.finding import Place
from reports.rules.texts import TypedText
from reports.rules.truth.reader import truth_reader
from tests.make_cycle import make_completion, make_cycle, make_followup, make_plan, make_source
from tests.reports.rules.worlds import claims

FIELDS = {"description": DESCRIPTION, "reason": REASON, "strategy": STRATEGY}
SECTIONS_WRONG = """
M8 | informasi persyaratan pelayanan | Kegiatan “Penyusunan dan publikasi informasi prosedur pelayanan” selesai.
M8 | kompetensi teknis | Program pembinaan internal & eksternal peningkatan disiplin teknis pelayanan selesai.
S1 | belum dimulai | Monitoring dan evaluasi kinerja petugas pelayanan telah rampung dikerjakan.
K54 | selesai | Penyusunan dan publikasi informasi persyaratan pelayanan masih dalam proses.
K53 | November | Penyusunan dan publikasi informasi persyaratan pelayanan dijadwalkan pada September 2025.
K53 | November | Rencana penyusunan dan publikasi informasi persyaratan direncanakan Oktober–November 2025.
K86 | Rendatin | Penyusunan dan publikasi informasi persyaratan pelayanan ditangani Subbag KUL.
K86 | Rendatin | Penyusunan dan publikasi informasi persyaratan menjadi tanggung jawab Subbag KUL.
"""
SECTIONS_RIGHT = """
Kegiatan “Penyusunan dan publikasi informasi persyaratan pelayanan” telah selesai.
Monitoring dan evaluasi kinerja petugas pelayanan belum dimulai karena petugasnya merangkap tugas lain.
Penyusunan dan publikasi informasi persyaratan pelayanan dijadwalkan pada November 2025.
Penyusunan dan publikasi informasi persyaratan pelayanan dikerjakan Subbag Rendatin dengan dukungan Subbag KUL.
Apabila monitoring dan evaluasi kinerja petugas pelayanan telah selesai, hasilnya dilaporkan kepada pimpinan.
Masyarakat mengusulkan kegiatan “Penyusunan dan publikasi informasi prosedur pelayanan”.
"""
FIELDS_WRONG = """
done | description | K54 | selesai | Brosur dicetak, tetapi kegiatan ini belum dimulai.
done | description | K53 | 20 November 2025 | Kegiatan ini dinyatakan tuntas pada 20 Oktober 2025.
done | description | K53 | November | Brosur dipasang di loket pada bulan September 2025.
done | description | K58 | 60 brosur | Sebanyak 60 brosur dipasang, melampaui target kegiatan, yaitu 50 brosur.
open | reason | S1 | dalam proses | Standar telah ditetapkan dan rencana ini dinyatakan selesai.
open | strategy | K87 | April 2026 | Menetapkan standar selambat-lambatnya pada Juni 2026.
open | strategy | K87 | 1–3 | Menyelesaikan standar dalam enam bulan.
open | reason | K86 | Rendatin | Subbag KUL selaku penanggung jawab kegiatan telah menyurati penyedia.
"""
FIELDS_RIGHT = """
done | description | Kegiatan ini dinyatakan tuntas pada 20 November 2025.
done | description | Sebanyak 60 brosur dipasang sesuai dengan target; 5 brosur lama dipindahkan.
done | description | Rapat bulan September 2025 membahas rancangan, dan pada tahun 2026 sasarannya 80 brosur.
open | reason | Dua laporan telah selesai disusun, sedangkan kegiatan ini secara keseluruhan belum tuntas.
open | strategy | Menetapkan standar paling lambat April 2026.
open | strategy | Menetapkan standar dalam satu sampai tiga bulan, dengan rapat setiap dua pekan.
open | reason | Subbag KUL membantu menyiapkan ruang.
"""


def office():
    """One plan that was done on 20 November 2025, one in progress until April 2026."""
    done = make_plan("Penyebaran brosur persyaratan", months=(Month(2025, 11),), target="60 brosur")
    day = replace(done.realisation, completed_on=Month(2025, 11).first_day.replace(day=20), months=(Month(2025, 11),))
    completion = make_completion(earliest=Month(2026, 2), latest=Month(2026, 4), units=("rendatin",))
    opened = make_plan("Penetapan standar layanan", "in_progress", target="Lima standar", completion=completion)
    plans = (replace(done, realisation=day), opened)
    followup = replace(make_followup([PriorityData("waktu", None, plans)], []), report_month=Month(2026, 1))
    return facts_of(make_source(make_cycle(followup=followup)))


READER = truth_reader(office(), ())
ROWS = {"done": PlanAt(1, "a"), "open": PlanAt(1, "b")}


def said_of(row, field, text):
    typed = TypedText(Place(FIELDS[field], ROWS[row]), text, (), is_whole=False)
    return [claim for _mention, claim in READER.read(typed) if claim]


@pytest.mark.parametrize("row", SECTIONS_WRONG.strip().splitlines())
def test_a_section_that_speaks_wrongly_of_a_plan_is_told_what_is_so(row):
    rule, value, text = row.split(" | ")
    found = claims(text, key="3.1")
    assert any(each.rule == rule and value in each.message for each in found), found


@pytest.mark.parametrize("text", SECTIONS_RIGHT.strip().splitlines())
def test_a_section_that_speaks_rightly_of_a_plan_is_left_alone(text):
    assert claims(text, key="3.1") == ()


@pytest.mark.parametrize("row", FIELDS_WRONG.strip().splitlines())
def test_a_field_that_speaks_wrongly_of_its_plan_is_told_what_is_so(row):
    plan, field, rule, value, text = row.split(" | ")
    found = said_of(plan, field, text)
    assert any(each.rule == rule and value in each.message for each in found), found


@pytest.mark.parametrize("row", FIELDS_RIGHT.strip().splitlines())
def test_a_field_that_speaks_rightly_of_its_plan_is_left_alone(row):
    assert said_of(*row.split(" | ")) == []
