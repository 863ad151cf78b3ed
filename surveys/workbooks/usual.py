"""The mapping and the method that an office chose last for a questionnaire: offered next time, never in silence."""

from collections.abc import Mapping

from offices.models import Office
from surveys.models import QuestionMapping, Questionnaire, UsualMapping
from surveys.workbooks.inquiry import Usual


def usual_of(office: Office) -> Mapping[str, Usual]:
    """By the key of the questionnaire."""
    rows = UsualMapping.objects.filter(office=office).values_list("questionnaire__key", "mapping__key", "method")
    return {form: Usual(mapping, method) for form, mapping, method in rows}


def remember(office: Office, questionnaire: Questionnaire, mapping: QuestionMapping, method: str) -> None:
    UsualMapping.objects.update_or_create(
        office=office, questionnaire=questionnaire, defaults={"mapping": mapping, "method": method}
    )
