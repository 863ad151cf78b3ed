"""The shelf of a cycle's papers, through its pages: kept, private, within limits, and pages of it as evidence."""

import os
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command

from followups.models import EvidencePhoto, Paper
from offices.models import AuditEvent
from offices.sending.key import FIELD
from surveys.models import Lock, Survey
from tests.conftest import jpeg
from tests.followups.evidence.pictures import encode, exif_of, flag
from tests.followups.papers.papers import SHELF, keep, locked_pdf, pdf


@pytest.fixture
def kept(as_user, people, survey):
    """A paper of three pages, kept by the admin."""
    assert keep(as_user(people.admin)).status_code == 302
    return Paper.objects.get()


def test_a_paper_is_kept_as_it_came_and_told_in_the_trail(kept):
    assert (kept.pages, str(kept)) == (3, "Notulen 12/2025")
    assert default_storage.open(kept.file.name).read() == pdf()
    event = AuditEvent.objects.get(action="paper.keep")
    assert event.after["sha256"] == kept.sha256


def test_a_picture_is_kept_without_what_it_says_of_its_maker(as_user, people, survey):
    photo = encode(flag(), exif=exif_of())
    assert b"PembuatKamera" in photo
    assert keep(as_user(people.admin), photo, kind="attendance").status_code == 302
    stored = default_storage.open(Paper.objects.get().file.name).read()
    assert stored.startswith(b"\xff\xd8\xff")
    assert b"PembuatKamera" not in stored


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<html><script>alert(1)</script>", "HTML"),
        (b"%PDF-1.4 <script>", "rusak atau terkunci"),
        (locked_pdf(), "rusak atau terkunci"),
        (b"", "kosong"),
        (b"%PDF-" + bytes(25 * 2**20), "lebih dari 25 MB"),
    ],
    ids=["html", "broken", "locked", "empty", "heavy"],
)
def test_what_is_no_paper_is_refused_at_its_field_with_what_was_typed(as_user, people, survey, content, said):
    answer = keep(as_user(people.admin), content)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "12/2025" in page
    assert not Paper.objects.exists()


def test_the_file_is_to_be_saved_and_can_do_nothing(client, kept):
    answer = client.get(f"{SHELF}{kept.pk}/unduh/")
    assert answer.content == pdf()
    assert answer["Content-Disposition"] == f'attachment; filename="minutes-3521-2025-S1-{kept.pk}.pdf"'
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("application/pdf", "nosniff")
    assert {"default-src 'none'", "object-src 'none'"} <= set(answer["Content-Security-Policy"].split("; "))
    assert answer["Cache-Control"] == "private, no-store"


def test_who_watches_from_above_does_not_read_papers(as_user, people, kept):
    watching = as_user(people.supervisor)
    assert watching.get("/skm/3521/2025-S1/hasil/").status_code == 200
    assert [watching.get(f"{SHELF}{rest}").status_code for rest in ("", f"{kept.pk}/", f"{kept.pk}/unduh/")] == [
        403
    ] * 3
    assert SHELF not in watching.get("/skm/3521/2025-S1/hasil/").content.decode()


def test_a_paper_is_found_only_under_its_own_office_and_cycle(as_user, people, kept, magetan):
    assert as_user(people.stranger).get(f"/skm/3520/2025-S1/berkas-siklus/{kept.pk}/unduh/").status_code == 404
    assert as_user(people.admin).get(f"/skm/3521/2024-S2/berkas-siklus/{kept.pk}/unduh/").status_code == 404


def test_the_same_file_is_kept_once(client, kept):
    answer = keep(client, number="13/2025")
    assert answer.status_code == 422
    assert "sudah disimpan sebagai Notulen 12/2025" in answer.content.decode()


def test_a_cycle_has_room_for_so_many_papers_and_so_many_bytes(client, kept, monkeypatch):
    monkeypatch.setattr("followups.papers.kept.MOST", 1)
    assert "paling banyak" in keep(client, pdf(4)).content.decode()
    monkeypatch.setattr("followups.papers.kept.MOST", 60)
    monkeypatch.setattr("followups.papers.kept.MOST_BYTES", kept.size + len(pdf(4)) - 1)
    assert "melebihi sisa tempat" in keep(client, pdf(4)).content.decode()
    monkeypatch.setattr("followups.papers.kept.MOST_BYTES", kept.size + len(pdf(4)))
    assert keep(client, pdf(4)).status_code == 302


def test_a_receipt_is_kept_after_the_report_is_signed_but_no_page_becomes_evidence(client, kept, place):
    Survey.objects.update(lock=Lock.SIGNED)
    assert keep(client, pdf(1), kind="receipt").status_code == 302
    answer = client.post(f"{SHELF}{kept.pk}/halaman/", {"pages": "1", "to": place.address})
    assert answer.status_code == 403
    assert EvidencePhoto.objects.count() == 1


