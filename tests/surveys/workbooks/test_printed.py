"""What an office computed itself is held beside what the answers give, in the precision in which it is written."""

import io
import re
import zipfile

import pytest

from tests.surveys.workbooks.files import separated, xlsx
from tests.surveys.workbooks.layouts import NAMES, QUESTIONS, numbered
from tests.surveys.workbooks.test_people import PEOPLE, means
from tests.surveys.workbooks.test_reading import exactly, read, table

HEAD = ["No", *NAMES]
ROWS = numbered(PEOPLE)
SUMS = [sum(column) for column in zip(*PEOPLE, strict=True)]
MEANS = [total / len(PEOPLE) for total in SUMS]
COUNTS = [[sum(row[at] == score for row in PEOPLE) for score in (1, 2, 3, 4)] for at in range(9)]
INDEX = sum(MEANS) / 9 * 25


def below(*rows):
    """The notes of a file with these rows below its answers, every respondent counted."""
    found = read(("d.csv", separated([HEAD, *ROWS, *rows], ";")))
    assert (found["faults"], found["respondents"], found["scores"]) == ([], 24, exactly(PEOPLE)[0])
    return found["notes"]


def differing(notes):
    return [note for note in notes if note.startswith("Berbeda")]


@pytest.mark.parametrize(
    "written", [repr, lambda mean: f"{mean:.4f}", lambda mean: f"{mean:.2f}", lambda mean: f"{mean:.1f}"]
)
def test_the_same_means_are_the_same_however_they_are_written(written):
    notes = below(["Rata-rata", *[written(mean).replace(".", ",") for mean in MEANS]])
    assert differing(notes) == [] and sum("NRR berkas" in note for note in notes) == 9
    assert max(len(number) for note in notes for number in re.findall(r"\d,(\d+)", note)) <= 4


@pytest.mark.parametrize("label", ["NRR / Unsur", "Rerata", "Average"])
def test_one_mean_that_differs_is_told(label):
    notes = below([label, *[repr(mean + (0.3 if at == 2 else 0)) for at, mean in enumerate(MEANS)]])
    (note,) = differing(notes)
    assert note.startswith("Berbeda: U3: NRR berkas ")


@pytest.mark.parametrize("label", ["Jumlah", "Σ Nilai / Unsur", "Total Nilai"])
def test_sums_are_compared(label):
    assert "Jumlah nilai setiap unsur dalam berkas sama dengan hasil hitung." in below([label, *SUMS])
    wrong = [total + 7 * (at == 4) for at, total in enumerate(SUMS)]
    assert differing(below([label, *wrong])) == [f"Berbeda: U5: jumlah nilai berkas {wrong[4]}, dihitung {SUMS[4]}."]


@pytest.mark.parametrize("label", ["IKM Unit Pelayanan", "Nilai IKM", "Indeks Kepuasan Masyarakat (IKM)"])
@pytest.mark.parametrize("place", [1, 9])
def test_the_index_is_compared_wherever_it_stands_in_its_row(label, place):
    right = f"{INDEX:.2f}".replace(".", ",")
    assert f"IKM berkas {right}, dihitung {right}." in below([label, *[""] * (place - 1), right])
    assert f"Berbeda: IKM berkas 91,20, dihitung {right}." in below([label, *[""] * (place - 1), "91,20"])


def test_of_several_rows_of_sums_the_nearest_is_meant():
    assert differing(below(["Jumlah", *[20] * 9], ["Jumlah", *SUMS])) == []


def test_sums_of_a_page_are_not_compared_with_all_answers_and_told():
    pages = [[sum(column) for column in zip(*part, strict=True)] for part in (PEOPLE[:12], PEOPLE[12:])]
    lines = [HEAD, *ROWS[:12], ["Jumlah", *pages[0]], *ROWS[12:], ["Jumlah", *pages[1]]]
    found = read(("d.csv", separated(lines, ";")))
    assert found["respondents"] == 24 and differing(found["notes"]) == []
    assert any("Jumlah nilai per halaman atau kelompok" in note for note in found["notes"])


def test_weights_and_weighted_means_are_not_taken_for_means():
    notes = below(["NRR", *means(PEOPLE)], ["Bobot", *["0,111"] * 9], ["NRR tertimbang", *["0,33"] * 9])
    assert differing(notes) == []


def test_means_that_are_divided_by_four_are_told_beside_counts():
    rows = [[question, *counts, total / 4] for question, counts, total in zip(QUESTIONS, COUNTS, SUMS, strict=True)]
    found = read(table([["Pertanyaan", "1", "2", "3", "4", "Nilai Rata2"], *rows]))
    assert found["scores"] == exactly(PEOPLE)[0] and len(differing(found["notes"])) == 9


