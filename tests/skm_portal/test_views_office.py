"""The three pictures of an office: who sees and changes them, each in its place; what is refused leaves the rest."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from offices.models import AuditEvent, Office
from offices.profile.saving import PICTURES
from skm_portal.views_office import SLOTS
from tests.conftest import jpeg

pytestmark = pytest.mark.usefixtures("own_media")
PAGE = "/satuan-kerja/3521/gambar/"


def sent(name="logo.jpg", content=None):
    return {"picture": SimpleUploadedFile(name, jpeg() if content is None else content)}


def stored():
    office = Office.objects.get(code="3521")
    return {which: getattr(office, column).name for which, column in PICTURES.items()}


def text(response):
    return response.content.decode()


def test_every_place_has_its_words_and_its_column():
    assert list(SLOTS) == list(PICTURES)


@pytest.mark.parametrize("which", SLOTS)
def test_a_picture_lies_in_its_place_alone_and_the_trail_tells_of_it(as_user, people, which):
    client = as_user(people.admin)
    assert client.post(f"{PAGE}{which}/unggah/", sent()).url == PAGE
    names = stored()
    assert [place for place, name in names.items() if name] == [which]
    event = AuditEvent.objects.get()
    assert (event.action, event.before, event.after) == (
        "office.picture_set",
        {PICTURES[which]: ""},
        {PICTURES[which]: names[which]},
    )
    assert f"{SLOTS[which][0]} tersimpan." in text(client.get(PAGE))


@pytest.mark.parametrize("which", SLOTS)
def test_taking_one_away_leaves_the_others(as_user, people, which):
    client = as_user(people.admin)
    for place in SLOTS:
        client.post(f"{PAGE}{place}/unggah/", sent())
    assert client.post(f"{PAGE}{which}/hapus/").url == PAGE
    assert [place for place, name in stored().items() if not name] == [which]
    assert f"{SLOTS[which][0]} dihapus." in text(client.get(PAGE))


@pytest.mark.parametrize(
    ("file", "told"),
    [
        (sent("surat.pdf", b"%PDF-1.7"), "surat.pdf: "),
        (sent("rusak.jpg", jpeg()[:300]), "rusak.jpg: "),
        (sent("kosong.jpg", b""), "kosong"),
        ({}, "Pilih dahulu berkas gambarnya."),
    ],
    ids=["pdf", "torn", "empty", "none"],
)
def test_what_is_no_picture_is_refused_at_its_own_place(as_user, people, file, told):
    client = as_user(people.admin)
    client.post(f"{PAGE}logo/unggah/", sent())
    before = stored()
    refused = client.post(f"{PAGE}sampul-depan/unggah/", file)
    page = text(refused)
    assert (refused.status_code, told in page) == (422, True)
    slot = page[page.index('action="/satuan-kerja/3521/gambar/sampul-depan/unggah/"') :]
    assert told in slot[: slot.index("</form>")]
    assert stored() == before
    assert AuditEvent.objects.count() == 1


@pytest.mark.parametrize("role", ["staff", "head", "secretary", "supervisor"])
def test_others_see_the_pictures_and_change_none(as_user, people, role):
    as_user(people.admin).post(f"{PAGE}logo/unggah/", sent())
    before = stored()
    client = as_user(getattr(people, role))
    page = client.get(PAGE)
    assert (page.status_code, "/unggah/" in text(page), "/hapus/" in text(page)) == (200, False, False)
    assert client.post(f"{PAGE}logo/unggah/", sent()).status_code == 403
    assert client.post(f"{PAGE}logo/hapus/").status_code == 403
    assert stored() == before


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_for_people_of_other_offices_there_are_none(as_user, people, who):
    client = as_user(getattr(people, who))
    answers = [client.get(PAGE), client.post(f"{PAGE}logo/unggah/", sent()), client.post(f"{PAGE}logo/hapus/")]
    assert [answer.status_code for answer in answers] == [404] * 3
    assert set(stored().values()) == {""}


def test_an_address_that_changes_is_only_sent_to(as_user, people):
    client = as_user(people.admin)
    assert [client.get(f"{PAGE}logo/{verb}/").status_code for verb in ("unggah", "hapus")] == [405, 405]
    assert client.post(PAGE).status_code == 405
