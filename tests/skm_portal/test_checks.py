"""The start-up checks that name what is not installed: system packages and Python packages."""

from importlib.metadata import version

from django.conf import settings

from skm_portal.checks import PACKAGES, missing_libraries, missing_packages, other_versions
from skm_portal.packages import pinned_in


def test_it_is_silent_where_nothing_is_missing():
    assert missing_libraries({"c": "libc6"}) == []


def test_it_names_the_line_that_installs_what_is_missing():
    [warning] = missing_libraries({"c": "libc6", "no-such-library": "libnothing0"})
    assert warning.hint == "Jalankan: sudo apt-get install libnothing0"


def test_it_knows_what_the_renderer_opens():
    assert set(PACKAGES.values()) == {"libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"}


def test_it_knows_every_package_of_the_runtime_locks():
    pins = pinned_in(settings.BASE_DIR / "requirements")
    wanted = {"django", "requests", "weasyprint", "pyhanko", "pikepdf", "page-validation", "pillow-heif", "segno"}
    assert wanted | {"rinoh-typeface-texgyrebonum"} <= pins.keys()
    assert missing_packages(pins) == other_versions(pins) == []


def test_a_package_that_is_not_installed_is_an_error_that_names_it():
    [error] = missing_packages({"django": "1", "no-such-package": "2.0"})
    assert (error.id, error.hint) == ("skm_portal.E001", "Jalankan: bin/setup")
    assert error.msg == "Paket Python belum terpasang: no-such-package."


def test_another_version_is_told_with_both():
    [warning] = other_versions({"django": "1.0", "no-such-package": "2.0"})
    assert f"django {version('django')} (bukan 1.0)" in warning.msg
    assert "no-such-package" not in warning.msg


def test_a_lock_is_read_whatever_follows_the_version(tmp_path):
    (tmp_path / "base.txt").write_text("a-b==1.0 \\\n    --hash=sha256:00\nc.d==2.0.post1 ; python_version < '3.12'\n")
    assert pinned_in(tmp_path) == {"a-b": "1.0", "c.d": "2.0.post1"}
    assert pinned_in(tmp_path / "none") == {}
