"""The packages that the runtime locks name: what is missing or another version is told."""

from importlib.metadata import version

from skm_portal.packages import installed, missing, outdated, pinned_in

LOCK = """\
# locked
django==5.2.1 \\
    --hash=sha256:abc
Pillow==11.0.0 ; python_version >= "3.11"
    # via -r base.in
zope.interface==7.2
"""


def test_the_locks_of_a_folder_are_read_together(tmp_path):
    (tmp_path / "base.txt").write_text(LOCK, encoding="utf-8")
    (tmp_path / "fonts.txt").write_text("fonts-a==1.0\n", encoding="utf-8")
    (tmp_path / "dev.txt").write_text("pytest==8.0\n", encoding="utf-8")
    assert pinned_in(tmp_path) == {"django": "5.2.1", "Pillow": "11.0.0", "zope.interface": "7.2", "fonts-a": "1.0"}


def test_a_folder_without_locks_names_none(tmp_path):
    assert pinned_in(tmp_path) == {}


def test_what_is_not_installed_is_missing_and_not_outdated():
    pins = {"django": version("django"), "tidak-ada-di-mana-pun": "1.0"}
    assert missing(pins) == ["tidak-ada-di-mana-pun"]
    assert outdated(pins) == []
    assert (installed("tidak-ada-di-mana-pun"), installed("django")) == (None, version("django"))


def test_another_version_is_told_with_the_one_that_is_wanted():
    assert outdated({"django": "0.1"}) == [f"django {version('django')} (bukan 0.1)"]
    assert missing({"django": "0.1"}) == []
