"""All frames of the follow-up, in the order in which they may take a token. Pure."""

from reports.rules.truth.frames.followup import counts, shares
from reports.rules.truth.frames.frame import Frame

FOLLOWUP: tuple[Frame, ...] = (*shares.FRAMES, *counts.FRAMES)
