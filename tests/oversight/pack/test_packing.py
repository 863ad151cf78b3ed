"""The pack of an office: each file is what its name says, nothing else is in it, and it is made as a stream."""

import re
import tracemalloc
from datetime import date
from hashlib import sha256
from html import unescape
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from pypdf import PdfReader

from followups.models import Paper, RecordedPeriod
from offices.stored import Unsound, keep_exactly
from oversight.pack.lists import LISTS
from oversight.pack.names import LONGEST_FILE
from oversight.pack.packing import pack_of, zipped
from surveys.models import Survey
from tests.conftest import jpeg, make_survey
from tests.oversight.pack.opened import opened, text_of
from tests.oversight.pack.scene import (
    ADDRESS,
    MINUTES,
    NEVER,
    PLACE,
    PRINTED_PROOF,
    RECORDED,
    SIGNED,
    make_paper,
    make_publication,
    make_recorded,
    signed,
)

PHOTO = "1_6/02_DOKUMENTASI_SURVEI_SEMESTER_I_2025.pdf"
SOCIAL = "1_7/02_PUBLIKASI_HASIL_SKM_MEDIA_SOSIAL_SEMESTER_I_2025.pdf"
WEBSITE = "1_7/03_PUBLIKASI_HASIL_SKM_SITUS_WEB_SEMESTER_I_2025.pdf"


def digest(content):
    return sha256(content).hexdigest()


def stored_in(office, recipient, year=2025):
    return {file.piece.file.sha256 for file in pack_of(office, LISTS[recipient], year).files if file.piece.file}


def test_each_file_is_what_its_name_says(opened_pack):
    kept = {
        "1_6/01_LAPORAN_SKM_SEMESTER_I_2025.pdf": SIGNED["survey"],
        "1_6/03_PUBLIKASI_HASIL_SKM_MEDIA_CETAK_SEMESTER_I_2025.pdf": PRINTED_PROOF,
        "1_6/06_LAPORAN_TINDAK_LANJUT_SKM_SEMESTER_I_2025.pdf": SIGNED["follow_up"],
        "1_6/07_LAPORAN_TINDAK_LANJUT_SKM_SEMESTER_II_2024.pdf": SIGNED["scan"],
        "1_6/08_LAPORAN_TINDAK_LANJUT_SKM_SEMESTER_I_2024.pdf": RECORDED,
        "1_6/09_LAPORAN_PENYELESAIAN_RTL_SEMESTER_I_2025.pdf": SIGNED["addendum"],
        "1_7/01_PUBLIKASI_HASIL_SKM_MEDIA_CETAK_SEMESTER_I_2025.pdf": PRINTED_PROOF,
        "1_8/02_NOTULEN_12_2025_SEMESTER_I_2025.pdf": MINUTES,
        "1_9/01_LAPORAN_SKM_SEMESTER_I_2025.pdf": SIGNED["survey"],
    }
    assert {path: digest(opened_pack[path]) for path in kept} == {path: digest(kept[path]) for path in kept}
    assert "Responden di loket" in text_of(opened_pack[PHOTO])
    assert "Instagram @kpu.ngawi" in text_of(opened_pack[SOCIAL])
    assert opened_pack[SOCIAL] == opened_pack["1_6/04_PUBLIKASI_HASIL_SKM_MEDIA_SOSIAL_SEMESTER_I_2025.pdf"]
    assert "20 Juli 2025" in text_of(opened_pack[WEBSITE])


def test_a_printed_page_tells_what_was_noted_as_text_and_nothing_else(opened_pack):
    text = text_of(opened_pack[WEBSITE])
    assert PLACE in text
    assert ADDRESS in text.replace("\n", "")


def test_a_page_shows_the_very_photo(opened_pack):
    (page,) = PdfReader(BytesIO(opened_pack[SOCIAL])).pages
    (picture,) = page.images
    assert picture.image.size == (240, 180)
    assert picture.image.convert("RGB").getpixel((120, 90)) == pytest.approx((0, 0, 128), abs=4)


def test_the_index_names_every_file_and_leads_to_it(opened_pack):
    index = opened_pack["00_DAFTAR_ISI.html"].decode()
    assert set(re.findall(r'href="([^"]+\.pdf)"', index)) == {path for path in opened_pack if path.endswith(".pdf")}
    assert not re.search(r"https?:|<script|<link|src=", index)
    assert "&lt;b&gt;pengumuman&lt;/b&gt; &amp; loket" in index
    assert "Laporan Tindak Lanjut SKM Semester I Tahun 2025 versi 2" in index


