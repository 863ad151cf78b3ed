"""What is shown of a forged file beside the original, and what is said of it; each forgery is looked at once."""

from dataclasses import dataclass

from reports.signing.verify import HARMLESS, Added, Inspection, added_behind, inspect
from tests.reports.signing.forgeries.pictures import shown

AS_SIGNED = HARMLESS | {Added.SIGNATURE, Added.METADATA}
"""Where the pages are said to be as they were signed."""
HOLDER = "Sri Contoh"


@dataclass(frozen=True)
class Judged:
    """``added``: None where the file does not begin with the original."""

    otherwise: tuple[str, ...]
    added: Added | None
    inspection: Inspection

    @property
    def green(self):
        return self.inspection.holds or self.added in HARMLESS

    @property
    def says_as_signed(self):
        """Of the signatory's own signature, or of the file as one that the portal knows."""
        own = [facts for facts in self.inspection.signatures if facts.intact and facts.signer == HOLDER]
        return self.added in AS_SIGNED or any(facts.changed_after in AS_SIGNED for facts in own)

    @property
    def verdict(self):
        if self.inspection.error:
            return "unreadable"
        if not any(facts.intact for facts in self.inspection.signatures):
            return "signature broken"
        own = [facts.changed_after for facts in self.inspection.signatures if facts.signer == HOLDER]
        return {Added.METADATA: "metadata", Added.SIGNATURE: "signature"}.get(own[0] if own else Added.OTHER, "changed")


def judged(original, forged, pictures):
    """``pictures``: those of the original."""
    known = forged.startswith(original.pdf)
    return Judged(
        otherwise=tuple(name for name, pages in shown(forged).items() if pages and pages != pictures[name]),
        added=added_behind(forged, len(original.pdf)) if known else None,
        inspection=inspect(forged, [original.authority.pem]),
    )
