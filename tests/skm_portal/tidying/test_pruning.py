"""``prune``: what is over goes by one call, what is not stays, and a dry run changes nothing."""

import os
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from followups.models import FollowUp
from offices.disk import DRAFT
from offices.models import Counter, KeptForm, OpenSession, SentForm
from offices.stored import keep_exactly
from reports.models import Job, JobKind, JobState
from skm_portal.tidying.sweeping import delete, unused_files
from surveys.models import AnswerRow, ScoreBasis

pytestmark = pytest.mark.usefixtures("own_media")
KINDS = (
    *("sesi masuk yang berakhir", "baris daftar perangkat yang berakhir", "formulir terkirim"),
    *(
        "isian yang disimpan sementara",
        "hitungan percobaan masuk",
        "jawaban responden",
        "draf dan lembar publikasi",
        "berkas yang tidak dipakai",
    ),
)


def prune(*arguments):
    said = StringIO()
    call_command("prune", *arguments, stdout=said)
    return said.getvalue().splitlines()


def ago(**time):
    return timezone.now() - timedelta(**time)


def stored(name, days):
    default_storage.save(name, ContentFile(b"isi"))
    then = ago(days=days).timestamp()
    os.utime(default_storage.path(name), (then, then))
    return name


def draft(followup, digest, days, **fields):
    name = stored(f"jobs/{digest[:2]}/{digest}/a.pdf", days)
    values = {"kind": JobKind.DRAFT_PDF, "state": JobState.DONE, "file": name, "finished_at": ago(days=days)}
    return Job.objects.create(followup=followup, digest=digest, **(values | fields))


@pytest.fixture
def over(survey, people):
    """One of each kind that is over, and one that is not."""
    followup, user = FollowUp.objects.get(survey=survey), people.staff
    Session.objects.create(session_key="lama", session_data="", expire_date=ago(minutes=1))
    Session.objects.create(session_key="baru", session_data="", expire_date=ago(minutes=-10))
    for mark, days in (("lama", 40), ("baru", 1)):
        OpenSession.objects.create(user=user, stamp=mark, device=mark, address="127.0.0.1", begun=ago(days=days))
    for mark, days in (("lama", 40), ("baru", 0)):
        SentForm.objects.create(user=user, address="/", mark=mark, at=ago(days=days))
        KeptForm.objects.create(user=user, page="/", address=f"/{mark}", key=mark, fields=[], at=ago(days=days))
    ScoreBasis.objects.create(survey=survey, kind="answers", taken_at=ago(days=731))
    AnswerRow.objects.create(survey=survey, scores="333333333")
    Counter.objects.create(key="lama", count=3, ends_at=ago(minutes=1))
    Counter.objects.create(key="baru", count=3, ends_at=ago(minutes=-1))
    draft(followup, "a" * 64, 40)
    draft(followup, "b" * 64, 20)
    draft(followup, "c" * 64, 40, kind=JobKind.PREPARE)
    draft(followup, "d" * 64, 40, state=JobState.QUEUED, finished_at=None)
    stored("photos/3521/aa/lama.jpg", 40)
    stored("photos/3521/aa/baru.jpg", 20)


def left():
    return {
        "sessions": sorted(Session.objects.values_list("session_key", flat=True)),
        "open": list(OpenSession.objects.values_list("stamp", flat=True)),
        "sent": list(SentForm.objects.values_list("mark", flat=True)),
        "kept": list(KeptForm.objects.values_list("key", flat=True)),
        "counters": list(Counter.objects.values_list("key", flat=True)),
        "jobs": sorted(digest[0] for digest in Job.objects.values_list("digest", flat=True)),
        "files": [name for name in ("lama", "baru") if default_storage.exists(f"photos/3521/aa/{name}.jpg")],
    }


def test_a_dry_run_counts_and_changes_nothing(over):
    before = left()
    said = prune("--dry-run")
    assert [f"1 {kind}" for kind in KINDS if f"1 {kind}" not in said] == []
    assert said[-1] == "Tidak ada yang dihapus."
    assert left() == before


def test_what_is_over_goes_and_all_else_stays(over):
    said = prune()
    assert [f"1 {kind}" for kind in KINDS if f"1 {kind}" not in said] == []
    assert left() == {
        "sessions": ["baru"],
        "open": ["baru"],
        "sent": ["baru"],
        "kept": ["baru"],
        "counters": ["baru"],
        "jobs": ["b", "c", "d"],
        "files": ["baru"],
    }
    assert not default_storage.exists(f"jobs/aa/{'a' * 64}/a.pdf")
    assert all(default_storage.exists(f"jobs/{n * 2}/{n * 64}/a.pdf") for n in "bcd")
    assert [line for line in prune() if line[0] != "0"] == ["Selesai."]


@pytest.mark.parametrize("days", ["0", "-3"])
def test_what_was_made_just_now_cannot_be_asked_for(db, days):
    with pytest.raises(CommandError, match="Paling sedikit 1 hari"):
        prune("--days", days)


def test_the_days_are_chosen(over):
    assert "2 draf dan lembar publikasi" in prune("--dry-run", "--days", "10")


def test_entries_of_the_cache_that_are_over_go(db):
    call_command("createcachetable")
    cache.clear()
    cache.set("lama", 1, timeout=0.001)
    cache.set("baru", 1, timeout=900)
    past = timezone.now() + timedelta(seconds=2)
    from skm_portal.tidying.pruning import prune as pruned

    assert [one.count for one in pruned(past, 30, for_real=True) if one.what == "entri tembolok"] == [1]
    assert cache.get("baru") == 1


def test_what_a_killed_writer_left_goes_too(db):
    stored(f"photos/3521/aa/{DRAFT}x", 40)
    assert "1 berkas yang tidak dipakai" in prune()
    assert not default_storage.exists(f"photos/3521/aa/{DRAFT}x")


def test_a_file_that_is_uploaded_again_meanwhile_stays(db):
    name = stored("photos/3521/aa/lama.jpg", 40)
    [found] = unused_files(ago(days=30))
    keep_exactly(name, b"isi")
    assert not delete(found)
    assert default_storage.exists(name)
