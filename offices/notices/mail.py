"""The letters that tell a person of a notice: due when it is kept, sent by the worker."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from offices.models import Notice, NoticeKind
from offices.notices.words import advice_on, sentence_of
from offices.zones import home_zone_of

log = logging.getLogger(__name__)
SUBJECT = "SKM Portal: perubahan pada akun Anda"
TRY_AGAIN_AFTER = timedelta(minutes=5)
TRIED_FOR = timedelta(days=1)
LETTER = """Yth. {name},

{sentence}

Bila Anda tidak mengetahui atau tidak menghendaki hal ini, {advice}.
Seluruh pemberitahuan dapat dibaca pada halaman Akun saya di {address}/akun/.

Surel ini dikirim otomatis oleh SKM Portal dan tidak memuat tautan untuk masuk.
"""


def mail_next() -> bool:
    """Send the letter that is due first; whether there was one. What fails is tried again for a day.

    It is put off before it is sent: of two workers one sends it, and one that is killed meanwhile has it sent again.
    """
    now = timezone.now()
    due = Notice.objects.filter(mail_due_at__lte=now).order_by("mail_due_at", "pk")
    notice = due.select_related("user", "actor").first()
    if notice is None:
        return False
    later = now + TRY_AGAIN_AFTER if now < notice.at + TRIED_FOR else None
    if Notice.objects.filter(pk=notice.pk, mail_due_at=notice.mail_due_at).update(mail_due_at=later):
        _mail(notice)
    return True


def _mail(notice: Notice) -> None:
    if address := address_of(notice):
        with timezone.override(home_zone_of(notice.user)):
            sentence = sentence_of(notice)
        letter = LETTER.format(
            name=notice.user.name, sentence=sentence, address=settings.PUBLIC_URL, advice=advice_on(notice)
        )
        try:
            send_mail(SUBJECT, letter, None, [address])
        except (OSError, SMTPException):
            log.exception("notice %s could not be mailed", notice.pk)
            return
    mailed_at = timezone.now() if address else None
    Notice.objects.filter(pk=notice.pk).update(mail_due_at=None, mailed_at=mailed_at)


def address_of(notice: Notice) -> str:
    """Where the person reads mail; of a changed address the one before, which is surely theirs."""
    if notice.kind == NoticeKind.EMAIL_CHANGED:
        return str(notice.told["before"])
    return notice.user.email
