"""What is no photo for us, and that its reason says what to do; beside each refusal something like it is taken."""

import struct
import warnings
import zlib
from contextlib import nullcontext
from itertools import product

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from followups.evidence.photos import normalise, normalise_picture
from followups.evidence.picture_files import refuse_icon
from offices.declining import Declined
from tests.followups.evidence.pictures import encode, exif_of, flag, noise, with_segment
from tests.mass import sampled

FORMATS = [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("WEBP", {}), ("HEIF", {})]
BROKEN, NO_PICTURE = "rusak atau tidak lengkap", "bukan gambar"


def reason(data, take=normalise):
    with pytest.raises(Declined) as refused:
        take(data)
    assert str(refused.value).endswith(("unggah lagi.", "formatnya)."))
    return str(refused.value)


def png_chunk(kind, payload):
    return len(payload).to_bytes(4) + kind + payload + zlib.crc32(kind + payload).to_bytes(4)


def png_claiming(width, height):
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + encode(flag((64, 64)), "PNG")[33:]


def jpeg_claiming(width, height):
    data = encode(flag((64, 64)))
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + height.to_bytes(2) + width.to_bytes(2) + data[at + 4 :]


def progressive_claiming(width, height, mode="RGB"):
    data = encode(flag((64, 64)).convert(mode), progressive=True)
    at = data.index(b"\xff\xc2") + 5
    return data[:at] + height.to_bytes(2) + width.to_bytes(2) + data[at + 4 :]


def cmyk_claiming(width, height):
    return progressive_claiming(width, height, "CMYK")


def rich_heic_claiming(width, height):
    return heic_claiming(width, height, chroma=444)


def webp_claiming(width, height):
    data = encode(flag((64, 64)), "WEBP", save_all=True, append_images=[noise((64, 64))])
    return data[:24] + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little") + data[30:]


def heic_claiming(width, height, **options):
    data = encode(flag((64, 64)), "HEIF", **options)
    at = data.index(b"ispe") + 8
    return data[:at] + width.to_bytes(4) + height.to_bytes(4) + data[at + 8 :]


def avif_claiming(width, height):
    data = encode(flag((64, 64)), "AVIF")
    at = data.index(b"ispe") + 8
    return data[:at] + width.to_bytes(4) + height.to_bytes(4) + data[at + 8 :]


def test_an_empty_file():
    assert "kosong" in reason(b"")


@pytest.mark.parametrize(
    "data",
    [b"ini hanya teks\n" * 99, bytes(5000), b"PK\x03\x04" + bytes(99), b"\xff\xd8", b"RIFF\x10\0\0\0WAVEfmt ", b"BMKG"],
    ids=["text", "zeros", "zip", "two bytes", "sound", "text that begins like BMP"],
)
def test_what_is_no_picture_whatever_its_name(data):
    assert NO_PICTURE in reason(data)


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "PDF"])
def test_other_formats_are_named(form):
    assert f"berformat {form}," in reason(encode(flag(), form))
    assert normalise(encode(flag(), "PNG")).width == 400


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"II*\0\x08\0\0\0\x01\0\x12\xc6\x01\0\x04\0\0\0\x01\x04\0\0", "DNG"),
        (b"MM\0*\0\0\0\x08\0\x01\xc6\x12\0\x01\0\0\0\x04\x01\x04\0\0", "DNG"),
        (b"\0\0\x01\0\x01\0\x10\x10\0\0\x01\0\x20\0", "ICO"),
        (b"\0\0\0\x0cjP  \r\n\x87\n\0\0\0\x14ftypjp2 ", "JPEG 2000"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "video MP4"),
        (b"PK\3\4" + bytes(30) + b"word/document.xml", "Word (DOCX)"),
        (b"PK\3\4" + bytes(30) + b"xl/workbook.xml", "Excel (XLSX)"),
        (b"\r\n<!DOCTYPE html><html><body></body></html>", "HTML"),
    ],
)
def test_formats_that_are_not_even_decoded_are_named(data, name):
    assert f"berformat {name}," in reason(data)


