"""What a stranger gets who tries every address with every name: what is released, and of the rest not even that it is.

Each answer is read whole, with its headers, for what must not get out.
"""

import re

import pytest
from django.urls import reverse

from followups.models import EvidencePhoto
from publishing.copied import inputs_of
from publishing.data.tables import TABLES
from publishing.models import PublicFace, PublicOriginal, ReleasedPhoto
from reports.models import Job, ReleasedCopy, Report, State
from surveys.models import Survey
from tests.publishing.scene import CODES, SECRETS

PAGE = "/publik/3521/"
FILES = [f"{name}.{ending}" for name in TABLES for ending in ("csv", "json")]
OF_OFFICE = ["", "lencana.svg", "metadata/", *(f"data/{file}" for file in FILES)]
BELOW = [f"/publik/35/bawahan/{file}" for file in FILES]
READABLE = [*(f"{PAGE}{rest}" for rest in OF_OFFICE), *BELOW]


def whole(answer):
    headers = "".join(f"{name}: {value}\n" for name, value in answer.headers.items())
    return headers + answer.content.decode()


@pytest.mark.parametrize("address", READABLE)
def test_nothing_of_what_is_kept_back_stands_in_any_answer(client, published, address):
    answer = client.get(address)
    assert answer.status_code == 200
    said = whole(answer)
    hidden = [CODES[which] for which in ("withdrawn", "replaced", "prepared", "closed")]
    persons = [published.people.secretary.name, published.people.admin.name, "Sari Utami"]
    assert [each for each in (*SECRETS, *hidden, *persons) if each in said] == []
    assert not re.search(r"\b\d{18}\b", said)
    assert published.kept_back.sha256 not in said
    assert published.elsewhere.sha256 not in said


@pytest.mark.parametrize("address", READABLE)
def test_an_answer_names_no_place_in_the_storage_and_no_number_of_a_row(client, published, address):
    said = whole(client.get(address))
    assert published.shown.file.name not in said
    assert "photos/" not in said
    assert "/media/" not in said
    assert "sessionid" not in said
    assert "csrf" not in said.lower()


def test_the_page_of_the_office_tells_what_the_signed_report_tells(client, published):
    said = client.get(PAGE).content.decode()
    assert "Menambah loket" in said
    assert f"{PAGE}foto/{published.shown.sha256}.jpg" in said
    assert reverse("verification_of", args=[CODES["open"]]) in said
    assert "977" not in said


@pytest.mark.parametrize("rest", OF_OFFICE)
@pytest.mark.parametrize("code", ["3520", "35", "9999", "0", "3521x", "35212", "%20", "3521%00"])
def test_of_an_office_that_did_not_open_its_page_it_cannot_be_told_from_one_that_is_not(client, published, code, rest):
    answer = client.get(f"/publik/{code}/{rest}")
    assert answer.status_code in {400, 404}
    assert "Magetan" not in answer.content.decode()
    assert "ETag" not in answer.headers


def test_a_closed_office_and_none_are_answered_alike(client, published):
    closed, none = (client.get(f"/publik/{code}/") for code in ("3520", "3599"))
    assert (closed.status_code, none.status_code) == (404, 404)
    plain = [re.sub(r'nonce="[^"]*"|35\d\d', "", answer.content.decode()) for answer in (closed, none)]
    assert plain[0] == plain[1]


@pytest.mark.parametrize("which", ["kept_back", "elsewhere"])
def test_a_photo_that_is_not_both_released_and_signed_has_no_address(client, published, which):
    photo = getattr(published, which)
    assert client.get(f"{PAGE}foto/{photo.sha256}.jpg").status_code == 404
    assert client.get(f"{PAGE}foto/{published.shown.sha256}.jpg").status_code == 200


def test_a_photo_is_shown_by_its_own_office_alone(client, published):
    for code in ("3519", "3520", "35"):
        assert client.get(f"/publik/{code}/foto/{published.shown.sha256}.jpg").status_code == 404


@pytest.mark.parametrize("name", ["", "0" * 64, "1", "loket", "../3521/logo", "%2e%2e", "a" * 300])
def test_no_other_name_leads_to_a_picture(client, published, name):
    assert client.get(f"{PAGE}foto/{name}.jpg").status_code == 404


def test_digests_are_asked_for_whole_and_as_they_are(client, published):
    digest = published.shown.sha256
    for near in (digest[:-1], digest.upper(), f"{digest}0", digest[:8]):
        if near != digest:
            assert client.get(f"{PAGE}foto/{near}.jpg").status_code == 404


