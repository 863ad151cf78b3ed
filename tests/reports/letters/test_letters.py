"""The letters that go with a report: what each says, as a page, as Word and as PDF."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from html import unescape
from io import BytesIO

import docx
import pytest

from followups.models import ActionPlan, Status
from offices.models import AuditEvent, Office
from reports.document.build import build
from reports.letters.printing import letter_pdf, letter_word
from reports.letters.standard import NAMES, LetterKind
from reports.letters.values import InForce
from reports.letters.wording import letter_of
from reports.models import Report
from reports.words.prose import text_of as text_of_blocks
from surveys.models import Lock, Survey
from tests.make_cycle import make_cycle, make_office, make_source
from tests.programs import needed
from tests.reports.addendum.owed import with_signed_report
from tests.reports.printing.cases import MARKUP
from tests.reports.shapes import mixed, none_done, young
from tests.reports.word.opened import Opened

PAGE = "/laporan/3521/2025-S1/surat/"
SIGNED = InForce("12/ORT.07/3521/2026", date(2026, 1, 9), build(make_source(mixed())))


def letter(kind, cycle=None, signed=None):
    return letter_of(kind, build(make_source(cycle or mixed())), signed, "Kepala Unit")


def text_of(response):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def paragraphs(letter):
    return [text_of_blocks((block,)) for block in letter.body]


def said(kind, **changes):
    return " ".join(paragraphs(letter(kind, **changes)))


def test_a_note_asks_who_signs_the_report_to_sign_it():
    note = letter(LetterKind.NOTE)
    facts = dict(note.facts)
    assert facts["Yth."] == build(make_source(mixed())).source.signatory.title
    assert facts["Hal"] == "Permohonan Penandatanganan Laporan Tindak Lanjut SKM Semester I Tahun 2025"
    assert "mohon perkenan Bapak/Ibu menandatangani laporan dimaksud" in said(LetterKind.NOTE)


def test_a_letter_names_the_signed_report_and_is_sent_to_the_office_above():
    sent = letter(LetterKind.LETTER, signed=SIGNED)
    assert "nomor 12/ORT.07/3521/2026 tanggal 9 Januari 2026" in paragraphs(sent)[0]
    assert sent.to[1] == f"Pimpinan {make_office().parent.name}"
    assert sent.signer[0].endswith(",")
    assert "Indeks Kepuasan Masyarakat (IKM) sebesar 87,36" in said(LetterKind.LETTER)


def test_a_sign_that_controls_in_an_older_name_breaks_no_file():
    told = letter(LetterKind.LETTER, cycle=mixed())
    named = replace(told, office=replace(told.office, name="Komisi\x07X\ufffe"))
    opened = docx.Document(BytesIO(letter_word(named)))
    assert opened.core_properties.author == "KomisiX"


def test_a_letter_says_who_gets_a_copy():
    assert letter(LetterKind.LETTER).copies == ("Arsip.",)
    said = [text for _style, text in Opened(letter_word(letter(LetterKind.LETTER))).paragraphs]
    assert said.index("Arsip.") == said.index("Tembusan:") + 1
    assert letter(LetterKind.NOTE).copies == letter(LetterKind.COVER).copies == ()


def test_a_cover_lists_what_it_sends_and_asks_for_a_receipt():
    cover = letter(LetterKind.COVER, signed=SIGNED)
    (item,) = cover.items
    assert item.what.startswith("Laporan Tindak Lanjut SKM")
    assert item.count == "1 (satu) berkas"
    assert cover.receipt[0] == "Diterima tanggal"
    assert letter(LetterKind.NOTE).receipt == ()


def test_nothing_is_said_of_what_is_not_known():
    """A cycle that has just begun has no index, no plans, no office above, and no report in force."""
    told = said(LetterKind.LETTER, cycle=young())
    assert not [word for word in ("IKM", "RTL", "tanggal") if word in told]
    assert letter(LetterKind.LETTER, cycle=young()).to[1].startswith("Pimpinan ...")


def test_how_far_the_plans_are_is_said_as_it_is():
    assert "belum ada rencana tindak lanjut (RTL) yang selesai dari 2 RTL" in said(LetterKind.NOTE, cycle=none_done())
    assert "2 dari 5 rencana tindak lanjut (RTL) telah dilaksanakan" in said(LetterKind.NOTE)


COPIES = ("Tembusan:", "Arsip.")


@pytest.mark.parametrize("kind", LetterKind)
def test_word_and_pdf_say_all_of_it_on_one_page(kind, tmp_path):
    whole = letter(kind, signed=SIGNED)
    opened = Opened(letter_word(whole))
    words = " ".join(text for _style, text in opened.paragraphs)
    path = tmp_path / "surat.pdf"
    path.write_bytes(letter_pdf(whole))
    command = [needed("pdftotext"), "-raw", path, "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert printed.count("\f") == 1
    flat = "".join(printed.split())
    for text in (whole.office.name, *paragraphs(whole), *(fact for _label, fact in whole.facts), *whole.receipt):
        assert text in words
        assert "".join(text.split()) in flat
    assert NAMES[kind].upper() in words or kind == LetterKind.LETTER


def test_a_letter_for_word_is_no_concept_of_a_report():
    opened = Opened(letter_word(letter(LetterKind.LETTER)))
    assert not any("bukan naskah resmi" in text for _style, text in opened.paragraphs)
    assert not opened.word.sections[0].header.paragraphs[0].text


def test_who_gets_a_copy_stands_in_word_in_one_size_below_the_signature():
    styles = [style for style, text in Opened(letter_word(letter(LetterKind.LETTER))).paragraphs if text in COPIES]
    assert styles == ["Kaki Surat"] * 2


def test_what_an_office_is_called_stays_text():
    cycle = make_cycle(office=make_office(name=f"Kantor {MARKUP}"))
    opened = Opened(letter_word(letter(LetterKind.LETTER, cycle=cycle)))
    assert any("<script>alert(1)</script>" in text for _style, text in opened.paragraphs)


def test_the_page_offers_each_in_both_forms(as_user, people, survey):
    page = as_user(people.secretary).get(PAGE)
    assert "Laporan belum ditandatangani" in text_of(page)
    for kind in LetterKind:
        for ending in ("docx", "pdf"):
            assert f'href="{PAGE}{kind}.{ending}"' in page.content.decode()


def test_a_file_is_saved_under_its_name_and_told_in_the_trail(as_user, people, survey):
    answer = as_user(people.secretary).get(f"{PAGE}surat-dinas.docx")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Surat-Dinas-3521-2025-S1.docx"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert any("Penyampaian" in cell.text for cell in docx.Document(BytesIO(answer.content)).tables[0]._cells)
    event = AuditEvent.objects.latest("pk")
    assert event.action == "report.letter"


def words_in(answer):
    opened = docx.Document(BytesIO(answer.content))
    cells = [cell.text for table in opened.tables for cell in table._cells]
    return " ".join([*(paragraph.text for paragraph in opened.paragraphs), *cells])


def test_a_letter_tells_what_the_signed_report_says_while_the_next_version_is_written(as_user, people, survey):
    with_signed_report(survey, people)
    client = as_user(people.secretary)
    signed = words_in(client.get(f"{PAGE}surat-dinas.docx"))
    assert "dari 2 rencana tindak lanjut (RTL)" in signed or "yang selesai dari 2 RTL" in signed
    Survey.objects.update(lock=Lock.OPEN)
    ActionPlan.objects.update(status=Status.DONE)
    assert "2 dari 2" in words_in(client.get(f"{PAGE}nota-dinas.docx"))
    assert words_in(client.get(f"{PAGE}surat-dinas.docx")) == signed


def test_a_report_that_cannot_be_read_is_told_of_in_place_of_a_letter(as_user, people, survey):
    with_signed_report(survey, people)
    Report.objects.update(document={"schema": 10_000})
    answer = as_user(people.secretary).get(f"{PAGE}surat-dinas.docx", follow=True)
    assert "disimpan oleh portal yang lebih baru" in text_of(answer)


def test_a_note_comes_from_whom_the_office_calls_head(as_user, people, survey):
    client = as_user(people.secretary)
    assert "Dari Kepala Unit: memohon" in text_of(client.get(PAGE))
    Office.objects.update(head_called="Kepala Seksi")
    assert "Dari Kepala Seksi: memohon" in text_of(client.get(PAGE))
    assert "Kepala Seksi ..." in words_in(client.get(f"{PAGE}nota-dinas.docx"))


@pytest.mark.parametrize("name", ["surat-lain.docx", "surat-dinas.exe"])
def test_no_other_file_is_there(name, as_user, people, survey):
    assert as_user(people.secretary).get(f"{PAGE}{name}").status_code == 404


def test_nobody_else_gets_one(as_user, people, survey):
    assert as_user(people.stranger).get(f"{PAGE}surat-dinas.docx").status_code == 404
    assert as_user(people.stranger).get(PAGE).status_code == 404
