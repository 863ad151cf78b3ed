"""All frames of what the report itself holds, in the order in which they may take a token. Pure."""

from reports.rules.truth.frames.frame import Frame, frames_of
from reports.rules.truth.frames.report import figures, tables, upkeep

REPORT: tuple[Frame, ...] = frames_of(figures, tables, upkeep)
