"""The shapes that a report can take, each as a source with stored photos: together they cover every variation."""

import io
import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from followups.evidence.photos import normalise, store
from followups.months import Month
from reports.cycle.model import NARRATIVE_KEYS, Evidence, Photo, PriorityData, Signatory, Social, StoredPicture, WebPage
from reports.cycle.parse import parse_cycle
from reports.cycle.parse_scores import InstrumentKeys
from reports.document.source import Signing
from tests.make_cycle import (
    ELEMENT_KEYS,
    files_shown,
    make_completion,
    make_cycle,
    make_followup,
    make_instrument,
    make_large_cycle,
    make_office,
    make_photos,
    make_plan,
    make_publication,
    make_source,
    make_survey,
    make_upkeep,
)

REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "ngawi-2025-s1.cycle.json"
LANDSCAPE, PORTRAIT, PANORAMA, TALL, SQUARE = (320, 240), (240, 320), (480, 120), (150, 450), (240, 240)
SENTENCE = "Petugas & pemohon sepakat: layanan < 15 menit, bukan > 30 menit; kata \"cepat\" dan 'tepat' tercatat. "
WORDY = (SENTENCE * 60)[:4000].strip()
UNBROKEN = "".join(f"tanpaspasi{number:04}" for number in range(286))[:4000]
ADDRESS = "https://contoh.example.go.id/" + "/".join(f"halaman-{number}?tahun=2025&unsur=waktu" for number in range(12))
FOREIGN = "nilai ≤ 3 → naik ✓ selesai 👍🏽 العربية 日本語 𝗕𝗼𝗹𝗱 ﬁ ● \u200bakhir\ue000"
MARKUP = (
    '<script>alert(1)</script><img src="http://elsewhere.invalid/x.png"><style>*{display:none}</style>'
    " &amp; {{ ikm }} {% now %} **tebal** </td></table><!-- \" ' -->"
)
SIGNED = Signing(
    "here",
    2,
    "12/ORT.07/3521/2026",
    date(2026, 1, 9),
    "ABCD-2345",
    datetime(2026, 1, 9, 9, 30, tzinfo=timezone(timedelta(hours=7))),
    "https://skm.example.go.id/verifikasi/ABCD-2345/",
    demo=False,
    pen_number=False,
    rank="",
    acknowledger=None,
)


PAGES = (
    WebPage(
        "https://contoh.example.go.id/berita?id=8123&halaman=2", "Berita <b>penetapan</b> & unggahan", date(2026, 1, 5)
    ),
    WebPage("https://contoh.example.go.id/" + "x" * 371, "Alamat yang sangat panjang", date(2025, 10, 3)),
)


def picture(size, mark):
    """A small photo that no other test has: its colour and a line follow from ``mark``."""
    image = Image.new("RGB", size, (40 + mark * 37 % 180, 60 + mark * 59 % 160, 90 + mark * 83 % 140))
    ImageDraw.Draw(image).line([(0, mark % size[1]), (size[0], size[1] - mark % size[1])], "white", 3)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG")
    return buffer.getvalue()


def stored_pictures(cycle, shapes=(LANDSCAPE,), placeholders=()):
    """Every photo of the cycle stored as the portal stores photos, its shape taken in turn."""
    found = {}
    for number, file in enumerate(dict.fromkeys(files_shown(cycle))):
        photo = normalise(picture(shapes[number % len(shapes)], number))
        path, _thumbnail = store(cycle.office.code, photo)
        found[file] = StoredPicture(
            path, photo.sha256, photo.width, photo.height, len(photo.jpeg), file in placeholders
        )
    return found


def _source(cycle, shapes=(LANDSCAPE,), placeholders=(), **changes):
    return make_source(cycle, pictures=stored_pictures(cycle, shapes, placeholders), **changes)


def _office_picture(name, size):
    photo = normalise(picture(size, len(name)))
    return store("9901", photo)[0]


def ordinary():
    """Three priorities, ten plans, 25 photos; signed in the portal; logo and both covers."""
    pictures = {"logo": _office_picture("logo", SQUARE), "cover_front": _office_picture("front", LANDSCAPE)}
    return _source(make_large_cycle(), signing=SIGNED, cover_back=_office_picture("back", PORTRAIT), **pictures)


