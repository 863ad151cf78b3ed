"""Two versions of a report: which say the same, and what is told of those that do not."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from followups.months import Month
from reports.cycle.model import Evidence, PriorityData, Signatory, WebPage
from reports.document.build import build
from reports.versions.comparing import document_differences, same_content, same_entries, text_differences
from tests.cases import in_one_test
from tests.make_cycle import (
    NGAWI_SCORES,
    make_completion,
    make_cycle,
    make_followup,
    make_office,
    make_photos,
    make_plan,
    make_source,
    make_survey,
    make_upkeep,
)
from tests.reports.document.test_build import SIGNED
from tests.reports.shapes import SHAPES


def report(cycle=None, **changes):
    return build(make_source(cycle or make_cycle(), **changes))


def with_plans(*plans, element="waktu", **changes):
    return report(make_cycle(followup=make_followup((PriorityData(element, None, plans),)), **changes))


def told(before, after):
    """Every change as ``(theme, label, kind, before, after)``; marked words stand in brackets."""
    return [
        (theme.key, change.label, change.kind, written(change.before), written(change.after))
        for theme in document_differences(before, after)
        for change in theme.changes
    ]


def written(pieces):
    return "".join(piece.text if piece.mark == "same" else f"[{piece.text}]" for piece in pieces)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_report_says_the_same_as_itself(shape):
    document = report(SHAPES[shape]())
    assert same_content(document, report(SHAPES[shape]()))
    assert document_differences(document, document) == ()


def test_another_look_is_told_as_its_form_calls_it():
    before, after = (build(make_source(**look)) for look in ({}, {"colour": "maroon", "has_summary": False}))
    assert [change for change in told(before, after) if change[0] == "tampilan"] == [
        ("tampilan", "Warna", "Diubah", "[Hijau toska]", "[Merah marun]"),
        ("tampilan", "Ringkasan Eksekutif", "Diubah", "[Dicetak, satu halaman sebelum Bab I]", "[Tidak dicetak]"),
    ]


def test_another_signature_number_and_date_are_no_other_content():
    first = replace(SIGNED, way="here", demo=True)
    second = replace(SIGNED, way="by_hand", version=2, number="2/A", dated=date(2026, 2, 5), code="BBBB")
    assert same_content(report(signing=first), report(signing=second))
    assert same_content(report(), report(signing=second))


@pytest.mark.parametrize(
    "changed",
    [
        make_cycle(survey=make_survey(scores=NGAWI_SCORES | {"waktu": Decimal("3.26")})),
        make_cycle(signatory=Signatory("Lain Contoh", "Sekretaris", None)),
        make_cycle(narrative={"1.3": "Lain."}),
        make_cycle(followup=make_followup(upkeep=(make_upkeep(activity="Lain."),))),
        make_cycle(followup=make_followup((PriorityData("waktu", None, (make_plan(photos=make_photos(3)),)),))),
    ],
    ids=["score", "signatory", "text", "upkeep", "photo"],
)
def test_one_change_is_another_content_and_is_told(changed):
    before, after = report(), report(changed)
    assert not same_content(before, after)
    assert told(before, after)


def test_a_score_is_told_with_its_grade_and_what_follows_from_it():
    after = report(make_cycle(survey=make_survey(scores=NGAWI_SCORES | {"waktu": Decimal("3.05")})))
    changes = {label: (old, new) for theme, label, _, old, new in told(report(), after) if theme == "nilai"}
    assert changes["Waktu Penyelesaian"] == ("[3,25] (mutu [B)]", "[3,05] (mutu [C)]")
    assert "IKM" in changes


def test_a_web_page_that_is_proof_is_told_with_its_address_and_day():
    news = WebPage("https://kpu.go.id/berita", "Berita loket", date(2026, 3, 3))
    upkeep = make_upkeep(evidence=Evidence("Catatan.", (), (news,)))
    before = make_cycle(followup=make_followup(upkeep=(make_upkeep(evidence=Evidence("Catatan.")),)))
    changes = told(report(before), report(make_cycle(followup=make_followup(upkeep=(upkeep,)))))
    [(label, new)] = [(label, new) for theme, label, _, _, new in changes if "laman bukti" in label]
    assert label == "Biaya/Tarif: laman bukti"
    assert new == "[Berita loket (https://kpu.go.id/berita, diakses 3 Maret 2026)]"


def test_a_status_is_told_in_words():
    before, after = with_plans(make_plan("Menata loket", "in_progress")), with_plans(make_plan("Menata loket"))
    changes = {label: (old, new) for _, label, _, old, new in told(before, after)}
    assert changes["RTL “Menata loket”: status"] == ("[Dalam proses]", "[Sudah]")


def test_a_renamed_plan_is_the_same_plan():
    before = with_plans(make_plan("Menyusun jadwal pelayanan loket"), make_plan("Melatih petugas"))
    after = with_plans(make_plan("Melatih petugas"), make_plan("Menyusun jadwal pelayanan loket utama"))
    changes = [change for change in told(before, after) if change[0] == "rtl"]
    assert [(label, kind) for _, label, kind, _, _ in changes] == [
        ("RTL “Menyusun jadwal pelayanan loket utama”: nama", "Diubah")
    ]


def month_of(number):
    return number and Month(2026, number)


def with_target(first, last):
    return with_plans(
        make_plan(
            "Menata loket", "in_progress", completion=make_completion(earliest=month_of(first), latest=month_of(last))
        )
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((1, 3), (1, 2), ("[Januari–Maret] 2026", "[Januari–Februari] 2026")),
        ((None, None), (1, 1), ("", "[Januari 2026]")),
        ((2, 2), (None, 2), None),
    ],
)
def test_a_target_is_told_as_one(before, after, words):
    changes = {label: (old, new) for _, label, _, old, new in told(with_target(*before), with_target(*after))}
    assert changes.get("RTL “Menata loket”: target penyelesaian") == words


def test_every_field_is_told_by_its_name():
    before = with_plans(make_plan("Menata loket", "in_progress"))
    plan = make_plan(
        "Menata loket",
        indicator="Loket ditata",
        target="Dua loket",
        months=(Month(2025, 9), Month(2025, 11)),
        units=("*",),
        lead=None,
        photos=make_photos(1),
    )
    labels = {label.removeprefix("RTL “Menata loket”: ") for theme, label, *_ in told(before, with_plans(plan))}
    assert labels >= {
        *("indikator", "target", "bulan rencana", "penanggung jawab", "koordinator"),
        *("status", "deskripsi realisasi", "bulan realisasi", "tanggal selesai", "keterangan bukti dukung"),
        *("alasan belum selesai", "strategi penyelesaian", "target penyelesaian", "penanggung jawab penyelesaian"),
    }


def test_a_month_a_unit_and_a_day_are_told_in_words():
    later = make_plan("Menata loket", months=(Month(2025, 9),), units=("kul", "rendatin"), lead="kul")
    changes = {
        label: (old, new) for _, label, _, old, new in told(with_plans(make_plan("Menata loket")), with_plans(later))
    }
    assert changes["RTL “Menata loket”: bulan rencana"] == ("[Oktober] 2025", "[September] 2025")
    assert changes["RTL “Menata loket”: penanggung jawab"][1].replace("[", "").replace("]", "") == (
        "Subbag KUL dan Subbag Rendatin"
    )
    assert changes["RTL “Menata loket”: koordinator"][1].replace("[", "").replace("]", "") == "Subbag KUL"


def test_upkeep_is_told_by_its_element_and_field():
    before = report(make_cycle(followup=make_followup(upkeep=(make_upkeep(),))))
    after = report(make_cycle(followup=make_followup(upkeep=(make_upkeep(plan="Lain.", units=("kul",)),))))
    labels = [label for theme, label, *_ in told(before, after) if theme == "pemeliharaan"]
    assert labels == ["Biaya/Tarif: rencana", "Biaya/Tarif: penanggung jawab"]


def test_plans_that_came_and_went_are_told_as_such():
    before, after = with_plans(make_plan("Menata loket")), with_plans(make_plan("Mencetak brosur biaya"))
    changes = [(label, kind) for theme, label, kind, _, _ in told(before, after) if theme == "rtl"]
    assert changes == [("RTL “Mencetak brosur biaya”", "Ditambahkan"), ("RTL “Menata loket”", "Dihapus")]


def test_a_plan_that_moved_to_another_element_is_told_by_its_element():
    before, after = with_plans(make_plan("Menata loket")), with_plans(make_plan("Menata loket"), element="sarana")
    labels = [label for theme, label, _, _, _ in told(before, after) if theme == "rtl"]
    assert labels == ["RTL “Menata loket”: unsur"]


def test_texts_are_compared_by_words():
    before = report(make_cycle(narrative={"1.3": "Laporan ini disusun untuk bahan evaluasi."}))
    after = report(make_cycle(narrative={"1.3": "Laporan ini disusun sebagai bahan evaluasi."}))
    assert [change for change in told(before, after) if change[0] == "teks"] == [
        (
            "teks",
            "1.3 Maksud dan Tujuan",
            "Diubah",
            "Laporan ini disusun [untuk] bahan evaluasi.",
            "Laporan ini disusun [sebagai] bahan evaluasi.",
        )
    ]


def test_a_section_with_another_title_is_the_same_section():
    """A low element that is kept up changes the titles of 2.4 and 3.2."""
    high, low = (report(make_cycle(followup=make_followup(upkeep=(make_upkeep(key),)))) for key in ("biaya", "produk"))
    labels = [(label, kind) for theme, label, kind, _, _ in told(high, low) if theme == "teks"]
    assert ("2.4 Pemeliharaan Unsur Pelayanan", "Diubah") in labels
    assert not any(kind != "Diubah" for _label, kind in labels)


def test_a_section_that_one_version_has_not_is_told_as_such():
    texts = report().texts
    (theme,) = text_differences(texts[1:], texts[:-1])
    assert [(change.label, change.kind) for change in theme.changes] == [
        ("Penutup", "Dihapus"),
        ("Kata Pengantar", "Ditambahkan"),
    ]
    assert text_differences(texts, texts) == ()


def test_a_long_unchanged_text_is_cut_to_what_stands_near_the_change():
    words = " ".join(f"kata{number}" for number in range(300))
    before = report(make_cycle(narrative={"1.3": f"{words} lama {words}"}))
    after = report(make_cycle(narrative={"1.3": f"{words} baru {words}"}))
    (change,) = [change for change in told(before, after) if change[0] == "teks"]
    assert "[lama] " in change[3] and len(change[3]) < 500


def test_a_photo_is_told_by_its_number_and_a_new_number_alone_is_not():
    first, second, third = make_photos(3)
    before, after = with_plans(make_plan(photos=(first, second))), with_plans(make_plan(photos=(third, second)))
    changes = [(label, kind) for theme, label, kind, _, _ in told(before, after) if theme == "foto"]
    assert changes == [("Gambar 1", "Ditambahkan"), ("Gambar 1", "Dihapus")]
    later = with_plans(make_plan(photos=(second,)))
    assert [(label, kind) for theme, label, kind, _, _ in told(before, later) if theme == "foto"] == [
        ("Gambar 1", "Dihapus")
    ]


# What an office entered


def test_what_a_portal_made_of_it_is_not_what_was_entered():
    before = report()
    assert same_entries(before, replace(before, title="Lain", period_label="Lain", contents=(), signing=SIGNED))


def test_words_of_pictures_that_an_earlier_release_wrote_otherwise_are_no_entry():
    now = report()
    groups = tuple(replace(group, rows=tuple(map(_told_by_captions, group.rows))) for group in now.annex.groups)
    before = replace(now, annex=replace(now.annex, groups=groups))
    assert before != now and same_entries(before, now)


def _told_by_captions(row):
    """Figures whose words are their captions, as they were before photos of one caption were told apart."""
    return tuple(replace(figure, picture=replace(figure.picture, alt=figure.caption)) for figure in row)


def test_another_look_is_no_entry_for_what_was_signed_keeps_its_own():
    assert same_entries(report(), report(paper="F4", colour="maroon", text_size="12"))


@pytest.mark.parametrize(
    "changes",
    [
        {"cycle": make_cycle(survey=make_survey(respondents=111))},
        {"cycle": make_cycle(narrative={"1.3": "Lain."})},
        {"cycle": make_cycle(signatory=Signatory("Lain Contoh", "Sekretaris", None))},
        {"logo": "lambang/baru.png"},
        {"cover_front": "sampul/baru.jpg"},
        {"size": (800, 600)},
    ],
    ids=["survey", "text", "signatory", "logo", "cover", "photo"],
)
def test_another_entry_is_one(changes):
    assert not same_entries(report(), report(**changes))


# Every value


@in_one_test(
    ("cycle", "label", "before", "after"),
    [
        (make_cycle(office=make_office(name="Kantor Baru")), "Nama satuan kerja", "Komisi", "Kantor Baru"),
        (make_cycle(office=make_office(short_name="Baru")), "Nama singkat", "KPU", "Baru"),
        (make_cycle(office=make_office(place="Ngawi")), "Tempat penandatanganan", "Contoh", "Ngawi"),
        (make_cycle(office=make_office(phone=None)), "Alamat dan kontak", "Telepon", "Surel"),
        (make_cycle(office=make_office(socials=())), "Media sosial", "Instagram", ""),
        (make_cycle(signatory=Signatory("Budi", "Ketua", None)), "Penanda tangan", "Sri Contoh", "Budi"),
        (make_cycle(survey=make_survey(start=date(2025, 6, 3))), "Mulai survei", "2 Juni 2025", "3 Juni 2025"),
        (make_cycle(survey=make_survey(end=None)), "Selesai survei", "30 Juni 2025", ""),
        (make_cycle(survey=make_survey(respondents=1200)), "Jumlah responden", "110", "1.200"),
        (make_cycle(survey=make_survey(respondents=0)), "Jumlah responden", "110", "0"),
        (make_cycle(survey=make_survey(population=None)), "Populasi", "900", ""),
        (make_cycle(followup=make_followup(end=Month(2026, 1))), "Periode tindak lanjut", "Desember", "Januari"),
        (make_cycle(followup=make_followup(report_month=None)), "Bulan laporan", "Januari 2026", ""),
    ],
)
def test_who_and_when_are_told(cycle, label, before, after):
    changes = [(old, new) for theme, told_label, _, old, new in told(report(), report(cycle)) if told_label == label]
    assert len(changes) == 1, [each[1] for each in told(report(), report(cycle))]
    old, new = (re.sub(r"[\[\]]", "", side) for side in changes[0])
    assert before in old and after in new and bool(new) is bool(after)


def test_number_and_date_of_a_version_are_told():
    first = replace(SIGNED, number="1/A", dated=date(2026, 1, 9))
    second = replace(SIGNED, number="2/A", dated=date(2026, 2, 5))
    changes = {label: kind for _, label, kind, _, _ in told(report(signing=first), report(signing=second))}
    assert changes == {"Nomor dokumen": "Diubah", "Tanggal laporan": "Diubah"}
    assert {kind for _, _, kind, _, _ in told(report(), report(signing=first))} == {"Ditambahkan"}


def test_another_order_of_priorities_is_told_by_place():
    groups = (PriorityData("waktu", None, (make_plan("Satu"),)), PriorityData("sarana", None, (make_plan("Dua"),)))
    before, after = (report(make_cycle(followup=make_followup(each))) for each in (groups, groups[::-1]))
    assert [label for theme, label, _, _, _ in told(before, after) if theme == "nilai"] == [
        "Unsur prioritas 1",
        "Unsur prioritas 2",
    ]


def test_the_note_about_another_index_comes_and_goes():
    after = report(make_cycle(survey=make_survey(declared_index=Decimal("87.36"))))
    changes = {label: kind for theme, label, kind, _, _ in told(report(), after) if theme == "nilai"}
    assert changes == {"IKM": "Diubah", "Perhitungan ulang IKM": "Ditambahkan"}


def test_upkeep_that_came_and_went_is_told_by_its_element():
    before = report(make_cycle(followup=make_followup(upkeep=(make_upkeep("biaya", photos=make_photos(1)),))))
    after = report(make_cycle(followup=make_followup(upkeep=(make_upkeep("sarana"),))))
    changes = [(label, kind) for theme, label, kind, _, _ in told(before, after) if theme == "pemeliharaan"]
    assert {label.partition(":")[0] for label, kind in changes if kind == "Dihapus"} == {"Biaya/Tarif"}
    assert {label.partition(":")[0] for label, kind in changes if kind == "Ditambahkan"} == {"Sarana dan Prasarana"}


def test_units_are_told_by_their_short_names_and_all_of_them_by_the_offices_word():
    before, after = with_plans(make_plan(units=("kul", "rendatin"))), with_plans(make_plan(units=("*",)))
    (change,) = [change for change in told(before, after) if change[0] == "rtl"]
    assert re.sub(r"[\[\]]", "", change[3]) == "Subbag KUL dan Subbag Rendatin"
    assert re.sub(r"[\[\]]", "", change[4]) == "Seluruh Subbagian"


def test_a_photo_that_now_proves_something_else_is_told_with_both_numbers():
    first, second = make_photos(2)
    before = with_plans(make_plan("Satu", photos=(first,)), make_plan("Dua", photos=(second,)))
    after = with_plans(make_plan("Satu", photos=(second,)), make_plan("Dua", photos=(first,)))
    labels = [label for theme, label, _, _, _ in told(before, after) if theme == "foto"]
    assert sorted(labels) == ["Gambar 1 (sebelumnya Gambar 2)", "Gambar 2 (sebelumnya Gambar 1)"]
