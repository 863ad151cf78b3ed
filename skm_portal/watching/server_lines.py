"""The lines of gunicorn itself, in the form of all others."""

import os
from typing import Any

from gunicorn.glogging import Logger

from skm_portal.log_lines import JsonLine, Line


class ServerLines(Logger):  # type: ignore[misc]
    """What the server says of its processes; of requests the portal itself tells."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        is_json = os.environ.get("LOG_FORMAT", "json") == "json"
        for handler in self.error_log.handlers:
            handler.setFormatter(JsonLine() if is_json else Line())
