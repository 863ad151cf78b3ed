"""Rules on typed texts whatever they speak of: broken off, misspelt, unprintable, boasting, strange sites. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from offices.fields import WEBSITE
from reports.document.fields import CONTACT, DETAILS, REASON, STRATEGY, UPKEEP_ACTIVITY, UPKEEP_PLAN
from reports.rules.case import Case
from reports.rules.finding import Fault, Place
from reports.rules.rule import Faults, rule
from reports.rules.spelling import misspellings
from reports.rules.typed.missing import fills
from reports.rules.words import sentences, word_set, words
from reports.words.answers import says_none
from reports.words.glyphs import likened, unprintable
from reports.words.language import join_list

_UNFINISHED = word_set(
    "dan atau serta yang untuk guna dengan dari di ke pada oleh sebagai agar supaya karena bahwa kepada "
    "terhadap antara melalui tentang secara sehingga namun tetapi para adalah merupakan yaitu yakni meliputi "
    "berupa seperti maupun demi sejak ketika sambil akan telah bagi menurut berdasarkan"
)
_WAITING = word_set("upaya bentuk bagian wujud langkah rangka")
_WAITED_FOR = frozenset(("sebagai", "dalam"))
_OPEN_END = re.compile(r"(?:[,;:(/&–-]|\.{3}|…)\s*$")
_ET_CETERA = re.compile(r"\b(?:dll|dst|dsb|dkk|lainnya|seterusnya)\b\W*$", re.IGNORECASE)

_TLD = re.compile(r"\.(?:com|net|org|id|info|site|online|xyz|web|io|co)\b", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?<![@\w.-])(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|id|info|site|online|xyz|web|io|co))"
    r"(?![\w-]|\.\w)",
    re.IGNORECASE,
)
COUNTED_AS_MISSING = (*DETAILS.values(), REASON, STRATEGY, UPKEEP_PLAN, UPKEEP_ACTIVITY)
OFFICIAL = (".go.id", ".desa.id", ".mil.id", ".ac.id", ".sch.id")
PLATFORMS = (
    *("instagram.com", "facebook.com", "fb.com", "youtube.com", "x.com", "twitter.com", "tiktok.com", "threads.net"),
    *(
        "whatsapp.com",
        "telegram.org",
        "zoom.us",
        "google.com",
        "bit.ly",
        "s.id",
        "linktr.ee",
        "gmail.com",
        "play.google.com",
    ),
)

_QUALITY = word_set("nilai ikm indeks kepuasan mutu kualitas kinerja pelayanan layanan unsur")
_MEASURED = word_set("nilai ikm indeks kepuasan mutu kualitas kinerja")
_HOPE = word_set(
    "untuk guna agar supaya diharapkan harapan dapat akan demi rangka bertujuan bila jika apabila belum "
    "tidak target sasaran mendorong"
)
_SHOWS = word_set("menunjukkan mengalami terjadi terdapat mencatat mencatatkan tercapai")
_GROWTH = word_set("peningkatan kenaikan perbaikan")
_GROWS = word_set("meningkat naik membaik")
_OF_DEMAND = word_set("jumlah volume permohonan pemohon permintaan kebutuhan beban biaya")
_GIVES = word_set("memberikan memberi membawa menghasilkan berdampak")


def breaks_off(text: str) -> bool:
    """Whether a text ends where more must follow: at a joint, a comma, an opened bracket, *sebagai upaya*."""
    spoken = words(text)
    if not spoken or _ET_CETERA.search(text):
        return False
    last = spoken[-1]
    before = spoken[-2] if len(spoken) > 1 else ""
    ending = text.rstrip(" .\n\"”’'")
    unfinished = last in _UNFINISHED and ending.endswith(last)
    opened = text.count("(") > text.count(")")
    return unfinished or opened or (last in _WAITING and before in _WAITED_FOR) or bool(_OPEN_END.search(text.rstrip()))


@rule("K77", "warn", "Teks yang tidak mengatakan apa pun.", unless=("K07",))
def filled_with_nothing(case: Case) -> Faults:
    """Where a field may stay empty; of one that may not its own rule speaks, as if it were."""
    for typed in case.texts:
        if typed.place.printed not in COUNTED_AS_MISSING and not says_none(typed.text) and fills(typed.text):
            yield typed.fault(
                f"“{typed.text[:40]}” tidak mengatakan apa pun; tulis isinya, atau kosongkan.",
                typed.text,
            )


@rule("F6", "warn", "Keterangan, deskripsi, atau alasan yang terputus.", "running")
def broken_off(case: Case) -> Faults:
    for typed in case.texts:
        if typed.is_whole and breaks_off(typed.text):
            tail = " ".join(typed.text.split()[-4:])
            yield typed.fault(f"Teks terputus pada “… {tail}”; lengkapi kalimatnya.", typed.text)


def foreign_sites(text: str) -> tuple[str, ...]:
    """The sites that a text names and that are no public body's, without platforms on which offices have accounts."""
    if not _TLD.search(text):
        return ()
    accounts = tuple(f".{platform}" for platform in PLATFORMS)
    sites = (match[1].lower().removeprefix("www.") for match in _DOMAIN.finditer(text))
    foreign = (site for site in sites if not site.endswith(OFFICIAL) and not f".{site}".endswith(accounts))
    return tuple(dict.fromkeys(foreign))


