"""What becomes of a photo that is taken in: its shape, its colours, and what is no longer in it."""

import hashlib
from io import BytesIO
from itertools import product

import pytest
from PIL import Image, PngImagePlugin

from followups.evidence.formats.jpeg import segments
from followups.evidence.photos import draw_placeholder, normalise, normalise_picture
from tests.followups.evidence.pictures import (
    BLUE,
    GREEN,
    RED,
    YELLOW,
    corners,
    decoded,
    encode,
    exif_of,
    flag,
    near,
    noise,
    srgb_profile,
    strange_profile,
    turned,
    with_segment,
)
from tests.mass import sampled

FORMATS = ["JPEG", "PNG", "WEBP", "HEIF"]
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><creator>Si Pembuat</creator></x:xmpmeta>'
PHOTOSHOP = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x10\x1c\x02\x78\0\x0bJudul IPTC."
TRACES = [b"Exif", b"PembuatKamera", b"xmpmeta", b"Pembuat", b"Photoshop", b"8BIM", b"ICC_PROFILE", b"catatan"]


@pytest.mark.parametrize("form", sampled(FORMATS, every=4))
@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright(form, orientation):
    photo = normalise(turned(orientation, form))
    found = corners(decoded(photo.jpeg))
    assert (photo.width, photo.height) == (400, 300)
    assert all(map(near, found, (RED, GREEN, BLUE, YELLOW))), found


def test_it_stands_upright_though_exif_is_broken():
    data = encode(flag(), exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")
    assert near(corners(decoded(normalise(data).jpeg))[0], RED)


def burdened(form):
    image = noise()
    options = {"exif": exif_of(), "xmp": XMP, "icc_profile": srgb_profile()}
    if form == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
        notes.add_text("Comment", "catatan")
        return encode(image, form, exif=exif_of(), icc_profile=srgb_profile(), pnginfo=notes)
    if form == "JPEG":
        return with_segment(encode(image, form, comment=b"catatan", **options), 0xED, PHOTOSHOP) + b"catatan"
    return encode(image, form, **options)


@pytest.mark.parametrize("form", sampled(FORMATS, every=2))
def test_no_metadata_is_left(form):
    data = burdened(form)
    assert sum(trace in data for trace in TRACES) >= 2
    photo = normalise(data)
    for kept in (photo.jpeg, photo.thumbnail):
        assert not [trace for trace in TRACES if trace in kept]
        assert {segment.marker for segment in segments(kept)} <= {0xD8, 0xE0, 0xDB, 0xC0, 0xC4, 0xDA, 0xD9}
        assert not {"exif", "icc_profile", "xmp", "comment"} & set(decoded(kept).info)


@pytest.mark.parametrize("carrier", ["exif_of", "comment", "profile"])
@pytest.mark.parametrize("transparent", [True, False])
def test_no_metadata_is_left_in_a_logo(carrier, transparent):
    image = flag()
    if transparent:
        image.putalpha(Image.linear_gradient("L").resize(image.size))
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "catatan")
    options = {
        "exif_of": {"exif": exif_of()},
        "comment": {"pnginfo": notes},
        "profile": {"icc_profile": srgb_profile()},
    }
    data = encode(image, "PNG", **options[carrier])
    kept = normalise_picture(data).data
    marks = [*TRACES, b"eXIf", b"tEXt", b"iCCP", b"Comment"]
    assert any(mark in data for mark in marks)
    assert not [mark for mark in marks if mark in kept]


@pytest.mark.parametrize(
    ("size", "stored"),
    sampled(
        [
            ((1080, 4800), (540, 2400)),
            ((6000, 1000), (1600, 267)),
            ((3024, 4032), (1600, 2133)),
            ((4032, 3024), (1600, 1200)),
            ((1600, 2400), (1600, 2400)),
            ((1601, 2400), (1600, 2399)),
            ((320, 200), (320, 200)),
            ((1, 1), (1, 1)),
            ((9000, 1), (1600, 1)),
        ],
        every=2,
    ),
)
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_it_fits_the_box_and_is_never_enlarged(size, stored, form):
    photo = normalise(encode(Image.new("RGB", size, GREEN), form))
    assert (photo.width, photo.height) == decoded(photo.jpeg).size == stored


def test_a_lying_photo_fits_the_box_as_it_stands():
    photo = normalise(encode(Image.new("RGB", (4032, 3024), GREEN), exif=exif_of(6)))
    assert (photo.width, photo.height) == decoded(photo.jpeg).size == (1600, 2133)


@pytest.mark.parametrize(
    ("size", "small"), [((4032, 3024), (400, 300)), ((1080, 4800), (90, 400)), ((64, 48), (64, 48))]
)
def test_the_thumbnail_has_400_pixels_on_its_long_edge(size, small):
    assert decoded(normalise(encode(flag(size))).thumbnail).size == small


