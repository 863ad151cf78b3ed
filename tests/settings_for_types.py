"""The portal's settings as the type checker's plugin reads them: a developer's, whatever the environment says."""

import os

os.environ["DEBUG"] = "1"

from skm_portal.settings import *  # noqa: F403
