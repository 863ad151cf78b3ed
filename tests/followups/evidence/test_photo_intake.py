"""Files that are not quite as they should be: taken where every row is there, refused where something is missing."""

import random
from itertools import count

import pytest
from PIL import Image, ImageFilter

from followups.evidence.formats import jpeg
from followups.evidence.photos import normalise, normalise_picture
from offices.declining import Declined
from tests.followups.evidence.pictures import (
    STORED_AS,
    corners,
    decoded,
    encode,
    exif_of,
    flag,
    near,
    noise,
    patched_turn,
    srgb_profile,
    with_segment,
)
from tests.followups.evidence.test_photo_refusals import png_chunk, reason
from tests.mass import proving, sampled

BROKEN = "rusak atau tidak lengkap"
UPRIGHT = [(220, 30, 30), (30, 160, 60), (40, 60, 200), (240, 200, 40)]
KINDS = {
    "plain": {},
    "progressive": {"progressive": True},
    "restarts": {"restart_marker_rows": 1},
    "best": {"quality": 95, "subsampling": 0},
    "own tables": {"optimize": True},
}


def upright(photo):
    return all(near(*pair) for pair in zip(corners(decoded(photo.jpeg)), UPRIGHT, strict=True))


def photo_like(size=(480, 360)):
    return noise(size).filter(ImageFilter.GaussianBlur(1))


def camera(image, **options):
    """A JPEG as a camera writes it; with its note it is never kept byte for byte."""
    return with_segment(encode(image, **options), 0xFE, b"catatan")


def lined():
    """A screen: much of it one colour."""
    image = Image.new("RGB", (480, 360), "white")
    for at in range(0, 360, 30):
        image.paste((20, 60, 90), (10, at, 470, at + 2))
    return image


def is_told(data):
    """Whether a picture is refused as damaged."""
    try:
        normalise(data)
    except Declined as refused:
        return BROKEN in str(refused)
    return False


def same(one, other):
    return normalise(one).jpeg == normalise(other).jpeg


class TestEndOfJpeg:
    @pytest.mark.parametrize("kind", sampled(KINDS, every=3))
    @pytest.mark.parametrize(
        "end",
        [
            b"",
            bytes(100),
            bytes(4096),
            b"\xff\xff\xff",
            bytes(7) + b"\xff\xd9",
            b"\xff" * 5 + b"\xff\xd9",
            b"\0\xff\0\xff",
        ],
        ids=["none", "zeros", "a sector of zeros", "ones", "zeros before it", "ones before it", "both"],
    )
    def test_without_its_marker_or_with_padding_it_is_taken_as_if_it_were_there(self, kind, end):
        data = camera(photo_like(), **KINDS[kind])
        assert same(data[:-2] + end, data)

    @pytest.mark.parametrize("behind", [b"SEFT" * 99, bytes(5000), b"\xff\xd8\xff\xe1", b"<?xpacket end='w'?>"])
    def test_what_hangs_behind_it_is_left_aside(self, behind):
        data = camera(photo_like())
        assert same(data + behind, data)

    def test_words_in_the_place_of_its_marker_are_left_aside(self):
        data = camera(photo_like())
        assert same(data[:-2] + b"ditulis oleh program lain" * 20, data)

    @pytest.mark.parametrize("kind", ["plain", "progressive"])
    @pytest.mark.parametrize("lost", [400, 5000])
    @pytest.mark.parametrize(
        "end", sampled([b"", b"\xff\xd9", bytes(100), bytes(9000) + b"\xff\xd9", b"--batas--\r\n" * 90], every=3)
    )
    def test_where_rows_are_lost_no_end_makes_it_whole(self, kind, lost, end):
        data = camera(photo_like(), **KINDS[kind])
        assert BROKEN in reason(data[: -2 - lost] + end)

    def test_of_a_progressive_one_every_scan_is_wanted(self):
        data = camera(photo_like(), progressive=True)
        last = data.rindex(b"\xff\xda")
        assert BROKEN in reason(data[:last])
        assert same(data[:-2], data)

    def test_a_logo_without_its_marker_is_taken_too(self):
        data = encode(flag())
        assert normalise_picture(data[:-2]).data == normalise_picture(data).data


