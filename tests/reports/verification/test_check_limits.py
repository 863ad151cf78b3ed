"""What one who wants to hurt the public check can reach: nothing that others would feel."""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from followups.models import FollowUp
from offices.models import Counter
from reports.models import RetiredCode
from reports.verification import views as views_verification
from reports.verification.files import SECONDS, compare
from reports.verification.fingerprints import (
    MOST_CODES,
    beginnings_of,
    codes_in,
    codes_in_text,
    codes_typed,
    has_frame,
    is_cut,
)
from reports.verification.seats import Seats
from tests.mass import sampled
from tests.reports.issued import CODE, files, make_report
from tests.reports.signing.judging.test_hostile_files import HOSTILE
from tests.worker import ROOT, environment, until

ANY = "/verifikasi/"
PAGE = f"/verifikasi/{CODE}/"
OTHER = "BBBB-BBBB-BBBB-BBBB-BBBB"
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
PATIENCE = SECONDS + 3  # the machine may be busy


@pytest.fixture
def made(survey, people):
    followup = FollowUp.objects.get(survey=survey)
    return lambda *args, **changes: make_report(followup, people.secretary, *args, **changes)


def code_of(number):
    digits = []
    for _place in range(20):
        number, digit = divmod(number, len(LETTERS))
        digits.append(LETTERS[digit])
    plain = "".join(digits)
    return "-".join(plain[at : at + 4] for at in range(0, 20, 4))


def links(count):
    return b"".join(b"/verifikasi/%s/ " % code_of(number).encode() for number in range(count))


def packed(content):
    stream = zlib.compress(content, 9)
    return b"%%PDF-1.7\n1 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n%%%%EOF\n" % (len(stream), stream)


def bombs():
    """Thousands of streams that unpack to two megabytes each, and fail at their end."""
    stream = zlib.compress(b"/verifikasi/" * 180_000, 9)[:-1] + b"!"
    return b"%PDF-1.7\n" + (b"1 0 obj\nstream\n" + stream + b"\nendstream\n") * 3000 + b"%%EOF\n"


def _content(hostile):
    return hostile() if callable(hostile) else hostile


WEAPONS = {
    "codes": lambda: packed(links(20_000)),
    "plain codes": lambda: b"%PDF-1.7\n" + links(200_000) + b"\n%%EOF\n",
    "bombs": bombs,
    "ends": lambda: b"%PDF-1.7\n" + b"%%EOF\n" * 2_000_000,
    "empty streams": lambda: b"%PDF-1.7\n" + b"stream\n\x78\x9c\n" * 500_000 + b"%%EOF\n",
    "frames": lambda: b"%PDF-1.7\n" + b"/ByteRange [0 9 19 9]" * 300_000 + b"\n%%EOF\n",
    "objects": lambda: b"%PDF-1.7\n" + b"1 0 obj <</Type/Catalog>> endobj\n" * 300_000 + b"%%EOF\n",
    **{
        name: lambda name=name: _content(HOSTILE[name])
        for name in ("bomb", "deep_arrays", "deep_dictionaries", "many_fields")
    },
}


# --- one clock, and bounded work


@pytest.mark.parametrize("weapon", sampled(WEAPONS, every=4))
def test_a_hostile_file_gets_its_answer_in_time(db, weapon):
    content = WEAPONS[weapon]()
    began = time.monotonic()
    found = compare(content)
    assert time.monotonic() - began < PATIENCE
    assert not found.is_valid and found.ruling.tone != "good"


def test_thousands_of_codes_cost_one_query(made, client, django_assert_max_num_queries):
    made()
    content = WEAPONS["codes"]()
    assert len(content) < 300_000
    post(client, b"%PDF-1.7 lain")
    with django_assert_max_num_queries(7):  # two counters; file and beginning, of reports and copies; codes
        assert post(client, content).status_code == 200


def post(client, content, address=ANY):
    return client.post(address, {"file": SimpleUploadedFile("berkas.pdf", content)})


def test_twenty_codes_of_a_file_count_and_no_more():
    assert codes_in(packed(links(20_000))) == tuple(map(code_of, range(MOST_CODES)))
    assert len(codes_in_text(" ".join(map(code_of, range(500))))) == MOST_CODES
    assert codes_in(b"/verifikasi/ABCD/ /verifikasi/ABCD-EFGH-JKMN-PQRS-TUVW-XXXX/ /verifikasi/<script>/") == ()


def test_what_is_told_from_outside_is_bounded():
    assert len(beginnings_of(WEAPONS["ends"]())) <= 3 * 64
    assert not has_frame(WEAPONS["frames"]())
    assert not is_cut(b"%PDF-1.7\n%%EOF\n") and is_cut(b"%PDF-1.7\n%%EOF\n7 0 ob") and is_cut(b"%PDF-1.7\n")


# --- budgets


