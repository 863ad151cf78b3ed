"""What is printed for a character that the packaged fonts lack."""

import re
import unicodedata
from html import escape

import pytest
from fontTools.ttLib import TTFont

from reports.printing.looks import FACES as STYLES
from reports.printing.looks import TYPEFACES
from reports.printing.pdf import static_file
from reports.words.glyphs import COVERED, MISSING, printable, unprintable
from tests.cases import in_one_test
from tests.reports.printing.test_references import squeezed

FACES = [f"fonts/{font}/texgyre{font}-{face}.otf" for font in TYPEFACES.values() for face in STYLES]


def covered():
    ends = [[int(end, 16) for end in part.split("-")] for part in COVERED.split()]
    return {code for pair in ends for code in range(pair[0], pair[-1] + 1)}


@pytest.mark.parametrize("face", FACES)
def test_every_face_has_what_is_said_to_be_covered(face, tmp_path):
    path = tmp_path / "face.otf"
    path.write_bytes(static_file(face))
    assert covered() <= set(TTFont(path)["cmap"].getBestCmap())


@in_one_test(
    ("typed", "printed"),
    [
        ("nilai ≤ 3 → naik", "nilai ≤ 3 → naik"),
        ("✓ selesai ✔", "√ selesai √"),
        ("● butir ▪ butir", "• butir • butir"),
        ("𝗕𝗼𝗹𝗱 ﬁnal Ⅳ ①", "Bold final IV (1)"),
        ("é é", "é é"),
        ("a\u200bb\ufeffc\u00add", "abc\u00add"),
        ("10\u202f000", "10\u00a0000"),
        ("👍🏽 kerja", f"{MISSING} kerja"),
        ("日本", MISSING * 2),
        ("\ue000", MISSING),
        ("baris\nbaru\ttab", "baris\nbaru\ttab"),
        ("10⁴ lembar, 10⁻¹⁴", "10^4 lembar, 10^\N{MINUS SIGN}14"),
        ("m² dan 5㎥", "m² dan 5m³"),
        ("10₂ dan H₂O", "10_2 dan H_2O"),
        ("2⅓ jam, ⅓5, 2½", "2\u00a01⁄3 jam, 1⁄3\u00a05, 2½"),
        ("Pasal 5① dan 5❶ dan ㉑", "Pasal 5(1) dan 5(1) dan (21)"),
        ("5⒈2", "5\u00a01.\u00a02"),
        ("１２ 𝟏𝟐 ", "12 12 "),
        ("\uf0b7 Sosialisasi \uf0a7 \uf0fc Selesai \uf0d8 lanjut", "• Sosialisasi • √ Selesai → lanjut"),
        ("➡\ufe0f ‣", "→ •"),
        ("Ma\u02bcruf", "Ma’ruf"),
    ],
)
def test_a_character_is_printed_by_its_likeness_or_marked(typed, printed):
    assert printable(typed) == printed


def test_what_stands_for_a_character_is_no_markup():
    assert printable("＜script＞ ＆amp;", escape) == "&lt;script&gt; &amp;amp;"


def test_it_names_what_can_only_be_marked():
    assert unprintable("日✓ 本日 é ≤ 😀") == ("日", "本", "😀")
    assert unprintable("Pelayanan ≥ 3,25 – “baik”") == ()


@pytest.mark.prove
def test_no_other_font_and_no_empty_box_is_in_the_file(report):
    case = report("foreign")
    printed = squeezed(case.printed.text(20, 15))
    assert "nilai≤3→naik√selesai◊" in printed
    assert "Bold" in printed
    assert "\ufffd" not in printed
    assert not any(0 in glyphs for glyphs in case.printed.glyphs_used())


def test_no_sign_of_a_number_becomes_part_of_another():
    """Between two digits: a digit of its own kind stays one, all else is set off, or marked and named."""
    signs = [chr(code) for code in range(0x10000) if unicodedata.numeric(chr(code), None) is not None]
    assert len(signs) > 700
    assert [sign for sign in signs if not stands_for_itself(sign)] == []


def stands_for_itself(sign):
    shown = printable(f"7{sign}7")
    inside = shown[1:-1]
    apart = not (inside[0] + inside[-1]).isdecimal() and not re.search(r"\d[.,]$", inside)
    return (
        (shown[0], shown[-1]) == ("7", "7")
        and (apart or unicodedata.decimal(sign, None) is not None)
        and (MISSING in inside) == bool(unprintable(sign))
    )
