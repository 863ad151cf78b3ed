"""The addresses of what people are told: notices, mail, one row each; routes.py takes them in."""

from offices.account.calendar.key import digest_of
from offices.models import CalendarKey, Notice, NoticeKind, User
from tests.journeys.row import ANYBODY, PUBLIC, Row


def with_notice(client, scene):
    user = User.objects.get(pk=client.session["_auth_user_id"])
    Notice.objects.create(pk=1, user=user, kind=NoticeKind.ENABLED)


def with_calendar(scene):
    """The operator's calendar."""
    CalendarKey.objects.create(user=scene.people.staff, digest=digest_of("rahasia"))


def with_own_calendar(client, scene):
    """An address to revoke."""
    user = User.objects.get(pk=client.session["_auth_user_id"])
    CalendarKey.objects.create(user=user, digest=digest_of(f"rahasia-{user.pk}"))


OUTWARD = {
    "notices": Row("/akun/pemberitahuan/", get=ANYBODY),
    "notices_understood": Row(
        "/akun/pemberitahuan/mengerti/", get=None, post=ANYBODY, before=with_notice, sent={"notice": ["1"]}
    ),
    "account_mail": Row(
        "/akun/surel/", get=ANYBODY, post=ANYBODY, sent={"wanted": ["weekly"]}, wrong={"wanted": ["x"]}
    ),
    "account_calendar": Row("/akun/kalender/", get=ANYBODY),
    "account_calendar_renew": Row("/akun/kalender/buat/", get=None, post=ANYBODY),
    "account_calendar_revoke": Row("/akun/kalender/cabut/", get=None, post=ANYBODY, before=with_own_calendar),
    "calendar": Row("/kalender/rahasia.ics", get=PUBLIC, given=with_calendar),
    "remind_of_late": Row("/bagikan/3521/2025-S1/"),
    "remind_of_plan": Row("/bagikan/3521/2025-S1/rtl/{plan}/"),
    "account_reset_password": Row(
        "/akun/lupa/", get=PUBLIC, post=PUBLIC, sent={"email": "x@example.go.id"}, silent="nobody has this address"
    ),
    "account_reset_password_done": Row("/akun/lupa/terkirim/", get=PUBLIC),
    "account_reset_password_from_key": Row("/akun/lupa/1-tidak-ada/", get=PUBLIC),
    "account_reset_password_from_key_done": Row("/akun/lupa/selesai/", get=PUBLIC),
}
