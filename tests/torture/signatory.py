"""The one who signs while the portal is being killed: prepares, returns, signs, opens a new version or withdraws."""

import hashlib
import re

from skm_portal.demo.content import PASSWORD
from tests.runtime.demo_journey import PASSPHRASE, explain, pdf, prepare, signing_page
from tests.torture.clients import CYCLE, Client

SIGNING = signing_page(CYCLE)
WITHDRAWS, SIGNS, RETURNS_UNREAD = 0.3, 0.7, 0.03
LONGEST_LOOK = 3.0  # seconds before the next look at a page
WRITING = (8.0, 16.0)  # seconds that the others have before the cycle is locked again
OWN_WORDS = re.compile(r"telah membaca laporan versi (\d+)")


class Signatory(Client):
    """Prepares the report, which locks the cycle; then returns it, or signs it and opens the next version."""

    def act(self):
        page = self.visitor.open(SIGNING)
        if page.form(f"{SIGNING}versi-baru/"):
            self._go_on(page)
        elif sign := page.form(f"{SIGNING}bubuhkan/"):
            if self.chance.random() < SIGNS:
                self._sign(page, sign)
            else:
                self._return(page)
        elif failed := page.form(f"{SIGNING}ulangi/"):
            self.visitor.send(failed)
        elif page.form(f"{SIGNING}kembalikan/"):
            if self.chance.random() < RETURNS_UNREAD:
                self._return(page)
        elif page.status == 200:
            self._prepare()
        self.ended.wait(self.chance.uniform(0, LONGEST_LOOK))

    def _prepare(self):
        self.ended.wait(self.chance.uniform(*WRITING))
        explain(self.visitor, CYCLE)
        prepare(self.visitor, CYCLE)
        self.ledger.prepared += 1

    def _return(self, page):
        page = self.visitor.send(page.form(f"{SIGNING}kembalikan/"), reason="Belum selesai.")
        self.ledger.returned += page.status == 200

    def _sign(self, page, form):
        version = int(OWN_WORDS.search(page.words())[1])
        self.ledger.signed.setdefault(version, None)
        ticked = {name: values for name, values in form.choices.items() if name != "csrfmiddlewaretoken"}
        page = self.visitor.send(form, **ticked, passphrase=PASSPHRASE)
        if page.status == 200 and page.form(f"{SIGNING}versi-baru/"):
            self.ledger.signed[version] = ""
            self.ledger.signed[version] = hashlib.sha256(
                pdf(self.visitor.open(f"{SIGNING}versi/{version}/"))
            ).hexdigest()

    def _go_on(self, page):
        """Out of force or to the next version: either opens the cycle again."""
        if self.chance.random() < WITHDRAWS:
            page = self._confirmed(self.visitor.send(page.form(f"{SIGNING}tarik/"), reason="Isinya keliru."))
            self.ledger.withdrawn += page.status == 200
        else:
            page = self.visitor.send(page.form(f"{SIGNING}versi-baru/"), reason="Isinya diperbarui.")
            self.ledger.reopened += page.status == 200

    def _confirmed(self, page):
        """The password once more, where it was asked for."""
        form = page.form(f"{SIGNING}tarik/")
        if form and "konfirmasi-password" in form.values:
            return self.visitor.send(form, **{"konfirmasi-password": PASSWORD})
        return page
