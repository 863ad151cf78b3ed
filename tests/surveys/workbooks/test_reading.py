"""Answers come back the same from every layout; what is unclear is asked, what is wrong is named with its cell."""

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from surveys.ikm import Grade
from surveys.workbooks.inquiry import ScoreFile, Usual, Wanted
from surveys.workbooks.reading import read_scores
from tests.cases import in_one_test
from tests.mass import examples
from tests.surveys.instrument.built_in import built_in
from tests.surveys.workbooks.files import page, separated, xls, xlsx
from tests.surveys.workbooks.layouts import CODES, KEYS, LAYOUTS, NAMES, QUESTIONS, numbered

GRADES = tuple(
    Grade(letter, "", Decimal(lowest)) for letter, lowest in (("A", "88.31"), ("B", "76.61"), ("C", "65"), ("D", "25"))
)
ANSWERS = [
    [3, 3, 4, 4, 3, 2, 3, 4, 3],
    [4, 3, 3, 4, None, 3, 3, 2, 4],
    [2, 4, 3, 4, 3, 3, 4, 4, 3],
    [3, 3, 3, 4, 4, 4, 3, 3, 4],
    [1, 2, 3, 4, 3, 3, 3, 4, 2],
]
P16 = [f"P{number}" for number in range(1, 17)]
SIXTEEN = [[3] * 16, [4] * 16, [3, 4, 2, 3, 3, 1, 3, 4, 4, 3, 2, 3, 4, 4, 3, 2]]


def read(*files, forms=None, **wanted):
    sent = [ScoreFile(*file) for file in files]
    return read_scores(sent, forms or built_in(), GRADES, Wanted(**wanted)).as_json()


def table(rows, **more):
    return "data.xlsx", xlsx(("Data", rows), **more)


def exactly(answers):
    """Means with four decimals, counts and index, by other arithmetic than the importer's."""
    columns = [[row[at] for row in answers if row[at] is not None] for at in range(9)]
    exact = {key: Decimal(sum(column)) / len(column) for key, column in zip(KEYS, columns, strict=True) if column}
    shown = {key: str(mean.quantize(Decimal("0.0001"), ROUND_HALF_UP)) for key, mean in exact.items()}
    counts = {key: len(column) for key, column in zip(KEYS, columns, strict=True) if column}
    index = (sum(exact.values()) / len(exact) * 25).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return shown, counts, str(index)


@in_one_test("layout", LAYOUTS)
def test_each_layout_tells_the_same_answers(layout):
    found = read(layout(ANSWERS))
    assert found["faults"] == [] and found["asks"] == []
    scores, counts, index = exactly(ANSWERS)
    assert (found["kind"], found["respondents"], found["missing"]) == ("answers", 5, 1)
    assert (found["scores"], found["counts"], found["index"]) == (scores, counts, index)


blocks = st.lists(
    st.lists(st.sampled_from([1, 2, 3, 4, 4, 3, None]), min_size=9, max_size=9).filter(any),
    min_size=3,
    max_size=12,
)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(answers=blocks, layout=st.sampled_from(LAYOUTS), cost=st.sampled_from([1, 2, 3, 4]))
def test_any_block_of_answers_comes_back_from_any_layout(answers, layout, cost):
    for row in answers:
        row[3] = row[3] or cost  # whether a blank cost means a free service is another question
    found = read(layout(answers))
    unanswered = [key for at, key in enumerate(KEYS) if all(row[at] is None for row in answers)]
    assert found["asks"] == [] and found["respondents"] == len(answers)
    if unanswered:
        assert [fault["message"] for fault in found["faults"]] == [
            f"Tidak ada satu pun jawaban untuk {', '.join(unanswered)}."
        ]
    else:
        scores, counts, index = exactly(answers)
        assert found["faults"] == []
        assert (found["scores"], found["counts"], found["index"]) == (scores, counts, index)


# --- what the file says of itself


def test_the_files_own_means_are_held_beside_ours():
    found = read(LAYOUTS[0](ANSWERS))
    assert "U2: NRR berkas 3,00, dihitung 3,00." in found["notes"]
    rows = [["No", *NAMES], *numbered(ANSWERS), ["NRR", *["3,90"] * 9]]
    assert any("Berbeda: U1: NRR berkas 3,90, dihitung 2,60." in note for note in read(table(rows))["notes"])


