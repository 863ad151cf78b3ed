"""Whether a file is what it claims to be, PDF/A-3a and PDF/UA-1; the one door of the validator."""

PROFILES = {"3a": "PDF/A-3a", "ua1": "PDF/UA-1"}


def faults_of(pdf: bytes) -> tuple[str, ...]:
    """The rules that a file breaks, each as ``PDF/A-3a: rule``; none for a sound one. Takes some tenths of a second."""
    import page

    return tuple(
        f"{name}: {failure.rule_id}"
        for profile, name in PROFILES.items()
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    )
