"""All families of forgeries by name."""

from tests.reports.signing.forgeries import (
    catalogue,
    certified,
    fields,
    fonts,
    frames,
    incremental,
    loose,
    metadata,
    packed,
    proofs,
    sections,
    shadows,
    stamps,
    universal,
    wrapping,
)

FAMILIES = {
    "incremental saving": incremental.FORGERIES,
    "signature wrapping": wrapping.FORGERIES,
    "universal forgery": universal.FORGERIES,
    "shadow attacks": shadows.FORGERIES,
    "certified files": certified.FORGERIES,
    "form fields": fields.FORGERIES,
    "fonts": fonts.FORGERIES,
    "cross-references": sections.FORGERIES,
    "object streams": packed.FORGERIES,
    "headers and ends": frames.FORGERIES,
    "metadata": metadata.FORGERIES,
    "proofs as cover": proofs.FORGERIES,
    "words apart": loose.FORGERIES,
    "timestamps": stamps.FORGERIES,
} | catalogue.FAMILIES
EVERY = [(family, name) for family, forgeries in FAMILIES.items() for name in forgeries]
