"""The links of a plan, for who may change its evidence; and the page that anybody with such a link sees."""

from urllib.parse import quote

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from followups.evidence.places import fetch_place
from followups.inviting.links import DAYS, Received, end_link, link_of, links_of, make_link, receive, running
from followups.models import MOST_SENT, ActionPlan, UploadLink
from followups.qr import code_of
from offices.account.throttling import is_within, is_within_in_all
from offices.permissions import Action
from offices.requests import DECLINED, AuthedRequest, answered
from offices.sending.once import once
from surveys.locking import lock_reason

CREATED, TOO_OFTEN = 201, 429
AT_ONCE = 10
PAGES_A_MINUTE = 120  # of one address: an office shares one
FILES_A_MINUTE, ALL_FILES_A_MINUTE = 30, 120
WAIT = "Terlalu banyak kiriman dari jaringan ini. Tunggu satu menit, lalu kirim lagi."
OPEN_IT = "Buka tautan unggah yang Anda terima, lalu pilih fotonya di sana."
NOTHING = "Pilih paling sedikit satu foto."
MANY = f"Paling banyak {AT_ONCE} foto sekali kirim. Kurangi pilihannya, lalu kirim sisanya kemudian."
SHARE = "https://wa.me/?text="


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@once
def evidence_links(request: AuthedRequest, code: str, period: str, place: str) -> HttpResponse:
    """The links of a plan; POST makes one, which is shown on this one page."""
    plan = _plan(request, code, period, place)
    address = ""
    with answered() as answer:
        if request.method == "POST":
            token = make_link(request.user, plan)
            address = f"{settings.PUBLIC_URL}{reverse('send_in', args=[token])}"
    context = {
        "survey": plan.priority.followup.survey,
        "tab": "evidence",
        "plan": plan,
        "place": place,
        "links": running(links_of(plan)),
        "address": address,
        "code": code_of(address) if address else None,
        "share": SHARE + quote(f"Kirim foto untuk “{plan.programme}” melalui tautan ini: {address}"),
        "days": DAYS,
        "most": MOST_SENT,
        "lock": lock_reason(plan.priority.followup.survey),
        "error": answer.fault,
    }
    status = CREATED if address else (DECLINED if answer.declined else 200)
    response = render(request, "followups/inviting/links.html", context, status=status)
    if address:
        # the answer has the token in it: nothing keeps it, and who sends the form again is led to the page instead
        response.headers["Location"] = request.path
        add_never_cache_headers(response)
    return response


@login_required
@require_POST
def evidence_link_end(request: AuthedRequest, code: str, period: str, place: str, pk: int) -> HttpResponse:
    """End a link before its time."""
    plan = _plan(request, code, period, place)
    link = get_object_or_404(UploadLink, plan=plan, pk=pk)
    with answered() as answer:
        end_link(request.user, link)
    answer.tell(request, "Tautan diakhiri.")
    return redirect("evidence_links", code, period, place)


@never_cache
@require_safe
def send_in(request: HttpRequest, token: str) -> HttpResponse:
    """The page that a link leads to."""
    if not is_within(request, "halaman kirim foto", PAGES_A_MINUTE, 60):
        return _page(request, None, error=WAIT, status=TOO_OFTEN)
    return _page(request, link_of(token), token)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def send_in_files(request: HttpRequest) -> HttpResponse:
    """Take in photos; the token comes in the form, so that no log of addresses that were refused has it."""
    if request.method != "POST":
        return _page(request, None, error=OPEN_IT)
    token = request.POST.get("tautan", "")
    link = link_of(token)
    if link is None:
        return _page(request, None)
    files = request.FILES.getlist("photos")
    fault = MANY if len(files) > AT_ONCE else ("" if files else NOTHING)
    if fault:
        return _page(request, link, token, error=fault, status=DECLINED)
    here = all(is_within(request, "kirim foto", FILES_A_MINUTE, 60) for _file in files)
    if not here or not all(is_within_in_all("kirim foto", ALL_FILES_A_MINUTE, 60) for _file in files):
        return _page(request, link, token, error=WAIT, status=TOO_OFTEN)
    received = receive(link, files)
    return _page(request, link, token, received=received, status=DECLINED if received.refused else 200)


def _plan(request: AuthedRequest, code: str, period: str, place: str) -> ActionPlan:
    where = fetch_place(request.user, Action.EDIT_EVIDENCE, code, period, place)
    if where.plan is None:
        raise Http404
    return where.plan


def _page(
    request: HttpRequest,
    link: UploadLink | None,
    token: str = "",
    *,
    error: str = "",
    received: Received | None = None,
    status: int = 200,
) -> HttpResponse:
    """Of a link that is of no use is told nothing but that."""
    context = {"link": link, "token": token, "error": error, "received": received, "most": AT_ONCE}
    return render(request, "followups/inviting/send_in.html", context, status=status if link or error else 404)
