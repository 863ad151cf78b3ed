"""The office's own texts of an earlier period, and the verb that takes them over.

Their placeholders speak of the new period at once; what was typed as it stood is for the rules to find.
"""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Subquery

from followups.models import FollowUp
from offices.audit import record
from offices.declining import Declined, Overtaken
from offices.models import User
from reports.document.facts import Facts
from reports.document.sections import SECTIONS, name_of
from reports.editing.narratives import own_texts, placeholder_complaint
from reports.models import Narrative
from surveys.fetching import earlier_surveys
from surveys.locking import open_cycle
from surveys.models import Survey


@dataclass(frozen=True, slots=True)
class EarlierTexts:
    """The latest earlier survey of the office that has own texts, and these by section, in the report's order."""

    survey: Survey
    texts: dict[str, str]


def earlier_texts(survey: Survey) -> EarlierTexts | None:
    of_any = Narrative.objects.values("followup__survey")
    latest = earlier_surveys(survey).filter(pk__in=of_any).values("pk")[:1]
    written = list(Narrative.objects.filter(followup__survey=Subquery(latest)).select_related("followup__survey"))
    if not written:
        return None
    texts = {row.section: row.text for row in written}
    return EarlierTexts(written[0].followup.survey, {key: texts[key] for key in SECTIONS if key in texts})


def fingerprint(present: dict[str, str], earlier: dict[str, str]) -> str:
    """What somebody saw who chose: another one where a text changed since, here or there."""
    return sha256(repr((sorted(present.items()), sorted(earlier.items()))).encode()).hexdigest()


def take_over(survey: Survey, actor: User, chosen: Collection[str], seen: str, facts: Facts) -> int:
    """Put chosen own texts of the latest earlier period in place of the present ones; says how many.

    Raises Declined where nothing was chosen, or a text has placeholders that there are not;
    Overtaken where ``seen`` is not what is there now.
    """
    with open_cycle(survey) as held:
        earlier = earlier_texts(held)
        present = own_texts(held)
        texts = {key: text for key, text in (earlier.texts if earlier else {}).items() if key in chosen}
        if earlier is None or not texts:
            raise Declined("Belum ada bagian yang dipilih. Centang sekurang-kurangnya satu bagian.")
        if seen != fingerprint(present, earlier.texts):
            raise Overtaken
        if complaint := next(filter(None, (placeholder_complaint(text, facts) for text in texts.values())), ""):
            raise Declined(complaint)
        followup = FollowUp.objects.get(survey=held)
        for key, text in texts.items():
            Narrative.objects.update_or_create(followup=followup, section=key, defaults={"text": text})
        before = {key: present[key] for key in texts if key in present}
        after = {"copy_of": earlier.survey.period, "text": _told(texts)}
        record(actor, "text.take_over", held, held.office, before={"text": _told(before)}, after=after)
    return len(texts)


def _told(texts: dict[str, str]) -> str:
    """Several sections as one text of the trail, each under its name."""
    return "\n\n".join(f"{name_of(key)}:\n{text}" for key, text in texts.items())
