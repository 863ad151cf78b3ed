"""What a file is to one that it begins with."""

from reports.signing.verify import Added, added_behind


def extends(original, candidate):
    """Whether a file is another, byte for byte, with signatures and proofs added and nothing else."""
    if len(candidate) <= len(original) or not candidate.startswith(original):
        return False
    return added_behind(candidate, len(original)) in (Added.PROOFS, Added.METADATA, Added.SIGNATURE)
