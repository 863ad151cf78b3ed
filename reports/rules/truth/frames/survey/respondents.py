"""Respondents and population, and the shares of one in the other and of their classes. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.judges.numbers import tells, written
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.token import Token
from reports.rules.truth.tokens.words import CLASSES
from reports.rules.words import word_set
from reports.words.language import integer_text
from surveys.profiles import AGE
from surveys.sampling import sample_of

CLASS_NAMES = {key: words.partition(";")[0].removeprefix("lulusan ").upper() for key, words in CLASSES.items()}
_SHARE_WORDS = word_set("lainnya tersebut pertama lain")
_GROUPED = word_set(
    "kelompok kalangan kategori golongan menyatakan menilai memilih mengeluhkan menyebut berusia menjawab"
)
_GO_ON = word_set("dari yang pada untuk atau dengan . selama sebagai dalam dan di")
_FULL = word_set(
    "mengisi berpartisipasi terlibat menjadi dilibatkan terjaring memberikan mengikuti diperoleh menjawab "
    "mengembalikan ditarik dijaring mewakili diminta "
    "ditetapkan disurvei tersebar berasal dihimpun terkumpul terpilih dipilih diambil ditentukan menyatakan hadir"
)
_ANSWERED = word_set("diikuti diisi dijawab dihadiri diwakili dikuti terisi diberikan")
_OTHERS = re.compile(r"\b(?:di antara|di kalangan|dari seluruh|tidak disurvei|pegawai|petugas)\b")
_DOES = re.compile(r"(?:me|ber)[a-z]{3,}")
"""What only some of them do: *46 responden menuliskan saran*."""
_COUNTS = word_set("berjumlah sebanyak mencapai tercatat merupakan sejumlah meliputi")
_MOST = re.compile(r"\b(?:terbanyak|paling banyak|mendominasi|dominan)\b")
_BY_CLASS = re.compile(r"\bmenurut (?:jenjang |tingkat |latar )?(?:pendidikan|pekerjaan|jenis kelamin|usia|umur)\b")
_BASE = re.compile(r"\b(?:dari|di antara|antara) (?:\d+ |para |kalangan )?(?:responden )?$")
_WIDENED = re.compile(r"\s*(?:ke atas|ke bawah|atau lebih|dan seterusnya|sampai|hingga|\))")
_CLASS_BEHIND = re.compile(r"[,<][^|N]{0,3}[CF][,>]?[^|N,]{0,4}[κB]|[^|N,]{0,4}[κB](?![.:<,~t]{0,3}[NC])")
"""Of what class those are who are counted: *61 responden, atau 18,65%, tercatat berpendidikan sarjana*."""
_DISTRIBUTES = word_set("setiap per tiap rata-rata minimal")


@hears("s [^|N]{0,6} N x")
def filled_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K55: *yang mengisi kuesioner berjumlah 190 orang*."""
    at = match.end() - 2
    noun = match.start()
    token = sentence.tokens[at]
    count = truth.facts.cycle.survey.respondents
    if count is not None and sentence.low(noun - 1) == "mengisi" and "!" not in sentence.types[:at]:
        given = f"jumlah responden adalah {integer_text(count)}"
        yield Told(at, at, tells(token, count), "K55", written(count, token), given, "jumlah_responden")


@hears("B")
def age_most_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K80: *kelompok umur terbanyak, yakni 26–34 tahun*."""
    at = match.start()
    ages = truth.facts.cycle.survey.profile.get("age", {})
    key = "-".join(re.findall(r"\d+", sentence.words(at, at)))
    low = sentence.text.lower()
    if (
        key in ages
        and re.search(r"\b(?:usia|umur)\b", low)
        and re.search(r"\b(?:terbanyak|terbesar|dominan|mendominasi)", low)
    ):
        most = max(ages, key=lambda each: ages[each])
        value = AGE.classes[most]
        yield Told(
            at, at, ages[key] == ages[most], "K80", value, f"kelompok usia terbanyak adalah {value} ({ages[most]})"
        )


@hears("F [.]? q")
def fraction_of_population(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K80: *kurang dari seperempat pengguna layanan*."""
    at = match.start()
    survey = truth.facts.cycle.survey
    if (
        survey.population
        and survey.respondents is not None
        and any(n.number == survey.respondents for n in sentence.tokens)
    ):
        share = Fraction(survey.respondents, survey.population)
        value = written(share * 100, Token("C", 0, 0, places=2))
        yield Told(
            at,
            at,
            _is_about(sentence.tokens[at], share),
            "K80",
            value,
            f"bagian responden dari populasi adalah {value}",
        )


