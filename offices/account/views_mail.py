"""Which notices a person gets by mail."""

from collections.abc import Container

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from offices.account.events import note
from offices.models import SWITCHABLE, NoticeKind, UnwantedMail, User
from offices.requests import AuthedRequest, status_of

CHOICES = (
    (NoticeKind.RETURNED, "RTL yang saya kirim, atau RTL unit saya, dikembalikan untuk diperbaiki"),
    (NoticeKind.WAITS, "RTL menunggu persetujuan saya"),
    (NoticeKind.TO_SIGN, "Laporan siap saya tandatangani"),
    (NoticeKind.SIGNED, "Laporan sudah ditandatangani"),
    (NoticeKind.LOOK_LAID, "Tampilan laporan diatur oleh satuan kerja di atas"),
    (NoticeKind.WEEKLY, "Ringkasan mingguan: semua yang menunggu saya, setiap Senin pagi"),
)


class MailForm(forms.Form):
    """The kinds of notices that are wanted by mail."""

    wanted = forms.MultipleChoiceField(
        label="Kirim surel bila", choices=CHOICES, required=False, widget=forms.CheckboxSelectMultiple
    )


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account_mail(request: AuthedRequest) -> HttpResponse:
    """Switch each kind on or off; what was done to the account is mailed in any case."""
    wanted = set(SWITCHABLE) - set(request.user.unwanted_mail.values_list("kind", flat=True))
    form = MailForm(request.POST if request.method == "POST" else None, initial={"wanted": list(wanted)})
    if form.is_valid():
        choose(request.user, form.cleaned_data["wanted"])
        messages.success(request, "Pilihan surel tersimpan.")
        return redirect("account_mail")
    latest = request.user.notices.exclude(mailed_at=None).order_by("-mailed_at").first()
    context = {"form": form, "has_mail": settings.HAS_MAIL, "latest": latest}
    return render(request, "offices/account/mail.html", context, status=status_of(request))


def choose(user: User, wanted: Container[str]) -> None:
    """Mail these kinds and no others."""
    with transaction.atomic():
        UnwantedMail.objects.filter(user=user).delete()
        UnwantedMail.objects.bulk_create(
            UnwantedMail(user=user, kind=kind) for kind in SWITCHABLE if kind not in wanted
        )
        note(user, "account.mail_choice")
