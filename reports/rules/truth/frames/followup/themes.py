"""All frames of the follow-up, in the order in which they may take a token. Pure."""

from reports.rules.truth.frames.followup import (
    answering,
    counts,
    names,
    schedule,
    shares,
    states,
    targets,
    wholes,
    window,
)
from reports.rules.truth.frames.frame import Frame, frames_of

FOLLOWUP: tuple[Frame, ...] = frames_of(targets, names, states, answering, schedule, window, wholes, shares, counts)
