"""The lock of an office: who writes to its people, units or profile holds its row."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from offices.models import Office


@contextmanager
def held_office(office: Office) -> Iterator[Office]:
    """One transaction that holds the office's row, and the row as it is then: nothing changes behind its back."""
    with transaction.atomic():
        yield Office.objects.select_for_update().get(pk=office.pk)
