"""Hostile and torn files: an answer in seconds, whatever they are."""

import time
import zlib

import pytest

from reports.signing.verify import inspect
from tests.mass import sampled

PATIENCE = 18  # seconds; the fence takes four of the processor, and waits for them four times as long


def pdf(*objects, trailer=b"/Root 1 0 R", end=b""):
    """A file of given objects with a true cross-reference table."""
    body, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, len(body))
    return body + table + tail + end


def with_form(fields, *others, catalogue=b""):
    root = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields %s /SigFlags 3 >> %s >>" % (fields, catalogue)
    return pdf(root, b"<< /Type /Pages /Kids [] /Count 0 >>", *others)


def bomb():
    """A gigabyte in a megabyte, where the reader must unpack it."""
    packed = zlib.compress(b"1 0 " + b" " * 2**28, 9)
    packed = zlib.compress(packed, 9)
    stream = b"<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream"
    body = b"%PDF-1.7\n"
    at = len(body)
    body += b"1 0 obj\n" + stream % (len(packed), packed) + b"\nendobj\n"
    entries = b"\x00" * 7 + b"\x01" + at.to_bytes(4, "big") + b"\x00\x00" + b"\x02\x00\x00\x00\x01\x00\x00"
    start = len(body)
    head = b"<< /Type /XRef /Size 3 /W [1 4 2] /Root 2 0 R /Length %d >>" % len(entries)
    return (
        body + b"9 0 obj\n" + head + b"\nstream\n" + entries + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start
    )


HOSTILE = {
    "empty": b"",
    "no_pdf": b"PK\x03\x04 bukan pdf" * 100,
    "only_a_head": b"%PDF-1.7\n",
    "xref_loop": b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \n"
    b"trailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF",
    "xref_beyond_the_end": b"%PDF-1.7\nstartxref\n99999999999999\n%%EOF",
    "deep_arrays": with_form(b"[" * 100_000 + b"]" * 100_000),
    "deep_dictionaries": with_form(b"<< /A " * 50_000 + b">> " * 50_000),
    "fields_of_themselves": with_form(b"[3 0 R]", b"<< /T (A) /Kids [3 0 R] >>"),
    "object_of_itself": with_form(b"3 0 R", b"3 0 R"),
    "huge_object_number": with_form(b"[99999999999999999999 0 R]"),
    "huge_size": pdf(b"<< /Type /Catalog >>", trailer=b"/Root 1 0 R /Prev 0 /Size 99999999999"),
    "locked": pdf(b"<< /Type /Catalog >>", b"<< /Filter /Standard /V 9 >>", trailer=b"/Root 1 0 R /Encrypt 2 0 R"),
    "signature_of_nonsense": with_form(
        b"[3 0 R]",
        b"<< /T (A) /FT /Sig /V << /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
        b" /ByteRange [0 1 2 3] /Contents <30820000> >> >>",
    ),
    "byte_range_of_nonsense": with_form(
        b"[3 0 R]", b"<< /T (A) /FT /Sig /V << /ByteRange [0 -1 (a) 99999999999] /Contents <00> >> >>"
    ),
    "bomb": bomb,  # made only where it is wanted
    "many_fields": with_form(b"[" + b"3 0 R " * 50_000 + b"]", b"<< /T (A) /FT /Sig >>"),
}


@pytest.mark.parametrize("name", sampled(HOSTILE, every=4))
def test_a_hostile_file_gets_its_answer_in_time(name):
    pdf = HOSTILE[name]() if callable(HOSTILE[name]) else HOSTILE[name]
    began = time.monotonic()
    found = inspect(pdf)
    assert time.monotonic() - began < PATIENCE
    assert not found.holds
    assert found.error or not any(facts.intact for facts in found.signatures)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.99])
def test_a_torn_file_gets_its_answer(signed, share):
    assert not inspect(signed[: int(len(signed) * share)]).holds


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "kosong"), (b"halo", "bukan PDF"), (b"%PDF-1.7 rusak", "rusak"), (b"%PDF" * 100, "terlalu besar")],
)
def test_it_says_what_is_wrong(content, words):
    assert words in inspect(content, most_bytes=399).error
