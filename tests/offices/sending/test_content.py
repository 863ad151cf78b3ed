"""What of a form is a secret: every field for one, in every form that there is."""

from django import forms
from django.urls import get_resolver

from offices.sending.content import is_secret


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
