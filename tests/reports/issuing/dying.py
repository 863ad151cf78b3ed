"""``python -m tests.reports.issuing.dying WHERE USER PASSPHRASE``: sign what waits, and be killed on the way.

A process of its own, and a fresh one: the validator keeps threads that a fork would wait for in vain.
"""

import os
import signal
import sys

import django


def die(*_arguments, **_options):
    os.kill(os.getpid(), signal.SIGKILL)


def before_the_file():
    from offices.disk import DiskStorage

    DiskStorage._save = die


def at_statement(beginning):
    """Die when the database is about to be told this."""
    from django.db import connection

    def execute(run, sql, parameters, many, context):
        return die() if sql.startswith(beginning) else run(sql, parameters, many, context)

    connection.execute_wrappers.append(execute)


DEATHS = {
    "before the file": before_the_file,
    "behind the file": lambda: at_statement('SELECT "surveys_survey"'),
    "at the row": lambda: at_statement('UPDATE "reports_report"'),
    "at the lock": lambda: at_statement('UPDATE "surveys_survey"'),
    "at the event": lambda: at_statement('INSERT INTO "offices_auditevent"'),
}


def main(where, username, passphrase):
    django.setup()
    from offices.models import User
    from reports.issuing import Will, sign_here
    from reports.models import Report, State

    DEATHS[where]()
    report = Report.objects.get(state=State.PREPARED)
    sign_here(report, User.objects.get(username=username), passphrase, Will(agreed=True))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "skm_portal.settings")
    main(*sys.argv[1:])
