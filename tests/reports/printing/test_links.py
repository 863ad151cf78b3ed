"""Where the pictures of a report are fetched from."""

from reports.document.build import build
from reports.printing.links import FolderLinks, PortalLinks, office_pictures, stored_files
from tests.make_cycle import make_source
from tests.reports.shapes import mixed


def document(**changes):
    return build(make_source(mixed(), **changes))


def test_the_portal_has_an_address_for_each_photo_by_its_content():
    picture = document().annex.figures[0].picture
    assert PortalLinks("9901", "2025-S1").photo(picture).endswith(f"/9901/2025-S1/foto/{picture.sha256}.jpg")


def test_a_folder_beside_the_file_holds_them_by_the_same_name():
    picture = document().annex.figures[0].picture
    assert FolderLinks("laporan_berkas", base="laporan_berkas").photo(picture) == f"laporan_berkas/{picture.sha256}.jpg"


def test_every_figure_and_every_picture_of_the_office_has_its_file():
    shown = document(logo="logo/a.jpg", cover_back="sampul/b.jpg")
    files = stored_files(shown, FolderLinks("f", base="f"))
    assert len(files) == 4 + 2
    assert (files["f/logo"], files["f/sampul-belakang"]) == ("logo/a.jpg", "sampul/b.jpg")
    assert {figure.picture.path for figure in shown.annex.figures} <= set(files.values())


def test_an_office_without_pictures_needs_none():
    assert office_pictures(document()) == {}
    assert set(office_pictures(document(logo="a", cover_front="b", cover_back="c"))) == {
        "logo",
        "cover_front",
        "cover_back",
    }
