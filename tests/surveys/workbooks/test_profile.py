"""The respondents' profile in files of answers: counted by class, shown before it is written, quoted nowhere."""

import json

import pytest

from offices.models import AuditEvent
from surveys.models import ProfileCount, Survey
from surveys.respondents.counts import profile_of, save_profile, write_profile
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.taking import read_files, take_scores
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES

pytestmark = pytest.mark.django_db

HEAD = ["No", "Nama", "Jenis Kelamin", "Umur", "Pendidikan Terakhir", "Pekerjaan", "Penyandang disabilitas"]
PEOPLE = [
    ["Orang Satu", "L", 31, "S1/Sarjana", "PNS/ASN", "Tidak"],
    ["Orang Dua", "Perempuan", "17-25", "SMA/SLTA/sederajat", "Swasta", "Ya"],
    ["Orang Tiga", "laki - laki", "70 tahun", "SMK", "Juru Rahasia", "Tidak"],
    ["Orang Empat", "", "entah berapa", "", "", ""],
]
COUNTED = {
    "sex": {"male": 2, "female": 1, "unknown": 1},
    "age": {"17-25": 1, "26-34": 1, "over-65": 1, "unknown": 1},
    "education": {"sma": 2, "s1": 1, "unknown": 1},
    "occupation": {"asn": 1, "private": 1, "other": 1, "unknown": 1},
    "disability": {"no": 2, "unspecified": 1, "unknown": 1},
}
SECRETS = ("Orang Satu", "Juru Rahasia", "entah berapa")
ROWS = [[*HEAD, *NAMES], *([at, *one, *[3] * 9] for at, one in enumerate(PEOPLE, 1))]
FILE = ScoreFile("data.csv", separated(ROWS))
PLAIN = ScoreFile("polos.csv", separated([["No", *NAMES], *([at, *[4] * 9] for at in range(1, 4))]))


def read(survey, *files):
    return read_files(survey, list(files), Wanted())


def test_profiles_are_counted_by_class_and_only_the_name_is_dropped(survey):
    found = read(survey, FILE)
    assert found["profile"] == COUNTED
    assert found["dropped"] == ["No", "Nama"] and found["faults"] == []


def test_nothing_that_was_told_is_quoted(survey, people):
    found = read(survey, FILE)
    assert take_scores(survey, people.admin, found, [FILE])
    event = AuditEvent.objects.get(action="survey.import")
    told = json.dumps([found, event.before, event.after])
    assert not [secret for secret in SECRETS if secret in told]
    assert event.after["occupation"] == {"ASN (PNS/PPPK)": 1, "Swasta": 1, "Lainnya": 1, "Tidak diisi": 1}


def test_it_is_written_with_the_scores_and_the_same_file_changes_nothing(survey, people):
    assert take_scores(survey, people.admin, read(survey, FILE), [FILE])
    assert profile_of(survey) == COUNTED
    assert not take_scores(survey, people.admin, read(survey, FILE), [FILE])
    assert AuditEvent.objects.filter(action="survey.import").count() == 1


def test_the_same_scores_with_another_profile_are_a_change(survey, people):
    take_scores(survey, people.admin, read(survey, FILE), [FILE])
    other = ScoreFile("lain.csv", FILE.content.replace(b",L,", b",P,"))
    assert take_scores(survey, people.admin, read(survey, other), [other])
    assert profile_of(survey)["sex"] == {"male": 1, "female": 2, "unknown": 1}


def test_a_row_without_answers_is_nobody(survey):
    rows = [*ROWS, [5, "Orang Lima", "L", 20, "S2", "TNI", "Tidak", *[""] * 9]]
    assert read(survey, ScoreFile("x.csv", separated(rows)))["profile"] == COUNTED


def test_who_is_in_a_file_that_does_not_tell_it_has_not_told_it(survey):
    files = [ScoreFile("a.csv", FILE.content, "KTP"), ScoreFile("b.csv", PLAIN.content, "KK")]
    found = read(survey, *files)
    assert found["profile"]["sex"] == {"male": 2, "female": 1, "unknown": 4}


