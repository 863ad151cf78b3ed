"""Rows of a spreadsheet become plans: what is understood is shown first, and only what was ticked is stored."""

import re

import pytest

from followups.models import ActionPlan, Priority
from followups.planning.plans import promise_of
from offices.models import AuditEvent
from surveys.models import Lock, Survey

PAGE = "/rtl/3521/2025-S1/"
PASTE = f"{PAGE}tempel/"
ROWS = """Unsur\tProgram\tBulan\tPenanggung jawab\tCatatan
Waktu Penyelesaian\tMenata loket\tJuli–September\tSubbag kul\tlama
\tMenerjemahkan <b>formulir</b>\tAgustus, segera\tBidang Humas
Biaya/Tarif\tMencetak tarif\tJuli\tkul
Waktu Penyelesaian\tProgram 2\tJanuari 2026\tSeluruh Subbagian
Waktu Penyelesaian\t\tJuli\tkul"""


@pytest.fixture
def admin(as_user, people, survey):
    return as_user(people.admin)


def sent(**more):
    return {"priority": Priority.objects.get().pk, "pasted": ROWS} | more


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_what_is_understood_and_what_is_not_is_shown_and_nothing_is_stored(admin):
    before = ActionPlan.objects.count()
    response = admin.post(PASTE, sent())
    page = words(response)
    for said in (
        "Belum ada yang disimpan. 3 dari 5 baris dapat ditambahkan",
        "Kolom yang tidak dikenal dan tidak disimpan: Catatan",
        "Juli 2025, Agustus 2025, September 2025",
        "Bulan “segera” tidak dikenal, sehingga tidak disimpan.",
        "“Bidang Humas” bukan nama unit, sehingga dicatat sebagai penanggung jawab lain.",
        "“Biaya/Tarif” bukan unsur prioritas siklus ini",
        "“januari 2026” di luar masa tindak lanjut",
        "RTL dengan nama ini sudah ada.",
        "Program/kegiatannya kosong",
    ):
        assert said in page
    assert "<b>formulir" not in response.content.decode()
    ticks = re.findall(r'name="baris"\s+value="(\d)"\s*(checked)?', response.content.decode())
    assert ticks == [("1", "checked"), ("2", "checked"), ("4", "")]
    assert ActionPlan.objects.count() == before
    assert not AuditEvent.objects.exists()


def test_what_is_ticked_is_added_in_order_and_undone_together(admin, ngawi):
    before = ActionPlan.objects.count()
    response = admin.post(PASTE, sent(simpan="1", baris=["1", "2", "3", "5"]))
    assert (response.status_code, response.url) == (302, PAGE)
    added = list(ActionPlan.objects.order_by("position"))[before:]
    assert [row.programme for row in added] == ["Menata loket", "Menerjemahkan <b>formulir</b>"]
    promise = promise_of(added[0])
    assert ([month.number for month in promise.months], promise.units) == ([7, 8, 9], (ngawi.units.get(key="kul").pk,))
    assert [event.action for event in AuditEvent.objects.all()] == ["plan.add"] * 2
    page = admin.get(PAGE).content.decode()
    assert "2 RTL ditambahkan." in page
    admin.post(f"{PAGE}urungkan/", {"langkah": re.search(r'name="langkah" value="(\d+)"', page)[1]})
    assert ActionPlan.objects.count() == before


@pytest.mark.parametrize("place", [0, 3, 4])
def test_a_text_that_the_form_would_not_take_is_not_taken_here(admin, place):
    before = ActionPlan.objects.count()
    cells = ["Menata loket", "Juli", "kul", "Loket tertata", "Satu loket"]
    cells[place] = "a" * 4001
    page = words(admin.post(PASTE, sent(pasted="\t".join(cells))))
    assert "4.001 karakter; paling banyak 4.000, sehingga baris ini tidak disimpan." in page
    admin.post(PASTE, sent(pasted="\t".join(cells), simpan="1", baris=["1"]))
    assert ActionPlan.objects.count() == before


def test_a_post_without_heads_answers_as_the_guide_says(admin):
    line = "Waktu Penyelesaian\tRapat evaluasi\tJuli 2025\tKepala Desa\tJumlah rapat\t1 kali"
    admin.post(PASTE, sent(pasted=line, simpan="1", baris=["1"]))
    added = promise_of(ActionPlan.objects.get(programme="Rapat evaluasi"))
    assert (added.others, added.indicator, added.target) == (("Kepala Desa",), "Jumlah rapat", "1 kali")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"pasted": ""}, "Belum ada baris yang ditempel"),
        ({"simpan": "1"}, "Centang paling sedikit satu baris"),
        ({"simpan": "1", "baris": ["5", "99", "x"]}, "Centang paling sedikit satu baris"),
        ({"pasted": "x\n" * 201}, "Ada 201 baris"),
        ({"priority": "99"}, "Unsur prioritas"),
    ],
)
def test_what_cannot_be_done_is_said_and_what_was_pasted_stays(admin, more, said):
    before = ActionPlan.objects.count()
    response = admin.post(PASTE, sent(**more))
    assert response.status_code == 422
    assert said in words(response)
    assert sent(**more)["pasted"].strip()[:20].split("\t")[0] in response.content.decode()
    assert ActionPlan.objects.count() == before


def test_the_page_needs_a_priority_a_right_and_an_open_cycle(admin, as_user, people):
    assert as_user(people.head).post(PASTE, sent(simpan="1", baris="1")).status_code == 403
    assert as_user(people.stranger).get(PASTE).status_code == 404
    admin = as_user(people.admin)
    Survey.objects.update(lock=Lock.SIGNED)
    assert admin.post(PASTE, sent(simpan="1", baris="1")).status_code == 403
    assert "sudah ditandatangani" in admin.get(PASTE).content.decode()
    assert not AuditEvent.objects.exists()


def test_the_first_cell_of_the_first_row_may_be_empty(admin):
    page = words(admin.post(PASTE, sent(pasted="\tProgram\tBulan\n1\tMenata loket\tAgustus")))
    assert "1 dari 1 baris dapat ditambahkan" in page
    assert "Menata loket" in page
    assert "Agustus 2025" in page