def test_people_are_dropped_and_named_and_their_words_go_nowhere():
    found = read(LAYOUTS[3](ANSWERS))
    assert {"Nama", "Nomor HP", "Kritik dan saran"} <= set(found["dropped"])
    assert "Nama Orang" not in str(found) and "081200000000" not in str(found)
    assert found["services"] == {"Pindah memilih": 3, "Permohonan informasi": 2}


def test_hidden_rows_count_and_are_told():
    found = read(table([["No", *NAMES], *numbered(ANSWERS, None)], hidden_rows=[3, 4]))
    assert found["respondents"] == 5
    assert "2 baris tersembunyi ikut dihitung." in found["notes"]


@pytest.mark.parametrize("before", [(), ("Catatan", "Kosong")])
def test_hidden_rows_of_an_old_file_are_told_too(before):
    rows = [["No", *NAMES], *numbered(ANSWERS, None)]
    found = read(("data.xls", xls("Data", rows, hidden_rows=[3, 4], before=before)))
    assert (found["respondents"], "2 baris tersembunyi ikut dihitung." in found["notes"]) == (5, True)
    assert not any("tersembunyi" in note for note in read(("data.xls", xls("Data", rows, before=before)))["notes"])


def test_a_hidden_sheet_is_not_read_and_told():
    rows = [["No", *NAMES], *numbered(ANSWERS, None)]
    found = read(("data.xlsx", xlsx(("Data", rows), ("Lama", rows), hidden_sheets=["Lama"])))
    assert found["asks"] == [] and "Lembar tersembunyi tidak dibaca: Lama." in found["notes"]


def test_a_formula_that_was_never_calculated_is_told_by_its_cell():
    rows = [["No", *NAMES], *numbered([[3] * 9] * 4, None), [5, "=B2", *[3] * 8]]
    fault = read(table(rows))["faults"][0]
    assert fault["place"] == "Lembar Data, B6" and "belum pernah dihitung" in fault["message"]


def test_best_first_scales_are_told_by_their_words():
    rows = [
        ["Timestamp", *QUESTIONS],
        [
            "x",
            *[
                "Sangat sesuai",
                "Sangat mudah",
                "Cepat",
                "Gratis",
                "Sesuai",
                "Kompeten",
                "Sopan dan ramah",
                "Baik",
                "Dikelola dengan baik",
            ],
        ],
    ]
    assert read(table(rows))["scores"]["persyaratan"] == "4.0000"


def in_words(low, texts):
    """The first question is answered with ``low``, all others with 3."""
    return table([["Timestamp", *texts], ["x", low, *([3] * (len(texts) - 1))]])


def test_the_same_words_score_by_their_own_questionnaire():
    assert read(in_words("Tidak sesuai", QUESTIONS))["scores"]["persyaratan"] == "1.0000"
    file = in_words("Tidak setuju", [question.text for question in built_in()[-1].questions])
    found = read(file, form="skm-2025-tatap-muka", mapping="B", method="elements")
    assert found["scores"]["persyaratan"] == "2.5000"
    assert any("dinilai menurut pilihan jawaban kuesioner" in note for note in found["notes"])


def test_the_texts_of_another_questionnaire_alone_do_not_tell_how_tidak_scores():
    file = in_words("Tidak setuju", [question.text for question in built_in()[-1].questions])
    settled = {"mapping": "B", "method": "elements"}
    found = read(file, **settled)
    assert (found["form"], [ask["id"] for ask in found["asks"]]) == ("skm-2025-tatap-muka", ["kata"])
    for answer, score in (("tidak-kurang", "2.0000"), ("sangat-tidak", "2.5000")):
        assert read(file, answers={"kata": answer}, **settled)["scores"]["persyaratan"] == score
    taken_before = read(file, usual={"skm-2025-tatap-muka": Usual("B", "elements")}, **settled)
    assert (taken_before["asks"], taken_before["scores"]["persyaratan"]) == ([], "2.5000")
    lowest = in_words("Sangat tidak setuju", [question.text for question in built_in()[-1].questions])
    assert read(lowest, **settled)["asks"] == []