def test_forty_phones_behind_one_address_are_never_refused(made):
    made()
    phone = Client(REMOTE_ADDR="10.7.7.7")
    assert {phone.get(PAGE).status_code for _ in range(40)} == {200}
    Counter.objects.update(count=299)  # of the same minute
    assert phone.get(PAGE).status_code == 200
    refused = phone.get(PAGE)
    assert refused.status_code == 429 and "Tunggu satu menit" in refused.content.decode()
    assert refused.headers["Retry-After"]
    assert Client(REMOTE_ADDR="10.7.7.8").get(PAGE).status_code == 200


def test_guessing_codes_is_counted_like_asking_for_them(db):
    guesser = Client(REMOTE_ADDR="10.7.7.7")
    assert [guesser.get(f"/verifikasi/{code_of(number)}/").status_code for number in range(3)] == [404] * 3
    assert guesser.get(ANY, {"kode": code_of(4)}).status_code == 302
    assert Counter.objects.get().count == 4
    Counter.objects.update(count=300)
    assert guesser.get(f"/verifikasi/{code_of(5)}/").status_code == 429
    assert guesser.get(ANY, {"kode": code_of(6)}).status_code == 429


def test_all_addresses_together_have_a_budget(db, monkeypatch):
    monkeypatch.setattr(views_verification, "ALL_FILES_A_MINUTE", 5)
    told = [post(Client(REMOTE_ADDR=f"10.7.8.{at}"), b"x").status_code for at in range(6)]
    assert told == [200] * 5 + [429]
    assert "Kode tetap dapat dicek" in post(Client(REMOTE_ADDR="10.7.9.9"), b"x").content.decode()
    assert Client(REMOTE_ADDR="10.7.9.9").get(PAGE).status_code == 404


def test_an_address_sends_thirty_files_a_minute_and_all_addresses_two_hundred_and_forty(db):
    """What was sent without a file counts as well; it is refused in other words."""
    sender = Client(REMOTE_ADDR="10.7.7.7")
    assert sender.post(ANY).status_code == 422
    Counter.objects.update(count=29)
    assert [sender.post(ANY).status_code for _ in range(2)] == [422, 429]
    assert Client(REMOTE_ADDR="10.7.7.8").post(ANY).status_code == 422
    Counter.objects.update(count=239)
    told = [Client(REMOTE_ADDR=f"10.7.8.{at}").post(ANY) for at in range(2)]
    assert [answer.status_code for answer in told] == [422, 429]
    assert "Kode tetap dapat dicek" in told[1].content.decode()


ASKED = {
    "a code typed": lambda client: client.get(ANY, {"kode": OTHER}),
    "the page of a code": lambda client: client.get(PAGE),
    "a file": lambda client: client.post(ANY),
}


@pytest.mark.parametrize("asked", ASKED)
def test_what_was_asked_too_often_may_be_asked_again_after_a_minute(db, time_machine, asked):
    begun = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    time_machine.move_to(begun, tick=False)
    client = Client(REMOTE_ADDR="10.7.7.7")
    sound = ASKED[asked](client).status_code
    for key in Counter.objects.values_list("key", flat=True):  # of the address; of all addresses together
        Counter.objects.update(count=0)
        Counter.objects.filter(key=key).update(count=300)
        time_machine.move_to(begun + timedelta(seconds=59), tick=False)
        assert ASKED[asked](client).status_code == 429
        time_machine.move_to(begun + timedelta(seconds=60), tick=False)
        assert ASKED[asked](client).status_code == sound != 429
        begun += timedelta(seconds=60)


def test_two_files_are_compared_at_once_and_no_more(db):
    seats = views_verification._seats
    with seats.taken_by("10.7.1.1"):
        assert post(Client(), b"%PDF-1.7 lain").status_code == 200
        with seats.taken_by("10.7.1.2"):
            assert post(Client(), b"%PDF-1.7 lain").status_code == 429


def test_emptying_the_cache_sweeps_no_counter(db, monkeypatch):
    from django.core.cache import cache

    monkeypatch.setattr(views_verification, "FILES_A_MINUTE", 2)
    sender = Client(REMOTE_ADDR="10.7.7.7")
    assert [post(sender, b"x").status_code for _ in range(2)] == [200, 200]
    cache.clear()
    assert post(sender, b"x").status_code == 429 and Counter.objects.exists()


def test_no_more_files_are_compared_at_once_than_leave_threads_for_others(db, monkeypatch):
    seats = Seats(1)
    monkeypatch.setattr(views_verification, "_seats", seats)
    with seats.taken_by("10.7.1.1"):
        refused = post(Client(), b"%PDF-1.7 lain")
        assert refused.status_code == 429 and "sedang dicek" in refused.content.decode()
    assert post(Client(), b"%PDF-1.7 lain").status_code == 200


def test_one_address_takes_one_seat_and_leaves_the_others(db, monkeypatch):
    seats = Seats(2)
    monkeypatch.setattr(views_verification, "_seats", seats)
    with seats.taken_by("10.7.1.1"):
        assert post(Client(REMOTE_ADDR="10.7.1.1"), b"%PDF-1.7 lain").status_code == 429
        assert post(Client(REMOTE_ADDR="10.7.1.2"), b"%PDF-1.7 lain").status_code == 200
    assert post(Client(REMOTE_ADDR="10.7.1.1"), b"%PDF-1.7 lain").status_code == 200


