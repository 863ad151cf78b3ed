"""All frames of the office, its signatory and the regulations, in the order in which they may take a token. Pure."""

from reports.rules.truth.frames.frame import Frame, frames_of
from reports.rules.truth.frames.office import laws, offices, papers, signatory

OFFICE: tuple[Frame, ...] = frames_of(laws, papers, offices, signatory)
