"""The scan of a report that was signed by hand: what is kept, and what is refused with a way out."""

import io

import pikepdf
import pytest

from offices.declining import Declined
from reports.issuing import accept_scan
from reports.issuing.keeping import digest_of_bytes, read
from reports.models import State
from tests.conftest import jpeg
from tests.mass import sampled
from tests.reports.issuing.issuing import again, make_prepared, small_pdf

pytestmark = pytest.mark.usefixtures("own_media")


@pytest.mark.parametrize(("make", "ending"), [(jpeg, ".jpg"), (small_pdf, ".pdf")])
def test_a_scan_is_kept_and_is_no_electronic_signature(survey, people, make, ending):
    report = accept_scan(make_prepared(survey, people, "by_hand"), people.secretary, make())
    assert (report.state, report.signed_sha256, report.signer) == (State.SIGNED, "", None)
    assert report.scan.name.endswith(ending)
    assert digest_of_bytes(read(report.scan, report.scan_sha256)) == report.scan_sha256


def locked_pdf():
    with pikepdf.open(io.BytesIO(small_pdf())) as pdf:
        target = io.BytesIO()
        pdf.save(target, encryption=pikepdf.Encryption(owner="pemilik", user="pembaca"))
    return target.getvalue()


def pdf_without_pages():
    pdf, target = pikepdf.new(), io.BytesIO()
    pdf.save(target)
    return target.getvalue()


def pdf_with_a_page_that_is_none():
    pdf, target = pikepdf.new(), io.BytesIO()
    pdf.add_blank_page()
    pdf.Root.Pages.Kids.append(pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Bogus)))
    pdf.Root.Pages.Count = 2
    pdf.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("make", "match"),
    sampled(
        [
            (lambda: b"", "PDF atau gambar"),
            (lambda: b"MZ program", "PDF atau gambar"),
            (lambda: b"\xff\xd8\xff rusak", "PDF atau gambar"),
            (lambda: b"%PDF-1.4 pindaian", "bukan PDF yang utuh"),
            (lambda: small_pdf()[:300], "bukan PDF yang utuh"),
            (locked_pdf, "dikunci dengan kata sandi"),
            (pdf_without_pages, "bukan PDF yang utuh"),
            (pdf_with_a_page_that_is_none, "Halaman 2"),
            (lambda: b"%PDF-1.4" + b"x" * 42_000_000, "paling besar 40 MB"),
        ],
        every=3,
    ),
)
def test_what_is_no_scan_is_refused_with_a_way_out(survey, people, make, match):
    report = make_prepared(survey, people, "by_hand")
    with pytest.raises(Declined, match=match) as refusal:
        accept_scan(report, people.secretary, make())
    assert "unggah" in str(refusal.value)
    assert again(report).state == State.PREPARED
