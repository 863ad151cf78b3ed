"""Photos in a real browser: several at once, a lost connection, a phone, the keyboard, the mouse."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from followups.models import ActionPlan, EvidencePhoto, EvidenceUse, Status
from tests.journeys.browser.conftest import BOTH, NARROW, WIDE
from tests.journeys.browser.steps import assert_sound, sign_in
from tests.mass import sampled

pytestmark = pytest.mark.browser


@pytest.fixture
def done(survey):
    return ActionPlan.objects.get(position=1)


def place(plan):
    return f"/bukti-dukung/3521/2025-S1/rtl/{plan.pk}/"


def photo(name, colour):
    buffer = BytesIO()
    Image.new("RGB", (640, 480), colour).save(buffer, "JPEG")
    return {"name": name, "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


TALL = {"width": 1366, "height": 1600}  # all of the page is seen, so that no browser holds it still by itself
LETTER = {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}


def choose(page, *files):
    page.get_by_label("Tambah foto").set_input_files(list(files))


def finished(page):
    page.get_by_role("button", name="Bersihkan daftar").wait_for()


def shown(page, number):
    page.locator(".tile strong", has_text=f"Gambar {number}").wait_for()
    page.wait_for_function(SETTLED)


SETTLED = """() => !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling")"""


def order():
    return [use.photo.name.rpartition("/")[2] for use in EvidenceUse.objects.select_related("photo")]


@pytest.mark.parametrize("size", sampled([WIDE, NARROW], ids=["1366", "360"]))
def test_several_photos_go_up_at_once_and_the_refused_one_is_named(walk, people, done, size):
    def steps(page):
        sign_in(page, "operator", place(done))
        expect(page.get_by_text("Pastikan wajah pengunjung dan anak")).to_be_visible()
        choose(page, photo("satu.jpg", "red"), LETTER, photo("dua.jpg", "blue"), photo("tiga.jpg", "green"))
        finished(page)
        expect(page.get_by_text("3 dari 4 foto tersimpan, 1 ditolak.")).to_be_visible()
        line = page.get_by_role("listitem").filter(has_text="surat.pdf")
        expect(line.get_by_text("berformat PDF, yang tidak diterima")).to_be_visible()
        whole = page.get_by_role("progressbar", name="Kemajuan seluruh unggahan")
        assert whole.evaluate("bar => bar.value") == 1
        assert page.get_by_role("listitem").filter(has_text="satu.jpg").count() == 0
        shown(page, 4)
        assert_sound(page)

    walk(steps, size)
    assert order() == ["loket.jpg", "satu.jpg", "dua.jpg", "tiga.jpg"]


@pytest.mark.prove
def test_a_photo_chosen_before_the_script_arrives_goes_up_all_the_same(walk, people, done):
    def steps(page):
        held = []
        sign_in(page, "operator", place(done))
        page.route("**/upload*.js", lambda route: held.append(route))  # noqa: PLW0108 (playwright asks it for its parameters)
        page.reload(wait_until="commit")
        choose(page, photo("satu.jpg", "red"))
        held[0].continue_()
        expect(page.get_by_text("1 dari 1 foto tersimpan.")).to_be_visible()

    walk(steps)
    assert order() == ["loket.jpg", "satu.jpg"]


def test_what_a_lost_connection_broke_is_tried_again_and_is_there_once(walk, people, done):
    def steps(page):
        broken = []

        def lose_the_first(route):
            if not broken:
                broken.append(route.request.url)
                return route.abort()
            return route.continue_()

        sign_in(page, "operator", place(done))
        page.route("**/unggah/", lose_the_first)
        choose(page, photo("satu.jpg", "red"))
        finished(page)
        expect(page.get_by_text("Sambungan terputus; foto ini belum tersimpan.")).to_be_visible()
        page.get_by_role("button", name="Coba lagi satu.jpg").click()
        page.get_by_text("1 dari 1 foto tersimpan.").wait_for()

    walk(steps, expected=["net::ERR_FAILED"])
    assert order() == ["loket.jpg", "satu.jpg"]


@pytest.mark.prove
def test_an_answer_that_was_lost_does_not_make_a_second_photo(walk, people, done):
    def steps(page):
        answered = []

        def lose_the_first_answer(route):
            if not answered:
                answered.append(route.fetch())
                return route.abort()
            return route.continue_()

        sign_in(page, "operator", place(done))
        page.route("**/unggah/", lose_the_first_answer)
        choose(page, photo("satu.jpg", "red"))
        finished(page)
        page.get_by_role("button", name="Coba lagi satu.jpg").click()
        page.get_by_text("1 dari 1 foto tersimpan.").wait_for()

    walk(steps, expected=["net::ERR_FAILED"])
    assert order() == ["loket.jpg", "satu.jpg"]


@pytest.mark.prove
def test_a_double_is_pointed_out_and_kept_if_one_says_so(walk, people, done):
    def steps(page):
        sign_in(page, "operator", place(done))
        choose(page, photo("satu.jpg", "red"), photo("lagi.jpg", "red"))
        finished(page)
        page.get_by_text("Gambar yang sama sudah ada sebagai Gambar 2 (RTL 1 a)").wait_for()
        page.get_by_role("button", name="Tetap simpan").click()
        page.locator(".tile strong", has_text="Gambar 3").wait_for()
        page.get_by_role("button", name="Tetap simpan").wait_for(state="detached")

    walk(steps)
    assert EvidencePhoto.objects.count() == 3


