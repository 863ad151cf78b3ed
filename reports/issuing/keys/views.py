"""The page of a person's own signing key: upload, replace, delete. It belongs to the person, not to an office."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from offices.account.confirming import Question, asked_first, question_of
from offices.account.second_factor import is_demonstration, protects_keys_of
from offices.account.views import safe_address
from offices.models import Office
from offices.permissions import Action, refusal, visible
from offices.requests import AuthedRequest, answered, status_of
from offices.sending.once import once
from reports.issuing import forget_key, keep_key
from reports.issuing.forms import KeyForm
from reports.issuing.keys.faces import certificate_face, standings_of
from reports.issuing.signing_here import ChoiceNeeded
from reports.models import SigningKey

CHOOSE_AGAIN = (
    "Kunci belum disimpan: konfirmasi diperlukan. Pilih lagi berkas kunci dan ketik lagi frasa sandinya, "
    "lalu isi konfirmasi di bawahnya."
)
MOST_BYTES = 100_000
WHICH = (
    "Berkas ini memuat beberapa kunci yang dapat dipakai. Pilih kuncinya di bawah, pilih lagi berkasnya, "
    "dan ketik lagi frasa sandinya."
)


@sensitive_post_parameters("passphrase")
@sensitive_variables("form")
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def signing_key(request: AuthedRequest) -> HttpResponse:
    """The own key: what its certificate says, and the form for another."""
    _check_signer(request)
    question = question_of(request)
    if request.method != "POST":
        return _page(request, KeyForm(), question)
    form = KeyForm(request.POST, request.FILES)
    is_valid = form.is_valid()
    if question and not question.is_answered():
        form.add_error(None, CHOOSE_AGAIN)
        return _page(request, form, question)
    if is_valid:
        with answered() as answer:
            container = form.cleaned_data["container"].read(MOST_BYTES + 1)
            keep_key(request.user, container, form.cleaned_data["passphrase"], form.cleaned_data["wanted"])
            messages.success(request, "Kunci tanda tangan tersimpan. Frasa sandinya tidak disimpan.")
            return redirect(safe_address(request.POST.get("kembali", ""), "signing_key"))
        if isinstance(answer.declined, ChoiceNeeded):
            form.ask_which(answer.declined.choices)
        form.add_error(None, WHICH if isinstance(answer.declined, ChoiceNeeded) else answer.fault)
    return _page(request, form)


@login_required
@require_POST
def signing_key_forget(request: AuthedRequest) -> HttpResponse:
    """Delete the own key; what was signed with it stays signed."""
    _check_signer(request)
    if question := asked_first(request, "menghapus kunci tanda tangan"):
        return question
    with answered() as answer:
        forget_key(request.user)
        messages.success(request, "Kunci tanda tangan dihapus dari portal.")
        return redirect("signing_key")
    messages.error(request, answer.fault)
    return _page(request, KeyForm())


def _check_signer(request: AuthedRequest) -> None:
    """The page is for those who sign; raises PermissionDenied with the reason."""
    if not visible(request.user, Action.SIGN, Office.objects.all()).exists():
        office = next((held.office for held in request.user.memberships.all()), Office())
        raise PermissionDenied(refusal(Action.SIGN, office))


def _page(request: AuthedRequest, form: KeyForm, question: Question | None = None) -> HttpResponse:
    key = SigningKey.objects.filter(user=request.user).first()
    back = request.POST.get("kembali", request.GET.get("kembali", ""))
    context = {
        "form": form,
        "back": back if back.startswith("/") and safe_address(back, "home") == back else "",
        "question": question,
        "is_protected": protects_keys_of(request.user),
        "is_demonstration": is_demonstration(request.user),
        "key": key,
        "face": certificate_face(key) if key else None,
        "standings": standings_of(key, request.user) if key else (),
    }
    return render(request, "reports/issuing/key.html", context, status=status_of(request))
