#!/usr/bin/env python
"""Django's command line."""

import gc
import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skm_portal.settings")
    execute_from_command_line(sys.argv)
    gc.freeze()  # all that is left goes with the process: to look for it costs a report a tenth of its time
