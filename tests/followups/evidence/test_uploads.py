"""Photos go in: several at once, refused ones by name, doubles pointed out, with and without script."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from followups.evidence import arranging as evidence
from followups.models import EvidencePhoto, EvidenceUse
from offices.models import AuditEvent
from tests.conftest import jpeg
from tests.followups.evidence.evidence import PAGE, at, file, no_photo, script, swap, text, upload
from tests.followups.evidence.test_arranging import make_placeholder, order
from tests.mass import sampled


def test_the_realisation_page_takes_photos_too_and_returns_to_itself(as_user, people, place):
    address = f"/rtl/3521/2025-S1/{place.plan.pk}/"
    client = as_user(people.staff)
    page = text(client.get(address))
    assert at(place, "unggah/") in page
    assert f'name="kembali" value="{address}"' in page.replace("\n", " ").replace("  ", "")
    response = upload(client, place, file(), kembali=address)
    assert response.url == address


@pytest.mark.parametrize("elsewhere", ["https://jahat.example/", "//jahat.example/", "javascript:alert(1)"])
def test_a_form_returns_to_nowhere_else(as_user, people, place, elsewhere):
    assert upload(as_user(people.staff), place, file(), kembali=elsewhere).url == at(place)


def test_several_photos_are_uploaded_with_a_plain_form(as_user, people, place):
    response = upload(as_user(people.staff), place, file("red"), file("blue"))
    assert (response.status_code, response.url) == (302, at(place))
    assert order(place) == ["loket.jpg", "photos/red.jpg", "photos/blue.jpg"]
    assert "2 foto disimpan." in text(as_user(people.staff).get(at(place)))
    assert [event.action for event in AuditEvent.objects.all()] == ["evidence.upload"]
    photo = EvidencePhoto.objects.get(name="photos/red.jpg")
    assert photo.uploaded_by == people.staff
    assert as_user(people.staff).get(f"{PAGE}foto/{photo.sha256}/kecil.jpg").status_code == 200
    assert as_user(people.stranger).get(f"{PAGE}foto/{photo.sha256}/kecil.jpg").status_code == 404


def test_what_is_no_photo_is_refused_by_name_with_its_reason_while_the_others_are_kept(as_user, people, place):
    response = upload(as_user(people.staff), place, file("red"), no_photo(), file("blue"))
    assert response.status_code == 422
    assert "<strong>surat.pdf</strong>: Berkas ini berformat PDF, yang tidak diterima." in text(response)
    assert "2 foto disimpan." in text(response)
    assert order(place) == ["loket.jpg", "photos/red.jpg", "photos/blue.jpg"]


def test_a_file_name_is_shown_as_text(as_user, people, place):
    response = upload(as_user(people.staff), place, no_photo("<img src=x>.pdf"))
    assert "<img src=x>" not in text(response)
    assert "&lt;img src=x&gt;.pdf" in text(response)


def test_a_file_over_25_megabytes_is_refused_before_it_is_read(as_user, people, place):
    heavy = SimpleUploadedFile("besar.jpg", b"\xff\xd8\xff" + bytes(25 * 2**20))
    response = upload(as_user(people.staff), place, heavy, file("red"))
    assert response.status_code == 422
    assert "melebihi batas 25 MB" in text(response)
    assert order(place) == ["loket.jpg", "photos/red.jpg"]


def test_thirty_photos_fit_into_one_form(as_user, people, tray):
    files = [SimpleUploadedFile(f"{n}.jpg", jpeg((n * 8, 0, 0))) for n in range(30)]
    assert upload(as_user(people.admin), tray, *files).status_code == 302
    assert EvidencePhoto.objects.filter(uses=None).count() == 30


def test_a_form_without_a_file_is_refused(as_user, people, place):
    response = as_user(people.staff).post(at(place, "unggah/"), {})
    assert response.status_code == 422
    assert "Pilih paling sedikit satu foto." in text(response)


def test_the_same_picture_is_pointed_out_and_kept_or_used_only_if_one_says_so(as_user, people, place, other):
    client = as_user(people.admin)
    upload(client, place, file("red"))
    response = upload(client, other, file("red", "lagi.jpg"))
    assert response.status_code == 422
    assert "sudah ada sebagai Gambar 2 (RTL 1 a)" in text(response)
    assert order(other) == []
    photo = EvidencePhoto.objects.get(name="photos/red.jpg")
    for rest in (f"foto/{photo.pk}/gunakan/", f"foto/{photo.pk}/salin/"):
        assert f'action="{at(other, rest)}"' in text(response)
    client.post(at(other, f"foto/{photo.pk}/gunakan/"), {"to": other.address})
    client.post(at(other, f"foto/{photo.pk}/salin/"))
    assert order(other) == ["photos/red.jpg", "photos/red-2.jpg"]


def test_the_script_hears_of_each_file_what_became_of_it(as_user, people, place):
    client = as_user(people.staff)
    assert script(client, place, file("red")).status_code == 200
    refused = script(client, place, no_photo())
    assert (refused.status_code, "berformat PDF" in text(refused)) == (422, True)
    double = script(client, place, file("red"))
    assert (double.status_code, "Tetap simpan" in text(double)) == (422, True)
    assert "<html" not in text(double)


def test_an_upload_whose_answer_was_lost_is_repeated_without_making_two_photos(as_user, people, place):
    client = as_user(people.staff)
    script(client, place, file("red"))
    again = script(client, place, file("red"), ulang="1")
    assert (again.status_code, "Tersimpan." in text(again)) == (200, True)
    assert order(place) == ["loket.jpg", "photos/red.jpg"]


def test_photos_wait_in_the_tray_until_they_are_placed(as_user, people, tray, place):
    client = as_user(people.admin)
    upload(client, tray, file("red"), file("blue"), file("green"))
    ticked = text(client.get(at(place))).count('name="photo"')
    assert text(client.get(PAGE)).count('name="photo"') == 3 + ticked
    photos = list(EvidencePhoto.objects.filter(uses=None).values_list("pk", flat=True))
    response = swap(client, at(tray, "pindah/"), {"photo": photos[:2], "to": place.address})
    assert text(response).count('name="photo"') == 1 + ticked + 2
    assert "Gambar 3" in text(response)
    assert EvidenceUse.objects.count() == 3


def test_a_placeholder_is_marked_and_offers_to_be_replaced(as_user, people, place, followup):
    drawn = make_placeholder(followup)
    evidence.share_photo(people.admin, drawn, place)
    client = as_user(people.admin)
    assert "CONTOH" in text(client.get(at(place)))
    address = at(place, f"foto/{drawn.pk}/")
    assert "Ganti CONTOH dengan foto asli" in text(client.get(address))
    refused = client.post(f"{address}ganti/", {"photos": [no_photo()]})
    assert (refused.status_code, "berformat PDF" in text(refused)) == (422, True)
    assert client.post(f"{address}ganti/", {"photos": [file()]}).status_code == 302
    assert "CONTOH" not in text(client.get(at(place)))


def sized(width, height, name="gambar.png"):
    buffer = BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, "PNG")
    return SimpleUploadedFile(name, buffer.getvalue())


@pytest.mark.parametrize(
    "size",
    sampled(
        [pytest.param((16, 16)), pytest.param((199, 199)), pytest.param((1, 199)), pytest.param((150, 84))], every=3
    ),
)
def test_an_icon_is_refused_with_what_to_do(as_user, people, place, size):
    response = upload(as_user(people.staff), place, sized(*size))
    assert response.status_code == 422
    assert f"hanya {size[0]} × {size[1]} piksel" in text(response)
    assert "Pilih foto aslinya" in text(response)
    assert upload(as_user(people.staff), place, sized(200, 50)).status_code == 302


def test_a_line_of_pixels_is_refused_with_its_size_as_it_came(as_user, people, place):
    response = upload(as_user(people.staff), place, sized(6000, 9))
    assert response.status_code == 422
    assert "6000 × 9 piksel" in text(response)
    assert "sisi pendeknya paling sedikit 50 piksel" in text(response)


@pytest.mark.parametrize(
    ("size", "way"), [((1080, 5500), "Tekan Bagi gambar panjang"), ((4000, 700), "Potong menjadi beberapa bagian")]
)
def test_a_strip_is_taken_and_one_is_told_how_to_cut_it(as_user, people, place, size, way):
    client = as_user(people.staff)
    response = client.post(at(place, "unggah/"), {"photos": [sized(*size)]}, follow=True)
    assert "sangat memanjang" in text(response)
    assert way in text(response)
    assert len(order(place)) == 2
    assert "data-advised" in text(script(client, place, sized(size[0], size[1] + 1)))
    assert "sangat memanjang" not in text(script(client, place, sized(1000, 5000)))


@pytest.mark.parametrize(
    "size", sampled([pytest.param((600, 4800)), pytest.param((9000, 1200)), pytest.param((150, 1000))], every=3)
)
def test_the_advice_on_a_strip_names_the_pixels_that_came_and_not_those_that_are_kept(as_user, people, place, size):
    page = text(script(as_user(people.staff), place, sized(*size)))
    assert f"sangat memanjang ({size[0]} × {size[1]} piksel)" in page


def test_the_pixels_of_a_lying_strip_are_told_as_it_is_seen(as_user, people, place):
    turned, kept = Image.Exif(), BytesIO()
    turned[0x0112] = 6
    Image.new("RGB", (4800, 600)).save(kept, "JPEG", exif=turned)
    page = text(script(as_user(people.staff), place, SimpleUploadedFile("pita.jpg", kept.getvalue())))
    assert "sangat memanjang (600 × 4800 piksel)" in page


@pytest.mark.parametrize("arriving", [[2, 0, 1, 3], [3, 2, 1, 0], [1, 3, 0, 2]])
def test_photos_stand_as_they_were_chosen_whichever_arrives_first(as_user, people, place, arriving):
    client = as_user(people.staff)
    colours = ["red", "blue", "green", "navy"]
    for number in arriving:
        assert script(client, place, file(colours[number]), rombongan="halaman-1", urut=number).status_code == 200
    assert order(place) == ["loket.jpg", *(f"photos/{colour}.jpg" for colour in colours)]


def test_another_page_and_a_changed_order_are_left_alone(as_user, people, place):
    client = as_user(people.staff)
    script(client, place, file("red"), rombongan="satu", urut=0)
    script(client, place, file("blue"), rombongan="dua", urut=0)
    script(client, place, file("green"), rombongan="satu", urut=2)
    client.post(at(place, "urutan/"), {"naik": EvidencePhoto.objects.get(name="photos/green.jpg").pk})
    script(client, place, file("navy"), rombongan="satu", urut=1)
    names = ["loket.jpg", "photos/green.jpg", "photos/red.jpg", "photos/navy.jpg", "photos/blue.jpg"]
    assert order(place) == names


@pytest.mark.parametrize("told", [{"rombongan": "x" * 900, "urut": "-1"}, {"urut": "9" * 30}, {"rombongan": "satu"}])
def test_an_order_that_makes_no_sense_puts_photos_at_the_end(as_user, people, place, told):
    assert script(as_user(people.staff), place, file("red"), **told).status_code == 200
    assert order(place) == ["loket.jpg", "photos/red.jpg"]


def test_in_the_tray_they_stand_as_they_were_chosen_too(as_user, people, tray):
    client = as_user(people.admin)
    for number, colour in ((1, "blue"), (0, "red"), (2, "green")):
        script(client, tray, file(colour), rombongan="satu", urut=number)
    page = text(client.get(at(tray)))
    assert page.index("red.jpg") < page.index("blue.jpg") < page.index("green.jpg")
