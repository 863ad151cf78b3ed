"""What a line may not say is left out by its form, and what whoever mends the server needs stays."""

import pytest

from skm_portal.watching.masking import told_of, without_persons
from tests.cases import in_one_test


@in_one_test(
    ("said", "kept"),
    [
        ("letter to sari.utami@kpu.go.id refused", "letter to …@… refused"),
        ("holder 19810203 200604 1 002 differs", "holder … differs"),
        ("NIK 3521012003810001,", "NIK …,"),
        ("call 0812-3456-7890", "call …"),
        ("GET /akun/?cari=Sari+Utami 500", "GET /akun/?… 500"),
        ("GET /kirim/aB-9_x/ 404", "GET /kirim/… 404"),
    ],
)
def test_what_tells_of_a_person_is_left_out(said, kept):
    assert without_persons(said) == kept


@in_one_test(
    "said",
    [
        "403 GET /skm/3521/2025-S1/ user=17 address=203.0.113.77",
        "job 1234567 failed after 120 seconds at 2026-03-02",
        "less than 500 MiB are free at /var/lib/skm-portal/media",
        "digest 0a1b2c3d4e5f60718293a4b5c6d7e8f9",
    ],
)
def test_what_tells_of_the_server_stays(said):
    assert without_persons(said) == said


def raised(error, before=None):
    try:
        try:
            if before:
                raise before
        except Exception as first:
            raise error from first
        raise error
    except Exception as caught:
        return told_of(caught)


def test_an_exception_is_told_with_its_place_and_without_values():
    told = raised(ValueError("'Sari Utami' is no number, \"Budi\" neither"))
    assert told.splitlines()[-1] == "ValueError: “…” is no number, “…” neither"
    assert "test_masking.py" in told and "raise error" in told


def test_of_a_database_the_constraint_is_told_and_not_the_row():
    refused = 'violates unique constraint "user_name_once"\nDETAIL:  Key (name)=(Sari Utami) already exists.'
    assert raised(RuntimeError(refused)).endswith('RuntimeError: violates unique constraint "user_name_once"')


def test_what_led_to_it_is_told_before_it():
    told = raised(KeyError("Sari"), before=OSError("disk of sari@kpu.go.id is full"))
    assert told.index("OSError: disk of …@… is full") < told.index("KeyError: “…”")


@pytest.mark.parametrize("depth", [2, 40])
def test_however_long_the_way_to_it_it_ends(depth):
    error = ValueError("first")
    for _ in range(depth):
        later = ValueError("later")
        later.__cause__ = error
        error = later
    assert told_of(error).count("ValueError: ") == min(depth + 1, 5)
