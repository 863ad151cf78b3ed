"""Signed pages come back as photos, go into their places and make the file that is sent: a scan that says so."""

import io
from datetime import timedelta

import pikepdf
import pytest
from PIL import Image

from offices.declining import Declined
from offices.models import AuditEvent
from offices.zones import today_of
from reports.issuing import Wish, prepare, return_to_draft
from reports.issuing.by_hand import pages as signed_pages
from reports.issuing.by_hand.composing import sent_file
from reports.issuing.by_hand.pages import accept_pages, adjust_page, drop_page, file_of, keep_page, laid_as
from reports.issuing.by_hand.places import prepared_file
from reports.issuing.by_hand.written import ByPen
from reports.issuing.keeping import read
from reports.models import Report, SignedPage, State
from reports.printing.conformance import faults_of
from reports.printing.pdf import render_pdf
from reports.signing.verify import inspect
from reports.verification.authenticity import standing_of_report
from reports.verification.files import compare
from reports.verification.verdict import Familiar, Stands
from tests.conftest import jpeg
from tests.followups.evidence.photo_sheets.sheets import photo
from tests.reports.issued import CODE, make_document
from tests.reports.issuing.issuing import again, made, make_ready, small_pdf

pytestmark = pytest.mark.usefixtures("own_media")
NEW = "2,2;998,2;998,998;2,998"


@pytest.fixture(scope="session")
def printed():
    """A whole report as it is printed for the pen."""
    return render_pdf(make_document(way="by_hand", dated=None, pen_number=True))


@pytest.fixture(scope="session")
def last(printed):
    """The page on which the report is signed."""
    return prepared_file(printed, with_number=False).pens[-1].page


@pytest.fixture
def waiting(survey, people, printed):
    make_ready(survey, people)
    return made(prepare(survey, people.admin, Wish("by_hand", None, pen_number=True)), printed)


def all_pages(report, user, picture):
    for pen in file_of(report).pens:
        keep_page(report, user, pen.page, picture)


def test_the_pages_for_the_pen_are_found(printed):
    file = prepared_file(printed, with_number=True)
    first, second, last = file.pens
    assert (first.page, first.what) == (2, "Nomor dokumen")
    assert (second.page, second.what) == (3, "Tanda tangan Kata Pengantar")
    assert last.what == "Tanda tangan laporan" and 3 < last.page <= len(file.sizes)
    assert len(prepared_file(printed, with_number=False).pens) == 2
    assert file.what(len(file.sizes)) == "Halaman laporan"


def test_the_file_that_is_sent_is_a_scan_that_conforms_and_is_known_by_code_and_by_file(waiting, people, last):
    all_pages(waiting, people.admin, photo())
    today = today_of(waiting.followup.survey.office)
    report = accept_pages(waiting, people.secretary, ByPen(today, "12/LAP/2026"))
    assert (report.state, report.dated, report.number, report.signed_sha256) == (State.SIGNED, today, "12/LAP/2026", "")
    content = read(report.scan, report.scan_sha256)
    assert faults_of(content) == ()
    assert not inspect(content).signatures
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_metadata() as about:
        assert "pindaian naskah bertanda tangan basah" in about["dc:title"] == str(pdf.docinfo.Title)
        assert "Bukan dokumen bertanda tangan elektronik" in about["dc:description"]
    compared = compare(content)
    assert (compared.case.known, compared.case.stands, compared.is_valid) == (Familiar.SCAN, Stands.SIGNED, True)
    assert "dipindai dari naskah bertanda tangan basah" in compared.ruling.sentence
    assert "bukan tanda tangan elektronik" in compared.ruling.sentence
    by_code = standing_of_report(report)
    assert "naskah bertanda tangan basah" in by_code.ruling.sentence and by_code.facts.signer == ""
    event = AuditEvent.objects.order_by("pk").last()
    assert (event.action, event.after["pages"]) == ("report.accept_pages", f"2, 3, {last}")


