"""A sentence that ends in a name has one full stop, also where the name ends in a title."""

import pytest
from django.template import Context, Template


@pytest.mark.parametrize(
    ("name", "shown"), [("Sari Utami", "Sari Utami."), ("Budi, A.Md.", "Budi, A.Md."), ("", "."), ("S.H", "S.H.")]
)
def test_one_full_stop(name, shown):
    assert Template("{% load components %}{{ name|full_stop }}").render(Context({"name": name})) == shown
