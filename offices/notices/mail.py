"""Which letter is sent when: due when its notice is kept, sent by the worker, tried again until it is taken.

What stands in it is in letters.py.
"""

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.urls import Resolver404, resolve
from django.utils import timezone

from offices.audit import record
from offices.models import LINKS, SWITCHABLE, Notice, NoticeKind, Office, UnwantedMail
from offices.notices.letters import letter_of, title_of
from offices.zones import home_zone_of

log = logging.getLogger(__name__)
SHORTEST_WAIT = timedelta(minutes=5)
LONGEST_WAIT = timedelta(hours=6)
TRIED_FOR = timedelta(days=14)
REFUSED_FOR_GOOD = 500


def mail_next() -> bool:
    """Send the letter that is due first; whether there was one.

    It is put off before it is sent: of two workers one sends it, and one that is killed meanwhile has it sent again,
    under the same number, so that mail servers can tell.
    """
    now = timezone.now()
    due = Notice.objects.filter(mail_due_at__lte=now).order_by("mail_due_at", "pk")
    notice = due.select_related("user", "actor").first()
    if notice is None:
        return False
    waited = now - notice.at
    # The longer it waits already, the longer until the next try; after two weeks nobody wants it any more.
    next_try = now + min(max(waited, SHORTEST_WAIT), LONGEST_WAIT) if waited < TRIED_FOR else None
    if Notice.objects.filter(pk=notice.pk, mail_due_at=notice.mail_due_at).update(mail_due_at=next_try):
        _mail(notice)
    return True


def waiting_letters() -> tuple[int, timedelta]:
    """How many letters wait to be taken by the mail server, and how long the oldest has been waiting."""
    told_at = list(Notice.objects.filter(mail_due_at__isnull=False).values_list("at", flat=True))
    return len(told_at), timezone.now() - min(told_at) if told_at else timedelta()


def _mail(notice: Notice) -> None:
    address = address_of(notice)
    if not address:
        _close(notice)
        return
    try:
        with timezone.override(home_zone_of(notice.user)):
            letter_of(notice, address).send()
    except SMTPRecipientsRefused as refused:
        code = min(code for code, _answer in refused.recipients.values())
        log.warning("notice %s was refused by the mail server: %s", notice.pk, code)
        if code >= REFUSED_FOR_GOOD:
            _close(notice)
    except Exception:  # whatever is wrong with one letter, the worker has others to send
        log.exception("notice %s could not be mailed", notice.pk)
    else:
        with transaction.atomic():
            Notice.objects.filter(pk=notice.pk).update(mail_due_at=None, mailed_at=timezone.now())
            about = _office_of(notice.place)
            office = about or Office.objects.filter(memberships__user=notice.user).order_by("memberships__pk").first()
            told = {name: notice.told[name] for name in ("plan", "report") if about and name in notice.told}
            record(None, "account.mail", notice.user, office, after={"notice": title_of(notice)} | told)


def _close(notice: Notice) -> None:
    """It is not mailed: nobody wants it, or nobody can get it."""
    Notice.objects.filter(pk=notice.pk).update(mail_due_at=None)


def _office_of(place: str) -> Office | None:
    """The one to whose pages the notice leads."""
    try:
        named = resolve(urlsplit(place).path).kwargs
    except Resolver404:
        return None
    return Office.objects.filter(code=named["code"]).first() if "code" in named else None


def address_of(notice: Notice) -> str:
    """Where the person reads mail, if they want this by mail; of a changed address the one before, surely theirs."""
    if notice.kind == NoticeKind.EMAIL_CHANGED:
        return str(notice.told["before"])
    if notice.kind in (*SWITCHABLE, *LINKS) and not notice.user.is_active:
        return ""
    unwanted = UnwantedMail.objects.filter(user=notice.user_id, kind=notice.kind)
    if notice.kind in SWITCHABLE and (not settings.HAS_MAIL or unwanted.exists()):
        return ""
    return notice.user.email
