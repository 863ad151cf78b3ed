"""The workbook of a cycle, for everybody who may read the cycle."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from offices.audit import record
from offices.permissions import Action
from offices.requests import AuthedRequest
from offices.serving import file_to_keep
from offices.spreadsheets.writing import CONTENT_TYPE
from reports.workbook.assembling import file_name, workbook_of
from surveys.fetching import fetch_cycle


@login_required
@require_safe
def cycle_workbook(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Made anew each time, and kept by no browser."""
    survey = fetch_cycle(request.user, Action.DOWNLOAD, code, period)
    content = workbook_of(survey)
    record(request.user, "report.workbook", survey, survey.office)
    return file_to_keep(content, file_name(survey), CONTENT_TYPE)
