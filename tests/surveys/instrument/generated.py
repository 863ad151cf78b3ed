"""Instruments of any number of elements, as documents of ``skm-instrument/1``."""

WORDS = (
    "Persyaratan Pelayanan",
    "Sistem, Mekanisme, dan Prosedur Pelayanan",
    "Waktu Penyelesaian Layanan",
    "Kewajaran Biaya atau Tarif",
    "Produk dan Spesifikasi Jenis Pelayanan",
    "Kompetensi Pelaksana Layanan",
    "Perilaku dan Kesantunan Petugas",
    "Penanganan Pengaduan, Saran, dan Masukan Masyarakat",
    "Kondisi Sarana dan Prasarana Pendukung",
    "Transparansi Informasi Publik",
    "Integritas dan Bebas Pungutan Liar",
    "Kedisiplinan Jam Buka Loket",
    "Keamanan Lingkungan Tempat Pelayanan",
    "Kenyamanan bagi Penyandang Disabilitas, Lanjut Usia, dan Ibu Hamil",
)
GRADES = (
    ("A", "Sangat Baik", "88.31"),
    ("B", "Baik", "76.61"),
    ("C", "Kurang Baik", "65.00"),
    ("D", "Tidak Baik", "25.00"),
)
LABELS = ["Sangat buruk", "Buruk", "Baik", "Sangat baik"]


def names_of(elements):
    more = (f"Unsur Tambahan Nomor {number}" for number in range(len(WORDS) + 1, elements + 1))
    return (*WORDS, *more)[:elements]


def instrument_of(elements, questions=None):
    """With a form of one question for each element, or of more: the further ones ask the first elements again."""
    keys = [f"u-{number}" for number in range(1, elements + 1)]
    names = names_of(elements)
    codes = [f"Q{number}" for number in range(1, (questions or elements) + 1)]
    return {
        "format": "skm-instrument/1",
        "instrument": {
            "key": f"uji-{elements}",
            "name": f"Pedoman Survei dengan {elements} Unsur",
            "valid_from": "2020-01-01",
            "elements": [
                {"key": key, "name": name, "definition": f"Penilaian atas {name.lower()}.", "names": [f"sebutan {key}"]}
                for key, name in zip(keys, names, strict=True)
            ],
            "grades": [{"letter": letter, "label": label, "lowest": lowest} for letter, label, lowest in GRADES],
        },
        "forms": [
            {
                "key": f"uji-{elements}",
                "name": f"Kuesioner {len(codes)} pertanyaan",
                "channel": "any",
                "questions": [
                    {
                        "code": code,
                        "text": f"Bagaimana pendapat Saudara tentang hal nomor {at}?",
                        "labels": list(LABELS),
                    }
                    for at, code in enumerate(codes, 1)
                ],
                "mappings": [
                    {
                        "key": "A",
                        "name": "Menurut urutan",
                        "elements": {key: codes[at::elements] for at, key in enumerate(keys)},
                    }
                ],
                "methods": ["elements", "questions"],
            }
        ],
    }
