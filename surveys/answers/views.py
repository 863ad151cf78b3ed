"""The page of the answers that a survey keeps: how many, until when; take them out, delete them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from offices.audit import record
from offices.permissions import Action
from offices.requests import AuthedRequest
from offices.serving import file_to_keep
from offices.spreadsheets.writing import CONTENT_TYPE
from surveys.answers.keeping import delete_answers, kept_answers, told_kept
from surveys.answers.sheet import answers_workbook
from surveys.fetching import fetch_cycle
from surveys.typed_numbers import count_words


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def survey_answers(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """How many answers are kept; sending the form deletes them."""
    survey = fetch_cycle(request.user, Action.EDIT_SURVEY, code, period)
    if request.method == "POST":
        gone = delete_answers(survey, request.user)
        messages.success(request, f"Jawaban {count_words(gone)} responden dihapus; nilai rata-ratanya tetap.")
        return redirect("results", code, period)
    context = {"survey": survey, "tab": "results", "kept": kept_answers(survey)}
    return render(request, "surveys/answers/kept.html", context)


@login_required
@require_safe
def survey_answers_file(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """A workbook of scores alone, made for this request."""
    survey = fetch_cycle(request.user, Action.EDIT_SURVEY, code, period)
    kept = kept_answers(survey)
    if kept is None:
        raise Http404
    content = answers_workbook(survey)
    record(request.user, "survey.answers_out", survey, survey.office, after=told_kept(kept.count))
    return file_to_keep(content, f"Jawaban-SKM-{code}-{period}.xlsx", CONTENT_TYPE)
