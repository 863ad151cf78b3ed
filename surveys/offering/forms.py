"""The form of a service."""

from offices.profile.forms import text
from offices.sending.versions import OpenedForm


class ServiceForm(OpenedForm):
    """The name of a service."""

    name = text("Nama layanan", 200, "Misalnya Pindah Memilih, atau Permohonan Informasi Publik.")
