"""What the page of the own account offers to whom."""

import pytest


@pytest.mark.parametrize(("name", "signs"), [("secretary", True), ("admin", False), ("staff", False), ("head", False)])
def test_a_key_is_offered_to_who_signs(as_user, people, name, signs):
    assert ("Kelola kunci" in as_user(getattr(people, name)).get("/akun/").content.decode()) == signs
