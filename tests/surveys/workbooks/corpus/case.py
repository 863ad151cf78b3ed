"""A case of the corpus: files, what is asked of the importer, and what must come of it by other arithmetic."""

import io
import random
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

KEYS = ("persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana", "pengaduan")
MAPPING_A = {
    "persyaratan": (1, 2),
    "prosedur": (3, 4, 5),
    "waktu": (6,),
    "biaya": (7, 8, 9),
    "produk": (10,),
    "kompetensi": (11,),
    "perilaku": (12, 13, 14),
    "pengaduan": (15,),
    "sarana": (16,),
}
MAPPING_B = MAPPING_A | {"biaya": (7,), "perilaku": (8, 9, 12, 13, 14)}
LONG_AGO = (2025, 7, 1, 8, 0, 0)


@dataclass(frozen=True)
class Case:
    """``files``: name to bytes; ``services``: name of a file to its service; ``expected``: see test_corpus.py."""

    name: str
    files: dict[str, bytes]
    expected: dict
    arguments: tuple[str, ...] = ()
    services: dict[str, str] = field(default_factory=dict)


def block(seed, rows=12, questions=9, *, missing=0.04, cost=3, weights=(1, 2, 6, 5)):
    """Rows of scores 1–4 or None; question ``cost`` (counted from 0) is always answered."""
    dice = random.Random(seed)
    answers = [
        [
            None if at != cost and dice.random() < missing else dice.choices((1, 2, 3, 4), weights)[0]
            for at in range(questions)
        ]
        for _row in range(rows)
    ]
    return [row if any(row) else [3] * questions for row in answers]


def means(answers):
    columns = [[row[at] for row in answers if row[at] is not None] for at in range(len(answers[0]))]
    return [Fraction(sum(column), len(column)) for column in columns]


def sums(answers):
    return [sum(row[at] or 0 for row in answers) for at in range(len(answers[0]))]


def rounded(number, places):
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return str(exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def comma(number, places=2):
    return rounded(Fraction(number), places).replace(".", ",")


def grade(index):
    return next(letter for letter, lowest in zip("ABCD", (88.31, 76.61, 65, 0), strict=True) if float(index) >= lowest)


def result(elements, *, basis=None, places=4):
    """Scores, index and grade of element means (key to Fraction); ``basis``: what the index is the mean of."""
    of = list(basis or elements.values())
    index = rounded(sum(of) / len(of) * 25, 2)
    return {
        "exit": 0,
        "scores": {key: rounded(mean, places) for key, mean in elements.items()},
        "index": index,
        "grade": grade(index),
        "faults": [],
        "asks": {},
    }


def nine(answers, *, order=KEYS, services=None, **more):
    """What nine columns of answers in this order give."""
    columns = dict(zip(order, range(9), strict=True))
    exact = means(answers)
    given = {key: [row[at] for row in answers if row[at] is not None] for key, at in columns.items()}
    return (
        result({key: exact[columns[key]] for key in KEYS})
        | {
            "kind": "answers",
            "respondents": len(answers),
            "counts": {key: len(given[key]) for key in KEYS},
            "missing": sum(cell is None for row in answers for cell in row),
            "services": dict(Counter(services or ())),
        }
        | more
    )


def sixteen(answers, mapping=MAPPING_A, *, method="elements", **more):
    exact = means(answers)
    elements = {key: sum(exact[at - 1] for at in mapping[key]) / len(mapping[key]) for key in KEYS}
    given = [sum(row[at] is not None for row in answers) for at in range(16)]
    return (
        result(elements, basis=exact if method == "questions" else None)
        | {
            "kind": "answers",
            "respondents": len(answers),
            "counts": {key: sum(given[at - 1] for at in mapping[key]) for key in KEYS},
            "missing": sum(cell is None for row in answers for cell in row),
        }
        | more
    )


def refused(*places, told=(), **more):
    """``places`` of the faults, in order; ``told``: what their messages say."""
    return {"exit": 1, "faults": list(places), "messages": list(told), "index": None} | more


def asked(**choices):
    return {"exit": 3, "asks": choices, "faults": [], "index": None}


def dated(content):
    """An archive with the same bytes whenever it is written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "docProps/core.xml":
                data = b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
            if entry.filename == "meta.xml":
                continue
            kept = zipfile.ZipInfo(entry.filename, LONG_AGO)
            kept.compress_type = zipfile.ZIP_STORED if entry.filename == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(kept, data)
    return out.getvalue()
