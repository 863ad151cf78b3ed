"""What people and scripts send to the evidence pages."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.conftest import jpeg

PAGE = "/bukti-dukung/3521/2025-S1/"


def at(where, rest=""):
    return f"{PAGE}{where.address}/{rest}"


def file(colour="red", name=None):
    return SimpleUploadedFile(name or f"{colour}.jpg", jpeg(colour))


def no_photo(name="surat.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 bukan foto")


def upload(client, where, *files, **more):
    return client.post(at(where, "unggah/"), {"photos": files, **more})


def script(client, where, *files, **more):
    """What upload.js sends: one file, and an answer for its line."""
    headers = {"HX-Request": "true", "HX-Target": "unggahan"}
    return client.post(at(where, "unggah/"), {"photos": files, **more}, headers=headers)


def swap(client, address, data, target="bukti-semua"):
    return client.post(address, data, headers={"HX-Request": "true", "HX-Target": target})


def text(response):
    return response.content.decode()