@hears("[rs] [^|NC]{0,3} C")
def rate_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K80: *tingkat partisipasi survei 90,48%*."""
    at = match.end() - 1
    survey = truth.facts.cycle.survey
    low = sentence.text.lower()
    if survey.population and survey.respondents is not None and ("partisipasi" in low or "response rate" in low):
        yield _share(sentence, at, Fraction(survey.respondents, survey.population), "responden dari populasi")


@hears("N [^|N,<>]{0,8} [rs]")
def answered_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K55: *96 warga bersedia menjadi responden*, *28 warga yang mengisi kuesioner*."""
    at = match.start()
    noun = match.end() - 1
    token = sentence.tokens[at]
    count = truth.facts.cycle.survey.respondents
    joint = sentence.low(noun - 1)
    becomes = sentence.types[noun] == "r" and joint in {"menjadi", "sebagai"}
    fills = sentence.types[noun] == "s" and joint in {"mengisi", "mengembalikan", "menjawab"}
    filled = sentence.low(noun) == "pengisian kuesioner" or "!" in match[0]
    if "κ" in match[0] or count is None or not (becomes or fills) or filled or _is_beside_all(sentence, at, count):
        return
    part = sentence.types[max(0, at - 2) : at] in {"F.", "N.", "C."}
    if part and sentence.low(at - 1) == "dari" and token.number == truth.facts.cycle.survey.population:
        return
    given = f"jumlah responden adalah {integer_text(count)}"
    yield Told(at, at, tells(token, count), "K55", written(count, token), given, "jumlah_responden")


@hears("(?P<n>N) [.] N [.r]? [.]{0,2} (?P<κ>κ)")
@hears("(?P<κ>κ) [^|κC]{0,14} (?P<n>C)")
@hears("(?P<n>[NC]) x? [r.]? [.]? (?P<κ>κ)")
@hears("(?P<n>N) [xr] [,<] [.]? C [,>] [.~]{0,3} (?P<κ>κ)")
@hears("(?P<κ>κ) [<] κ [>] [.:]{0,2} (?P<n>[NC])")
@hears("(?P<κ>κ) [.x:<,~t]{0,5} (?P<n>[NC])")
def class_counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K80: how many respondents are of a class: *98 laki-laki*, *perempuan 48,42%*."""
    at = match.start("n")
    word = match.start("κ")
    token = sentence.tokens[at]
    margin, _colon, key = sentence.tokens[word].key.partition(":")
    counted = truth.facts.cycle.survey.profile.get(margin, {})
    told = sentence.types + (sentence.before.types if sentence.before else "")
    if token.kind == "N" and sentence.low(at - 1) == "dari" and sentence.types[at - 2 : at - 1] == "N":
        return
    by_class = _BY_CLASS.search(sentence.text.lower())
    if key not in counted or not (set(told) & set("rs") or by_class or "responden" in sentence.low(word)):
        return
    if _is_within_class(sentence, word, at) or (word < at and sentence.types[at + 1 : at + 3].strip("xr.")[:1] == "κ"):
        return
    if "r" not in sentence.types and not by_class and _OTHERS.search(sentence.text.lower()):
        return
    if token.kind == "C":
        whole = sum(counted.values())
        survey = truth.facts.cycle.survey
        shares = {Fraction(counted[key], total) for total in (whole, survey.respondents) if total}
        right = next((share for share in shares if tells(token, share * 100)), Fraction(counted[key], whole))
        yield _share(sentence, at, right, f"responden {sentence.low(word)}")
        return
    given = f"jumlah responden {sentence.low(word)} adalah {integer_text(counted[key])}"
    yield Told(at, at, tells(token, counted[key]), "K80", written(counted[key], token), given)


def _is_within_class(sentence: Scanned, word: int, at: int) -> bool:
    """Whether only some of a class are told, or more than it: *40% responden perempuan mengeluhkan*, *S1 ke atas*."""
    token = sentence.tokens[word]
    if _BASE.search(sentence.text[: token.start].lower()) and at > word:
        return True
    last = max(word, at)
    behind = sentence.low(last + 1)
    does = bool(_DOES.fullmatch(behind)) and at < word and behind not in _FULL | _GO_ON
    inside = {sentence.low(here) for here in range(word, at)}
    acts = "yang" in inside and not inside & (_FULL | _COUNTS)
    return does or acts or bool(_WIDENED.match(sentence.text, token.end))


@hears("(?P<q>q) [^|]{0,5} W (?P<n>N)")
@hears("(?P<q>q) [^|Nr]{0,5} (?P<n>N)")
@hears("(?P<n>N) x? [^|N,r]{0,2} (?P<q>q)")
def population_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K55: how many there are of those whom the office serves."""
    at = match.start("n")
    noun = match.start("q")
    token = sentence.tokens[at]
    survey = truth.facts.cycle.survey
    is_ratio = sentence.types[max(0, at - 2) : at] == "N." and sentence.low(at - 1) == "dari"
    if is_ratio and sentence.tokens[at - 2].number != survey.respondents:
        return
    between = {sentence.low(here) for here in range(min(at, noun), max(at, noun))}
    if survey.population is None or "κ" in sentence.types or (at < noun and "dari" in between):
        return
    right = tells(token, survey.population)
    named = "populasi" in sentence.low(noun) or (
        noun < at and sentence.low(noun).startswith(("jumlah", "total", "seluruh"))
    )
    first, _end = sentence.clause(at)
    stands_for = sentence.low(at - 1) in {"mewakili", "dari", "di antara", "antara"} and set("rs") & set(
        sentence.types[first:]
    )
    named = named or bool(stands_for)
    if not right and survey.respondents is not None and tells(token, survey.respondents) and not named:
        yield Told(at, at, right=True)
        return
    if not right and (not named or token.bound in {"≥", "≤"} or sentence.types[noun - 1 : noun] == "r"):
        return
    given = f"jumlah populasi adalah {integer_text(survey.population)}"
    yield Told(at, at, right, "K55", written(survey.population, token), given, "jumlah_populasi")


