"""The Kata Pengantar: its text, and the office holder under it. Pure."""

from dataclasses import dataclass

from reports.document.block import PREFACE_SIGNATURE, SIGNATURE, SignatureBlock, signature_of
from reports.document.facts import Facts
from reports.document.sections import section
from reports.document.shapes import Entry, Section
from reports.words.prose import Line, Run


@dataclass(frozen=True, slots=True)
class Preface:
    entry: Entry
    section: Section
    signature: SignatureBlock


def preface_of(facts: Facts) -> Preface:
    text = section("kata_pengantar", facts)
    signing = facts.source.signing
    remark: Line = ()
    if signing is not None and signing.way != "by_hand":
        where = Run("Laporan ini ditandatangani secara elektronik pada halaman ")
        remark = (where, Run("", page_of=SIGNATURE), Run("."))
    return Preface(
        entry=Entry("", "KATA PENGANTAR", text.anchor, 1),
        section=text,
        signature=signature_of(facts, PREFACE_SIGNATURE, remark),
    )