class TestDamage:
    """What lies in the middle was overwritten, lost or doubled; Pillow alone shows all of it without a word."""

    @staticmethod
    def spoiled(data, how, at):
        overwritten = random.Random(at).randbytes(512)
        return {
            "a sector of zeros": data[:at] + bytes(512) + data[at + 512 :],
            "another file's sector": data[:at] + overwritten + data[at + 512 :],
            "a sector lost": data[:at] + data[at + 512 :],
            "a sector twice": data[:at] + data[at - 512 :],
            "ones": data[:at] + b"\xff" * 512 + data[at + 512 :],
            "words between": data[:at] + b"\r\n--batas--\r\n" + data[at:],
        }[how]

    @pytest.mark.parametrize("kind", ["plain", "progressive", "restarts"])
    @pytest.mark.parametrize(
        "how",
        sampled(
            ["a sector of zeros", "another file's sector", "a sector lost", "a sector twice", "ones", "words between"],
            every=3,
        ),
    )
    def test_in_the_middle_of_a_jpeg_it_is_told(self, kind, how):
        """A decoder finds its step again by chance where little is gone, of a progressive one in each of its scans."""
        data = encode(noise((480, 360)), **KINDS[kind])
        places = [len(data) * part // 10 for part in range(2, 9)]
        told = 0
        for at in places:
            try:
                normalise(self.spoiled(data, how, at))
            except Declined as refused:
                told += BROKEN in str(refused)
        assert told >= (3 if kind == "progressive" else len(places) - 2)

    @pytest.mark.parametrize(
        "how", sampled(["a sector of zeros", "another file's sector", "a sector lost", "a sector twice"], every=3)
    )
    @pytest.mark.parametrize("form", [{}, {"bits": 8}, {"interlace": 1}])
    def test_in_the_middle_of_a_png_it_is_told(self, how, form):
        image = noise().convert("P") if form else noise()
        data = encode(image, "PNG", **form)
        for part in (3, 5, 8):
            assert BROKEN in reason(self.spoiled(data, how, len(data) * part // 10))

    @pytest.mark.parametrize("how", ["a sector of zeros", "another file's sector", "a sector lost", "a sector twice"])
    def test_in_the_middle_of_a_webp_it_is_mostly_told(self, how):
        data = encode(photo_like(), "WEBP", quality=80)
        places = [len(data) * part // 10 for part in range(2, 9)]
        told = sum(is_told(self.spoiled(data, how, at)) for at in places)
        assert told >= len(places) - 2

    @pytest.mark.prove
    @pytest.mark.parametrize("how", ["a sector of zeros", "a sector lost"])
    def test_in_the_middle_of_a_heic_what_no_encoder_writes_is_told(self, how):
        data = encode(photo_like(), "HEIF", quality=90)
        for part in range(2, 9):
            assert is_told(self.spoiled(data, how, len(data) * part // 10))

    @pytest.mark.parametrize("draw", [photo_like, noise, lambda: Image.new("RGB", (480, 360), "white"), lined])
    @pytest.mark.parametrize(
        "options",
        sampled(
            [{"quality": 80}, {"quality": 5, "method": 0}, {"lossless": True}, {"lossless": True, "method": 0}], every=4
        ),
    )
    def test_no_whole_webp_is_called_damaged(self, draw, options):
        for image in (draw(), draw().convert("RGBA"), draw().resize((211, 317))):
            assert not is_told(encode(image, "WEBP", **options))
        turned = exif_of(6)
        assert not is_told(encode(draw(), "WEBP", exif=turned, **options))

    @pytest.mark.parametrize(
        "draw", sampled([photo_like, noise, lambda: Image.new("RGB", (480, 360), "white"), lined], every=4)
    )
    @pytest.mark.parametrize("form", ["HEIF", "AVIF"])
    def test_no_whole_heic_or_avif_is_called_damaged(self, draw, form):
        for quality in (10, 60, 95) if proving() else (60,):
            assert not is_told(encode(draw(), form, quality=quality))

    def test_where_a_sector_of_an_avif_is_lost_it_is_told(self):
        data = encode(photo_like(), "AVIF", quality=80)
        for part in range(2, 9):
            assert is_told(self.spoiled(data, "a sector lost", len(data) * part // 10))

    def test_the_frames_of_a_moving_webp_are_not_judged(self):
        frames = [photo_like(), noise((480, 360))]
        assert not is_told(encode(frames[0], "WEBP", save_all=True, append_images=frames[1:]))

    def test_a_png_with_one_byte_changed_is_told(self):
        data = encode(noise(), "PNG")
        at = len(data) // 2
        assert BROKEN in reason(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])

    def test_strange_notes_are_no_damage(self):
        data = encode(flag())
        for marker, payload in (
            (0xE1, b"Exif\0\0rusak"),
            (0xE2, b"ICC_PROFILE\0\1\1" + bytes(50)),
            (0xEE, b"Adobe" * 9),
        ):
            assert normalise(with_segment(data, marker, payload)).width == 400

    def test_odd_parameters_of_a_scan_that_decoders_only_warn_of_are_no_damage(self):
        data = encode(flag())
        scan = next(segment for segment in jpeg.segments(data) if segment.marker == 0xDA)
        odd = data[: scan.end - 3] + bytes([0, 0, 0]) + data[scan.end :]
        assert upright(normalise(odd))


class TestPng:
    @pytest.mark.parametrize("size", [2_000, 3 * 2**20, 20 * 2**20])
    def test_texts_of_any_length_do_not_matter(self, size):
        data = encode(noise(), "PNG")
        text = png_chunk(b"tEXt", b"Comment\0" + b"x" * size)
        assert same(data[:33] + text + data[33:], data)

    def test_many_texts_do_not_matter(self):
        data = encode(noise(), "PNG")
        assert same(data[:33] + png_chunk(b"iTXt", b"a\0" * 9) * 3000 + data[33:], data)

    @pytest.mark.parametrize("lost", [4, 8, 11])
    def test_cut_behind_its_last_row_it_is_taken(self, lost):
        data = encode(noise(), "PNG")
        assert same(data[:-lost], data)

    @pytest.mark.parametrize("behind", [b"", b"sampah" * 99, bytes(4096)])
    def test_without_its_end_it_is_taken(self, behind):
        data = encode(noise(), "PNG")
        assert same(data[:-12] + behind, data)

    def test_a_note_whose_check_sum_is_wrong_does_not_matter(self):
        data = encode(noise(), "PNG")
        note = png_chunk(b"tEXt", b"Comment\0salah")[:-1] + b"?"
        assert same(data[:33] + note + data[33:], data)

    def test_its_colour_profile_and_its_turn_are_kept(self):
        swapped = srgb_profile().replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")
        data = encode(Image.new("RGB", (300, 200), "red"), "PNG", icc_profile=swapped, exif=exif_of(6))
        photo = normalise(data)
        red, green, _blue = decoded(photo.jpeg).getpixel((9, 9))
        assert (photo.width, photo.height, green > red) == (200, 300, True)


class TestTurns:
    @pytest.mark.parametrize("form", ["HEIF", "AVIF"])
    @pytest.mark.parametrize("orientation", range(1, 9))
    def test_a_file_without_a_turn_of_its_own_is_turned_by_exif(self, form, orientation):
        turn = STORED_AS[orientation]
        stored = flag() if turn is None else flag().transpose(turn)
        photo = normalise(patched_turn(stored, form, orientation))
        assert (photo.width, photo.height) == (400, 300)
        assert upright(photo)

    @pytest.mark.parametrize("form", ["HEIF", "AVIF"])
    def test_its_own_turn_counts_and_exif_is_not_heeded_besides(self, form):
        turned = flag().transpose(STORED_AS[6])
        photo = normalise(encode(turned, form, exif=exif_of(6)))
        assert upright(photo)

    def test_boxes_that_promise_more_than_there_is_are_read_without_harm(self):
        data = patched_turn(flag(), "HEIF", 6)
        for at, number in zip(range(0, 400, 3), count()):
            spoiled = data[:at] + bytes([number % 256]) + data[at + 1 :]
            try:
                normalise(spoiled)
            except Declined as refused:
                assert str(refused)

    @pytest.mark.parametrize("form", ["RGB", "RGBA", "L"])
    def test_an_avif_is_taken_in_every_mode(self, form):
        photo = normalise(encode(flag().convert(form), "AVIF"))
        assert (photo.width, photo.height) == (400, 300)