@pytest.mark.prove
def test_an_operator_sets_a_status_and_adds_a_photo_on_a_phone(walk, people, survey):
    plan = ActionPlan.objects.get(position=2)

    def steps(page):
        sign_in(page, "operator", f"/rtl/3521/2025-S1/{plan.pk}/")
        choose(page, photo("pelatihan.jpg", "teal"))
        page.locator(".tile strong", has_text="Gambar 2").wait_for()
        page.get_by_label("Dalam proses").check()
        page.get_by_label("Deskripsi realisasi").fill("Pelatihan petugas dimulai.")
        page.get_by_role("button", name="Simpan", exact=True).click()
        page.get_by_text("Realisasi tersimpan.").wait_for()
        expect(page.locator(".tile strong", has_text="Gambar 2")).to_be_visible()

    walk(steps, NARROW, has_touch=True, is_mobile=True)
    plan.refresh_from_db()
    assert (plan.status, plan.description) == (Status.IN_PROGRESS, "Pelatihan petugas dimulai.")
    assert EvidenceUse.objects.filter(group__plan=plan).count() == 1


@pytest.mark.prove
def test_the_keyboard_alone_moves_captions_and_closes(walk, people, done):
    def steps(page):
        sign_in(page, "operator", place(done))
        choose(page, photo("satu.jpg", "red"), photo("dua.jpg", "blue"))
        shown(page, 3)
        focused = page.locator(":focus")
        page.get_by_role("button", name="Majukan Gambar 3").focus()
        page.keyboard.press("Enter")
        page.get_by_text("Urutan foto disimpan.").wait_for()
        page.get_by_role("button", name="Majukan Gambar 2").and_(focused).wait_for()
        page.wait_for_function(SETTLED)
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Mundurkan Gambar 1").and_(focused).wait_for()
        page.wait_for_function(SETTLED)
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_label("Keterangan gambar").wait_for()
        page.get_by_label("Keterangan gambar").and_(focused).wait_for()
        page.keyboard.type("Loket layanan")
        page.keyboard.press("Tab")
        page.keyboard.type("20-10-2025")
        page.keyboard.press("Tab")  # to the button of the calendar
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.get_by_text("Keterangan gambar disimpan.").wait_for()
        expect(page.locator(".tile").first.get_by_text("Loket layanan")).to_be_visible()

    walk(steps)
    assert order() == ["dua.jpg", "loket.jpg", "satu.jpg"]
    assert EvidencePhoto.objects.get(caption="Loket layanan").name == "photos/dua.jpg"


@pytest.mark.prove
def test_the_mouse_drags_a_photo_to_its_place(walk, people, done):
    def steps(page):
        sign_in(page, "operator", place(done))
        choose(page, photo("satu.jpg", "red"), photo("dua.jpg", "blue"))
        shown(page, 3)
        page.get_by_role("button", name="Bersihkan daftar").click()
        tiles = page.locator(".tile-picture")
        tiles.nth(2).drag_to(tiles.nth(0), target_position={"x": 5, "y": 40})
        page.get_by_text("Urutan foto disimpan.").wait_for()

    walk(steps)
    assert order() == ["dua.jpg", "loket.jpg", "satu.jpg"]


@pytest.mark.prove
def test_photos_are_dropped_onto_the_page(walk, people, done):
    def steps(page):
        sign_in(page, "operator", place(done))
        page.evaluate(
            """async () => {
                const canvas = new OffscreenCanvas(640, 480);
                canvas.getContext("2d").fillRect(0, 0, 640, 480);
                const blob = await canvas.convertToBlob({ type: "image/jpeg" });
                const transfer = new DataTransfer();
                transfer.items.add(new File([blob], "seret.jpg", { type: "image/jpeg" }));
                const drop = new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true });
                document.querySelector("[data-upload]").dispatchEvent(drop);
            }"""
        )
        page.get_by_text("1 dari 1 foto tersimpan.").wait_for()

    walk(steps)
    assert order() == ["loket.jpg", "seret.jpg"]


@pytest.mark.prove
def test_the_evidence_pages_are_sound(walk, people, done):
    photo_page = f"{place(done)}foto/{EvidencePhoto.objects.get().pk}/"

    def steps(page):
        sign_in(page, "admin")
        for address in ("/bukti-dukung/3521/2025-S1/", "/bukti-dukung/3521/2025-S1/belum-ditempatkan/", photo_page):
            page.goto(address)
            assert_sound(page, *BOTH)
        page.goto(place(done))
        page.get_by_role("link", name="Ubah Gambar 1").click()
        page.get_by_label("Keterangan gambar").wait_for()
        assert_sound(page, *BOTH)

    walk(steps, NARROW)


@pytest.mark.prove
@pytest.mark.parametrize("size", sampled([TALL, NARROW], ids=["tall", "360"]))
def test_the_field_under_the_finger_stays_there_while_a_photo_arrives_above_it(walk, people, done, size):
    def steps(page):
        sign_in(page, "operator", f"/rtl/3521/2025-S1/{done.pk}/")
        status = page.get_by_label("Sudah", exact=True)
        page.wait_for_function(SETTLED)
        status.hover()
        before = status.bounding_box(), page.locator("#bukti-dukung").bounding_box()
        choose(page, photo("satu.jpg", "red"))
        page.get_by_text("1 dari 1 foto tersimpan.").wait_for()
        shown(page, 1)
        return before, (status.bounding_box(), page.locator("#bukti-dukung").bounding_box())

    (status, proof), (status_after, proof_after) = walk(steps, size)
    assert proof_after["height"] > proof["height"] + 50
    assert abs(status_after["y"] - status["y"]) <= 1
