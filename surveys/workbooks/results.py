"""Means of questions into scores of elements, index and grade; what is to be said of them. Pure."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from surveys.answers.precision import standard_error
from surveys.ikm import NO_ANSWER, Grade, grade_of, mean_index, to_places, weights_for
from surveys.instrument.form import ElementMapping, Form
from surveys.models import MOST_LETTERS
from surveys.profiles import UNKNOWN, in_order
from surveys.sampling import sample_of
from surveys.suggestions.free_texts import gathered
from surveys.workbooks.answers import NOT_PAID, Answers
from surveys.workbooks.inquiry import Found, Inquiry

MANY = 30
COST_WORDS = "kosong atau tidak berlaku"
UNCOMPARED = (
    "Jumlah, rata-rata, dan IKM yang tertulis dalam berkas tidak dibandingkan, karena beberapa tabel dihitung bersama."
)
SUSPICIOUS = Fraction(5, 2)


def together_of(inquiry: Inquiry, parts: Sequence[Answers], form: Form) -> Answers:
    """The answers of all files as one, with what is to be told of them."""
    together = Answers()
    for part in parts:
        together.add(part)
    together.tally(form.codes)
    _free_cost(inquiry, together, form)
    _tell(inquiry, together, parts)
    if len(parts) == 1:
        together.printed = parts[0].printed
        inquiry.found.notes += together.printed.beside(together.total, together.count)
    elif any(part.printed.holds_any for part in parts):
        inquiry.found.notes.append(UNCOMPARED)
    return together


def _tell(inquiry: Inquiry, together: Answers, parts: Sequence[Answers]) -> None:
    found = inquiry.found
    found.respondents = together.rows
    found.missing = together.missing.total()
    found.services = dict(together.services)
    found.profile = _profile(together)
    without_service = together.rows - together.services.total()
    if together.services and without_service:
        found.notes.append(f"{without_service} responden tanpa jenis layanan.")
    if together.hidden:
        found.notes.append(f"{together.hidden} baris tersembunyi ikut dihitung.")
    if together.empty_rows:
        found.notes.append(f"{together.empty_rows} baris tanpa satu pun jawaban tidak dihitung sebagai responden.")
    if found.missing:
        found.notes.append(
            f"{found.missing} jawaban kosong tidak dihitung; setiap unsur dibagi dengan jawaban yang ada."
        )
    if any(part.rows >= MANY and part.falling and not part.level for part in parts):
        found.notes.append(
            "Baris terurut dari nilai tertinggi; periksa apakah berkas ini hanya memuat jawaban terbaik."
        )
    if together.count.total() and Fraction(together.total.total(), together.count.total()) < SUSPICIOUS:
        found.notes.append(
            "Rata-rata semua jawaban di bawah 2,5; periksa apakah pilihan jawaban terbalik (terbaik = 1)."
        )
    population = inquiry.wanted.population
    if population and together.rows > population:
        found.notes.append(
            f"Responden {together.rows}, sedangkan populasi yang tercatat {population}; periksa keduanya pada halaman "
            "survei."
        )
    elif population and together.rows < (wanted := sample_of(population)):
        found.notes.append(
            f"Responden {together.rows}, sedangkan populasi {population} memerlukan sampel paling sedikit "
            f"{wanted} (Krejcie dan Morgan)."
        )


def _profile(answers: Answers) -> dict[str, dict[str, int]]:
    """Counts by margin; who is in a file that does not tell a margin that others tell has not told it."""
    counts: dict[str, dict[str, int]] = {}
    for (margin, name), count in answers.profile.items():
        counts.setdefault(margin, {})[name] = count
    for names in counts.values():
        if silent := answers.rows - sum(names.values()):
            names[UNKNOWN] = names.get(UNKNOWN, 0) + silent
    return in_order(counts)


def _free_cost(inquiry: Inquiry, answers: Answers, form: Form) -> None:
    """Where nothing is paid, so that the cost was left blank or answered with such words: leave it out or count it as
    Gratis; never in silence.
    """
    code = form.code_of_cost
    place = form.codes.index(code) if code else 0
    unpaid = sum(signs[place] == NOT_PAID for _service, signs in answers.sheets)
    blank = answers.missing[code] - unpaid
    elsewhere = Fraction(answers.missing.total() - blank - unpaid, max(1, len(form.codes) - 1))
    if blank <= 2 * elsewhere or 10 * blank < answers.rows:
        blank = 0
    if not blank + unpaid:
        return
    told = " dan ".join(
        words
        for count, words in (
            (unpaid, f"{unpaid} responden menjawab bahwa layanannya tidak berbayar"),
            (blank, f"{blank} responden tidak mengisi biaya"),
        )
        if count
    )
    question = f"{told}. Dibiarkan kosong (kosong), atau dihitung sebagai layanan gratis dengan nilai 4 (gratis)?"
    words = {"kosong": "dibiarkan kosong", "gratis": "dihitung Gratis (4)"}
    chosen = inquiry.choice("biaya", question, list(words), words=words)
    if chosen:
        inquiry.found.settled["biaya"] = chosen
    if chosen == "gratis":
        inquiry.found.notes.append(f"Biaya yang {COST_WORDS} ({blank + unpaid} responden) dihitung sebagai Gratis (4).")
    elif chosen:
        inquiry.found.notes.append(f"Biaya yang {COST_WORDS} ({blank + unpaid} responden) tidak dihitung.")
    counted = (f"{NOT_PAID}{NO_ANSWER}" if blank else NOT_PAID) if chosen == "gratis" else ""
    answers.settle_cost(place, free=counted)
    answers.tally(form.codes)


def write_result(
    found: Found,
    *,
    means: Mapping[str, Fraction],
    counts: Mapping[str, int],
    mapping: ElementMapping,
    grades: Sequence[Grade],
) -> None:
    """Scores, index and grade by the mapping and the method that were chosen.

    An element is the mean of its questions; the index is taken of the elements or of all questions (docs/ikm.md),
    and there is none while an element has no score.
    """
    elements = _elements_of(means, mapping)
    found.counts = {
        key: count for key, codes in mapping.elements.items() if (count := sum(counts.get(code, 0) for code in codes))
    }
    as_given = found.kind == "summary" and len(means) == len(elements)
    found.scores = {key: _score_text(value, as_given=as_given) for key, value in elements.items()}
    found.stored = {key: str(to_places(value, 6)) for key, value in elements.items()}
    found.questions = {code: (str(to_places(value, 6)), counts.get(code)) for code, value in means.items()}
    if len(elements) == len(mapping.elements):
        questions = {key: len(codes) for key, codes in mapping.elements.items()} if found.method == "questions" else {}
        index = mean_index(list(elements.values()), weights_for(elements, questions))
        found.index = str(index)
        found.grade = grade_of(index, grades).letter


def write_errors(found: Found, answers: Answers, form: Form) -> None:
    """Standard errors of the elements that somebody answered, and of the index that is taken of them."""
    places = {code: place for place, code in enumerate(form.codes) if answers.count[code]}
    elements = form.mapping(found.mapping).elements
    answered = {
        key: own for key, codes in elements.items() if (own := [places[code] for code in codes if code in places])
    }
    rows = [signs for _service, signs in answers.sheets]
    weights = {key: dict.fromkeys(own, Fraction(1, len(own))) for key, own in answered.items()}
    parts = {key: len(elements[key]) if found.method == "questions" else 1 for key in answered}
    of_index = {
        place: weight * 25 * Fraction(parts[key], sum(parts.values()))
        for key, own in weights.items()
        for place, weight in own.items()
    }
    errors = {key: standard_error(rows, own) for key, own in weights.items()}
    found.errors = {key: str(error) for key, error in errors.items() if error is not None}
    error = standard_error(rows, of_index) if len(answered) == len(elements) else None
    found.index_error = None if error is None else str(error)


def write_services(found: Found, answers: Answers, mapping: ElementMapping) -> None:
    """Scores of each service by the same mapping, and the answers behind them."""
    found.of_services = {
        name: {key: str(to_places(value, 6)) for key, value in _elements_of(answers.means_at(name), mapping).items()}
        for name in found.services
    }
    found.answers_of_services = {
        name: {
            key: sum(answers.count_at[name, code] for code in codes)
            for key, codes in mapping.elements.items()
            if key in found.of_services[name]
        }
        for name in found.services
    }


def write_suggestions(found: Found, written: Mapping[str, int], *, keeps: bool) -> None:
    """How many suggestions there are, and what they say only where they are to be kept."""
    if not found.written_in:
        if keeps:
            found.notes.append("Berkas ini tidak memuat kolom saran.")
        return
    kept = gathered(written)
    found.written = len(kept.texts)
    doubled = sum(kept.texts.values()) - found.written
    told = [f"Kolom {' dan '.join(dict.fromkeys(found.written_in))} memuat {found.written} saran"]
    if doubled:
        told.append(f"{doubled} yang sama digabung")
    if kept.empty:
        told.append(f"{kept.empty} kosong atau tanpa isi dilewati")
    if kept.cut:
        told.append(f"{kept.cut} dipotong pada {MOST_LETTERS} huruf")
    found.notes.append(f"{'; '.join(told)}. {'Saran disimpan.' if keeps else 'Saran tidak disimpan.'}")
    if keeps:
        found.suggestions = kept.texts


def _elements_of(means: Mapping[str, Fraction], mapping: ElementMapping) -> dict[str, Fraction]:
    by_element = {key: [means[code] for code in codes if code in means] for key, codes in mapping.elements.items()}
    return {key: sum(values, Fraction(0)) / len(values) for key, values in by_element.items() if values}


def _score_text(value: Fraction, *, as_given: bool) -> str:
    """Four decimals of what was computed; as many as the file has, up to six, of what it gives."""
    places = 4
    if as_given:
        places = next((at for at in range(2, 6) if (value * 10**at).denominator == 1), 6)
    return str(to_places(value, places))
