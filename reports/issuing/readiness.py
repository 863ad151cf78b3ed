"""Whether this installation can make a signature: asked before anything is prepared, so that nothing is half done."""

import logging
from importlib import import_module

from offices.declining import Declined

MAKES_SIGNATURES = "reports.signing.sign"
log = logging.getLogger(__name__)


def check_can_sign() -> None:
    """Raise Declined where a package that signing needs is not installed."""
    try:
        import_module(MAKES_SIGNATURES)
    except ImportError as error:
        log.exception("signing is not possible")
        raise Declined(
            f"Server ini belum dapat menandatangani: paket {error.name} belum terpasang. "
            "Belum ada yang disiapkan atau diubah. Sampaikan kepada pengelola server."
        ) from error
