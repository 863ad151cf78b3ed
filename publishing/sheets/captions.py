"""The words that go with a sheet where it is posted, to be copied. Pure."""

from publishing.sheets.followup import FollowUpSheet
from publishing.sheets.results import WHOLE, ResultsSheet
from reports.words.language import join_list

THANKS = "Terima kasih atas penilaian dan masukan Anda untuk perbaikan pelayanan kami."


def results_caption(sheet: ResultsSheet) -> str:
    """What was found of how many, what was best, what is to be better."""
    head = sheet.head
    of_service = "" if sheet.service == WHOLE else f" layanan {sheet.service}"
    when = f" Survei dilaksanakan {sheet.days}." if sheet.days else ""
    values = sorted({element.points for element in sheet.elements})
    best = [each.name for each in sheet.elements if each.points == values[-1]]
    least = [each.name for each in sheet.elements if each.points == values[0]]
    parts = [
        f"Indeks Kepuasan Masyarakat (IKM) {head.office}{of_service} {head.period}: {sheet.index}, "
        f"mutu pelayanan {sheet.grade} ({sheet.label}), dari {sheet.respondents} responden.{when}"
    ]
    if len(values) > 1:
        parts.append(f"Unsur dengan nilai tertinggi: {join_list(best)}. Terendah: {join_list(least)}.")
    return "\n\n".join((*parts, THANKS))


def followup_caption(sheet: FollowUpSheet) -> str:
    """How much of what was promised is done, and what."""
    head = sheet.head
    done = "\n".join(f"– {line}" for group in sheet.groups for line in group.done)
    told = f"Anda menyampaikan, kami menindaklanjuti. {head.office} {head.period}: {sheet.progress}"
    return "\n\n".join(filter(None, (told, done, THANKS)))
