"""Files of scores into the survey of a cycle: read behind the fence, and taken all or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django.utils import timezone

from offices.audit import record
from offices.fence import UnfinishedError, fenced
from offices.models import AuditEvent, User
from surveys.answers.keeping import told_kept, write_answers
from surveys.answers.questions import OfQuestion, question_scores, told_questions, write_question_scores
from surveys.basis import basis_of, basis_words
from surveys.ikm import Behind
from surveys.instrument.rows import forms_of
from surveys.locking import open_results
from surveys.models import BasisKind, Element, Questionnaire, ScoreBasis, Survey
from surveys.offering.kinds import forget_services, nearly_named, services_of
from surveys.offering.results import OfService, service_results, typed_results, write_service_results
from surveys.profiles import Profile, excess, told
from surveys.respondents.counts import profile_of, write_profile
from surveys.scoring import grades_of, scores_of, write_scores
from surveys.suggestions.deciding import released_suggestions, stored_texts, write_suggestions
from surveys.workbooks.inquiry import Found, ScoreFile, Wanted
from surveys.workbooks.reading import read_scores
from surveys.workbooks.usual import remember

SECONDS = 20
OF_FILES = frozenset({BasisKind.SUMMARY, BasisKind.FREQUENCIES, BasisKind.ANSWERS})
COUNTING = frozenset({BasisKind.FREQUENCIES, BasisKind.ANSWERS})
"""Files that tell how many respondents there were."""
UNFINISHED = {
    "place": "",
    "message": "Berkas ini tidak selesai dibaca: terlalu besar atau rusak. "
    "Simpan lembar nilainya saja, lalu unggah lagi.",
}


def read_files(survey: Survey, files: Sequence[ScoreFile], wanted: Wanted) -> dict[str, Any]:
    """What the files hold for this survey, as Found.as_json gives it; nothing is written.

    Its notes tell, too, what of the survey would not stay beside them.
    """
    forms = forms_of(survey.instrument)
    grades = grades_of(survey.instrument)
    try:
        found: dict[str, Any] = fenced(
            lambda: iter([read_scores(files, forms, grades, wanted).as_json()]), seconds=SECONDS
        )
    except UnfinishedError:
        return Found().as_json() | {"faults": [UNFINISHED]}
    if not found["faults"] and not found["asks"]:
        found["notes"] += _left(survey, found, files).notes
        known = [service.name for service in services_of(survey.office)]
        for name in found["services"]:
            if near := nearly_named(name, known):
                found["notes"].append(
                    f"Layanan “{name}” belum ada pada satuan kerja ini; yang namanya mirip: “{near}”. Bila sama, "
                    "tulis namanya persis seperti itu, agar tidak menjadi dua layanan."
                )
    return found


@dataclass
class _Left:
    """What of a survey stays beside files that do not tell it; ``notes``: what is to be said of that."""

    respondents: int | None
    profile: Profile
    suggestions: dict[str, int]
    notes: list[str] = field(default_factory=list)


def _left(survey: Survey, found: Mapping[str, Any], files: Sequence[ScoreFile]) -> _Left:
    """What rested on an earlier file goes with it (docs/decisions.md, 53); the same files again take nothing away."""
    left = _Left(survey.respondents, profile_of(survey), stored_texts(survey))
    old = basis_of(survey)
    if old and old.digests == _digests(files):
        return left
    if found["respondents"] is None and left.respondents is not None and old and old.kind in COUNTING:
        left.respondents = None
        left.notes.append("Jumlah responden dari berkas sebelumnya dihapus; ketiklah pada halaman survei.")
    elif left.respondents is not None and old and old.kind == BasisKind.SUMMARY and not found["respondents"]:
        left.notes.append(f"Jumlah responden yang tersimpan ({left.respondents}) tetap; periksa apakah masih sesuai.")
    if left.profile and not found["profile"]:
        faults = excess(left.profile, found["respondents"] or left.respondents)
        events = AuditEvent.objects.filter(object_kind="survey", object_id=str(survey.pk), action="survey.profile")
        last = events.first()
        is_typed = last is not None and last.after == told(left.profile)
        if old and old.kind in OF_FILES and not is_typed:
            left.profile = {}
            left.notes.append("Profil responden dari berkas sebelumnya dihapus; berkas ini tidak memuatnya.")
        elif faults:
            left.profile = {}
            left.notes.append(f"Profil responden yang diketik dihapus. {' '.join(faults.values())}")
        else:
            left.notes.append("Profil responden yang diketik tetap; periksa apakah masih sesuai.")
    if left.suggestions and found["suggestions"] is None:
        left.suggestions = dict(released_suggestions(survey).values_list("text", "times"))
        if gone := survey.suggestions.count() - len(left.suggestions):
            left.notes.append(f"{gone} saran dari berkas sebelumnya yang belum dirilis dihapus; yang dirilis tetap.")
    return left


def _digests(files: Sequence[ScoreFile]) -> list[str]:
    """In an order of their own: the same files are the same in whichever order they were chosen."""
    return sorted(sha256(file.content).hexdigest() for file in files)


def take_scores(
    survey: Survey, actor: User | None, found: Mapping[str, Any], files: Sequence[ScoreFile], *, remembers: bool = True
) -> bool:
    """Write what was found and what it rests on; whether anything changed. ``remembers``: mapping and method, too.

    Of what the files do not tell, what was typed stays as far as it fits, and suggestions that were released.
    Raises CycleLockedError unless the cycle is a draft, Declined where the profile counts more people than answered.
    """
    scores = {key: Decimal(value) for key, value in found["stored"].items()}
    questions = {code: OfQuestion(Decimal(text), answers) for code, (text, answers) in found["questions"].items()}
    with open_results(survey) as held:
        elements = {element.key: element for element in Element.objects.filter(instrument=held.instrument_id)}
        old = basis_of(held)
        known = profile_of(held)
        left = _left(held, found, files)
        profile = found["profile"] or left.profile
        asked = question_scores(held)
        of_services = _of_services(found) or typed_results(held)
        served = service_results(held)
        before = _told(held.respondents, scores_of(held), served, known, old) | told_questions(asked)
        before |= told_kept(held.answer_rows.count())
        basis = _basis(held, actor, found, files)
        if remembers and found["open_to_choice"] and basis.questionnaire and basis.mapping:
            remember(held.office, basis.questionnaire, basis.mapping, basis.method)
        written = stored_texts(held)
        suggestions = left.suggestions if found["suggestions"] is None else found["suggestions"]
        respondents: int | None = found["respondents"] or left.respondents
        after = _told(respondents, scores, of_services, profile, basis) | told_questions(questions)
        after |= told_kept(sum(map(len, found["kept"].values())))
        if before == after and suggestions == written:
            return False
        if suggestions != written:
            before["suggestions"] = len(written)
            after["suggestions"] = len(suggestions)
            write_suggestions(held, suggestions)
        held.respondents = respondents
        held.save(update_fields=["respondents"])
        write_scores(held, scores, elements, _behind(found))
        write_question_scores(held, questions, basis.questionnaire)
        write_service_results(held, of_services, elements)
        write_answers(held, found["kept"])
        forget_services(held.office, actor, served.keys() - of_services.keys())
        write_profile(held, profile)
        basis.pk = old.pk if old else None
        basis.save()
        record(actor, "survey.import", held, held.office, before=before, after=after)
    return True


def _behind(found: Mapping[str, Any]) -> dict[str, Behind]:
    """What each score rests on, by element key."""
    return {
        key: Behind(found["counts"].get(key), Decimal(found["errors"][key]) if key in found["errors"] else None)
        for key in found["stored"]
    }


def _of_services(found: Mapping[str, Any]) -> dict[str, OfService]:
    """What was found of each service that anybody answered for."""
    return {
        name: OfService(
            count,
            {key: Decimal(text) for key, text in found["of_services"][name].items()},
            answers=found["answers_of_services"][name],
        )
        for name, count in found["services"].items()
    }


def _basis(survey: Survey, actor: User | None, found: Mapping[str, Any], files: Sequence[ScoreFile]) -> ScoreBasis:
    questionnaire = Questionnaire.objects.get(instrument=survey.instrument_id, key=found["form"])
    return ScoreBasis(
        survey=survey,
        kind=found["kind"],
        questionnaire=questionnaire,
        mapping=questionnaire.mappings.get(key=found["mapping"]),
        method=found["method"],
        index_error=None if found["index_error"] is None else Decimal(found["index_error"]),
        digests=_digests(files),
        settled=found["settled"],
        actor=actor,
        taken_at=timezone.now(),
    )


def _told(
    respondents: int | None,
    scores: Mapping[str, Decimal],
    results: Mapping[str, OfService],
    profile: Profile,
    basis: ScoreBasis | None,
) -> dict[str, Any]:
    """What is taken as the trail tells it: services and profile where there are any, of a basis its keys and words."""
    services = {"services": {name: result.respondents for name, result in results.items()}} if results else {}
    values = {"scores": scores, "respondents": respondents} | services | told(profile)
    if basis is None:
        return values
    return values | {
        "basis": basis_words(basis),
        "kind": basis.kind,
        "form": basis.questionnaire.key if basis.questionnaire else "",
        "mapping": basis.mapping.key if basis.mapping else "",
        "method": basis.method,
        "files": basis.digests,
        "settled": basis.settled,
    }
