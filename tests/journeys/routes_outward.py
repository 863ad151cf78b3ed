"""The addresses of what people are told: notices, mail, one row each; routes.py takes them in."""

from offices.models import Notice, NoticeKind, User
from tests.journeys.row import ANYBODY, Row


def with_notice(client, scene):
    user = User.objects.get(pk=client.session["_auth_user_id"])
    Notice.objects.create(pk=1, user=user, kind=NoticeKind.ENABLED)


OUTWARD = {
    "notices": Row("/akun/pemberitahuan/", get=ANYBODY),
    "notices_understood": Row(
        "/akun/pemberitahuan/mengerti/", get=None, post=ANYBODY, before=with_notice, sent={"notice": ["1"]}
    ),
    "account_mail": Row(
        "/akun/surel/", get=ANYBODY, post=ANYBODY, sent={"wanted": ["weekly"]}, wrong={"wanted": ["x"]}
    ),
}
