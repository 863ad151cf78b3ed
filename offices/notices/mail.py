"""What the worker does for accounts: mail. Only ids go through the queue."""

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django_tasks import task

from offices.models import Notice, NoticeKind
from offices.notices.words import advice_on, sentence_of

log = logging.getLogger(__name__)
SUBJECT = "SKM Portal: perubahan pada akun Anda"
LETTER = """Yth. {name},

{sentence}

Bila Anda tidak mengetahui atau tidak menghendaki hal ini, {advice}.
Seluruh pemberitahuan dapat dibaca pada halaman Akun saya di {address}/akun/.

Surel ini dikirim otomatis oleh SKM Portal dan tidak memuat tautan untuk masuk.
"""


@task()  # type: ignore[untyped-decorator]
def mail_notice(number: int) -> None:
    """Send a notice once, if this server has mail and the person an address; a failure is logged, not repeated."""
    notice = Notice.objects.select_related("user", "actor").filter(pk=number, mailed_at=None).first()
    address = address_of(notice) if notice and settings.HAS_MAIL else ""
    if notice is None or not address:
        return
    if not Notice.objects.filter(pk=number, mailed_at=None).update(mailed_at=timezone.now()):
        return
    letter = LETTER.format(
        name=notice.user.name, sentence=sentence_of(notice), address=settings.PUBLIC_URL, advice=advice_on(notice)
    )
    try:
        send_mail(SUBJECT, letter, None, [address])
    except (OSError, SMTPException):
        Notice.objects.filter(pk=number).update(mailed_at=None)
        log.exception("notice %s could not be mailed", number)


def address_of(notice: Notice) -> str:
    """Where the person reads mail; of a changed address the one before, which is surely theirs."""
    if notice.kind == NoticeKind.EMAIL_CHANGED:
        return str(notice.told["before"])
    return notice.user.email
