"""All frames of what the survey found, in the order in which they may take a token. Pure."""

from reports.rules.truth.frames.frame import Frame, frames_of
from reports.rules.truth.frames.survey import (
    dates,
    grades,
    index,
    periods,
    priorities,
    ranks,
    respondents,
    scores,
    trend,
)

SURVEY: tuple[Frame, ...] = (
    *frames_of(trend, scores, index, grades, priorities, ranks, respondents, strict=True),
    *frames_of(dates, periods),
)
