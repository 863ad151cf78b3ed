"""What people do to a file who mean no harm: each a function of bytes."""

import io
import shutil
import subprocess

import pikepdf
import pytest
from PIL import Image


def resaved(pdf):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(target)
    return target.getvalue()


def with_pages(pdf, *numbers):
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened, pikepdf.new() as taken:
        for number in numbers:
            taken.pages.append(opened.pages[number])
        taken.save(target)
    return target.getvalue()


def merged(pdf):
    target = io.BytesIO()
    with pikepdf.new() as whole, pikepdf.open(io.BytesIO(pdf)) as opened:
        whole.add_blank_page()
        whole.pages.extend(opened.pages)
        whole.save(target)
    return target.getvalue()


def packed(pdf):
    """In another PDF, as an attachment."""
    target = io.BytesIO()
    with pikepdf.new() as whole:
        whole.add_blank_page()
        whole.attachments["laporan.pdf"] = pdf
        whole.save(target)
    return target.getvalue()


def locked(password):
    def lock(pdf):
        target = io.BytesIO()
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            opened.save(target, encryption=pikepdf.Encryption(owner="pemilik", user=password))
        return target.getvalue()

    return lock


def picture(kind):
    def draw(_pdf):
        target = io.BytesIO()
        Image.new("RGB", (60, 80), "white").save(target, kind)
        return target.getvalue()

    return draw


def photographed(pdf):
    """HEIC as telephones write it."""
    import pillow_heif

    target = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 64), "white")).save(target)
    return target.getvalue()


def scanned(_pdf):
    """A PDF of nothing but a picture."""
    target = io.BytesIO()
    Image.new("RGB", (600, 800), "white").save(target, "PDF")
    return target.getvalue()


def program(*command):
    """What a program of the system makes of a file."""

    def run(pdf):
        if not shutil.which(command[0]):
            pytest.skip(f"{command[0]} is not installed")
        return subprocess.run([*command], input=pdf, capture_output=True, check=True).stdout

    return run


HANDLINGS = {
    "locked": locked("rahasia"),
    "locked against changes": locked(""),
    "printed": program("pdftocairo", "-pdf", "-", "-"),
    "saved again": resaved,
    "last pages": lambda pdf: with_pages(pdf, -3, -2, -1),
    "first pages": lambda pdf: with_pages(pdf, 0, 1, 2),
    "merged": merged,
    "packed": packed,
    "jpeg": picture("JPEG"),
    "png": picture("PNG"),
    "heic": photographed,
    "scanned": scanned,
}
