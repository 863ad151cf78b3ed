"""All frames of what the report itself holds, in the order in which they may take a token. Pure."""

from reports.rules.truth.frames.frame import Frame
from reports.rules.truth.frames.report import figures, tables, upkeep

REPORT: tuple[Frame, ...] = (*figures.FRAMES, *tables.FRAMES, *upkeep.FRAMES)