def test_a_file_without_profiles_leaves_what_was_typed(survey, people):
    write_profile(survey, {"sex": {"male": 3}})
    take_scores(survey, people.admin, read(survey, PLAIN), [PLAIN])
    assert profile_of(survey) == {"sex": {"male": 3}}


@pytest.mark.prove
def test_the_profile_of_an_earlier_file_goes_with_it_and_the_preview_says_so(survey, people):
    take_scores(survey, people.admin, read(survey, FILE), [FILE])
    found = read(survey, PLAIN)
    assert "Profil responden dari berkas sebelumnya dihapus; berkas ini tidak memuatnya." in found["notes"]
    assert take_scores(survey, people.admin, found, [PLAIN])
    assert profile_of(survey) == {}


def test_a_profile_that_was_typed_over_that_of_a_file_stays_where_it_fits(survey, people):
    take_scores(survey, people.admin, read(survey, FILE), [FILE])
    save_profile(survey, people.admin, {"sex": {"male": 2, "female": 1}})
    for _time in range(2):
        found = read(survey, PLAIN)
        take_scores(survey, people.admin, found, [PLAIN])
        assert profile_of(survey) == {"sex": {"male": 2, "female": 1}}
    other = ScoreFile("dua.csv", separated([["No", *NAMES], *([at, *[4] * 9] for at in range(1, 3))]))
    found = read(survey, other)
    assert any(
        "Profil responden yang diketik dihapus. Jenis kelamin: jumlahnya 3, melebihi 2" in n for n in found["notes"]
    )
    assert take_scores(survey, people.admin, found, [other])
    assert profile_of(survey) == {}


@pytest.mark.prove
def test_the_number_of_respondents_of_an_earlier_file_goes_with_it(survey, people):
    take_scores(survey, people.admin, read(survey, FILE), [FILE])
    means = ScoreFile(
        "nilai.csv", separated([["No", "Unsur", "NRR"], *([n, name, "3.25"] for n, name in enumerate(NAMES, 1))])
    )
    survey.refresh_from_db()
    found = read(survey, means)
    assert found["kind"] == "summary" and any("Jumlah responden dari berkas" in note for note in found["notes"])
    take_scores(survey, people.admin, found, [means])
    assert Survey.objects.get(pk=survey.pk).respondents is None


@pytest.mark.prove
def test_a_profile_of_more_people_than_answered_is_told_before_it_goes(survey, people, as_user):
    Survey.objects.update(respondents=None)
    survey.refresh_from_db()
    write_profile(survey, {"sex": {"male": 4}})
    client = as_user(people.admin)
    sent = {"pasted": PLAIN.content.decode().replace(",", "\t")}
    page = client.post("/skm/3521/2025-S1/berkas/", sent).content.decode()
    digest = page.split('name="terima"')[1].split('value="')[1].split('"')[0]
    assert "melebihi 3 responden" in page
    assert client.post("/skm/3521/2025-S1/berkas/", sent | {"terima": digest}).status_code == 302
    assert profile_of(survey) == {}
    assert AuditEvent.objects.get(action="survey.import").before["sex"] == {"Laki-laki": 4}


def test_the_page_shows_the_counts_before_they_are_written(survey, people, as_user):
    sent = {"pasted": "\n".join("\t".join(map(str, row)) for row in ROWS)}
    page = " ".join(as_user(people.admin).post("/skm/3521/2025-S1/berkas/", sent).content.decode().split())
    assert "Jenis kelamin: Laki-laki 2, Perempuan 1, Lainnya/tidak diisi 1." in page
    assert "Pendidikan: SMA/sederajat 2, D4/S1 1, Lainnya/tidak diisi 1." in page
    assert "Juru Rahasia" not in page.split('id="hasil-berkas"')[1] and not ProfileCount.objects.exists()