@pytest.fixture
def composed(printed, last, own_media):
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from reports.issuing.by_hand.composing import Scan

    path = default_storage.save("halaman.jpg", ContentFile(jpeg("navy")))
    scans = [Scan(2, path, "Halaman judul dengan nomor."), Scan(last, path, "Bab IV dengan tanda tangan.")]
    return sent_file(printed, scans, f"https://skm.example.go.id/verifikasi/{CODE}/")


def test_the_scan_covers_its_page_and_leaves_text_links_and_other_pages(composed, printed, last):
    import pypdfium2

    was, now = pypdfium2.PdfDocument(printed), pypdfium2.PdfDocument(composed)
    assert len(was) == len(now)
    for number in range(len(was)):
        before, after = (doc[number].render(scale=0.3).to_pil().convert("RGB") for doc in (was, now))
        middle = after.getpixel((after.width // 2, after.height // 2))
        if number + 1 in (2, last):
            assert middle[2] > 90 and max(middle[:2]) < 40
            text = now[number].get_textpage().get_text_range()
            assert was[number].get_textpage().get_text_range().split()[0] in text
            assert "dipindai dari naskah bertanda tangan basah" in " ".join(text.split())
        else:
            assert before.tobytes() == after.tobytes()


def test_each_scan_is_a_figure_of_its_page_that_says_what_is_on_it(composed, last):
    with pikepdf.open(io.BytesIO(composed)) as pdf:
        figures = [element for element in _elements(pdf.Root.StructTreeRoot.K) if element.get("/S") == "/Figure"]
        told = {str(each.Alt): each for each in figures if "/Alt" in each}
        figure = told["Bab IV dengan tanda tangan."]
        assert figure.Pg.objgen == pdf.pages[last - 1].objgen
        assert [float(each) for each in figure.A.BBox][2] == pytest.approx(595.28, abs=0.1)
        assert "Halaman judul dengan nomor." in told


def test_no_stream_ends_so_that_its_length_could_be_read_as_another(printed, own_media):
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage

    from reports.issuing.by_hand.composing import Scan

    with pikepdf.open(io.BytesIO(printed)) as pdf:
        pdf.Root.Uji = pdf.make_stream(b"berakhir dengan\r")
        target = io.BytesIO()
        pdf.save(target, compress_streams=False)
    path = default_storage.save("halaman.jpg", ContentFile(jpeg("navy")))
    assert b"\r\nendstream" in target.getvalue()
    assert b"\r\nendstream" not in sent_file(target.getvalue(), [Scan(2, path, "Judul.")], "https://skm.example.go.id/")


def _elements(kids):
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            if "/K" in kid:
                yield from _elements(kid.K)


def test_it_waits_for_every_page_that_is_signed_and_for_the_day(waiting, people, last):
    today = today_of(waiting.followup.survey.office)
    with pytest.raises(Declined, match=rf"kata pengantar \(halaman 3\); tanda tangan laporan \(halaman {last}\)"):
        accept_pages(waiting, people.secretary, ByPen(today))
    for day in (None, today + timedelta(days=1)):
        with pytest.raises(Declined, match=r"Tanggal pada|Isi tanggal"):
            accept_pages(waiting, people.secretary, ByPen(day))
    assert again(waiting).state == State.PREPARED


@pytest.mark.prove
def test_what_would_be_larger_than_the_limit_is_not_made(waiting, people, monkeypatch):
    Report.objects.update(limit_mb=1)
    all_pages(waiting, people.admin, jpeg())
    monkeypatch.setattr(signed_pages, "MEGABYTE", 1000)
    with pytest.raises(Declined, match="MB, melebihi batas unggah 1 MB"):
        accept_pages(waiting, people.secretary, ByPen(today_of(waiting.followup.survey.office)))


# --- one page


@pytest.fixture
def one_page(survey, people):
    make_ready(survey, people)
    return made(prepare(survey, people.admin, Wish("by_hand", None)), small_pdf())


def picture_of(row):
    return Image.open(io.BytesIO(read(row.picture, row.picture_sha256)))


def test_a_photo_is_straightened_and_a_page_that_comes_again_replaces_the_first(one_page, people):
    row = keep_page(one_page, people.admin, 1, photo())
    assert row.corners and row.turn == 0 and picture_of(row).size == (1400, 1980)
    again_sent = keep_page(one_page, people.admin, 1, jpeg())
    assert list(SignedPage.objects.all()) == [again_sent] and again_sent.corners == ""


@pytest.mark.prove
def test_a_sheet_across_the_photo_is_turned(one_page, people):
    wide = photo(lies=((60, 200), (1000, 190), (990, 640), (70, 650)), size=(1065, 800))
    assert keep_page(one_page, people.admin, 1, wide).turn == 1


def test_a_page_of_a_pdf_is_taken_too(one_page, people):
    row = keep_page(one_page, people.admin, 1, small_pdf(2))
    assert picture_of(row).size == (1400, 1980)


def test_it_is_laid_as_somebody_says(one_page, people):
    row = keep_page(one_page, people.admin, 1, photo())
    now = adjust_page(row, people.secretary, laid_as(NEW, "2"))
    assert (now.corners, now.turn) == (NEW, 2) and now.picture_sha256 != row.picture_sha256
    assert adjust_page(row, people.secretary, laid_as("", "0")).corners == ""
    for corners, turn in (("1,1", "0"), ("", "banyak")):
        with pytest.raises(Declined, match="sudut"):
            laid_as(corners, turn)


@pytest.mark.parametrize(("page", "content"), [(0, jpeg()), (2, jpeg()), (1, b"bukan gambar")])
def test_what_is_no_page_is_refused(one_page, people, page, content):
    with pytest.raises(Declined):
        keep_page(one_page, people.admin, page, content)
    assert not SignedPage.objects.exists()


def test_a_page_is_dropped_once(one_page, people):
    row = keep_page(one_page, people.admin, 1, jpeg())
    drop_page(row, people.admin)
    for verb in (lambda: drop_page(row, people.admin), lambda: adjust_page(row, people.admin, laid_as("", "1"))):
        with pytest.raises(Declined, match="sudah dihapus"):
            verb()


def test_a_version_that_goes_back_to_draft_keeps_no_pages(one_page, people, django_capture_on_commit_callbacks):
    row = keep_page(one_page, people.admin, 1, photo())
    with django_capture_on_commit_callbacks(execute=True):
        return_to_draft(one_page, people.secretary, "Salah tanggal.")
    assert not SignedPage.objects.exists()
    assert not row.picture.storage.exists(row.picture.name) and not row.original.storage.exists(row.original.name)


def test_a_page_of_another_way_is_not_taken(survey, people):
    make_ready(survey, people)
    report = made(prepare(survey, people.admin, Wish("elsewhere", today_of(survey.office))))
    with pytest.raises(Declined, match="cara penandatanganan lain"):
        keep_page(report, people.admin, 1, jpeg())


@pytest.mark.prove
def test_a_page_that_is_replaced_while_the_file_is_made_is_not_left_out_of_it(waiting, people, monkeypatch):
    all_pages(waiting, people.admin, jpeg())
    compose = signed_pages.sent_file

    def compose_slowly(*parts):
        content = compose(*parts)
        row = SignedPage.objects.filter(report=waiting).first()
        adjust_page(row, people.admin, laid_as(NEW, "0"))
        return content

    monkeypatch.setattr(signed_pages, "sent_file", compose_slowly)
    today = today_of(waiting.followup.survey.office)
    with pytest.raises(Declined, match="ditambah, diganti, atau dihapus"):
        accept_pages(waiting, people.secretary, ByPen(today, "12/LAP/2026"))
    waiting.refresh_from_db()
    assert (waiting.state, waiting.scan.name) == (State.PREPARED, "")
