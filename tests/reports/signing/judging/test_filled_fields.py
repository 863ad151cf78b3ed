"""An empty signature field that is filled in: it gets its value, and says and shows nothing else than before."""

import pytest
from pyhanko.pdf_utils import generic

from reports.signing.judging.judge import judged
from reports.signing.verify import Added
from tests.reports.signing.foreign import signed_by

LARGE = generic.ArrayObject(map(generic.NumberObject, (20, 20, 500, 500)))


def filled(prepared, authority, **entries):
    """The field signed by another program, which writes these entries of it anew in the same update."""

    def change(writer):
        field = writer.root["/AcroForm"]["/Fields"][0].get_object()
        for name, value in entries.items():
            field[generic.pdf_name(f"/{name}")] = value
        writer.update_container(field)

    pdf = signed_by(prepared, *authority.issue("Sri Contoh"), "TandaTangan", existing=True, before=change)
    return judged(pdf, len(prepared))


def test_an_empty_field_takes_a_signature(prepared, authority):
    assert filled(prepared, authority) == Added.SIGNATURE


@pytest.mark.parametrize(
    "entries",
    [
        {"Rect": LARGE},
        {"F": generic.NumberObject(0)},
        {"TU": generic.pdf_string("Disetujui")},
        {"MK": generic.DictionaryObject({generic.pdf_name("/CA"): generic.pdf_string("Disetujui")})},
        {"AA": generic.DictionaryObject()},
    ],
    ids=lambda entries: next(iter(entries)),
)
def test_a_field_that_is_filled_in_does_not_change_besides(prepared, authority, entries):
    assert filled(prepared, authority, **entries) == Added.OTHER
