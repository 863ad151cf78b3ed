"""Whether a file is what it claims to be, PDF/A-3a and PDF/UA-1; the one door of the validator."""

import subprocess
import sys

PROFILES = {"3a": "PDF/A-3a", "ua1": "PDF/UA-1"}


def faults_of(pdf: bytes) -> tuple[str, ...]:
    """The rules that a file breaks, each as ``PDF/A-3a: rule``; none for a sound one. Takes some tenths of a second."""
    import page

    return tuple(
        f"{name}: {failure.rule_id}"
        for profile, name in PROFILES.items()
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    )


SECONDS_APART = 30
_APART = """
import page, resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, 2 * 2**30))
pdf = sys.stdin.buffer.read()
sys.exit(any(page.validate_pdf_bytes(pdf, profile=profile).failures for profile in sys.argv[1:]))
"""


def conforms_apart(pdf: bytes) -> bool:
    """Whether a file that a stranger wrote holds to every profile; the validator reads it in a process of its own.

    Not in a fork: the validator works with threads, which a fork of a process that used it before waits for in vain.
    """
    command = [sys.executable, "-c", _APART, *PROFILES]
    try:
        return (
            subprocess.run(command, input=pdf, capture_output=True, timeout=SECONDS_APART, check=False).returncode == 0
        )
    except subprocess.TimeoutExpired:
        return False
