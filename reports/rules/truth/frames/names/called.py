"""What a text calls the elements of the survey: unofficial names, names of none, two told as one. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reports.rules.truth.element_names import MERGED, Named, Names
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned, tokens_within
from reports.rules.truth.stance import ANY

_FAULTS = {"waktu": "M1", "persyaratan": "M2", "produk": "M3"}
_AFTER_UNSUR = re.compile(r"\bunsur(?: pelayanan| prioritas| layanan)? (?=\S)")
_LIST = re.compile(
    r"\b(?:unsur(?:-unsur)?)(?: (?:pelayanan|layanan|skm|prioritas|yang|diukur|dinilai|dalam|survei|tersebut"
    r"|penilaian|itu|ini|terdapat))*,? ?"
    r"(?:antara lain|yaitu|yakni|meliputi|mencakup|terdiri (?:atas|dari)|adalah|seperti|di antaranya|:)(?: unsur)?:? "
)
_ENDS = re.compile(
    r"[;:(]|\b(?:yang|agar|untuk|sehingga|dengan|karena|guna|perlu|masih|telah|sudah|ditetapkan|menjadi"
    r"|memperoleh|mendapat|dipandang|sebagai)\b"
)
_ITEM = re.compile(r",? (?:dan|serta|atau) |, ?")
_SURVEY = re.compile(r"\b(?:skm|survei|ikm|nilai|mutu|skor|prioritas|kepuasan|unsur (?:pelayanan|layanan))\b")
_MEETING = re.compile(
    r"\b(?:rapat|dihadiri|perwakilan|undangan|melibatkan|peserta|tim|panitia|forum|keanggotaan"
    r"|unsur (?:pimpinan|masyarakat))\b"
)
_NAMED = re.compile(
    r"(?!(?:Program|Pelayanan|Layanan|Prioritas|SKM|Tindak|Penilaian|Terendah|Tertinggi|Survei|Yang"
    r"|Dengan)\b)[A-Z][\w/]*(?:(?:,| dan| &)? [A-Z][\w/]*)*"
)
_GRADED = re.compile(r"(?:bermutu |berkategori |mutu |kategori )?(?:[abcd]|(?:sangat |kurang |tidak )?baik)\b")
"""A grade, of which a list tells how many elements have it: it is the name of none."""
_FILLERS = re.compile(r"^(?:dan|serta|lain-lain|lainnya|sebagainya|masing-masing|antara lain|unsur)?$")


@hears("^", *ANY)
def names_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """M1–M3, K48: unofficial names of elements; M16: what is none; M17: two told as one (in sections)."""
    low = sentence.text.lower()
    if not sentence.where.section or ("unsur" not in low and "(" not in low):
        return
    elements = _Elements(sentence, low, truth.names)
    # A name before its score in brackets, where *unsur* does not announce it: Waktu Pelayanan (3,25).
    for mention in truth.names.mentions(low):
        scored = re.match(r" \((?:nilai )?[1-4],\d", low[mention.end :])
        announced = re.search(r"\bunsur(?: \w+)? $", low[: mention.start])
        if scored and not announced and not mention.official:
            yield elements.unofficial(mention)
    for match in _AFTER_UNSUR.finditer(low):
        yield from elements.single(match.end())
    for match in _LIST.finditer(low):
        if _SURVEY.search(low) and not _MEETING.search(low[: match.end()]):
            yield from elements.listed(match.end())


@dataclass(frozen=True, slots=True)
class _Elements:
    """What a sentence says of elements, and which there are."""

    sentence: Scanned
    low: str
    names: Names

    def single(self, place: int) -> Iterator[Told]:
        """The name that stands behind *unsur*, written as a name."""
        merged = MERGED.match(self.low, place)
        if merged:
            yield self._merged(merged)
            return
        found = self._at(place)
        if not self.sentence.text[place].isupper() and (found is None or found.short):
            return
        if found and not found.official and not self._is_longer_name(found):
            yield self.unofficial(found)
        elif not found and _SURVEY.search(self.low) and not _MEETING.search(self.low):
            match = _NAMED.match(self.sentence.text, place)
            if match and not _GRADED.match(match[0].lower()):
                yield self._none(match.span())

    def listed(self, place: int) -> Iterator[Told]:
        """Each item of a list of elements, in capitals or not."""
        end = place + next((m.start() for m in _ENDS.finditer(self.low[place:])), len(self.low) - place)
        at = place
        while at < end:
            found = self._at(at)
            merged = MERGED.match(self.low, at, end)
            if merged:
                yield self._merged(merged)
            elif found and not found.official and not found.short:
                yield self.unofficial(found)
            elif not found:
                yield from self._unknown(at, end)
            start = merged.end() if merged else found.end if found else at
            at = self._next_item(start, end)

    def _at(self, place: int) -> Named | None:
        match = self.names.pattern.match(self.low, place)
        if not match:
            return None
        found = self.names.whole(match[0])
        return found and Named(found.key, match.start(), match.end(), found.official, found.short)

    def _is_longer_name(self, found: Named) -> bool:
        """Whether a mere word goes on as another name, which is no element: told as such, not as unofficial."""
        return found.short and bool(re.match(r" [A-Z]", self.sentence.text[found.end :]))

    def _next_item(self, at: int, end: int) -> int:
        match = _ITEM.search(self.low, at, end)
        if not match:
            return end
        further = _ITEM.match(self.low, match.end(), end)
        place = further.end() if further else match.end()
        return place + (6 if self.low.startswith("unsur ", place) else 0)

    def _unknown(self, start: int, end: int) -> Iterator[Told]:
        """The item that starts at a place, where it is written like a name and is none."""
        next_item = _ITEM.search(self.low, start, end)
        text = self.sentence.text[start : next_item.start() if next_item else end]
        end = start + len(text.rstrip(" .,"))
        item = re.sub(r"^(?:dan|serta|unsur) ", "", self.low[start:end])
        inside = self.names.all_mentions(item)
        is_name = 1 <= len(item.split()) <= 4 and not any(c.isdigit() for c in item) and not _GRADED.match(item)
        if is_name and not inside and "unsur" not in item and not _FILLERS.match(item):
            yield self._none((start, end))

    def unofficial(self, found: Named) -> Told:
        """A name that only shortens the official one is told, and no warning."""
        official = self.names.official[found.key]
        rule = _FAULTS.get(found.key, "K48")
        first, last = tokens_within(self.sentence, found.start, found.end)
        shortens = self.low[found.start : found.end] in official.lower()
        given = f"nama unsur itu adalah {official}"
        return Told(first, last, False, rule, official, given, f"unsur_{found.key}", not (shortens and rule == "K48"))

    def _merged(self, match: re.Match[str]) -> Told:
        first, last = tokens_within(self.sentence, *match.span())
        both = "Kompetensi Pelaksana dan Perilaku Pelaksana"
        return Told(first, last, False, "M17", both, f"{both} adalah dua unsur")

    def _none(self, span: tuple[int, int]) -> Told:
        first, last = tokens_within(self.sentence, *span)
        return Told(first, last, False, "M16", "", "tidak ada unsur pelayanan dengan nama itu")
