"""What is wrong with the portal on this server, each in a sentence that says what to do; none where all is well."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from offices.notices.mail import waiting_letters
from reports.work.counts import failed_jobs
from skm_portal.checks import check_libraries, check_packages, check_static
from skm_portal.health import PARTS

BACKUP_AGE = timedelta(hours=26)
LETTER_AGE = timedelta(hours=6)
A_DAY = timedelta(days=1)
OF_PARTS = {
    "database": "Basis data tidak menjawab. Periksa DATABASE_URL dan layanan PostgreSQL.",
    "storage": "Tempat berkas tidak dapat ditulisi. Periksa MEDIA_ROOT beserta pemiliknya, atau bucket-nya.",
    "disk": "Ruang disk hampir habis. Jalankan prune, pindahkan cadangan lama, atau perbesar disk.",
    "worker": "Tidak ada pekerja latar yang terlihat selama satu menit. Jalankan: systemctl restart skm-worker",
    "queue": "Ada pekerjaan yang menunggu lebih dari sepuluh menit. Periksa log pekerja latar, atau tambah pekerja.",
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """``is_grave``: people cannot work, or lose what they do."""

    is_grave: bool
    told: str


def troubles() -> Iterator[Trouble]:
    """Grave ones first; of a database that is away nothing more is asked."""
    broken = [name for name, use in PARTS.items() if not _works(use)]
    if "database" in broken:
        yield Trouble(True, OF_PARTS["database"])
        return
    yield from (Trouble(True, OF_PARTS[name]) for name in broken)
    for look in (_migrations, _installation, _jobs, _letters, _backup):
        yield from look()


def _works(use: Callable[[], None]) -> bool:
    try:
        use()
    except Exception:  # whatever a driver raises; /readyz tells the log why
        return False
    return True


def _migrations() -> Iterator[Trouble]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Trouble(True, "Basis data belum sesuai dengan versi ini. Jalankan: python manage.py migrate")


def _installation() -> Iterator[Trouble]:
    for check in (check_packages, check_libraries, check_static):
        yield from (Trouble(True, f"{fault.msg} {fault.hint}") for fault in check())


def _jobs() -> Iterator[Trouble]:
    if count := failed_jobs(A_DAY):
        yield Trouble(False, f"{count} pembuatan berkas gagal dalam 24 jam terakhir. Periksa log skm-worker.")


def _letters() -> Iterator[Trouble]:
    count, longest = waiting_letters()
    if settings.HAS_MAIL and longest > LETTER_AGE:
        hours = int(longest / timedelta(hours=1))
        yield Trouble(False, f"{count} surel belum terkirim, yang terlama {hours} jam. Periksa EMAIL_URL.")


def _backup() -> Iterator[Trouble]:
    """A folder counts once its digests are written, which is the last thing that a backup does."""
    if not settings.BACKUP_FOLDER:
        return
    ended = [sums.stat().st_mtime for sums in Path(settings.BACKUP_FOLDER).glob("*/SHA256SUMS")]
    if not ended:
        yield Trouble(False, f"Belum ada cadangan di {settings.BACKUP_FOLDER}. Jalankan: bin/backup FOLDER")
    elif (age := timezone.now() - datetime.fromtimestamp(max(ended), tz=timezone.get_current_timezone())) > BACKUP_AGE:
        hours = int(age / timedelta(hours=1))
        yield Trouble(False, f"Cadangan terbaru berumur {hours} jam. Periksa: systemctl status skm-backup")
