"""Free spellings of what respondents are, as the classes by which they are counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.profiles import MARGINS, UNKNOWN
from surveys.respondents.spelling import class_of, margin_of, most_telling
from tests.cases import in_one_test

HEADINGS = {
    "sex": ["Jenis Kelamin", "JENIS_KELAMIN", "Jenis Kelamin (L/P)", "L/P", "JK", "Jenis Kelamim", "Gender"],
    "age": ["Usia", "UMUR", "Usia (Interval)", "Umur (tahun)", "Berapa usia Anda?", "Kelompok umur"],
    "education": ["Pendidikan", "Pendidikan Terakhir", "PENDIDIKAN", "Pendidkan", "Tingkat pendidikan"],
    "occupation": ["Pekerjaan", "Pekerjaan Utama", "Profesi", "Pekerjan"],
    "disability": [
        "Kategori Disabilitas",
        "Disabilitas",
        "Apakah Anda merupakan penyandang disabilitas/pendamping penyandang disabilitas?",
        "Jenis disabilitas",
    ],
}
NO_MARGIN = ["Nama", "No HP", "Jenis Layanan", "Layanan Pendidikan", "Tempat pekerjaan", "U1", "Saran", "Tanggal", ""]

ANSWERS = {
    "sex": {
        "male": ["L", "Laki-laki", "LAKI - LAKI", "laki laki", "Pria", "lk", "Laki-Laki (L)", "Lelaki"],
        "female": ["P", "Perempuan", "PEREMPUAN", "wanita", "Perempuann", "pr"],
        UNKNOWN: ["", "-", "L/P", "x"],
    },
    "age": {
        "under-17": ["16", "< 17", "<17 tahun", "di bawah 17 tahun", "12-15"],
        "17-25": ["17", "25 tahun", "17–25", "17 - 25 tahun", "18 s.d. 24", "20 th"],
        "26-34": ["31", "26-34 Tahun"],
        "35-44": ["40"],
        "45-54": ["45 s/d 54"],
        "55-65": ["65", "55—65"],
        "over-65": ["66", "> 65", ">65 tahun", "di atas 65", "lebih dari 65 tahun"],
        UNKNOWN: ["", "0", "20-29", "121", "muda", "1980", "65 ke atas", "<20", "> 50", "-"],
    },
    "education": {
        "none": ["Tidak sekolah", "Belum tamat SD", "Tidak pernah sekolah"],
        "sd": ["SD", "SD/Sederajat", "Sekolah Dasar"],
        "smp": ["SMP", "SLTP", "MTs", "SMP / sederajat"],
        "sma": ["SMA", "SMA/SLTA/sederajat", "SMK", "SLTA", "MA", "SMA Sederajat"],
        "diploma": ["D3", "D-III", "Diploma", "D1/D2/D3", "Diploma III", "diplma"],
        "s1": ["S1", "S-1", "S1/Sarjana", "Sarjana", "D4/S1", "D-IV", "Strata 1", "Sarjanna"],
        "s2": ["S2", "Magister", "Pasca Sarjana", "Pascasarjana (S2)", "S-2"],
        "s3": ["S3", "Doktor"],
        UNKNOWN: ["", "lainnya", "S2/S3", "-"],
    },
    "occupation": {
        "asn": ["PNS", "PNS/ASN", "ASN", "PPPK", "Pegawai Negeri Sipil", "PNS (Guru)"],
        "tni": ["TNI", "Tentara"],
        "polri": ["POLRI", "Polisi"],
        "state": ["TNI/POLRI", "PNS/TNI/POLRI"],
        "private": ["SWASTA", "Karyawan Swasta", "Pegawai swasta", "Buruh", "Swata"],
        "self-employed": ["Wirausaha", "WIRASWASTA", "Pedagang", "wirausha"],
        "homemaker": ["IRT", "Ibu Rumah Tangga", "Mengurus rumah tangga"],
        "student": ["Pelajar/Mahasiswa", "mahasiswa"],
        "farmer-fisher": ["Petani/Nelayan", "petani"],
        "freelance": ["Pekerja Lepas/Freelance"],
        "retired": ["Pensiunan"],
        "other": ["Lainnya", "Lainnya (sebutkan)", "Notaris", "Karyawan/Wiraswasta"],
        UNKNOWN: ["", "-", "tidak diisi"],
    },
    "disability": {
        "no": ["Tidak", "Bukan", "Non disabilitas", "Tidak ada", "tidak"],
        "physical": ["Fisik", "Disabilitas fisik", "Tuna daksa"],
        "intellectual": ["Intelektual"],
        "mental": ["Mental", "Disabilitas mental"],
        "sensory": ["Sensorik", "Tuna netra", "Tunarungu", "sensorrik"],
        "unspecified": ["Ya", "Fisik dan mental", "Penyandang disabilitas"],
        UNKNOWN: ["", "-", "n/a", "?"],
    },
}


@in_one_test(("margin", "heading"), [(key, text) for key, texts in HEADINGS.items() for text in texts])
def test_a_heading_tells_its_margin(margin, heading):
    assert margin_of(heading) == margin


@pytest.mark.parametrize("heading", NO_MARGIN)
def test_other_headings_tell_none(heading):
    assert margin_of(heading) == ""


@in_one_test(
    ("margin", "name", "answer"),
    [(key, name, text) for key, classes in ANSWERS.items() for name, texts in classes.items() for text in texts],
)
def test_an_answer_is_of_its_class(margin, name, answer):
    assert class_of(margin, answer) == name


def test_every_class_is_tried():
    assert {key: set(classes) for key, classes in ANSWERS.items()} == {
        key: set(margin.classes) for key, margin in MARGINS.items()
    }


@pytest.mark.parametrize("margin", MARGINS)
def test_the_label_of_a_class_is_understood_as_that_class(margin):
    labels = {label: name for name, label in MARGINS[margin].classes.items() if name not in {UNKNOWN, "state"}}
    assert {label: class_of(margin, label) for label in labels} == labels


@given(margin=st.sampled_from(list(MARGINS)), answer=st.text(max_size=40))
def test_any_answer_gets_one_of_the_classes(margin, answer):
    assert class_of(margin, answer) in MARGINS[margin].classes


@given(age=st.integers(1, 120), unit=st.sampled_from(["", " tahun", " th", "thn"]))
def test_every_age_lies_in_one_class(age, unit):
    assert class_of("age", f"{age}{unit}") != UNKNOWN


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        (["Ya", "Fisik"], "physical"),
        (["Ya", ""], "unspecified"),
        (["Tidak", "-"], "no"),
        (["", ""], UNKNOWN),
    ],
)
def test_of_two_columns_the_one_counts_that_says_more(answers, name):
    assert most_telling("disability", answers) == name
