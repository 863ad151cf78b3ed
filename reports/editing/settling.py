"""Figures and names of an own text that agree with the data, and the verbs that turn them into placeholders and back.

What is printed stays the same to the letter, and follows the data from then on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import CharField, Q, Subquery
from django.db.models.functions import Cast

from offices.declining import Declined
from offices.models import AuditEvent, User
from reports.document.facts import Facts
from reports.document.fields import SectionAt
from reports.document.vocabulary import words_of
from reports.editing.narratives import Written, own_texts, write_text
from reports.editing.remarks import case_with
from reports.models import Narrative
from reports.rules.case import Case
from reports.rules.truth.reading import Mention
from surveys.locking import open_cycle
from surveys.models import Survey

NOTHING = "Tidak ada angka atau nama dalam teks ini yang dapat dijadikan data otomatis."
LATER = "Teks ini sudah diubah lagi sesudahnya, sehingga tidak dapat diurungkan."
_AROUND = 40
_NAMES = ("satker_lengkap", "satker", "penandatangan", "jabatan_penandatangan")
"""What a name of this report may be replaced by: what no other claim of its sentence rests on."""
_BY_RANK = ("{{ unsur_terendah }}", "{{ unsur_tertinggi }}")
"""Never: scores and reasons around the name are those of its element; a name that is typed is told of when it is
no longer the lowest."""


@dataclass(frozen=True, slots=True)
class InText:
    """Words in a text with what stands around them; ``placeholder`` is what would print the same."""

    before: str
    words: str
    after: str
    placeholder: str = ""


@dataclass(frozen=True, slots=True)
class TextLedger:
    """Of one text: what the portal cannot check, and what could follow the data."""

    unknown: tuple[InText, ...]
    settleable: tuple[InText, ...]


def text_ledger(case: Case, key: str) -> TextLedger:
    """What is to be said of the figures and names of a section's own text."""
    typed = case.cycle.narrative.get(key, "")
    unknown = (_in_text(typed, each) for each in _mentions_in(case, key) if each.verdict == "unknown")
    settleable = (_in_text(typed, each, name) for each, name in _settleable(case, key))
    return TextLedger(tuple(unknown), tuple(settleable))


def settle(survey: Survey, actor: User, written: Written, facts: Facts) -> int:
    """Keep a text as somebody typed it, with placeholders for what agrees with the data; says for how much.

    Raises Declined where there is nothing of the kind, and all that ``write_text`` raises.
    """
    case = case_with(facts.source, {written.key: written.text})
    chosen = tuple(_settleable(case, written.key))
    text = written.text
    for mention, name in reversed(chosen):
        text = text[: mention.start] + name + text[mention.end :]
    if not chosen:
        raise Declined(NOTHING, "text")
    settled = Written(written.key, text, written.seen)
    write_text(survey, actor, settled, facts, "text.settle", typed=written.text)
    return len(chosen)


def settling_to_undo(survey: Survey, actor: User, key: str, stored: str) -> AuditEvent | None:
    """The event by which this person settled a text, if nothing became of the text since; ``stored``: as it is."""
    rows = Narrative.objects.filter(followup__survey=survey, section=key)
    is_of_it = Q(object_kind="narrative", object_id=Cast(Subquery(rows.values("pk")[:1]), CharField()))
    last = AuditEvent.objects.filter(is_of_it).first() if "{{" in stored else None
    if last is None or last.action != "text.settle" or last.actor_id != actor.pk:
        return None
    return last if last.after["text"] == stored else None


def undo_settling(survey: Survey, actor: User, key: str, facts: Facts) -> None:
    """Put the text back that was there before it was settled; raises Declined where it has changed since."""
    with open_cycle(survey) as held:
        event = settling_to_undo(held, actor, key, own_texts(held).get(key, ""))
        if event is None:
            raise Declined(LATER)
        typed = event.after.get("typed", event.before["text"])
        was = Written(key, typed, event.after["text"])
        write_text(held, actor, was, facts, "text.unsettle")


def _mentions_in(case: Case, key: str) -> Iterator[Mention]:
    for mention in case.reading.mentions:
        if isinstance(mention.place.thing, SectionAt) and mention.place.thing.key == key:
            yield mention


def _settleable(case: Case, key: str) -> Iterator[tuple[Mention, str]]:
    """What agrees with the data and has a placeholder that prints the very same words, in the order of the text."""
    typed = case.cycle.narrative.get(key, "")
    values = {f"{{{{ {name} }}}}": value(case.facts) for name, (_meaning, value) in words_of(case.facts).items()}
    end = 0
    for mention in sorted(_mentions_in(case, key), key=lambda each: each.start):
        offered = (mention.placeholder,) if mention.placeholder else tuple(f"{{{{ {name} }}}}" for name in _NAMES)
        name = next((name for name in offered if values.get(name) == mention.words), "")
        is_as_typed = typed[mention.start : mention.end] == mention.words
        may_follow = mention.verdict == "right" and name and name not in _BY_RANK
        if may_follow and is_as_typed and mention.start >= end:
            end = mention.end
            yield mention, name


def _in_text(typed: str, mention: Mention, placeholder: str = "") -> InText:
    """A mention with the words around it on its line."""
    before = typed[: mention.start].rpartition("\n")[2].replace("*", "")
    after = typed[mention.end :].partition("\n")[0].replace("*", "")
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return InText(before, typed[mention.start : mention.end], after, placeholder)
