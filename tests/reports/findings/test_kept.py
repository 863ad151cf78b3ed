"""One line per rule with its places, as the page Tanda Tangan lists what stands."""

from dataclasses import replace

from reports.document.fields import STRATEGY, PlanAt
from reports.findings.kept import notes_of_findings, notes_of_version
from reports.rules.finding import Finding, Place


def finding(point, message="Isi strateginya.", rule="K09"):
    place = Place(STRATEGY, PlanAt(1, point))
    return Finding(rule, "warn", place, message, subject=place.row, suggestion="", meaning="RTL tanpa strategi.")


def test_a_rule_stands_once_with_all_its_places():
    (note,) = notes_of_findings([finding("a"), finding("b")])
    assert (note.message, note.severity_name) == ("Isi strateginya.", "Perlu penjelasan")
    where = "Bab IV, Tabel 4.1, nomor {}, Strategi Penyelesaian"
    assert note.spots == ((where.format("1 a"), "", ""), (where.format("1 b"), "", ""))


def test_each_place_has_its_address_where_one_is_asked_for():
    (note,) = notes_of_findings([finding("a"), finding("b")], lambda place: f"/{place.row}")
    assert [address for _place, _message, address in note.spots] == ["/1 a", "/1 b"]


def test_messages_that_differ_stand_at_their_places():
    (note,) = notes_of_findings([finding("a", "Satu."), finding("b", "Dua.")])
    assert note.message == "RTL tanpa strategi."
    assert [message for _place, message, _address in note.spots] == ["Satu.", "Dua."]


def test_another_rule_is_another_line():
    assert len(notes_of_findings([finding("a"), finding("a", rule="K10")])) == 2


def test_what_was_kept_with_a_version_is_told_apart_by_its_explanation():
    answer = {"by": "Admin", "reason": "Sudah dibahas."}
    row = {"id": "K09", "severity": "warn", "message": "Isi strateginya."}
    kept = [
        row | {"place": "Bab IV", "answer": answer},
        row | {"place": "Bab III", "answer": answer},
        row | {"place": "Bab II", "answer": None},
    ]
    together, alone = notes_of_version(kept)
    assert [place for place, _message, _address in together.spots] == ["Bab IV", "Bab III"]
    assert together.answer == answer
    assert (alone.spots, alone.answer) == ((("Bab II", "", ""),), None)


def test_a_rule_of_data_and_one_of_texts_with_the_same_id_are_two_lines():
    of_text = replace(finding("b"), meaning="Teks menyebut strategi yang tidak ada.")
    assert finding("a").note == finding("b").note != of_text.note
    assert len(notes_of_findings([finding("a"), of_text])) == 2
