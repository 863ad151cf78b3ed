"""Whatever is sent to an address that takes a form, the portal answers in words: nothing is ever a server error."""

import pytest

from tests.journeys.routes import ROUTES
from tests.journeys.row import file
from tests.journeys.scene import address_of, at_the_door, client_of, data_of, given
from tests.mass import in_full_of

WRITTEN_TO = [name for name, row in ROUTES.items() if row.post]


def is_file(value):
    return hasattr(value, "read") or (isinstance(value, list) and any(is_file(one) for one in value))


SPOILT = {
    "empty": lambda value: "",
    "a NUL in it": lambda value: "a\0b",
    "only NUL": lambda value: "\0",
    "a megabyte": lambda value: file() if is_file(value) else "a" * 2**20,
    "text for a file, a file for text": lambda value: "bukan berkas" if is_file(value) else file(),
    "a list": lambda value: ["1", "dua", "\U0001f642"],
    "a number beyond all": lambda value: "9" * 400,
    "a huge decimal": lambda value: "1e999999",
    "half a letter": lambda value: "\ud800".encode("utf-8", "surrogatepass"),
    "not UTF-8": lambda value: b"\xff\xfe\x80",
}


def form_of(scene, row):
    """What the page's own form would send."""
    with client_of(scene, row, row.owner) as client:
        return data_of(client, row, scene)


def answers(scene, row, trials):
    """Status of each trial: (what was spoilt, what was sent)."""
    with given(scene, row):
        for spoilt, sent in trials:
            with at_the_door(scene, row, row.owner) as client:
                client.raise_request_exception = False
                response = client.post(address_of(row, scene), sent)
                page = response.getvalue().decode(errors="replace")
            yield spoilt, response.status_code, page


def judge(found):
    """No answer is a server error; where text carries a NUL, the answer says so."""
    for spoilt, status, page in found:
        assert status < 500, spoilt
        if "NUL" in spoilt:
            assert (spoilt, status) == (spoilt, 400)
            assert "karakter kosong (NUL)" in page, spoilt


@pytest.mark.parametrize(("name", "in_full"), in_full_of(WRITTEN_TO, every=5))
def test_a_form_that_is_spoilt_in_every_field_is_no_server_error(scene, name, in_full):
    """In the usual run a fifth of the forms meets a quarter of the ways each, and each way some of the forms."""
    row = ROUTES[name]
    data = form_of(scene, row)
    trials = [(way, {key: spoil(value) for key, value in data.items()}) for way, spoil in SPOILT.items() if data]
    trials += [("nothing at all", {}), ("a NUL in a field of no form", data | {"tak-dikenal": "a\0b"})]
    judge(answers(scene, row, trials if in_full else trials[WRITTEN_TO.index(name) % 4 :: 4]))


@pytest.mark.prove
@pytest.mark.parametrize("name", WRITTEN_TO)
def test_a_form_that_is_spoilt_in_one_field_is_no_server_error(scene, name):
    """All others are as the page would send them, so that the spoilt one is not overlooked for another's sake."""
    row = ROUTES[name]
    data = form_of(scene, row)
    ways = [(key, way) for way in SPOILT for key in data if not ("NUL" in way and is_file(data[key]))]
    judge(answers(scene, row, [(f"{way}: {key}", data | {key: SPOILT[way](data[key])}) for key, way in ways]))


@pytest.mark.parametrize(
    "address",
    ["/riwayat/3521/?objek=a%00b", "/riwayat/3521/?%00=a", "/satuan-kerja/35%0021/", "/verifikasi/AB%00CD/"],
)
def test_a_nul_in_an_address_is_refused_too(as_user, scene, address):
    response = as_user(scene.people.admin).get(address)
    assert response.status_code == 400
    assert "NUL" in response.content.decode()


@pytest.mark.parametrize("way_back", ["128", "home", "https://contoh.example/", "//contoh.example/", "/" + "a" * 9000])
def test_a_way_back_that_is_none_of_ours_leads_nowhere_else(scene, way_back):
    row = ROUTES["reader_notes"]
    data = form_of(scene, row) | {"kembali": way_back}
    with client_of(scene, row, row.owner) as client:
        response = client.post(address_of(row, scene), data)
        assert response.status_code in (302, 400)
        assert response.headers.get("Location", "/").startswith("/laporan/3521/2025-S1/catatan/") or way_back[0] == "/"