def test_pages_become_photos_of_a_plan_with_what_they_are(client, kept, place):
    answer = client.post(f"{SHELF}{kept.pk}/halaman/", {"pages": "1, 3", "to": place.address})
    assert answer.url == f"/bukti-dukung/3521/2025-S1/{place.address}/"
    captions = EvidencePhoto.objects.filter(uses__group__plan=place.plan).order_by("uses__position")
    assert list(captions.values_list("caption", flat=True))[-2:] == [
        "Notulen nomor 12/2025 tanggal 3 Juli 2025, halaman 1",
        "Notulen nomor 12/2025 tanggal 3 Juli 2025, halaman 3",
    ]
    client.post(f"{SHELF}{kept.pk}/halaman/", {"pages": "1", "to": place.address})
    assert captions.count() == 3


def test_a_page_that_is_not_there_is_said_and_what_was_typed_stays(client, kept, place):
    answer = client.post(f"{SHELF}{kept.pk}/halaman/", {"pages": "2, 9", "to": place.address})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "halaman 9 tidak ada" in page
    assert 'value="2, 9"' in page
    assert EvidencePhoto.objects.count() == 1


def test_staff_puts_pages_only_where_their_unit_answers(as_user, people, kept, place, other):
    staff = as_user(people.staff)
    page = staff.get(f"{SHELF}{kept.pk}/").content.decode()
    assert place.address in page
    assert "belum-ditempatkan" not in page
    assert staff.post(f"{SHELF}{kept.pk}/halaman/", {"pages": "1", "to": "belum-ditempatkan"}).status_code == 403
    assert staff.post(f"{SHELF}{kept.pk}/hapus/").status_code == 403


def test_a_picture_becomes_evidence_as_it_is(as_user, people, survey, place):
    client = as_user(people.admin)
    keep(client, jpeg("purple"), kind="attendance", number="", dated_on="")
    paper = Paper.objects.get()
    client.post(f"{SHELF}{paper.pk}/halaman/", {"to": "belum-ditempatkan"})
    assert EvidencePhoto.objects.get(uses=None).caption == "Daftar hadir"


def test_one_that_is_let_go_leaves_the_storage_with_the_next_sweeping(client, kept):
    assert client.post(f"{SHELF}{kept.pk}/hapus/").url == SHELF
    assert default_storage.exists(kept.file.name)
    place = Path(default_storage.path(kept.file.name))
    os.utime(place, (0, 0))
    call_command("sweep_files", "--delete", "--days", "1")
    assert not default_storage.exists(kept.file.name)


def test_a_file_that_is_damaged_is_not_handed_out_and_is_told_when_files_are_verified(client, kept, capsys):
    default_storage.delete(kept.file.name)
    assert client.get(f"{SHELF}{kept.pk}/unduh/").status_code == 404
    with pytest.raises(SystemExit):
        call_command("verify_stored")
    assert "Notulen 12/2025 tidak ada di penyimpanan" in capsys.readouterr().err


def test_who_may_put_pages_nowhere_is_told_so(as_user, people, kept):
    page = as_user(people.secretary).get(f"{SHELF}{kept.pk}/").content.decode()
    assert "Tidak ada RTL yang bukti dukungnya dapat Anda ubah." in page


@pytest.mark.parametrize(
    ("who", "reads", "keeps"),
    [
        ("admin", 200, 302),
        ("secretary", 200, 302),
        ("head", 200, 403),
        ("staff", 200, 403),
        ("supervisor", 403, 403),
        ("stranger", 404, 404),
        ("nobody", 404, 404),
    ],
)
def test_each_role_reads_keeps_and_lets_go_what_it_may(as_user, people, kept, who, reads, keeps):
    client = as_user(getattr(people, who))
    assert [client.get(f"{SHELF}{rest}").status_code for rest in ("", f"{kept.pk}/", f"{kept.pk}/unduh/")] == [
        reads
    ] * 3
    assert keep(client, jpeg("navy"), kind="attendance").status_code == keeps
    assert client.post(f"{SHELF}{kept.pk}/hapus/").status_code == keeps
    assert Paper.objects.filter(pk=kept.pk).exists() == (keeps != 302)


def test_one_that_is_let_go_twice_is_not_found_the_second_time(client, kept):
    assert [client.post(f"{SHELF}{kept.pk}/hapus/").status_code for _ in range(2)] == [302, 404]
    assert AuditEvent.objects.filter(action="paper.delete").count() == 1


def test_a_form_that_is_sent_twice_keeps_one_paper_and_says_so_both_times(as_user, people, survey):
    client = as_user(people.admin)
    answers = [keep(client, jpeg("navy"), **{FIELD: "kunci"}) for _ in range(2)]
    assert [(answer.status_code, answer.url) for answer in answers] == [(302, SHELF)] * 2
    assert Paper.objects.count() == 1


def test_the_shelf_says_how_full_it_is(client, kept):
    Paper.objects.update(size=2**20 + 1)
    page = " ".join(client.get(SHELF).content.decode().split())
    assert client.get(SHELF).context["room"].megabytes == 2
    assert "200 MB" in page
