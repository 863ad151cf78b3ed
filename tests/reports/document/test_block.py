"""The visible block of a signature: what it says for each way, and the code that leads to the check."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
import segno

from followups.qr import QUIET, code_of
from reports.cycle.model import Signatory
from reports.document.block import SIGNATURE, Seal, moment_text, signature_of
from reports.document.build import build
from reports.document.facts import facts_of
from reports.document.source import FOR_THE_PEN, Acknowledger
from reports.printing.html import print_html
from reports.words.prose import Run
from tests.make_cycle import make_cycle, make_source
from tests.reports.document.test_build import SIGNED

URL = "https://skm.example.go.id/verifikasi/ABCD-2345/"
MOMENT = datetime(2026, 1, 5, 10, 15, tzinfo=timezone(timedelta(hours=7)))


def html(way, **changes):
    return print_html(build(make_source(signing=replace(SIGNED, way=way, prepared_at=MOMENT, **changes))))


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(7, "10.15 WIB"), (8, "11.15 WITA"), (9, "12.15 WIT"), (0, "03.15 UTC+0000"), (5.5, "08.45 UTC+0530")],
)
def test_a_moment_is_told_in_the_zone_of_the_office(hours, expected):
    moment = MOMENT.astimezone(timezone(timedelta(hours=hours)))
    assert moment_text(moment) == f"5 Januari 2026 pukul {expected}"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        moment_text(MOMENT.astimezone(UTC).replace(tzinfo=None))


def test_the_block_says_when_it_was_prepared_and_where_it_is_checked():
    for way in ("here", "elsewhere", "by_hand"):
        page = html(way)
        assert "Disiapkan 5 Januari 2026 pukul 10.15 WIB." in page
        assert f'href="{SIGNED.url}"' in page
        assert page.count('role="img" aria-label="Kode QR'.replace(" aria", "\n       aria")) == 1


@pytest.mark.parametrize(
    ("way", "says"),
    [
        ("here", "untuk ditandatangani dengan tanda tangan elektronik; keasliannya dapat dicek pada"),
        ("elsewhere", "untuk ditandatangani dengan tanda tangan elektronik; keasliannya dapat dicek pada"),
        ("by_hand", "Dokumen ini disiapkan untuk ditandatangani dengan tangan; keasliannya dapat dicek pada"),
    ],
)
def test_the_words_fit_the_way(way, says):
    page = html(way)
    assert says in page
    assert "tersertifikasi" not in page
    assert "telah ditandatangani" not in page


def test_by_hand_leaves_room_for_ink_and_stamp_in_both_blocks():
    assert html("by_hand").count("ttd-basah") == 2
    assert html("here").count("ttd-basah") == 0


def test_the_pen_finds_dots_for_day_and_number():
    page = html("by_hand", dated=None, pen_number=True, number="")
    assert page.count(f"Contoh, {FOR_THE_PEN}") == 2
    assert f'id="nomor">Nomor: {FOR_THE_PEN}' in page
    assert FOR_THE_PEN not in html("by_hand") and 'id="nomor"' in html("by_hand", number="7/LAP/2026")


def test_the_day_of_what_the_pen_dates_is_that_of_its_preparation():
    assert replace(SIGNED, dated=None, prepared_at=MOMENT).day == MOMENT.date()
    assert replace(SIGNED, prepared_at=MOMENT).day == SIGNED.dated


def test_who_acknowledges_signs_once_beside_the_signatory_and_the_rank_stands_in_both_blocks():
    second = Acknowledger("Ketua", "Budi Contoh", "198305032009021002")
    page = html("by_hand", acknowledger=second, rank="Pembina Tk. I (IV/b)")
    text = " ".join(re.sub(r"<[^>]+>", " ", page).split())
    assert text.count("Mengetahui, Ketua, Budi Contoh NIP. 19830503 200902 1 002") == 1
    assert text.count("Pembina Tk. I (IV/b) NIP.") == 2
    assert page.count("ttd-basah") == 3
    assert not {"Mengetahui,", "Pembina"} & set(re.sub(r"<[^>]+>", " ", html("by_hand")).split())


def test_a_draft_has_no_block():
    page = print_html(build(make_source()))
    assert "segel" not in page and "Disiapkan" not in page


def test_a_demo_key_says_so_on_every_page():
    page = html("here", demo=True)
    assert 'data-tanda="CONTOH – BUKAN DOKUMEN RESMI"' in page
    assert page.count("CONTOH – BUKAN DOKUMEN RESMI") == 4  # running foot, and covers and title page, which have none
    assert "CONTOH" not in html("here").replace("KPU KABUPATEN CONTOH", "")


def test_the_code_is_that_of_the_address_with_its_margin():
    code, matrix = code_of(URL), segno.make(URL, error="m", micro=False, boost_error=False).matrix
    drawn = set()
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path):
        drawn |= {(int(x) + step, int(y)) for step in range(int(width))}
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}
    assert drawn == dark
    assert code.size == len(matrix) + 2 * QUIET


# The block as data


def block(anchor=SIGNATURE, cycle=None, **changes):
    return signature_of(facts_of(make_source(cycle, **changes)), anchor)


def test_only_the_last_block_of_a_prepared_version_is_sealed():
    assert block(signing=SIGNED).seal == Seal.of(SIGNED)
    assert block("", signing=SIGNED).seal is None
    assert block().seal is None


@pytest.mark.parametrize(("way", "ink"), [("here", False), ("elsewhere", False), ("by_hand", True)])
def test_only_by_hand_there_is_room_for_ink(way, ink):
    assert block(signing=replace(SIGNED, way=way)).ink is ink


@pytest.mark.parametrize("title", ["Sekretaris", "Sekretaris,", "Sekretaris ,", "Sekretaris, "])
def test_a_title_ends_in_one_comma(title):
    assert block(cycle=make_cycle(signatory=Signatory("Sri Contoh", title, None))).title == "Sekretaris,"


@pytest.mark.parametrize("title", ["", " ", ","])
def test_without_a_title_no_comma_stands_alone(title):
    assert block(cycle=make_cycle(signatory=Signatory("Sri Contoh", title, None))).title == ""


def test_without_a_number_of_staff_there_is_none():
    assert block(cycle=make_cycle(signatory=Signatory("Sri Contoh", "Sekretaris", None))).nip == ""


def test_a_remark_is_kept_as_it_is():
    remark = (Run("Catatan."),)
    assert signature_of(facts_of(make_source()), "", remark).remark == remark
    assert block().remark == ()


def test_a_seal_says_when_how_and_where():
    seal = Seal.of(replace(SIGNED, prepared_at=MOMENT, url=URL))
    assert (seal.prepared, seal.url) == ("Disiapkan 5 Januari 2026 pukul 10.15 WIB.", URL)
    assert seal.words.endswith("keasliannya dapat dicek pada")
