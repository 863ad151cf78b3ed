"""Documents that earlier releases froze, brought to today's shape: one function for each number of a schema. Pure.

They work on the frozen values themselves, because the classes of then are gone; how a shape changes is told in
docs/architecture.md.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from followups.months import Month
from reports.document.upgrades_from_fifteen import (
    Frozen,
    eighteenth_to_nineteenth,
    fifteenth_to_sixteenth,
    nineteenth_to_twentieth,
    seventeenth_to_eighteenth,
    sixteenth_to_seventeenth,
    twentieth_to_twenty_first,
)
from reports.words.language import decimal_text
from surveys.ikm import Grade, converted, grade_of_score, places_of

_NONE = "–"
_ANCHORS = {
    "preface": "bagian-kata_pengantar",
    "introduction": "bab-1",
    "plans": "bab-2",
    "realisation": "bab-3",
    "conclusion": "bab-4",
    "annex": "lampiran",
}


def upgraded(data: Frozen, schema: int) -> Frozen:
    """The same document in the shape of this schema number, which is its own or a later one.

    Raises LookupError, TypeError, ValueError or ArithmeticError where the data are not of the shape that they claim.
    """
    for number in range(data["schema"], schema):
        data = UPGRADES[number](data) | {"schema": number + 1}
    return data


def _first_to_second(data: Frozen) -> Frozen:
    """Tables that a calculator can check, references that name both ends, chapters with their heading, marked lists."""
    kept = {key: value for key, value in data.items() if key != "earlier"}
    marked: Frozen = _with_marks(_with_headings(_with_references(_with_scores(kept))))
    return marked | {"source": _with_target_months(marked["source"])}


def _with_scores(data: Frozen) -> Frozen:
    """Scores with all decimals that tell them apart, beside their converted values and categories."""
    cells = _score_cells(data)
    followed = [item["element"] for item in data["source"]["followup"]["upkeep"]]
    results = data["plans"]["results"]
    realisation = data["realisation"]
    rows = [row | cells[row["key"]] for row in results["rows"]]
    kept_up = [row | cells[key] for row, key in zip(realisation["upkeep_rows"], followed, strict=True)]
    return data | {
        "plans": data["plans"] | {"results": results | {"rows": rows}},
        "realisation": realisation | {"upkeep_rows": kept_up},
    }


def _score_cells(data: Frozen) -> dict[str, Frozen]:
    """What a row of Tabel 2.1 and 3.2 prints of an element, by its key."""
    scores = {key: Decimal(score) for key, score in data["source"]["survey"]["scores"]}
    grades = [Grade(grade["letter"], grade["label"], Decimal(grade["lowest"])) for grade in data["grades"]]
    blank = dict.fromkeys(("score_text", "converted_text", "category"), _NONE)
    cells = {
        key: {
            "score_text": decimal_text(score, places_of(scores.values())),
            "converted_text": decimal_text(converted(score)),
            "category": str(grade_of_score(score, grades)),
        }
        for key, score in scores.items()
    }
    return {key: cells.get(key, blank) for key, _name in data["element_names"]}


def _with_references(data: Frozen) -> Frozen:
    """Each proof with the anchors of its first and last figure (of ``3–5``, ``7``), empty where it has no figures."""

    def with_ends(rows: Iterable[Frozen]) -> list[Frozen]:
        return [row | {"proofs": [proof | ends(proof["figures"]) for proof in row["proofs"]]} for row in rows]

    def ends(runs: list[str]) -> Frozen:
        anchors = [f"gambar-{number}" for run in runs for number in run.split("–")] or [""]
        return {"first": anchors[0], "last": anchors[-1]}

    realisation = data["realisation"]
    groups = [group | {"rows": with_ends(group["rows"])} for group in realisation["groups"]]
    changed = {"groups": groups, "upkeep_rows": with_ends(realisation["upkeep_rows"])}
    return data | {"realisation": realisation | changed}


def _with_headings(data: Frozen) -> Frozen:
    """Each chapter's line of the list of contents is its heading, and its anchor is there."""
    entries = {entry["anchor"]: entry for entry in data["contents"]}
    chapters = {}
    for name, anchor in _ANCHORS.items():
        kept = {key: value for key, value in data[name].items() if key != "anchor"}
        chapters[name] = kept | {"entry": entries[anchor]}
    return data | chapters


def _with_target_months(cycle: Frozen) -> Frozen:
    """Months of completion that were counted from the month of the report, or from the one after the window."""
    followup = cycle["followup"]
    report = _month(followup["report_month"]) if followup["report_month"] else _month(followup["end"]).plus(1)

    def targeted(completion: Frozen | None) -> Frozen | None:
        if completion is None:
            return None
        kept = {key: value for key, value in completion.items() if key not in {"months_min", "months_max"}}
        for name, key in (("earliest", "months_min"), ("latest", "months_max")):
            month = None if completion[key] is None else report.plus(completion[key])
            kept[name] = month and {"year": month.year, "number": month.number}
        return kept

    priorities = [
        priority | {"plans": [plan | {"completion": targeted(plan["completion"])} for plan in priority["plans"]]}
        for priority in followup["priorities"]
    ]
    return cycle | {"followup": followup | {"priorities": priorities}}


