"""The scene of what strangers read, made once for all tests of a module."""

from copy import deepcopy

import pytest

from tests.publishing.scene import make_published


@pytest.fixture(scope="module")
def shared_published(shared_db):
    with shared_db():
        return make_published()


@pytest.fixture
def published(shared_published, db):
    return deepcopy(shared_published)
