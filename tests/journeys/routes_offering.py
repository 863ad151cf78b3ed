"""The addresses of an office's services and earlier periods, one row each; routes.py takes them in."""

from offices.models import Office
from surveys.models import Service
from tests.journeys.row import Row

OFFICE = "/satuan-kerja/3521/"
SERVICE = f"{OFFICE}layanan/{{service}}/"


def with_service(scene):
    scene.service = Service.objects.create(office=Office.objects.get(code="3521"), name="Pindah Memilih", position=1).pk


OFFERING = {
    "services": Row(f"{OFFICE}layanan/", post="admin", sent={"name": "Permohonan Informasi"}, wrong={"name": ""}),
    "service": Row(SERVICE, get="admin", post="admin", given=with_service, sent={"name": "Lain"}, wrong={"name": ""}),
    "service_move": Row(f"{SERVICE}pindah/", get=None, post="admin", given=with_service, sent={"arah": "naik"}),
    "service_use": Row(f"{SERVICE}pakai/", get=None, post="admin", given=with_service),
    "service_delete": Row(f"{SERVICE}hapus/", get=None, post="admin", given=with_service),
}
