"""The admin who sends files of scores."""

from tests.surveys.workbooks.test_basis import admin, send  # noqa: F401 (scenes)
