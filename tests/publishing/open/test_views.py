"""The public page: closed until the office opens it, and then what was signed and nothing else."""

import json
import re
from decimal import Decimal

import pytest

from followups.models import EvidencePhoto, FollowUp
from offices.models import AuditEvent
from publishing.data.tables import TABLES
from publishing.models import PublicFace, ReleasedPhoto
from publishing.released.photos import release_photos
from reports.models import Report, State
from surveys.models import ElementScore, Lock, Survey
from tests.conftest import make_photo, make_survey
from tests.publishing.results import document_with, service
from tests.reports.issued import make_report

PAGE, SETTING = "/publik/3521/", "/satuan-kerja/3521/laman-publik/"
EVERYTHING = [
    PAGE,
    *(f"{PAGE}{rest}" for rest in ("lencana.svg", "logo", "data/indeks.csv", "data/tindak-lanjut.json")),
    "/publik/35/bawahan/indeks.csv",
]
pytestmark = pytest.mark.usefixtures("own_media")


@pytest.fixture
def photo(survey):
    return EvidencePhoto.objects.get()


@pytest.fixture
def signed(people, survey, photo):
    """A signed report, in which the photo stands."""
    return make_report(FollowUp.objects.get(survey=survey), people.secretary, document=document_with(photo))


@pytest.fixture
def opened(signed, people, survey):
    PublicFace.objects.create(office=survey.office, opened_by=people.admin)


def text(answer):
    return " ".join(re.sub(r"<script.*?</script>|<[^>]+>", " ", answer.content.decode(), flags=re.DOTALL).split())


def test_it_is_closed_until_the_office_opens_it_and_gone_when_it_is_closed_again(client, as_user, people, signed):
    assert [client.get(address).status_code for address in EVERYTHING] == [404] * len(EVERYTHING)
    admin = as_user(people.admin)
    assert admin.post(SETTING, {"buka": "1"}).url == SETTING
    assert PAGE in admin.get(SETTING).content.decode()
    client.logout()
    assert client.get(PAGE).status_code == 200
    as_user(people.secretary).post(SETTING, {"buka": "0"})
    client.logout()
    assert client.get(PAGE).status_code == 404
    told = AuditEvent.objects.filter(action__startswith="public.").order_by("pk").values_list("action", flat=True)
    assert list(told) == ["public.open", "public.close"]


def test_it_says_index_elements_respondents_and_plans_of_what_was_signed(client, opened):
    said = text(client.get(PAGE))
    for words in (
        "Indeks Kepuasan Masyarakat Semester I Tahun 2025",
        "87,33 B (Baik)",
        "110 responden.",
        "Laki-laki: 60 orang",
        "1 dari 2 rencana tindak lanjut selesai (50%).",
        "Menambah loket. (Sudah)",
        "Aplikasi antrean (Dalam proses)",
    ):
        assert words in said


def test_what_is_typed_after_the_signature_does_not_show(client, opened):
    before = client.get(PAGE)["ETag"]
    Survey.objects.update(lock=Lock.OPEN, respondents=999)
    ElementScore.objects.update(score=1)
    assert "999" not in text(client.get(PAGE))
    assert client.get(PAGE)["ETag"] == before


@pytest.mark.parametrize("state", [State.DRAFT, State.PREPARED, State.WITHDRAWN, State.SUPERSEDED])
def test_of_a_report_that_is_not_in_force_nothing_shows(client, people, survey, photo, state):
    changes = {} if state != State.DRAFT else {"state": State.PREPARED}
    make_report(FollowUp.objects.get(survey=survey), people.secretary, **({"state": state} | changes))
    PublicFace.objects.create(office=survey.office)
    said = text(client.get(PAGE))
    assert "Belum ada hasil yang ditandatangani." in said
    assert "87,3" not in said
    assert client.get(f"{PAGE}data/indeks.csv").content.decode().count("\n") == 1


def test_a_report_that_is_withdrawn_is_gone_at_once(client, opened, signed):
    assert "87,33" in text(client.get(PAGE))
    withdrawn = {"state": State.WITHDRAWN, "withdrawn_at": signed.signed_at, "withdrawn_reason": "Keliru."}
    Report.objects.filter(pk=signed.pk).update(**withdrawn)
    assert "87,33" not in text(client.get(PAGE))


def test_no_name_of_a_person_no_nip_and_no_note_stands_in_it(client, people, opened):
    shown = [PAGE, *(f"{PAGE}data/{name}.{ending}" for name in TABLES for ending in ("csv", "json"))]
    told = "".join(client.get(address).content.decode() for address in shown)
    assert "Menambah loket" in told
    for secret in ("Sari Utami", "Sri Contoh", "NIP", "Ruang tempel", str(people.secretary)):
        assert secret not in told
    assert not re.search(r"\b\d{18}\b", told)


