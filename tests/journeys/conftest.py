"""The scene of the walks, made once for all tests of a module."""

from copy import deepcopy

import pytest

from tests.conftest import make_office, make_people, make_province, make_survey
from tests.journeys.scene import make_scene


@pytest.fixture(scope="module")
def shared_scene(shared_db):
    with shared_db():
        province = make_province()
        ngawi = make_office("3521", "Ngawi", province)
        people = make_people(ngawi, make_office("3520", "Magetan", province), province)
        return make_scene(people, make_survey(ngawi))


@pytest.fixture
def scene(shared_scene, db):
    return deepcopy(shared_scene)
