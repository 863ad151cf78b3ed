"""What is done in the name of an office is told to each of its admins and secretaries."""

import pytest

from offices.models import Notice, NoticeKind, Role
from offices.notices.telling import waiting
from offices.notices.words import advice_on, sentence_of
from tests.conftest import PASSWORD, make_user
from tests.reports.issuing.issuing import make_scanned, make_signed

pytestmark = [pytest.mark.usefixtures("own_media"), pytest.mark.each_database]


def told(user, kind):
    return [sentence_of(notice) for notice in Notice.objects.filter(user=user, kind=kind)]


@pytest.mark.parametrize(("issue", "way"), [(make_signed, "kunci di portal"), (make_scanned, "dengan tangan")])
def test_each_issuing_is_told_to_admins_and_secretaries(people, survey, issue, way):
    other = make_user("sekretaris-dua", Role.SECRETARY, survey.office)
    issue(survey, people)
    for user in (people.admin, people.secretary, other):
        (sentence,) = told(user, NoticeKind.REPORT_ISSUED)
        assert "diterbitkan oleh Sekretaris (sekretaris)" in sentence
        assert way in sentence
    assert not Notice.objects.filter(user=people.head, kind=NoticeKind.REPORT_ISSUED).exists()
    assert NoticeKind.REPORT_ISSUED in [notice.kind for notice in waiting(people.admin)]
    assert NoticeKind.REPORT_ISSUED not in [notice.kind for notice in waiting(people.secretary)]


def test_each_new_signatory_is_told(people, as_user):
    typed = {"name": "Operator", "employment": "other", "office_roles": ["secretary"], "konfirmasi-password": PASSWORD}
    assert as_user(people.admin).post(f"/satuan-kerja/3521/pengguna/{people.staff.pk}/", typed).status_code == 302
    (sentence,) = told(people.secretary, NoticeKind.SIGNER_GRANTED)
    assert "diberikan kepada Operator oleh Admin (admin)" in sentence


def test_of_ones_own_act_no_admin_is_advised(people):
    own = Notice(user=people.secretary, actor=people.secretary, kind=NoticeKind.KEY_KEPT)
    assert "admin" not in advice_on(own)
    assert "admin" in advice_on(Notice(user=people.secretary, actor=people.admin, kind=NoticeKind.DISABLED))
