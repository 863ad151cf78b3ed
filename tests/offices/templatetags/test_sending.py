"""What every form carries, and how the title of a page says that something was not done."""

from types import SimpleNamespace

from django import forms
from django.forms import formset_factory
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

from offices.models import User
from offices.sending.key import FIELD
from tests.cases import in_one_test

MARK = Template("{% load sending %}{% refused_mark %}")
TOKEN = Template("{% load sending %}{% csrf_token %}")


class NameForm(forms.Form):
    name = forms.CharField()


Names = formset_factory(NameForm)


def rows(name):
    return Names({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-name": name})


@in_one_test(
    "shown",
    [
        {"form": NameForm({})},
        {"second": NameForm({"name": ""}), "form": NameForm()},
        {"rows": rows("")},
        {"differences": ("a",)},
        {"changed": True},
        {"fault": "Sudah ada."},
        {"refusal": "Sudah ada."},
        {"review_fault": "Sudah ada."},
        {"board": SimpleNamespace(error="Terlalu besar.")},
        {"board": SimpleNamespace(refused=["a.jpg"])},
        {"board": SimpleNamespace(doubles=["a.jpg"])},
        {"board": SimpleNamespace(note_choice=True)},
    ],
)
def test_the_title_says_that_something_was_not_done(shown):
    assert MARK.render(Context(shown)) == "Galat: "


@in_one_test(
    "shown",
    [
        {},
        {"form": NameForm()},
        {"form": NameForm({"name": "Budi"})},
        {"rows": rows("Budi")},
        {"rows": Names()},
        {"differences": (), "fault": "", "changed": False, "refusal": ""},
        {"board": SimpleNamespace(error="", refused=[], doubles=[], note_choice=False)},
        {"board": None, "other": "Galat"},
    ],
)
def test_else_it_says_nothing(shown):
    assert MARK.render(Context(shown)) == ""


def token_for(user):
    request = RequestFactory().get("/")
    request.user = user
    return TOKEN.render(RequestContext(request))


def test_no_form_of_somebodys_has_the_token_without_the_key():
    shown = token_for(User(pk=7))
    assert 'name="csrfmiddlewaretoken" value="' in shown
    assert f'name="{FIELD}" value="' in shown


def test_who_is_not_logged_in_has_the_token_alone():
    assert FIELD not in token_for(None)
    assert FIELD not in TOKEN.render(Context({"csrf_token": "rahasia"}))
    assert "csrfmiddlewaretoken" in token_for(None)
