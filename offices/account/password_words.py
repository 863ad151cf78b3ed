"""The rules for a password in words, before one is chosen and after one was refused. The rules are in the settings."""

from django.core.exceptions import ValidationError

RULES_IN_WORDS = (
    "Minimal 10 karakter; tidak hanya angka; bukan kata sandi yang umum; tidak mirip nama, nama pengguna, surel, "
    "atau NIP Anda. Beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak."
)
BROKEN = {
    "password_too_short": "Kata sandi ini terlalu pendek: minimal 10 karakter.",
    "password_too_similar": "Kata sandi ini mirip nama, nama pengguna, surel, atau NIP Anda. Pilih yang lain.",
    "password_too_common": "Kata sandi ini umum dipakai dan mudah ditebak. Pilih yang lain.",
    "password_entirely_numeric": "Kata sandi ini hanya terdiri atas angka. Tambahkan huruf.",
}


def broken_rule(fault: ValidationError) -> ValidationError:
    """The same fault in the words of the portal, where it has some."""
    return ValidationError(BROKEN.get(fault.code or "", fault.message), code=fault.code, params=fault.params)