def test_what_is_not_there_has_a_page_instead_of_an_empty_folder(evidence, opened_pack):
    lacking = unescape(opened_pack["00_YANG_BELUM_ADA.html"].decode())
    assert "Laporan SKM Semester II Tahun 2025 belum ditandatangani di portal" in lacking
    assert "Videotron: foto atau tangkapan layarnya belum ada." in lacking
    assert "Laporan SKM Semester I Tahun 2024: periode ini tidak disusun di portal." in lacking
    paths = opened(evidence.magetan)
    assert not any(path.startswith("1_7/") for path in paths)
    assert "Publikasi hasil SKM Semester I Tahun 2025 belum dicatat." in paths["00_YANG_BELUM_ADA.html"].decode()


def test_only_pekppp_has_answers_to_its_form(evidence, opened_pack):
    answers = opened_pack["00_JAWABAN_F01.html"].decode()
    assert "87,36 untuk periode Semester I Tahun 2025" in answers
    assert "81,25 untuk periode Semester I Tahun 2024" in answers
    assert "Semester II Tahun 2025" not in answers  # its report is withdrawn
    assert "00_JAWABAN_F01.html" not in opened(evidence.magetan, "zi")


@pytest.mark.parametrize("recipient", LISTS)
def test_no_draft_no_old_version_and_no_other_office_is_in_it(evidence, recipient):
    inside = stored_in(evidence.ngawi, recipient)
    assert {digest(content) for content in (*SIGNED.values(), RECORDED, MINUTES, PRINTED_PROOF)} <= inside
    assert len(inside) == 9  # and two photos
    assert not inside & {digest(content) for content in NEVER}


def test_the_next_office_has_its_own_and_nothing_of_this_one(evidence):
    inside = {digest(content) for content in opened(evidence.magetan).values()}
    assert digest(NEVER[-1]) in inside
    assert not inside & {digest(content) for content in (*SIGNED.values(), MINUTES, PRINTED_PROOF)}


def test_nothing_of_another_office_is_named(opened_pack):
    assert not any(b"Magetan" in content for path, content in opened_pack.items() if path.endswith(".html"))
    assert not any(digest(content) in {digest(other) for other in NEVER} for content in opened_pack.values())


def test_the_year_before_goes_along_and_no_other(evidence):
    assert stored_in(evidence.ngawi, "pekppp", 2026) == stored_in(evidence.ngawi, "pekppp") - {
        digest(SIGNED["scan"]),
        digest(RECORDED),
    }
    assert stored_in(evidence.ngawi, "pekppp", 2027) == set()


@pytest.mark.parametrize("recipient", LISTS)
def test_everything_an_office_has_is_in_the_pack_of_each_recipient(evidence, recipient):
    """Nine files, and a page with an address; what was noted without either proves nothing."""
    assert len({file.piece for file in pack_of(evidence.ngawi, LISTS[recipient], 2025).files}) == 10


def test_the_same_data_give_the_same_bytes(evidence):
    make_publication(evidence.others, "social", jpeg("navy"))
    packs = (pack_of(evidence.magetan, LISTS["rb"], 2025) for _time in range(2))
    one, other = (b"".join(zipped(pack)) for pack in packs)
    assert digest(one) == digest(other)


@pytest.mark.parametrize(("damage", "told"), [(b"%PDF-1.7 lain", "rusak atau berubah"), (None, "hilang")])
def test_a_file_that_is_not_what_it_was_stays_out_and_is_told(evidence, damage, told):
    paper = make_paper(evidence.others, "attendance", b"%PDF-1.7 " + told.encode())
    default_storage.delete(paper.file.name)
    if damage:
        keep_exactly(paper.file.name, damage)
    files = opened(evidence.magetan)
    assert not any("DAFTAR_HADIR" in path for path in files)
    assert "DAFTAR_HADIR" not in files["00_DAFTAR_ISI.html"].decode()
    assert f"Daftar hadir Semester I Tahun 2025: berkasnya {told}" in files["00_YANG_BELUM_ADA.html"].decode()


@pytest.mark.parametrize("which", ["report", "recorded", "publication"])
def test_whatever_is_damaged_stays_out_and_is_told(evidence, which):
    content = b"%PDF-1.7 " + which.encode()
    before = make_survey(evidence.magetan, "2024-S2")
    made = {
        "report": lambda: signed(before, evidence.people.stranger, content).signed_file,
        "recorded": lambda: make_recorded(evidence.magetan, content).report,
        "publication": lambda: make_publication(before, "printed", content, "pdf").proof,
    }
    name = made[which]().name
    Path(default_storage.path(name)).write_bytes(content[::-1])
    files = opened(evidence.magetan, "rb")
    assert content[::-1] not in files.values()
    assert "berkasnya rusak atau berubah di penyimpanan" in files["00_YANG_BELUM_ADA.html"].decode()


