"""What is written of an office's own texts: what is refused, what is kept, and what the trail tells."""

import pytest

from followups.models import FollowUp
from offices.declining import Declined, Overtaken
from offices.models import AuditEvent
from reports.document import fields
from reports.document.facts import facts_of
from reports.document.gather import source_of
from reports.document.placeholders import INCOMPLETE
from reports.document.standard import standard_text
from reports.editing.narratives import (
    LONGEST_TEXT,
    Written,
    own_texts,
    placeholder_complaint,
    restore_standard,
    write_text,
)
from reports.editing.remarks import Remark, case_with, mended, remarks_of, remarks_on
from reports.editing.settling import text_ledger
from reports.editing.takeover import earlier_texts, fingerprint, take_over
from reports.models import Narrative
from reports.rules.finding import Place
from reports.rules.truth.reading import Contradiction
from tests.conftest import make_survey
from tests.make_cycle import make_source
from tests.reports.rules.clean import clean


@pytest.fixture(scope="module")
def facts():
    return facts_of(make_source(clean()))


@pytest.fixture
def admin(people):
    return people.admin


def write(survey, admin, text, *, key="1.1", seen=""):
    write_text(survey, admin, Written(key, text, seen), facts_of(source_of(survey)))


# --- placeholders


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("IKM sebesar {{ ikm }}.", ""),
        ("Tanpa isian.", ""),
        ("{{ ikmm }}", "Isian berikut tidak dikenal: {{ ikmm }}. Yang paling mendekati: {{ ikm }}."),
        ("{{ zzzzqqq }}", "Isian berikut tidak dikenal: {{ zzzzqqq }}. Pilih dari daftar isian yang tersedia."),
        ("{{ ikmm }} {{ ikmm }}", "Isian berikut tidak dikenal: {{ ikmm }}. Yang paling mendekati: {{ ikm }}."),
        ("Periode {{ periode.\nIKM {{ ikm }}.", INCOMPLETE.format(line="Periode {{ periode.")),
        ("IKM ikm }} tahun ini.", INCOMPLETE.format(line="IKM ikm }} tahun ini.")),
        ("Himpunan {1, 2} dinilai.", ""),
    ],
)
def test_placeholders_that_there_are_not_are_named_with_the_nearest_one(facts, text, complaint):
    assert placeholder_complaint(text, facts) == complaint


# --- writing


def test_a_text_is_kept_without_what_nobody_sees_and_told_with_what_was_before(survey, admin):
    write(survey, admin, "  Satu\u200b. \r\n")
    assert own_texts(survey) == {"1.1": "Satu."}
    write(survey, admin, "Dua.", seen="Satu.")
    assert own_texts(survey) == {"1.1": "Dua."}
    first, second = AuditEvent.objects.order_by("pk")
    assert (first.action, first.before, first.after) == ("text.write", {"text": ""}, {"text": "Satu."})
    assert (second.before, second.after) == ({"text": "Satu."}, {"text": "Dua."})


def test_the_same_again_is_no_event_whoever_wrote_it(survey, admin):
    write(survey, admin, "Satu.")
    write(survey, admin, "Satu. ", seen="yang lain sama sekali")
    assert AuditEvent.objects.count() == 1


def test_who_did_not_see_the_present_text_is_overtaken_and_told_of_it(survey, admin):
    write(survey, admin, "Satu.")
    with pytest.raises(Overtaken) as overtaken:
        write(survey, admin, "Dua.", seen="")
    assert overtaken.value.stored == "Satu."
    assert own_texts(survey) == {"1.1": "Satu."}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "masih kosong"),
        (" \u200b\n", "masih kosong"),
        ("a" * (LONGEST_TEXT + 1), "Teks ini 20001 karakter; paling banyak 20000."),
        ("{{ ikmm }}", "Isian berikut tidak dikenal"),
    ],
)
def test_what_cannot_be_a_text_is_refused_at_its_field(survey, admin, text, words):
    with pytest.raises(Declined, match=words) as refused:
        write(survey, admin, text)
    assert "text" in refused.value.faults
    assert own_texts(survey) == {}


