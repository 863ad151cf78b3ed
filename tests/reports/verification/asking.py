"""A file handed to the public page and to the console, and what each says of it."""

import html
import json
import re

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client


class Page:
    """What the public page says of a file."""

    def __init__(self, text):
        self.text = " ".join(html.unescape(text).split())
        found = re.search(r'class="verdict tone-(\w+)">.*?<h2 id="hasil">(.*?)</h2>', self.text)
        self.tone, self.headline = found.groups()


def on_page(content):
    response = Client().post("/verifikasi/", {"file": SimpleUploadedFile("berkas.pdf", content)})
    assert response.status_code == 200
    return Page(response.content.decode())


def at_console(content, folder, capsys, *options):
    (folder / "berkas.pdf").write_bytes(content)
    status = 0
    try:
        call_command("verify_pdf", str(folder / "berkas.pdf"), "--json", *options)
    except SystemExit as stopped:
        status = stopped.code
    said = json.loads(capsys.readouterr().out)
    assert said["valid"] == (status == 0)
    return said
