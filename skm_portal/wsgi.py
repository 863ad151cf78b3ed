"""The application as a WSGI server runs it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skm_portal.settings")
application = get_wsgi_application()

# Two seconds of imports that no visitor shall wait for:
from reports.signing import pages, reading  # noqa: E402, F401
from skm_portal import urls  # noqa: E402, F401
from skm_portal.checks import refuse_uncollected  # noqa: E402

refuse_uncollected()
