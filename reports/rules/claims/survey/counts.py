"""How texts call the RTL. Pure."""

PLAN = (
    r"(?:rtl\b|rencana tindak lanjut\b(?: ?\(rtl\)|/rtl\b)?"
    r"|(?:kegiatan|program|program/kegiatan|butir) (?:rencana )?tindak lanjut\b)"
)
