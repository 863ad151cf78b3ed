"""The start-up checks that name what is not installed: system packages and Python packages."""

from importlib.metadata import version

import pytest
from django.conf import settings

from skm_portal.checks import (
    PACKAGES,
    WORKER_BOOT_ERROR,
    check_proxy,
    check_public_url,
    check_static,
    check_trust,
    missing_libraries,
    missing_packages,
    other_versions,
    refuse_uncollected,
)
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


# --- settings that fit together, asked by ``check --deploy``


def ids(faults):
    return [fault.id for fault in faults]


@pytest.mark.parametrize(
    ("address", "hosts", "told"),
    [
        ("https://skm.example.go.id", ["skm.example.go.id"], []),
        ("https://skm.example.go.id:8443/portal", ["lain", "skm.example.go.id"], []),
        ("https://skm.example.go.id", ["*"], []),
        ("https://skm.example.go.id", [".example.go.id"], []),
        ("https://example.go.id", [".example.go.id"], []),
        ("https://badexample.go.id", [".example.go.id"], ["skm_portal.W003"]),
        ("https://skm.example.go.id", ["example.go.id"], ["skm_portal.W003"]),
        ("https://skm.example.go.id", [], ["skm_portal.W003"]),
        ("http://skm.example.go.id", ["skm.example.go.id"], ["skm_portal.W002"]),
        ("skm.example.go.id", ["skm.example.go.id"], ["skm_portal.W002", "skm_portal.W003"]),
    ],
)
def test_the_public_address_is_encrypted_and_one_that_is_answered(settings, address, hosts, told):
    settings.PUBLIC_URL, settings.ALLOWED_HOSTS = address, hosts
    assert ids(check_public_url()) == told


@pytest.mark.parametrize(
    ("header", "count", "told"),
    [
        (None, 0, []),
        (None, 1, []),
        (("HTTP_X_FORWARDED_PROTO", "https"), 1, []),
        (("HTTP_X_FORWARDED_PROTO", "https"), 0, ["skm_portal.W004"]),
    ],
)
def test_a_proxy_in_front_is_counted(settings, header, count, told):
    settings.SECURE_PROXY_SSL_HEADER, settings.ALLAUTH_TRUSTED_PROXY_COUNT = header, count
    assert ids(check_proxy()) == told


def test_the_bundle_of_authorities_is_there_and_holds_certificates(settings, tmp_path):
    bundle = tmp_path / "otoritas.pem"
    settings.SIGNING_TRUST = ""
    assert check_trust() == []
    settings.SIGNING_TRUST = str(bundle)
    for content in (None, b"", b"bukan sertifikat", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"):
        if content is not None:
            bundle.write_bytes(content)
        assert ids(check_trust()) == ["skm_portal.W005"]


@pytest.mark.parametrize("listed", [None, "bukan json", "{}", '{"paths": {}}', '{"paths": {"lain.css": "lain.1.css"}}'])
def test_static_files_that_were_not_collected_end_the_web_process_with_the_remedy(settings, tmp_path, capsys, listed):
    settings.DEBUG, settings.STATIC_ROOT = False, tmp_path
    if listed is not None:
        (tmp_path / "staticfiles.json").write_text(listed)
    assert ids(check_static()) == ["skm_portal.W007"]
    with pytest.raises(SystemExit) as ended:
        refuse_uncollected()
    assert ended.value.code == WORKER_BOOT_ERROR
    assert "python manage.py collectstatic --no-input" in capsys.readouterr().err


def test_under_debug_they_need_not_be_collected(settings, tmp_path):
    settings.DEBUG, settings.STATIC_ROOT = True, tmp_path
    assert check_static() == []
    assert refuse_uncollected() is None
