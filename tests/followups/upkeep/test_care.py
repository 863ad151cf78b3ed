"""What the verbs of upkeep write, to the row and to the trail."""

from dataclasses import replace

import pytest

from followups.models import EvidenceGroup, EvidenceUse, FollowUp, Upkeep
from followups.upkeep import care as upkeeping
from followups.upkeep.care import Care, care_of, reason_to_keep
from followups.upkeep.forms import UpkeepForm, care_values
from offices.declining import Declined, Overtaken
from offices.models import AuditEvent
from surveys.locking import CycleLockedError
from surveys.models import Lock, Survey
from tests.conftest import make_survey

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(people):
    return people.admin


@pytest.fixture
def care(ngawi):
    units = tuple(sorted(ngawi.units.filter(key__in=("kul", "rendatin")).values_list("pk", flat=True)))
    return Care("biaya", "Mengumumkan bebas biaya", "Dipasang di loket", all_units=False, units=units)


@pytest.fixture
def row(survey, admin, care):
    return upkeeping.add_upkeep(survey, admin, care)


TOLD = {
    "element": "biaya",
    "plan": "Mengumumkan bebas biaya",
    "activity": "Dipasang di loket",
    "all_units": False,
    "units": ["Subbag kul", "Subbag rendatin"],
}


def event():
    return AuditEvent.objects.order_by("pk").last()


def test_it_is_added_at_the_end_as_it_was_given(survey, admin, care, row):
    assert (care_of(Upkeep.objects.get()), row.position) == (care, 1)
    assert (event().action, event().before, event().after) == ("upkeep.add", None, TOLD)
    other = upkeeping.add_upkeep(survey, admin, replace(care, element="sarana", all_units=True, units=()))
    assert (other.position, event().after["units"], event().after["all_units"]) == (2, [], True)


def test_a_change_counts_and_tells_what_was_before(survey, admin, care, row):
    new = replace(care, element="sarana", plan="", activity="Dicat", units=care.units[:1])
    upkeeping.change_upkeep(survey, admin, row, new, row.revision)
    changed = Upkeep.objects.get()
    assert (care_of(changed), changed.revision, changed.position) == (new, row.revision + 1, 1)
    assert (event().action, event().before) == ("upkeep.change", TOLD)
    assert (event().after["element"], event().after["units"]) == ("sarana", ["Subbag kul"])


@pytest.mark.parametrize("off", [-1, 1])
def test_a_change_of_another_version_is_overtaken(survey, admin, care, row, off):
    with pytest.raises(Overtaken):
        upkeeping.change_upkeep(survey, admin, row, replace(care, plan="Lain"), row.revision + off)
    assert care_of(Upkeep.objects.get()) == care


def test_an_element_that_the_instrument_does_not_know_is_declined(survey, admin, care, row):
    for attempt in (
        lambda: upkeeping.add_upkeep(survey, admin, replace(care, element="lain")),
        lambda: upkeeping.change_upkeep(survey, admin, row, replace(care, element="lain"), row.revision),
    ):
        with pytest.raises(Declined, match="tidak dikenal oleh instrumen"):
            attempt()
    assert (care_of(Upkeep.objects.get()), Upkeep.objects.get().revision) == (care, row.revision)


def test_moving_and_deleting_leave_no_gap_and_no_other_cycle_moves(survey, admin, care, row, magetan):
    others = [upkeeping.add_upkeep(survey, admin, replace(care, element=key)) for key in ("sarana", "pengaduan")]
    elsewhere = Upkeep.objects.create(
        followup=FollowUp.objects.get(survey=make_survey(magetan)), element=row.element, position=1, plan="Lain"
    )
    upkeeping.move_upkeep(survey, admin, others[1], "up")
    assert (event().before, event().after) == ({"position": 3}, {"position": 2})
    upkeeping.delete_upkeep(survey, admin, row)
    gone = TOLD | {"position": 1, "revision": row.revision}
    assert (event().action, event().before, event().after) == ("upkeep.delete", gone, None)
    own = Upkeep.objects.filter(followup__survey=survey).order_by("position")
    assert [(item.element.key, item.position) for item in own] == [("pengaduan", 1), ("sarana", 2)]
    assert Upkeep.objects.get(pk=elsewhere.pk).position == 1
    for attempt in (upkeeping.delete_upkeep, lambda *args: upkeeping.change_upkeep(*args, care, row.revision)):
        with pytest.raises(Declined, match="sudah dihapus"):
            attempt(survey, admin, row)


@pytest.mark.parametrize(("note", "has_photo", "kept"), [("", False, False), ("Foto.", False, True), ("", True, True)])
def test_what_proof_or_words_stand_on_is_kept(survey, admin, row, note, has_photo, kept):
    group = EvidenceGroup.objects.create(followup=row.followup, upkeep=row, note=note)
    if has_photo:
        EvidenceUse.objects.create(group=group, photo=EvidenceUse.objects.get().photo, position=1)
    assert bool(reason_to_keep(row)) is kept
    if kept:
        with pytest.raises(Declined, match="sudah ada bukti dukungnya"):
            upkeeping.delete_upkeep(survey, admin, row)
    else:
        upkeeping.delete_upkeep(survey, admin, row)
    assert Upkeep.objects.exists() is kept


@pytest.mark.parametrize("lock", [Lock.PREPARED, Lock.SIGNED])
def test_a_locked_cycle_takes_nothing(survey, admin, care, row, lock):
    Survey.objects.update(lock=lock)
    for attempt in (
        lambda: upkeeping.add_upkeep(survey, admin, care),
        lambda: upkeeping.change_upkeep(survey, admin, row, care, row.revision),
        lambda: upkeeping.move_upkeep(survey, admin, row, "up"),
        lambda: upkeeping.delete_upkeep(survey, admin, row),
    ):
        with pytest.raises(CycleLockedError):
            attempt()
    assert Upkeep.objects.count() == 1


@pytest.mark.parametrize("changes", [{}, {"all_units": True, "units": ()}, {"plan": "", "activity": ""}])
def test_what_a_form_shows_is_what_it_sends(survey, care, changes):
    given = replace(care, **changes)
    sent = {name: value for name, value in care_values(given).items() if value not in ("", [])}
    form = UpkeepForm(sent, office=survey.office, elements=[("biaya", "Biaya/Tarif")])
    assert form.is_valid(), form.errors
    assert form.care() == given
