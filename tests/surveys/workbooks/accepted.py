"""Pasted cells with the mark by which what they give is accepted."""

from surveys.models import Survey
from surveys.periods import of_period
from surveys.workbooks.inquiry import ScoreFile, Wanted
from surveys.workbooks.preview import digest_of
from surveys.workbooks.taking import read_files
from tests.surveys.workbooks.files import separated
from tests.surveys.workbooks.layouts import NAMES

CELLS = "\n".join(separated([["No", *NAMES], [1, *[3] * 9], [2, *[4] * 9]], "\t").decode().split("\r\n")).strip()


def accepted_scores(_scene=None):
    survey = Survey.objects.get(office__code="3521", **of_period("2025-S1"))
    files = [ScoreFile("tempelan", CELLS.encode())]
    found = read_files(survey, files, Wanted(population=survey.population))
    return {"pasted": CELLS, "terima": digest_of(files, found)}
