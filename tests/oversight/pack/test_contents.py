"""What goes where under which name, and what is told to be lacking: on values that no database holds."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight.pack.contents import Known, contents_of, folder_key, kind_key, labels_of, usual_names
from oversight.pack.lists import LISTS, PEKPPP, ZI, Kind
from oversight.pack.names import fault_of
from oversight.pack.pieces import PRINTED_BYTES, KeptFile, Piece, in_name
from surveys.periods import Period
from tests.mass import examples

FIRST, SECOND, BEFORE = (Period.parse(code) for code in ("2025-S1", "2025-S2", "2024"))


def piece(kind=Kind.SURVEY_REPORT, period=FIRST, day=date(2025, 7, 1), details=(), name="a.pdf", **more):
    file = KeptFile(name, "", 1000) if name else None
    return Piece(kind, period, f"{kind.label} {period.label}", details, day, file, **more)


def packed(*pieces, periods=(FIRST,), recorded=(), wanted=PEKPPP, names=None, year=2025):
    known = Known(year, tuple(periods), frozenset(recorded), pieces)
    return {folder.folder.key: folder for folder in contents_of(known, wanted, names or {})}


def paths(folders, key):
    return [file.path for file in folders[key].files]


def told(folders, key):
    return [each.words for each in folders[key].lacking]


def test_files_stand_in_the_order_of_the_list_the_latest_period_first():
    made = packed(
        piece(Kind.FOLLOW_UP, BEFORE),
        piece(Kind.SURVEY_REPORT, BEFORE),
        piece(Kind.SURVEY_REPORT, FIRST),
        piece(Kind.SURVEY_REPORT, SECOND),
    )
    assert paths(made, "9") == [
        "1_9/01_LAPORAN_SKM_SEMESTER_II_2025.pdf",
        "1_9/02_LAPORAN_SKM_SEMESTER_I_2025.pdf",
        "1_9/03_LAPORAN_SKM_TAHUN_2024.pdf",
        "1_9/04_LAPORAN_TINDAK_LANJUT_SKM_TAHUN_2024.pdf",
    ]


def test_of_a_kind_and_period_the_oldest_document_comes_first():
    days = [date(2025, 7, 3), date(2025, 7, 1), date(2025, 7, 2)]
    made = packed(*(piece(Kind.MINUTES, day=day, details=(str(day.day),)) for day in days))
    assert [path.split("_")[3] for path in paths(made, "8")] == ["1", "2", "3"]


def test_where_days_are_alike_details_decide_and_of_periods_the_one_that_began_later():
    made = packed(*(piece(Kind.MINUTES, details=(number,)) for number in ("2", "1")))
    assert [path.split("_")[3] for path in paths(made, "8")] == ["1", "2"]
    whole = Period.parse("2025")
    made = packed(piece(period=FIRST), piece(period=whole), piece(period=SECOND))
    assert [path.partition("SKM_")[2] for path in paths(made, "9")] == [
        "SEMESTER_II_2025.pdf",
        "TAHUN_2025.pdf",
        "SEMESTER_I_2025.pdf",
    ]


def test_a_photo_that_is_lacking_is_told_in_the_folders_of_its_kind_alone():
    made = packed(piece(Kind.REPORT_PUBLISHED, name="", is_evidence=False))
    assert [
        key
        for key, folder in made.items()
        if any("foto" in each.words and "tangkapan" in each.words for each in folder.lacking)
    ] == ["7"]


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("2025-B03", "Bulan Maret 2025"),
        ("2025-T2", "Triwulan II 2025"),
        ("2025-S1", "Semester I 2025"),
        ("2025", "Tahun 2025"),
    ],
)
def test_a_name_tells_the_period_shortly(code, named):
    assert in_name(Period.parse(code)) == named


def test_names_that_were_chosen_stand_in_place_of_the_usual_ones():
    names = {"folder-6": "Indikator 6", "file-survey_report": "LAP_SKM"}
    made = packed(piece(), names=names)
    assert paths(made, "6") == ["Indikator 6/01_LAP_SKM_SEMESTER_I_2025.pdf"]
    assert paths(made, "8") == ["1_8/01_LAP_SKM_SEMESTER_I_2025.pdf"]


def test_a_folder_never_has_the_name_of_a_page_beside_it_nor_that_of_another():
    made = packed(names={"folder-6": "00_daftar_isi.html", "folder-7": "1_8"})
    assert [folder.name for folder in made.values()] == ["00_daftar_isi.html_2", "1_8", "1_8_2", "1_9"]


def test_what_was_only_noted_proves_nothing_and_is_told():
    noted = piece(Kind.RESULTS_PUBLISHED, name="", is_evidence=False)
    made = packed(noted)
    assert paths(made, "7") == []
    assert told(made, "7") == [f"{noted.what}: foto atau tangkapan layarnya belum ada."]


def test_an_address_without_a_photo_is_in_the_pack_and_its_photo_is_lacking():
    noted = piece(Kind.RESULTS_PUBLISHED, name="", details=("Situs web",))
    made = packed(noted)
    assert paths(made, "7") == ["1_7/01_PUBLIKASI_HASIL_SKM_SITUS_WEB_SEMESTER_I_2025.pdf"]
    assert told(made, "7") == [f"{noted.what}: foto atau tangkapan layarnya belum ada."]


def test_each_survey_lacks_what_is_asked_of_it_with_the_page_that_mends_it():
    made = packed(piece(), periods=(FIRST, SECOND, BEFORE))
    lacking = {(each.words, each.page, each.period) for each in made["9"].lacking}
    sentence = "Laporan SKM {} belum ditandatangani di portal dan belum disimpan dalam Berkas siklus."
    assert (sentence.format("Semester II Tahun 2025"), "papers", "2025-S2") in lacking
    assert (sentence.format("Tahun 2024"), "papers", "2024") in lacking
    assert ("Laporan tindak lanjut SKM Semester I Tahun 2025 belum ditandatangani.", "signing", "2025-S1") in lacking
    assert not any("Laporan SKM Semester I Tahun 2025" in words for words, _page, _period in lacking)


def test_indicator_8_asks_for_the_year_before_alone():
    made = packed(periods=(FIRST, BEFORE))
    assert all("2024" in words for words in told(made, "8"))
    assert len(told(made, "8")) == 2


def test_a_year_without_a_survey_is_told_once_for_each_kind():
    made = packed(periods=(FIRST,))
    assert told(made, "8") == [
        "Laporan SKM: belum ada SKM tahun 2024 di portal.",
        "Laporan Tindak Lanjut SKM: belum ada SKM tahun 2024 di portal.",
    ]


def test_a_period_that_was_recorded_sends_nobody_to_pages_it_does_not_have():
    made = packed(periods=(BEFORE,), recorded=(BEFORE,), wanted=ZI)
    (report,) = [each for each in made["a"].lacking if "2024" in each.words]
    assert "Tambahkan sendiri berkasnya" in report.words
    assert report.page == ""
    (follow_up,) = [each for each in made["c"].lacking if "2024" in each.words]
    assert follow_up.page == "earlier_periods"


@pytest.mark.parametrize("wanted", LISTS.values(), ids=LISTS)
def test_a_list_is_whole(wanted):
    """Every kind has its place, every usual name is sound, and what is asked for may lie where it is asked."""
    assert {kind for folder in wanted.folders for kind in folder.kinds} == {*Kind}
    assert not [name for name in usual_names(wanted).values() if fault_of(name)]
    assert all(set(folder.wanted) <= set(folder.kinds) for folder in wanted.folders)
    assert wanted.source
    assert str(wanted.year) in wanted.source
    assert labels_of(wanted).keys() == usual_names(wanted).keys()


@pytest.mark.parametrize("wanted", LISTS.values(), ids=LISTS)
def test_what_is_asked_for_is_told_if_it_is_not_there(wanted):
    """Nothing that a list wants lacks its sentence."""
    for folder in packed(periods=(FIRST, BEFORE), wanted=wanted).values():
        asked = sum(len(years) for years in folder.folder.wanted.values())
        assert len(folder.lacking) == asked


kinds = st.sampled_from(Kind)
periods = st.sampled_from([FIRST, SECOND, BEFORE])
days = st.integers(0, 700).map(lambda more: date(2024, 1, 1) + timedelta(more))
pieces = st.builds(piece, kinds, periods, days, st.lists(st.text(max_size=120), max_size=2).map(tuple))


@given(st.lists(pieces, max_size=60), st.sampled_from(list(LISTS.values())))
@settings(max_examples=examples(150), deadline=None)
def test_no_two_files_have_one_path_and_each_piece_is_somewhere(known, wanted):
    made = packed(*known, wanted=wanted)
    every = [file for folder in made.values() for file in folder.files]
    assert len({file.path.casefold() for file in every}) == len(every)
    assert {file.piece for file in every} == set(known)
    assert all(file.path.count("/") == 1 and not file.path.startswith("/") for file in every)


def test_the_size_of_a_page_counts_its_picture_and_the_page():
    assert piece().size == 1000
    assert piece(name="a.jpg").size == 1000 + PRINTED_BYTES
    assert piece(name="").size == PRINTED_BYTES
    assert [piece(name=name).is_printed for name in ("a.pdf", "A.PDF", "a.jpg", "")] == [False, False, True, True]


def test_keys_of_names_differ_between_folders_and_kinds():
    keys = [folder_key(folder) for folder in ZI.folders] + [kind_key(kind) for kind in Kind]
    assert len(set(keys)) == len(keys)
