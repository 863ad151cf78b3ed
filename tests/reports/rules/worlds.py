"""Three cycles of three offices, as unlike each other as offices are, against which texts are read."""

from decimal import Decimal

from followups.months import Month
from reports.cycle.model import PriorityData, Realisation, UnitData
from reports.document.facts import facts_of
from reports.document.fields import TEXT, SectionAt
from reports.rules.finding import Place
from reports.rules.texts import TypedText
from reports.rules.truth.reader import truth_reader
from tests.make_cycle import (
    NGAWI_SCORES,
    make_completion,
    make_cycle,
    make_followup,
    make_office,
    make_photos,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)


def kpu():
    """Three priorities, five plans, three of them done; IKM 87,36 (B); survey of June, follow-up July to "
    "December 2025."""
    done = {"photos": make_photos(1)}
    plans = {
        "waktu": (
            make_plan("Evaluasi kesesuaian waktu pelayanan dengan standar pelayanan", "in_progress"),
            make_plan("Penegasan dan sosialisasi standar waktu pelayanan kepada petugas", **done),
        ),
        "persyaratan": (
            make_plan("Penyusunan dan publikasi informasi persyaratan pelayanan", months=(Month(2025, 11),), **done),
        ),
        "kompetensi": (
            make_plan("Pembinaan internal & eksternal peningkatan kompetensi teknis pelayanan", **done),
            make_plan("Monitoring dan evaluasi kinerja petugas pelayanan", "not_started", realisation=Realisation()),
        ),
    }
    return make_cycle(
        survey=make_survey(declared_index=Decimal("87.36")),
        followup=make_followup([PriorityData(key, None, group) for key, group in plans.items()], [make_upkeep()]),
    )


def puskesmas():
    """One priority, one plan, open; a survey of the second half of 2025, follow-up in the first half of 2026."""
    scores = NGAWI_SCORES | {"sarana": Decimal("2.90"), "waktu": Decimal("3.10")}
    nothing = {
        "realisation": Realisation(),
        "indicator": None,
        "target": None,
        "completion": make_completion(units=("tu",)),
    }
    plan = make_plan("Penambahan kursi ruang tunggu", "not_started", units=("tu",), lead="tu", **nothing)
    office = make_office(
        name="Pusat Kesehatan Masyarakat Sukamaju",
        short_name="Puskesmas Sukamaju",
        units=(UnitData("tu", "Subbagian Tata Usaha", "TU"), UnitData("ukp", "Penanggung Jawab UKP", "PJ UKP")),
    )
    return make_cycle(
        office=office,
        survey=make_survey(period="2025-S2", scores=scores, start=None, end=None, respondents=None, population=None),
        followup=make_followup(
            [PriorityData("sarana", None, (plan,))],
            [],
            start=Month(2026, 1),
            end=Month(2026, 6),
            report_month=Month(2026, 7),
        ),
    )


def dinas():
    """All plans done, every element A; an office of Bidang and Sekretariat."""
    scores = dict.fromkeys(NGAWI_SCORES, Decimal("3.60")) | {"produk": Decimal("3.55"), "biaya": Decimal("3.90")}
    office = make_office(
        name="Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh",
        short_name="Disdukcapil Kabupaten Contoh",
        units=(
            UnitData("sekre", "Sekretariat", "Sekretariat"),
            UnitData("dafduk", "Bidang Pelayanan Pendaftaran Penduduk", "Bidang Dafduk"),
            UnitData("capil", "Bidang Pelayanan Pencatatan Sipil", "Bidang Capil"),
        ),
    )
    units = {"units": ("dafduk",), "lead": "dafduk"}
    plans = (
        make_plan("Penataan alur permohonan KTP-el", photos=make_photos(1), **units),
        make_plan("Penambahan loket pengambilan", **units),
    )
    return make_cycle(
        office=office,
        survey=make_survey(scores=scores),
        followup=make_followup([PriorityData("produk", None, plans)], [make_upkeep()]),
    )


WORLDS = {world.__name__: world for world in (kpu, puskesmas, dinas)}
READERS = {name: truth_reader(facts_of(make_source(world())), ()) for name, world in WORLDS.items()}


def claims(text, world="kpu", key="2.1"):
    return claims_by(READERS[world], key, text)


def claims_by(reader, key, text):
    """Everything in a section's own text that the data contradict, in its order."""
    typed = TypedText(Place(TEXT, SectionAt(key, "")), text, (key,), is_whole=False)
    read_text, sentences = reader.scanned(typed)
    told = [claim for _mention, claim in reader.judged(read_text, sentences) if claim]
    found = {*told, *reader.besides(read_text, typed.place, told)}
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end, claim.rule)))
