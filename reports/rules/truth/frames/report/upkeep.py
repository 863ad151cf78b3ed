"""Which elements are kept up, by what, and by whom. Pure."""

import re
from collections.abc import Iterator

from reports.cycle.model import ALL_UNITS
from reports.document.facts import UpkeepFact
from reports.rules.truth.album import name_of
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.subjects import listed_from
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.stems import content_of
from reports.rules.words import word_set
from reports.words.language import count_word, integer_text, join_list

_KEPT = re.compile(r"\b(?:pemeliharaan|memelihara|dipelihara|dipertahankan|dijaga)\b")
_KEEPS = re.compile(
    r"\b(?:memelihara|mempertahankan|menjaga|pemeliharaan|memeliharanya)"
    r"(?: (?:mutu|nilai|capaian|kinerja))?(?: unsur)? *$"
    r"|\bditujukan (?:bagi|untuk|kepada)(?: unsur)? *$"
)
_NAMES_KEPT = re.compile(r"\bunsur yang (?:dipertahankan|dipelihara|dijaga)\b[^,;]*\b(?:ialah|adalah|yaitu|yakni)\b")
_AGENT = re.compile(
    r"(?:\boleh|\b(?:penanggung|tanggung) jawab(?:nya)? ?:?|\bpj(?:nya)? ?:?"
    r"|\bpenanggung jawab\b[^.;]{0,80}\b(?:adalah|ialah|yaitu|yakni)"
    r"|\b(?:dikoordinasikan|diurus|ditangani|dipimpin|dikelola|dijalankan|diadakan|diselenggarakan|dilaksanakan)"
    r"|\bdibebankan (?:hanya )?kepada)\s*$"
)
_ACTS = word_set("mengadakan melaksanakan menyelenggarakan mengurus mengelola mengoordinasikan")
_KEPT_SO = word_set("dipelihara dipertahankan dijaga")
_BESIDE = re.compile(r"^\s*(?:,|dan|serta|bersama|bersama dengan|beserta)\s*(?:dan\s*)?$")
_WORK = re.compile(
    r"\b(?:dihadiri|diikuti|narasumber|bantuan|diunggah|disaksikan|dibantu|dibuka|diperiksa|disampaikan)\b[^,;.]*$"
)
_SAME = 2
_KEEPING = word_set("memelihara mempertahankan menjaga merawat")
_PARTED = frozenset(("lain", "lainnya", "antaranya", "tertinggi", "terendah"))


@hears("N [^|NE]{0,2} u", "aim")
def elements_counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K92: *pemeliharaan dilakukan pada tiga unsur*."""
    at = match.start()
    token = sentence.tokens[at]
    low = sentence.text.lower()
    kept = len({fact.element.key for fact in truth.facts.upkeep})
    behind = {sentence.low(here) for here in range(at + 1, match.end() + 2)}
    if not kept or not _KEPT.search(low) or token.bound or behind & _PARTED or set("jbGg") & set(sentence.types):
        return
    own = sentence.where.upkeep is not None and sentence.low(at - 1) in _KEEPING
    if sentence.low(at - 1) == "dari" or not (sentence.where.section or own):
        return
    value = integer_text(kept) if sentence.low(at)[0].isdecimal() else count_word(kept)
    yield Told(at, at, token.number == kept, "K92", value, f"yang dipelihara adalah {value} unsur")


@hears("E", "aim")
def element_of_activity(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K92: *maklumat dipasang untuk memelihara unsur Persyaratan*."""
    at = match.start()
    start = max(sentence.types.rfind("E", 0, at), sentence.types.rfind("|", 0, at)) + 1
    lead = sentence.words(start, at - 1).lower() if start < at else ""
    if not _KEEPS.search(lead):
        return
    fact = _told_by(content_of(lead), truth)
    if fact:
        right = sentence.tokens[at].key in {each.element.key for each in truth.facts.upkeep if _same(each, fact)}
        yield Told(at, at, right, "K92", fact.element.name, f"kegiatan itu memelihara unsur {fact.element.name}")


