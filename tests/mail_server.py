"""A mail server on the loopback, to which the portal sends as it would in an office."""

from contextlib import contextmanager
from email import message_from_bytes, policy
from socket import socket

from aiosmtpd.controller import Controller


class Letters:
    """What came in, as a reader of mail would have it. ``refusing``: what it answers instead of taking a letter."""

    def __init__(self):
        self.taken = []
        self.refusing = ""

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802 (asked for by name)
        if self.refusing:
            return self.refusing
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def subjects(self):
        return sorted(letter["Subject"] for letter in self.taken)


@contextmanager
def mail_server(settings, letters):
    """The server runs, and the portal sends to it; afterwards nobody listens there."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        host, port = free.getsockname()
    controller = Controller(letters, hostname=host, port=port)
    controller.start()
    settings.HAS_MAIL = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = host, port
    try:
        yield letters
    finally:
        controller.stop()
