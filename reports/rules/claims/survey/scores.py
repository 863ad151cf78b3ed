"""What a text says of single elements: their scores, and which is highest or lowest. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.document.facts import ElementFact
from reports.rules.claims.grammar.contexts import COMPARES, LATER, clause, is_bound, measures_something_else
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.names import Mention
from reports.rules.claims.grammar.numbers import Number, decimals
from reports.rules.claims.grammar.reading import Sentence
from reports.rules.claims.grammar.saying import Said, against
from reports.words.language import join_list

_UNIT = re.compile(
    r"\s?(?:%|persen|poin|hari|jam|menit|km|meter|m2|m²|orang|juta|miliar|ribu|ton|kg|ha|gb|mb|mbps|kali|tahun)\b"
)
_EACH = re.compile(r"\b(?:masing-masing|berturut-turut)\b")
_ALL = re.compile(
    r"\b(?:(?:seluruh|semua|sembilan|keseluruhan|\d+) unsur|rata-rata (?:seluruh|keseluruhan|gabungan|tertimbang))\b"
)
_BETWEEN = re.compile(
    r"^(?:\s*\([^)]*\))?\s*(?:,|;|dan|serta|&|, dan|, serta|; dan|; serta|, unsur|dan unsur|serta unsur)\s*$"
)
_AFTER = re.compile(r"\s*\)?,? ?(?:\S+ ){0,2}?(?:pada|untuk|bagi|di|diperoleh|oleh|adalah)(?: unsur)? $")
_ENDS = frozenset({"terendah", "tertinggi", "paling"})
_SUPERLATIVE = re.compile(
    r"\b(?P<one>salah satu )?(?:unsur |dengan |yang )*(?:(?:nilai|skor|capaian|indeks|nrr|nilai rata-rata"
    r"|penilaian|perolehan)[a-z ]{0,25}?|unsur (?:pelayanan )?)"
    r"\b(?P<end>terendah|tertinggi|paling rendah|paling tinggi)\b(?P<rank> (?:kedua|ketiga|keempat|kelima"
    r"|berikutnya|lainnya))?"
)


def scores_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K42: a score (1,00–4,00) that the sentence gives to an element, and is not its own."""
    if known.facts.index is None:
        return
    scores = _Scores(sentence, known)
    numbers = [n for n in decimals(sentence.low) if 1 <= n.value <= 4 and not scores.is_other(n)]
    mentions = scores.named() if numbers else []
    for number, owners in scores.paired(mentions, numbers):
        elements = [known.facts.elements[key] for key in owners] or scores.by_end(number)
        wrong = [e for e in elements if e.score is not None and not number.tells(e.score)]
        if wrong and (not COMPARES.search(sentence.low) or re.search(r"\bmenjadi $", sentence.low[: number.start])):
            element = wrong[0]
            given = f"nilai unsur {element.name} adalah {element.score_text}" if element.score else ""
            yield against(sentence, "K42", (number.start, number.end), given, f"{{{{ nilai_{element.key} }}}}")


