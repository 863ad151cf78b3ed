"""Whose name it is: decoration does not make another person, and another base name always does."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from reports.signing.keys.names import plain_name, same_name
from tests.cases import in_one_test

SAME = [
    ("M. Yusuf", "M Yusuf"),
    ("M.Yusuf", "m. yusuf"),
    ("Ma'ruf Amin", "Ma’ruf Amin"),
    ("Ma'ruf Amin", "MAʼRUF AMIN"),
    ("Ma'ruf Amin", "Ma`ruf  Amin"),
    ("Andr\u00e9 Siahaan", "Andre\u0301 Siahaan"),
    ("Budi Rahayu, S.H.", "Budi Rahayu SH"),
    ("Budi SH", "Budi"),
    ("Budi S.H.", "Budi"),
    ("Budi S. Pd. I", "Budi"),
    ("Budi Rahayu S.H. M.Si. M.M.", "Budi Rahayu"),
    ("BUDI RAHAYU SH MSI", "Budi Rahayu"),
    ("Budi Rahayu MA", "Budi Rahayu"),
    ("Budi Rahayu [Plt.]", "Budi Rahayu"),
    ("H. Budi", "Budi"),
    ("K.H. Budi", "Budi"),
    ("BUDI RAHAYU SH", "Budi Rahayu, S.H., M.Si."),
    ("BUDI RAHAYU SE MM", "Budi Rahayu, S.E., M.M."),
    ("Budi Rahayu S.Kom., M.M.", "Budi Rahayu"),
    ("Budi Rahayu S. Kom, M. Si", "Budi Rahayu"),
    ("Budi Rahayu SKom MSi", "Budi Rahayu"),
    ("Budi Rahayu S.Pd.I", "Budi Rahayu"),
    ("Budi Rahayu, A.Md.Kep.", "Budi Rahayu A.Md.Kep"),
    ("H. Abdul Rahman", "Abdul-Rahman"),
    ("H.M. Yusuf", "M. Yusuf"),
    ("Prof.Dr.Ir.H. Abdul Rahman, M.Sc., Ph.D.", "Abdul Rahman"),
    ("K.H. Abdul Rahman", "KH. Abdul Rahman"),
    ("K. H. Abdul Rahman", "Abdul Rahman"),
    ("Dra. Hj. Siti Aminah", "siti aminah"),
    ("Dr. (H.C.) Siti Aminah", "Siti Aminah"),
    ("dr. Siti Aminah, Sp.OG", "SITI AMINAH"),
    ("Siti\u00a0Aminah", "Siti Aminah"),
    ("Siti Ami\u00adnah", "Siti Aminah"),
]
OTHERS = [
    ("M. Yusuf", "Muhammad Yusuf"),
    ("M. Yusuf", "Yusuf"),
    ("Sri Contoh", "Sri Contoh Wati"),
    ("Jack Ma", "Jack"),
    ("Budi S. K. E. P.", "Budi"),  # four letters are initials
    ("JACK MA", "JACK"),
    ("Jack ma", "Jack"),
    ("Budi Med", "Budi"),
    ("SH", "SE"),
    ("S.H.", "S.E."),
    ("H. SH", "SH SE"),
    ("K.H.", "H."),
    ("Budi S. Pd I", "Budi"),
    ("Budi. Rahayu", "Budi"),
    ("Ma'ruf Amin", "Ruf Amin"),
    ("Siti Aminah", "Siti Aminа"),
    ("Hari Budi", "Budi"),
    ("Irwan Saputra", "Wan Saputra"),
    ("Drajat Sukma", "Jat Sukma"),
    ("Dr.", "Ir."),
    ("", ""),
    (", S.H.", ", S.H."),
]
FIRST = (
    "Ahmad",
    "Budi",
    "Siti",
    "Nur'aini",
    "Ma'ruf",
    "M.",
    "Sri",
    "Ni Luh",
    "I Made",
    "Irwan",
    "Hartono",
    "Dodi",
    "Sapta",
)
LAST = ("Rahayu", "Wulandari", "Siregar", "Nasution", "Abdul-Rahman", "Putra", "Hidayat", "Mahmudah", "Andr\u00e9")
FRONT = ("H.", "Hj.", "K.H.", "KH", "Drs.", "Dra.", "Ir.", "Dr.", "dr.", "Prof.", "Prof. Dr.", "Drs. H.", "Dr.Ir.")
BACK = (", S.H.", " SH", ", S.E., M.M.", " S.Kom., M.M.", ", M.Si", " M.Si.", ", S.Sos., M.A.P.", " S.Pd.I", ", A.Md.")
APOSTROPHES = "'’ʼ`‘´"

people = st.builds(lambda first, last: f"{first} {last}", st.sampled_from(FIRST), st.sampled_from(LAST))


@st.composite
def decorated(draw, person):
    """The name of a person as one office or another would write it."""
    name = person.replace("'", draw(st.sampled_from(APOSTROPHES)))
    name = name.replace("-", draw(st.sampled_from(["-", " ", "‑"])))
    if name.startswith("M."):
        name = draw(st.sampled_from(["M. ", "M ", "M."])) + name[3:]
    name = name.replace(" ", draw(st.sampled_from([" ", "  ", "\u00a0"])))
    name = draw(st.sampled_from([str, str.upper, str.title]))(name) if "’" not in name else name
    name = draw(st.sampled_from(["", *(f"{front} " for front in FRONT)])) + name + draw(st.sampled_from(["", *BACK]))
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), name)


@in_one_test(("one", "other"), SAME)
def test_another_way_of_writing_is_the_same_person(one, other):
    assert same_name(one, other) and same_name(other, one)


@in_one_test(("one", "other"), OTHERS)
def test_another_name_is_another_person(one, other):
    assert not same_name(one, other) and not same_name(other, one)


@in_one_test(
    ("name", "words"),
    [
        ("", ()),
        ("4711", ()),
        ("Dr.", ("dr",)),
        ("Prof. Dr.", ("dr",)),
        ("K.H.", ("k", "h")),
        ("H. Abdul-Rahman, S.H.", ("abdul", "rahman")),
        ("Nur'aini", ("nur'aini",)),
        ("Budi (Plt.) Rahayu", ("budi", "rahayu")),
        ("S.H.", ("s", "h")),
        ("Budi S.H", ("budi",)),
        ("STRASSE", ("strasse",)),
        ("Straße", ("strasse",)),
    ],
)
def test_the_words_of_a_name(name, words):
    assert plain_name(name) == words


@given(st.data())
def test_decoration_never_makes_another_person(data):
    person = data.draw(people)
    one, other = data.draw(decorated(person)), data.draw(decorated(person))
    assert same_name(one, other)


@given(st.data())
def test_decoration_never_makes_two_people_one(data):
    person, another = data.draw(st.lists(people, min_size=2, max_size=2, unique=True))
    assert not same_name(data.draw(decorated(person)), data.draw(decorated(another)))


@given(st.text(max_size=60))
def test_any_text_has_its_words(text):
    assert all(word == word.casefold() and "," not in word for word in plain_name(text))
