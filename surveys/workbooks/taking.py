"""Files of scores into the survey of a cycle: read behind the fence, and taken all or not at all."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any

from offices.audit import record
from offices.fence import UnfinishedError, fenced
from offices.models import User
from surveys.ikm import Grade
from surveys.instrument.rows import forms_of
from surveys.locking import open_cycle
from surveys.models import Element, Survey
from surveys.offering.results import OfService, service_results, write_service_results
from surveys.scoring import scores_of, write_scores
from surveys.workbooks.inquiry import Found, ScoreFile, Wanted
from surveys.workbooks.reading import read_scores

SECONDS = 20
UNFINISHED = {
    "place": "",
    "message": "Berkas ini tidak selesai dibaca: terlalu besar atau rusak. "
    "Simpan lembar nilainya saja, lalu unggah lagi.",
}


def read_files(survey: Survey, files: Sequence[ScoreFile], wanted: Wanted) -> dict[str, Any]:
    """What the files hold for this survey, as Found.as_json gives it; nothing is written."""
    forms = forms_of(survey.instrument)
    grades = [Grade(band.letter, band.label, band.lowest) for band in survey.instrument.bands.all()]
    try:
        found: dict[str, Any] = fenced(
            lambda: iter([read_scores(files, forms, grades, wanted).as_json()]), seconds=SECONDS
        )
    except UnfinishedError:
        return Found().as_json() | {"faults": [UNFINISHED]}
    return found


def take_scores(survey: Survey, actor: User | None, found: Mapping[str, Any], files: Sequence[ScoreFile]) -> bool:
    """Write what was found; whether anything changed. What the scores rest on stands in the trail.

    Raises CycleLockedError unless the cycle is a draft.
    """
    scores = {key: Decimal(value) for key, value in found["stored"].items()}
    of_services = _of_services(found)
    with open_cycle(survey) as held:
        elements = {element.key: element for element in Element.objects.filter(instrument=held.instrument_id)}
        before = {"scores": scores_of(held), "respondents": held.respondents} | _told(service_results(held))
        respondents: int | None = found["respondents"] or held.respondents
        after: dict[str, Any] = {"scores": scores, "respondents": respondents} | _told(of_services)
        if before == after:
            return False
        held.respondents = respondents
        held.save(update_fields=["respondents"])
        write_scores(held, scores, elements)
        write_service_results(held, of_services, elements)
        basis = {"files": [sha256(file.content).hexdigest() for file in files]} | {
            key: found[key] for key in ("kind", "form", "mapping", "method")
        }
        record(actor, "survey.import", held, held.office, before=before, after=after | basis)
    return True


def _of_services(found: Mapping[str, Any]) -> dict[str, OfService]:
    """What was found of each service that anybody answered for."""
    return {
        name: OfService(count, {key: Decimal(text) for key, text in found["of_services"][name].items()})
        for name, count in found["services"].items()
    }


def _told(results: Mapping[str, OfService]) -> dict[str, Any]:
    """Results per service as the trail tells them, nothing where there are none."""
    return {"services": {name: result.respondents for name, result in results.items()}} if results else {}