def test_the_digest_is_that_of_the_stored_bytes():
    photo = normalise(encode(flag(), "PNG"))
    assert photo.sha256 == hashlib.sha256(photo.jpeg).hexdigest()


class TestColours:
    @pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF"])
    def test_an_embedded_profile_is_heeded(self, form):
        red = Image.new("RGB", (64, 64), (255, 0, 0))
        heeded = decoded(normalise(encode(red, form, icc_profile=strange_profile())).jpeg).getpixel((9, 9))
        assert near(heeded, (0, 255, 0), 40), heeded
        assert near(decoded(normalise(encode(red, form)).jpeg).getpixel((9, 9)), (255, 0, 0))

    @pytest.mark.parametrize("profile", [b"no profile at all", strange_profile()[:200]])
    def test_a_broken_profile_is_left_aside(self, profile):
        data = encode(Image.new("RGB", (64, 64), RED), icc_profile=profile)
        assert near(decoded(normalise(data).jpeg).getpixel((9, 9)), RED)

    def test_a_profile_for_other_channels_is_left_aside(self):
        data = encode(Image.new("L", (64, 64), 90), icc_profile=srgb_profile())
        assert near(decoded(normalise(data).jpeg).getpixel((9, 9)), (90, 90, 90))

    @pytest.mark.parametrize(
        ("image", "form", "colour"),
        [
            (Image.new("CMYK", (64, 64), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
            (Image.new("L", (64, 64), 90), "JPEG", (90, 90, 90)),
            (Image.new("L", (64, 64), 90), "PNG", (90, 90, 90)),
            (Image.new("I;16", (64, 64), 32768), "PNG", (128, 128, 128)),
            (Image.new("1", (64, 64), 1), "PNG", (255, 255, 255)),
            (Image.new("RGB", (64, 64), BLUE).quantize(4), "PNG", BLUE),
            (Image.new("LA", (64, 64), (0, 128)), "PNG", (127, 127, 127)),
            (Image.new("RGBA", (64, 64), (*RED, 0)), "PNG", (255, 255, 255)),
            (Image.new("RGBA", (64, 64), (*RED, 255)), "WEBP", RED),
            (Image.new("RGBA", (64, 64), (0, 0, 0, 128)), "HEIF", (127, 127, 127)),
        ],
        ids=lambda value: getattr(value, "mode", None),
    )
    def test_every_kind_of_pixel_becomes_rgb_on_white(self, image, form, colour):
        stored = decoded(normalise(encode(image, form)).jpeg)
        assert stored.mode == "RGB"
        assert near(stored.getpixel((9, 9)), colour), stored.getpixel((9, 9))

    def test_the_clear_entry_of_a_palette_becomes_white(self):
        palette = flag().quantize(4)
        clear = encode(palette, "PNG", transparency=palette.getpixel((5, 5)))
        assert near(corners(decoded(normalise(clear).jpeg))[0], (255, 255, 255))
        assert near(corners(decoded(normalise(encode(palette, "PNG")).jpeg))[0], RED)


@pytest.mark.parametrize("form", ["WEBP", "PNG", "MPO"])
def test_of_several_frames_the_first_is_taken(form):
    frames = [Image.new("RGB", (64, 64), colour) for colour in (RED, BLUE)]
    data = encode(frames[0], form, save_all=True, append_images=frames[1:])
    assert getattr(Image.open(BytesIO(data)), "n_frames", 1) == 2
    assert near(decoded(normalise(data).jpeg).getpixel((9, 9)), RED)


class TestAsItIs:
    """A photo that already is as the portal stores photos is kept byte for byte."""

    @pytest.mark.parametrize("options", [{}, {"optimize": True}, {"subsampling": 0, "quality": 95}])
    def test_a_bare_jpeg_is_kept(self, options):
        data = encode(noise(), **options)
        assert normalise(data).jpeg == data

    @pytest.mark.parametrize(
        ("form", "size"), sampled(list(product(FORMATS, [(2016, 1512), (540, 2600), (37, 53)])), every=8)
    )
    def test_what_was_normalised_once_stays(self, form, size):
        once = normalise(encode(flag(size), form, exif=exif_of(6)))
        assert normalise(once.jpeg) == once

    @pytest.mark.prove
    def test_the_noisiest_photo_stays(self):
        once = normalise(encode(noise((1500, 1500)), "PNG", compress_level=1))
        assert normalise(once.jpeg) == once

    @pytest.mark.parametrize(
        "spoiled",
        [
            lambda data: with_segment(data, 0xE1, b"Exif\0\0" + bytes(8)),
            lambda data: with_segment(data, 0xE0, b"JFXX\0\x10" + data),
            lambda data: with_segment(data, 0xED, PHOTOSHOP),
            lambda data: with_segment(data, 0xEE, b"Adobe\0d\0\0\0\0\x01"),
            lambda data: with_segment(data, 0xFE, b"catatan"),
            lambda data: data + b"\0",
            lambda data: data + data,
            lambda data: data[:20] + b"sisipan" + data[20:],
            lambda data: data[:4] + b"\0\x13" + data[6:18] + b"\1\1rgb" + data[20:],
            lambda data: data[:-2] + b"rahasia" * 9 + data[-2:],
            lambda data: data[:-2] + bytes(40) + data[-2:],
            lambda data: data[:-2] + b"\xff\xd0" + b"rahasia" * 9 + data[-2:],
            lambda data: with_segment(data, 0xDB, b"\0" + b"rahasia!" * 8),
            lambda data: with_segment(data, 0xC4, b"\0" + bytes(15) + b"\x09" + b"rahasia99"),
            lambda data: with_segment(data, 0xDD, b"\0\0"),
        ],
        ids=[
            *("exif", "jfxx", "iptc", "adobe", "comment", "byte behind", "picture behind", "gap", "jfif thumbnail"),
            *("behind the last pixel", "zeros behind the last pixel", "behind a restart", "a table too many"),
            *("codes for a place that is taken", "restart"),
        ],
    )
    def test_whatever_is_more_than_a_picture_is_taken_out(self, spoiled):
        data = encode(noise())
        kept = normalise(spoiled(data)).jpeg
        assert normalise(data).jpeg == data
        assert kept != spoiled(data)
        assert normalise(kept).jpeg == kept

    @pytest.mark.parametrize(
        "image",
        [
            Image.new("L", (64, 64), 9),
            Image.new("CMYK", (64, 64)),
            Image.new("RGB", (1601, 9)),
            Image.new("RGB", (9, 2401)),
        ],
        ids=["grey", "cmyk", "too wide", "too high"],
    )
    def test_another_shape_is_made_anew(self, image):
        data = encode(image)
        assert normalise(data).jpeg != data

    def test_ballast_inside_the_scan_is_not_kept(self):
        data = encode(flag((64, 64)))
        heavy = data[:-2] + bytes(40_000) + data[-2:]
        assert len(normalise(heavy).jpeg) < 5000


class TestPlaceholder:
    def test_it_is_already_as_the_portal_stores_photos(self):
        drawn = draw_placeholder("Foto rapat evaluasi")
        photo = normalise(drawn)
        assert photo.jpeg == drawn
        assert (photo.width, photo.height) == (1600, 1200)

    def test_it_bears_a_large_word_and_what_it_stands_for(self):
        image = decoded(draw_placeholder("Foto rapat evaluasi")).convert("L")
        blank = decoded(draw_placeholder("")).convert("L")
        word, text = (260, 200, 1340, 400), (200, 520, 1400, 1000)
        assert image.crop(word).histogram()[:64] == blank.crop(word).histogram()[:64]
        assert sum(image.crop(word).histogram()[:64]) > 50_000
        assert sum(image.crop(text).histogram()[:64]) > 5_000
        assert sum(blank.crop(text).histogram()[:64]) == 0

    @pytest.mark.prove
    def test_the_same_words_give_the_same_bytes_and_others_give_others(self):
        long = "Sosialisasi alur pelayanan " * 60
        texts = ["", "a", "b", "日本", "本日", long, long + "a", long + "b", "x" * 5000, "x" * 5001]
        drawn = [draw_placeholder(text) for text in texts]
        assert drawn == [draw_placeholder(text) for text in texts]
        assert len(set(drawn)) == len(texts)


class TestLogo:
    def test_transparency_is_kept(self):
        image = flag((3000, 1500))
        image.putalpha(Image.new("L", image.size, 60))
        picture = normalise_picture(encode(image, "PNG"))
        stored = decoded(picture.data)
        assert (picture.extension, stored.mode, stored.size) == ("png", "RGBA", (2000, 1000))
        assert stored.getpixel((9, 9))[3] == 60
        assert (picture.width, picture.height) == stored.size

    @pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
    def test_what_hides_nothing_becomes_jpeg(self, mode):
        picture = normalise_picture(encode(flag((2500, 2500)).convert(mode), "PNG"))
        stored = decoded(picture.data)
        assert (picture.extension, stored.format, stored.mode, stored.size) == ("jpg", "JPEG", "RGB", (2000, 2000))

    def test_it_stands_upright(self):
        assert near(corners(decoded(normalise_picture(turned(8)).data))[0], RED)

    def test_a_profile_is_heeded_beneath_transparency(self):
        image = Image.new("RGBA", (64, 64), (255, 0, 0, 200))
        kept = decoded(normalise_picture(encode(image, "PNG", icc_profile=strange_profile())).data)
        assert near(kept.getpixel((9, 9)), (0, 255, 0, 200), 40)

    @pytest.mark.parametrize("transparent", [True, False])
    def test_what_was_normalised_once_stays(self, transparent):
        image = noise()
        if transparent:
            image.putalpha(90)
        once = normalise_picture(encode(image, "PNG"))
        assert normalise_picture(once.data) == once
