"""What a picture costs in memory: a small file of a huge flat picture, decoded in a process of its own."""

import subprocess
import sys

import pytest
from PIL import Image

from tests.followups.evidence.pictures import encode
from tests.mass import sampled
from tests.test_architecture import ROOT

MOST_MIB = 300
MEASURE = """
import os, re, sys
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "skm_portal.settings"
from followups.evidence.photos import draw_placeholder, normalise, normalise_picture
data = Path(sys.argv[1]).read_bytes()
normalise(draw_placeholder("x"))
def mib(word):
    return int(re.search(word + r":\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024
resting = mib("VmRSS")
take = normalise_picture if sys.argv[2] == "picture" else normalise
picture = take(data)
print(picture.width, picture.height, mib("VmHWM") - resting)
"""
A_FEW = {
    "RGBA PNG of 40": ("PNG", "RGBA", (8000, 5000), {}),
    "RGBA WebP of 16": ("WEBP", "RGBA", (4000, 4000), {"lossless": True}),
    "JPEG of 50, which is read twice": ("JPEG", "RGB", (8160, 6120), {"subsampling": 0}),
}
MANY = {
    "16-bit PNG": ("PNG", "I;16", (8000, 5000), {}),
    "PNG of palette and transparency": ("PNG", "P", (8000, 5000), {"transparency": 4}),
    "PNG of grey and alpha": ("PNG", "LA", (8000, 5000), {}),
    "PNG of 15 megapixels, which is not reduced": ("PNG", "RGBA", (3190, 4780), {}),
    "a PNG of long lines": ("PNG", "RGBA", (65_535, 600), {}),
    "animated PNG": ("PNG", "RGBA", (8000, 5000), {"save_all": True, "disposal": 1, "blend": 1}),
    "lossy WebP": ("WEBP", "RGB", (4000, 4000), {}),
    "JPEG of 108": ("JPEG", "RGB", (12_000, 9_000), {"subsampling": 0}),
    "CMYK JPEG of 108": ("JPEG", "CMYK", (12_000, 9_000), {}),
    "progressive JPEG of 40": ("JPEG", "RGB", (8000, 5000), {"progressive": True, "subsampling": 0}),
    "progressive CMYK JPEG of 25": ("JPEG", "CMYK", (5000, 5000), {"progressive": True}),
    "HEIC of 16 with alpha": ("HEIF", "RGBA", (4000, 4000), {}),
    "HEIC of 16 with colours at full size": ("HEIF", "RGB", (4000, 4000), {"chroma": 444}),
    "AVIF of 16": ("AVIF", "RGBA", (4000, 4000), {"speed": 10}),
    "AVIF of 16 with colours at full size": ("AVIF", "RGB", (4000, 4000), {"speed": 10, "subsampling": "4:4:4"}),
    "progressive JPEG of 28": ("JPEG", "RGB", (7000, 4000), {"progressive": True, "subsampling": 0}),
    "HEIC of 50": ("HEIF", "RGB", (8160, 6120), {}),
    "HEIC of 50 in tiles": ("HEIF", "RGB", (8160, 6120), {"grid_tile_size": 512}),
}


def added_memory(tmp_path, kind, take="photo"):
    """MiB beyond the resting process; the picture itself must have been taken."""
    form, mode, size, options = kind
    file = tmp_path / "gambar"
    colour = {"RGBA": (10, 90, 200, 128), "CMYK": (10, 90, 200, 3), "RGB": (10, 90, 200), "LA": (4, 90)}.get(mode, 4)
    image = Image.new(mode, size, colour)
    if options.get("save_all"):
        options = options | {"append_images": [Image.new(mode, size, "teal")]}
    file.write_bytes(encode(image, form, **options))
    assert file.stat().st_size < 25 * 2**20
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, file, take], cwd=ROOT, capture_output=True, text=True, check=True
    )
    width, height, mib = map(int, done.stdout.split())
    assert 1 <= width <= 2000
    assert 1 <= height <= 2400
    return mib


@pytest.mark.parametrize("name", sampled(A_FEW, every=3))
def test_a_huge_flat_picture_costs_little(tmp_path, name):
    assert added_memory(tmp_path, A_FEW[name]) <= MOST_MIB


@pytest.mark.prove
@pytest.mark.parametrize("take", ["photo", "picture"])
@pytest.mark.parametrize("name", MANY)
def test_every_kind_at_its_limit_costs_little(tmp_path, name, take):
    assert added_memory(tmp_path, MANY[name], take) <= MOST_MIB
