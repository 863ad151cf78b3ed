"""Issuing a report: prepare, read, sign, replace. A verb checks the state, is one transaction, leaves one event."""

from offices.declining import Declined
from reports.issuing.elsewhere.receiving import accept_scan, accept_signed
from reports.issuing.elsewhere.signed import Declared
from reports.issuing.keys.keyring import forget_key, keep_key
from reports.issuing.preparing import prepare
from reports.issuing.refusal import Hindered
from reports.issuing.reopening import abandon, reopen, return_to_draft, withdraw
from reports.issuing.signing_here import Will, sign_here, sign_with
from reports.issuing.wish import Wish

__all__ = [
    "Declared",
    "Declined",
    "Hindered",
    "Will",
    "Wish",
    "abandon",
    "accept_scan",
    "accept_signed",
    "forget_key",
    "keep_key",
    "prepare",
    "reopen",
    "return_to_draft",
    "sign_here",
    "sign_with",
    "withdraw",
]
