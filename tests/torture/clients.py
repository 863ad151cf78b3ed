"""Those who work at the portal while it is being killed. Each notes what was acknowledged, and what was only tried."""

import io
import threading
from dataclasses import dataclass, field
from http.client import HTTPException
from random import Random
from string import ascii_lowercase
from uuid import uuid4

from PIL import Image

from skm_portal.demo.content import PASSWORD
from tests.runtime.demo_journey import Stuck, arrived, wanted
from tests.runtime.visitor import Visitor

CYCLE = "3521/2025-S1"
TRAY = f"/bukti-dukung/{CYCLE}/belum-ditempatkan/"
SAVED = "#tersimpan"
BREATH = 1.0  # seconds after a broken connection
PAUSE = 0.3  # seconds between two acts of one person
LOCKED = 1.0  # seconds before looking again whether a locked cycle is open
AWAY = (OSError, HTTPException, Stuck)
"""What somebody meets whose server was killed: no connection, half an answer, or a page that is none."""


@dataclass
class Ledger:
    """``written``: by plan every text that was tried, and whether it was acknowledged; ``photos``: pictures likewise.

    ``signed``: each version that somebody tried to sign: None, or once acknowledged the digest of the file that was
    downloaded then ("" where that failed).
    """

    written: dict[int, list[tuple[str, bool]]] = field(default_factory=dict)
    photos: dict[bytes, bool] = field(default_factory=dict)
    signed: dict[int, str | None] = field(default_factory=dict)
    prepared: int = 0
    returned: int = 0
    reopened: int = 0
    withdrawn: int = 0
    drafts: int = 0
    broken: int = 0

    def acknowledged(self):
        return sum(is_told for texts in self.written.values() for _text, is_told in texts)

    def signatures(self):
        return sum(digest is not None for digest in self.signed.values())


class Client(threading.Thread):
    """One person in one browser, who goes on until the end is called."""

    def __init__(self, address, username, seed, ended, ledger):
        super().__init__(daemon=True)
        self.visitor, self.username = Visitor(address), username
        self.chance, self.ended, self.ledger = Random(seed), ended, ledger
        self.is_known = False

    def run(self):
        while not self.ended.wait(PAUSE):
            try:
                if not self.is_known:
                    self.log_in()
                self.act()
            except AWAY:
                self.ledger.broken += 1
                self.ended.wait(BREATH)

    def log_in(self):
        form = wanted(self.visitor.open("/akun/masuk/"), "/akun/masuk/")
        self.is_known = (
            "/akun/masuk/" not in arrived(self.visitor.send(form, login=self.username, password=PASSWORD)).address
        )

    def act(self):
        raise NotImplementedError


class Writer(Client):
    """Writes what was done of some plans that nobody else writes to."""

    def __init__(self, *given, plans):
        super().__init__(*given)
        self.plans = plans

    def act(self):
        plan = self.chance.choice(self.plans)
        address = f"/rtl/{CYCLE}/{plan}/"
        form = self.visitor.open(address).form(address)
        if form is None:  # the cycle is locked, or the server was killed
            self.ended.wait(LOCKED)
            return
        text = f"Kegiatan terlaksana, catatan {''.join(self.chance.choices(ascii_lowercase, k=12))}."
        told = self.ledger.written.setdefault(plan, [])
        told.append((text, False))
        page = self.visitor.send(form, description=text, months="2025-10")
        told[-1] = (text, page.status == 200 and page.address.endswith(SAVED))


class Photographer(Client):
    """Takes photos in, each another one."""

    def act(self):
        form = self.visitor.open(TRAY).form(f"{TRAY}unggah/")
        if form is None:
            self.ended.wait(LOCKED)
            return
        picture = self._picture()
        self.ledger.photos[picture] = False
        page = self._send(form, picture)
        self.ledger.photos[picture] = page.status == 200 and not page.address.endswith("unggah/")
        self.ended.wait(self.chance.uniform(1, 4))

    def _picture(self):
        image, kept = Image.new("RGB", (240, 240)), io.BytesIO()
        image.putdata([tuple(self.chance.randbytes(3)) for _ in range(240 * 240)])
        image.resize((480, 480)).save(kept, "JPEG")
        return kept.getvalue()

    def _send(self, form, picture):
        edge = uuid4().hex
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, values in form.values.items()
            for value in values
            if name != "photos"
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="photos"; filename="foto.jpg"\r\n'
        parts.append(head.encode() + b"Content-Type: image/jpeg\r\n\r\n" + picture + b"\r\n")
        body = b"".join([*parts, f"--{edge}--\r\n".encode()])
        return self.visitor.open(form.action, body, f"multipart/form-data; boundary={edge}")


class Reader(Client):
    """Asks for the draft as a PDF."""

    def act(self):
        page = self.visitor.open(f"/laporan/{CYCLE}/pdf/")
        if form := page.form(f"/laporan/{CYCLE}/pdf/"):
            self.ledger.drafts += self.visitor.send(form).status == 200
        self.ended.wait(self.chance.uniform(5, 15))
