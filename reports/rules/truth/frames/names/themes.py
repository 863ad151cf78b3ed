"""What a text calls the elements, and periods taken for each other: told beside whatever else is wrong. Pure."""

from reports.rules.truth.frames.frame import Frame, frames_of
from reports.rules.truth.frames.names import called, mixed_periods

NAMES: tuple[Frame, ...] = frames_of(called, mixed_periods)
