"""The verbs for an office's own texts: write one in place of the standard text, or go back to that.

What sections there are is in sections.py, what they say by themselves in document/standard/.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from followups.models import FollowUp
from offices.audit import record
from offices.declining import Declined, Overtaken
from offices.invisible import tidied
from offices.models import User
from reports.document.facts import Facts
from reports.document.placeholders import INCOMPLETE, stray_braces, unknown_placeholders
from reports.document.sections import SECTIONS, name_of
from reports.document.standard import standard_text
from reports.document.vocabulary import PASSAGES, nearest, words_of
from reports.models import Narrative
from surveys.locking import open_cycle
from surveys.models import Survey

LONGEST_TEXT = 20_000
Writing = Literal["text.write", "text.settle", "text.unsettle"]
"""How a text came to be: typed, its figures turned into placeholders, or that undone."""


@dataclass(frozen=True, slots=True)
class Written:
    """A text as somebody wrote it for a section, and the own text of that section which they had ``seen``."""

    key: str
    text: str
    seen: str


def own_texts(survey: Survey) -> dict[str, str]:
    """The sections that the office wrote itself, by key."""
    return dict(Narrative.objects.filter(followup__survey=survey).values_list("section", "text"))


def write_text(
    survey: Survey, actor: User, written: Written, facts: Facts, action: Writing = "text.write", typed: str = ""
) -> None:
    """Put an own text in place of a section's present one; ``typed``: how it was before the portal settled it.

    Raises Declined for an empty or overlong text, for placeholders that do not exist and for the
    standard text itself; Overtaken; KeyError for a section that there is not.
    """
    key = written.key
    text = tidied(written.text)
    _check(SECTIONS[key].title, text, standard_text(key, facts), facts)
    with open_cycle(survey) as held:
        followup = FollowUp.objects.get(survey=held)
        stored = own_texts(held).get(key, "")
        if tidied(stored) == text:  # saved already, by this person or by another
            return
        if tidied(stored) != tidied(written.seen):
            raise Overtaken(stored=stored)
        row, _made = Narrative.objects.update_or_create(followup=followup, section=key, defaults={"text": text})
        after = {"text": text} | ({"typed": typed} if typed and typed != stored else {})
        record(actor, action, row, held.office, before={"text": stored}, after=after)


def restore_standard(survey: Survey, actor: User, key: str) -> None:
    """Go back to the standard text of a section; KeyError for a section that there is not."""
    label = name_of(key)
    with open_cycle(survey) as held:
        stored = own_texts(held).get(key, "")
        Narrative.objects.filter(followup__survey=held, section=key).delete()
        record(actor, "text.restore", label, held.office, before={"text": stored}, after={"text": ""})


def _check(title: str, text: str, standard: str, facts: Facts) -> None:
    if not text:
        raise Declined(f"Teks {title} masih kosong. Untuk memakai teks baku, pilih Kembali ke teks baku.", "text")
    if len(text) > LONGEST_TEXT:
        raise Declined(f"Teks ini {len(text)} karakter; paling banyak {LONGEST_TEXT}. Ringkaskan dahulu.", "text")
    if complaint := placeholder_complaint(text, facts):
        raise Declined(complaint, "text")
    if text == tidied(standard):
        raise Declined("Teks ini sama dengan teks baku, sehingga tidak perlu disimpan.", "text")


def placeholder_complaint(text: str, facts: Facts) -> str:
    """What is wrong with the placeholders of a text, in sentences; nothing if they all stand for something."""
    words = words_of(facts)
    wrong = unknown_placeholders(text, words)
    amid = [name for name in wrong if name in PASSAGES]
    unknown = [name for name in wrong if name not in PASSAGES]
    told = []
    if unknown:
        told.append(f"Isian berikut tidak dikenal: {_named(unknown)}. {_meant(unknown, (*words, *PASSAGES))}")
    if amid:
        told.append(f"Isian berikut adalah uraian dan harus berdiri sendiri sebagai satu paragraf: {_named(amid)}.")
    stray = stray_braces(text)
    if "{{" in stray or "}}" in stray:
        told.append(INCOMPLETE.format(line=stray))
    return " ".join(told)


def _meant(unknown: Iterable[str], known: Iterable[str]) -> str:
    """The nearest known placeholders, or where to find all of them."""
    known = tuple(known)
    near = dict.fromkeys(filter(None, (nearest(name, known) for name in unknown)))
    if not near:
        return "Pilih dari daftar isian yang tersedia."
    return f"Yang paling mendekati: {_named(near)}."


def _named(names: Iterable[str]) -> str:
    return ", ".join(f"{{{{ {name} }}}}" for name in names)
