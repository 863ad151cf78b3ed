"""What two versions say of respondents, services, earlier periods and the basis of the scores, told by its field."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reports.cycle.model import BasisData, EarlierData, OfferedData, ServiceData
from reports.cycle.parse import BASIS_KINDS
from reports.versions.comparing import BASIS_WORDS
from tests.make_cycle import make_cycle, make_office, make_survey
from tests.reports.versions.test_comparing import report, told


def changes_of(before, after):
    return {label: (theme, old, new) for theme, label, _, old, new in told(before, after)}


def surveyed(**changes):
    return report(make_cycle(survey=make_survey(**changes)))


def test_who_answered_is_told_by_what_they_are_counted_by():
    before = surveyed(profile={"sex": {"male": 60, "female": 50}, "disability": {"no": 100, "physical": 3}})
    after = surveyed(profile={"sex": {"male": 61, "female": 49}, "age": {"17-25": 12}})
    assert changes_of(before, after) == {
        "Responden menurut jenis kelamin": (
            "responden",
            "Laki-laki [60;] Perempuan [50]",
            "Laki-laki [61;] Perempuan [49]",
        ),
        "Responden menurut usia": ("responden", "", "[17–25 tahun 12]"),
        "Responden menurut disabilitas": ("responden", "[Bukan penyandang disabilitas 100; Fisik 3]", ""),
    }


def test_services_are_told_with_their_use_their_respondents_and_their_scores():
    def served(services, offered):
        office = make_office(services=tuple(OfferedData(*one) for one in offered))
        return report(make_cycle(office=office, survey=make_survey(services=services)))

    ktp = ServiceData("KTP", 12, {"waktu": Decimal("3.25")})
    more = replace(ktp, respondents=1300, scores={"waktu": Decimal("3.255")})
    before = served((ktp, ServiceData("KK", 8, {})), [("KTP", True), ("KK", True)])
    after = served((more,), [("KK", False), ("KTP", True)])
    found = changes_of(before, after)
    assert found["Jenis layanan"] == ("responden", "[KTP;] KK", "KK [(tidak dipakai); KTP]")
    assert found["Hasil layanan KTP"] == (
        "responden",
        "[12] responden; Waktu Penyelesaian [3,25]",
        "[1.300] responden; Waktu Penyelesaian [3,255]",
    )
    assert found["Hasil layanan KK"] == ("responden", "[8 responden]", "")
    assert set(found) == {"Jenis layanan", "Hasil layanan KTP", "Hasil layanan KK"} | {
        label for label, change in found.items() if change[0] == "teks"
    }


def test_an_earlier_period_is_told_field_by_field():
    recorded = EarlierData(
        period="2024-S2",
        instrument="permenpanrb-14-2017",
        index=Decimal("81.36"),
        plans_done=0,
        plans_total=10,
        start=date(2024, 8, 1),
        end=None,
        report_date=None,
        is_public=False,
        scores={"biaya": Decimal("3.1")},
        report="earlier/2024-S2.pdf",
    )
    before, after = (
        report(make_cycle(earlier=earlier))
        for earlier in (
            (recorded,),
            (replace(recorded, index=Decimal("81.4"), plans_done=7, is_public=True, scores={"biaya": Decimal("3.2")}),),
        )
    )
    assert changes_of(before, after) == {
        "Semester II Tahun 2024: IKM": ("sebelumnya", "[81,36]", "[81,40]"),
        "Semester II Tahun 2024: RTL yang selesai": ("sebelumnya", "[0]", "[7]"),
        "Semester II Tahun 2024: nilai unsur": ("sebelumnya", "Biaya/Tarif [3,10]", "Biaya/Tarif [3,20]"),
        "Semester II Tahun 2024: laporan bertanda tangan": ("sebelumnya", "[ada]", "[terbuka untuk umum]"),
    }
    gone = changes_of(before, report())
    assert gone["Semester II Tahun 2024: mulai survei"] == ("sebelumnya", "[1 Agustus 2024]", "")
    assert "Semester II Tahun 2024: selesai survei" not in gone


def test_what_scores_rest_on_is_told_in_words():
    basis = BasisData("answers", "permenpanrb-14-2017", "A", "elements", ("0" * 64,), {"biaya": "gratis"})
    found = changes_of(surveyed(basis=replace(basis, kind="typed", digests=(), settled={})), surveyed(basis=basis))
    assert found["Dasar nilai"] == ("nilai", "[diketik]", "[jawaban responden dari berkas; biaya: gratis]")


def test_every_kind_of_basis_has_its_words():
    assert set(BASIS_WORDS) == set(BASIS_KINDS)
