"""What a letter says: plain text and the same as HTML, in which nothing is fetched from anywhere.

Of a plan it tells the name, of persons nothing; only what was done to an account says whose hand it was.
"""

from urllib.parse import urlsplit

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.text import Truncator

from offices.models import LINKS, SWITCHABLE, WORK, Notice, NoticeKind, User
from offices.notices.words import advice_on, sentence_of

OF_THE_ACCOUNT = "Perubahan pada akun Anda"
TITLES = {
    NoticeKind.RETURNED: "RTL dikembalikan",
    NoticeKind.WAITS: "RTL menunggu persetujuan Anda",
    NoticeKind.TO_SIGN: "Laporan siap ditandatangani",
    NoticeKind.SIGNED: "Laporan sudah ditandatangani",
    NoticeKind.LOOK_LAID: "Diatur satuan kerja di atas",
    NoticeKind.WEEKLY: "Yang menunggu Anda minggu ini",
    NoticeKind.RESET_ASKED: "Buat kata sandi baru",
    NoticeKind.INVITED: "Akun Anda sudah dibuat",
}
HOW_LONG = "Tautan berlaku tiga hari dan dapat dipakai satu kali; jangan diteruskan kepada siapa pun."
SENTENCES = {
    NoticeKind.RETURNED: "RTL “{plan}” dikembalikan untuk diperbaiki. Catatannya dapat dibaca di portal.",
    NoticeKind.WAITS: "RTL “{plan}” dinyatakan selesai dan menunggu persetujuan Anda.",
    NoticeKind.TO_SIGN: "{report} sudah disiapkan dan menunggu tanda tangan Anda.",
    NoticeKind.SIGNED: "{report} sudah ditandatangani dan dapat dibaca di portal.",
    NoticeKind.LOOK_LAID: "{report} diatur oleh satuan kerja di atas; laporan yang disiapkan sesudah ini mengikutinya.",
    NoticeKind.RESET_ASKED: (
        "Ada yang meminta tautan untuk membuat kata sandi baru bagi akun Anda. Bila bukan Anda, abaikan surel ini: "
        f"kata sandi Anda tidak berubah. {HOW_LONG}"
    ),
    NoticeKind.INVITED: (
        "Sebuah akun dibuat untuk Anda di SKM Portal, tempat satuan kerja Anda menyusun laporan tindak lanjut survei "
        f"kepuasan masyarakat. Buat kata sandi Anda untuk mulai memakainya. {HOW_LONG}"
    ),
}
BUTTONS = {
    NoticeKind.RETURNED: "Buka RTL",
    NoticeKind.WAITS: "Periksa RTL",
    NoticeKind.TO_SIGN: "Buka laporan",
    NoticeKind.SIGNED: "Baca laporan",
    NoticeKind.LOOK_LAID: "Lihat tampilan",
    NoticeKind.WEEKLY: "Buka Beranda",
    NoticeKind.RESET_ASKED: "Buat kata sandi baru",
    NoticeKind.INVITED: "Buat kata sandi",
}
LONGEST_SUBJECT = 120


def letter_of(notice: Notice, address: str) -> EmailMultiAlternatives:
    """The letter that tells of a notice. Sent twice, it has one number."""
    kind = NoticeKind(notice.kind)
    title = title_of(notice)
    names = {name: notice.told.get(name, "") for name in ("plan", "report")}
    context = {
        "title": title,
        "greeting": "Bapak/Ibu" if kind in TITLES else notice.user.name,
        "sentence": SENTENCES[kind].format(**names) if kind in SENTENCES else sentence_of(notice),
        "advice": "" if kind in TITLES else advice_on(notice),
        "groups": notice.told.get("groups", ()),
        "button": BUTTONS.get(kind, "Buka pemberitahuan"),
        "portal": settings.PUBLIC_URL,
        "address": f"{settings.PUBLIC_URL}{_place(notice)}",
        "is_link": kind in LINKS,
        "can_be_switched": kind in SWITCHABLE,
    }
    letter = EmailMultiAlternatives(
        f"SKM Portal: {_about(notice, title)}",
        render_to_string("offices/letters/letter.txt", context),
        to=[address],
        headers={
            "Message-ID": f"<pemberitahuan-{notice.pk}@{urlsplit(settings.PUBLIC_URL).hostname}>",
            "Auto-Submitted": "auto-generated",
        },
    )
    letter.attach_alternative(render_to_string("offices/letters/letter.html", context), "text/html")
    return letter


def password_link(user: User) -> str:
    """The path of a page where who holds this link sets the password; a new password, log-in or address ends it."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return reverse("account_reset_password_from_key", kwargs=key)


def _place(notice: Notice) -> str:
    return password_link(notice.user) if notice.kind in LINKS else notice.place or reverse("notices")


def title_of(notice: Notice) -> str:
    return TITLES.get(NoticeKind(notice.kind), OF_THE_ACCOUNT)


def _about(notice: Notice, title: str) -> str:
    """One line for the list of letters; a name may have several."""
    if notice.kind not in WORK:
        return title[0].lower() + title[1:]
    name = notice.told.get("plan") or notice.told.get("report", "")
    return Truncator(" ".join(f"{title}: {name}".split())).chars(LONGEST_SUBJECT)
