"""The words of this room's events in the trail."""

from offices.recording.words import Words

WORDS = Words(
    actions={
        "public.sheet": "Meminta lembar publikasi",
        "public.photos": "Memilih foto untuk publikasi",
        "public.open": "Membuka laman publik",
        "public.close": "Menutup laman publik",
    },
    groups={"public": "Yang terbuka untuk umum"},
    kinds={},
    fields={"sheet": "Lembar", "design": "Rancangan"},
)