def indexes_of(office, year=2025):
    return pack_of(office, LISTS["pekppp"], year).answers[2].answer


@pytest.mark.parametrize(("dated", "is_told"), [(None, False), (date(2025, 12, 31), True), (date(2026, 1, 1), False)])
def test_an_index_is_told_of_a_survey_whose_report_is_dated_by_the_end_of_the_year(evidence, dated, is_told):
    Survey.objects.filter(office=evidence.ngawi).update(report_date=dated)
    assert ("Semester II Tahun 2025" in indexes_of(evidence.ngawi)) is is_told


def test_no_index_is_told_of_a_draft_because_a_paper_or_a_publication_of_it_is_there(evidence):
    draft = Survey.objects.get(office=evidence.ngawi, year=2025, number=2)
    draft.respondents = 100
    draft.save()
    make_paper(draft, "minutes", b"%PDF-1.7 risalah", number="1/2026", dated_on="2026-01-03")
    make_publication(draft, "printed", b"%PDF-1.7 bukti", "pdf")
    assert "Semester II Tahun 2025" not in indexes_of(evidence.ngawi)


def test_no_index_is_told_that_is_not_known_or_not_of_these_years(evidence):
    assert "81,25 untuk periode Semester I Tahun 2024" in indexes_of(evidence.ngawi)
    RecordedPeriod.objects.update(index=None)
    make_recorded(evidence.ngawi, b"%PDF-1.7 2023", year=2023)
    assert "Semester I Tahun 2024" not in indexes_of(evidence.ngawi)
    assert "2023" not in indexes_of(evidence.ngawi)


def test_a_pack_is_of_today_or_of_the_last_day_of_its_year(evidence):
    days = [pack_of(evidence.ngawi, LISTS["zi"], year).day for year in (2025, 2026)]
    assert days == [date(2025, 12, 31), date(2026, 3, 5)]


def test_a_picture_that_cannot_be_printed_stays_out_and_is_told(evidence):
    make_paper(evidence.others, "questionnaire", b"bukan gambar", "jpg")
    files = opened(evidence.magetan)
    assert not any("KUESIONER" in path for path in files)
    assert "Kuesioner Semester I Tahun 2025: gambarnya tidak dapat dibaca" in files["00_YANG_BELUM_ADA.html"].decode()


def test_a_file_that_changes_while_it_leaves_ends_the_stream(evidence):
    """Rather a zip that nobody can open than one that says something else."""
    paper = make_paper(evidence.others, "attendance", b"%PDF-1.7 " + bytes(600_000))
    path = Path(default_storage.path(paper.file.name))
    with pytest.raises(Unsound):
        for part in zipped(pack_of(evidence.magetan, LISTS["pekppp"], 2025)):
            if b"DAFTAR_HADIR" in part:
                with path.open("r+b") as file:
                    file.seek(590_000)
                    file.write(b"lain")


def test_a_large_pack_takes_no_more_memory_than_a_part_of_one_file(evidence):
    for number in range(4):
        make_paper(evidence.others, "attendance", b"%PDF" + number.to_bytes(4, "big") * 2**21)
    pack = pack_of(evidence.magetan, LISTS["zi"], 2025)
    assert pack.size > 32 * 2**20
    tracemalloc.start()
    sent = sum(len(part) for part in zipped(pack))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sent
    assert most < 6 * 2**20


def test_the_size_told_beforehand_is_about_that_of_the_files(evidence, opened_pack):
    files = sum(len(content) for path, content in opened_pack.items() if path.endswith(".pdf"))
    assert pack_of(evidence.ngawi, LISTS["pekppp"], 2025).size == pytest.approx(files, rel=0.25)


def test_no_name_is_longer_than_any_machine_takes(evidence):
    evidence.ngawi.short_name = "Kantor dengan nama yang sangat panjang " * 4
    Paper.objects.filter(kind="minutes").update(number="../../NOMOR\\" * 8)
    pack = pack_of(evidence.ngawi, LISTS["zi"], 2025)
    assert len(pack.root) <= 65
    for file in pack.files:
        assert not re.search(r"\.\.|\\", file.path)
        assert len(file.name) <= LONGEST_FILE
