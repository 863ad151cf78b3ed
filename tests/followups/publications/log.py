"""The publication log of a cycle as people fill it in, for the tests."""

LOG = "/skm/3521/2025-S1/publikasi/"


def typed(**other):
    """What the form of the log sends, without a proof."""
    return {
        "what": "results",
        "medium": "website",
        "place": "Laman KPU Ngawi",
        "address": "https://kab-ngawi.kpu.go.id/skm",
        "published_on": "15-7-2025",
    } | other
