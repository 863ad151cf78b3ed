"""The documents that come with the portal, read without a database."""

import json
from functools import cache
from pathlib import Path

from surveys.instrument.document import document_of

DOCUMENTS = Path(__file__).parents[3] / "surveys/instrument/documents"
NINE = "permenpanrb-14-2017.json"
SIXTEEN = "skm-2025.json"


def written(name):
    return json.loads((DOCUMENTS / name).read_text(encoding="utf-8"))


@cache
def built_in():
    """Every questionnaire, by its key in order, as rows give them."""
    nine = document_of(written(NINE), {})
    others = document_of(written(SIXTEEN), {nine.key: nine.instrument.names})
    return tuple(sorted((*nine.forms, *others.forms), key=lambda form: form.key))
