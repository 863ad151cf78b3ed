"""A large picture is made smaller in the browser before it goes up; what its file tells goes with it."""

from base64 import b64encode
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from followups.models import ActionPlan, EvidencePhoto
from tests.journeys.browser.steps import sign_in
from tests.journeys.browser.test_upload import choose, finished, place

pytestmark = pytest.mark.browser
LYING, TAKEN, PHOTO_IFD = 6, 0x9003, 0x8769
SHRUNK = """async ([large, usual]) => {
  const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const [a, b] = [bytes(large), bytes(usual)];
  const noExif = new Uint8Array([0xff, 0xe1, 0, 8, 0x45, 0x78, 0x69, 0x66, 0, 0]);
  const cases = {
    large: [a], heavy: [b, new Uint8Array(9 * 2 ** 20)], usual: [b, new Uint8Array(3 * 2 ** 20)], small: [b],
    broken: [a.slice(0, 2), new Uint8Array(3 * 2 ** 20)], "told wrongly": [a.slice(0, 2), noExif, a.slice(2)],
    "a drawing": [a],
  };
  const told = {};
  for (const [name, parts] of Object.entries(cases)) {
    const file = new File(parts, `${name}.jpg`, { type: name === "a drawing" ? "image/png" : "image/jpeg" });
    const small = await window.shrunk(file);
    const picture = await createImageBitmap(small).catch(() => ({}));
    told[name] = small === file ? "as it is" : [small.name, picture.width, picture.height];
  }
  return told;
}"""
WATCHED = """() => {
  const { send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.send = function watched(data) {
    if (data instanceof FormData) window.sent = data.get("photos").size;
    return send.call(this, data);
  };
}"""


def camera(size):
    """Noise, which no codec makes small, taken on a day with the telephone held upright."""
    exif = Image.Exif()
    exif[0x0112] = LYING
    exif.get_ifd(PHOTO_IFD)[TAKEN] = "2025:07:14 10:11:12"
    buffer = BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(buffer, "JPEG", quality=95, exif=exif)
    return buffer.getvalue()


@pytest.mark.prove
def test_a_large_photo_goes_up_small_upright_and_with_its_day_and_others_as_they_are(walk, people, survey):
    done = ActionPlan.objects.get(position=1)
    large = camera((4100, 1400))
    usual = camera((800, 600))

    def steps(page):
        sign_in(page, "operator", place(done))
        page.evaluate(WATCHED)
        choose(page, {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": large})
        finished(page)
        expect(page.get_by_text("1 dari 1 foto tersimpan.")).to_be_visible()
        told = page.evaluate(SHRUNK, [b64encode(data).decode() for data in (large, usual)])
        return page.evaluate("window.sent"), told

    bytes_sent, told = walk(steps)
    assert 0 < bytes_sent < 0.7 * len(large)
    photo = EvidencePhoto.objects.latest("pk")
    assert (photo.width, photo.height) == (819, 2400)
    assert (photo.name, str(photo.offered_on)) == ("photos/foto.jpg", "2025-07-14")
    assert told.pop("large") == ["large.jpg", 1024, 3000]
    assert told.pop("heavy") == ["heavy.jpg", 600, 800]
    assert set(told.values()) == {"as it is"}
