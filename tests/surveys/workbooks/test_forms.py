"""What is sent with files of scores: files or pasted cells, never both, and not too many. Pure."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from surveys.workbooks.forms import ANSWER, MOST_BYTES, MOST_FILES, BlankFileForm, ScoreFilesForm, wanted_of
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.told import METHODS
from tests.surveys.instrument.built_in import built_in

NOTHING = "Pilih berkas nilai, atau tempel sel dari lembar kerja."
BOTH = "Pilih salah satu: berkas, atau sel yang ditempel."


def sent(*uploads, pasted=""):
    form = ScoreFilesForm({"pasted": pasted}, MultiValueDict({"uploads": list(uploads)}))
    form.is_valid()
    return form


def file(name="Loket A.xlsx", size=None):
    upload = SimpleUploadedFile(name, b"isi")
    if size is not None:
        upload.size = size
    return upload


def files(count):
    return [file(f"{number}.xlsx") for number in range(count)]


@pytest.mark.parametrize(
    ("uploads", "pasted", "faults"),
    [
        ([], "", {"uploads": [NOTHING]}),
        ([], " \n\t", {"uploads": [NOTHING]}),
        ([], "U1\tU2", {}),
        ([file()], "", {}),
        ([file()], " \n", {}),
        ([file()], "U1\tU2", {"pasted": [BOTH]}),
        (files(MOST_FILES), "", {}),
        (files(MOST_FILES + 1), "", {"uploads": ["Paling banyak 20 berkas sekaligus; Anda memilih 21."]}),
        ([file(size=MOST_BYTES)], "", {}),
        (
            [file(), file("besar.xlsx", MOST_BYTES + 1)],
            "",
            {"uploads": ["besar.xlsx lebih besar dari 25 MB. Simpan lembar nilainya saja."]},
        ),
    ],
)
def test_files_or_cells_are_sent_and_not_too_many(uploads, pasted, faults):
    assert sent(*uploads, pasted=pasted).errors == faults


def test_one_file_is_of_the_whole_office_and_several_are_of_the_services_that_they_are_named_for():
    assert sent(file()).score_files() == [ScoreFile("Loket A.xlsx", b"isi", "")]
    several = sent(file(), file("Pindah Memilih.2025.ods")).score_files()
    assert [each.service for each in several] == ["Loket A", "Pindah Memilih.2025"]


def test_pasted_cells_keep_their_tabs_and_have_one_line_end():
    (pasted,) = sent(pasted="\tU1\tU2\r\n3\t4\r5\t6").score_files()
    assert (pasted.name, pasted.content, pasted.service) == ("tempelan", b"\tU1\tU2\n3\t4\n5\t6", "")


def test_of_what_is_sent_only_answers_that_say_something_count():
    data = QueryDict(f"{ANSWER}form=sembilan&{ANSWER}table=&form=lain&{ANSWER}column:U3=B&pasted=x")
    assert wanted_of(data, 900) == Wanted(answers={"form": "sembilan", "column:U3": "B"}, population=900)
    assert wanted_of(QueryDict(""), None) == Wanted()


FORMS = built_in()


def test_every_way_of_every_questionnaire_is_offered_once_and_chosen_whole():
    offered = dict(BlankFileForm(FORMS).fields["held"].choices)
    assert len(offered) == sum(len(form.mappings) * len(form.methods) for form in FORMS)
    for key in offered:
        form = BlankFileForm(FORMS, {"held": key})
        assert form.is_valid()
        asked, mapping, method = form.chosen()
        assert key == f"{asked.key}|{mapping.key}|{method}"


def test_only_what_there_is_a_choice_of_is_told():
    for key, told in BlankFileForm(FORMS).fields["held"].choices:
        form = next(each for each in FORMS if each.key == key.split("|")[0])
        assert told.startswith(form.name)
        assert ("pemetaan" in told.removeprefix(form.name)) is (len(form.mappings) > 1)
        assert any(words in told for words in METHODS.values()) is (len(form.methods) > 1)


@pytest.mark.parametrize("held", ["", "lain", "sembilan|satu"])
def test_a_questionnaire_that_there_is_not_is_refused(held):
    assert list(BlankFileForm(FORMS, {"held": held}).errors) == ["held"]


def test_what_was_held_last_is_chosen_already():
    key = BlankFileForm(FORMS).fields["held"].choices[-1][0]
    assert BlankFileForm(FORMS, usual=key)["held"].value() == key
    assert BlankFileForm(FORMS)["held"].value() == ""
