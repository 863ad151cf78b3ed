"""Who answers for a plan, as texts tell it, against Tabel 2.2 and 4.1. Pure."""

import re
from collections.abc import Iterator

from reports.document.facts import PlanFact
from reports.rules.truth.frames.followup.coverage import plainly, unread
from reports.rules.truth.frames.followup.single import Single, row_of, single_before, single_behind
from reports.rules.truth.frames.frame import Told, hears
from reports.rules.truth.known import Truth
from reports.rules.truth.scanned import Scanned
from reports.rules.truth.tokens.stems import stem
from reports.rules.words import word_set
from reports.words.language import join_list

_DOES = re.compile(
    r"\b(?:tanggung jawab(?:nya)?|penanggung jawab(?:nya)?(?: utama(?:nya)?)?|dipimpin|dikelola"
    r"|diserahkan|ditugaskan|tugas|ditangani|dipercayakan|dikerjakan|dilaksanakan|diampu|dikoordinasikan|dikoordinasi|pelaksana(?:nya)?|digarap|dijalankan"
    r"|diemban|dipegang)\b"
)
_ROLE = re.compile(r"anggung jawab|ditugaskan|dipercayakan|diserahkan|tugas|dipimpin|pelaksana|diemban")
_LEADS = re.compile(r"\b(?:dipimpin|memimpin|utama(?:nya)?)\b")
_HELPS = re.compile(
    r"\b(?:dukungan|bantuan|dibantu|bersama|didukung|berkoordinasi|konsultasi|melibatkan|dari|membantu|menyiapkan)\b"
)
_CLAIMS = re.compile(
    r"^,? (?:yang )?(?:juga )?(?:(?:selaku|sebagai|menjadi|merupakan|adalah|ialah) (?:pelaksana|penanggung jawab)"
    r"|bertanggung jawab|menangani|memimpin|mengoordinasikan|mengoordinasi|mengerjakan|melaksanakan|mengampu)\w*"
    r"(?: utama(?:nya)?)?\b"
)
_MOST = 4
_ALSO = re.compile(r"^ (?:dan|serta|bersama|beserta|bersama dengan) $")
_VERBS = word_set(
    "oleh kepada utama utamanya jawab jawabnya penanggung tanggung bertanggung menangani memimpin mengoordinasikan "
    "mengoordinasi mengerjakan melaksanakan mengampu selaku sebagai pelaksana pelaksananya dipegang dipimpin dikelola "
    "diserahkan ditugaskan tugas ditangani dipercayakan dikerjakan dilaksanakan diampu dikoordinasikan dikoordinasi "
    "digarap dijalankan telah sepenuhnya langsung bidang bagian seksi subbagian subbag instalasi"
)


@hears("U", "aim")
def unit_told(sentence: Scanned, match: re.Match[str], truth: Truth) -> Iterator[Told]:
    """K86: a unit that is told to answer for a plan and does not."""
    at = match.start()
    if sentence.stances[at] in {"denied", "other time", "exception", "condition"} or not sentence.tokens[at].key:
        return
    for single, leads in (*_told_before(sentence, at, truth), *_told_behind(sentence, at, truth)):
        for place in (at, *_beside(sentence, at)):
            yield from _judged(place, sentence, single.fact, truth, leads=leads and place == at)
        return


def _told_before(sentence: Scanned, at: int, truth: Truth) -> Iterator[tuple[Single, bool]]:
    """*penataan antrean ditangani (oleh) Sekretariat*, *penanggung jawab penataan antrean ialah Sekretariat*."""
    single = single_before(sentence, at, truth)
    if single is None:
        return
    words = plainly(sentence.text[single.end : sentence.tokens[at].start].lower())
    lead = sentence.text[: single.start].lower() if single.start else ""
    is_title = re.search(r"\bpenanggung jawab(?: utama)? $", lead) and not unread(words)
    doing = list(_DOES.finditer(words))
    passive = [
        each
        for each in re.finditer(r"\bdi\w+(?=(?: oleh)? $)", words)
        if stem(each[0]) == stem(single.fact.name.lower().split()[0])
    ]
    if is_title or passive:
        yield single, "utama" in lead
        return
    if not doing or _HELPS.search(words) or "bukan" in words.split():
        return
    between = words[doing[-1].end() :]
    is_next = not set(between) & set(",;") and len(between.split()) < _MOST and not unread(between, _VERBS)
    if single.own:
        is_covered = bool(_ROLE.search(doing[-1][0])) or not unread(words[: doing[-1].start()], single.words, _VERBS)
    else:
        is_covered = not unread(
            words[: doing[-1].start()],
            _VERBS,
            word_set("tuntas rampung selesai seluruhnya") | {word for word in words.split() if word.startswith("di")},
        )
    if is_next and is_covered:
        yield single, bool(_LEADS.search(words))


def _told_behind(sentence: Scanned, at: int, truth: Truth) -> Iterator[tuple[Single, bool]]:
    """*Sekretariat memimpin penataan antrean*, *Sekretariat menata antrean*, *Sekretariat selaku pelaksana*."""
    start = sentence.tokens[at].end
    claims = _CLAIMS.match(sentence.text[start:].lower())
    own = sentence.where.plan
    if own and claims and re.search(r"selaku|sebagai|menjadi penanggung|merupakan|adalah|ialah", claims[0]):
        yield Single(own, 0, 0, own=True), bool(_LEADS.search(claims[0]))
        return
    single = single_behind(sentence, at, truth)
    if single is None or single.mention is None or (own and single.fact is not own):
        return
    words = sentence.text[start : single.start].lower()
    if "," in words or unread(words, _VERBS) or sentence.left(at, "U", 4) >= 0:
        return
    if claims or (single.mention.acts and single.mention.head.startswith("me")):
        yield single, bool(_LEADS.search(words))


def _beside(sentence: Scanned, at: int) -> Iterator[int]:
    """Units that are told together with one: *Sekretariat dan Bidang Capil*."""
    while (following := sentence.types.find("U", at + 1)) > 0:
        between = sentence.text[sentence.tokens[at].end : sentence.tokens[following].start].lower()
        lead = sentence.text[: sentence.tokens[at].start].lower()
        if not _ALSO.match(between) or ("bersama" in between and not re.search(r"tanggung jawab $", lead)):
            return
        yield following
        at = following


def _judged(at: int, sentence: Scanned, fact: PlanFact, truth: Truth, *, leads: bool) -> Iterator[Told]:
    completion = fact.plan.completion
    answering = (*fact.plan.units, *(completion.units if completion else ()))
    if not answering or "*" in answering:
        return
    key = sentence.tokens[at].key
    lead = fact.plan.lead if leads and fact.plan.lead else ""
    right = key == lead if lead else key in answering
    named = [unit for unit in truth.facts.cycle.office.units if unit.key in ((lead,) if lead else fact.plan.units)]
    value = join_list([unit.short_name for unit in named])
    units = join_list([f"{unit.name} ({unit.short_name})" for unit in named])
    yield Told(at, at, right, "K86", value, f"penanggung jawab RTL {row_of(fact)} adalah {units}")
