"""Which figure shows what a sentence speaks of, and how many photos there are. Pure."""

import re
from collections.abc import Iterator

from reports.rules.truth.album import Album
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.frames.report.pointers import Pointer, leads_elsewhere, pointers_in, said_of
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.stems import content_of
from reports.rules.words import word_set
from reports.words.language import count_word, integer_text, join_list, number_runs

_CLEAR = 1.3
"""So much likeness says that a figure is meant, if another is named that has none of it."""
_LESS = 0.4
_OF_ALL = re.compile(
    r"laporan ini(?!.*\b(?:rtl|pemeliharaan|rencana))|\bseluruhnya\b"
    r"|\b(?:seluruh|jumlah) (?:dokumentasi|foto|gambar)\b"
)
_OF_PLANS = re.compile(r"\b(?:rtl|rencana tindak lanjut)\b.*\bseluruhnya\b|\bseluruh (?:rtl|rencana tindak lanjut)\b")
_EACH = word_set("masing-masing setiap tiap antaranya sisanya salah selebihnya selain")
_OTHERS = word_set("lain lainnya tambahan dari di per pertama")
_BESIDE = word_set("juga pula lanjutan bandingkan")
_PHOTOS = word_set("foto gambar dokumentasi fotonya gambarnya")
_PIECES = word_set("buah lembar")
_EXACTLY = word_set("dalam dengan sebanyak berjumlah terlampir didukung dilampirkan disertai dilengkapi melalui yakni")


@hears("^ [^Z]* Z", "aim", "definition")
def figures_told(sentence: Scanned, _match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K90: *Kursi baru terlihat pada Gambar 4*."""
    for pointer in pointers_in(sentence):
        if pointer.kind != "gambar" or leads_elsewhere(sentence, pointer):
            continue
        numbers = [int(number) for number in pointer.numbers if number.isdecimal()]
        if not numbers or any(truth.album.numbered(number) is None for number in numbers):
            continue
        meant = _meant(sentence, pointer, numbers, truth)
        right = not meant
        value = (
            f"Gambar {join_list([str(each) for each in meant] if len(meant) == 2 else number_runs(meant))}"
            if meant
            else ""
        )
        yield Told(pointer.first, pointer.last, right, "K90", value, f"yang memperlihatkannya adalah {value}")


def _meant(sentence: Scanned, pointer: Pointer, numbers: list[int], truth: Truth) -> tuple[int, ...]:
    """The figures that are meant in place of those that are named; none where these may be right."""
    if own := _own_caption(sentence, pointer, truth):
        return () if numbers == [own] else (own,)
    album = truth.album
    words = content_of(next(iter(said_of(sentence, pointer)), ""))
    shown, likeness = album.shown_by(words)
    if _is_clear(words, shown, likeness, album):
        if len(numbers) > 1:
            shown = album.of(next(figure.fact for figure in album.figures if figure.number == shown[0]))
        strays = set(numbers) - set(shown)
        return shown if any(album.likeness_of(words, number) < _LESS * likeness for number in strays) else ()
    if len(shown) == len(numbers) == 1 and album.only_one_shows(words, shown[0], numbers[0]):
        return shown
    own_figures = album.of(sentence.where.plan or sentence.where.upkeep)
    strays = {number for number in set(numbers) - set(own_figures) if not album.likeness_of(words, number)}
    return own_figures if strays and not set(sentence.text.lower().split()) & _BESIDE else ()


def _own_caption(sentence: Scanned, pointer: Pointer, truth: Truth) -> int:
    """The number of the photo whose caption begins with a pointer, or 0."""
    if pointer.first or sentence.start or not sentence.where.photo:
        return 0
    return next((figure.number for figure in truth.album.figures if figure.file == sentence.where.photo), 0)


def _is_clear(words: frozenset[str], shown: tuple[int, ...], likeness: float, album: Album) -> bool:
    """Whether words can only mean some figures: they share much with them, or all of a caption."""
    figures = [figure for number in shown if (figure := album.numbered(number))]
    whole = any(figure.caption and figure.caption <= words for figure in figures)
    groups = len({id(figure.fact) for figure in figures})
    shared = max((len(words & (figure.caption | figure.group)) for figure in figures), default=0)
    return groups == 1 and likeness >= _CLEAR and (whole or shared > 1)


@hears("[NkA]")
def photos_counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K90: *terekam dalam empat foto*, *laporan ini memuat 18 gambar*."""
    if not _counts_photos(sentence, match.start()):
        return
    places = [at for at in range(len(sentence.tokens)) if _counts_photos(sentence, at)]
    # Only some photos, or photos of each of several things.
    is_part = (
        sentence.low(places[-1] + 2) in _OTHERS or {word.strip(".,;") for word in sentence.text.lower().split()} & _EACH
    )
    if match.start() != places[0] or is_part:
        return
    of, count = _counted(sentence, places[0], truth)
    told = [sentence.tokens[at] for at in places]
    if not count or any(token.bound for token in told):
        return
    together = sum(int(token.number or 0) for token in told)
    exact = of == "laporan ini" or bool(
        _EXACTLY & {sentence.low(here) for here in range(max(0, places[0] - 4), places[0])}
    )
    right = together == count or (together < count and not exact)
    written = sentence.words(places[0], places[0])
    value = integer_text(count) if any(letter.isdecimal() for letter in written) else count_word(count)
    yield Told(places[0], places[-1], right, "K90", value, f"{of} memuat {value} foto")


def _counts_photos(sentence: Scanned, at: int) -> bool:
    token = sentence.tokens[at]
    if token.number is None or token.kind not in "NkA" or token.places:
        return False
    if token.kind == "k" and not sentence.low(at).startswith("ke"):
        return False
    return sentence.low(at + 1) in _PHOTOS and (token.kind != "A" or token.key in _PIECES)


def _counted(sentence: Scanned, at: int, truth: Truth) -> tuple[str, int]:
    """Whose photos are counted in a sentence, and how many those are; 0 where it does not say."""
    own = sentence.where.plan or sentence.where.upkeep
    low = sentence.text.lower()
    if _OF_PLANS.search(low[: sentence.tokens[at].start]):
        return "RTL", sum(len(truth.album.of(fact)) for fact in truth.facts.plans)
    if _OF_ALL.search(low[: sentence.tokens[at].start]):
        return "laporan ini", len(truth.album.figures)
    if own:
        return "kegiatan ini", len(truth.album.of(own))
    words = content_of(low)
    shown, likeness = truth.album.shown_by(words)
    if _is_clear(words, shown, likeness, truth.album):
        fact = next(figure.fact for figure in truth.album.figures if figure.number == shown[0])
        return "kegiatan itu", len(truth.album.of(fact))
    if "pemelihara" in low and sentence.where.section == "3.2":
        return "pemeliharaan unsur", sum(len(truth.album.of(fact)) for fact in truth.facts.upkeep)
    return "", 0
