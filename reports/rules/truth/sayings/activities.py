"""Through what kinds of activity a text says that plans were carried out. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.known import Truth
from reports.rules.truth.sayings.saying import Said
from reports.rules.truth.tokens.sentences import Sentence

_THROUGH = re.compile(
    r"\b(?:realisasi|pelaksanaan|tindak lanjut)\b[^.;]{0,140}?\b(?:dilaksanakan|dilakukan|diwujudkan"
    r"|direalisasikan) melalui (?:kegiatan )(?P<list>[^.;]*)"
)
TELLING = frozenset({"kata_pengantar", "3", "3.1", "3.3", "4", "4.penutup"})


def activities_told(sentence: Sentence, truth: Truth) -> Iterator[Said]:
    """S2: realisation told through a kind of activity that only open plans are of."""
    match = _THROUGH.search(sentence.low) if sentence.key in TELLING else None
    if not match or not truth.plan_words:
        return
    named = [plan for plan in truth.plan_words if plan.name]
    heads = {done: {plan.name.split()[0] for plan in named if plan.fact.done is done} for done in (True, False)}
    for item in re.finditer(r"\w+(?=,| dan | serta |$)", match["list"]):
        before = match["list"][: item.start()].rstrip()
        alone = not before or before.endswith((",", " dan", " serta")) or before in ("dan", "serta")
        if alone and item[0] in heads[False] - heads[True]:
            start = match.start("list") + item.start()
            message = (
                f"Realisasi diceritakan melalui {item[0]}, sedangkan RTL berupa {item[0]} belum selesai dilaksanakan; "
                "perbaiki teksnya, atau pakai {{ uraian_realisasi }} sebagai paragraf sendiri."
            )
            yield Said("S2", start, start + len(item[0]), message)
