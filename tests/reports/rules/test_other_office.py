"""When a short text names another office: an office writes its own name in many ways, all of them its own."""

import pytest

from reports.rules.typed.other_office import is_of_another_region, strangers_in

SAME = {
    "Dinkes Kab. Pangkep": "Dinas Kesehatan Kabupaten Pangkajene dan Kepulauan",
    "KPU Kab. OKU": "Komisi Pemilihan Umum Kabupaten Ogan Komering Ulu",
    "KPU Kab. OKU Timur": "Komisi Pemilihan Umum Kabupaten Ogan Komering Ulu Timur",
    "KPU Kab. OKUS": "Komisi Pemilihan Umum Kabupaten Ogan Komering Ulu Selatan",
    "Kab. Sitaro": "Sekretariat Daerah Kabupaten Kepulauan Siau Tagulandang Biaro",
    "Dinsos Kab. Gunung Kidul": "Dinas Sosial Kabupaten Gunungkidul",
    "Dinsos Kabupaten Gunungkidul": "Dinas Sosial Kab. Gunung Kidul",
    "Dinkes Kabupaten Kutai Kartanegara": "Dinas Kesehatan Kab. Kukar",
    "Kanwil Prov. DIY": "Kantor Wilayah Provinsi Daerah Istimewa Yogyakarta",
    "Dinkes Kota Jaksel": "Dinas Kesehatan Kota Administrasi Jakarta Selatan",
    "KPU Kab. Kep. Anambas": "KPU Kabupaten Kepulauan Anambas",
    "KPU Kota P. Siantar": "KPU Kota Pematangsiantar",
    "Kec. Kr. Tengah": "Kecamatan Karang Tengah",
    "Puskesmas Kr. Anyar": "Pusat Kesehatan Masyarakat Karanganyar",
    "Desa Sukamaju": "Pemerintah Desa Suka Maju",
    "Puskesmas DTP Sukamaju": "Pusat Kesehatan Masyarakat Sukamaju",
    "RSUD Sukamaju": "Rumah Sakit Umum Daerah Kelas C Sukamaju",
    "Dinas PUPR Kab. Ngawi": "Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Ngawi",
    "Dinas Dukcapil Kab. Ngawi": "Dinas Kependudukan dan Pencatatan Sipil Kabupaten Ngawi",
    "Badan Kesbangpol Kab. Ngawi": "Badan Kesatuan Bangsa dan Politik Kabupaten Ngawi",
    "Kantor Kemenag Kab. Ngawi": "Kantor Wilayah Kementerian Agama Kabupaten Ngawi",
}


@pytest.mark.parametrize("short_name", SAME)
def test_a_name_shortened_or_parted_otherwise_is_the_same_office(short_name):
    assert not is_of_another_region(short_name, SAME[short_name])
    assert strangers_in(short_name, (SAME[short_name],)) == ()


@pytest.mark.parametrize(
    ("short_name", "name", "found"),
    [
        ("KPU Kab. Magetan", "Komisi Pemilihan Umum Kabupaten Ngawi", "Kabupaten Magetan"),
        ("Dinkes Kab. Malang", "Dinas Kesehatan Kabupaten Sampang", "Kabupaten Malang"),
        ("KPU Kab. OKI", "Komisi Pemilihan Umum Kabupaten Ogan Komering Ulu", "Kabupaten Oki"),
        ("KPU Kab. Lombok Timur", "Komisi Pemilihan Umum Kabupaten Flores Timur", "Kabupaten Lombok Timur"),
        ("KPU Kota Madiun", "Komisi Pemilihan Umum Kota Mojokerto", "Kota Madiun"),
    ],
)
def test_another_region_is_found_by_its_name(short_name, name, found):
    assert is_of_another_region(short_name, name)
    assert strangers_in(short_name, (name,)) == (found,)


def test_another_task_and_another_side_of_a_region_are_found():
    own = ("Dinas Kesehatan Kabupaten Lombok", "Dinkes Lombok")
    assert strangers_in("Kepala Dinas Pendidikan", own) == ("Dinas Pendidikan",)
    assert strangers_in("Kepala Dinas Kesehatan Kabupaten Lombok Timur", own) == ("Kabupaten Lombok Timur",)