@pytest.mark.parametrize(
    "rest",
    ["lembar/", "foto/", "lembar/hasil/resmi/a4/", "lembar/tindak-lanjut/berwarna/persegi/", ""],
)
def test_what_belongs_to_the_office_sends_strangers_to_the_door(client, published, rest):
    answer = client.get(f"/skm/3521/2025-S1/publikasi/{rest}")
    assert answer.status_code == 302
    assert "masuk" in answer.url


@pytest.mark.parametrize("address", READABLE)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_public_can_be_written_to(client, published, address, method):
    assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}lencana.svg", f"{PAGE}data/indeks.json", f"{PAGE}metadata/"])
def test_who_only_asks_for_the_head_gets_the_same_mark_and_no_body(client, published, address):
    head, answer = client.head(address), client.get(address)
    assert head.content == b""
    assert head["ETag"] == answer["ETag"]


@pytest.mark.parametrize("who", ["admin", "secretary", "stranger", "nobody"])
def test_who_is_logged_in_reads_the_same_as_a_stranger_and_nobody_keeps_it_for_others(client, as_user, published, who):
    before = client.get(PAGE)
    reader = as_user(getattr(published.people, who))
    after = reader.get(PAGE)
    assert after.content == before.content
    assert after["ETag"] == before["ETag"]
    assert before["Cache-Control"] == "public, max-age=60"
    assert after["Cache-Control"] == "private, max-age=60"


@pytest.mark.parametrize("name", TABLES)
def test_below_the_province_only_open_offices_are_told(client, published, name):
    said = client.get(f"/publik/35/bawahan/{name}.json").json()["data"]
    assert {row["kode_satuan_kerja"] for row in said} == {"3521"}
    PublicFace.objects.create(office=published.magetan)
    both = client.get(f"/publik/35/bawahan/{name}.json").json()["data"]
    assert {row["kode_satuan_kerja"] for row in both} == {"3520", "3521"}


def test_an_office_is_not_below_itself_and_none_is_below_it(client, published):
    assert client.get("/publik/3521/bawahan/indeks.csv").status_code == 404
    assert client.get("/publik/9999/bawahan/indeks.csv").status_code == 404


def test_an_office_two_levels_down_is_below_the_top_too(client, published):
    top = type(published.province).objects.create(code="00", name="Pusat", short_name="Pusat", place="Jakarta")
    type(published.province).objects.filter(pk=published.province.pk).update(parent=top)
    (row,) = client.get("/publik/00/bawahan/indeks.json").json()["data"]
    assert (row["kode_satuan_kerja"], row["kode_induk"]) == ("3521", "35")


def test_an_open_office_that_signed_nothing_says_so_and_shows_no_number(client, published):
    page = client.get("/publik/3519/").content.decode()
    assert "Belum ada hasil yang ditandatangani." in page
    assert "87," not in page
    assert "belum ada" in client.get("/publik/3519/lencana.svg").content.decode()
    for name in TABLES:
        assert client.get(f"/publik/3519/data/{name}.csv").content.count(b"\n") == 1
        assert client.get(f"/publik/3519/data/{name}.json").json()["data"] == []


def test_every_number_of_a_few_people_is_hidden_on_the_page_and_in_the_tables(client, published):
    rows = client.get(f"{PAGE}data/responden.json").json()["data"]
    hidden = {row["kode_kategori"] for row in rows if row["nilai"] is None}
    assert {"17-25", "physical"} <= hidden
    assert all(
        row["nilai"] is None or row["nilai"] >= 5 for row in rows if row["kode_kelompok"] in {"age", "disability"}
    )
    page = client.get(PAGE).content.decode()
    assert "17–25 tahun: tidak ditampilkan demi kerahasiaan responden" in page
    assert "Legalisir: tidak ditampilkan demi kerahasiaan responden" in page


def test_what_is_hidden_cannot_be_found_by_taking_the_rest_from_the_sum(client, published):
    rows = client.get(f"{PAGE}data/responden.json").json()["data"]
    for margin in ("age", "disability"):
        hidden = [row for row in rows if row["kode_kelompok"] == margin and row["nilai"] is None]
        assert len(hidden) >= 2
        shown = sum(row["nilai"] for row in rows if row["kode_kelompok"] == margin and row["nilai"] is not None)
        assert 110 - shown >= 5


