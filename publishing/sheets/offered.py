"""The sheets that a cycle has: of its results, of each service, of its follow-up; and why one is not there yet."""

from dataclasses import dataclass

from followups.models import FollowUp
from offices.zones import today_of
from publishing.released.photos import released_photos
from publishing.sheets.captions import followup_caption, results_caption
from publishing.sheets.followup import FollowUpSheet, followup_sheet
from publishing.sheets.results import ResultsSheet, results_sheet, service_sheets, why_not_yet
from publishing.signed import signed_document
from reports.document.gather import document_of
from surveys.models import Service, Survey
from surveys.suggestions.deciding import released_suggestions

RESULTS, FOLLOW_UP, SERVICE = "hasil", "tindak-lanjut", "layanan"
NOT_SIGNED = "Lembar ini dibuat dari laporan tindak lanjut yang sudah ditandatangani. Tandatangani laporannya dahulu."


@dataclass(frozen=True, slots=True)
class OfferedSheet:
    """``key`` names it in addresses; ``sheet`` is None where ``lacking`` says what it waits for."""

    key: str
    title: str
    sheet: ResultsSheet | FollowUpSheet | None
    caption: str = ""
    lacking: str = ""


def sheets_of(survey: Survey) -> tuple[OfferedSheet, ...]:
    """Results of what is there now; the follow-up of what was signed alone."""
    return (*_of_results(survey), _of_followup(survey))


def sheet_named(survey: Survey, key: str) -> ResultsSheet | FollowUpSheet | None:
    """One of them, without what the others are made from; None where there is none of this key yet."""
    offered = (_of_followup(survey),) if key == FOLLOW_UP else _of_results(survey)
    return next((each.sheet for each in offered if each.key == key), None)


def _of_results(survey: Survey) -> tuple[OfferedSheet, ...]:
    document = document_of(survey)
    if lacking := why_not_yet(document, today_of(survey.office)):
        return (OfferedSheet(RESULTS, "Hasil SKM", None, lacking=lacking),)
    whole = results_sheet(document)
    keys = dict(Service.objects.filter(office=survey.office_id).values_list("name", "pk"))
    return (
        OfferedSheet(RESULTS, "Hasil SKM", whole, results_caption(whole)),
        *[
            OfferedSheet(f"{SERVICE}-{keys[name]}", f"Hasil SKM: {name}", sheet, results_caption(sheet))
            for name, sheet in service_sheets(document).items()
            if name in keys
        ],
    )


def _of_followup(survey: Survey) -> OfferedSheet:
    document = signed_document(survey)
    title = "Anda menyampaikan, kami menindaklanjuti"
    if document is None:
        return OfferedSheet(FOLLOW_UP, title, None, lacking=NOT_SIGNED)
    voices = list(released_suggestions(survey).order_by("pk").values_list("text", flat=True))
    followup = FollowUp.objects.get(survey=survey)
    figures = {figure.picture.sha256: figure.picture for figure in document.annex.figures}
    pictures = [figures[photo.sha256] for photo in released_photos(followup) if photo.sha256 in figures]
    sheet = followup_sheet(document, voices, pictures)
    return OfferedSheet(FOLLOW_UP, title, sheet, followup_caption(sheet))
