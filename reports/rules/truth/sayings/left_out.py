"""What a text on every element or plan leaves out. Pure."""

from collections.abc import Iterator

from reports.rules.truth.known import Truth
from reports.rules.truth.sayings.plans import plans_in
from reports.rules.truth.sayings.saying import Said
from reports.rules.truth.tokens.sentences import ReadText, Sentence
from reports.words.language import join_list

_PASSAGES = {"3.1": "uraian_realisasi", "2.3": "uraian_rencana"}


def elements_left_out(reading: ReadText, truth: Truth) -> Iterator[tuple[Sentence, Said]]:
    """S3: section 3.1 tells of single priorities, but not of each: one paragraph of its own is missing."""
    priorities = {p.element.key: p.element.name for p in truth.facts.priorities if p.plans}
    if reading.key != "3.1" or _PASSAGES["3.1"] in reading.passages or len(priorities) < 2 or not _is_long(reading):
        return
    told = set()
    for sentence in reading.sentences:
        named = {mention.key for mention in truth.names.mentions(sentence.low)} & set(priorities)
        # A sentence that merely lists all of them is about none.
        told |= named if named != set(priorities) else set()
    missing = [name for key, name in priorities.items() if key not in told]
    if told and missing:
        message = (
            f"Bagian ini menceritakan unsur prioritas satu per satu, tetapi tidak menceritakan unsur "
            f"{join_list(missing)}; "
            "lengkapi, atau pakai {{ uraian_realisasi }} sebagai paragraf sendiri."
        )
        first = reading.sentences[0]
        yield first, Said("S3", 0, len(first.text), message)


def plans_left_out(reading: ReadText, truth: Truth) -> Iterator[tuple[Sentence, Said]]:
    """S4: a section tells of single plans, but not of each."""
    passage = _PASSAGES.get(reading.key)
    if passage is None or passage in reading.passages or not _is_long(reading):
        return
    told = {each.plan.name for sentence in reading.sentences for each in plans_in(sentence, truth, 0.6)}
    missing = [p.fact for p in truth.plan_words if p.name not in told]
    if len(told) >= 2 and missing:
        rows = join_list([f"{fact.number} {fact.point}" for fact in missing])
        message = (
            f"Bagian ini menyebut beberapa RTL, tetapi tidak menyebut RTL {rows}; lengkapi, atau pakai "
            f"{{{{ {passage} }}}} sebagai paragraf sendiri."
        )
        first = reading.sentences[0]
        yield first, Said("S4", 0, len(first.text), message)


def _is_long(reading: ReadText) -> bool:
    return bool(reading.sentences) and reading.sentences[-1].paragraph > 0
