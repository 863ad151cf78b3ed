"""What may be uploaded where a report goes: asked before it is prepared, and told with figures where it cannot be."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from offices.declining import Declined
from reports.issuing import fitting, prepare
from reports.issuing.fitting import LARGEST_PAGE, MEGABYTE, Fit, check_fits
from reports.models import Report
from reports.printing.links import OFFICE_PICTURES
from tests.reports.issuing.issuing import make_ready, wish

pytestmark = pytest.mark.usefixtures("own_media")


def figures(count, size):
    """A document with so many photos of so many bytes, which do not become smaller: they are none."""
    path = default_storage.save("photos/a.jpg", ContentFile(b"x" * size))
    pictures = [SimpleNamespace(path=path, sha256=str(number)) for number in range(count)]
    annex = SimpleNamespace(figures=[SimpleNamespace(picture=picture) for picture in pictures])
    return SimpleNamespace(annex=annex, office=SimpleNamespace(**dict.fromkeys(OFFICE_PICTURES, "")))


@pytest.mark.parametrize(
    ("fit", "page", "most"),
    [
        (Fit(None, by_hand=True), LARGEST_PAGE, None),
        (Fit(10, by_hand=False), LARGEST_PAGE, 10 * MEGABYTE - 64_000),
        (Fit(10, by_hand=True), LARGEST_PAGE, 10 * MEGABYTE - 64_000 - 3 * LARGEST_PAGE),
        (Fit(1, by_hand=True), 120_000, MEGABYTE - 64_000 - 360_000),
    ],
)
def test_a_limit_leaves_room_for_the_signature_or_the_signed_pages(fit, page, most):
    assert (fit.page_bytes, fit.most_bytes) == (page, most)
    assert fit.holds(most or 10**12) and (most is None or not fit.holds(most + 1))


def test_what_cannot_fit_is_told_with_its_figures_before_anything_is_prepared(monkeypatch):
    monkeypatch.setattr(fitting, "smaller", lambda picture, _longest, _quality: picture[: len(picture) // 4])
    document = figures(1, 8 * MEGABYTE)
    check_fits(document, Fit(None, by_hand=False))
    check_fits(document, Fit(3, by_hand=False))
    with pytest.raises(Declined) as refusal:
        check_fits(document, Fit(2, by_hand=False))
    told = str(refusal.value)
    assert "1 gambar" in told and "kira-kira 2,0 MB" in told and "yang tersedia 1,8 MB" in told
    assert "Belum ada yang disiapkan" in told and refusal.value.faults == {"limit_mb": told}


def test_what_is_needed_never_reads_as_what_is_available(monkeypatch):
    monkeypatch.setattr(fitting, "smaller", lambda picture, _longest, _quality: picture)
    with pytest.raises(Declined, match="kira-kira 1,9 MB, sedangkan yang tersedia 1,8 MB"):
        check_fits(figures(1, 1_847_000), Fit(2, by_hand=False))


def test_the_limit_of_the_form_counts_before_that_of_the_office(survey, people):
    make_ready(survey, people)
    survey.office.pdf_limit_mb = 7
    survey.office.save()
    assert prepare(survey, people.admin, wish()).limit_mb == 7
    Report.objects.all().delete()
    type(survey).objects.update(lock="open")
    assert prepare(survey, people.admin, replace(wish(), limit_mb=3)).limit_mb == 3