def young():
    """A cycle that has just begun: no scores, no plans, nothing; F4, a window of one month."""
    survey = make_survey(scores={}, report_date=None, respondents=None, population=None, start=None, end=None)
    followup = make_followup([], upkeep=(), start=Month(2025, 7), end=Month(2025, 7), report_month=None)
    signatory = Signatory("", "", None)
    return _source(make_cycle(survey=survey, followup=followup, signatory=signatory), paper="F4")


def none_done():
    """One priority, nothing done, one plan impossible, no photos, no upkeep; twelve months; signed by hand."""
    plans = (
        make_plan("Menata ruang tunggu", "not_started", completion=None),
        make_plan("Menambah loket", "in_progress"),
        make_plan("Membangun gedung baru", "impossible", completion=make_completion(strategy=None)),
    )
    followup = make_followup(
        [PriorityData("sarana", "Ruang tunggu dinilai sempit.", plans)], upkeep=(), end=Month(2026, 6)
    )
    return _source(make_cycle(followup=followup), signing=replace(SIGNED, way="by_hand", version=1, number=""))


def all_done():
    """Nine priorities, all done, every photo shape, photos that prove two plans; thirty months; F4."""
    priorities = []
    for number, key in enumerate(ELEMENT_KEYS):
        photos = make_photos(3, prefix=key)
        plans = (
            make_plan(f"Program {key} pertama", photos=photos),
            make_plan(f"Program {key} kedua", photos=photos[:1]),
        )
        priorities.append(PriorityData(key, f"Alasan ke-{number}.", plans))
    cycle = make_cycle(followup=make_followup(priorities, end=Month(2027, 12)))
    return _source(cycle, (LANDSCAPE, PORTRAIT, PANORAMA, TALL, SQUARE), paper="F4", signing=replace(SIGNED, version=1))


def many():
    """Nine priorities, sixty plans, two hundred photos."""
    return _source(make_large_cycle(9, 60, 200), (LANDSCAPE, LANDSCAPE, PORTRAIT))


def one():
    """One priority, one plan, one photo; signed elsewhere."""
    followup = make_followup([PriorityData("waktu", None, (make_plan(photos=make_photos(1)),))], upkeep=())
    return _source(make_cycle(followup=followup), (PANORAMA,), signing=replace(SIGNED, way="elsewhere"))


def wordy():
    """Four thousand characters wherever somebody may write at length, and long names."""
    return _lengthy(WORDY, "Komisi Pemilihan Umum Kabupaten Kepulauan " + "Pangkajene dan Mamberamo " * 6, paper="F4")


def unbroken():
    """Four thousand characters without one space, and addresses longer than a line."""
    return _lengthy(UNBROKEN, "KomisiPemilihanUmum" * 9, longest=1200)


def _lengthy(text, name, longest=4000, **changes):
    """One description of full length, other texts of up to ``longest`` characters."""
    full, text = text, text[:longest]
    photos = make_photos(3, caption=f"{text[:300]} {ADDRESS}")
    plan = make_plan(f"{text[:200]} {ADDRESS}", photos=photos, indicator=text[:500], target=ADDRESS)
    plan = replace(
        plan,
        realisation=replace(plan.realisation, description=full, obstacle=text),
        evidence=Evidence(f"{ADDRESS}\n\n{text[:1000]}", photos),
    )
    late = make_plan(text[:200], "in_progress", completion=make_completion(reason=text, strategy=text))
    cycle = make_cycle(
        office=make_office(name=name, short_name=name[:70], address=ADDRESS[:200]),
        signatory=Signatory("Prof. Dr. Ir. " + name[:80], f"Sekretaris {name}", "198305032009021002"),
        followup=make_followup(
            [PriorityData("waktu", text[:1500], (plan, late))], upkeep=(make_upkeep(activity=text, plan=text),)
        ),
        narrative={"1.1": text, "3.3": f"- {text[:900]}\n- {ADDRESS}"},
    )
    return _source(cycle, (LANDSCAPE, TALL), **changes)