def test_the_longest_text_is_kept_and_the_standard_text_is_not(survey, admin):
    write(survey, admin, "a" * LONGEST_TEXT)
    standard = standard_text("1.2", facts_of(source_of(survey)))
    with pytest.raises(Declined, match="sama dengan teks baku"):
        write(survey, admin, standard, key="1.2")
    with pytest.raises(KeyError):
        write(survey, admin, "Satu.", key="9.9")
    assert list(own_texts(survey)) == ["1.1"]


def test_going_back_tells_what_was_lost(survey, admin):
    write(survey, admin, "Satu.")
    write(survey, admin, "Dua.", key="1.3")
    restore_standard(survey, admin, "1.1")
    assert own_texts(survey) == {"1.3": "Dua."}
    event = AuditEvent.objects.order_by("pk").last()
    assert (event.action, event.before, event.after) == ("text.restore", {"text": "Satu."}, {"text": ""})
    with pytest.raises(KeyError):
        restore_standard(survey, admin, "9.9")


# --- taking over


@pytest.fixture
def later(survey, ngawi):
    return make_survey(ngawi, period="2025-S2")


def own(survey, texts):
    followup = FollowUp.objects.get(survey=survey)
    for key, text in texts.items():
        Narrative.objects.create(followup=followup, section=key, text=text)


def test_the_latest_earlier_texts_are_offered_in_the_order_of_the_report(survey, later, magetan):
    assert earlier_texts(later) is None
    own(survey, {"1.3": "Tiga.", "1.1": "Satu."})
    own(make_survey(magetan), {"1.1": "Magetan."})
    found = earlier_texts(later)
    assert (found.survey, list(found.texts.items())) == (survey, [("1.1", "Satu."), ("1.3", "Tiga.")])
    assert earlier_texts(survey) is None


def test_only_what_was_chosen_and_seen_is_taken_over(survey, later, admin):
    own(survey, {"1.1": "Satu.", "1.3": "Tiga."})
    own(later, {"1.1": "Lama."})
    facts = facts_of(source_of(later))
    seen = fingerprint(own_texts(later), earlier_texts(later).texts)
    for chosen, error in (([], Declined), (["1.2"], Declined)):
        with pytest.raises(error, match="Belum ada bagian yang dipilih"):
            take_over(later, admin, chosen, seen, facts)
    with pytest.raises(Overtaken):
        take_over(later, admin, ["1.1"], "lain", facts)
    assert take_over(later, admin, ["1.1", "1.2"], seen, facts) == 1
    assert own_texts(later) == {"1.1": "Satu."} and own_texts(survey)["1.1"] == "Satu."
    (event,) = AuditEvent.objects.filter(action="text.take_over")
    assert event.after["copy_of"] == "2025-S1" and event.after["text"].endswith(":\nSatu.")
    assert event.before["text"].endswith(":\nLama.")


def test_what_was_seen_is_another_thing_once_a_text_changed_here_or_there():
    seen = fingerprint({"1.1": "a"}, {"1.2": "b"})
    assert seen == fingerprint({"1.1": "a"}, {"1.2": "b"})
    others = [({"1.1": "x"}, {"1.2": "b"}), ({"1.1": "a"}, {"1.2": "x"}), ({}, {"1.1": "a", "1.2": "b"})]
    assert len({seen, *(fingerprint(*each) for each in others)}) == 4


# --- remarks


LONG = "Kalimat yang sangat panjang dengan banyak sekali kata yang tidak berkaitan dengan angka di tengahnya "


def claim(before, words, after, **changes):
    place = Place(fields.TEXT, fields.SectionAt("1.1", ""))
    values = {"rule": "K40", "severity": "warn", "start": 12, "end": 17, "suggestion": "{{ ikm }}"}
    said = {"words": words, "sentence": f"{before}{words}{after}", "message": "Tertulis …"}
    return Contradiction(place=place, **(said | values | changes))