@dataclass(frozen=True, slots=True)
class _Scores:
    """What a sentence says of scores, and what the data give."""

    sentence: Sentence
    known: Known

    def is_other(self, number: Number) -> bool:
        low = self.sentence.low
        other = _UNIT.match(low, number.end) or re.search(
            r"\b(?:rp|pasal|tabel|gambar|grafik|bab|versi|pukul|bagian|butir)\.? ?$", low[: number.start]
        )
        return bool(other) or is_bound(low, number.start, number.end) or measures_something_else(low, number.start)

    def paired(self, mentions: list[Mention], numbers: list[Number]) -> Iterator[tuple[Number, list[str]]]:
        each = _EACH.search(self.sentence.low)
        first = [m for m in mentions if each and m.start < each.start()]
        if each and len(first) == len(numbers):
            yield from ((number, [mention.key]) for number, mention in zip(numbers, first, strict=True))
            return
        for number in numbers:
            yield number, self._owner(mentions, number)

    def _owner(self, mentions: list[Mention], number: Number) -> list[str]:
        low = self.sentence.low
        start, _end = clause(low, number.start)
        before = [m for m in mentions if start <= m.start and m.end <= number.start]
        following = next((m for m in mentions if m.start >= number.end), None)
        between = low[before[-1].end : number.start] if before else ""
        if before and re.fullmatch(r"\s*\(\s*(?:nilai |nrr |skor )?", between):
            return [before[-1].key]
        if following and _AFTER.fullmatch(low[number.end : following.start]):
            return [following.key]
        is_far = len(between) > 120 or re.search(r"\d,\d\d", between)  # or another number came first
        if not before or is_far or _ALL.search(between):
            return []
        return [mention.key for mention in listed(low, before)]

    def by_end(self, number: Number) -> list[ElementFact]:
        """Where no element is named, but the lowest or highest score is told."""
        start, _end = clause(self.sentence.low, number.start)
        head = self.sentence.low[start : number.start]
        match = re.search(
            r"\bnilai (?:unsur )?(?P<end>terendah|tertinggi)(?: (?:yaitu|adalah|sebesar|mencapai|diperoleh|yang"
            r"|sebesar))* $",
            head,
        )
        if not match:
            return []
        facts = self.known.facts
        return list((facts.lowest if match["end"] == "terendah" else facts.highest)[:1])

    def named(self) -> list[Mention]:
        """The elements named; mere words of theirs only behind *unsur* or before a number in brackets."""

        def counts(mention: Mention) -> bool:
            head = self.sentence.low[: mention.start]
            tail = self.sentence.low[mention.end :]
            return not mention.short or bool(re.search(r"\bunsur $", head) or re.match(r" \([1-4],\d", tail))

        return [mention for mention in self.known.names.all_mentions(self.sentence.low) if counts(mention)]

    def ranked(self, match: re.Match[str]) -> Iterator[Said]:
        start, end = clause(self.sentence.low, match.start())
        named = [m for m in self.named() if start <= m.start < end]
        before = [m for m in named if m.end <= match.start()]
        after = [m for m in named if m.start >= match.end()]
        if re.search(r"\btidak\b|\bbukan\b", self.sentence.low[start : match.end()]):
            return
        about = listed(self.sentence.low, before) if before else self._following(match.end(), after)
        keys = list(dict.fromkeys(m.key for m in about))
        lowest = match["end"].endswith("rendah")
        if keys and not self._are_the(keys, lowest=lowest):
            right = self._right(len(keys), lowest=lowest)
            name, placeholder = ("terendah", "unsur_terendah") if lowest else ("tertinggi", "unsur_tertinggi")
            given = f"unsur dengan nilai {name} adalah {join_list([element.name for element in right])}"
            ends = self.known.facts.lowest if lowest else self.known.facts.highest
            suggestion = f"{{{{ {placeholder} }}}}" if len(keys) == len(ends) else ""
            yield against(self.sentence, "K44", (about[0].start, about[-1].end), given, suggestion)

    def _right(self, count: int, *, lowest: bool) -> list[ElementFact]:
        """The so many elements that are the lowest (highest), from the end on, with those that share the last score."""
        scored = [(element.score, element) for element in self.known.facts.elements.values() if element.score]
        ordered = sorted(scored, key=lambda pair: pair[0], reverse=not lowest)
        last = ordered[min(count, len(ordered)) - 1][0]
        return [element for score, element in ordered if (score <= last if lowest else score >= last)]

    def _following(self, end: int, after: list[Mention]) -> list[Mention]:
        """The elements that a superlative goes on to name: all that are listed together."""
        together = after[:1]
        if not together or len(self.sentence.low[end : together[0].start]) > 60:
            return []
        for mention in after[1:]:
            if not _BETWEEN.match(self.sentence.low[together[-1].end : mention.start]):
                break
            together.append(mention)
        return together

    def _are_the(self, keys: list[str], *, lowest: bool) -> bool:
        """Whether these are the lowest (highest) so many: no other scores beyond the best (worst) of them."""
        scores = {key: element.score for key, element in self.known.facts.elements.items() if element.score is not None}
        told = [scores[key] for key in keys if key in scores]
        others = [score for key, score in scores.items() if key not in keys]
        if not told or not others:
            return True
        return max(told) <= min(others) if lowest else min(told) >= max(others)


def listed(low: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The last elements that are named together: ``A, B, dan C``."""
    together = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if not _BETWEEN.match(low[mention.end : together[0].start]):
            break
        together.insert(0, mention)
    return together


def ranks_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """K44: elements called the lowest or highest that are not."""
    low = sentence.low
    if known.facts.index is None or not _ENDS & sentence.words or COMPARES.search(low) or LATER.search(low):
        return
    for match in _SUPERLATIVE.finditer(low):
        if not match["rank"] and not match["one"]:
            yield from _Scores(sentence, known).ranked(match)


def _following(low: str, end: int, after: list[Mention]) -> list[Mention]:
    """The elements that a superlative goes on to name: all that are listed together."""
    together = after[:1]
    if not together or len(low[end : together[0].start]) > 60:
        return []
    for mention in after[1:]:
        if not _BETWEEN.match(low[together[-1].end : mention.start]):
            break
        together.append(mention)
    return together
