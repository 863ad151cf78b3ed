"""What was signed outside the portal and comes back: our file with an electronic signature, or a scan."""

from typing import Any

from django.utils import timezone

from offices.models import User
from reports.issuing.by_hand.written import NOTHING_WRITTEN, ByPen, columns_of
from reports.issuing.elsewhere.scanning import scan_of
from reports.issuing.elsewhere.signed import Arrived, Declared, arrived
from reports.issuing.keeping import digest_of_bytes
from reports.issuing.keys.outside import check_known_here
from reports.issuing.sealing import Signed, check_prepared, fresh, seal
from reports.models import Report, SigningWay
from reports.signing.verify import Added

NOTHING_DECLARED = Declared()


def accept_signed(report: Report, user: User, content: bytes, declared: Declared = NOTHING_DECLARED) -> Report:
    """Take back the prepared report with exactly one signature that holds, made by the signatory.

    The file becomes the version of record byte for byte. Raises Declined; the version then waits as before.
    """
    waiting = fresh(report)
    check_prepared(waiting, SigningWay.ELSEWHERE)
    came = arrived(waiting, content, declared)
    if not came.signature.trusted:
        check_known_here(came.certificate, user, waiting.followup.survey.office)
    digest = digest_of_bytes(content)
    now = timezone.now()
    signer = kept_of(came)
    told = ("signer", "issuer", "trusted", "reason", "other_holder", "rewritten")
    signed = Signed(
        content=content,
        kind="ttd",
        column="signed_file",
        fields={"signed_sha256": digest, "signed_at": came.signature.signed_at or now, "signer": signer},
        told={"sha256": digest} | {name: signer[name] for name in told},
        action="report.accept_signed",
    )
    return seal(waiting, user, signed)


def kept_of(came: Arrived) -> dict[str, Any]:
    """What is kept of the signature: whose it is, by whom that is vouched for, and what was declared about it."""
    signature = came.signature
    moments = {"signed_at": signature.signed_at, "timestamped_at": signature.timestamped_at}
    told = {key: moment.isoformat() if moment else None for key, moment in moments.items()}
    return (
        came.certificate.as_json()
        | told
        | {
            "signer": signature.signer,
            "issuer": signature.issuer,
            "trusted": signature.trusted,
            "other_holder": came.other_holder,
            "reason": came.reason,
            "rewritten": came.rewritten,
            "stamped": list(came.stamped),
            "blank_added": signature.changed_after == Added.BLANK,
            "conforms": came.conforms,
        }
    )


def accept_scan(report: Report, user: User, content: bytes, written: ByPen = NOTHING_WRITTEN) -> Report:
    """Take the scan of the printed and hand-signed file; it is kept beside it, and no key protects it."""
    waiting = fresh(report)
    check_prepared(waiting, SigningWay.BY_HAND)
    columns = columns_of(waiting, written)
    kept, ending = scan_of(content)
    digest = digest_of_bytes(kept)
    now = timezone.now()
    signed = Signed(
        content=kept,
        kind="pindaian",
        column="scan",
        fields={"scan_sha256": digest, "signed_at": now, "signer": None} | columns,
        told={"sha256": digest, "size": len(kept)} | columns,
        action="report.accept_scan",
        ending=ending,
    )
    return seal(waiting, user, signed)