def test_a_remark_shows_the_sentence_around_its_words():
    remark = Remark.of_claim(claim("IKM sebesar ", "86,50", "."))
    assert (remark.before, remark.words, remark.after) == ("IKM sebesar ", "86,50", ".")
    assert (remark.suggestion, remark.start, remark.end, remark.mend) == ("{{ ikm }}", 12, 17, "K40:12")


def test_a_long_sentence_is_cut_at_words_on_both_sides():
    remark = Remark.of_claim(claim(LONG, "86,50", f" {LONG}"))
    assert remark.before.startswith("… ") and remark.after.endswith(" …")
    assert len(remark.before) <= 72 and len(remark.after) <= 72
    assert LONG.endswith(remark.before[2:]) and f" {LONG}".startswith(remark.after[:-2])


def test_of_a_whole_sentence_nothing_is_marked_and_without_suggestion_nothing_is_mended():
    whole = Remark.of_claim(claim("", "IKM naik.", ""))
    assert (whole.before, whole.words, whole.after) == ("", "", "")
    bare = Remark.of_claim(claim("IKM ", "86,50", ".", suggestion=""))
    assert (bare.start, bare.end, bare.mend, bare.words) == (0, 0, "", "86,50")


TEXT = "IKM sebesar 86,50. IKM adalah 85,10."


def test_claims_stand_in_their_order_and_each_is_mended_by_itself():
    source = make_source(clean())
    remarks = remarks_on(case_with(source, {"1.1": TEXT}), "1.1")
    assert [remark.words for remark in remarks] == ["86,50", "85,10"]
    first, second = (mended(source, "1.1", TEXT, remark.mend) for remark in remarks)
    assert first == "IKM sebesar {{ ikm }}. IKM adalah 85,10."
    assert second == "IKM sebesar 86,50. IKM adalah {{ ikm }}."
    assert mended(source, "1.1", TEXT, "K40:999") == mended(source, "1.1", TEXT, "") == TEXT
    assert remarks_on(case_with(source, {}), "1.1") == ()


def test_several_sections_are_judged_at_once_and_apart():
    found = remarks_of(make_source(clean()), {"1.1": "IKM sebesar 86,50.", "1.3": "IKM sebesar {{ ikm }}."})
    assert [remark.words for remark in found["1.1"]] == ["86,50"]
    assert found["1.3"] == ()


def test_what_is_no_claim_follows_the_claims():
    text = "Standart layanan. IKM sebesar 86,50. Lihat Tabel 5.1."
    remarks = remarks_on(case_with(make_source(clean()), {"1.1": text}), "1.1")
    assert remarks[0].words == "86,50"
    assert [bool(remark.words) for remark in remarks] == [True, *[False] * (len(remarks) - 1)]
    assert any("Tabel 5.1" in remark.message for remark in remarks[1:])


# --- what the portal cannot check, and what could follow the data


def ledger_of(text):
    return text_ledger(case_with(make_source(clean()), {"1.1": text}), "1.1")


def test_what_is_unchecked_is_shown_with_the_words_of_its_own_line():
    (found,) = ledger_of("Baris lain.\nGedung kami **40** meter tingginya.\nBaris akhir.").unknown
    assert (found.before, found.words, found.after) == ("Gedung kami ", "40", " meter tingginya.")


def test_a_long_line_is_cut_at_words_on_both_sides_of_what_is_shown():
    before = "Sesudah sekian lama menunggu gedung pelayanan yang baru kini setinggi "
    after = " meter dan berdiri di tengah kota di samping pasar lama yang ramai sekali."
    (found,) = ledger_of(f"{before}40{after}").unknown
    assert found.before == "… pelayanan yang baru kini setinggi "
    assert found.after == " meter dan berdiri di tengah kota di …"


def test_what_agrees_is_offered_with_what_would_print_the_same_and_what_does_not_is_not():
    right = ledger_of("IKM sebesar 87,36.").settleable or ledger_of("Jumlah responden 280 orang.").settleable
    assert all(each.placeholder.startswith("{{ ") for each in right) and len(right) == 1
    assert ledger_of("Jumlah responden 12 orang.").settleable == ()
    assert ledger_of("").unknown == ledger_of("").settleable == ()
