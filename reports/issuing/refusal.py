"""What stands against preparing a version, as what the portal declines. Pure."""

from offices.declining import Declined
from reports.rules.finding import Finding


class Hindered(Declined):
    """Findings stand against preparing: those that block, and warnings without an answer."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(
            f"Laporan belum dapat disiapkan: {len(findings)} catatan kelengkapan belum diperbaiki atau dijelaskan."
        )
        self.findings = findings
