"""The questionnaires that come with the portal, and what files call the elements of PermenPANRB 14/2017.

Reads the documents itself and asks no module of the portal, so that it does the same for ever; the documents of a
migration that has run are never changed (tests/surveys/instrument/test_built_in.py has their digests).
The way back leaves the rows to the migration before, which drops their tables.
"""

import json
from pathlib import Path
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

DOCUMENTS = Path(__file__).parents[1] / "instrument" / "documents"
NAMES = ("permenpanrb-14-2017.json", "skm-2025.json")
KEY = "permenpanrb-14-2017"


def load(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    for name in NAMES:
        document = json.loads((DOCUMENTS / name).read_text(encoding="utf-8"))
        instrument = apps.get_model("surveys", "Instrument").objects.get(key=KEY)
        elements = {element.key: element for element in instrument.elements.all()}
        if isinstance(document["instrument"], dict):
            for given in document["instrument"]["elements"]:
                elements[given["key"]].names = given["names"]
                elements[given["key"]].save(update_fields=["names"])
        there = set(instrument.questionnaires.values_list("key", flat=True))
        for form in [form for form in document["forms"] if form["key"] not in there]:
            _add(apps, instrument, elements, form)


def _add(apps: Apps, instrument: Any, elements: dict[str, Any], form: dict[str, Any]) -> None:
    def model(name: str) -> Any:
        return apps.get_model("surveys", name).objects

    row = model("Questionnaire").create(
        instrument=instrument, key=form["key"], name=form["name"], channel=form["channel"]
    )
    for position, method in enumerate(form["methods"], start=1):
        model("AllowedMethod").create(questionnaire=row, method=method, position=position)
    questions = {}
    for position, given in enumerate(form["questions"], start=1):
        question = model("AskedQuestion").create(
            questionnaire=row,
            code=given["code"],
            text=given["text"],
            texts=given.get("texts", []),
            position=position,
        )
        questions[given["code"]] = question
        for score, text in enumerate(given["labels"], start=1):
            model("AnswerWord").create(question=question, text=text, score=score, is_label=True)
        for text, score in given.get("also", {}).items():
            model("AnswerWord").create(question=question, text=text, score=score, is_label=False)
    for position, given in enumerate(form["mappings"], start=1):
        mapping = model("QuestionMapping").create(
            questionnaire=row, key=given["key"], name=given["name"], position=position
        )
        for element, codes in given["elements"].items():
            for code in codes:
                model("MappedQuestion").create(mapping=mapping, question=questions[code], element=elements[element])


class Migration(migrations.Migration):
    dependencies = [("surveys", "0003_questionnaires_and_bases")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