def test_small_counts_are_hidden_where_the_report_hides_them(client, people, survey, photo):
    few = document_with(
        photo,
        profile={"age": {"17-25": 3, "26-34": 57, "35-44": 50}},
        services=(service("Legalisir", 4), service("Perizinan", 50), service("Lain", 56)),
    )
    make_report(FollowUp.objects.get(survey=survey), people.secretary, document=few)
    PublicFace.objects.create(office=survey.office)
    said = text(client.get(PAGE))
    assert "17–25 tahun: tidak ditampilkan demi kerahasiaan responden" in said
    assert "Legalisir: tidak ditampilkan demi kerahasiaan responden" in said
    rows = json.loads(client.get(f"{PAGE}data/responden.json").content)["data"]
    assert (rows[0]["kode_kategori"], rows[0]["nilai"], rows[0]["keterangan"]) == ("17-25", None, "disembunyikan")


def test_only_a_photo_that_is_released_and_unchanged_is_shown(client, people, survey, opened, photo):
    address = f"{PAGE}foto/{photo.sha256}.jpg"
    assert client.get(address).status_code == 404
    release_photos(people.admin, photo.followup, [photo.pk])
    assert client.get(address).content.startswith(b"\xff\xd8\xff")
    assert address in client.get(PAGE).content.decode()
    ReleasedPhoto.objects.update(sha256="f" * 64)
    assert client.get(address).status_code == 404
    assert address not in client.get(PAGE).content.decode()


def test_a_photo_that_stands_in_no_signed_report_is_not_shown_although_it_is_released(client, people, opened, photo):
    other = make_photo(photo.followup, "lain.jpg", "orange")
    ReleasedPhoto.objects.create(photo=other, sha256=other.sha256)
    assert client.get(f"{PAGE}foto/{other.sha256}.jpg").status_code == 404


def test_it_is_light_sets_no_cookie_and_is_kept_by_who_has_it(client, opened):
    answer = client.get(PAGE)
    assert len(answer.content) < 60_000
    assert not answer.cookies
    assert answer["Cache-Control"] == "public, max-age=60"
    assert client.get(PAGE, headers={"if-none-match": answer["ETag"]}).status_code == 304
    assert client.post(PAGE).status_code == 405


def test_once_it_was_made_it_costs_few_questions(client, opened, django_assert_max_num_queries):
    client.get(PAGE)
    with django_assert_max_num_queries(6):
        client.get(PAGE)


def test_machines_find_its_data_and_no_name_breaks_out_of_them(client, opened, survey):
    survey.office.name = "Kantor </script><script>alert(1)</script> & Co"
    survey.office.save()
    page = client.get(PAGE).content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    told = json.loads(data)
    assert (told["@type"], told["creator"]["name"]) == ("Dataset", survey.office.name)
    assert told["distribution"][0]["contentUrl"].endswith("/publik/3521/data/indeks.csv")
    assert told["temporalCoverage"] == "2025-01-01/2025-06-30"
    assert page.count("<script") == 1
    assert 'property="og:title"' in page


def test_several_periods_are_told_as_their_course_with_a_line(client, people, opened, survey, photo):
    later = make_survey(survey.office, "2025-S2")
    proof = EvidencePhoto.objects.get(followup__survey=later)
    changed = document_with(proof, period="2025-S2", declared_index=Decimal("87.34"))
    make_report(FollowUp.objects.get(survey=later), people.secretary, code="BBBB-CCCC-DDDD", document=changed)
    make_survey(survey.office, "2026-S1")  # a draft
    page = client.get(PAGE)
    said = text(page)
    assert "Indeks Kepuasan Masyarakat Semester II Tahun 2025" in said
    assert "Semester I Tahun 2025 87,33 B (Baik) 1 dari 2" in said
    assert "2026" not in said.replace("Januari 2026", "")
    assert 'class="open-trend"' in page.content.decode()
    rows = client.get(f"{PAGE}data/indeks.csv").content.decode().splitlines()
    assert len(rows) == 3


def test_the_forms_of_statistical_metadata_are_filled_in(client, opened):
    said = text(client.get(f"{PAGE}metadata/"))
    for words in (
        "MS-Keg",
        "MS-Var",
        "MS-Ind",
        "Jumlah responden 110",
        "2 Januari–30 Juni 2025",
        "B (Baik) mulai 76,61",
    ):
        assert words in said
    assert "Identitas rekomendasi BPS (diisi oleh satuan kerja)" in said


def test_the_badge_is_a_picture_of_the_latest_index(client, opened):
    answer = client.get(f"{PAGE}lencana.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert ">IKM Semester I Tahun 2025<" in answer.content.decode()
    assert ">87,33 · B<" in answer.content.decode()


def test_who_may_open_it(as_user, people, survey):
    for who, status in (("staff", 403), ("head", 403), ("supervisor", 403), ("stranger", 404)):
        assert as_user(getattr(people, who)).post(SETTING, {"buka": "1"}).status_code == status
    assert not PublicFace.objects.exists()
