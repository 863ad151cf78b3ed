"""The guard of the trail is tried here, too."""

from tests.offices.trail.conftest import guard

__all__ = ["guard"]
