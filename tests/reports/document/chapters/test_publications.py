"""The annex ends with where results and follow-up were published, each with its proof as a figure."""

from dataclasses import replace
from datetime import date

import pytest

from followups.fields import MEDIA, PUBLISHED
from followups.models import Medium, Published
from reports.document.build import build
from reports.document.chapters.publications import HEADING, SUBJECT, PublicationRow
from reports.printing.html import print_html
from tests.make_cycle import make_cycle, make_followup, make_photos, make_plan, make_publication, make_source
from tests.reports.shapes import of

ADDRESS = "https://kab-contoh.kpu.go.id/skm?tahun=2025&semester=1"
BOARD = make_publication(proof="publikasi/papan.jpg")
SITE = make_publication("Laman KPU", what="follow_up", medium="website", address=ADDRESS, published_on=date(2025, 8, 2))


def report(*publications, photos=2, **changes):
    plans = of("waktu", make_plan(photos=make_photos(photos)))
    followup = make_followup((plans,), (), publications=publications)
    return build(make_source(make_cycle(followup=followup), **changes))


def test_each_publication_is_a_row_with_its_medium_place_address_day_and_figure():
    assert report(BOARD, SITE).publications == (
        PublicationRow(
            number=1,
            what="Hasil SKM",
            medium="Media cetak/non-elektronik",
            place="Papan pengumuman ruang pelayanan",
            address="",
            published_on="15 Juli 2025",
            figure=3,
            anchor="gambar-3",
        ),
        PublicationRow(
            number=2,
            what="Tindak lanjut",
            medium="Situs web atau subsitus",
            place="Laman KPU",
            address=ADDRESS,
            published_on="2 Agustus 2025",
            figure=0,
            anchor="",
        ),
    )


def test_the_proofs_are_the_last_figures_and_stand_in_their_list():
    document = report(BOARD, SITE)
    group = document.annex.groups[-1]
    assert (group.heading, group.subject, len(document.annex.groups)) == (HEADING, SUBJECT, 2)
    (figure,) = group.figures
    caption = "Publikasi Hasil SKM: Papan pengumuman ruang pelayanan, 15 Juli 2025"
    assert (figure.number, figure.caption, figure.picture.alt) == (3, caption, caption)
    assert document.figures[-1].title == caption
    assert document.publication_proofs == (figure.picture.path,)


def test_two_that_one_photo_proves_refer_to_one_figure():
    again = replace(BOARD, what="follow_up")
    other = make_publication("Loket", proof="publikasi/loket.jpg")
    document = report(BOARD, again, other)
    assert [row.figure for row in document.publications] == [3, 3, 4]
    assert [figure.number for figure in document.annex.groups[-1].figures] == [3, 4]


def test_a_log_without_any_photo_has_its_table_and_no_figure():
    document = report(SITE, photos=0)
    assert [group.heading for group in document.annex.groups] == [HEADING]
    assert document.annex.figures == () == document.publication_proofs
    page = print_html(document)
    assert 'class="tabel-publikasi"' in page and "Belum ada bukti dukung" not in page


def test_an_empty_log_and_an_office_that_wants_none_of_it_have_no_such_part():
    for document in (report(), report(BOARD, SITE, has_publications=False)):
        assert document.publications == () == document.publication_proofs
        assert [group.heading for group in document.annex.groups] == ["Bukti Dukung Tabel 3.1 Nomor 1 Poin a"]
        assert 'class="tabel-publikasi"' not in print_html(document)


def test_the_page_links_address_and_figure_and_says_so_where_there_is_no_photo():
    page = print_html(report(BOARD, SITE))
    annex = " ".join(page[page.index('class="tabel-publikasi"') :].split())
    assert 'href="https://kab-contoh.kpu.go.id/skm?tahun=2025&amp;semester=1"' in annex
    assert '<a class="utuh" href="#gambar-3">Gambar 3</a>' in annex
    assert annex[: annex.index("</table>")].count(">–</td>") == 1


def test_what_somebody_wrote_is_text_and_no_markup():
    page = print_html(report(make_publication("<b>Papan</b> & loket")))
    assert "&lt;b&gt;Papan&lt;/b&gt; &amp; loket" in page and "<b>Papan" not in page


@pytest.mark.parametrize(("words", "choices"), [(PUBLISHED, Published), (MEDIA, Medium)])
def test_rows_files_and_report_know_the_same_words(words, choices):
    assert dict(choices.choices) == words
