"""Which elements are the highest and lowest, at which rank, and which of two is higher. Pure."""

import re
from collections.abc import Iterator

from reports.document.facts import ElementFact
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.subjects import keys_at, listed_before, listed_from
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.words import word_set
from reports.words.language import join_list, ordinal_word

_COPULAS = word_set(
    "adalah yaitu yakni ialah : ( pada oleh terdapat dimiliki diraih diperoleh ditempati dicapai ada merupakan berupa "
    "meliputi terletak untuk diikuti jatuh diduduki unsur yang"
)
_PART = re.compile(
    r"\b(?:dari|di antara|antara|kelompok|di kalangan) (?:\w+ )?(?:unsur-unsur|unsur)"
    r" (?:yang (?!di(?:survei|nilai|ukur|amati))|bermutu|prioritas|berkategori|itu|tersebut)"
)
_TOGETHER = re.compile(r"\bunsur ini (?:bersama|beserta|dan|serta)(?: dengan)?(?: unsur)? $")
_LEFT_OUT = re.compile(
    r"\b(?:tidak|tak|tanpa) (?:di|ikut |meng)?(?:hitung|perhitungkan|sertakan|masukkan)"
    r"|\bdikesampingkan|\bdikeluarkan|\bdiabaikan"
)
_AMONG = frozenset(("antara", "kelompok", "sebagian"))
_HELD_TO = frozenset(("di bawah", "di atas", "daripada", "mendekati", "terhadap", "setelah"))
_HIGHER = frozenset(("lebih tinggi", "lebih baik", "di atas", "melebihi", "melampaui", "mengungguli"))
_LOWER = frozenset(("lebih rendah", "lebih buruk", "di bawah"))


