"""The page Kesiapan PEKPPP: who reads it, and what it says of an office."""

import pytest

PAGE = "/satuan-kerja/3521/pekppp/"


def text_of(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture(autouse=True)
def _in_march(time_machine):
    time_machine.move_to("2026-03-05 09:00+07:00", tick=False)


def test_it_tells_each_indicator_with_its_level_and_its_weight(as_user, people, survey):
    page = text_of(as_user(people.admin).get(PAGE))
    assert "6. Pelaksanaan SKM sesuai peraturan" in page
    assert "Kode 6.a.B. Yang dihitung: tahun 2025 dan 2026." in page
    assert '<span class="quiet">Bobot 17%</span> </th> <td class="amount">1</td> <td> 31 Desember 2026 </td>' in page
    assert "<strong>Tingkat 1 dari 5</strong>: SKM sudah dilaksanakan, tetapi belum sesuai" in page
    assert "<strong>Tingkat 0 dari 5</strong>: Hasil SKM tidak dipublikasikan." in page


@pytest.mark.parametrize("who", ["head", "admin", "secretary", "supervisor"])
def test_who_answers_for_the_evaluation_reads_it(as_user, people, survey, who):
    assert as_user(getattr(people, who)).get(PAGE).status_code == 200


def test_an_operator_is_told_whose_page_it_is(as_user, people, survey):
    refused = as_user(people.staff).get(PAGE)
    assert refused.status_code == 403
    assert "yang dapat melihat kesiapan PEKPPP" in text_of(refused)


@pytest.mark.parametrize("who", ["stranger", "nobody"])
def test_others_do_not_find_it(as_user, people, survey, who):
    assert as_user(getattr(people, who)).get(PAGE).status_code == 404