# --- what is asked


def test_bare_u8_and_u9_are_asked():
    rows = table([["No", *CODES], *numbered(ANSWERS, None)])
    asked = read(rows)["asks"]
    assert [(ask["id"], ask["choices"]) for ask in asked] == [("U8", ["sarana", "pengaduan"])]
    one = read(rows, answers={"U8": "sarana"})["scores"]
    other = read(rows, answers={"U8": "pengaduan"})["scores"]
    assert (one["sarana"], one["pengaduan"]) == (other["pengaduan"], other["sarana"]) == ("3.4000", "3.2000")


def test_sixteen_questions_ask_for_form_mapping_and_method():
    rows = table([["No", *P16], *[[at, *row] for at, row in enumerate(SIXTEEN, 1)]])
    assert [ask["id"] for ask in read(rows)["asks"]] == ["form"]
    form = "skm-2025-tatap-muka"
    assert {ask["id"] for ask in read(rows, form=form)["asks"]} == {"mapping", "method"}


def test_mapping_and_method_change_what_the_same_answers_give():
    rows = table([["No", *P16], *[[at, *row] for at, row in enumerate(SIXTEEN, 1)]])
    form = "skm-2025-tatap-muka"
    by_a = read(rows, form=form, mapping="A", method="elements")
    by_b = read(rows, form=form, mapping="B", method="elements")
    plain = read(rows, form=form, mapping="A", method="questions")
    assert by_a["scores"]["biaya"] == "3.5556" and by_b["scores"]["biaya"] == "3.3333"
    assert by_a["counts"]["biaya"] == 9 and by_b["counts"]["biaya"] == 3
    total = sum(map(sum, SIXTEEN))
    assert plain["index"] == str((Decimal(total) / 48 * 25).quantize(Decimal("0.01"), ROUND_HALF_UP))
    assert len({by_a["index"], by_b["index"], plain["index"]}) == 3


def test_a_question_block_that_stands_there_twice_is_asked():
    rows = [["Timestamp", *QUESTIONS, *QUESTIONS], ["x", *[3] * 9, *[4] * 9]]
    assert read(table(rows))["asks"][0]["choices"] == ["B", "K"]
    assert read(table(rows), answers={"block": "K"})["scores"]["waktu"] == "4.0000"


def test_importance_beside_satisfaction_is_left_out_and_named():
    pairs = [text for name in NAMES for text in (f"{name} (Kepuasan)", f"{name} (Kepentingan)")]
    found = read(table([["No", *pairs], [1, *[3, 4] * 9]]))
    assert found["scores"]["sarana"] == "3.0000" and "Sarana (Kepentingan)" in found["dropped"]


def test_two_tables_are_asked():
    rows = [["No", *NAMES], *numbered(ANSWERS, None)]
    file = ("data.xlsx", xlsx(("Januari", rows), ("Februari", rows)))
    assert read(file)["asks"][0]["choices"] == ["Januari", "Februari"]
    assert read(file, answers={"table": "Februari"})["respondents"] == 5


def test_a_free_service_is_asked_and_the_choice_is_told():
    free = [[3, 3, 3, None, 3, 3, 3, 3, 3] for _ in range(6)]
    rows = table([["No", *NAMES], *numbered(free, None)])
    assert read(rows)["asks"][0]["choices"] == ["kosong", "gratis"]
    assert "biaya" not in read(rows, answers={"biaya": "kosong"})["scores"]
    gratis = read(rows, answers={"biaya": "gratis"})
    assert gratis["scores"]["biaya"] == "4.0000" and gratis["missing"] == 0
    assert any("dihitung sebagai Gratis" in note for note in gratis["notes"])


def test_one_file_for_each_service_makes_one_survey():
    one = separated([["No", *NAMES], *numbered(ANSWERS[:2])])
    two = separated([["No", *NAMES], *numbered(ANSWERS[2:])])
    found = read(("a.csv", one, "KTP"), ("b.csv", two, "KK"))
    assert found["services"] == {"KTP": 2, "KK": 3}
    assert (found["scores"], found["respondents"]) == (exactly(ANSWERS)[0], 5)