def test_sums_of_scores_beside_counts_are_compared():
    rows = [[name, *counts, 24, total] for name, counts, total in zip(NAMES, COUNTS, SUMS, strict=True)]
    rows[3][-1] += 1
    found = read(table([["Unsur", "1", "2", "3", "4", "Jumlah", "Jumlah Nilai per Unsur"], *rows]))
    assert differing(found["notes"]) == [f"Berbeda: U4: jumlah nilai berkas {SUMS[3] + 1}, dihitung {SUMS[3]}."]


def test_an_index_below_a_summary_is_compared():
    rows = [[at, name, "3,25"] for at, name in enumerate(NAMES, 1)]
    found = read(("d.csv", separated([["No", "Unsur", "NRR"], *rows, ["", "IKM", "99,00"]], ";")))
    assert "Berbeda: IKM berkas 99,00, dihitung 81,25." in found["notes"]


def with_formulas(error):
    """Sums and means below the answers as formulas without a value, or one of them with an error."""
    sums = ["Jumlah", *(f"=SUM({letter}2:{letter}25)" for letter in "BCDEFGHIJ")]
    content = xlsx(("Data", [HEAD, *ROWS, ["NRR", *MEANS] if error else ["NRR"], sums]))
    if not error:
        return "d.xlsx", content
    book = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(book, "w") as new:
        for item in old.infolist():
            text = old.read(item)
            if item.filename.endswith("sheet1.xml"):
                text = re.sub(rb'<c r="C26"[^>]*>.*?</c>', b'<c r="C26" t="e"><v>#DIV/0!</v></c>', text)
            new.writestr(item, text)
    return "d.xlsx", book.getvalue()


@pytest.mark.parametrize(("error", "rows"), [(False, "27"), (True, "26–27")])
def test_sums_that_were_never_calculated_are_told_and_cut_nobody_off(error, rows):
    found = read(with_formulas(error))
    assert (found["faults"], found["respondents"]) == ([], 24)
    assert any(f"rumus pada baris {rows} galat atau belum pernah dihitung" in note for note in found["notes"])
    assert sum("NRR berkas" in note for note in found["notes"]) == (8 if error else 0)


def test_what_several_files_computed_is_not_compared_and_told():
    own = [("KTP", PEOPLE[:12]), ("KK", PEOPLE[12:])]
    files = [
        (f"{name}.csv", separated([HEAD, *numbered(rows), ["NRR", *means(rows)]], ";"), name) for name, rows in own
    ]
    found = read(*files)
    assert found["scores"] == exactly(PEOPLE)[0] and any("tidak dibandingkan" in note for note in found["notes"])


def test_a_row_that_is_called_like_a_sum_is_offered_by_its_name_and_one_of_a_person_is_not():
    rows = [["Siti", *["3,1"] * 9], ["Budi", *["3,2"] * 9], ["Nilai Per Unsur", *["3,15"] * 9]]
    (asked,) = read(("d.csv", separated([["Nama", *NAMES], *rows], ";")))["asks"]
    assert asked["choices"] == ["Baris 2", "Baris 3", "Nilai Per Unsur"]


# --- counts that cannot be taken


STEPS = ("Sangat Tidak Puas", "Tidak Puas", "Netral", "Puas", "Sangat Puas")


@pytest.mark.parametrize(
    "heads", [("1", "2", "3", "4", "5"), STEPS, ("Skor 5", "Skor 4", "Skor 3", "Skor 2", "Skor 1")], ids=str
)
@pytest.mark.parametrize("times", [1, 3])
def test_five_choices_are_refused_and_called_so(heads, times):
    rows = [[name, *[count * times for count in counts], 3] for name, counts in zip(NAMES, COUNTS, strict=True)]
    found = read(table([["Unsur", *heads], *rows]))
    assert found["scores"] == {} and "lima pilihan jawaban" in found["faults"][0]["message"]


@pytest.mark.parametrize("labels", [("1", "2", "3", "4"), ("Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik")])
@pytest.mark.parametrize("times", [1, 4])
def test_counts_whose_elements_stand_side_by_side_are_refused_and_called_so(labels, times):
    rows = [[label, *[counts[at] * times for counts in COUNTS]] for at, label in enumerate(labels)]
    (fault,) = read(table([["Jawaban", *NAMES], *rows, ["Jumlah", *[24 * times] * 9]]))["faults"]
    assert fault["place"] == "Lembar Data, B2" and "Baris 2–5 menghitung banyaknya setiap jawaban" in fault["message"]


def test_four_numbered_people_are_people():
    assert read(table([HEAD, *ROWS[:4]]))["respondents"] == 4