def test_hidden_services_show_no_value_anywhere(client, published):
    page = client.get(PAGE).content.decode()
    services = re.findall(r"<li>(Legalisir|Perizinan|Lain): ([^<]+)</li>", page)
    told = dict(services)
    assert told["Legalisir"] == "tidak ditampilkan demi kerahasiaan responden"
    assert "tidak ditampilkan" in " ".join(words for name, words in services if name != "Legalisir")
    assert sum(1 for words in told.values() if words[0].isdigit()) == 1


def test_what_is_typed_into_the_cycle_after_the_signature_reaches_no_stranger(client, published):
    before = [client.get(address)["ETag"] for address in READABLE]
    Survey.objects.filter(pk=published.survey.pk).update(respondents=12345, signatory_name="Nama Baru")
    EvidencePhoto.objects.filter(pk=published.shown.pk).update(caption="Keterangan yang belum ditandatangani")
    assert [client.get(address)["ETag"] for address in READABLE] == before
    said = client.get(PAGE).content.decode()
    assert "Keterangan yang belum ditandatangani" not in said
    assert "Keterangan loket.jpg" in said


def test_of_every_cycle_only_the_one_in_force_is_a_row(client, published):
    rows = client.get(f"{PAGE}data/indeks.json").json()["data"]
    assert [(row["periode"], row["kode_verifikasi"]) for row in rows] == [("2025-S1", CODES["open"])]
    signed = {"signed_at": published.report.signed_at, "signed_by": published.people.secretary}
    as_it_was = Report.objects.get(code=CODES["open"])
    file = {"signed_file": "reports/lain.pdf", "signed_sha256": "d" * 64, "signer": as_it_was.signer}
    Report.objects.filter(code=CODES["prepared"]).update(state=State.SIGNED, **signed, **file)
    rows = client.get(f"{PAGE}data/indeks.json").json()["data"]
    assert [row["periode"] for row in rows] == ["2025-S2", "2025-S1"]


def test_a_photo_that_was_released_for_a_report_that_is_withdrawn_goes_with_it(client, published):
    address = f"{PAGE}foto/{published.shown.sha256}.jpg"
    assert client.get(address).status_code == 200
    gone = {"state": State.WITHDRAWN, "withdrawn_at": published.report.signed_at, "withdrawn_reason": "Keliru."}
    Report.objects.filter(pk=published.report.pk).update(**gone)
    assert client.get(address).status_code == 404
    assert ReleasedPhoto.objects.filter(photo=published.shown).exists()


def test_no_digest_that_the_portal_knows_leads_to_a_file_that_was_not_opened(client, published):
    columns = ("signed_sha256", "prepared_sha256", "scan_sha256", "draft_digest")
    digests = {digest for row in Report.objects.values_list(*columns) for digest in row if digest}
    digests |= set(EvidencePhoto.objects.values_list("sha256", flat=True))
    assert len(digests) == 5
    for code in ("3521", "3520", "3519", "35"):
        for digest in digests:
            assert client.get(f"/publik/{code}/laporan/{digest}.pdf").status_code == 404


@pytest.mark.parametrize("which", ["withdrawn", "replaced", "prepared"])
def test_a_decision_on_a_version_opens_nothing_that_is_not_in_force(client, published, which):
    report = Report.objects.get(code=CODES[which])
    PublicOriginal.objects.create(report=report)
    ReleasedCopy.objects.create(report=report, inputs=inputs_of(report, ()), file="reports/x.pdf", sha256="c" * 64)
    for digest in filter(None, (report.signed_sha256, report.prepared_sha256, "c" * 64)):
        assert client.get(f"{PAGE}laporan/{digest}.pdf").status_code == 404
    assert "Laporan bertanda tangan" not in client.get(PAGE).content.decode()


def test_a_copy_of_other_photos_than_are_released_now_is_not_told_of(client, published):
    report = published.report
    ReleasedCopy.objects.create(report=report, inputs=inputs_of(report, ()), file="reports/x.pdf", sha256="c" * 64)
    said = client.get(PAGE).content.decode()
    assert "c" * 64 not in said
    assert client.get(f"{PAGE}laporan/{'c' * 64}.pdf").status_code == 404


@pytest.mark.parametrize("rest", ["salinan/", "salinan/berkas/", "lembar/hasil/resmi/"])
def test_who_is_not_logged_in_neither_reads_nor_asks_for_copies_and_sheets(client, published, rest):
    for method in (client.get, client.post):
        answer = method(f"/skm/3521/2025-S1/publikasi/{rest}")
        assert answer.status_code in {302, 405}
        assert answer.status_code == 405 or "masuk" in answer.url
    assert not Job.objects.exists()