def _month(frozen: Frozen) -> Month:
    return Month(frozen["year"], frozen["number"])


def _with_marks(value: Any) -> Any:
    """Lists that are all of numbers or bullets and of one depth, as those of then were."""
    if isinstance(value, list):
        return [_with_marks(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    marked = {"marks": "", "depth": 0} if value.keys() == {"kind", "lines", "start"} else {}
    return {key: _with_marks(inner) for key, inner in value.items()} | marked


def _second_to_third(data: Frozen) -> Frozen:
    """A survey's period by its code, where there had been semesters only."""
    source = data["source"]
    survey = source["survey"]
    kept = {key: value for key, value in survey.items() if key not in {"year", "semester"}}
    return data | {"source": source | {"survey": kept | {"period": f"{survey['year']}-S{survey['semester']}"}}}


def _third_to_fourth(data: Frozen) -> Frozen:
    """How scores came about was not known, and the index was the mean of the elements."""
    results = data["plans"]["results"] | {"method": "", "formula": "IKM = rata-rata NRR seluruh unsur × 25"}
    source = data["source"]
    return data | {
        "plans": data["plans"] | {"results": results},
        "source": source | {"survey": source["survey"] | {"basis": None}},
    }


def _fourth_to_fifth(data: Frozen) -> Frozen:
    """Nothing was known of services."""
    source = data["source"]
    followup = source["followup"]
    priorities = [
        priority | {"plans": [plan | {"services": []} for plan in priority["plans"]]}
        for priority in followup["priorities"]
    ]
    return data | {
        "plans": data["plans"] | {"services": None},
        "source": source
        | {"survey": source["survey"] | {"services": []}, "followup": followup | {"priorities": priorities}},
    }


def _fifth_to_sixth(data: Frozen) -> Frozen:
    """Nobody had counted who answered."""
    source = data["source"]
    plans = data["plans"]
    return data | {
        "plans": plans | {"results": plans["results"] | {"profile": None}},
        "source": source | {"survey": source["survey"] | {"profile": []}},
    }


def _sixth_to_seventh(data: Frozen) -> Frozen:
    """Of an office's services those were known that survey and plans name; of earlier periods nothing was kept."""
    source = data["source"]
    plans = [plan for priority in source["followup"]["priorities"] for plan in priority["plans"]]
    named = [service["name"] for service in source["survey"]["services"]]
    named += [name for plan in plans for name in plan["services"]]
    services = [{"name": name, "in_use": True} for name in dict.fromkeys(named)]
    return data | {"source": source | {"office": source["office"] | {"services": services}, "earlier": []}}


def _seventh_to_eighth(data: Frozen) -> Frozen:
    """How many answers are behind each score was not known."""
    source = data["source"]
    survey = source["survey"]
    services = [service | {"answers": []} for service in survey["services"]]
    return data | {"source": source | {"survey": survey | {"services": services, "answers": []}}}


def _eighth_to_ninth(data: Frozen) -> Frozen:
    """No plan said that it continues another."""
    source = data["source"]
    followup = source["followup"]
    priorities = [
        priority | {"plans": [plan | {"continues": None} for plan in priority["plans"]]}
        for priority in followup["priorities"]
    ]
    return data | {"source": source | {"followup": followup | {"priorities": priorities}}}


def _ninth_to_tenth(data: Frozen) -> Frozen:
    """Units alone answered for anything."""
    source = data["source"]
    followup = source["followup"]
    nobody: Frozen = {"others": []}

    def with_nobody(plan: Frozen) -> Frozen:
        owed = plan["completion"]
        return plan | nobody | {"completion": owed and owed | nobody}

    priorities = [
        priority | {"plans": [with_nobody(plan) for plan in priority["plans"]]} for priority in followup["priorities"]
    ]
    upkeep = [item | nobody for item in followup["upkeep"]]
    return data | {"source": source | {"followup": followup | {"priorities": priorities, "upkeep": upkeep}}}


def _tenth_to_eleventh(data: Frozen) -> Frozen:
    """Nothing but photos was proof."""
    source = data["source"]
    followup = source["followup"]
    priorities = [
        priority | {"plans": [_without_web_pages(plan) for plan in priority["plans"]]}
        for priority in followup["priorities"]
    ]
    upkeep = [_without_web_pages(item) for item in followup["upkeep"]]
    groups = [group | {"web_pages": []} for group in data["annex"]["groups"]]
    return data | {
        "annex": data["annex"] | {"groups": groups},
        "source": source | {"followup": followup | {"priorities": priorities, "upkeep": upkeep}},
    }


def _without_web_pages(row: Frozen) -> Frozen:
    return row | {"evidence": row["evidence"] | {"web_pages": []}}


def _eleventh_to_twelfth(data: Frozen) -> Frozen:
    """No report had a Ringkasan Eksekutif."""
    return data | {"summary": None}


_MONTHS_IN_COLUMNS, _MONTHS_BESIDE_ELEMENTS = 12, 6


def _twelfth_to_thirteenth(data: Frozen) -> Frozen:
    """A chart told neither grades nor priorities; Tabel 2.2 lay across with up to 24 columns of months."""
    plans = data["plans"]
    results = plans["results"]
    table = dict(plans["table"])
    chart = results["chart"]
    if chart:
        bars = [bar | {"is_priority": False} for bar in chart["bars"]]
        chart = chart | {"bars": bars, "limits": [], "zones": [], "note": ""}
    del table["landscape"]
    months = len(table["months"])
    in_columns = months <= _MONTHS_IN_COLUMNS
    table["elements_head_rows"] = _MONTHS_BESIDE_ELEMENTS < months <= _MONTHS_IN_COLUMNS
    if table["elements_head_rows"]:
        table["columns"] -= 1
    if not in_columns:
        groups = [group | {"rows": [row | {"marks": []} for row in group["rows"]]} for group in table["groups"]]
        table |= {"months": [], "columns": 5, "groups": groups}
    return data | {"plans": plans | {"results": results | {"chart": chart}, "table": table}}


def _thirteenth_to_fourteenth(data: Frozen) -> Frozen:
    """Reports had one look, and whether one had a summary was all that was chosen beside the paper."""
    return data | {"office": with_first_look(data["office"], has_summary=data["summary"] is not None)}


def with_first_look(office: Frozen, *, has_summary: bool) -> Frozen:
    """The office with the look of the releases that knew only its paper; of all kinds of reports."""
    kept = {key: value for key, value in office.items() if key != "paper"}
    appearance = {
        "paper": office["paper"],
        "font": "bookman",
        "size": "11",
        "margins": "bound",
        "cover": "light",
        "colour": "teal",
        "chapters": "apart",
        "statuses": "official",
        "has_summary": has_summary,
    }
    return kept | {"appearance": appearance, "values_mark": "", "branding_mark": ""}


def _fourteenth_to_fifteenth(data: Frozen) -> Frozen:
    """Section 3.3 was text, Tabel 3.1 had no planned months, and each table explained its own abbreviations.

    Of the source of the results only the day of the report was known.
    """
    realisation, conclusion = data["realisation"], data["conclusion"]
    groups = [group | {"rows": [_with_months_apart(row) for row in group["rows"]]} for group in realisation["groups"]]
    nothing = dict.fromkeys(("report_number", "report_url", "covered", "forums"), "")
    evaluation = {
        "section": realisation["evaluation"],
        "achievement": None,
        "speed": "",
        "before": None,
        "trend": None,
    }
    return data | {
        "introduction": data["introduction"] | {"abbreviations": []},
        "realisation": realisation | {"groups": groups, "evaluation": evaluation},
        "conclusion": conclusion | {"rows": [row | {"same_as": 0} for row in conclusion["rows"]]},
        "plans": data["plans"] | {"results": data["plans"]["results"] | {"origin": []}},
        "source": data["source"] | {"survey": data["source"]["survey"] | nothing},
    }


def _with_months_apart(row: Frozen) -> Frozen:
    """What stood beneath the status as two lines with their names."""
    told = dict(detail.split(": ", 1) for detail in row["details"])
    kept = {key: value for key, value in row.items() if key != "details"}
    times = {"carried_out": told.get("Pelaksanaan", ""), "completed": told.get("Selesai", "")}
    return kept | times | {"planned": "", "lateness": ""}


UPGRADES: dict[int, Callable[[Frozen], Frozen]] = {
    1: _first_to_second,
    2: _second_to_third,
    3: _third_to_fourth,
    4: _fourth_to_fifth,
    5: _fifth_to_sixth,
    6: _sixth_to_seventh,
    7: _seventh_to_eighth,
    8: _eighth_to_ninth,
    9: _ninth_to_tenth,
    10: _tenth_to_eleventh,
    11: _eleventh_to_twelfth,
    12: _twelfth_to_thirteenth,
    13: _thirteenth_to_fourteenth,
    14: _fourteenth_to_fifteenth,
    15: fifteenth_to_sixteenth,
    16: sixteenth_to_seventeenth,
    17: seventeenth_to_eighteenth,
    18: eighteenth_to_nineteenth,
    19: nineteenth_to_twentieth,
    20: twentieth_to_twenty_first,
}
"""The number of a schema to what makes a document of it one of the next number."""