@hears("κ")
def most_of_margin(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K80: *responden terbanyak berpendidikan S1*: the largest class of its kind."""
    word = match.start()
    margin, _colon, key = sentence.tokens[word].key.partition(":")
    counted = truth.facts.cycle.survey.profile.get(margin, {})
    lead = sentence.words(max(sentence.clause(word)[0], word - 4), word).lower()
    filled = "r" in sentence.types or "mengisi" in lead or "mengisi" in sentence.text.lower()
    if key not in counted or not _MOST.search(lead) or not filled or "kedua" in lead:
        return
    most = max(counted, key=lambda each: counted[each])
    name = next((CLASS_NAMES[each] for each in CLASS_NAMES if each == f"{margin}:{most}"), most)
    right = counted[key] == counted[most]
    yield Told(word, word, right, "K80", name, f"yang terbanyak adalah {name} ({integer_text(counted[most])})")


@hears("[fF] [.]{0,2} r? [^|NC]{0,3} κ")
def most_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K80: *lebih dari separuh responden adalah perempuan*."""
    at = match.start()
    word = match.end() - 1
    margin, _colon, key = sentence.tokens[word].key.partition(":")
    counted = truth.facts.cycle.survey.profile.get(margin, {})
    told = sentence.tokens[at]
    if key not in counted or not (told.kind == "F" or told.key == "most") or "r" not in sentence.types:
        return
    share = Fraction(counted[key], sum(counted.values()))
    value = f"{written(share * 100, Token('C', 0, 0, places=2))} ({integer_text(counted[key])})"
    right = share > Fraction(1, 2) if told.key == "most" else _is_about(told, share)
    yield Told(at, at, right, "K80", value, f"bagian responden {sentence.low(word)} adalah {value}")


def _is_about(told: Token, share: Fraction) -> bool:
    """Whether a fraction in words tells a share, to a twentieth of the whole."""
    return tells(told, share) if told.bound else abs(Fraction(told.number or 0) - share) <= Fraction(1, 20)


@hears("B [^|BN]{0,6} [NC]")
def age_counted(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K80: how many respondents are of an age: *usia 26–34 tahun sebanyak 57 orang*."""
    at = match.end() - 1
    ages = truth.facts.cycle.survey.profile.get("age", {})
    key = "-".join(re.findall(r"\d+", sentence.words(match.start(), match.start())))
    token = sentence.tokens[at]
    if key not in ages or not re.search(r"\b(?:usia|umur|berusia|berumur)", sentence.text.lower()):
        return
    if "yang" in sentence.words(match.start(), at).lower().split():
        return
    if token.kind == "C":
        yield _share(sentence, at, Fraction(ages[key], sum(ages.values())), f"responden berusia {key} tahun")
        return
    given = f"jumlah responden berusia {key} tahun adalah {integer_text(ages[key])}"
    yield Told(at, at, tells(token, ages[key]), "K80", written(ages[key], token), given)


@hears("(?P<c>C) [^|CN]{0,6} q")
@hears("q [^|C]{0,8} (?P<c>C)")
def share_of_population(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K80: *52,78% dari populasi*."""
    at = match.start("c")
    survey = truth.facts.cycle.survey
    if not survey.population or survey.respondents is None or "κ" in sentence.types:
        return
    numbers = {token.number for token in sentence.tokens}
    if "populasi" not in sentence.text.lower() and not {survey.population, survey.respondents} <= numbers:
        return
    if any(
        token.kind == "N"
        and token.number is not None
        and tells(sentence.tokens[at], token.number / survey.population * 100)
        for token in sentence.tokens[max(0, at - 3) : at]
    ):
        return
    yield _share(sentence, at, Fraction(survey.respondents, survey.population), "responden dari populasi")


def _share(sentence: Scanned, at: int, exact: Fraction, of: str) -> Told:
    token = sentence.tokens[at]
    value = written(exact * 100, token)
    precise = written(exact * 100, replace(token, places=2))
    told = value if value == precise else f"{value} ({precise})"
    return Told(at, at, tells(token, exact * 100), "K80", value, f"bagian {of} adalah {told}")


@hears("(?P<n>N) x? [^|N,<>q]{0,1} (?P<r>r)")
@hears("(?P<r>r) [^|N,q]{0,6} (?P<n>N) (?![uHpaj]|[.]?[uj])")
def respondents_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K55: how many respondents there were."""
    at = match.start("n")
    noun = match.start("r")
    token = sentence.tokens[at]
    count = truth.facts.cycle.survey.respondents
    if count is None or token.number is None or (_is_part(sentence, at, noun) and not _is_whole(sentence, at, noun)):
        return
    right = tells(token, count)
    if not right and _is_beside_all(sentence, at, count):
        return
    if not right and (token.bound in {"≥", "≤"} or _is_sample(sentence, token.number, truth)):
        return
    given = f"jumlah responden adalah {integer_text(count)}"
    yield Told(at, at, right, "K55", written(count, token), given, "jumlah_responden")


def _is_beside_all(sentence: Scanned, at: int, count: int) -> bool:
    """Whether all respondents are counted elsewhere in the sentence, or *oleh 12 responden* tells who did something."""
    others = [token for here, token in enumerate(sentence.tokens) if here != at and token.kind == "N"]
    if any(token.number == count for token in others):
        return True
    agent = sentence.low(at - 1) == "oleh" and sentence.low(at - 2) not in _ANSWERED
    return agent or sentence.low(at - 1) in {"dalam", "ke"}


def _is_sample(sentence: Scanned, number: Decimal, truth: Truth) -> bool:
    """The least sample that the population asks for is no number of respondents."""
    population = truth.facts.cycle.survey.population
    low = sentence.text.lower()
    asked = any(
        word in low for word in ("minim", "krejcie", "harus", "sekurang", "diperlukan", "dibutuhkan", "paling sedikit")
    )
    return asked and population is not None and number == sample_of(population)


def _is_whole(sentence: Scanned, at: int, noun: int) -> bool:
    """Whether *dari 190 responden menyatakan …* names all of whom some say something."""
    of_all = sentence.low(at - 1) == "dari" and sentence.types[at - 2 : at - 1] not in {"N", "C"} and noun == at + 1
    return of_all and sentence.low(noun + 1) in _GROUPED - {"berusia", "kelompok", "kalangan"}


def _is_part(sentence: Scanned, at: int, noun: int) -> bool:
    """Whether only some of the respondents are counted: *responden perempuan*, *yang …*, *di antaranya*."""
    last = max(at, noun)
    behind = [sentence.low(here) for here in range(last + 1, min(len(sentence.types), last + 4))]
    kinds = sentence.types[last + 1 : last + 3]
    before = {sentence.low(here) for here in range(max(0, min(at, noun) - 3), min(at, noun))}
    inside = {sentence.low(here) for here in range(noun + 1, at)}
    grouped = "κ" in sentence.types[min(at, noun) : last + 3] or bool(set(behind[:1]) & _SHARE_WORDS)
    grouped = grouped or bool(at < noun and _CLASS_BEHIND.match(sentence.types, last + 1))
    if grouped or before & _DISTRIBUTES or ("yang" in inside and not inside & _FULL):
        return True
    if kinds[:1] == "~" and not (set(behind[1:3]) & _FULL or sentence.types[last + 2 : last + 3] == "+"):
        return True
    does = at < noun and bool(behind[:1]) and bool(_DOES.fullmatch(behind[0])) and behind[0] not in _FULL | _GO_ON
    if does or set("vVB") & set(sentence.types[min(at, noun) : last]):
        return True
    if behind[:1] and (behind[0] in _GROUPED or (noun < at and kinds[:1] == "." and behind[0] not in _GO_ON)):
        return True
    if sentence.types[at + 1 : at + 3] == ".N" or "di antara" in " ".join(before) or "antaranya" in " ".join(behind):
        return sentence.types[at + 1 : at + 3] == ".N"
    return sentence.types[at - 1 : at] in {"f"} and sentence.tokens[at - 1].key != "all"
