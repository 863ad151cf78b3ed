"""What is asked of a file that another service signed: whose signature, by which certificate, on which pages."""

from dataclasses import dataclass
from datetime import timedelta

from offices.declining import Declined
from reports.findings.reasons import checked_reason
from reports.issuing.elsewhere.words import words_of
from reports.issuing.keeping import read
from reports.issuing.prepared_facts import PreparedFacts, prepared_facts
from reports.issuing.signing_here import MOST_BYTES, check_key_allowed, check_mark
from reports.models import Report
from reports.printing.conformance import conforms_apart
from reports.signing.keys.certificate import Certificate
from reports.signing.likeness.judge import likeness
from reports.signing.trust import trusted_roots
from reports.signing.verify import HARMLESS, Added, SignatureFacts, added_behind, inspect

MOST_ADDED_BYTES = 5 * 2**20
ANEW = "Unduh lagi berkas siap tanda tangan, tandatangani, lalu unggah hasilnya tanpa menyimpannya ulang."
CLOCK_SLACK = timedelta(days=1)
"""The clock of another service, and one that tells local time as if it were UTC."""


@dataclass(frozen=True, slots=True)
class Declared:
    """What the uploader ticked. ``other_holder``: knows of another name; ``unknown_issuer`` with its ``reason``."""

    other_holder: bool = False
    unknown_issuer: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that may become the version of record, and what is kept of how it came.

    ``rewritten``: our bytes are not its beginning; ``stamped``: pages on which the service drew its mark;
    ``conforms``: to PDF/A-3a and PDF/UA-1, as what was prepared does.
    """

    signature: SignatureFacts
    certificate: Certificate
    other_holder: bool
    reason: str
    rewritten: bool
    stamped: tuple[int, ...]
    conforms: bool


def arrived(report: Report, content: bytes, declared: Declared) -> Arrived:
    """Judge a file against a prepared version. Raises Declined with cause and way out."""
    prepared = read(report.prepared_file, report.prepared_sha256)
    facts = prepared_facts(report)
    returned = _Returned(prepared, content, declared)
    signature = returned.signature()
    certificate = returned.certificate()
    # A signature cannot be older than what it signs: a clock turned back would bring an ended certificate to life.
    if signature.signed_at and report.prepared_at and signature.signed_at < report.prepared_at - CLOCK_SLACK:
        raise Declined(
            "Waktu pada tanda tangan ini lebih awal daripada saat berkas disiapkan. Perbaiki jam pada layanan atau "
            "komputer yang menandatangani, lalu tandatangani lagi."
        )
    other_holder = returned.check_holder(certificate, facts)
    reason = returned.check_issuer(signature)
    stamped = returned.stamped()
    return Arrived(
        signature=signature,
        certificate=certificate,
        other_holder=other_holder,
        reason=reason,
        rewritten=not content.startswith(prepared),
        stamped=stamped,
        conforms=conforms_apart(content),
    )


@dataclass(frozen=True, slots=True)
class _Returned:
    """What was prepared, what came back, and what is declared about it."""

    prepared: bytes
    content: bytes
    declared: Declared

    def signature(self) -> SignatureFacts:
        """The one signature, which holds."""
        if self.content.rstrip() == self.prepared.rstrip():
            raise Declined("Berkas ini belum ditandatangani. Unggah berkas hasil dari layanan tanda tangan.")
        if len(self.content) > 2 * len(self.prepared) + MOST_ADDED_BYTES:
            raise Declined(
                "Berkas ini jauh lebih besar daripada berkas yang disiapkan. Unggah hasil tanda tangannya saja."
            )
        inspection = inspect(self.content, trusted_roots(), most_bytes=MOST_BYTES)
        if inspection.error:
            raise Declined(f"{inspection.error} {ANEW}")
        signatures = inspection.signatures
        if not signatures:
            raise Declined(f"Berkas ini tidak memuat tanda tangan elektronik. {ANEW}")
        if len(signatures) > 1:
            raise Declined(
                f"Berkas ini memuat lebih dari satu tanda tangan; laporan ditandatangani oleh satu orang. {ANEW}"
            )
        if not signatures[0].intact:
            raise Declined(f"Tanda tangan pada berkas ini tidak sah: tidak cocok dengan isinya. {ANEW}")
        if signatures[0].changed_after not in HARMLESS:
            raise Declined(f"Berkas ini diubah sesudah ditandatangani, sehingga tanda tangannya tidak sah. {ANEW}")
        return signatures[0]

    def stamped(self) -> tuple[int, ...]:
        """The pages that the service stamped. A plain signature behind our own bytes needs no look at any page."""
        if self.content.startswith(self.prepared) and added_behind(self.content, len(self.prepared)) == Added.SIGNATURE:
            return ()
        found = likeness(self.prepared, self.content)
        if found.kind is not None:
            raise Declined(words_of(found))
        return found.stamped

    def certificate(self) -> Certificate:
        """The certificate of the signature, which a key in the portal could have, too."""
        from reports.signing.keys.signatory import signatory_of  # a second of imports

        signatory = signatory_of(self.content)
        if signatory.unfit or signatory.certificate is None:
            raise Declined(signatory.unfit)
        return signatory.certificate

    def check_holder(self, certificate: Certificate, facts: PreparedFacts) -> bool:
        """Whether another than the signatory holds the certificate, which has to be declared."""
        check_key_allowed(certificate)
        check_mark(certificate, facts)
        if facts.names(certificate):
            return False
        if self.declared.other_holder:
            return True
        raise Declined(
            f"Sertifikat ini atas nama {certificate.holder}, sedangkan penanda tangan laporan ini "
            f"{facts.signatory}. Bila memang demikian, centang pernyataan tentang perbedaan nama, pilih "
            "lagi berkas yang sama, lalu unggah. Bila tidak, mintalah tanda tangan dari penanda tangan laporan."
        )

    def check_issuer(self, signature: SignatureFacts) -> str:
        """Why a signature is taken whose issuer is not registered here; empty for one that is."""
        if signature.trusted:
            return ""
        if not self.declared.unknown_issuer:
            raise Declined(
                f"Penerbit sertifikat ini, {signature.issuer}, tidak terdaftar di portal ini. Bila Anda yakin akan "
                "asalnya, centang pernyataan tentang penerbit, tuliskan alasannya, pilih lagi berkas yang sama, lalu "
                "unggah. Bila "
                "penerbitnya semestinya terdaftar, mintalah pengelola portal mendaftarkannya."
            )
        return checked_reason(self.declared.reason)
