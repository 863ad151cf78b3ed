"""What a text says of the status of single plans and elements, against what was recorded. Pure."""

import re
from collections.abc import Iterator

from reports.rules.claims.followup.plans import ToldPlans, plans_in
from reports.rules.claims.grammar.contexts import clause
from reports.rules.claims.grammar.known import Known
from reports.rules.claims.grammar.saying import Said
from reports.rules.claims.survey.counts import PLAN
from reports.rules.truth.tokens.sentences import Sentence

_VERB = r"(?:di\w{3,}|ter\w{4,}|berjalan|selesai|tuntas|rampung)"
_ONLY_BEGUN = re.compile(
    r"\b(?:mulai|dimulai|sebagian|tahap awal|bertahap|sedang|masih|akan|belum|tidak|direncanakan|dijadwalkan"
    r"|ditetapkan|disepakati)\b"
)
_DONE = re.compile(
    rf"(?<!yang )\b(?:telah|sudah|selesai|berhasil) (?:\w+ )?(?:selesai )?{_VERB}\b"
    r"|\b(?:telah|sudah|berhasil) (?:menyelesaikan|menuntaskan|merampungkan|merealisasikan)\b"
    rf"|\b(?:telah|sudah) (?:selesai|tuntas|rampung)\b|\b(?:terlaksana|terealisasi)\b(?! (?:apabila|jika))"
    rf"|\brealisasi\b[^,;]{{0,60}}\b(?:diwujudkan|dilakukan|dilaksanakan) melalui\b"
    rf"|{PLAN}[^,;]{{0,20}}\byang (?:telah|sudah|selesai|berhasil) (?:selesai )?{_VERB}[^,;]{{0,30}}\b(?:adalah"
    rf"|yaitu|yakni|meliputi|antara lain|mencakup)\b"
)
_NOT_A_STATUS = re.compile(
    r"\b(?:di(?:tetapkan|rencanakan|jadwalkan|tentukan|anggarkan|usulkan|sepakati|bahas|tunjuk|siapkan"
    r"|persiapkan|tuangkan|cantumkan|sebut\w*|susun rencana)|terdiri|terdapat|tersebut|termasuk|terhadap"
    r"|tercantum|terkait|terjadi)\b"
)
_OPEN = re.compile(
    rf"\bbelum (?:\w+ ){{0,2}}?(?:{_VERB}|ada realisasi)\b|\btidak (?:dapat |bisa |jadi )?(?:dilaksanakan"
    rf"|direalisasikan|terlaksana|terealisasi)\b"
    rf"|\bmasih (?:tertunda|ditunda)\b|{PLAN}[^,;]{{0,20}}\byang (?:belum|tidak)\b"
)
_TELLS = frozenset(
    ["telah", "sudah", "selesai", "berhasil", "terlaksana", "terealisasi", "realisasi", "belum", "tidak", "masih"]
)
"""One of these is in whatever the two patterns find."""
_AIM = re.compile(
    r"\b(?:agar|supaya|guna|untuk (?=me|di|ter|ber)|diharapkan|akan|apabila|jika|bila|setelah|sebelum|dapat"
    r"|perlu|harus|memastikan)\b"
)
_THROUGH = re.compile(
    r"\b(?:realisasi|pelaksanaan|tindak lanjut)\b[^.;]{0,140}?\b(?:dilaksanakan|dilakukan|diwujudkan"
    r"|direalisasikan) melalui (?:kegiatan )(?P<list>[^.;]*)"
)
TELLING = frozenset({"kata_pengantar", "3", "3.1", "3.3", "4", "4.penutup"})


def statuses_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """S1: an open plan told as done; K54: a done one told as open."""
    if not known.plans or not _TELLS & sentence.words or not (_DONE.search(sentence.low) or _OPEN.search(sentence.low)):
        return
    for told in plans_in(sentence, known):
        start, end = clause(sentence.low, told.start)
        # The clause without the name of the plan, whose words say nothing of its status.
        words = f"{sentence.low[start : told.start]}#{sentence.low[told.end : end]}"
        verdict = _verdict(words)
        if verdict is True and not told.plan.fact.done:
            yield _wrong(told, "S1", "sudah dilaksanakan", "belum selesai dilaksanakan")
        elif verdict is False and told.plan.fact.done:
            yield _wrong(told, "K54", "belum dilaksanakan", "sudah dilaksanakan")


def _verdict(words: str) -> bool | None:
    """Told as done (True), as open (False), or neither."""
    if _OPEN.search(words):
        done = _DONE.search(words) and not re.search(r"\b(?:belum|tidak)\b", words)
        return None if done or re.search(r"#[^#]*\bagar\b", words) else False
    match = _DONE.search(words)
    if not match or _ONLY_BEGUN.search(words) or _NOT_A_STATUS.search(match[0]):
        return None
    aims = _AIM.search(words[max(0, match.start() - 40) : match.start()])
    return None if aims else True


def _wrong(told: ToldPlans, rule: str, said: str, recorded: str) -> Said:
    fact = told.plan.fact
    message = (
        f"RTL “{fact.name}” ({fact.number} {fact.point}) diceritakan {said}, sedangkan statusnya {recorded}; "
        "perbaiki teksnya atau statusnya."
    )
    return Said(rule, told.start, told.end, message)


def activities_told(sentence: Sentence, known: Known) -> Iterator[Said]:
    """S2: realisation told through a kind of activity that only open plans are of."""
    match = _THROUGH.search(sentence.low) if sentence.key in TELLING else None
    if not match or not known.plans:
        return
    heads = {done: {p.name.split()[0] for p in known.plans if p.name and p.fact.done is done} for done in (True, False)}
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
