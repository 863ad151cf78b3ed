"""How lines of the log are shortened; asked before anything else is loaded."""

import logging


class OneLine(logging.Filter):
    """For what strangers cause at will: the sentence, without the traceback below it."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.exc_info = None
        record.exc_text = None
        return True
