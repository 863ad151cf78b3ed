"""Electronic signatures in PDF files: bytes in, bytes out. The one door of pyHanko; no models, no settings."""
