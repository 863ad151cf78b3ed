"""All frames of what the survey found, in the order in which they may take a token. Pure."""

from reports.rules.truth.frames.frame import Frame
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
    *trend.FRAMES,
    *scores.FRAMES,
    *index.FRAMES,
    *grades.FRAMES,
    *priorities.FRAMES,
    *ranks.FRAMES,
    *respondents.FRAMES,
    *dates.FRAMES,
    *periods.FRAMES,
)
