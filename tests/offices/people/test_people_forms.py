"""What is typed wrong about a person comes back with a sentence at its field, whatever stands beside it."""

import pytest

from tests.conftest import PASSWORD

pytestmark = pytest.mark.django_db
NEW, OLD = "/satuan-kerja/3521/pengguna/baru/", "/satuan-kerja/3521/pengguna/{}/"
SOUND = {"username": "pegawai-baru", "name": "Pegawai Baru", "office_roles": ["admin"], "konfirmasi-password": PASSWORD}
NO_NIP = "tidak memiliki NIP"


@pytest.mark.parametrize("address", [NEW, OLD])
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"employment": "other", "nip": "123"}, "18 angka"),
        ({"employment": "other", "nip": "9" * 40}, "30"),
        ({"employment": "other", "nip": "198501012010011001"}, NO_NIP),
        ({"employment": "pns", "nip": "198099992005011002"}, "NIP"),
        ({"employment": "tidak-ada", "nip": "123"}, "18 angka"),
        ({"employment": "", "nip": ""}, "Status kepegawaian"),
    ],
)
def test_an_unsound_nip_is_refused_at_its_field(people, as_user, address, typed, told):
    answer = as_user(people.admin).post(address.format(people.staff.pk), SOUND | typed)
    assert (answer.status_code, told in answer.content.decode()) == (422, True)
