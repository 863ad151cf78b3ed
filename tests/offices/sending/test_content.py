"""What of a form is kept, shown and known again; and what is a secret: every field for one, in every form there is."""

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import get_resolver

from offices.sending.content import can_be_sent_again, fields_sent, is_secret, mark_of, texts_in
from offices.sending.key import FIELD
from tests.cases import in_one_test


def all_forms(kind=forms.BaseForm):
    for each in kind.__subclasses__():
        yield each
        yield from all_forms(each)


def secrets_of(form):
    """The names of the fields that no browser shows or keeps."""
    for name, field in form.base_fields.items():
        attributes = field.widget.attrs
        is_code = attributes.get("autocomplete") == "one-time-code"
        if isinstance(field.widget, forms.PasswordInput) or is_code:
            yield name


def test_every_field_for_a_secret_is_known_as_one():
    assert get_resolver().url_patterns  # which imports every form of the portal
    found = {
        name: form.__name__
        for form in all_forms()
        if hasattr(form, "base_fields") and not form.__module__.startswith(("django.", "tests."))
        for name in secrets_of(form)
    }
    assert {"password", "oldpassword", "password1", "passphrase", "code"} <= set(found)
    assert {name: form for name, form in found.items() if not is_secret(name)} == {}


def posted(**sent):
    return RequestFactory().post("/", sent)


def file(content=b"isi", name="a.pdf"):
    return SimpleUploadedFile(name, content)


# --- what is kept


def test_every_field_is_kept_in_its_order_but_secrets_and_the_token():
    request = posted(programme="Papan", units=["1", "2"], password="rahasia", csrfmiddlewaretoken="x", kosong="")
    assert fields_sent(request) == [("programme", "Papan"), ("units", "1"), ("units", "2"), ("kosong", "")]


@in_one_test(
    "name",
    ["password", "password1", "password2", "oldpassword", "passphrase", "code", "login", "konfirmasi-password"],
)
def test_a_secret_is_never_kept(name):
    assert fields_sent(posted(**{name: "rahasia"})) == []
    assert not can_be_sent_again(posted(**{name: "", "programme": "Papan"}))


@in_one_test("name", ["konfirmasi", "sandi", "passwords", "Password", "codes", "kode"])
def test_what_only_sounds_like_one_is(name):
    assert fields_sent(posted(**{name: "x"})) == [(name, "x")]
    assert can_be_sent_again(posted(**{name: "x"}))


def test_a_file_has_to_be_chosen_again():
    assert can_be_sent_again(posted(programme="Papan"))
    assert not can_be_sent_again(posted(programme="Papan", foto=file()))


# --- what is shown


@in_one_test(
    ("name", "value", "shown"),
    [
        ("programme", "Menyusun jadwal", True),
        ("programme", "Jadwal loket", True),
        ("programme", "Jadwal lokt", False),
        ("programme", "  Jadwal lok  ", False),
        ("programme", "Menyusunjadwal", False),
        ("programme", "Baris\nberikutnya", True),
        ("programme", "", False),
        (FIELD, "kunci dengan spasi", False),
        ("revision", "angka dengan spasi", False),
        ("kembali", "/skm/ dengan spasi", False),
        ("urutan", "satu dua tiga empat", False),
    ],
)
def test_a_text_is_shown_and_choices_and_hidden_marks_are_not(name, value, shown):
    assert texts_in([(name, value)]) == ([value] if shown else [])


# --- by what a form is known again


SENT = {"programme": "Papan", "units": ["1", "2"], FIELD: "kunci"}


def test_the_same_form_has_the_same_mark_whatever_its_order_and_token():
    assert mark_of(posted(**SENT)) == mark_of(posted(**dict(reversed(SENT.items())), csrfmiddlewaretoken="x"))
    assert len(mark_of(posted(**SENT))) == 64


@pytest.mark.parametrize(
    "other",
    [
        {"programme": "Papan "},
        {"programmes": "Papan"},
        {"units": ["1"]},
        {FIELD: "lain"},
        {"foto": file()},
        {"programme": "Papan\nunits=3"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_another_value_name_key_or_file_is_another_form(other):
    assert mark_of(posted(**SENT | other)) != mark_of(posted(**SENT))


@pytest.mark.parametrize(
    "other", [file(b"lain"), file(b"isi", "b.pdf"), file(b"isiisi")], ids=["bytes", "name", "more"]
)
def test_files_count_by_their_bytes_and_names_and_are_read_from_the_beginning_afterwards(other):
    request = posted(foto=file())
    mark = mark_of(request)
    assert mark == mark_of(posted(foto=file()))
    assert mark != mark_of(posted(foto=other))
    assert request.FILES["foto"].read() == b"isi"


def test_where_one_part_ends_and_the_next_begins_counts():
    assert mark_of(posted(a="b", c="d")) != mark_of(posted(a="bc=d"))
    assert mark_of(posted(a=["b", "c"])) != mark_of(posted(a=["bc", ""]))