def test_line_ends_before_a_whole_jpeg_are_left_out_and_before_a_broken_one_tell_that_it_is_broken():
    jpeg = encode(noise(), "JPEG")
    assert normalise(b"\r\n" + jpeg).sha256 == normalise(jpeg).sha256
    assert BROKEN in reason(b"\r\n" + jpeg[: len(jpeg) // 2])


@pytest.mark.parametrize(
    ("size", "refused"),
    [
        *(((1, 200), True), ((200, 10), True), ((60_000, 1), True), ((200, 49), True), ((3200, 99), True)),
        *(((200, 50), False), ((3200, 100), False), ((50, 1600), False)),
    ],
)
def test_a_picture_of_practically_no_area_is_refused_by_its_short_side(size, refused):
    with pytest.raises(Declined) if refused else nullcontext() as told:
        refuse_icon(*size)
    if refused:
        assert f"{size[0]} × {size[1]} piksel" in str(told.value)
        assert "sisi pendeknya paling sedikit 50 piksel" in str(told.value)


@pytest.mark.parametrize(("form", "options"), sampled(FORMATS, every=3))
@pytest.mark.parametrize(("part", "lenient"), sampled(list(product((0.5, 0.1, 0.99), (True, False))), every=5))
def test_a_truncated_file_even_if_another_library_told_pillow_to_fill_up(form, options, part, lenient, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    data = encode(noise(), form, **options)
    assert BROKEN in reason(data[: int(len(data) * part)])
    assert normalise(data).width == 400


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_a_right_beginning_with_nonsense_behind(form):
    data = encode(noise(), form)
    assert BROKEN in reason(data[:16] + bytes(len(data) - 16))


class TestWeight:
    LIMIT = 25 * 2**20

    def test_25_mb_are_taken_and_one_byte_more_is_not(self):
        data = encode(flag())
        assert normalise(data + bytes(self.LIMIT - len(data))).width == 400
        assert "melebihi batas 25 MB" in reason(data + bytes(self.LIMIT - len(data) + 1))

    def test_the_reason_names_the_size(self):
        assert "berukuran 31,5 MB" in reason(bytes(int(31.5 * 2**20)))


class TestPixels:
    @pytest.mark.parametrize(
        ("claiming", "size", "limit"),
        [
            (png_claiming, (7000, 5715), "40 megapiksel untuk PNG"),
            (jpeg_claiming, (12000, 9001), "108 megapiksel untuk JPEG"),
            (progressive_claiming, (7000, 5715), "40 megapiksel untuk JPEG progresif"),
            (cmyk_claiming, (5000, 5001), "25 megapiksel untuk JPEG progresif empat warna"),
            (webp_claiming, (4000, 4001), "16 megapiksel untuk WebP"),
            (heic_claiming, (8160, 6130), "50 megapiksel untuk HEIC"),
            (rich_heic_claiming, (4000, 4001), "16 megapiksel untuk HEIC 10-bit, 4:4:4, atau transparan"),
            (avif_claiming, (4000, 4001), "16 megapiksel untuk AVIF"),
        ],
    )
    def test_over_its_limit_each_kind_is_refused_by_name_and_before_decoding(self, claiming, size, limit):
        assert f"melebihi batas {limit}." in reason(claiming(*size))
        assert normalise(claiming(64, 64)).width == 64

    @pytest.mark.parametrize(("claiming", "size"), [(png_claiming, (6300, 6300)), (heic_claiming, (7000, 7000))])
    def test_under_its_limit_with_pixels_that_are_not_there_it_is_broken(self, claiming, size):
        assert BROKEN in reason(claiming(*size))

    def test_the_reason_names_the_size(self):
        assert "10000 × 6100 piksel (61,0 megapiksel)" in reason(png_claiming(10_000, 6_100))

    def test_40_megapixels_of_png_are_taken_and_41_are_not(self):
        assert normalise(encode(Image.new("1", (10_000, 4_000)), "PNG")).width == 1600
        assert "41,0 megapiksel" in reason(encode(Image.new("1", (10_000, 4_100)), "PNG"))

    @pytest.mark.parametrize("form", sampled(["VP8 ", "VP8L", "VP8X"]))
    def test_every_kind_of_webp_is_refused_before_its_decoder_takes_the_room(self, form):
        options = {"VP8 ": {}, "VP8L": {"lossless": True}, "VP8X": {"exif": exif_of(6)}}[form]
        data = encode(Image.new("RGB", (4001, 4000), "navy"), "WEBP", **options)
        assert data[12:16] == form.encode()
        assert len(data) < 100_000
        assert "4001 × 4000 piksel" in reason(data)

    @pytest.mark.parametrize("claiming", [png_claiming, jpeg_claiming, heic_claiming])
    def test_a_size_at_which_pillow_itself_gives_up(self, claiming):
        assert "megapiksel untuk" in reason(claiming(60_000, 60_000))

    def test_pillows_warning_made_an_error(self):
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            assert "40 megapiksel" in reason(png_claiming(11_000, 10_000))


class TestBombs:
    @pytest.mark.parametrize("kind", [b"iCCP", b"zTXt", b"tEXt", b"iTXt"])
    def test_notes_of_a_png_are_not_unpacked_however_large_they_are(self, kind):
        plain = encode(flag(), "PNG")
        note = png_chunk(kind, b"catatan\0\0" + zlib.compress(bytes(2 * PngImagePlugin.MAX_TEXT_CHUNK), 9))
        assert normalise(plain[:33] + note + plain[33:]) == normalise(plain)

    def test_a_png_that_unpacks_to_more_than_its_pixels(self):
        rows = zlib.compress(bytes(50_000_000), 9)
        data = png_claiming(64, 64)[:33] + png_chunk(b"IDAT", rows) + png_chunk(b"IEND", b"")
        assert normalise(data).width == 64

    def test_a_jpeg_with_hundreds_of_scans(self):
        data = encode(flag(), progressive=True)
        last = data.rindex(b"\xff\xda")
        assert BROKEN in reason(data[:-2] + data[last:-2] * 300 + data[-2:])
        assert normalise(data[:-2] + data[last:-2] + data[-2:]).width == 400

    def test_a_jpeg_with_thousands_of_segments(self):
        data = encode(flag())
        comment = b"\xff\xfe\0\3."
        assert BROKEN in reason(data[:20] + comment * 6000 + data[20:])
        assert normalise(data[:20] + comment * 60 + data[20:]).width == 400

    @pytest.mark.parametrize("form", ["PNG", "JPEG"])
    def test_a_long_line_is_shrunk_without_harm(self, form):
        photo = normalise(encode(Image.new("L", (1, 65_000), 99), form))
        assert (photo.width, photo.height) == (1, 2400)

    def test_a_line_of_millions_of_pixels_is_refused(self):
        assert "melebihi batas 65.535 piksel" in reason(encode(Image.new("L", (5_000_000, 1), 99), "PNG"))


@pytest.mark.prove
def test_damage_anywhere_is_a_refusal_or_a_picture_but_never_a_crash():
    """Every 7th byte of the first thousand is spoiled in turn; whatever is still taken stays as it is taken."""
    for form, options in FORMATS:
        data = encode(noise((48, 40)), form, **options)
        for at in range(0, min(1000, len(data)), 7):
            spoiled = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
            try:
                once = normalise(spoiled)
            except Declined:
                continue
            assert normalise(once.jpeg) == once


@pytest.mark.parametrize("data", [b"", b"teks", encode(noise())[:-900], with_segment(b"\xff\xd8\xff\xe0\0\2", 1, b"")])
def test_a_logo_is_refused_for_the_same_reasons(data):
    assert reason(data, normalise_picture) == reason(data)
    assert normalise_picture(encode(flag())).extension == "jpg"
