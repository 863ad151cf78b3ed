"""What a notice says: one sentence for each thing that can be done to an account, with who, when and by which way."""

import re
from datetime import UTC, datetime

from offices.models import Notice, NoticeKind, ResetWay, User
from offices.notices.words import OF_WAYS, SENTENCES, advice_on, sentence_of, worded
from tests.cases import in_one_test

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
PERSON, ADMIN = User(pk=1, name="Budi", username="budi"), User(pk=2, name="Sri", username="sri.admin")


def notice(kind=NoticeKind.ENABLED, actor=ADMIN, **told):
    return Notice(pk=9, user=PERSON, kind=kind, at=AT, actor=actor, told=told)


@in_one_test("kind", NoticeKind)
def test_each_kind_is_told_in_one_whole_sentence(kind):
    told = sentence_of(
        notice(
            kind,
            holder="Budi",
            office="KPU Ngawi",
            person="Ani",
            report="Laporan",
            way="di portal",
            before=[],
            after=[],
        )
    )
    assert told[0].isupper() and told.endswith(".")
    assert not re.search(r"[{}]|  |None", told)
    assert "2 Maret 2026, 09.00 WIB" in told


def test_the_kinds_and_their_sentences_are_the_same():
    assert set(SENTENCES) == set(NoticeKind)


def test_who_did_it_is_told_with_the_user_name():
    assert sentence_of(notice()) == "Akun Anda diaktifkan kembali oleh Sri (sri.admin) pada 2 Maret 2026, 09.00 WIB."


@in_one_test(
    ("way", "words"),
    [
        ({"way": ResetWay.MAIL.value}, "pemegang alamat surel akun ini"),
        ({"way": ResetWay.PROVIDER.value}, "penyedia identitas"),
        ({"way": ResetWay.SERVER.value}, "pengelola server"),
        ({"way": "tidak dikenal"}, "pengelola server"),
        ({}, "pengelola server"),
    ],
)
def test_where_no_account_did_it_the_way_is_told(way, words):
    assert f"disetel ulang oleh {words} pada" in sentence_of(notice(NoticeKind.PASSWORD_RESET, None, **way))
    assert set(OF_WAYS.values()) >= {words}


@in_one_test(
    ("before", "after", "words"),
    [
        (["Operator (Subbag kul)"], ["Admin", "Sekretaris"], "dari Operator (Subbag kul) menjadi Admin, Sekretaris."),
        ([], ["Admin"], "dari tanpa peran menjadi Admin."),
        (["Admin"], [], "dari Admin menjadi tanpa peran."),
    ],
)
def test_changed_roles_are_told_before_and_after(before, after, words):
    told = sentence_of(notice(NoticeKind.ROLES_CHANGED, office="KPU Ngawi", before=before, after=after))
    assert told.endswith(words) and "di KPU Ngawi diubah" in told


@in_one_test("text", ["{actor}", "{0}", "{", "%s", "<b>tebal</b>", "{told.__class__}"])
def test_a_text_of_strangers_never_becomes_part_of_the_words(text):
    assert f"atas nama {text} diunggah" in sentence_of(notice(NoticeKind.KEY_KEPT, holder=text))


def test_of_what_came_from_the_own_account_no_admin_is_asked():
    assert "ganti kata sandi" in advice_on(notice(actor=PERSON))
    assert "hubungi admin" in advice_on(notice())
    assert "hubungi admin" in advice_on(notice(actor=None))


def test_what_was_not_understood_yet_is_marked_as_new():
    understood = notice()
    understood.understood_at = AT
    assert [(told.number, told.is_new) for told in worded([notice(), understood])] == [(9, True), (9, False)]
