"""The start-up check that names missing system packages."""

from skm_portal.checks import PACKAGES, missing_libraries


def test_it_is_silent_where_nothing_is_missing():
    assert missing_libraries({"c": "libc6"}) == []


def test_it_names_the_line_that_installs_what_is_missing():
    [warning] = missing_libraries({"c": "libc6", "no-such-library": "libnothing0"})
    assert warning.hint == "Jalankan: sudo apt-get install libnothing0"


def test_it_knows_what_the_renderer_opens():
    assert set(PACKAGES.values()) == {"libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"}