def marked_up():
    """Markup, template tags and quotes in every text that somebody may type."""
    return _filled_with(MARKUP)


def foreign():
    """Characters that the fonts lack in every text that somebody may type."""
    return _filled_with(FOREIGN)


def _filled_with(text):
    plan = make_plan(f"Program {text}", photos=make_photos(2, caption=text), indicator=text, target=text)
    plan = replace(
        plan,
        realisation=replace(plan.realisation, description=text, obstacle=text),
        evidence=replace(plan.evidence, note=text),
    )
    late = make_plan(f"RTL {text}", "in_progress", completion=make_completion(reason=text, strategy=text))
    office = make_office(
        name=text,
        short_name=text,
        place=text,
        address=text,
        website=text,
        phone=text,
        email=text,
        all_units_label=text,
        socials=(Social("instagram", text),),
    )
    office = replace(office, units=tuple(replace(unit, name=f"N {text}", short_name=text) for unit in office.units))
    cycle = make_cycle(
        office=replace(office, parent=replace(office.parent, name=text, short_name=text)),
        signatory=Signatory(text, text, "198305032009021002"),
        followup=make_followup(
            [PriorityData("waktu", text, (plan, late))], upkeep=(make_upkeep(activity=text, plan=text),)
        ),
        narrative={key: f"Bagian {key}: {text}" for key in NARRATIVE_KEYS if key not in ("2.3", "3.1")},
    )
    return _source(cycle, signing=replace(SIGNED, number=text))


def mixed():
    """Groups of every size and shape, no photos, a note alone, web pages, a placeholder, publications; F4."""
    sizes = (1, 2, 3, 5, 0, 8, 4)
    plans = tuple(
        make_plan(f"Kegiatan dengan {size} foto", photos=make_photos(size, prefix=f"kelompok{size}")) for size in sizes
    )
    noted = make_plan("Kegiatan dengan catatan saja", evidence=Evidence("Daftar hadir disimpan di subbagian.", ()))
    cited = make_plan("Kegiatan dengan laman saja", evidence=Evidence(None, (), PAGES))
    shared = (*make_photos(2, prefix="kelompok5"), Photo("photos/sendiri.jpg", "Foto sendiri", date(2025, 10, 3)))
    again = make_plan("Kegiatan dengan foto bersama", photos=shared)
    priorities = [
        PriorityData("waktu", None, plans),
        PriorityData("produk", None, (noted, cited, again, make_plan("Kegiatan terbuka", "in_progress"))),
        PriorityData("biaya", None, ()),
    ]
    followup = make_followup(
        priorities,
        upkeep=(make_upkeep(photos=make_photos(2, prefix="rawat")), make_upkeep("sarana")),
        end=Month(2026, 6),
        publications=(
            make_publication(proof="publikasi/papan.jpg"),
            make_publication("Laman <b>KPU</b> & situs", medium="website", address=ADDRESS[:400]),
        ),
    )
    shapes = (TALL, PORTRAIT, LANDSCAPE, PANORAMA, SQUARE)
    return _source(make_cycle(followup=followup), shapes, {"photos/kelompok2-001.jpg"}, paper="F4")


def reference():
    """The real case, where its file lies beside the checkout; else None."""
    if not REFERENCE.exists():
        return None
    instrument = make_instrument()
    keys = InstrumentKeys(tuple(e.key for e in instrument.elements), tuple(g.letter for g in instrument.grades))
    cycle = parse_cycle(
        REFERENCE.read_text("utf-8"), {json.loads(REFERENCE.read_text("utf-8"))["survey"]["instrument"]: keys}
    )
    return _source(cycle)


CASES = {
    case.__name__: case
    for case in (ordinary, young, none_done, all_done, many, one, wordy, unbroken, marked_up, foreign, mixed, reference)
}
DEAR = {"reference", "many", "all_done", "unbroken", "wordy", "foreign", "none_done"}
DEAR_ONES_PROVE = [pytest.param(name, marks=[pytest.mark.prove] if name in DEAR else []) for name in CASES]
"""For ``parametrize``: long reports, whose printing takes seconds, are only printed to prove."""
