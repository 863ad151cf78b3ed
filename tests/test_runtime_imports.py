"""What holds imports to what is installed: every statement is found, and one that cannot be followed is named."""

import pytest

from tests.runtime import imports
from tests.runtime.imports import Statement

LAZY = """
def sign():
    from reports.no_such_module import nothing

    return nothing
"""


def found(source, path="reports/issuing/x.py"):
    return [str(statement) for statement in imports.statements(path, source)]


def test_a_missing_module_is_found_inside_a_function():
    assert imports.faults("reports/x.py", LAZY) == [
        "reports/x.py:3 from reports.no_such_module import nothing: "
        "ModuleNotFoundError: No module named 'reports.no_such_module'"
    ]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("import a.b as c, d", ["import a.b", "import d"]),
        ("from a import b as c, d", ["from a import b", "from a import d"]),
        ("from . import b", ["from reports.issuing import b"]),
        ("from ..signing import sign", ["from reports.signing import sign"]),
        ("class A:\n    def f(self):\n        if 1:\n            import b", ["import b"]),
        ("try:\n    import a\nexcept ImportError:\n    import b", ["import a", "import b"]),
        ('import_module("a.b")\nimportlib.import_module("c")', ["import a.b", "import c"]),
        ("import_module(name)", []),
        ("if TYPE_CHECKING:\n    import a\nelse:\n    import b", ["import b"]),
        ("if typing.TYPE_CHECKING:\n    import a\nimport b", ["import b"]),
    ],
)
def test_a_statement_is_found_wherever_it_stands(source, names):
    assert found(source) == names


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (Statement(1, "django.urls", "path"), ""),
        (Statement(1, "django", "urls"), ""),  # a module that is no attribute yet
        (Statement(1, "django.urls", "no_such"), "ModuleNotFoundError"),
        (Statement(1, "no_such"), "ModuleNotFoundError"),
        (Statement(1, "os", "*"), ""),
    ],
)
def test_it_is_followed_as_python_would(statement, reason):
    assert imports.hindrance(statement).partition(":")[0] == reason


NAMED = """
MIDDLEWARE = ["offices.no.Such"]
STORAGE = "storages.backends.s3.S3Storage"
MODEL = "offices.User"
LOGGERS = {"no.such.Logger": {"level": "ERROR"}}
"""


def test_what_settings_name_as_text_is_followed_too():
    assert {str(statement) for statement in imports.named_in_settings(NAMED)} == {
        "from offices.no import Such",
        "from storages.backends.s3 import S3Storage",
    }
    [fault] = imports.faults(imports.SETTINGS, NAMED)
    assert "offices.no" in fault


@pytest.mark.prove
def test_every_statement_of_every_room_can_be_followed_here(settings):
    settings.DEBUG = True  # where no list of static files is asked for
    count, faults = imports.all_faults()
    assert faults == []
    assert count > 3000
