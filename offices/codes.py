"""An office by its code as somebody typed it: neither case nor what nobody sees tells two codes apart."""

from offices.invisible import tidied
from offices.models import Office


def office_with(code: str) -> Office | None:
    """The office that a typed code names."""
    return Office.objects.filter(code__iexact=tidied(code)).first()


def known_code(code: str) -> str:
    """A code as the portal writes it, where it has such an office; else as it is."""
    office = office_with(code)
    return office.code if office else code
