"""Which authorities this portal trusts, and who stamps the time: from the settings into plain values."""

from pathlib import Path

from django.conf import settings


def trusted_roots() -> tuple[bytes, ...]:
    """The certificates for ``signing.verify.inspect``: the bundle of SIGNING_TRUST; none without such a file."""
    bundle = Path(settings.SIGNING_TRUST)
    return (bundle.read_bytes(),) if settings.SIGNING_TRUST and bundle.is_file() else ()