# --- the server as it runs


@pytest.fixture
def server(committed_db):
    """The address of a real gunicorn as docs/operations.md starts it, on the database of the test."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    command = ["-m", "gunicorn", "skm_portal.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"]
    process = subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        until(lambda: answers(port))
        yield port
    finally:
        process.terminate()
        process.wait(30)


def answers(port):
    try:
        return healthy_in(port) is not None
    except OSError:
        return False


def healthy_in(port):
    """Seconds until /healthz says that all is well."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", "/healthz")
    assert connection.getresponse().status == 200
    connection.close()
    return time.monotonic() - began


def upload(port, content):
    boundary = b"batas-4711"
    head = b'--%s\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n' % boundary
    body = head + content + b"\r\n--%s--\r\n" % boundary
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=90)
    connection.request("POST", ANY, body, {"Content-Type": f"multipart/form-data; boundary={boundary.decode()}"})
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.prove
def test_hostile_uploads_leave_the_server_answering(server):
    """Four at once, of every kind in turn. A machine that is slow without them is not the server's fault."""
    quiet = max(healthy_in(server) for _ in range(30))
    arms = [WEAPONS[name]() for name in ("codes", "bombs", "ends", "deep_arrays", "empty streams", "objects", "bomb")]
    waited = []
    with ThreadPoolExecutor(4) as attackers:
        sent = [attackers.submit(upload, server, arm) for arm in arms]
        while not all(each.done() for each in sent):
            waited.append(healthy_in(server))
            threading.Event().wait(0.1)
    assert {each.result() for each in sent} <= {200, 429}
    assert len(waited) > 3
    assert max(waited) < max(1, 3 * quiet), (max(waited), quiet, os.getloadavg())


# --- codes as people send them


@pytest.mark.parametrize(
    "typed",
    [
        f"Kode: {CODE}",
        f"https://skm.example.go.id/verifikasi/{CODE}/?utm_source=wa&utm_medium=chat",
        f"https://skm.example.go.id/verifikasi/{CODE}/#keadaan",
        f"https://skm.example.go.id/verifikasi/{CODE.lower()}?x=1",
        f"Mohon dicek laporan dengan kode {CODE.lower()}, terima kasih.",
        f"Kode verifikasi {CODE.replace('-', ' ')} pada halaman akhir",
        f"kode {CODE.replace('-', '')}.",
        f"({CODE})",
        CODE.replace("-", "–"),
        f"dapat dicek pada https://skm.example.go.id/verifikasi/{CODE[:15]}\n{CODE[15:]}/",
    ],
)
def test_a_code_is_found_in_what_was_typed(client, made, typed):
    made()
    response = client.get(ANY, {"kode": typed})
    assert (response.status_code, response.url) == (302, PAGE)


def test_of_what_was_typed_two_thousand_letters_are_read(client, made):
    made()
    told = [client.get(ANY, {"kode": "kode ".ljust(2000 - len(CODE) + more) + CODE}) for more in (0, 1)]
    assert [answer.status_code for answer in told] == [302, 422]


def test_of_several_codes_the_one_that_leads_to_a_report_counts(client, made):
    made()
    assert client.get(ANY, {"kode": f"{code_of(1)} atau {CODE}"}).url == PAGE


def test_of_several_codes_one_that_lapsed_counts_too(client, made):
    RetiredCode.objects.create(report=made(code=OTHER), code=CODE)
    assert client.get(ANY, {"kode": f"{code_of(1)} atau {CODE}"}).url == PAGE


@pytest.mark.parametrize("typed", ["Mohon dicek laporan kami", "?", "kode saya hilang entah ke mana"])
def test_a_text_without_a_code_is_refused_in_words(client, db, typed):
    response = client.get(ANY, {"kode": typed})
    assert response.status_code == 422 and "Tidak ada kode verifikasi dalam teks ini" in response.content.decode()
    assert typed in response.content.decode()


@pytest.mark.parametrize(("sent", "status"), [({}, 200), ({"kode": ""}, 422), ({"kode": "  "}, 422)])
def test_who_types_nothing_is_asked_for_the_code(client, db, sent, status):
    response = client.get(ANY, sent)
    assert response.status_code == status
    assert ("Ketik dahulu kode" in response.content.decode()) == (status == 422)


def test_a_word_alone_is_taken_for_a_code_as_it_was_typed():
    assert codes_typed("abcd") == ("ABCD",)
    assert codes_typed("") == ()


def test_printed_codes_are_read_over_the_end_of_a_line():
    assert codes_in_text(f"verifikasi/{CODE[:15]}\n{CODE[15:]}/ dan lainnya") == (CODE,)
    assert codes_in_text("ABCD-EFGH-JKMN-PQRS") == ()
    assert codes_in(files().signed) == (CODE,)