# --- what is refused


@pytest.mark.parametrize("wrong", ["empat", 5, "3,5", "1/4", -1, "Lumayan", "#REF!"])
def test_what_is_no_answer_is_named_with_its_cell(wrong):
    rows = [["No", *NAMES], *numbered(ANSWERS, None), [6, 3, 3, wrong, *[3] * 6]]
    found = read(table(rows))
    assert [fault["place"] for fault in found["faults"]] == ["Lembar Data, D7"]
    assert "bukan 1–4" in found["faults"][0]["message"] and str(wrong) in found["faults"][0]["message"]
    assert found["scores"] == {}


def test_at_most_fifty_faults_are_shown_and_the_rest_counted():
    rows = [["No", *NAMES], *[[at, 3, 3, "?!", *[3] * 6] for at in range(80)]]
    faults = read(table(rows))["faults"]
    assert len(faults) == 51 and faults[-1]["message"] == "dan 30 kesalahan lain."


def test_weighted_values_are_refused_with_the_reason():
    rows = [["No", "Kecamatan", *NAMES, "Nilai Indeks"], [1, "Contoh", *["0.30"] * 9, "2.70"]]
    assert "sudah ditimbang" in read(table(rows))["faults"][0]["message"]


def test_another_number_of_elements_is_no_silent_match():
    rows = [["No", *[f"U{number}" for number in range(1, 15)]], [1, *[3] * 14]]
    found = read(table(rows), answers={"U8": "sarana"})
    assert found["faults"] and "U10" in found["faults"][0]["message"]


def test_missing_questions_are_named():
    found = read(table([["No", *NAMES[:7]], [1, *[3] * 7]]))
    assert "U8, U9" in found["faults"][0]["message"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "kosong"),
        (b"   \n", "kosong"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 50, "gambar"),
        (b"%PDF-1.7 ...", "gambar atau PDF"),
        (b"PK\x03\x04 cut short", "terpotong atau rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "rusak"),
        (b"<html><body><p>Tidak ada tabel</p></body></html>", "tidak memuat tabel"),
        (b"a,b\n1,2\n", "Tidak ditemukan tabel nilai"),
        (b"\x00\x01\x02" * 20, "tidak dikenal"),
    ],
)
def test_a_file_without_a_table_says_why(content, told):
    assert told in read(("berkas", content))["faults"][0]["message"]


# --- values that somebody computed


SUMMARY = ("3.27", "3.333", "3.25", "4.00", "3.31", "3.30", "3.33", "3.76", "3.89")


def test_a_summary_of_means_is_taken_as_it_is():
    rows = [["Kode", "Unsur Pelayanan", "NRR", "NRR Tertimbang"]]
    rows += [[code, name, mean, "0,36"] for code, name, mean in zip(CODES, NAMES, SUMMARY, strict=True)]
    found = read(table(rows))
    assert found["kind"] == "summary" and found["faults"] == []
    assert found["scores"]["prosedur"] == "3.333" and found["scores"]["biaya"] == "4.00"
    assert found["index"] == "87.34"


def test_values_of_a_hundred_are_converted_and_told():
    rows = [["No", "Unsur", "Nilai Konversi"]]
    rows += [
        [at, name, value]
        for at, (name, value) in enumerate(zip(NAMES, (80, 84, 76, 100, 82, 81, 83, 94, 97), strict=True), 1)
    ]
    found = read(table(rows))
    assert found["scores"]["waktu"] == "3.04" and any("dibagi 25" in note for note in found["notes"])


def test_frequencies_are_counted_anew_and_a_wrong_printed_mean_is_told():
    rows = [["PERTANYAAN", "JAWABAN 1", "JAWABAN 2", "JAWABAN 3", "JAWABAN 4", "JUMLAH", "NRR"]]
    rows += [
        [f"{code} {name}", 1, 2, 3, 4, 30, "7,50" if code == "U1" else "3,00"]
        for code, name in zip(CODES, NAMES, strict=True)
    ]
    found = read(table(rows))
    assert (found["kind"], found["respondents"], found["counts"]["sarana"]) == ("frequencies", 10, 10)
    assert found["scores"]["sarana"] == "3.0000"


