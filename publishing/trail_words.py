"""The words of this room's events in the trail."""

from offices.recording.words import Words

WORDS = Words(
    actions={
        "public.sheet": "Meminta lembar publikasi",
        "public.photos": "Memilih foto untuk publikasi",
        "public.copy_ask": "Meminta salinan rilis laporan",
        "public.copy": "Membuat salinan rilis laporan",
        "public.copy_open": "Membuka salinan rilis untuk umum",
        "public.copy_close": "Menutup salinan rilis untuk umum",
        "public.original_open": "Membuka laporan bertanda tangan untuk umum",
        "public.original_close": "Menutup laporan bertanda tangan untuk umum",
        "public.open": "Membuka laman publik",
        "public.close": "Menutup laman publik",
    },
    groups={"public": "Yang terbuka untuk umum"},
    kinds={},
    fields={"sheet": "Lembar", "design": "Rancangan"},
)
