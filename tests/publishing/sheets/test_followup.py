"""The sheet on what was done: only what a signed report calls done, as much of it as there is room for."""

from publishing.sheets.captions import followup_caption, results_caption
from publishing.sheets.followup import LONGEST_VOICE, ActedOn, followup_sheet, shortened
from publishing.sheets.results import results_sheet
from reports.document.shapes import Picture
from tests.publishing.results import document, service, signed_document

PICTURES = [Picture(f"photos/{n}.jpg", str(n) * 64, 800, 600, f"Foto {n}") for n in range(5)]


def test_what_was_said_stands_beside_what_was_done_and_nothing_that_is_open():
    sheet = followup_sheet(signed_document(), (), ())
    assert sheet.groups == (
        ActedOn("Waktu Penyelesaian", "81,25", "Antrean panjang.", ("Menambah loket", "Nomor antrean daring")),
        ActedOn("Persyaratan", "81,75", "", ("Papan persyaratan",)),
    )
    assert sheet.progress == "3 dari 4 rencana tindak lanjut selesai (75%)."
    assert sheet.signed_on == "9 Januari 2026"


def test_of_suggestions_and_photos_the_first_are_taken_and_none_is_cut():
    long = "a" * (LONGEST_VOICE + 1)
    sheet = followup_sheet(signed_document(), [long, "Satu", "Dua", "Tiga"], PICTURES)
    assert sheet.voices == ("Satu", "Dua")
    assert [photo.alt for photo in sheet.photos] == ["Foto 0", "Foto 1", "Foto 2"]


def test_where_there_is_little_room_every_element_keeps_its_first_programme():
    short = shortened(followup_sheet(signed_document(), (), ()), 2)
    assert [group.done for group in short.groups] == [("Menambah loket",), ("Papan persyaratan",)]
    assert short.left_out == 1
    assert shortened(short, 5).left_out == 0


def test_the_words_to_post_say_how_much_is_done_and_what():
    said = followup_caption(followup_sheet(signed_document(), (), ()))
    assert "KPU Kabupaten Ngawi" in said or "Komisi Pemilihan Umum" in said
    assert "3 dari 4 rencana tindak lanjut selesai (75%)." in said
    assert "– Papan persyaratan" in said
    assert "Aplikasi" not in said


def test_the_words_to_post_name_index_best_and_least():
    made = document(services=(service("Legalisir", 50), service("Perizinan", 60)))
    said = results_caption(results_sheet(made))
    assert f"{made.plans.results.index_text}, mutu pelayanan B (Baik), dari 110 responden." in said
    assert "Survei dilaksanakan 2 Januari–30 Juni 2025." in said
    assert "Unsur dengan nilai tertinggi: Biaya/Tarif." in said
    assert "Terendah: Waktu Penyelesaian." in said


def test_where_all_elements_are_equal_none_is_called_best():
    equal = dict.fromkeys(document().element_names, document().source.survey.scores["biaya"])
    assert "tertinggi" not in results_caption(results_sheet(document(scores=equal)))