@hears("~ (?P<k>k) [.]? E", "condition")
def counted_off(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K44: *dari yang paling rendah, maka yang pertama adalah A, yang kedua B*."""
    at = match.end() - 1
    ends = [here for kind in "tb" if (here := sentence.types.rfind(kind, 0, match.start())) >= 0]
    number = sentence.tokens[match.start("k")].number
    if not ends or number is None or not truth.scored or int(number) > len(truth.scored) or "j" in sentence.types:
        return
    lowest = sentence.types[max(ends)] == "b"
    key = sentence.tokens[at].key
    told = int(number)
    is_right = _fits((key,), told, truth, lowest=lowest)
    names = join_list([element.name for element in _right(1, told, truth, lowest=lowest)])
    word = ordinal_word(told) if told > 1 else "pertama"
    given = f"unsur pada urutan {word} adalah {names}; {_own_rank(key, truth, lowest=lowest)}"
    yield Told(at, at, is_right, "K44", names, given)


@hears("[fNE] [^|]{0,12} [vV] [^|XNC]{0,3} [Eu]", "other time", "exception", "denied")
def exceeded_by(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K44: *tidak ada unsur yang lebih rendah daripada unsur ini*, *hanya A yang lebih tinggi daripada B*."""
    last = match.end() - 1
    way = max(match[0].rfind("v"), match[0].rfind("V")) + match.start()
    own = sentence.tokens[last].key if sentence.types[last] == "E" else sentence.where.element
    quantity = next((token.key for token in sentence.tokens[match.start() : way] if token.kind == "f"), "")
    is_own = sentence.types[last] == "E" or sentence.low(last + 1) == "ini"
    if sentence.low(way) not in _HIGHER | _LOWER or quantity not in {"none", "only"} or not own or not is_own:
        return
    subject = truth.facts.elements[own]
    if subject.score is None:
        return
    lower = sentence.low(way) in _LOWER
    beyond = [each for score, each in truth.scored if (score < subject.score if lower else score > subject.score)]
    named = {
        sentence.tokens[at].key: sentence.stances[at]
        for at in range(sentence.clause(way)[0], way)
        if sentence.types[at] == "E"
    }
    right: bool | None = not {each.key for each in beyond} - named.keys()
    if quantity == "only":
        told = {key for key, stance in named.items() if stance != "exception"}
        right = {each.key for each in beyond} == told if told else None
    if right is not None:
        names = join_list([each.name for each in beyond]) or "tidak satu pun unsur"
        given = f"{names} bernilai lebih {'rendah' if lower else 'tinggi'}; {_own_rank(own, truth, lowest=lower)}"
        yield Told(match.start(), last, right, "K44", names, given)


@hears("E [^|E]{1,10} E", "other time")
def compared(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K44: *A lebih tinggi daripada B*."""
    one = match.start()
    other = match.end() - 1
    ways = [here for here in range(one + 1, other) if sentence.low(here) in _HIGHER | _LOWER]
    if len(ways) != 1 or "!" in sentence.types[one:other] or sentence.types[one + 1] in "&,":
        return
    word = sentence.low(ways[0])
    between = {sentence.low(here) for here in range(ways[0], other)}
    if between & {"semester", "tahun", "sebelumnya", "periode", "rata-rata"} or sentence.types[ways[0] + 1] in "XNC":
        return
    yield from _compared(sentence, (one, other), (sentence.tokens[one].key, word), truth)


def _compared(sentence: Scanned, span: tuple[int, int], told: tuple[str, str], truth: Truth) -> Iterator[Told]:
    key, word = told
    first = truth.facts.elements[key]
    second = truth.facts.elements[sentence.tokens[span[1]].key]
    if first.score is None or second.score is None or first.key == second.key:
        return
    right = first.score > second.score if word in _HIGHER else first.score < second.score
    given = f"nilai {first.name} {first.score_text} dan nilai {second.name} {second.score_text}"
    yield Told(*span, right, "K44", f"{first.score_text}; {second.score_text}", given)


@hears("[nu] [^|EXN]{1,8} E", "other time")
def own_compared(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K44: *unsur ini lebih tinggi daripada B*, in a field of one element."""
    at = match.end() - 1
    ways = [here for here in range(match.start(), at) if sentence.low(here) in _HIGHER | _LOWER]
    words = {sentence.low(here) for here in range(match.start(), at)}
    key = sentence.where.element
    if (
        not key
        or len(ways) != 1
        or "ini" not in words
        or "j" in match[0]
        or "!" in match[0]
        or words & {"semester", "sebelumnya"}
    ):
        return
    yield from _compared(sentence, (match.start(), at), (key, sentence.low(ways[0])), truth)


@hears("E k", "condition")
def place_listed(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K44: *A menempati urutan pertama, B kedua, C ketiga*."""
    first, _end = sentence.clause(match.start())
    lead = sentence.words(first, match.start()).lower()
    if sentence.types[match.start() - 1 : match.start()] in set(",&u") and re.search(
        r"\b(?:peringkat|urutan|posisi|tempat) (?:pertama|teratas|kesatu|ke-1)\b", lead
    ):
        yield from _placed(sentence, match.start(), match.end() - 1, truth)


@hears("E [^|E]{0,7} k")
def place_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K44: *menempati peringkat kedua*, from the highest on."""
    element = match.start()
    at = match.end() - 1
    if sentence.low(at - 1) in {"peringkat", "urutan", "ranking", "posisi", "rangking", "tempat"}:
        yield from _placed(sentence, element, at, truth)


def _placed(sentence: Scanned, element: int, at: int, truth: Truth) -> Iterator[Told]:
    told = int(sentence.tokens[at].number or 0)
    lowest = "b" in sentence.types[at : at + 3] or "bawah" in sentence.text.lower()[sentence.tokens[at].end :][:20]
    if not truth.scored or told < 1 or told > len(truth.scored) or "j" in sentence.types[element:at]:
        return
    key = sentence.tokens[element].key
    right = _right(1, told, truth, lowest=lowest)
    names = join_list([each.name for each in right])
    ranks = {each.key: place for place, (_s, each) in enumerate(reversed(truth.scored), 1)}
    value = ordinal_word(ranks[key] if not lowest else len(ranks) + 1 - ranks[key])
    word = ordinal_word(told) if told > 1 else "pertama"
    own = f"unsur {truth.facts.elements[key].name} berada pada urutan {value} (peringkat {ranks[key]})"
    given = f"{own}, dan pada urutan {word} {names}"
    of_all = sentence.types[at + 1 : at + 4] == ".Nu" and sentence.tokens[at + 2].number == len(truth.scored)
    if of_all:  # *urutan ketujuh dari sembilan unsur* counts elements, not scores
        ordered = truth.scored if lowest else tuple(reversed(truth.scored))
        is_right = ordered[told - 1][0] == truth.facts.elements[key].score
    else:
        is_right = _fits((key,), told, truth, lowest=lowest) or key in {each.key for each in right}
    yield Told(element, at, is_right, "K44", f"{value}; {names}", given)


@hears("[tb]")
def end_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K44: elements called the highest or lowest, or the second of them."""
    at = match.start()
    if not truth.scored or truth.facts.all_equal or not _is_of_score(sentence, at) or _is_yardstick(sentence, at):
        return
    places = _named(sentence, at)
    if not places:
        yield from _of_field(sentence, at, truth)
        return
    near = range(max(0, at - 4), min(len(sentence.types), at + 4))
    if any(sentence.low(here) in _AMONG and not _is_of_all(sentence, here, truth) for here in near):
        return
    keys = keys_at(sentence, places)
    own = sentence.where.element
    if own and own not in keys and _TOGETHER.search(sentence.text[: sentence.tokens[places[0]].start].lower()):
        keys = (own, *keys)
    lowest = sentence.types[at] == "b"
    told = _rank(sentence, at)
    negated = "!" in sentence.types[min(places[-1], at) : max(places[0], at)]
    right = _right(len(keys), told, truth, lowest=lowest)
    is_right = _fits(keys, told, truth, lowest=lowest)
    if among := _top(sentence, at):
        ordered = [element.key for _score, element in (truth.scored if lowest else tuple(reversed(truth.scored)))]
        right = [truth.facts.elements[key] for key in ordered[:among]]
        is_right = all(truth.facts.elements[key].score in {each.score for each in right} for key in keys)
    elif not is_right and _is_milder(sentence, at, (keys, told), truth, lowest=lowest):
        return
    if negated:
        return
    if "=" in sentence.types and len(keys) > 1 and is_right:
        ordered_keys = sorted(keys, key=lambda key: truth.facts.elements[key].score or 0, reverse=not lowest)
        scores = [truth.facts.elements[key].score for key in keys]
        is_right = scores == [truth.facts.elements[key].score for key in ordered_keys]
        right = [truth.facts.elements[key] for key in ordered_keys]
    names = join_list([element.name for element in right])
    name = "terendah" if lowest else "tertinggi"
    name = f"{name} {ordinal_word(told)}" if told > 1 else name
    ends = truth.facts.lowest if lowest else truth.facts.highest
    placeholder = f"unsur_{name}" if told == 1 and len(ends) == len(keys) else ""
    given = f"unsur dengan nilai {name} adalah {names}"
    if len(keys) == 1 and not is_right:
        given = f"{given}; {_own_rank(keys[0], truth, lowest=lowest)}"
    yield Told(places[0], places[-1], is_right, "K44", names, given, placeholder)


def _is_of_all(sentence: Scanned, among: int, truth: Truth) -> bool:
    """Whether *di antara sembilan unsur* means all of them."""
    behind = sentence.tokens[among + 1 : among + 3]
    return any(token.key == "all" or token.number == len(truth.scored) for token in behind)


def _is_yardstick(sentence: Scanned, at: int) -> bool:
    """Whether an end is only what something is held to: *0,1 di bawah unsur tertinggi*, *dari nilai tertinggi 4*."""
    behind = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    if behind and behind.kind in "NX" and behind.number in (4, 100):
        return True
    before = at - 1
    while before >= 0 and sentence.types[before] in "nuNf":
        before -= 1
    return sentence.low(before) in _HELD_TO and sentence.types[before + 1 : at] != ""


def _of_field(sentence: Scanned, at: int, truth: Truth) -> Iterator[Told]:
    """*Unsur ini memperoleh nilai terendah*, in a field of one element."""
    key = sentence.where.element
    first, end = sentence.clause(at)
    points = (
        any(sentence.low(here) in {"ini", "inilah"} for here in range(first, at))
        or "u" not in sentence.types[first:end]
    )
    points = points or (not first and sentence.types[0] in "un")
    others = any(sentence.types[here] == "E" and sentence.stances[here] != "exception" for here in range(first, at))
    if not key or not points or others or "!" in sentence.types[first:at]:
        return
    lowest = sentence.types[at] == "b"
    told = _rank(sentence, at)
    last = at + 1 if sentence.types[at + 1 : at + 2] == "k" else at
    is_right = _fits((key,), told, truth, lowest=lowest)
    if is_right or not _is_milder(sentence, at, ((key,), told), truth, lowest=lowest):
        names = join_list([element.name for element in _right(1, told, truth, lowest=lowest)])
        name = "terendah" if lowest else "tertinggi"
        name = f"{name} {ordinal_word(told)}" if told > 1 else name
        own = _own_rank(key, truth, lowest=lowest)
        yield Told(at, last, is_right, "K44", names, f"unsur dengan nilai {name} adalah {names}; {own}")


def _is_milder(sentence: Scanned, at: int, told: tuple[tuple[str, ...], int], truth: Truth, *, lowest: bool) -> bool:
    """Whether the end is one of some elements only: *dari unsur yang bermutu A, yang paling rendah*."""
    keys, rank = told
    part = bool(_PART.search(sentence.text[: sentence.tokens[at].start].lower()))
    rest = part or _fits_rest(sentence, keys, rank, truth, lowest=lowest)
    return rest or _is_loose(sentence, at, keys, truth, lowest=lowest)


def _fits_rest(sentence: Scanned, keys: tuple[str, ...], told: int, truth: Truth, *, lowest: bool) -> bool:
    """Whether it is right where an element that the sentence leaves out does not count: *kalau A tidak dihitung*."""
    left_out = {
        token.key
        for token, stance in zip(sentence.tokens, sentence.stances, strict=True)
        if token.kind in "Ee" and (stance == "exception" or (stance == "condition" and _LEFT_OUT.search(sentence.text)))
    }
    everywhere = [each.key for _score, each in (truth.scored if lowest else reversed(truth.scored))]
    ordered = [key for key in everywhere if key not in left_out]
    first = told - 1
    if told > 1 and everywhere[told - 2] in left_out:  # *terendah kedua setelah A*: of all
        return False
    return bool(left_out) and set(keys) == set(ordered[first : first + len(keys)])


def _own_rank(key: str, truth: Truth, *, lowest: bool) -> str:
    """At which place an element stands, from that end: *unsur X berada pada urutan kedua terendah*."""
    ordered = [element.key for _score, element in (truth.scored if lowest else tuple(reversed(truth.scored)))]
    place = ordered.index(key) + 1
    word = ordinal_word(place) if place > 1 else "pertama"
    from_top = len(ordered) + 1 - place if lowest else place
    end = f"{word} {'terendah' if lowest else 'tertinggi'} (peringkat {from_top} dari {len(ordered)})"
    return f"unsur {truth.facts.elements[key].name} pada urutan {end}"


def _top(sentence: Scanned, at: int) -> int:
    """So many as *masuk tiga besar* speaks of; 0 where no such group is told."""
    first, _end = sentence.clause(at)
    for here in range(first, at):
        number = sentence.tokens[here].number
        grouped = sentence.low(here + 1) in {"besar", "teratas", "terbawah"}
        joins = sentence.low(here - 1) in {"masuk", "termasuk", "dalam", "jajaran"}
        if sentence.types[here] == "N" and number is not None and (grouped or joins):
            return int(number)
    return 0


def _is_of_score(sentence: Scanned, at: int) -> bool:
    """Whether the superlative is one of scores: they or elements are spoken of, or an element stands beside it."""
    if sentence.stances[at] != "asserted":
        return False
    if sentence.low(at) in {"terbesar", "terkecil", "terbaik"} and sentence.types[at - 1 : at] not in {"n", "i", "u"}:
        return False
    if sentence.types[at - 1 : at] == "E" and sentence.types[at + 1 : at + 2] == "k":
        return True
    first, end = sentence.clause(at)
    near = set(sentence.types[max(first, at - 8) : min(end, at + 5)])
    around = {sentence.low(here) for here in range(max(first, at - 3), min(end, at + 3))}
    if around & {"peringkat", "urutan", "posisi", "ranking", "capaian", "perolehan", "tempat"}:
        return True
    return bool(near & set("nusihX")) or (sentence.before is not None and bool(set(sentence.before.types) & set("nE")))


def _rank(sentence: Scanned, at: int) -> int:
    """1, or the second, third … that is told before or behind the superlative."""
    for here in (at + 1, at - 1):
        if 0 <= here < len(sentence.types) and sentence.types[here] == "k":
            return int(sentence.tokens[here].number or 1)
    return 1


def _named(sentence: Scanned, at: int) -> tuple[int, ...]:
    """The elements that a superlative speaks of: those that it goes on to name, else those before it."""
    first, end = sentence.clause(at)
    left = sentence.types.rfind("E", first, at)
    right = sentence.types.find("E", at + 1, end)
    other = [here for kind in "tb" if (here := sentence.types.rfind(kind, first, at)) >= 0]
    if left >= 0 and max(other, default=-1) > left:
        left = -1
    behind = [here for kind in "tb" if (here := sentence.types.find(kind, at + 1, end)) >= 0]
    if right >= 0 and min(behind, default=end) < right:
        right = -1
    if right >= 0 and _goes_on(sentence, at, right, has_left=left >= 0):
        return listed_from(sentence, right)
    if left >= 0 and sentence.types[left + 1] not in "&" and at - left <= 16:
        return listed_before(sentence, left)
    return ()


def _goes_on(sentence: Scanned, at: int, right: int, *, has_left: bool) -> bool:
    between = [sentence.low(here) for here in range(at + 1, right)]
    kinds = sentence.types[at + 1 : right]
    if set("&Δ") & set(kinds) or "dari" in between[-2:] or len(between) > 12:
        return False
    copula = any(word in _COPULAS for word in between)
    if "," in kinds and not {"yaitu", "yakni", "adalah", "ialah"} & set(between):
        fronted = sentence.low(sentence.clause(at)[0]) in {"sebagai", "dengan", "meraih"}
        return fronted and not has_left
    return copula or (not kinds.strip("ukXN<>") and (not has_left or len(kinds) < 2))


def _right(count: int, told: int, truth: Truth, *, lowest: bool) -> list[ElementFact]:
    """The elements at that end: so many from it on with those that share the last score, or those of one rank."""
    ordered = truth.scored if lowest else tuple(reversed(truth.scored))
    if told > 1:
        scores = list(dict.fromkeys(own for own, _element in ordered))
        return [element for own, element in ordered if own in scores[told - 1 : told]]
    last = ordered[min(count, len(ordered)) - 1][0]
    return [element for own, element in ordered if (own <= last if lowest else own >= last)]


def _fits(keys: tuple[str, ...], told: int, truth: Truth, *, lowest: bool) -> bool:
    if told > 1:
        ordered = [element.key for _score, element in (truth.scored if lowest else tuple(reversed(truth.scored)))]
        dense = [element.key for element in _right(1, told, truth, lowest=lowest)]
        at_place = truth.facts.elements[ordered[told - 1]].score if told <= len(ordered) else None
        return all(key in dense or truth.facts.elements[key].score == at_place for key in keys)
    scores = {element.key: score for score, element in truth.scored}
    own = [scores[key] for key in keys if key in scores]
    others = [score for key, score in scores.items() if key not in keys]
    if not own or not others:
        return True
    return max(own) <= min(others) if lowest else min(own) >= max(others)


def _is_loose(sentence: Scanned, at: int, keys: tuple[str, ...], truth: Truth, *, lowest: bool) -> bool:
    """Whether less is said than the extreme: one of several low ones, the lowest of the priorities."""
    first, end = sentence.clause(at)
    low = sentence.text[sentence.tokens[first].start : sentence.tokens[end - 1].end].lower()
    ordered = [element.key for _score, element in (truth.scored if lowest else tuple(reversed(truth.scored)))]
    if "salah satu" in low or "termasuk" in low or "tergolong" in low or "relatif" in low or "cenderung" in low:
        half = ordered[: (len(ordered) + 1) // 2]
        return all(key in half for key in keys)
    if "j" in sentence.types[first:end]:
        inside = [key for key in ordered if key in truth.priority_keys]
        return keys[:1] == tuple(inside[:1])
    return False