@rule("F17", "warn", "Situs web di luar .go.id.")
def site_elsewhere(case: Case) -> Faults:
    for site in foreign_sites(case.cycle.office.website or ""):
        yield Fault(
            Place(CONTACT[WEBSITE]),
            f"Situs web {site} berada di luar .go.id; isi alamat resmi satuan kerja.",
            (site,),
        )
    for typed in case.texts:
        if sites := foreign_sites(typed.text):
            yield typed.fault(
                f"Situs {join_list(sites)} berada di luar .go.id; sebutkan alamat resmi, atau jelaskan pemakaiannya.",
                *sites,
            )


@rule("K18", "warn", "Klaim peningkatan tanpa nilai periode lain.")
def boasting(case: Case) -> Faults:
    if any(period.index is not None for period in case.earlier):
        return
    for typed in case.texts:
        if typed.is_whole and any(map(claims_improvement, sentences(typed.text))):
            yield typed.fault(
                "Teks menyatakan peningkatan, padahal belum ada nilai periode lain sebagai pembanding; uraikan apa "
                "yang dilaksanakan saja.",
                typed.text,
            )


def claims_improvement(sentence: Sequence[str]) -> bool:
    """Whether a sentence says that the quality of service has risen, as a fact and not as an aim."""
    for here, word in enumerate(sentence):
        rest = sentence[here + 1 : here + 6]
        shown = word in _SHOWS and _growth_of_quality(rest)
        given = word in _GIVES and "positif" in rest[:3]
        proven = word in {"terbukti", "berhasil"} and "meningkatkan" in rest[:2] and bool(_QUALITY & set(rest))
        grown = word in _GROWS and bool(_MEASURED & set(sentence[max(0, here - 4) : here]))
        if (shown or given or proven or grown) and not _HOPE & set(sentence[:here]):
            return True
    return False


def _growth_of_quality(rest: Sequence[str]) -> bool:
    """Whether *peningkatan* and the like follow, and at once what has grown is the service."""
    places = [n for n, word in enumerate(rest[:3]) if word in _GROWTH]
    return bool(places and _QUALITY & set(rest[places[0] + 1 : places[0] + 3]) and not _OF_DEMAND & set(rest))


@rule("K34", "info", "Ejaan yang tidak baku.")
def misspelt(case: Case) -> Faults:
    for typed in case.texts:
        if pairs := tuple(misspellings(typed.text)):
            corrections = join_list([f"“{wrong}” → “{right}”" for wrong, right in pairs])
            yield typed.fault(f"Ejaan baku: {corrections}; perbaiki bila bukan nama.", *pairs)


@rule("K35", "warn", "Tanda yang tidak dapat dicetak; Saran bila dicetak sebagai tanda lain.")
def not_printable(case: Case) -> Faults:
    for typed in case.texts:
        if signs := unprintable(typed.text):
            listed = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in signs)
            yield typed.fault(f"Tanda berikut tidak dapat dicetak dan diganti ◊: {listed}; hapus tanda itu.", *signs)
        if others := likened(typed.text):
            listed = ", ".join(f"{sign} sebagai {printed}" for sign, printed in others.items())
            told = f"Tanda berikut dicetak dengan tanda lain: {listed}; ganti dengan kata bila artinya berubah."
            yield replace(typed.fault(told, *others), severity="info")
