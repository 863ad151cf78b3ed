"""The page that takes scores from files: choose, see what was found, answer what is asked, accept or not."""

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRedirect

from offices.permissions import Action
from offices.requests import DECLINED, AuthedRequest, answered
from offices.serving import file_to_keep
from offices.spreadsheets.writing import CONTENT_TYPE, workbook_bytes
from surveys.basis import basis_of, scale_of_survey
from surveys.fetching import fetch_cycle
from surveys.instrument.rows import forms_of
from surveys.locking import results_obstacle
from surveys.models import Survey, UsualMapping
from surveys.offering.kinds import services_of
from surveys.reading import Scale
from surveys.scoring import scale_of, scores_of
from surveys.workbooks.blanks import BlankFor, answers_book, one_to_one, summary_book
from surveys.workbooks.forms import ANSWER, BlankFileForm, ScoreFilesForm, wanted_of
from surveys.workbooks.inquiry import SUGGESTIONS
from surveys.workbooks.preview import digest_of, preview_of
from surveys.workbooks.taking import read_files, take_scores
from surveys.workbooks.usual import usual_of

KEEP = "simpan-jawaban"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def survey_files(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """Scores from files; nothing is written before what is shown is accepted, and no copy of a file is kept."""
    survey = fetch_cycle(request.user, Action.EDIT_SURVEY, code, period)
    context: dict[str, Any] = {
        "survey": survey,
        "tab": "survey",
        "obstacle": results_obstacle(request.user, survey),
        "form": ScoreFilesForm(),
        "blank": BlankFileForm(forms_of(survey.instrument), usual=_usual(survey)),
    }
    if request.method != "POST":
        return render(request, "surveys/workbooks/files.html", context)
    form = ScoreFilesForm(request.POST, request.FILES)
    context["form"] = form
    if form.is_valid():
        files = form.score_files()
        wanted = wanted_of(request.POST, survey.population)
        wanted = replace(wanted, usual=usual_of(survey.office), keeps=KEEP in request.POST)
        found = read_files(survey, files, wanted)
        digest = digest_of(files, found)
        settled = not found["faults"] and not found["asks"]
        if settled and request.POST.get("terima") == digest:
            with answered(form):
                changed = take_scores(survey, request.user, found, files, remembers="ingat" in request.POST)
                messages.success(
                    request, "Nilai survei tersimpan." if changed else "Nilai sudah sama; tidak ada yang diubah."
                )
                there = redirect("survey", code, period)
                # Where the page's part was asked for, the whole page goes on.
                return HttpResponseClientRedirect(there.url) if request.htmx else there
        scale = scale_of_survey(survey)
        context |= {
            "found": found,
            "asks": _asked(found, scale),
            "answers": _answered_before(request, found),
            "kept": survey.answer_rows.count(),
            "preview": preview_of(scale, scores_of(survey), found, digest) if settled else None,
        }
    wrong = bool(form.errors) or bool(context.get("found", {}).get("faults"))
    return render(request, "surveys/workbooks/files.html", context, status=DECLINED if wrong else 200)


@login_required
@require_safe
def score_template(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """A workbook to be filled in: ``isi`` is *jawaban* or *ringkasan*."""
    survey = fetch_cycle(request.user, Action.EDIT_SURVEY, code, period)
    form = BlankFileForm(forms_of(survey.instrument), request.GET)
    if not form.is_valid():
        return redirect("survey_files", code, period)
    questionnaire, mapping, method = form.chosen()
    held = BlankFor(survey.office.name, survey.period_label, questionnaire, mapping.key, method)
    if request.GET.get("isi") == "ringkasan" and one_to_one(questionnaire):
        book = summary_book(held, dict(scale_of(survey.instrument).elements))
        name = f"Templat-Ringkasan-SKM-{code}-{period}.xlsx"
    else:
        book = answers_book(held, [service.name for service in services_of(survey.office) if service.in_use])
        name = f"Templat-Jawaban-SKM-{code}-{period}.xlsx"
    return file_to_keep(workbook_bytes(book), name, CONTENT_TYPE)


def _usual(survey: Survey) -> str:
    """The questionnaire, mapping and method that these scores rest on, else those that the office took last."""
    last = UsualMapping.objects.filter(office=survey.office, questionnaire__instrument=survey.instrument).order_by(
        "-pk"
    )
    basis = basis_of(survey)
    row = basis if basis and basis.questionnaire else last.first()
    if row is None or row.questionnaire is None or row.mapping is None:
        return ""
    return "|".join((row.questionnaire.key, row.mapping.key, row.method))


def _asked(found: dict[str, Any], scale: Scale) -> list[dict[str, Any]]:
    """What is asked, with its choices as ``(value, words)``."""
    names = dict(scale.elements) | found["words"]
    return [
        ask
        | {"name": f"{ANSWER}{ask['id']}", "choices": [(value, names.get(value, value)) for value in ask["choices"]]}
        for ask in found["asks"]
    ]


def _answered_before(request: AuthedRequest, found: dict[str, Any]) -> list[tuple[str, str]]:
    """Answers that stay with the form while others are asked."""
    open_names = {f"{ANSWER}{ask['id']}" for ask in found["asks"]}
    if not open_names:
        open_names.add(f"{ANSWER}{SUGGESTIONS}")  # a box of the preview
    return [
        (name, str(value))
        for name, value in request.POST.items()
        if name.startswith(ANSWER) and name not in open_names and value
    ]
