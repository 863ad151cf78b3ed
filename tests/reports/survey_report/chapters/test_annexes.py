"""The four annexes of a survey report against the data: questions, processing, pictures, the follow-up before."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from followups.progress import Progress
from reports.cycle.model import Evidence, Photo, StoredPicture
from reports.document.facts import plans_in
from reports.document.source import Method
from reports.printing.html import print_html
from reports.survey_report.source import Question
from tests.make_cycle import (
    ELEMENT_KEYS,
    NGAWI_SCORES,
    make_cycle,
    make_followup,
    make_instrument,
    make_photos,
    make_plan,
    make_source,
)
from tests.reports.survey_report.made import QUESTIONS, before, priority_of, survey_report, whole_survey

NAMES = {element.key: element.name for element in make_instrument().elements}
RECORDED = "Jumlah ini menurut catatan satuan kerja."


def heads(document):
    return [head.label for head in document.annexes.tables]


def stored(name):
    return StoredPicture(f"papers/{name}", "a" * 64, 800, 600, 1000, is_placeholder=False)


def shown_in(*numbers):
    """Changes of the source: a picture for each of these annexes."""
    pictures = {f"papers/{number}": stored(str(number)) for number in numbers}
    evidence = {number: Evidence(None, (Photo(f"papers/{number}", None, None),)) for number in numbers}
    return {"shown": evidence, "pictures": pictures}


# --- Lampiran 1


def test_every_question_is_printed_with_its_answers_from_the_lowest():
    rows = survey_report().annexes.questions
    assert [(row.number, row.text, row.options) for row in rows] == [
        (number, asked.text, asked.options) for number, asked in enumerate(QUESTIONS, start=1)
    ]
    assert survey_report().annexes.questions_head.title == "Kuesioner PermenPANRB 14/2017"


@pytest.mark.parametrize(
    ("questions", "numbers", "told"),
    [
        (QUESTIONS, (), ["disajikan dalam Tabel L.1"]),
        (QUESTIONS, (1,), ["disajikan dalam Tabel L.1", "dimuat sebagai gambar"]),
        ((), (1,), ["dimuat sebagai gambar"]),
        ((), (), ["belum dinyatakan, sehingga pertanyaannya tidak dimuat"]),
    ],
)
def test_the_first_annex_says_how_the_questionnaire_is_shown(questions, numbers, told):
    annexes = survey_report(questions=questions, **shown_in(*numbers)).annexes
    assert len(annexes.texts[0]) == len(told)
    assert all(words in text for words, text in zip(told, annexes.texts[0], strict=True))
    assert len(annexes.groups[0]) == len(numbers)


# --- Lampiran 2


def processed(**survey):
    return survey_report(make_cycle(survey=whole_survey(**survey))).annexes.processed


def test_every_element_is_processed_with_a_ninth_of_its_mean():
    rows = processed()
    assert [(row.number, row.element) for row in rows] == [
        (number, NAMES[key]) for number, key in enumerate(ELEMENT_KEYS, start=1)
    ]
    for row, key in zip(rows, ELEMENT_KEYS, strict=True):
        assert Decimal(row.weighted.replace(",", ".")) == (NGAWI_SCORES[key] / 9).quantize(Decimal("0.0001"))
        assert Decimal(row.converted.replace(",", ".")) == NGAWI_SCORES[key] * 25


def test_the_weighted_means_add_up_to_the_index_that_stands_below_them():
    document = survey_report()
    total = sum(Decimal(row.weighted.replace(",", ".")) for row in document.annexes.processed)
    assert abs(total * 25 - Decimal(document.annexes.total.replace(",", "."))) < Decimal("0.02")
    assert document.annexes.total == document.found.results.index_text


def test_elements_of_several_questions_weigh_as_many_parts():
    questions = dict.fromkeys(ELEMENT_KEYS, 1) | {"waktu": 3}
    source = make_source(make_cycle(survey=whole_survey()), method=Method("Kuesioner", "A", "A", questions))
    rows = survey_report(source=source).annexes.processed
    by_name = {row.element: row.weighted for row in rows}
    assert by_name[NAMES["waktu"]] == "0,8864"  # 3.25 × 3 / 11
    assert by_name[NAMES["biaya"]] == "0,3636"  # 4 / 11


def test_answers_behind_an_element_are_counted_where_they_are_known():
    rows = processed(answers={"persyaratan": 1110})
    assert [row.answers for row in rows] == ["1.110", *["–"] * 8]


def test_what_was_found_of_a_question_is_printed_and_a_question_without_it_keeps_its_number():
    questions = (replace(QUESTIONS[1], score=None), replace(QUESTIONS[0], score=Decimal("2.5"), answers=1200))
    annexes = survey_report(questions=questions).annexes
    assert [(row.number, row.text, row.answers, row.score) for row in annexes.answered] == [
        (2, QUESTIONS[0].text, "1.200", "2,50")
    ]
    assert annexes.answered_head.label == "Tabel L.3"


def test_a_question_whose_answers_nobody_counted_has_a_dash():
    only = Question("Bagaimana biayanya?", (), Decimal("4"), None)
    (row,) = survey_report(questions=(only,)).annexes.answered
    assert (row.answers, row.score) == ("–", "4,00")


def test_no_person_can_be_told_from_the_second_annex():
    (text,) = survey_report().annexes.texts[1]
    assert "jawaban perorangan tidak dapat dikenali" in text


def test_without_scores_the_second_annex_has_words_in_place_of_rows():
    annexes = survey_report(make_cycle(survey=whole_survey(scores={})), questions=()).annexes
    assert (annexes.texts[1], annexes.processed, annexes.processed_head, annexes.total) == (
        ("Nilai survei belum dimasukkan.",),
        (),
        None,
        "",
    )


# --- Lampiran 3


@pytest.mark.parametrize(
    ("numbers", "photos", "told"),
    [
        ((3,), 0, "Foto berikut mendokumentasikan pelaksanaan survei."),
        ((), 2, "Foto berikut mendokumentasikan tindak lanjut yang dilaporkan dalam Lampiran 4."),
        (
            (3,),
            2,
            "Foto berikut mendokumentasikan pelaksanaan survei dan tindak lanjut yang dilaporkan dalam Lampiran 4.",
        ),
        ((), 0, "Tidak ada dokumentasi yang dilampirkan pada laporan ini."),
        ((1,), 0, "Tidak ada dokumentasi yang dilampirkan pada laporan ini."),
    ],
)
def test_the_third_annex_says_what_its_pictures_show(numbers, photos, told):
    annexes = survey_report(followed=before(photos=photos), **shown_in(*numbers)).annexes
    assert annexes.texts[2] == (told,)
    assert len(annexes.groups[2]) == (3 in numbers) + bool(photos)


@pytest.mark.parametrize(("photos", "printed"), [(0, 0), (1, 1), (2, 2), (3, 2), (12, 2)])
def test_of_each_plan_before_at_most_two_photos_are_printed(photos, printed):
    document = survey_report(followed=before(photos=photos))
    assert len(document.annex.figures) == printed
    assert bool(document.figures) is bool(printed)
    assert ("DAFTAR GAMBAR" in [entry.title for entry in document.contents]) is bool(printed)


def test_pictures_are_numbered_through_all_annexes():
    document = survey_report(followed=before(photos=2), **shown_in(1, 3))
    assert [figure.number for figure in document.annex.figures] == [1, 2, 3, 4]
    headings = [[group.heading for group in groups] for groups in document.annexes.groups]
    assert headings == [
        ["Gambar Kuesioner"],
        [],
        ["Dokumentasi Pelaksanaan Survei", "Dokumentasi Lampiran 4 Nomor 1"],
        [],
    ]


def test_drawn_photos_make_an_example_of_the_report():
    followed = before(photos=1)
    drawn = {name: replace(picture, is_placeholder=True) for name, picture in followed.pictures.items()}
    assert survey_report(followed=replace(followed, pictures=drawn)).is_example
    assert not survey_report(followed=followed).is_example


# --- Lampiran 4


def followed_by(*plans, report=""):
    cycle = make_cycle(survey=whole_survey(period="2024-S2"), followup=make_followup((priority_of(*plans),), ()))
    followed = before(0)
    facts = plans_in(cycle.followup)
    done = sum(fact.plan.realisation.status == "done" for fact in facts)
    source = make_source(cycle)
    return replace(followed, plans=facts, progress=Progress(len(facts), done), pictures=source.pictures, report=report)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("done", "Sudah"),
        ("in_progress", "Dalam proses"),
        ("not_started", "Belum"),
        ("impossible", "Belum (tidak dapat dilaksanakan)"),
    ],
)
def test_each_plan_before_is_told_with_its_status_in_plain_words(status, told):
    (row,) = survey_report(followed=followed_by(make_plan("Menata loket", status))).annexes.followed
    assert (row.number, row.programme, row.element, row.status) == (1, "Menata loket", NAMES["waktu"], told)


def test_a_plan_of_which_nothing_is_told_has_a_dash_and_the_others_their_words():
    plans = (make_plan("Satu"), make_plan("Dua", "not_started"))
    rows = survey_report(followed=followed_by(*plans)).annexes.followed
    assert [row.told for row in rows] == [("Jadwal disusun dan ditempel di ruang pelayanan.",), ("–",)]
    assert [(row.proofs, row.evidence) for row in rows] == [((), "–"), ((), "–")]


def test_photos_of_a_plan_are_named_by_the_numbers_that_they_have_here():
    plans = (make_plan("Satu", photos=make_photos(1, "satu")), make_plan("Dua", photos=make_photos(2, "dua")))
    rows = survey_report(followed=followed_by(*plans), **shown_in(1)).annexes.followed
    assert [proof.figures for row in rows for proof in row.proofs] == [("2",), ("3–4",)]


@pytest.mark.parametrize(
    ("statuses", "told"),
    [
        (["done"] * 3, "seluruh RTL telah dilaksanakan (3 dari 3)"),
        (["done", "not_started", "not_started"], "1 dari 3 RTL (33%) telah dilaksanakan"),
        (["not_started"] * 2, "belum ada RTL yang selesai (0 dari 2)"),
    ],
)
def test_how_much_was_done_is_counted_from_the_plans(statuses, told):
    plans = [make_plan(f"Program {number}", status) for number, status in enumerate(statuses)]
    (text,) = survey_report(followed=followed_by(*plans)).annexes.texts[3]
    assert text.startswith(f"Atas hasil SKM Semester II Tahun 2024, {told}. ")


def test_the_signed_report_of_it_is_named_as_it_was_given():
    named = "Hasil berikut menurut Laporan Tindak Lanjut SKM nomor 7."
    (text,) = survey_report(followed=followed_by(make_plan(), report=named)).annexes.texts[3]
    assert text.endswith(named) and "pada saat laporan ini disusun" not in text


def test_counts_alone_have_no_table_and_no_photos():
    document = survey_report(followed=replace(before(), plans=(), pictures={}, report=RECORDED))
    assert document.annexes.texts[3][0].endswith(RECORDED)
    assert (document.annexes.followed, document.annexes.followed_head) == ((), None)
    assert not document.annex.figures


def test_no_period_before_is_told_and_no_photo_is_looked_for():
    document = survey_report()
    assert document.annexes.texts[3] == (
        "Tindak lanjut periode sebelumnya tidak tercatat, sehingga tidak ada hasil yang dilampirkan.",
    )
    assert document.source.photos_of == ""


@pytest.mark.parametrize(
    ("questions", "scores", "followed", "labels"),
    [
        (QUESTIONS, NGAWI_SCORES, True, 4),
        (QUESTIONS[1:], NGAWI_SCORES, True, 3),
        ((), NGAWI_SCORES, True, 2),
        ((), {}, True, 1),
        ((), {}, False, 0),
        (QUESTIONS, {}, False, 2),
    ],
)
def test_tables_of_annexes_are_numbered_through_whichever_are_there(questions, scores, followed, labels):
    cycle = make_cycle(survey=whole_survey(scores=scores))
    document = survey_report(cycle, questions=questions, followed=before() if followed else None)
    assert heads(document) == [f"Tabel L.{number}" for number in range(1, labels + 1)]
    assert [entry.label for entry in document.tables if entry.label.startswith("Tabel L.")] == heads(document)


def test_the_four_annexes_are_there_even_when_they_are_empty():
    document = survey_report(make_cycle(survey=whole_survey(scores={})), questions=())
    assert [entry.label for entry in document.annexes.entries] == [f"Lampiran {number}" for number in range(1, 5)]
    assert all(texts and all(texts) for texts in document.annexes.texts)


@pytest.mark.parametrize(
    ("answers", "head", "told"),
    [({}, False, "sebagai rata-rata,"), ({"waktu": 40}, True, "sebagai jumlah dan rata-rata,")],
)
def test_answers_are_counted_only_where_any_count_is_known(answers, head, told):
    document = survey_report(make_cycle(survey=whole_survey(answers=answers)), questions=())
    assert told in document.annexes.texts[1][0]
    assert ('<th scope="col" class="kol-n">Jawaban</th>' in print_html(document)) is head


def test_what_such_a_report_usually_has_is_named_while_it_is_lacking():
    bare = survey_report(make_cycle(survey=whole_survey(), followup=make_followup(())), questions=())
    assert [what.split(" pada ")[0] for what in bare.missed] == [
        "kuesioner",
        "foto pelaksanaan survei",
        "rencana tindak lanjut",
    ]
    assert survey_report(**shown_in(1, 3), questions=()).missed == ()
    assert survey_report(followed=before()).missed == ("foto pelaksanaan survei pada Lampiran 3",)


def test_the_annexes_begin_on_a_page_of_their_own_behind_the_signature():
    first, *others = re.findall(r'<section class="(lampiran[^"]*)"', print_html(survey_report()))
    assert first == "lampiran lampiran-sendiri" and set(others) == {"lampiran"}
