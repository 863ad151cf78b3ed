"""The page on which suggestions are read, and what is decided of each."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from offices.permissions import Action, fetch, may
from offices.requests import AuthedRequest, answered
from surveys.fetching import fetch_cycle
from surveys.models import Decision, Suggestion
from surveys.periods import of_period
from surveys.suggestions.deciding import (
    counts_of,
    decide,
    delete_suggestion,
    released_suggestions,
    suggestions_of,
)
from surveys.suggestions.forms import SuggestionsForm
from surveys.suggestions.personal import Part, kinds_in, parts_of

PAGE = 30
DELETE = "hapus"
DECISIONS = {"rilis": (Decision.RELEASED, "Saran dirilis."), "tahan": (Decision.KEPT, "Saran ditahan.")}


@dataclass(frozen=True, slots=True)
class Shown:
    """One suggestion as it is read; ``kinds``: what of a person stands in it, for who decides."""

    row: Suggestion
    parts: tuple[Part, ...]
    kinds: tuple[str, ...]


@login_required
@require_safe
def suggestions(request: AuthedRequest, code: str, period: str) -> HttpResponse:
    """All suggestions for who may read them, those that nobody has read first; for others what was released."""
    survey = fetch_cycle(request.user, Action.VIEW_CYCLE, code, period)
    reads_all = may(request.user, Action.READ_SUGGESTIONS, survey.office)
    form = SuggestionsForm(request.GET, reads_all=reads_all)
    rows = form.found_in(suggestions_of(survey) if reads_all else released_suggestions(survey))
    page = Paginator(rows, PAGE).get_page(request.GET.get("halaman"))
    chosen = request.GET.copy()
    chosen.pop("halaman", None)
    context = {
        "survey": survey,
        "tab": "results",
        "reads_all": reads_all,
        "decides": may(request.user, Action.RELEASE_SUGGESTIONS, survey.office),
        "form": form,
        "page": page,
        "suggestions": [Shown(row, parts_of(row.text), kinds_in(row.text)) for row in page],
        "counts": counts_of(survey),
        "chosen": chosen.urlencode(),
        "here": request.GET.urlencode(),
        "filtered": any(chosen.values()),
    }
    return render(request, "surveys/suggestions/page.html", context)


@login_required
@require_POST
def suggestion(request: AuthedRequest, code: str, period: str, pk: int) -> HttpResponse:
    """Release, keep back or delete one, and go on reading where one was."""
    of_survey = {f"survey__{name}": value for name, value in of_period(period).items()}
    rows = Suggestion.objects.select_related("survey__office")
    found = fetch(request.user, Action.RELEASE_SUGGESTIONS, rows, pk=pk, survey__office__code=code, **of_survey)
    wanted = request.POST.get("putusan", "")
    done = ""
    with answered() as answer:
        if wanted == DELETE:
            delete_suggestion(found, request.user)
            done = "Saran dihapus."
        elif wanted in DECISIONS:
            decision, done = DECISIONS[wanted]
            decide(found, request.user, decision, checked="diperiksa" in request.POST)
    answer.tell(request, done)
    return redirect(f"{reverse('suggestions', args=(code, period))}?{request.GET.urlencode()}#daftar-saran")
