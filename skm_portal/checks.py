"""Checks at start-up: what has to be installed, and settings that fit together in production."""

import json
import sys
from ctypes.util import find_library
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from skm_portal import packages

WORKER_BOOT_ERROR = 3
"""By this status gunicorn knows that starting once more will not help."""
PACKAGES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}


@register()
def check_libraries(**_options: Any) -> list[CheckMessage]:
    """The renderer itself is not imported: that would cost every start a second."""
    return missing_libraries(PACKAGES)


def missing_libraries(packages: dict[str, str]) -> list[CheckMessage]:
    """One warning for those of ``packages`` (library name to Debian package) that are not installed."""
    missing = [package for library, package in packages.items() if not find_library(library)]
    if not missing:
        return []
    return [
        Warning(
            "Pustaka sistem untuk membuat PDF belum terpasang.",
            hint=f"Jalankan: sudo apt-get install {' '.join(missing)}",
            id="skm_portal.W001",
        )
    ]


@register()
def check_packages(**_options: Any) -> list[CheckMessage]:
    """What is not there is told at every start, and not by the first who needs it, in the middle of a step."""
    return missing_packages(packages.pinned_in(settings.BASE_DIR / "requirements"))


def missing_packages(pins: dict[str, str]) -> list[CheckMessage]:
    """One error for those of ``pins`` (package to version) that are not installed."""
    missing = packages.missing(pins)
    if not missing:
        return []
    return [
        Error(f"Paket Python belum terpasang: {', '.join(missing)}.", hint="Jalankan: bin/setup", id="skm_portal.E001")
    ]


@register()
def check_static(**_options: Any) -> list[CheckMessage]:
    """Without it every page would fail, one traceback each."""
    if settings.DEBUG or not (missing := _uncollected()):
        return []
    return [
        Warning(
            f"Berkas statis belum dikumpulkan seluruhnya, misalnya {missing}.",
            hint="Jalankan: python manage.py collectstatic --no-input",
            id="skm_portal.W007",
        )
    ]


def refuse_uncollected() -> None:
    """End the web process with the sentence and its remedy, before it serves a page that would fail."""
    for fault in check_static():
        sys.stderr.write(f"{fault.msg} {fault.hint}\n")
        sys.exit(WORKER_BOOT_ERROR)


def _uncollected() -> str:
    """One of our static files that the list of collected ones lacks."""
    try:
        collected = json.loads((Path(settings.STATIC_ROOT) / "staticfiles.json").read_text(encoding="utf-8"))["paths"]
    except (OSError, ValueError, KeyError):
        collected = {}
    folder = settings.BASE_DIR / "static"
    ours = (str(path.relative_to(folder)) for path in sorted(folder.rglob("*")) if path.is_file())
    return next((name for name in ours if name not in collected), "")


@register(deploy=True)
def check_versions(**_options: Any) -> list[CheckMessage]:
    """What runs is what was tested: the very versions of the locks."""
    return other_versions(packages.pinned_in(settings.BASE_DIR / "requirements"))


def other_versions(pins: dict[str, str]) -> list[CheckMessage]:
    """One warning for those of ``pins`` of which another version is installed."""
    outdated = packages.outdated(pins)
    if not outdated:
        return []
    return [
        Warning(
            f"Versi paket Python lain dari kuncian: {', '.join(outdated)}.",
            hint="Jalankan: bin/setup",
            id="skm_portal.W006",
        )
    ]


@register(deploy=True)
def check_public_url(**_options: Any) -> list[CheckMessage]:
    """The QR code on a signed report must open for as long as the report is kept."""
    address = urlsplit(settings.PUBLIC_URL)
    faults = []
    if address.scheme != "https":
        faults.append(Warning("PUBLIC_URL harus beralamat https://.", hint="Isi PUBLIC_URL.", id="skm_portal.W002"))
    host = address.hostname or ""
    if not any(
        pattern in ("*", host) or (pattern.startswith(".") and f".{host}".endswith(pattern))
        for pattern in settings.ALLOWED_HOSTS
    ):
        faults.append(
            Warning(
                f"Nama host PUBLIC_URL ({address.hostname}) tidak ada dalam ALLOWED_HOSTS.",
                hint="Tambahkan nama host tersebut ke ALLOWED_HOSTS.",
                id="skm_portal.W003",
            )
        )
    return list(faults)


@register(deploy=True)
def check_proxy(**_options: Any) -> list[CheckMessage]:
    """Behind a proxy all visitors seem to have one address unless the proxies are counted."""
    if not settings.SECURE_PROXY_SSL_HEADER or settings.ALLAUTH_TRUSTED_PROXY_COUNT:
        return []
    return [
        Warning(
            "BEHIND_PROXY aktif, tetapi ALLAUTH_TRUSTED_PROXY_COUNT masih 0.",
            hint="Isi ALLAUTH_TRUSTED_PROXY_COUNT dengan jumlah proksi di depan portal.",
            id="skm_portal.W004",
        )
    ]


@register(deploy=True)
def check_trust(**_options: Any) -> list[CheckMessage]:
    """A wrong path would make every signature look like one of an unknown authority."""
    try:
        from reports.signing.keys.certificate import certificates_in  # cryptography, which most commands do without

        known = settings.SIGNING_TRUST == "" or certificates_in(Path(settings.SIGNING_TRUST).read_bytes())
    except (OSError, ValueError):
        known = False
    if known:
        return []
    return [
        Warning(
            "Berkas SIGNING_TRUST tidak ada atau tidak memuat sertifikat.",
            hint="Isi SIGNING_TRUST dengan berkas PEM berisi sertifikat otoritas tepercaya.",
            id="skm_portal.W005",
        )
    ]
