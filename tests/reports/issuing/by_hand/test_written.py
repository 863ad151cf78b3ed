"""What the pen writes: only by hand it may be left open, it is asked for when the scan comes, and a number later."""

from datetime import date, timedelta

import pytest

from offices.declining import Declined
from offices.models import AuditEvent
from offices.zones import today_of
from reports.document.frozen import thaw
from reports.document.source import Acknowledger
from reports.issuing import Wish, accept_scan, prepare
from reports.issuing.by_hand.written import ByPen, blanks_of, record_number
from reports.issuing.forms import PrepareForm
from reports.issuing.page import end_of_window
from reports.models import Report, ReportKind, State
from tests.conftest import jpeg
from tests.reports.issuing.issuing import again, made, make_ready

pytestmark = pytest.mark.usefixtures("own_media")
SECOND = Acknowledger("Ketua KPU Kabupaten Ngawi", "Budi Contoh", "")
PEN = Wish("by_hand", None, pen_number=True, rank="Pembina (IV/a)", acknowledger=SECOND)


@pytest.fixture
def blank(survey, people):
    """A prepared version whose day and number the pen writes."""
    make_ready(survey, people)
    return made(prepare(survey, people.admin, PEN))


def test_what_the_pen_writes_is_blank_in_the_version_and_known_of_it(blank):
    document = thaw(blank.document)
    assert (blank.dated, blank.number) == (None, "")
    assert document.signing.rank == "Pembina (IV/a)" and document.signing.acknowledger == SECOND
    assert document.conclusion.signature.acknowledger.title == "Ketua KPU Kabupaten Ngawi,"
    assert blanks_of(blank).day and blanks_of(blank).number


@pytest.mark.parametrize("way", ["here", "elsewhere"])
def test_only_by_hand_may_something_be_left_to_the_pen(survey, people, way):
    make_ready(survey, people)
    for wish in (
        Wish(way, None),
        Wish(way, date.today(), pen_number=True),
        Wish(way, date.today(), acknowledger=SECOND),
    ):
        with pytest.raises(Declined, match="ditandatangani dengan tangan"):
            prepare(survey, people.admin, wish)
    assert not Report.objects.exists()


def test_the_day_is_asked_for_with_the_scan(blank, people):
    today = today_of(blank.followup.survey.office)
    for day, said in ((None, "Isi tanggal"), (today + timedelta(days=1), "belum tiba")):
        with pytest.raises(Declined, match=said):
            accept_scan(blank, people.secretary, jpeg(), ByPen(day))
    report = accept_scan(blank, people.secretary, jpeg(), ByPen(today, " 12/LAP  /2026 "))
    assert (report.state, report.dated, report.number) == (State.SIGNED, today, "12/LAP /2026")
    assert thaw(report.document).signing.dated is None


def test_a_number_is_recorded_or_corrected_later_and_belongs_to_one_report(blank, people):
    accept_scan(blank, people.secretary, jpeg(), ByPen(today_of(blank.followup.survey.office)))
    for number in ("7/LAP/2026", "8/LAP/2026"):
        assert record_number(blank, people.secretary, number).number == number
    event = AuditEvent.objects.order_by("pk").last()
    assert (event.action, event.before["number"], event.after["number"]) == (
        "report.number",
        "7/LAP/2026",
        "8/LAP/2026",
    )
    with pytest.raises(Declined, match="Isi nomor"):
        record_number(blank, people.secretary, "  ")
    other = Report(followup=blank.followup, kind=ReportKind.ADDENDUM, version=1, number="9/LAP/2026")
    other.save()
    with pytest.raises(Declined, match="9/lap/2026 sudah dipakai"):
        record_number(blank, people.secretary, "9/lap/2026")


def test_a_number_that_was_printed_is_not_recorded_anew(survey, people):
    make_ready(survey, people)
    report = made(prepare(survey, people.admin, Wish("by_hand", date.today())))
    with pytest.raises(Declined, match="yang berlaku"):
        record_number(report, people.secretary, "1")
    report = accept_scan(report, people.secretary, jpeg())
    with pytest.raises(Declined, match="tercetak"):
        record_number(report, people.secretary, "1")
    assert again(report).number == ""


GIVEN = {"way": "by_hand", "dated": "20-10-2025"}
SECOND_GIVEN = {"second_title": "Ketua", "second_name": "Budi Contoh", "second_nip": "NIP. 19830503 200902 1 002"}


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        (GIVEN, ""),
        (GIVEN | {"dated": ""}, "dated"),
        (GIVEN | {"dated": "", "pen_day": "on"}, ""),
        (GIVEN | {"limit_mb": "0"}, "limit_mb"),
        (GIVEN | SECOND_GIVEN, ""),
        (GIVEN | SECOND_GIVEN | {"second_name": ""}, "second_name"),
        (GIVEN | {"second_nip": "123"}, "second_nip"),
    ],
)
def test_the_form_asks_for_a_day_or_the_pen_and_for_a_whole_second_signatory(survey, sent, fault):
    form = PrepareForm(survey, end_of_window(survey, ReportKind.FOLLOW_UP), sent)
    assert form.is_valid() == (not fault)
    assert not fault or fault in form.errors
    if form.is_valid():
        wish = form.wish()
        assert (wish.dated is None) == ("pen_day" in sent)
        assert (wish.acknowledger and wish.acknowledger.nip) == (
            "198305032009021002" if "second_name" in sent else None
        )


def test_the_form_offers_what_the_office_chose_last(blank, survey):
    form = PrepareForm(survey, end_of_window(survey, ReportKind.FOLLOW_UP))
    shown = {name: form[name].value() for name in ("way", "rank", "second_name", "second_title")}
    assert shown == {
        "way": "by_hand",
        "rank": "Pembina (IV/a)",
        "second_name": "Budi Contoh",
        "second_title": "Ketua KPU Kabupaten Ngawi",
    }
    assert form.asks_for_pen
