"""What rules judge: everything is drawn from one report with its facts, once, and from no other."""

from dataclasses import replace
from decimal import Decimal

from reports.document import fields as printed
from reports.document.earlier import EarlierPeriod
from reports.document.fields import PlanAt, UpkeepAt
from reports.rules.case import case_of
from reports.rules.faults import evidence_of, fault_of, place_of
from reports.rules.registry import findings_of
from tests.make_cycle import make_source
from tests.reports.rules.clean import changed, clean, judged_case

EARLIER = EarlierPeriod("2024-S2", "Semester II Tahun 2024", Decimal("86.10"), {}, ())
OWN = "IKM sebesar 86,50."


def with_text(text):
    return judged_case(changed(clean(), "narrative", {"1.1": text}))


def test_the_facts_are_those_from_which_the_report_was_built():
    source = make_source(clean(), earlier=(EARLIER,))
    case = case_of(source)
    assert case.facts.source is source
    assert case.document.plans.results.index is case.facts.index
    assert case.earlier == (EARLIER,)


def test_what_is_proven_stands_in_the_order_of_the_annex():
    case = judged_case(clean())
    assert [place_of(fact) for fact in case.proven] == [
        *(PlanAt(1, "a"), PlanAt(1, "b"), PlanAt(2, "a"), PlanAt(2, "b")),
        *(UpkeepAt(1), UpkeepAt(2)),
    ]
    assert [evidence_of(fact).note for fact in case.proven] == [
        *("Foto jadwal di ruang pelayanan.", None, "Foto papan di ruang pelayanan.", None),
        *("Foto tarif di loket.", "Foto kotak saran di loket."),
    ]


def test_a_fault_is_bound_to_the_thing_by_its_name_and_to_the_values():
    plan, *_rest, upkeep = judged_case(clean()).proven
    fault = fault_of(plan, printed.LEAD, "Pilih satu unit.", "kul")
    assert str(fault.place) == "Bab II, Tabel 2.2, nomor 1 a, Koordinator"
    assert fault.about == ("waktu", "Menyusun jadwal pelayanan", "kul")
    fault = fault_of(upkeep, printed.UPKEEP_UNITS, "Pilih unitnya.")
    assert str(fault.place) == "Bab III, Tabel 3.2, nomor 2, Penanggung Jawab"
    assert fault.about == ("pengaduan",)


def test_texts_are_those_that_people_typed():
    case = with_text(OWN)
    texts = [text.text for text in case.texts]
    assert OWN in texts
    assert "Menata antrean" in texts
    assert "" not in texts
    assert len([text for text in case.texts if not text.is_whole]) == 1


def test_claims_are_of_own_texts_alone():
    assert judged_case(clean()).claims == ()
    ((section, claim),) = with_text(OWN).claims
    assert (section.key, claim.rule, claim.words) == ("1.1", "K40", "86,50")


def test_claims_are_compared_with_earlier_periods_too():
    cycle = changed(clean(), "narrative", {"1.1": "IKM naik dari 86,10 pada Semester II Tahun 2024 menjadi 87,19."})
    assert [claim.rule for _section, claim in judged_case(cycle).claims] == ["N9"]
    assert judged_case(cycle, earlier=(EARLIER,)).claims == ()


def test_it_is_read_once():
    case = with_text(OWN)
    assert case.claims is case.claims
    assert case.texts is case.texts
    assert case.score_texts is case.score_texts


def test_two_reports_that_are_judged_by_turns_do_not_mix():
    one, other = with_text(OWN), with_text("Situs layanan-kita.com.")
    first = findings_of(one)
    assert "F17" in {finding.id for finding in findings_of(other)}
    assert findings_of(one) == first
    assert "K40" in {finding.id for finding in first}


def test_scores_are_told_as_the_report_prints_them():
    scores = clean().survey.scores | {"waktu": Decimal("3.251"), "produk": Decimal("3.25")}
    case = judged_case(replace(clean(), survey=replace(clean().survey, scores=scores)))
    assert (case.score_texts["waktu"], case.score_texts["produk"]) == ("3,251", "3,250")
