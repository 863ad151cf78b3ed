"""What is told of a file that is none of ours any more: its form, its codes, and how much there was time for."""

import io
import zlib

import pikepdf
import pytest
from PIL import Image

from reports.verification.fingerprints import beginnings_of
from reports.verification.traces import OF_FORM, Form, traces_of
from tests.cases import in_one_test
from tests.reports.issued import CODE, files
from tests.reports.verification.handling import HANDLINGS

OTHER = "2345-6789-ABCD-EFGH-JKMN"


def told(content, by_clock=20):
    return traces_of(content, 5, by_clock)


def made(words="", creator="", producer="", attached=(), picture=False, password=None):
    """A PDF of one page that says and holds this, as another program might write it."""
    target = io.BytesIO()
    with pikepdf.new() as whole:
        page = whole.add_blank_page(page_size=(400, 400))
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        drawn = b""
        if picture:
            image = pikepdf.Stream(whole, b"\xff" * 12, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
            image.stream_dict.update(
                pikepdf.Dictionary(Width=2, Height=2, ColorSpace=pikepdf.Name.DeviceRGB, BitsPerComponent=8)
            )
            page.Resources.XObject = pikepdf.Dictionary(I=image)
            drawn += b"q 300 0 0 300 20 20 cm /I Do Q "
        if words:
            drawn += b"BT /F 10 Tf 10 200 Td (%s) Tj ET" % words.encode()
        page.Contents = pikepdf.Stream(whole, drawn)
        whole.docinfo["/Creator"], whole.docinfo["/Producer"] = creator, producer
        for number, content in enumerate(attached):
            whole.attachments[f"{number}.bin"] = content
        whole.save(target, encryption=pikepdf.Encryption(owner="pemilik", user=password) if password else False)
    return target.getvalue()


# --- what is no PDF


@in_one_test(
    ("content", "form"),
    [
        (b"\xff\xd8\xff\xe0 jfif", Form.PICTURE),
        (b"\xff\xd8 bukan jpeg", Form.OTHER),
        (b"\x89PNG\r\n\x1a\n....", Form.PICTURE),
        (b"\x89PNG bukan", Form.OTHER),
        (b"GIF89a", Form.PICTURE),
        (b"II*\0....", Form.PICTURE),
        (b"MM\0*....", Form.PICTURE),
        (b"BM......", Form.PICTURE),
        (b"\0\0\0\x18ftypheic....", Form.PICTURE),
        (b"\0\0\0\x18ftypavif....", Form.PICTURE),
        (b"\0\0\0\x18ftypmp42....", Form.OTHER),
        (b"\0\0\0\x18FTYPheic....", Form.OTHER),
        (b"RIFF....WEBPVP8 ", Form.PICTURE),
        (b"RIFF....WAVEfmt ", Form.OTHER),
        (b"halo", Form.OTHER),
        (b"", Form.OTHER),
        (b" " * 1019 + b"%PDF-1.7\n%%EOF\n", Form.PDF),
        (b" " * 1020 + b"%PDF-1.7\n%%EOF\n", Form.OTHER),
        (b"%PDF-1.7\n1 0 obj", Form.CUT),
    ],
)
def test_a_form_is_told_by_the_first_bytes(content, form):
    found = told(content)
    assert (found.form, found.read, found.late) == (form, True, False)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP"])
def test_pictures_as_programs_write_them_are_pictures(kind):
    target = io.BytesIO()
    Image.new("RGB", (8, 8), "white").save(target, kind)
    assert told(target.getvalue()).form == Form.PICTURE


# --- what is a PDF


@in_one_test(
    ("content", "form"),
    [
        (made("Surat"), Form.PDF),
        (made("Surat", creator="Writer", producer="LibreOffice 7.4"), Form.PDF),
        (made("Surat", creator="SKM Portal"), Form.OURS_ONCE),
        (made("Surat", creator="SKM Portal", producer="cairo 1.16"), Form.OURS_ONCE),
        (made("Laporan   Tindak Lanjut SKM | 3"), Form.OURS_ONCE),
        (made("Laporan Tindak Lanjut"), Form.PDF),
        (made("Surat", producer="cairo 1.16.0"), Form.PRINTED),
        (made("Surat", creator="Chromium", producer="Skia/PDF m120"), Form.PRINTED),
        (made("Surat", producer="Microsoft: Print To PDF"), Form.PRINTED),
        (made("", picture=True), Form.PICTURE),
        (made("", picture=True, producer="cairo"), Form.PRINTED),
        (made("Surat", picture=True), Form.PDF),
        (made(""), Form.PDF),
        (made("Surat", password="rahasia"), Form.LOCKED),
        (made("Surat", password=""), Form.PDF),
        (made("Surat", creator="SKM Portal", attached=[b"%PDF-1.7 laporan"]), Form.PACKED),
        (made("Surat", attached=[b"nilai", b" " * 1019 + b"%PDF-1.7"]), Form.PACKED),
        (made("Surat", attached=[b" " * 1020 + b"%PDF-1.7"]), Form.PDF),
        (made("Surat", attached=[b"unsur;nilai"]), Form.PDF),
    ],
)
def test_a_pdf_is_called_by_what_it_shows_and_says_of_itself(content, form):
    assert told(content).form == form


def test_a_locked_file_is_locked_whether_or_not_it_opens_without_the_word():
    assert told(HANDLINGS["locked"](files().signed)).form == Form.LOCKED
    assert told(HANDLINGS["locked against changes"](files().signed)).form == Form.LOCKED


def test_every_form_that_is_told_of_has_a_sentence_of_its_own():
    assert len(set(OF_FORM.values())) == len(OF_FORM)
    assert set(Form) - set(OF_FORM) == {Form.PDF, Form.CUT, Form.OTHER}


# --- codes


def test_a_link_is_enough_and_else_the_pages_and_attachments_are_read():
    address = f"https://skm.example.go.id/verifikasi/{CODE}/"
    linked = made(f"Kode {OTHER}") + f"% {address}\n%%EOF\n".encode()
    assert told(linked).codes == (CODE,)
    assert told(made(f"Kode {OTHER}")).codes == (OTHER,)
    wrapped = b"%PDF-1.7" + b" " * 2000 + b"\nstream\n" + zlib.compress(address.encode())
    assert told(made("Surat", attached=[wrapped])).codes == (CODE,)
    assert told(made(f"Kode {OTHER}", attached=[b"nilai", wrapped])).codes == (OTHER, CODE)
    assert told(made("Surat")).codes == ()


def test_of_a_file_with_a_link_the_form_stays_that_of_its_bytes():
    linked = made("Surat", creator="SKM Portal") + f"% /verifikasi/{CODE}/\n%%EOF\n".encode()
    assert (told(linked).form, told(linked).codes) == (Form.PDF, (CODE,))


def test_a_cut_file_stays_cut_whatever_its_pages_say():
    found = told(made(f"Laporan Tindak Lanjut SKM {OTHER}", creator="SKM Portal") + b"9 0 obj")
    assert (found.form, found.codes, found.read) == (Form.CUT, (OTHER,), True)


def test_what_no_reader_opens_is_told_as_far_as_its_bytes_go():
    found = told(b"%PDF-1.7\nrusak\n%%EOF\n" + b"%%EOF\n")
    assert (found.form, found.codes, found.read) == (Form.PDF, (), True)
    assert found.beginnings == beginnings_of(b"%PDF-1.7\nrusak\n%%EOF\n" + b"%%EOF\n") != ()


# --- signatures, and time


def test_it_says_whether_a_signature_stands_where_it_stood():
    assert told(files().signed).framed
    assert not told(HANDLINGS["saved again"](files().signed)).framed
    assert not told(files().prepared).framed


def test_without_time_nothing_is_known_but_the_form_and_that_it_was_late():
    found = told(files().signed, by_clock=0)
    assert (found.form, found.beginnings, found.codes, found.framed) == (Form.PDF, (), (), False)
    assert (found.read, found.late) == (False, True)


def test_what_uses_up_the_processor_is_unread_and_not_late():
    found = traces_of(b"%PDF-1.7\n" + b"%%EOF\n" * 2_000_000, 0, 20)
    assert (found.form, found.read, found.late) == (Form.PDF, False, False)
