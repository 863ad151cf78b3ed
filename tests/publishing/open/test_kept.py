"""What browsers and caches keep: nothing is sent twice, and nothing is kept that is not so any more."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from followups.models import EvidencePhoto
from offices.models import Office
from publishing import release as made_by
from publishing import signed
from publishing.models import PublicFace, ReleasedPhoto
from publishing.open import showing
from publishing.released.photos import release_photos
from reports.models import Report, State
from tests.conftest import jpeg
from tests.publishing.scene import CODES, report_of, told

PAGE = "/publik/3521/"
SETTING = "/satuan-kerja/3521/laman-publik/"
MARKED = ["", "lencana.svg", "metadata/", "data/indeks.csv", "data/unsur.json", "data/responden.csv"]
PACKED = {"Accept-Encoding": "gzip"}


def marks(client):
    return [client.get(f"{PAGE}{rest}")["ETag"] for rest in MARKED]


def asked_again(client, address, mark, **headers):
    return client.get(address, headers={"If-None-Match": mark} | headers)


def withdraw(report):
    gone = {"state": State.WITHDRAWN, "withdrawn_at": report.signed_at, "withdrawn_reason": "Keliru."}
    Report.objects.filter(pk=report.pk).update(**gone)


@pytest.mark.parametrize("rest", MARKED)
def test_who_has_it_already_is_told_so_without_a_body(client, published, rest):
    first = client.get(f"{PAGE}{rest}")
    again = asked_again(client, f"{PAGE}{rest}", first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert (again["ETag"], again["Cache-Control"]) == (first["ETag"], "public, max-age=60")


@pytest.mark.parametrize("rest", ["", "metadata/", "data/tindak-lanjut.json"])
def test_who_has_it_compressed_is_told_so_too(client, published, rest):
    packed = client.get(f"{PAGE}{rest}", headers=PACKED)
    assert packed["Content-Encoding"] == "gzip"
    assert packed["ETag"].startswith("W/")
    assert asked_again(client, f"{PAGE}{rest}", packed["ETag"], **PACKED).status_code == 304


def test_one_mark_among_several_is_enough_and_another_is_not(client, published):
    mark = client.get(PAGE)["ETag"]
    assert asked_again(client, PAGE, f'"anders", {mark}').status_code == 304
    assert asked_again(client, PAGE, '"anders"').status_code == 200
    assert asked_again(client, PAGE, mark.strip('"')).status_code == 200


def test_every_answer_has_a_mark_of_its_own(client, published):
    found = marks(client)
    assert len(set(found)) == len(found)


def test_the_same_is_marked_the_same_each_time(client, published):
    assert marks(client) == marks(client)


@pytest.mark.parametrize(
    "changed",
    [
        {"name": "Dinas Baru"},
        {"short_name": "Dinas B"},
        {"website": "baru.go.id"},
        {"phone": "(0351) 1"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_what_the_office_says_of_itself_is_told_anew(client, published, changed):
    before = marks(client)
    Office.objects.filter(pk=published.ngawi.pk).update(**changed)
    after = marks(client)
    assert not set(before) & set(after)


@pytest.mark.parametrize(
    "changed", [{"name": "Provinsi Baru"}, {"code": "36"}], ids=lambda changed: next(iter(changed))
)
def test_a_table_says_who_is_above_as_it_is_now(client, published, changed):
    mark = client.get(f"{PAGE}data/indeks.json")["ETag"]
    Office.objects.filter(pk=published.province.pk).update(**changed)
    (row,) = asked_again(client, f"{PAGE}data/indeks.json", mark).json()["data"]
    (said,) = changed.values()
    assert said in (row["kode_induk"], row["nama_induk"])


def test_what_another_office_does_changes_nothing_here_but_what_tells_of_both(client, published):
    before, below = marks(client), client.get("/publik/35/bawahan/indeks.csv")["ETag"]
    PublicFace.objects.create(office=published.magetan)
    assert marks(client) == before
    assert client.get("/publik/35/bawahan/indeks.csv")["ETag"] != below


def test_a_report_that_is_withdrawn_is_gone_for_who_asks_again_with_the_old_mark(client, published):
    before = dict(zip(MARKED, marks(client), strict=True))
    withdraw(published.report)
    for rest, mark in before.items():
        again = asked_again(client, f"{PAGE}{rest}", mark)
        assert again.status_code == 200
        assert "87,33" not in again.content.decode()
        assert "Menambah loket" not in again.content.decode()
        assert CODES["open"] not in again.content.decode()


def test_a_new_version_takes_the_place_of_the_old_one_at_once(client, published):
    assert "Menambah loket" in client.get(PAGE).content.decode()
    Report.objects.filter(pk=published.report.pk).update(state=State.SUPERSEDED)
    second = told("Menambah dua loket", code="FFFF-FFFF-FFFF-FFFF-FFFF")
    Report.objects.filter(code=CODES["prepared"]).delete()
    report_of(published.survey, published.people.secretary, "prepared", second, version=2)
    said = client.get(PAGE).content.decode()
    assert "Menambah dua loket" in said
    assert "Dari Laporan Tindak Lanjut SKM versi 2" in said
    assert CODES["open"] not in said


def test_a_page_that_is_closed_is_not_even_unchanged(client, published):
    before = dict(zip(MARKED, marks(client), strict=True))
    PublicFace.objects.filter(office=published.ngawi).delete()
    for rest, mark in before.items():
        assert asked_again(client, f"{PAGE}{rest}", mark).status_code == 404


def test_what_was_kept_of_a_page_comes_back_when_it_is_opened_again(client, as_user, published):
    before = client.get(PAGE)
    admin = as_user(published.people.admin)
    admin.post(SETTING, {"buka": "0"})
    assert client.get(PAGE).status_code == 404
    admin.post(SETTING, {"buka": "1"})
    assert client.get(PAGE).content == before.content


def test_the_page_is_made_once_for_all_who_ask(client, published, monkeypatch):
    client.get(PAGE)
    client.get(f"{PAGE}data/indeks.csv")
    monkeypatch.setattr(signed, "thaw", None)
    assert client.get(PAGE).status_code == 200
    assert client.get(f"{PAGE}data/unsur.csv").status_code == 200


def test_another_release_sends_what_it_makes_and_not_that_one_has_it_already(client, published, monkeypatch):
    before = marks(client)
    monkeypatch.setattr(showing, "release", lambda: "rilis lain")
    after = marks(client)
    assert not set(before) & set(after)
    assert asked_again(client, PAGE, before[0]).status_code == 200


def test_a_release_is_told_by_whatever_draws_a_page_or_a_sheet(tmp_path, monkeypatch):
    def mark():
        made_by.release.cache_clear()
        return made_by.release()

    for folder in ("publishing/open", "templates/publishing/open", "static/css"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.setattr(made_by, "_HOME", tmp_path)
    found = [mark()]
    for name in (
        "publishing/open/period.py",
        "templates/publishing/open/page.html",
        "templates/publishing/open/badge.svg",
        "static/css/sheet-a4.css",
    ):
        (tmp_path / name).write_text("lain")
        found.append(mark())
    assert len(set(found)) == len(found)
    (tmp_path / "static/css/print.css").write_text("lain")
    assert mark() == found[-1]
    monkeypatch.undo()
    mark()


def test_a_photo_is_told_on_the_page_as_soon_as_it_is_released_and_no_longer_than_that(client, published):
    followup, address = published.shown.followup, f"{PAGE}foto/{published.kept_back.sha256}.jpg"
    before = client.get(PAGE)["ETag"]
    assert client.get(address).status_code == 404
    release_photos(published.people.admin, followup, [published.kept_back.pk])
    assert client.get(address).status_code == 200
    assert client.get(PAGE)["ETag"] != before
    assert published.shown.sha256 not in client.get(PAGE).content.decode()
    release_photos(published.people.admin, followup, [published.shown.pk, published.elsewhere.pk])
    assert client.get(address).status_code == 404
    assert client.get(PAGE)["ETag"] == before


def test_a_photo_that_was_covered_since_is_neither_shown_nor_unchanged(client, published):
    address = f"{PAGE}foto/{published.shown.sha256}.jpg"
    mark = client.get(address)["ETag"]
    assert asked_again(client, address, mark).status_code == 304
    EvidencePhoto.objects.filter(pk=published.shown.pk).update(sha256="e" * 64)
    assert asked_again(client, address, mark).status_code == 404
    assert client.get(f"{PAGE}foto/{'e' * 64}.jpg").status_code == 404
    assert "public-photos" not in client.get(PAGE).content.decode()


@pytest.mark.parametrize("why", ["placeholder", "unused"])
def test_a_photo_that_proves_nothing_any_more_is_not_shown(client, published, why):
    address = f"{PAGE}foto/{published.shown.sha256}.jpg"
    assert client.get(address).status_code == 200
    if why == "placeholder":
        EvidencePhoto.objects.filter(pk=published.shown.pk).update(is_placeholder=True)
    else:
        published.shown.uses.all().delete()
    assert client.get(address).status_code == 404


def test_a_photo_whose_file_is_not_what_was_kept_is_not_shown(client, published):
    name = f"photos/3521/{published.shown.sha256[:12]}-rusak.jpg"
    stored = default_storage.save(name, ContentFile(jpeg("red")))
    EvidencePhoto.objects.filter(pk=published.shown.pk).update(file=stored)
    assert client.get(f"{PAGE}foto/{published.shown.sha256}.jpg").status_code == 404
    EvidencePhoto.objects.filter(pk=published.shown.pk).update(file="photos/3521/hilang.jpg")
    assert client.get(f"{PAGE}foto/{published.shown.sha256}.jpg").status_code == 404


def test_a_photo_is_a_picture_and_nothing_else(client, published):
    answer = client.get(f"{PAGE}foto/{published.shown.sha256}.jpg")
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer.content == jpeg()


@pytest.mark.parametrize(("name", "kind"), [("logo.png", "image/png"), ("logo.jpg", "image/jpeg")])
def test_a_logo_is_sent_as_what_it_is_and_told_to_who_links_the_page(client, published, name, kind):
    assert "og:image" not in client.get(PAGE).content.decode()
    Office.objects.filter(pk=published.ngawi.pk).update(logo=default_storage.save(name, ContentFile(jpeg("green"))))
    answer = client.get(f"{PAGE}logo")
    assert (answer["Content-Type"], answer.content) == (kind, jpeg("green"))
    assert asked_again(client, f"{PAGE}logo", answer["ETag"]).status_code == 304
    page = client.get(PAGE).content.decode()
    assert 'property="og:image"' in page
    assert f'src="{PAGE}logo"' in page


def test_an_office_without_a_logo_has_none_at_its_address(client, published):
    assert client.get(f"{PAGE}logo").status_code == 404
    Office.objects.filter(pk=published.ngawi.pk).update(logo="logos/hilang.png")
    assert client.get(f"{PAGE}logo").status_code == 404


def test_a_released_photo_of_another_cycle_does_not_come_into_this_one(client, published):
    other = EvidencePhoto.objects.get(followup__survey__office=published.magetan)
    ReleasedPhoto.objects.create(photo=other, sha256=other.sha256)
    ReleasedPhoto.objects.filter(photo=published.shown).delete()
    assert other.sha256 == published.shown.sha256
    assert client.get(f"{PAGE}foto/{other.sha256}.jpg").status_code == 404


def test_what_was_made_while_something_changed_does_not_come_back_with_the_state_of_before(published):
    """A report is signed while a page is made, and withdrawn later: the page is then as it was before it was signed."""

    def make():
        signed = {"state": State.SIGNED, "withdrawn_at": None, "withdrawn_reason": ""}
        Report.objects.filter(pk=published.report.pk).update(**signed)
        return "what the report says"

    withdraw(published.report)
    before = showing.shown_office("3521")
    made = before.kept("uji", make)
    withdraw(published.report)
    after = showing.shown_office("3521")
    assert after.digest == before.digest
    assert made == "what the report says"
    assert after.kept("uji", lambda: "nothing is signed") == "nothing is signed"
    assert after.kept("uji", lambda: "made again") == "nothing is signed"
