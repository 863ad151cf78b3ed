"""Source that nothing uses: ``python -m tests.unused``. What pages, settings and frameworks name is used, too.

Tests do not count as a use: what only they call goes.
"""

import ast
import re
import sys
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).parents[1]
ROOMS = (
    "offices",
    "surveys",
    "followups",
    "reports",
    "publishing",
    "oversight",
    "duties",
    "skm_portal",
    "benchmarks",
    "docs/pictures",
)
NOT_READ = ("*/migrations/*", "*/skm_portal/settings.py")
"""ByPen once and kept; read by name by Django."""
SETS_WHAT_OTHERS_READ = {
    *("offices/spreadsheets/writing.py", "reports/word/about.py"),
    *("reports/word/paper.py", "reports/word/styles.py"),
}
"""Attributes of the libraries of workbooks and Word files, set there and read by them."""
KEPT_FOR = {
    "AUX_IMAGES": "an option of the HEIF library",
    "DEPTH_IMAGES": "an option of the HEIF library",
    "THUMBNAILS": "an option of the HEIF library",
    "add_tags": "called by WeasyPrint",
    "MAX_IMAGE_PIXELS": "an option of Pillow",
    "LOAD_TRUNCATED_IMAGES": "an option of Pillow",
    "Noise": "a key of a PDF",
    "default_*_format": "an option of the standard library's log",
    "ServerLines": "named in gunicorn.conf.py",
    "create_system": "a field of a ZIP entry",
    "is_open_for_signup": "asked by the log-in library",
    "get_password_change_redirect_url": "asked by the log-in library",
    "stay": "a field of the log-in form, read by its name",
    "office_roles": "a field of a form, read by its name",
    "first_name": "takes a column of Django's user away",
    "last_name": "takes a column of Django's user away",
    "REQUIRED_FIELDS": "Django's user",
    "get_full_name": "Django's user",
    "get_short_name": "Django's user",
    "_get_session_auth_hash": "Django's user",
    "klasifikasi": "a word of the pattern of document numbers, which reads the dataclass by name",
    "kode": "a word of the pattern of document numbers, which reads the dataclass by name",
    "tahun": "a word of the pattern of document numbers, which reads the dataclass by name",
    "password_reset_*": "columns, written by every way of resetting and kept for who asks later",
    "person_id": "a column, found by erasing",
    "legal": "a column, read by the key of its field",
    "recommendation": "a column, read by the key of its field",
    "released_by": "a column, kept for who asks later",
    "opened_by": "a column, kept for who asks later",
    "opened_at": "a column, kept for who asks later",
    "uploaded_by": "a column, kept for who asks later",
    "recorded_at": "a column, kept for who asks later",
    "queued_at": "a column, kept for who asks later",
    "created_by": "a column, kept for who asks later",
    "created_at": "a column, kept for who asks later",
    "seen_at": "a column, read by its name",
    "valid_until": "a column, read by its name",
    "answers_of_services": "what a file holds, read by its name in front of the fence",
    "ANY": "values that are written by name",
    "IN_PERSON": "values that are written by name",
    "ONLINE": "values that are written by name",
    "ELEMENTS": "values that are written by name",
    "CHAPTER_?": "values that readers choose from",
    "TRUE": "a value of PDF, compared by its kind",
    "FALSE": "a value of PDF, compared by its kind",
    "serial": "a certificate's facts are stored whole",
    "preparation_*": "how a survey was carried out, read by the table of its fields",
    "collection_*": "how a survey was carried out, read by the table of its fields",
    "processing_*": "how a survey was carried out, read by the table of its fields",
    "reporting_*": "how a survey was carried out, read by the table of its fields",
    "covers_whole_file": "printed by verify_pdf, which reads the facts by name",
    "PrivateKey": "a type for the checker",
    "_get_object_from_stream": "overrides the signing library",
    "system_time": "overrides the signing library",
    "register_extensions": "overrides the signing library",
    "async_sign_raw": "overrides the signing library",
    "dry_run": "overrides the signing library",
    "_update_meta": "overrides the signing library",
    "converter": "overrides the logging of Python",
    "request_id": "read by the format of the log",
    "exc_text": "overrides the logging of Python",
    "_mutable": "Django's posted data",
    "forbidden": "named in urls.py, as a text",
    "fault_of": "asked by the check of stored files",
    "hidden_cells": "through which alone a table of two margins may leave the office",
    "*_FIELDS": "tables of fields, which the tests hold against columns, forms and cycle file",
}
"""Names that nothing in the source mentions, each with its reason."""
CALLED_BY = {
    "Meta": "Django reads the class within a model or form",
    "Command": "Django's commands",
    "*Config": "Django's applications",
    "add_arguments": "Django's commands",
    "requires_system_checks": "Django's commands",
    "default_auto_field": "Django's applications",
    "clean_*": "Django's forms",
    "field_order": "Django's forms",
    "handler[45]??": "Django's addresses of errors",
    "process_view": "Django's middleware",
    "process_exception": "Django's middleware",
    "regex": "Django's converters of addresses",
    "to_url": "Django's converters of addresses",
    "ordering": "Django's models",
    "constraints": "Django's models",
    "indexes": "Django's models",
    "allow_multiple_selected": "Django's widgets",
    "_save": "Django's storages",
    "application": "the server's door",
}
DECORATORS = ("@register.*", "@*.register", "@register", "@receiver", "@rule", "@hears")
"""What a decorator hands on by the function's name, or what is found where it stands, as a rule in its theme is."""


def named_by_pages():
    """Every word within the braces of a template."""
    for path in (ROOT / "templates").rglob("*"):
        if path.is_file():
            for inner in re.findall(r"{[{%](.*?)[%}]}", path.read_text(encoding="utf-8"), re.DOTALL):
                yield from re.findall(r"[A-Za-z_]\w*", inner)


def named_by_settings():
    """The last part of every dotted path that the settings hold."""
    for node in ast.walk(ast.parse((ROOT / "skm_portal" / "settings.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"\w+(\.\w+)+", node.value):
            yield node.value.rsplit(".", 1)[1]


@cache
def source_as_read():
    vulture = Vulture(ignore_decorators=list(DECORATORS))
    vulture.scavenge([str(ROOT / room) for room in ROOMS], exclude=list(NOT_READ))
    vulture.used_names |= {*named_by_pages(), *named_by_settings()}
    return vulture


def unused():
    """Every name that nothing uses, as ``path:line name``."""
    for item in source_as_read().get_unused_code(min_confidence=60):
        path = Path(item.filename).relative_to(ROOT)
        if item.typ == "attribute" and path.as_posix() in SETS_WHAT_OTHERS_READ:
            continue
        if not any(fnmatch(item.name, pattern) for pattern in (*CALLED_BY, *KEPT_FOR)):
            yield f"{path}:{item.first_lineno} {item.typ} {item.name}"


if __name__ == "__main__":
    found = list(unused())
    print(*found, sep="\n")
    sys.exit(bool(found))