def test_a_row_of_means_under_the_elements_is_a_summary():
    rows = [["", *NAMES], ["Nilai Rata-rata", *[mean.replace(".", ",") for mean in SUMMARY]]]
    found = read(("rekap.xls", page(rows)))
    assert (found["kind"], found["scores"]["sarana"]) == ("summary", "3.76")


def test_several_rows_of_means_are_asked():
    rows = [["Unit", *NAMES], ["Loket A", *SUMMARY], ["Loket B", *SUMMARY[::-1]]]
    assert read(table(rows))["asks"][0]["choices"] == ["Loket A", "Loket B"]
    assert read(table(rows), answers={"row": "Loket B"})["scores"]["persyaratan"] == "3.89"


@pytest.mark.parametrize("beside", [[], ["Jumlah Responden"]])
def test_a_service_that_is_called_like_a_sum_is_offered_beside_the_others_and_the_total(beside):
    means = {"KTP": "3.1", "Jumlah Permohonan": "3.6", "Total Persada": "3.5", "Bobot Ternak": "3.4", "Total": "3.55"}
    rows = [[name, *([20] if beside else []), *[mean] * 9] for name, mean in means.items()]
    asked = read(table([["Jenis Layanan", *beside, *NAMES], *rows]))["asks"][0]
    assert (asked["id"], asked["choices"]) == ("row", list(means))


def test_weighted_and_converted_rows_are_not_offered_as_means():
    rows = [
        ["Unit", *NAMES],
        ["Rata-rata", *SUMMARY],
        ["NRR tertimbang", *["0.35"] * 9],
        ["Nilai konversi", *[80.5] * 9],
    ]
    assert read(table(rows))["scores"]["persyaratan"] == SUMMARY[0]


PEOPLE = ["Sulastri Wulandari", "Budi Santoso", "Jumlahwati"]


def test_a_row_of_values_is_called_by_its_number_where_a_name_may_stand_before_it():
    rows = [["No", "Nama", "No HP", *NAMES]]
    rows += [[at, name, f"08771234000{at}", *SUMMARY] for at, name in enumerate(PEOPLE, 1)]
    found = read(table([*rows, [None, "Rata-rata", None, *SUMMARY]]))
    assert found["asks"][0]["choices"] == ["Baris 2", "Baris 3", "Baris 4", "Rata-rata"]
    assert not [name for name in (*PEOPLE, "0877") if name in str(found)]


def test_rows_of_one_label_are_told_apart():
    rows = [["Unit", *NAMES], ["Loket A", *SUMMARY], ["Loket A", *SUMMARY[::-1]]]
    assert read(table(rows))["asks"][0]["choices"] == ["Loket A", "Loket A (baris 3)"]
    assert read(table(rows), answers={"row": "Loket A (baris 3)"})["scores"]["persyaratan"] == SUMMARY[-1]


@pytest.mark.parametrize("values", [["3.25", "2.75"], [75, 100]])
def test_many_rows_of_values_that_nothing_tells_are_people_and_refused(values):
    rows = [["No", "Nama", *NAMES], *([at, f"Orang {at}", *(values * 5)[:9]] for at in range(1, 21))]
    found = read(table(rows))
    (fault,) = found["faults"]
    assert fault["message"].startswith("20 baris memuat nilai setiap unsur tanpa nama layanan")
    assert (found["asks"], "Orang" in str(found)) == ([], False)


@pytest.mark.parametrize(("population", "told"), [(4, True), (5, False)])
def test_more_respondents_than_people_are_told(population, told):
    notes = read(LAYOUTS[4](ANSWERS), population=population)["notes"]
    assert [note for note in notes if "Responden 5, sedangkan populasi yang tercatat 4" in note] != [] or not told
    assert not [note for note in notes if "yang tercatat" in note] or told


def test_a_small_sample_is_told():
    found = read(LAYOUTS[4](ANSWERS), population=1000)
    assert any("populasi 1000 memerlukan sampel paling sedikit 278" in note for note in found["notes"])
