"""All frames of the office, its signatory and the regulations, in the order in which they may take a token. Pure."""

from reports.rules.truth.frames.frame import Frame
from reports.rules.truth.frames.office import laws, offices, papers, signatory

OFFICE: tuple[Frame, ...] = (*laws.FRAMES, *papers.FRAMES, *offices.FRAMES, *signatory.FRAMES)
