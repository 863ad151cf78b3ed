"""The steps of upgrades.py from the fifteenth number of the schema on. Pure."""

from typing import Any

Frozen = dict[str, Any]


def fifteenth_to_sixteenth(data: Frozen) -> Frozen:
    """Day and number were always printed, without a rank, nobody signed beside the signatory, and the signature of the
    Kata Pengantar had no name to be found by.
    """
    alone: Frozen = {"rank": "", "acknowledger": None}
    signing = data["signing"]
    preface = data["preface"]
    conclusion = data["conclusion"]
    signed = {
        "preface": preface | {"signature": preface["signature"] | alone | {"anchor": "tanda-tangan-pengantar"}},
        "conclusion": conclusion | {"signature": conclusion["signature"] | alone},
    }
    return data | signed | {"signing": signing and signing | alone | {"pen_number": False}}


def sixteenth_to_seventeenth(data: Frozen) -> Frozen:
    """Charts had no list and no label apart from their title; open plans were counted in Tabel 4.1, and what is proof
    beside photos was not told.
    """
    realisation, conclusion, summary = data["realisation"], data["conclusion"], data["summary"]
    places = [""]
    for group in realisation["groups"]:
        owed = [row for row in group["rows"] if row["status_key"] not in ("done", "impossible")]
        places += [f"{group['number']} {row['point']}" for row in owed]

    def placed(row: Frozen) -> Frozen:
        return {key: value for key, value in row.items() if key != "number"} | {"point": places[row["number"]]}

    rows = [placed(row) | {"same_as": places[row["same_as"]]} for row in conclusion["rows"]]
    results, evaluation = data["plans"]["results"], realisation["evaluation"]
    trend = evaluation["trend"]
    told = {
        "groups": [group | {"rows": _with_no_more_proof(group["rows"])} for group in realisation["groups"]],
        "upkeep_rows": _with_no_more_proof(realisation["upkeep_rows"]),
        "evaluation": evaluation | {"trend": trend and trend | {"chart": _with_label(trend["chart"])}},
    }
    return data | {
        "charts": [],
        "plans": data["plans"] | {"results": results | {"chart": results["chart"] and _with_label(results["chart"])}},
        "realisation": realisation | told,
        "conclusion": conclusion | {"rows": rows},
        "summary": summary and summary | {"owed": [placed(row) for row in summary["owed"]]},
    }


def _with_label(chart: Frozen) -> Frozen:
    word, number, title = chart["title"].split(" ", 2)
    return chart | {"label": f"{word} {number}", "title": title}


def _with_no_more_proof(rows: list[Frozen]) -> list[Frozen]:
    return [row | {"evidence": "" if row["proofs"] else "–"} for row in rows]


def seventeenth_to_eighteenth(data: Frozen) -> Frozen:
    """Offices could not state that numbers which do not fit are so in their SKM report."""
    source, plans = data["source"], data["plans"]
    survey = source["survey"] | {"exceeds_population": False, "method_unknown": False}
    results = plans["results"] | {"notes": []}
    return data | {"source": source | {"survey": survey}, "plans": plans | {"results": results}}


def eighteenth_to_nineteenth(data: Frozen) -> Frozen:
    """Nothing was known of how a survey was carried out."""
    texts = dict.fromkeys(("team", "manner", "places", "background", "purpose", "conclusion"), "")
    activities = ("preparation", "collection", "processing", "reporting")
    days = {f"{activity}_{what}": None for activity in activities for what in ("start", "end", "days")}
    source = data["source"]
    survey = source["survey"] | {"fieldwork": texts | days}
    return data | {"source": source | {"survey": survey}}


def nineteenth_to_twentieth(data: Frozen) -> Frozen:
    """An office worded three sections of its survey report; there were no words of its own in the others."""
    source = data["source"]
    survey = source["survey"]
    none = dict.fromkeys(("legal", "method", "sample", "analysis", "recommendation", "trend"), "")
    survey = survey | {"fieldwork": survey["fieldwork"] | none}
    return data | {"source": source | {"survey": survey}}


def twentieth_to_twenty_first(data: Frozen) -> Frozen:
    """No report printed where something was published, and no office had switched that off."""
    source = data["source"]
    return data | {
        "office": with_switch_of_publications(data["office"]),
        "publications": [],
        "source": source | {"followup": source["followup"] | {"publications": []}},
    }


def with_switch_of_publications(office: Frozen) -> Frozen:
    """The office of a document of any kind with one more value of its look."""
    return office | {"appearance": office["appearance"] | {"has_publications": True}}
