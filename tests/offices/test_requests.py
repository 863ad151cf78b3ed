import pytest
from django import forms
from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from offices.declining import Declined, Overtaken
from offices.requests import DECLINED, Answer, answered, status_of


class NameForm(forms.Form):
    name = forms.CharField()


class MonthForm(forms.Form):
    month = forms.CharField()


@pytest.fixture
def name_form():
    form = NameForm({"name": "Umum"})
    assert form.is_valid()
    return form


@pytest.fixture
def month_form():
    return MonthForm({"month": "2025-01"})


@pytest.fixture
def request_with_messages():
    request = RequestFactory().post("/")
    request._messages = CookieStorage(request)
    return request


def _answered(said, *forms_):
    with answered(*forms_) as answer:
        raise said
    return answer


def test_a_field_of_the_form_says_its_fault(name_form):
    _answered(Declined("Sudah dipakai.", "name"), name_form)
    assert name_form.errors == {"name": ["Sudah dipakai."]}
    assert not name_form.is_valid()


def test_what_no_field_has_stands_above_the_form(name_form):
    _answered(Declined("Pilih peran.", "roles"), name_form)
    assert name_form.non_field_errors() == ["Pilih peran."]


def test_each_of_several_forms_says_what_is_its_own(name_form, month_form):
    _answered(Declined({"month": "Di luar masa.", "name": "Kosong.", "": "Periksa lagi."}), name_form, month_form)
    assert month_form.errors == {"month": ["Di luar masa."]}
    assert name_form.errors == {"name": ["Kosong."], "__all__": ["Periksa lagi."]}


def test_without_a_form_the_view_gets_the_sentence():
    answer = _answered(Declined({"a": "Satu.", "b": "Dua."}))
    assert answer.fault == "Satu. Dua."
    assert isinstance(answer.declined, Declined)


def test_what_was_done_leaves_nothing_to_say(name_form):
    with answered(name_form) as answer:
        pass
    assert answer.declined is None
    assert answer.fault == ""
    assert name_form.is_valid()


@pytest.mark.parametrize("error", [Overtaken(3), PermissionDenied(), ValueError("x")])
def test_nothing_else_is_answered(name_form, error):
    with pytest.raises(type(error)):
        _answered(error, name_form)
    assert name_form.is_valid()


def test_the_next_page_tells_why_or_that_it_is_done(request_with_messages):
    Answer().tell(request_with_messages, "Dihapus.")
    Answer(Declined("Sudah selesai.")).tell(request_with_messages, "Dihapus.")
    Answer().tell(request_with_messages)
    told = [(message.level_tag, message.message) for message in get_messages(request_with_messages)]
    assert told == [("success", "Dihapus."), ("error", "Sudah selesai.")]


def test_the_status_says_whether_something_was_sent():
    assert status_of(RequestFactory().get("/")) == 200
    assert status_of(RequestFactory().head("/")) == 200
    assert status_of(RequestFactory().post("/")) == DECLINED
