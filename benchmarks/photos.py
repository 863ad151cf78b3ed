"""How long a photo takes to be normalised, and how much memory, beside the plain way with Pillow in the same run.

Run with ``python -m benchmarks.photos``; exit status 1 if a *must* is missed. The photos are noise of a phone
photo's size, 4032 × 3024 and lying with EXIF orientation 6. Judged are CPU milliseconds of all threads: on a quiet
machine those of the clock or more, and steadier when the machine has other work.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

from PIL import Image, ImageFilter, ImageOps
from pillow_heif import register_heif_opener

from followups.evidence.photos import normalise

register_heif_opener()

SIZE = (4032, 3024)
PHOTOS, ROUNDS, HEIC_ROUNDS = 3, 5, 5
MUST_JPEG_MS, MUST_HEIC_MS, MUST_ADDED_MIB = 350, 1500, 128
EXIF_ORIENTATION = 0x0112

Line = tuple[str, float, int | None]


def noise(seed: int) -> Image.Image:
    """A picture that compresses like a photo; ``seed`` only tells one from the other."""
    channels = [Image.effect_noise(SIZE, 36 + 4 * (seed + n)) for n in range(3)]
    return Image.merge("RGB", [channel.filter(ImageFilter.GaussianBlur(1)) for channel in channels])


def encoded(image: Image.Image, form: str, **options: object) -> bytes:
    """``image`` as a camera that was held upright writes it: lying, with EXIF orientation 6."""
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = 6
    out = BytesIO()
    image.save(out, form, exif=exif.tobytes(), **options)
    return out.getvalue()


def plain_way(data: bytes) -> None:
    """Photo and thumbnail as one would make them without thinking of time: decode, turn, shrink."""
    image = ImageOps.exif_transpose(Image.open(BytesIO(data)))
    for box in ((1600, 2400), (400, 400)):
        image.thumbnail(box)
        image.convert("RGB").save(BytesIO(), "JPEG", quality=80)


def timed(work: Callable[[bytes], object], data: bytes) -> tuple[float, float]:
    """Milliseconds of CPU and of the clock."""
    cpu, clock = time.process_time(), time.perf_counter()
    work(data)
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - clock) * 1000


def paired(name: str, photos: list[bytes], rounds: int, must: int) -> list[Line]:
    """Medians of ours and of the plain way, taken in turn, and the median of their paired ratios."""
    normalise(photos[0])
    pairs = [(timed(normalise, data), timed(plain_way, data)) for _ in range(rounds) for data in photos]
    return [
        (f"{name}_file_mb", len(photos[0]) / 1e6, None),
        (f"{name}_cpu_ms", median(ours[0] for ours, _ in pairs), must),
        (f"{name}_clock_ms", median(ours[1] for ours, _ in pairs), None),
        (f"{name}_plain_way_cpu_ms", median(plain[0] for _, plain in pairs), None),
        (f"{name}_ratio_to_plain_way", median(ours[0] / plain[0] for ours, plain in pairs), None),
    ]


def added_mib(data: bytes, way: str) -> float:
    """The peak that one photo adds to a process that has everything imported."""
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(data)
        command = [sys.executable, "-m", "benchmarks.photos", "--peak", way, file.name]
        return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def peak(way: str, file: str) -> None:
    """In the child process: print the added MiB of normalising ``file`` ("ours") or of the plain way."""
    data = Path(file).read_bytes()
    before = memory("VmRSS")
    (normalise if way == "ours" else plain_way)(data)
    print(memory("VmHWM") - before)


def memory(field: str) -> float:
    """MiB of this process by the kernel's own account, which unlike getrusage begins anew with each program."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    raise LookupError(field)


def measured() -> list[Line]:
    """Each figure with its name and, if it has one, the most that it may be."""
    pictures = [noise(seed) for seed in range(PHOTOS)]
    jpegs = [encoded(picture, "JPEG", quality=92) for picture in pictures]
    heic = encoded(pictures[0], "HEIF", quality=50)
    del pictures
    return [
        *paired("jpeg_12mp", jpegs, ROUNDS, MUST_JPEG_MS),
        ("jpeg_12mp_added_mib", added_mib(jpegs[0], "ours"), MUST_ADDED_MIB),
        ("jpeg_12mp_plain_way_added_mib", added_mib(jpegs[0], "plain"), None),
        *paired("heic_12mp", [heic], HEIC_ROUNDS, MUST_HEIC_MS),
        ("heic_12mp_added_mib", added_mib(heic, "ours"), None),
        ("heic_12mp_plain_way_added_mib", added_mib(heic, "plain"), None),
    ]


def main() -> int:
    """Print one line per figure: name, measured, must, verdict. Returns the exit status."""
    missed = 0
    print(f"{'name':34}{'measured':>10}{'must':>8}  verdict")
    for name, value, must in measured():
        verdict = "-" if must is None else "ok" if value <= must else "MISSED"
        missed += verdict == "MISSED"
        print(f"{name:34}{value:>10.2f}{'-' if must is None else f'<={must}':>8}  {verdict}")
    return 1 if missed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        peak(sys.argv[2], sys.argv[3])
        sys.exit(0)
    sys.exit(main())