@hears("E")
def element_kept(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K92: *unsur Persyaratan dipelihara melalui apel pagi*."""
    at = match.start()
    if sentence.low(at + 1) not in _KEPT_SO or sentence.where.section not in {"2.4", "3.2"}:
        return
    fact = _told_by(content_of(sentence.words(at + 1, sentence.clause(at)[1] - 1)), truth)
    if fact:
        right = sentence.tokens[at].key in {each.element.key for each in truth.facts.upkeep if _same(each, fact)}
        yield Told(at, at, right, "K92", fact.element.name, f"kegiatan itu memelihara unsur {fact.element.name}")


@hears("E")
def elements_named(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K92: *unsur yang dipelihara adalah Perilaku Pelaksana dan Persyaratan*."""
    at = match.start()
    first = sentence.clause(at)[0]
    # Over an aside: *yang dipelihara, sebagaimana dirangkum dalam tabel, adalah …*.
    if first and sentence.low(first - 1) == "sebagaimana":
        first = sentence.clause(first - 1)[0]
    lead = sentence.text[sentence.tokens[first].start : sentence.tokens[at].start].lower()
    kept = {fact.element.key: fact.element.name for fact in truth.facts.upkeep}
    if not kept or not (sentence.where.section or (sentence.where.upkeep and _NAMES_KEPT.search(lead))):
        return
    told = _KEPT.search(lead) or (sentence.where.section in {"2.4", "3.2"} and _KEEPS.search(lead))
    if not told or set("E!") & set(sentence.types[first:at]) or "j" in sentence.types or "bagian dari" in lead:
        return
    places = listed_from(sentence, at)
    named = {sentence.tokens[place].key for place in places}
    value = join_list([name for key, name in kept.items() if key not in named] or list(kept.values()))
    for place in places:
        right = sentence.tokens[place].key in kept
        yield Told(place, place, right, "K92", value, f"unsur yang dipelihara meliputi {value}")


@hears("E [^|E]{0,6}", "aim")
def own_element_named(sentence: Scanned, match: re.Match[str], _truth: Truth) -> Iterator[Told]:
    """K92: *unsur Persyaratan ini kami pertahankan melalui …*, in a field of another element's upkeep."""
    upkeep = sentence.where.upkeep
    words = {sentence.low(here) for here in range(match.start() + 1, match.end())}
    if upkeep is None or match.start() > 1 or "ini" not in words:
        return
    name = upkeep.element.name
    right = sentence.tokens[match.start()].key == upkeep.element.key
    given = f"yang dipelihara pada baris ini adalah unsur {name}"
    yield Told(match.start(), match.start(), right, "K92", name, given)


def _same(one: UpkeepFact, other: UpkeepFact) -> bool:
    return one.data.activity == other.data.activity


def _told_by(words: frozenset[str], truth: Truth) -> UpkeepFact | None:
    """The upkeep that words speak of, if they speak of none and of no plan as much."""
    shared = [(len(words & content_of(name_of(fact))), fact) for fact in truth.facts.upkeep]
    most = max((count for count, _fact in shared), default=0)
    best = [fact for count, fact in shared if count == most]
    planned = max((len(words & content_of(plan.name)) for plan in truth.facts.plans), default=0)
    return best[0] if most >= _SAME and most > planned and len(best) == 1 else None


@hears("U")
def unit_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K92: *pemeliharaan unsur Persyaratan diurus oleh Instalasi Farmasi*."""
    at = match.start()
    fact = _upkeep_of(sentence, at, truth)
    if fact is None or not fact.data.units:
        return
    for place in _agents(sentence, at):
        alone = fact.data.units == ALL_UNITS and "hanya" in sentence.text[: sentence.tokens[place].start].lower()
        right = sentence.tokens[place].key in fact.data.units or (fact.data.units == ALL_UNITS and not alone)
        value = _units(sentence, place, fact, truth)
        yield Told(place, place, right, "K92", value, f"penanggung jawab pemeliharaan itu adalah {value}")


def _agents(sentence: Scanned, at: int) -> Iterator[int]:
    """The units that are said to act, where one at a place is the first of them."""
    lead = sentence.text[: sentence.tokens[at].start].lower()
    acts = sentence.low(at + 1) in _ACTS and not lead.strip()
    if not acts and (not _AGENT.search(lead) or _WORK.search(lead)):
        return
    yield at
    following = sentence.types.find("U", at + 1)
    while following > 0 and _BESIDE.match(
        sentence.text[sentence.tokens[at].end : sentence.tokens[following].start].lower()
    ):
        yield following
        at = following
        following = sentence.types.find("U", at + 1)


def _upkeep_of(sentence: Scanned, at: int, truth: Truth) -> UpkeepFact | None:
    """The upkeep of the field, or that of which a section's sentence speaks."""
    if sentence.where.upkeep or not sentence.where.section:
        return sentence.where.upkeep
    lead = sentence.text[: sentence.tokens[at].start].lower()
    said = lead.rpartition(", sedangkan")[2] if lead.strip() else sentence.text
    told = _told_by(content_of(said), truth)
    if told or not _KEPT.search(lead):
        return told
    left = sentence.left(at, "E")
    own = [fact for fact in truth.facts.upkeep if left >= 0 and fact.element.key == sentence.tokens[left].key]
    return own[0] if len(own) == 1 else None


def _units(sentence: Scanned, at: int, fact: UpkeepFact, truth: Truth) -> str:
    """Who answers for an upkeep, by names as long as the one that was written."""
    units = {unit.key: unit for unit in truth.facts.cycle.office.units}
    told = units[sentence.tokens[at].key]
    short = told.short_name.lower() == sentence.low(at) and told.short_name != told.name
    if short or fact.data.units == ALL_UNITS:
        return join_list(truth.facts.responsible(fact.data))
    return join_list([units[key].name for key in fact.data.units])
